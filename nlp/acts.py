"""The acts that a protocol paragraph records, as frozen values.

Every act keeps the character ranges of the text that it was read from, so that a caller who knows the page can show the
very words. The seven kinds of dissent (reservation, note, statement, no vote, abstention, not taking part, recusal) are
never merged: they are different acts in Swedish law. A field with a default came later than the others: a record that
was kept without it has the default.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from nlp.document_acts import Activity, Definition, Demand, Goal, Milestone, Office, Recommendation
from nlp.ranges import Range as Range  # noqa: PLC0414 - part of what this module gives


class SectionKind(StrEnum):
    """What a section of a paragraph is (``K`` of the paragraph record)."""

    SUMMARY = "summary"
    BACKGROUND = "background"
    PROPOSAL = "proposal"
    MOTIONS = "motions"
    PROCEDURE = "procedure"
    VOTE = "vote"
    DECISION = "decision"
    RESERVATION = "reservation"
    NOTE = "note"
    BASIS = "basis"
    DISPATCH = "dispatch"
    EARLIER = "earlier"
    RECUSAL = "recusal"
    OTHER = "other"


class Outcome(StrEnum):
    """What a decision point does, by its printed verb (``O``)."""

    APPROVED = "approved"
    REJECTED = "rejected"
    REMITTED = "remitted"
    TABLED = "tabled"
    NOTED = "noted"
    ANSWERED = "answered"
    ASSIGNED = "assigned"
    ELECTED = "elected"
    OTHER = "other"


class MotionKind(StrEnum):
    """What a motion (yrkande) asks for (``M``)."""

    APPROVE = "approve"
    REJECT = "reject"
    REMIT = "remit"
    TABLE = "table"
    AMEND = "amend"
    ADD = "add"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Person:
    """A person or a party (``P``); "Ledamöterna från SD" has a party and no name. Titles are no part of a name."""

    name: str | None
    party: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """One point that the body decided."""

    text: str
    outcome: Outcome
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Motion:
    """One distinct proposal put at the meeting, with everybody behind it."""

    movers: tuple[Person, ...]
    kind: MotionKind
    text: str
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Ballot:
    """How one member voted. Absent members are no ballots."""

    name: str
    party: str | None
    vote: Literal["yes", "no", "abstain"]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A count of a vote that its printed names do not bear out: ``printed`` votes, ``named`` ballots."""

    vote: Literal["yes", "no", "abstain"]
    printed: int
    named: int


@dataclass(frozen=True, slots=True)
class Vote:
    """One counted vote. ``yes_means`` and ``no_means`` are printed words: a Ja may stand for avslag.

    ``casting`` tells that the chair's casting vote (utslagsröst) settled it.
    """

    yes: int | None
    no: int | None
    abstain: int | None
    yes_means: str | None
    no_means: str | None
    ballots: tuple[Ballot, ...]
    ranges: tuple[Range, ...]
    casting: bool = False

    @property
    def mismatches(self) -> tuple[Mismatch, ...]:
        """Return the counts that differ from the names printed for them; often only one side's names are printed."""
        voted = [ballot.vote for ballot in self.ballots]
        printed: tuple[tuple[Literal["yes", "no", "abstain"], int | None], ...] = (
            ("yes", self.yes),
            ("no", self.no),
            ("abstain", self.abstain),
        )
        return tuple(
            Mismatch(vote, count, voted.count(vote))
            for vote, count in printed
            if count is not None and voted.count(vote) not in (0, count)
        )


@dataclass(frozen=True, slots=True)
class Annex:
    """The attachment of the file in which the text of a reservation or a statement stands; pages count from 1."""

    title: str
    page_first: int
    page_last: int
    text: str


