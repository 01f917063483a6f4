"""What a text file consists of before it is set on pages: blocks, tables, rules and page breaks. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass

BODY = 0
"""The level of running text; headings have 1 (the highest) to 6."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in one weight. A newline inside is a line break that the writer made."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading (``level`` from 1) or a point of a list, whose ``marker`` is its bullet or number.

    ``head`` says that it stands in the page head. ``close`` says that it follows the block above as the next line does,
    ``columns`` that blanks between its words are kept, as in text set with a typewriter.
    """

    runs: tuple[Run, ...]
    level: int = BODY
    marker: str = ""
    head: bool = False
    close: bool = False
    columns: bool = False

    @property
    def text(self) -> str:
        """The characters of all runs."""
        return "".join(run.text for run in self.runs)


Cell = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each cell a tuple of blocks; every row has as many cells."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page, as stands below a decision."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins another page."""


Part = Block | Table | Rule | PageBreak
