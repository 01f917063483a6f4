"""Which charts statistics are shown as: one for each table that has series.

Always holds: pure; a chart shows exactly the numbers of its table, and its description says them in words, so that
nobody needs the picture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.statistics import Statistics
from ui.plots import Chart, Series
from ui.statistics.tables import Row, StatTable, table, told_cover
from ui.statistics.text import cell

_DESCRIBED = 60
"""So many rows are said in words; the table says the others."""


def chart(found: Statistics, name: str) -> Chart:
    """Return the chart of a table that has series."""
    shown = table(found, name)
    rows = _joined(shown) if name == "yrkanden" else shown.rows
    stacked = name not in _APART
    series = tuple(
        Series(_PANELS.get(column, column), tuple(_known(row.get(column)) for row in rows))
        for column in shown.series
        if not stacked or any(row.get(column) for row in rows)
    )
    return Chart(
        title=shown.title,
        description=_description(shown, rows),
        groups=tuple(str(row["organ"]) for row in rows),
        rows=tuple(str(row["år"]) for row in rows),
        series=series or (Series(shown.series[0] if shown.series else "", (0,) * len(rows)),),
        stacked=stacked,
        spread=tuple(map(_spread, rows)) if name == "handläggningstid" else (),
        note=told_cover(found),
    )


_PANELS = {"median": "median antal dagar; strecket går mellan kvartilerna"}
_APART = ("översikt", "handläggningstid")
"""Tables whose series are no parts of one whole."""


def _joined(shown: StatTable) -> tuple[Row, ...]:
    """Return one row a body and year, all kinds of motions together."""
    sums: dict[tuple[object, object], Counter[str]] = {}
    for row in shown.rows:
        counted = sums.setdefault((row["organ"], row["år"]), Counter())
        counted.update({name: int(_value(row[name])) for name in shown.series})
    return tuple({"organ": board, "år": year, **counted} for (board, year), counted in sums.items())


def _known(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _value(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _spread(row: Row) -> tuple[float, float] | None:
    low, high = row.get("nedre kvartil"), row.get("övre kvartil")
    return (_value(low), _value(high)) if low is not None and high is not None else None


def _description(shown: StatTable, rows: Sequence[Row]) -> str:
    said = [
        f"{row['organ']} {row['år']}: " + ", ".join(f"{name} {cell(name, row.get(name))}" for name in shown.series)
        for row in rows[:_DESCRIBED]
    ]
    more = f" … och {len(rows) - _DESCRIBED} rader till, se tabellen." if len(rows) > _DESCRIBED else ""
    return f"{shown.note} {'; '.join(said)}.{more}"
