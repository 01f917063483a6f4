"""How a demand stands, told by what was found of the same before.

Always holds: pure; only what is sure to concern the same counts, the latest of it most; every status but ``nothing``
rests on a quote of the library. A decision settles by its own outcome, an assignment by how it stands, a proposal of a
member by the mover's reservation against what was decided instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from index.course import State, StateKind
from index.drafts.concerning import Concerned
from index.drafts.relevance import SURE
from index.drafts.values import Because, DraftStatus, Earlier, Ground
from index.ledger import AssignmentState, AssignmentStatus
from nlp.acts import Assignment, Decision, Motion, MotionKind, Outcome, Range
from nlp.outcomes import outcome_of

_BY_OUTCOME = {
    Outcome.APPROVED: DraftStatus.DECIDED,
    Outcome.ELECTED: DraftStatus.DECIDED,
    Outcome.OTHER: DraftStatus.DECIDED,
    Outcome.REJECTED: DraftStatus.REJECTED,
    Outcome.TABLED: DraftStatus.ONGOING,
    Outcome.REMITTED: DraftStatus.ONGOING,
    Outcome.ASSIGNED: DraftStatus.ONGOING,
}
_BY_STATE = {
    AssignmentStatus.CLOSED: Ground.ASSIGNMENT_DONE,
    AssignmentStatus.REPORTED: Ground.ASSIGNMENT_DONE,
    AssignmentStatus.WITHDRAWN: Ground.ASSIGNMENT_WITHDRAWN,
}
_BY_GROUND = {
    Ground.ASSIGNMENT_OPEN: DraftStatus.ONGOING,
    Ground.ASSIGNMENT_DONE: DraftStatus.DECIDED,
    Ground.ASSIGNMENT_WITHDRAWN: DraftStatus.TREATED,
    Ground.MOVER_RESERVED: DraftStatus.REJECTED,
    Ground.MENTIONED: DraftStatus.TREATED,
}
_PUT_OFF = frozenset({Outcome.TABLED, Outcome.REMITTED})
_OWN_PROPOSALS = frozenset({MotionKind.AMEND, MotionKind.ADD, MotionKind.OTHER})
_BESIDE_BEST = 0.6
"""What is this share as likely as the likeliest concerns the demand about as well; of these the latest counts."""

_Act = TypeVar("_Act", Assignment, Decision, Motion)


class Later(Protocol):
    """What came after what was found."""

    def assignments(self, paragraph_id: str) -> Sequence[AssignmentState]:
        """Return how the assignments that a paragraph gave stand."""

    def state(self, paragraph_id: str) -> State:
        """Return where the issue of a paragraph stands."""


def status(found: Iterable[Concerned], later: Later) -> tuple[DraftStatus, Because | None, tuple[Because, ...]]:
    """Return how a demand stands, what that rests on, and what is as sure but says something else."""
    sure = [one for one in found if one.likely >= SURE]
    best = max((one.likely for one in sure), default=1.0)
    grounds = [_ground(one, later) for one in sure if one.likely >= _BESIDE_BEST * best]
    if not grounds:
        return DraftStatus.NOTHING, None, ()
    latest = sorted(grounds, key=lambda each: (each.earlier.hit.date or "", each.earlier.likely), reverse=True)
    settling = [each for each in latest if said_by(each) is not DraftStatus.TREATED] or latest
    chosen = said_by(settling[0])
    return chosen, settling[0], tuple(each for each in settling[1:] if said_by(each) is not chosen)


def said_by(because: Because) -> DraftStatus:
    """Return what one ground alone says."""
    if because.ground is Ground.DECIDED_SINCE:
        return _of_outcome(outcome_of(because.quote))
    if because.ground is Ground.DECISION:
        return _of_outcome(Outcome(because.earlier.outcome or Outcome.OTHER))
    return _BY_GROUND[because.ground]


def _of_outcome(outcome: Outcome) -> DraftStatus:
    return _BY_OUTCOME.get(outcome, DraftStatus.TREATED)


def earlier_of(one: Concerned) -> Earlier:
    """Return what was found, with the outcome of the decision that is quoted."""
    decision = _act_at(one.stored.paragraph.acts.decisions, one.hit.quote_range)
    return Earlier(one.hit, one.likely, str(decision.outcome) if decision else None)


def _ground(one: Concerned, later: Later) -> Because:
    """Return what this finding says of the demand."""
    acts, place, hit = one.stored.paragraph.acts, one.hit.quote_range, one.hit
    given, decision = _act_at(acts.assignments, place), _act_at(acts.decisions, place)
    motion = _act_at(acts.motions, place)
    if given is not None and (told := _of_assignment(one, later)) is not None:
        return told
    if decision is not None:
        return _of_decision(one, decision, later)
    if motion is not None and motion.kind in _OWN_PROPOSALS:
        fallen = next((each for each in acts.reservations if each.ranges and set(each.by) & set(motion.movers)), None)
        if fallen is not None:
            place = fallen.ranges[0]
            quote, page = one.stored.paragraph.text[place.start : place.end], one.stored.page_at(place.start)
            return Because(Ground.MOVER_RESERVED, earlier_of(one), quote, page, hit.paragraph_id, hit.citation)
    return _itself(Ground.MENTIONED, one)


def _of_assignment(one: Concerned, later: Later) -> Because | None:
    """Return how the assignment that is quoted stands."""
    states = later.assignments(one.hit.paragraph_id)
    state = next((each for each in states if _meet(each.row.quote_range, one.hit.quote_range)), None)
    if state is None:
        return None
    ground, told = _BY_STATE.get(state.status, Ground.ASSIGNMENT_OPEN), state.because
    if told is None:
        return _itself(ground, one)
    return Because(ground, earlier_of(one), told.quote, told.page, told.paragraph_id, told.citation)


def _of_decision(one: Concerned, decision: Decision, later: Later) -> Because:
    """Return the decision that is quoted; where it only put the matter off, the one that came after it."""
    if decision.outcome in _PUT_OFF:
        state = later.state(one.hit.paragraph_id)
        by = state.by
        if state.kind is StateKind.DECIDED and by is not None and by.paragraph_id != one.hit.paragraph_id:
            return Because(Ground.DECIDED_SINCE, earlier_of(one), by.text, by.page, by.paragraph_id, by.citation)
    return _itself(Ground.DECISION, one)


def _itself(ground: Ground, one: Concerned) -> Because:
    return Because(ground, earlier_of(one), one.hit.quote, one.hit.page, one.hit.paragraph_id, one.hit.citation)


def _act_at(acts: Iterable[_Act], place: Range) -> _Act | None:
    return next((act for act in acts if any(_meet(each, place) for each in act.ranges)), None)


def _meet(one: Range, other: Range) -> bool:
    return one.start < other.end and other.start < one.end
