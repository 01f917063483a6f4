"""The table of the view Statistik: the rows of `protokollspar statistics --table`, as the address asks for them."""

from __future__ import annotations

from ui.page.service import Service
from ui.page.state import PageState
from ui.page.statistics.asked import asked, slug
from ui.page.statistics.counted import counted
from ui.statistics import tables
from ui.table_file import Table


def table(service: Service, state: PageState) -> Table:
    """Return the table; raises LibraryError."""
    wanted = asked(state)
    shown = tables.table(counted(service, wanted), wanted.name)
    return Table(f"statistik-{slug(wanted.name)}", shown.columns, shown.rows)
