"""What a draft is answered with: for each thing that it wants, what was said and decided of the same before.

Frozen values that cross the border to people. What is printed (quotes, outcomes) and what the program concludes (that
something concerns the same, and how the demand stands) are told apart; a conclusion carries what it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.results import Coverage, Hit, UnitKind
from nlp.acts import Range


class DraftStatus(StrEnum):
    """How a demand stands by what was decided before.

    ``decided``: the like of it was decided; ``rejected``: it was turned down; ``ongoing``: somebody was told to do it
    and has not ended, or the matter was put off; ``treated``: it was up without being decided (noted, answered);
    ``nothing``: nothing that concerns it was found.
    """

    DECIDED = "decided"
    REJECTED = "rejected"
    ONGOING = "ongoing"
    TREATED = "treated"
    NOTHING = "nothing"


class Ground(StrEnum):
    """What sort of thing a status rests on."""

    DECISION = "decision"
    DECIDED_SINCE = "decided-since"
    ASSIGNMENT_OPEN = "assignment-open"
    ASSIGNMENT_DONE = "assignment-done"
    ASSIGNMENT_WITHDRAWN = "assignment-withdrawn"
    MOVER_RESERVED = "mover-reserved"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True)
class Earlier:
    """One thing that was said or decided before.

    ``likely`` is how sure the program is that it concerns the same (0 to 1); ``outcome`` that of the very decision
    that is quoted (`nlp.acts.Outcome`), None for what is no decision.
    """

    hit: Hit
    likely: float
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Because:
    """What a status rests on: what was found, and the words that settle it.

    ``quote`` is verbatim text of the paragraph ``paragraph_id``, printed on ``page``; that may be a later one than
    the one that was found (the report on an assignment, the decision after a matter was put off).
    """

    ground: Ground
    earlier: Earlier
    quote: str
    page: int
    paragraph_id: str
    citation: str


@dataclass(frozen=True, slots=True)
class Group:
    """What of one kind was found, the likeliest first."""

    kind: UnitKind
    found: tuple[Earlier, ...]


@dataclass(frozen=True, slots=True)
class Demanded:
    """One thing that a draft wants, how it stands, and what that rests on.

    ``because`` is None for ``nothing`` alone; ``against`` are sure findings that say something else, the latest first.
    ``about`` are the words that were searched for; ``nearest`` is what comes nearest where nothing was found.
    """

    text: str
    range: Range
    about: str
    status: DraftStatus
    because: Because | None
    against: tuple[Because, ...]
    groups: tuple[Group, ...]
    nearest: Hit | None = None


@dataclass(frozen=True, slots=True)
class DraftAnswer:
    """A whole draft, demand by demand, and what was searched; ``left_out`` counts demands beyond the most taken."""

    demands: tuple[Demanded, ...]
    coverage: Coverage
    left_out: int = 0
