"""What the view Statistik asks the library: its state as a table, boards, years and a day. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from ui.page.narrowed import plain
from ui.page.state import YEAR_FIRST, YEAR_LAST, PageState
from ui.statistics.tables import NAMES


def slug(name: str) -> str:
    """Return the name of a table as it stands in an address, without rings and dots."""
    return plain(name)


_BY_SLUG = {slug(name): name for name in NAMES}


@dataclass(frozen=True, slots=True)
class Asked:
    """One table of some boards in some years (inclusive; None: all), assignments as they stood on a day."""

    name: str
    boards: tuple[str, ...]
    years: tuple[int, int] | None
    as_of: str | None


def asked(state: PageState) -> Asked:
    """Return what a state asks for; what it does not name restricts nothing."""
    first, last = state.year("fran"), state.year("till")
    years = (first or YEAR_FIRST, last or YEAR_LAST) if first or last else None
    return Asked(_BY_SLUG.get(state.one("tabell"), NAMES[0]), state.many("namnd"), years, state.day("per"))
