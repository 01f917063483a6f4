"""What the ledger of assignments is made of: frozen values that cross the border to people.

What is printed (text, recipient, due) and what the program concludes (which report is about which assignment, how one
stands on a day) are kept apart: every conclusion is a `Trail` or an `AssignmentState` with the words that it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nlp.acts import Range


class LedgerRowKind(StrEnum):
    """What a row is: an assignment of a decision, or a goal, milestone or part activity of a directive."""

    ASSIGNMENT = "assignment"
    GOAL = "goal"
    MILESTONE = "milestone"
    ACTIVITY = "activity"


class TrailKind(StrEnum):
    """What happened to an assignment after it was given.

    ``partial``: a report that says itself that there is more to come; ``mentioned``: its paragraph is cited, or its
    case comes up again, without a report.
    """

    MENTIONED = "mentioned"
    PARTIAL = "partial"
    REPORTED = "reported"
    CLOSED = "closed"
    PROLONGED = "prolonged"
    EXTENDED = "extended"
    WITHDRAWN = "withdrawn"


class AssignmentStatus(StrEnum):
    """How an assignment stands on a day.

    ``open``: its time has not passed, or it has none; ``overdue``: its time has passed, and it has come up since
    without being reported, or nothing later has been read yet; ``no-trace``: its time has passed, later protocols have
    been read, and nothing is said of it; ``reported``: reported on, not declared done; ``prolonged``: given more time,
    which has not passed; ``proposed``: another body is asked to give it, and has not done so in these words as far as
    read.
    """

    OPEN = "open"
    OVERDUE = "overdue"
    NO_TRACE = "no-trace"
    REPORTED = "reported"
    CLOSED = "closed"
    PROLONGED = "prolonged"
    WITHDRAWN = "withdrawn"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Trail:
    """One thing that happened to an assignment, by a paragraph of the library.

    ``quote`` is verbatim text of that paragraph at ``quote_range``, ``page`` where it is printed. ``why`` says in
    Swedish what joins the two, ``confidence`` how sure that is; ``due`` is the new time of a prolonged one.
    """

    kind: TrailKind
    paragraph_id: str
    date: str | None
    citation: str
    file: str
    document_id: str
    page: int
    quote: str
    quote_range: Range
    why: str
    confidence: float
    due: str | None = None


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """One assignment with where it was given and everything that happened to it, in time order.

    ``recipient`` is as printed, ``recipients`` normalised, one by one. ``due`` is the printed time (ISO, reduced as
    printed), ``due_derived`` one that its words mean at the date of the meeting. ``prepared`` are citations of other
    boards that proposed it in the same words; ``proposed`` tells that the board only asks another one to give it.
    ``offered`` are reports that may be about this or about another: for
    people to decide.
    """

    id: str
    kind: LedgerRowKind
    text: str
    recipient: str
    recipients: tuple[str, ...]
    paragraph_id: str
    organisation: str | None
    board: str | None
    date: str | None
    number: int | None
    title: str
    case_numbers: tuple[str, ...]
    file: str
    document_id: str
    page: int
    quote_range: Range
    citation: str
    due: str | None
    due_words: str | None
    due_derived: str | None
    parts: tuple[str, ...] = ()
    prepared: tuple[str, ...] = ()
    proposed: bool = False
    trail: tuple[Trail, ...] = ()
    offered: tuple[Trail, ...] = ()

    @property
    def due_known(self) -> str | None:
        """The time by which it is due: printed, else derived."""
        return self.due or self.due_derived


@dataclass(frozen=True, slots=True)
class AssignmentState:
    """How a row stands on the day ``as_of``.

    ``because`` is what that rests on, None where it rests on nothing being found; ``due`` the time that counts (that of
    the last prolongation). ``searched_through`` is the last meeting that was read, up to the day. ``issue`` titles
    the matter that it belongs to, as the library gathers paragraphs, ``issue_id`` is the first paragraph of that.
    """

    row: AssignmentRow
    status: AssignmentStatus
    as_of: str
    due: str | None
    because: Trail | None
    searched_through: str | None
    issue: str = ""
    issue_id: str = ""
