"""Statistics as counts and as the tables that people read."""

from __future__ import annotations

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
    shown = tables.table(masked_statistics(found, desk.masker(names=asked.names)), name)
    total, rows = part(shown.rows, asked.offset, asked.limit)
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
