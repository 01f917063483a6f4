"""What tables of positions are made of: frozen values that cross the border to people.

Every value is an act that a protocol prints, with the words that print it. No act is merged with another, none is
turned into "for" or "against", and a party that says nothing has an empty cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.course import Boundary
from index.persons import KnownPerson
from index.results import Coverage, Issue
from nlp.acts import Range


class PositionKind(StrEnum):
    """What a party or its members did. Every one is an act of its own in law; none means another."""

    MOVED_APPROVE = "moved-approve"
    MOVED_REJECT = "moved-reject"
    MOVED_REMIT = "moved-remit"
    MOVED_TABLE = "moved-table"
    MOVED_AMEND = "moved-amend"
    MOVED_ADD = "moved-add"
    MOVED_OTHER = "moved-other"
    RESERVED = "reserved"
    VOTED_YES = "voted-yes"
    VOTED_NO = "voted-no"
    ABSTAINED = "abstained"
    NOT_PARTICIPATING = "not-participating"
    RECUSED = "recused"
    NOTED = "noted"
    STATED = "stated"


@dataclass(frozen=True, slots=True)
class PositionAct:
    """One act of one party (or of people whose party is not known: None) in one paragraph.

    ``people`` are the members as printed, () where only the party is; ``together`` the other parties behind the same
    act. ``party_printed`` is False where the attendance list tells the party. ``meaning`` is what the vote stands for,
    as printed, None for other acts and where it is not printed. ``quote`` is verbatim text at ``quote_range`` on
    ``page``; ``places`` are all the ranges that print the act. ``item`` names it in its paragraph ("motion-1", counted
    from 1).
    """

    kind: PositionKind
    party: str | None
    people: tuple[str, ...]
    together: tuple[str, ...]
    party_printed: bool
    meaning: str | None
    quote: str
    quote_range: Range
    places: tuple[Range, ...]
    page: int
    item: str
    paragraph_id: str
    issue_id: str
    organisation: str | None
    board: str | None
    date: str | None
    number: int | None
    title: str
    case_numbers: tuple[str, ...]
    file: str
    document_id: str
    citation: str

    @property
    def year(self) -> str | None:
        """The year of the meeting, None where its date is not known."""
        return self.date[:4] if self.date else None


@dataclass(frozen=True, slots=True)
class PositionCell:
    """What one party did in one year; without ``acts`` it was silent, which says nothing of what it thought.

    ``present_at`` counts the meetings of that year that treated the matter and have a member of the party on their
    attendance list.
    """

    party: str | None
    year: str | None
    acts: tuple[PositionAct, ...]
    present_at: int


@dataclass(frozen=True, slots=True)
class PositionsAsked:
    """What to show; empty restricts nothing. ``years`` is an inclusive span, ``boards`` names or short names."""

    parties: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    boards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Positions:
    """Parties by years, row by row: ``cells`` has one for each party and year, silent ones too.

    ``issues`` are those that the start leads to (none where a person's whole record is asked for), ``paragraphs`` how
    many paragraphs were read. ``nameless`` are votes whose voters, and notes whose authors, are not printed: nobody can
    tell in which cell they belong. ``boundary`` tells which issue was the first that a query left out, ``no_match``
    that nothing is judged to answer it.
    """

    start: str
    person: KnownPerson | None
    issues: tuple[Issue, ...]
    parties: tuple[str | None, ...]
    years: tuple[str | None, ...]
    cells: tuple[PositionCell, ...]
    nameless: tuple[PositionAct, ...]
    paragraphs: int
    boundary: Boundary | None
    coverage: Coverage
    no_match: bool = False

    def cell(self, party: str | None, year: str | None) -> PositionCell:
        """Return the cell of a party and a year; one that was not asked for is silent."""
        found = (one for one in self.cells if (one.party, one.year) == (party, year))
        return next(found, PositionCell(party, year, (), 0))

    @property
    def acts(self) -> tuple[PositionAct, ...]:
        """All acts, row by row."""
        return tuple(act for cell in self.cells for act in cell.acts)


@dataclass(frozen=True, slots=True)
class Alliance:
    """Two parties in one year: ``joint`` reservations that both stand behind, and ``beside``.

    ``beside`` are paragraphs where each has a reservation of its own; these may want opposite things. Each act is that
    of ``party``. With ``other`` equal to ``party`` it is that party itself: ``joint`` are all its reservations,
    ``alone`` those that no other party stands behind.
    """

    year: str | None
    party: str
    other: str
    joint: tuple[PositionAct, ...]
    beside: tuple[PositionAct, ...] = ()
    alone: tuple[PositionAct, ...] = ()


@dataclass(frozen=True, slots=True)
class Alliances:
    """Who reserves with whom, over years. Each pair stands once, as in ``parties``; pairs without a count are none.

    ``paragraphs`` are all that were looked through, ``reserved`` those that print a reservation.
    """

    start: str
    parties: tuple[str, ...]
    years: tuple[str | None, ...]
    pairs: tuple[Alliance, ...]
    reserved: int
    paragraphs: int
    coverage: Coverage
    no_match: bool = False
