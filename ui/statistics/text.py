"""Statistics as lines for a terminal: aligned tables, each with how it is counted and what it rests on."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from index.statistics import Statistics
from ui import words
from ui.statistics.tables import COVER, SHOWN, StatTable, table, told_cover

_WIDTH = 100
_NAMES = ("år", "§", "sida")


def text(found: Statistics, names: Sequence[str] = SHOWN) -> str:
    """Return the named tables, one below the other."""
    if not found.covered:
        return f"Inga protokoll passar in på det. {words.coverage(found.coverage)}"
    return "\n\n".join("\n".join(_lines(table(found, name), told_cover(found))) for name in names)


def _lines(shown: StatTable, cover: str) -> Iterator[str]:
    columns = [name for name in shown.columns if name not in COVER or not shown.series]
    cells = [columns, *([cell(name, row.get(name)) for name in columns] for row in shown.rows)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(columns))]
    numeric = [_is_numeric(row.get(name) for row in shown.rows) for name in columns]
    yield shown.title.upper()
    for line in cells:
        aligned = (
            each.rjust(width) if right else each.ljust(width)
            for each, width, right in zip(line, widths, numeric, strict=True)
        )
        yield "  ".join(aligned).rstrip()
    yield from textwrap.wrap(f"{shown.note} {cover}", _WIDTH)


def _is_numeric(values: Iterator[object]) -> bool:
    return all(value is None or isinstance(value, int | float) for value in values)


def cell(column: str, value: object) -> str:
    """Return a value of a table as people read it; years, § and pages have no blanks between their figures."""
    if column in _NAMES:
        return str(value)
    if value is None:
        return "–"
    if isinstance(value, bool) or not isinstance(value, int | float | list):
        return str(value)
    if isinstance(value, list):
        return "; ".join(map(str, value)) or "–"
    return number(value)


def number(value: float) -> str:
    """Return a number as Swedish readers write it: 1 412, 27,5."""
    return words.number(int(value)) if value == int(value) else words.decimal(value)
