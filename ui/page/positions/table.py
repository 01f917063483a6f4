"""The tables of the view Ståndpunkter as files: acts, or who reserves with whom; as in `protokollspar positions`."""

from __future__ import annotations

from ui import positions as rows
from ui.page.positions.asked import TOGETHER, alliances, positions
from ui.page.service import Service
from ui.page.state import PageState
from ui.table_file import Table


def table(service: Service, state: PageState) -> Table:
    """Return the table; raises LibraryError."""
    if state.one("visa") == TOGETHER:
        return Table("tillsammans", rows.PAIR_COLUMNS, rows.pair_rows(alliances(service.library, state)))
    found = positions(service.library, state)
    return Table("handlingar", rows.COLUMNS, rows.rows(found, service.library.masker()))
