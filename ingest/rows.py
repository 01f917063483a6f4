"""Rows of a cover page: cells with their left edges, each made whole where a narrow column or a line's end broke it.

What goes on in lower case right below a cell belongs to it ("Tjänstgörande" above "ersättare"), and so does the rest
of a run of names that a line's end cut. Rows keep their number; a cell that was taken up above is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.lines import Line

_SAME_EDGE = 4.0  # points
_NEXT_LINE = 1.6  # times the type: what stands further below is no continuation
_RUN = re.compile(r"\([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}\), .*[A-ZÅÄÖ]")  # "Anna Ek (S), Bo Ask (M), Cia"
_OPEN = re.compile(r"(?:,| och| samt)$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the cover page: its words, where they begin, and the line they stand on."""

    text: str
    x0: float
    line: Line


def rows(lines: Sequence[Line]) -> list[list[Cell]]:
    """Return the cells of each line, broken ones joined."""
    made = [[Cell(" ".join(w.text for w in cell), cell[0].box.x0, line) for cell in line.cells] for line in lines]
    for number in range(len(made) - 1, 0, -1):
        _join(made[number - 1], made[number])
    return made


def _join(above: list[Cell], below: list[Cell]) -> None:
    """Move cells that only go on into the cell above them."""
    for place, cell in enumerate(above):
        under = next((c for c in below if abs(c.x0 - cell.x0) < _SAME_EDGE and _is_next(cell.line, c.line)), None)
        if under is not None and (under.text[:1].islower() or _run_goes_on(cell, under, below)):
            above[place] = replace(cell, text=f"{cell.text} {under.text}")
            below.remove(under)


def _is_next(above: Line, below: Line) -> bool:
    return above.page == below.page and 0 < below.base - above.base < _NEXT_LINE * max(above.size, below.size)


def _run_goes_on(cell: Cell, under: Cell, below: Sequence[Cell]) -> bool:
    """Tell whether a run of names on one line goes on in the only cell below."""
    if len(below) > 1 or not (_RUN.search(cell.text) or cell.text.count(",") > 1):
        return False
    ends_in_name = not cell.text.endswith(")") and bool(_RUN.search(cell.text))
    return bool(_OPEN.search(cell.text)) or under.text.startswith("(") or ends_in_name
