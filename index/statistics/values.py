"""What statistics are made of: frozen values that cross the border to people.

Always holds: every count names the paragraphs that were counted, so that a reader can open what a number stands for.
Outcomes, kinds of motions, parties and ballots are as printed; the fate of a motion, the status of an assignment and
the time of an issue are conclusions, and stand with what they rest on (`MotionFate`, `DecisionTime`, the ledger).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.course import Quoted
from index.results import Coverage
from nlp.fates import Fate, Ground


class Measure(StrEnum):
    """What is counted; ``kind`` of a `Count` says which sort of it."""

    MEETINGS = "meetings"
    PARAGRAPHS = "paragraphs"
    DECISIONS = "decisions"
    MOTIONS = "motions"
    VOTES = "votes"
    RESERVATIONS = "reservations"
    RESERVING_PARTIES = "reserving-parties"
    ASSIGNMENTS = "assignments"


@dataclass(frozen=True, slots=True, order=True)
class BoardYear:
    """One row of a table: a body in a calendar year; None where it is not printed.

    ``organisation`` is told apart only where several have a body of that name.
    """

    board: str | None
    organisation: str | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Count:
    """So many of one sort, in one body and year.

    ``kind`` is the outcome of decisions, the kind of motions, the side that won a vote ("yes", "no", "even", "untold"),
    the party that reserved (None: not printed) or the status of an assignment; "" where there are no sorts. ``fate``
    is that of motions, None elsewhere. ``paragraphs`` are the ids of those counted, each once.
    """

    measure: Measure
    row: BoardYear
    kind: str | None
    fate: Fate | None
    amount: int
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MotionFate:
    """A motion and what became of it: the evidence is None where nothing tells.

    ``motion`` and ``evidence`` quote the paragraph; ``kind`` is that of the motion as read.
    """

    row: BoardYear
    date: str | None
    number: int | None
    title: str
    movers: tuple[str, ...]
    kind: str
    fate: Fate
    ground: Ground | None
    motion: Quoted
    evidence: Quoted | None
    file: str


@dataclass(frozen=True, slots=True)
class DecisionTime:
    """How long an issue took from its first paragraph in the library to the first that decides it.

    ``row`` is where and when it was decided. ``days`` is 0 where it was decided the first time that it was up; None
    where one of the dates is not a whole day.
    """

    row: BoardYear
    issue_id: str
    title: str
    days: int | None
    first: str
    first_date: str | None
    first_citation: str
    decided: str
    decided_date: str | None
    decided_citation: str
    file: str
    page: int


@dataclass(frozen=True, slots=True)
class Covered:
    """What the numbers of a row rest on: files read, § numbers that are missing between, pages that gave no text.

    ``missing_numbers`` and ``unreadable_pages`` are pairs of file and number.
    """

    row: BoardYear
    files: tuple[str, ...]
    missing_numbers: tuple[tuple[str, int], ...]
    unreadable_pages: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Statistics:
    """All counts that were asked for, by body and year, with what they rest on.

    ``as_of`` is the day on which assignments are judged; ``coverage`` what the whole library holds.
    """

    years: tuple[int, int] | None
    as_of: str | None
    counts: tuple[Count, ...]
    motions: tuple[MotionFate, ...]
    times: tuple[DecisionTime, ...]
    covered: tuple[Covered, ...]
    coverage: Coverage

    def rows(self) -> tuple[BoardYear, ...]:
        """Return the bodies and years, by name and time; what is undated last."""
        return tuple(one.row for one in self.covered)
