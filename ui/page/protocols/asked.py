"""What the view Protokoll asks the library: which meetings its state lets through. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from index.boards import BoardName, resolve
from index.meetings import Meeting
from index.statistics import BoardYear
from ui.page.state import PageState


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which meetings are shown: all spellings of the boards asked for (() is every board), the years, only faults."""

    boards: Collection[str]
    years: Collection[int]
    faults: bool

    @property
    def narrows(self) -> bool:
        """Whether fewer than all may be shown."""
        return bool(self.boards or self.years or self.faults)

    def has_row(self, row: BoardYear) -> bool:
        """Whether a body and year is asked for."""
        return (not self.boards or row.board in self.boards) and (not self.years or row.year in self.years)

    def among(self, meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
        """Return the meetings asked for."""
        return tuple(one for one in meetings if self.has_row(one.row) and (one.has_faults or not self.faults))


def wanted(state: PageState, boards: Sequence[BoardName]) -> Wanted:
    """Return what the state asks for. Raises UnknownFilterError for a board that the library does not know."""
    spellings = {spelling for asked in state.many("organ") for spelling in resolve(asked, boards)}
    years = {int(year) for year in state.many("ar") if year.isascii() and year.isdecimal()}
    return Wanted(frozenset(spellings), frozenset(years), faults="ja" in state.many("brister"))
