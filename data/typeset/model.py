"""The values of the demo collection as frozen dataclasses, one for each noun of the YAML.

Owns the shape of a made-up meeting and of a made-up document. Always: texts are as printed, people are a name with a
party or a party alone, dates are ISO strings. Leaves out reading and checking (reading, loading, checking) and looks
(composing, typesetting).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nlp.acts import MotionKind, Outcome, SectionKind

Form = Literal["numbered", "att", "bullets", "plain"]
BallotForm = Literal["prose", "table"]
VoteWord = Literal["yes", "no", "abstain"]
NoteKind = Literal["note", "statement"]
Template = Literal["a", "b"]
FateStatus = Literal["open", "overdue", "closed", "reported", "prolonged", "no-trace"]


class CollectionError(ValueError):
    """Something in the YAML is not as agreed; the message lists every mistake with file, paragraph and field."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who acts; ``name`` is None where only a party is printed."""

    name: str | None
    party: str | None


@dataclass(frozen=True, slots=True)
class Attendee:
    """A row of the attendance list; ``role``, ``replaces`` and ``title`` are printed beside the name, None if not."""

    name: str
    party: str | None = None
    role: str | None = None
    title: str | None = None
    replaces: str | None = None
    paragraphs: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One decided or proposed point; ``outcome`` is None for a proposal, which decides nothing."""

    text: str
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class MotionEntry:
    """One motion; two motions in one printed sentence share their ``text``, which is printed once."""

    movers: tuple[Person, ...]
    kind: MotionKind
    text: str


@dataclass(frozen=True, slots=True)
class BallotEntry:
    """How one member voted."""

    name: str
    party: str
    vote: VoteWord


@dataclass(frozen=True, slots=True)
class VoteEntry:
    """One counted vote; ``result`` is the sentence printed after the ballots."""

    yes: int
    no: int
    abstain: int | None
    yes_means: str
    no_means: str
    form: BallotForm
    ballots: tuple[BallotEntry, ...]
    result: str | None


@dataclass(frozen=True, slots=True)
class ReservationEntry:
    """One reservation, its whole printed text."""

    by: tuple[Person, ...]
    text: str


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """One protokollsanteckning or särskilt yttrande."""

    kind: NoteKind
    by: tuple[Person, ...]
    text: str


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A headed section. Its parts are printed in the order of the fields below; empty parts are not printed."""

    kind: SectionKind
    heading: str
    lead: str | None
    text: str
    points: tuple[Point, ...]
    form: Form
    motions: tuple[MotionEntry, ...]
    votes: tuple[VoteEntry, ...]
    reservations: tuple[ReservationEntry, ...]
    notes: tuple[NoteEntry, ...]
    bullets: tuple[str, ...]
    closing: str | None


@dataclass(frozen=True, slots=True)
class AssignmentEntry:
    """Gold: who is told to do what until when."""

    recipient: str
    text: str
    due: str | None


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """Gold: which earlier assignment is reported on, and whether it is closed."""

    board: str | None
    date: str | None
    number: int | None
    closed: bool


@dataclass(frozen=True, slots=True)
class ReferenceEntry:
    """Gold: a paragraph (``number`` set) or a case (``case_number`` set) named in running text."""

    board: str | None
    date: str | None
    number: int | None
    case_number: str | None


@dataclass(frozen=True, slots=True)
class AttachmentEntry:
    """A text printed on pages of its own after the paragraph."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class FateEntry:
    """Gold: where the assignment with this index stands at a day."""

    assignment: int
    as_of: str
    status: FateStatus
    reported: str | None


@dataclass(frozen=True, slots=True)
class ParagraphEntry:
    """One § with what is printed and what a careful clerk would read in it."""

    number: int
    title: str
    case_numbers: tuple[str, ...]
    issue: str | None
    immediate: bool
    sections: tuple[SectionEntry, ...]
    assignments: tuple[AssignmentEntry, ...]
    reports: tuple[ReportEntry, ...]
    recusals: tuple[Person, ...]
    references: tuple[ReferenceEntry, ...]
    attachments: tuple[AttachmentEntry, ...]
    fates: tuple[FateEntry, ...]
    supersedes: str | None


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """One meeting: its cover page and its paragraphs."""

    source: str
    organisation: str
    board: str
    code: str
    date: str
    template: Template
    place: str
    time: str
    adjourned: tuple[str, ...]
    number_first: int
    members: tuple[Attendee, ...]
    serving_substitutes: tuple[Attendee, ...]
    other_substitutes: tuple[Attendee, ...]
    others: tuple[Attendee, ...]
    secretary: str
    adjusters: tuple[Attendee, ...]
    adjusted: str
    posted_up: str
    posted_down: str
    paragraphs: tuple[ParagraphEntry, ...]


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A ruled table of a document: its head and its rows, all cells as printed."""

    caption: str | None
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class DocumentSectionEntry:
    """A numbered section of a directive or report."""

    number: str
    heading: str
    text: str
    tables: tuple[TableEntry, ...]


@dataclass(frozen=True, slots=True)
class RecommendationsEntry:
    """The numbered recommendations that close a document."""

    heading: str
    lead: str | None
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A directive or a report."""

    source: str
    file: str
    kind: Literal["directive", "report"]
    template: Template
    title: str
    subtitle: str | None
    organisation: str
    board: str
    date: str
    version: str | None
    case_numbers: tuple[str, ...]
    owner: Attendee
    author: Attendee | None
    issue: str | None
    summary: str
    sections: tuple[DocumentSectionEntry, ...]
    recommendations: RecommendationsEntry | None
    references: tuple[ReferenceEntry, ...]
