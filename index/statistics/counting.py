"""Counting: from the acts of paragraphs to counts per body and year.

Always holds: pure; a count is exactly the number of items of the paragraphs it is given, and the paragraphs that it
names are those that hold them. Shorter readings of a paragraph that another document holds whole are not counted: the
caller gives the shown paragraphs only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from index.ledger import AssignmentState
from index.statistics.values import BoardYear, Count, Measure
from index.stored import Head, StoredParagraph
from nlp.acts import Reservation, Vote
from nlp.fates import Fate, fates_of

Key = tuple[Measure, BoardYear, str | None, Fate | None]


@dataclass
class _Cell:
    amount: int = 0
    paragraphs: dict[str, None] = field(default_factory=dict)


class Tally:
    """Counts that grow paragraph by paragraph."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._cells: dict[Key, _Cell] = defaultdict(_Cell)

    def add(self, row: BoardYear, stored: StoredParagraph) -> None:
        """Count the acts of one paragraph of a protocol."""
        acts, one = stored.paragraph.acts, stored.head.id
        self._more(Measure.PARAGRAPHS, row, one)
        for decision in acts.decisions:
            self._more(Measure.DECISIONS, row, one, decision.outcome.value)
        for motion, told in zip(acts.motions, fates_of(acts), strict=True):
            self._more(Measure.MOTIONS, row, one, motion.kind.value, told.fate)
        for vote in acts.votes:
            self._more(Measure.VOTES, row, one, side_that_won(vote))
        for reservation in acts.reservations:
            self._more(Measure.RESERVATIONS, row, one)
            for party in parties_behind(reservation):
                self._more(Measure.RESERVING_PARTIES, row, one, party)

    def add_meetings(self, rows: Mapping[str, BoardYear], heads: Iterable[Head]) -> None:
        """Count the meetings that these paragraphs were held at."""
        meetings: dict[tuple[BoardYear, str], str] = {}
        for head in heads:
            meetings.setdefault((rows[head.id], head.date or head.document_id), head.id)
        for (row, _), first in meetings.items():
            self._more(Measure.MEETINGS, row, first)

    def add_assignments(self, rows: Mapping[str, BoardYear], states: Iterable[AssignmentState]) -> None:
        """Count the assignments that decisions gave, as they stand."""
        for one in states:
            row = rows.get(one.row.paragraph_id)
            if row is not None and one.row.kind == "assignment":
                self._more(Measure.ASSIGNMENTS, row, one.row.paragraph_id, one.status.value)

    def counts(self) -> Iterator[Count]:
        """Yield the counts, by measure, body and year, then the most frequent first."""
        for (measure, row, kind, fate), cell in self._cells.items():
            yield Count(measure, row, kind, fate, cell.amount, tuple(cell.paragraphs))

    def _more(
        self, measure: Measure, row: BoardYear, paragraph: str, kind: str | None = "", fate: Fate | None = None
    ) -> None:
        cell = self._cells[measure, row, kind, fate]
        cell.amount += 1
        cell.paragraphs[paragraph] = None


def side_that_won(vote: Vote) -> str:
    """Return "yes", "no", "even" or, where the numbers are not printed, "untold"."""
    if vote.yes is None or vote.no is None:
        return "untold"
    if vote.yes == vote.no:
        return "even"
    return "yes" if vote.yes > vote.no else "no"


def parties_behind(reservation: Reservation) -> tuple[str | None, ...]:
    """Return the parties of those who reserved, each once; (None,) where no party is printed."""
    return tuple(dict.fromkeys(person.party for person in reservation.by if person.party)) or (None,)
