"""Statistics as counts and as the tables that people read."""

from __future__ import annotations

from dataclasses import replace

from index.statistics import Statistics
from ui.api.answers.desk import Desk, part
from ui.api.asked import CountsAsked, TableAsked, span
from ui.api.models.counts import CountPage, StatisticsTable
from ui.masked import masked_statistics
from ui.statistics import tables


def counts(desk: Desk, asked: CountsAsked) -> CountPage:
    """List every count with the paragraphs behind it."""
    found = desk.library.statistics(asked.board, span(asked.year), as_of=asked.as_of)
    total, shown = part(tables.long_rows(found), asked.offset, asked.limit)
    return CountPage.model_validate(
        {
            "total": total,
            "offset": asked.offset,
            "limit": asked.limit,
            "items": shown,
            "coverage": desk.coverage(),
        }
    )


def table(desk: Desk, name: str, asked: TableAsked) -> StatisticsTable:
    """Show one table as people see it."""
    found = desk.library.statistics(asked.board, span(asked.year), as_of=asked.as_of)
    total, quoting = _quoting(found, name, asked)
    if quoting is None:
        shown = tables.table(found, name)
        total, rows = part(shown.rows, asked.offset, asked.limit)
    else:
        shown = tables.table(masked_statistics(quoting, desk.masker(names=asked.names)), name)
        rows = shown.rows
    return StatisticsTable.model_validate(
        {
            "name": shown.name,
            "title": shown.title,
            "note": shown.note,
            "columns": shown.columns,
            "total": total,
            "offset": asked.offset,
            "limit": asked.limit,
            "rows": rows,
        }
    )


def _quoting(found: Statistics, name: str, asked: TableAsked) -> tuple[int, Statistics | None]:
    """Return how many rows a table has that quotes protocols, and what its asked part is made of; others: 0, None.

    Masking every name of a library for a page of a table would take seconds.
    """
    if name == "yrkanden-underlag":
        total, motions = part(found.motions, asked.offset, asked.limit)
        return total, replace(found, motions=tuple(motions))
    if name == "handläggningstid-underlag":
        total, times = part(found.times, asked.offset, asked.limit)
        return total, replace(found, times=tuple(times))
    return 0, None
