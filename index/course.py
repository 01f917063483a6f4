"""The parts of an issue's course: what each paragraph does in it, what changed, what still holds, where it stands.

Frozen values that cross the border to people, as those of `index.results`, which puts them together. Always holds: what
is concluded carries the words that it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nlp.acts import Range


class EventKind(StrEnum):
    """What a paragraph does in the course of its issue."""

    MOTION = "motion"
    PREPARATION = "preparation"
    DECISION = "decision"
    ASSIGNMENT = "assignment"
    REMITTED = "remitted"
    TABLED = "tabled"
    REPORT = "report"
    NOTICE = "notice"
    WITHDRAWN = "withdrawn"
    DOCUMENT = "document"
    OTHER = "other"


class ChangeKind(StrEnum):
    """What became of a sentence."""

    ADDED = "added"
    REMOVED = "removed"
    REPLACED = "replaced"


class ChangeBase(StrEnum):
    """What a decision is compared with: the proposal before it, or the issue's decision before it."""

    PROPOSAL = "proposal"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence that differs: ``before`` is "" where it was added, ``after`` where it was removed.

    ``base_id`` is the paragraph that ``before`` stands in; both texts are verbatim.
    """

    kind: ChangeKind
    base: ChangeBase
    base_id: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A verbatim quote that a conclusion rests on: whose it is, where it stands, and how it is cited."""

    paragraph_id: str
    document_id: str
    text: str
    range: Range
    page: int
    citation: str


class Validity(StrEnum):
    """What later protocols say of a decision."""

    REPEALED = "repealed"
    REPLACED = "replaced"
    REVISED = "revised"
    EXPIRED = "expired"
    LATER_DECISION = "later-decision"
    NONE_FOUND = "none-found"


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a decision still holds, as far as the library tells.

    ``by`` is what says so, None for NONE_FOUND. ``until`` is the last day that is printed for it. ``searched_to`` and
    ``searched`` (paragraphs dated later than the decision) say how far anybody looked.
    """

    validity: Validity
    by: Quoted | None
    until: str | None
    searched_to: str | None
    searched: int


class StateKind(StrEnum):
    """Where an issue stands after its last paragraph."""

    OPEN = "open"
    DECIDED = "decided"
    REFERRED = "referred"
    TABLED = "tabled"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class State:
    """Where an issue stands, since when, and the words that say so (None where no paragraph decides anything)."""

    kind: StateKind
    since: str | None
    by: Quoted | None


@dataclass(frozen=True, slots=True)
class Step:
    """One paragraph of an issue's path; ``days`` since the step before, None where a date is unknown or reduced."""

    paragraph_id: str
    board: str | None
    date: str | None
    kind: EventKind
    days: int | None


@dataclass(frozen=True, slots=True)
class Loop:
    """A way out and back: what was remitted or tabled, and the paragraph in which it came back (None: not yet)."""

    kind: EventKind
    out_id: str
    back_id: str | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Boundary:
    """Where a trace from a query stopped: the nearest issue that is left out, and how near it and the last one are."""

    title: str
    paragraph_id: str
    similarity: float
    least_kept: float