@dataclass(frozen=True, slots=True)
class Reservation:
    """A dissent announced at the meeting, with its whole text.

    ``motions`` are the places, in the paragraph's list of motions, of those that it says it stands for; empty where it
    does not say. ``annex`` holds its text where that stands in an attachment.
    """

    by: tuple[Person, ...]
    text: str
    ranges: tuple[Range, ...]
    motions: tuple[int, ...] = ()
    annex: Annex | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A protokollsanteckning (``note``) or a särskilt yttrande (``statement``); never a dissent."""

    kind: Literal["note", "statement"]
    by: tuple[Person, ...]
    text: str
    ranges: tuple[Range, ...]
    annex: Annex | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """Somebody is told to do something; ``due`` is an ISO date, reduced to year or month where only that is printed.

    ``due_words`` is when, as printed ("till nämndens sammanträde i juni", "snarast", "årligen"). ``due_derived`` is a
    conclusion: the date that those words mean at the date of the meeting, where they print no year of their own.
    ``parts`` are the points behind it that say more of it ("I uppdraget ingår att …", "Uppdraget ska redovisas …").
    """

    recipient: str
    text: str
    due: str | None
    ranges: tuple[Range, ...]
    due_words: str | None = None
    due_derived: str | None = None
    parts: tuple[str, ...] = ()


class ChangeKind(StrEnum):
    """What becomes of an earlier assignment: more time, more to do, taken back, or closed."""

    PROLONGED = "prolonged"
    EXTENDED = "extended"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class AssignmentChange:
    """A decision point about an earlier assignment: "Uppdraget förlängs till den 30 juni 2025".

    ``due`` is the new date of a prolonged one. ``board``, ``date`` and ``number`` are the paragraph that gave it, where
    the point names it.
    """

    kind: ChangeKind
    text: str
    due: str | None
    board: str | None
    date: str | None
    number: int | None
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The paragraph reports on an earlier assignment; ``closed`` when it is declared done or answered."""

    board: str | None
    date: str | None
    number: int | None
    closed: bool
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Recusal:
    """A member who left the matter because of jäv."""

    person: Person
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class NonParticipation:
    """A member or a party that did not take part in the decision: no vote, no abstention, no reservation, no jäv."""

    person: Person
    ranges: tuple[Range, ...]


class StepKind(StrEnum):
    """What the chair does in a step of the beslutsgång.

    ``order``: an order of propositions is presented or approved; ``main``: a huvudförslag is named; ``counter``: a
    motförslag is chosen (kontraproposition); ``put``: one proposal, or several against each other, are put;
    ``division``: a vote is called for.
    """

    ORDER = "order"
    MAIN = "main"
    COUNTER = "counter"
    PUT = "put"
    DIVISION = "division"


@dataclass(frozen=True, slots=True)
class ProcedureStep:
    """One step of the beslutsgång: what was put (against what), and what the chair found, as printed."""

    kind: StepKind
    proposals: tuple[str, ...]
    found: str | None
    text: str
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class ParagraphReference:
    """Another paragraph named in running text."""

    board: str | None
    date: str | None
    number: int
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class CaseReference:
    """Another case named by its number in running text."""

    case_number: str
    ranges: tuple[Range, ...]


Reference = ParagraphReference | CaseReference


@dataclass(frozen=True, slots=True)
class DocumentReference:
    """A document named by its kind or title with its date or its number in the register ("RS 269:1-2020")."""

    name: str
    date: str | None
    number: str | None
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section as the reader of acts sees it.

    ``text`` has one printed block (paragraph, bullet or numbered point, with its bullet or number) per line: blocks are
    separated by a newline, and a newline stands nowhere else. ``start`` is where ``text`` begins in the whole text of
    the paragraph; ranges of acts are given in that whole text.
    """

    kind: SectionKind
    heading: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Acts:
    """Everything read from the sections of one paragraph; from ``goals`` on, of a directive or a report."""

    decisions: tuple[Decision, ...] = ()
    motions: tuple[Motion, ...] = ()
    votes: tuple[Vote, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    notes: tuple[Note, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    reports: tuple[Report, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    references: tuple[Reference, ...] = ()
    immediate: bool = False
    procedure: tuple[ProcedureStep, ...] = ()
    not_participating: tuple[NonParticipation, ...] = ()
    documents: tuple[DocumentReference, ...] = ()
    assignment_changes: tuple[AssignmentChange, ...] = ()
    goals: tuple[Goal, ...] = ()
    demands: tuple[Demand, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    activities: tuple[Activity, ...] = ()
    offices: tuple[Office, ...] = ()
    definitions: tuple[Definition, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
