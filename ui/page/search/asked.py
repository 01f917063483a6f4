"""What the view Sök asks the library: its state as a query. Pure."""

from __future__ import annotations

from index.results import Query, UnitKind
from ui.page.state import YEAR_FIRST, YEAR_LAST, PageState

FILTERS = ("namnd", "fran", "till", "parti", "slag")


def filtered(state: PageState) -> bool:
    """Return whether any filter restricts the search."""
    return any(state.one(name) for name in FILTERS)


def query(state: PageState, limit: int) -> Query:
    """Return the search that the state asks for."""
    first, last = state.year("fran"), state.year("till")
    years = (first or YEAR_FIRST, last or YEAR_LAST) if first or last else None
    kinds = tuple(kind for kind in UnitKind if kind in state.many("slag"))
    return Query(state.one("q"), state.many("namnd"), years, state.many("parti"), kinds, limit)
