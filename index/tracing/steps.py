"""What a paragraph does in the course of its issue: told by its decisions, its reports, its board and its title.

Always holds: pure; one kind a paragraph, the most telling. What sends the matter out and back (återremiss,
bordläggning) outweighs everything, for it says that nothing was settled.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.course import EventKind, Loop, Quoted, State, StateKind, Step
from index.dates import days_between
from index.naming import citation
from index.stored import StoredParagraph
from nlp import course
from nlp.acts import Decision, Outcome, Range, SectionKind

SETTLING = frozenset({Outcome.APPROVED, Outcome.REJECTED, Outcome.ANSWERED, Outcome.ELECTED})
_OUT = (EventKind.REMITTED, EventKind.TABLED)
_STATES = {
    EventKind.WITHDRAWN: StateKind.WITHDRAWN,
    EventKind.TABLED: StateKind.TABLED,
    EventKind.REMITTED: StateKind.REFERRED,
    EventKind.PREPARATION: StateKind.REFERRED,
    EventKind.DECISION: StateKind.DECIDED,
    EventKind.ASSIGNMENT: StateKind.OPEN,
    EventKind.MOTION: StateKind.OPEN,
}


def kind_of(stored: StoredParagraph) -> EventKind:
    """Return what the paragraph does."""
    if stored.head.number is None:
        return EventKind.DOCUMENT
    outcomes = {one.outcome for one in stored.paragraph.acts.decisions}
    return _turned_away(stored, outcomes) or _dealt_with(stored, outcomes)


def _turned_away(stored: StoredParagraph, outcomes: set[Outcome]) -> EventKind | None:
    """Return how the matter left the table undecided, None where it did not."""
    if course.withdraws(decision_text(stored)):
        return EventKind.WITHDRAWN
    if Outcome.REMITTED in outcomes:
        return EventKind.REMITTED
    tabled = Outcome.TABLED in outcomes and not outcomes & (SETTLING - {Outcome.ANSWERED})
    return EventKind.TABLED if tabled else None


def _dealt_with(stored: StoredParagraph, outcomes: set[Outcome]) -> EventKind:
    if stored.paragraph.acts.reports:
        return EventKind.REPORT
    if outcomes and (course.sends_on(decision_text(stored)) or course.prepares(stored.head.board)):
        return EventKind.PREPARATION
    return _settled_or_not(outcomes, stored.head.title)


def _settled_or_not(outcomes: set[Outcome], title: str) -> EventKind:
    if outcomes & SETTLING:
        return EventKind.DECISION
    if Outcome.ASSIGNED in outcomes:
        return EventKind.ASSIGNMENT
    if course.is_motion_title(title):
        return EventKind.MOTION
    if Outcome.NOTED in outcomes:
        return EventKind.NOTICE
    return EventKind.DECISION if outcomes else EventKind.OTHER


def decision_text(stored: StoredParagraph) -> str:
    """Return everything that stands in the paragraph's decision sections, lead-ins included."""
    text = stored.paragraph.text
    places = [one.range for one in stored.paragraph.sections if one.kind is SectionKind.DECISION]
    return "\n".join(text[place.start : place.end] for place in places)


def path_of(members: Sequence[StoredParagraph]) -> tuple[Step, ...]:
    """Return the steps of an issue whose paragraphs come in time order."""
    steps: list[Step] = []
    for one in members:
        days = days_between(steps[-1].date, one.head.date) if steps else None
        steps.append(Step(one.head.id, one.head.board, one.head.date, kind_of(one), days))
    return tuple(steps)


def loops_of(path: Sequence[Step]) -> tuple[Loop, ...]:
    """Return what was remitted or tabled, each with the next step of the same board, where it came back."""
    loops = []
    for place, step in enumerate(path):
        if step.kind in _OUT:
            back = next((later for later in path[place + 1 :] if later.board == step.board), None)
            days = days_between(step.date, back.date) if back else None
            loops.append(Loop(step.kind, step.paragraph_id, back.paragraph_id if back else None, days))
    return tuple(loops)


def state_of(members: Sequence[StoredParagraph], path: Sequence[Step]) -> State:
    """Return where the issue stands: what its last telling step says; a report or a notice changes nothing by itself.

    A report that declares the assignment done settles the issue, one that does not leaves it open.
    """
    for one, step in zip(reversed(members), reversed(path), strict=True):
        kind = _told(one, step.kind)
        if kind is not None:
            return State(kind, one.head.date, _telling(one, kind))
    last = next((one for one in reversed(members) if one.paragraph.acts.decisions), None)
    return State(StateKind.OPEN, last.head.date if last else None, _telling(last, StateKind.OPEN) if last else None)


def _told(one: StoredParagraph, kind: EventKind) -> StateKind | None:
    if kind is EventKind.REPORT:
        closed = any(report.closed for report in one.paragraph.acts.reports)
        given = any(decision.outcome is Outcome.ASSIGNED for decision in one.paragraph.acts.decisions)
        return StateKind.DECIDED if closed and not given else StateKind.OPEN
    if kind is EventKind.DECISION and not {each.outcome for each in one.paragraph.acts.decisions} & SETTLING:
        return None
    return _STATES.get(kind)


_TELLING = {
    StateKind.DECIDED: SETTLING,
    StateKind.TABLED: frozenset({Outcome.TABLED}),
    StateKind.REFERRED: frozenset({Outcome.REMITTED}),
    StateKind.OPEN: frozenset({Outcome.ASSIGNED}),
    StateKind.WITHDRAWN: frozenset(),
}


def _telling(one: StoredParagraph, state: StateKind) -> Quoted | None:
    """Return the decision point that says so; where none stands out, the first."""
    decisions = one.paragraph.acts.decisions
    said = next((each for each in decisions if each.outcome in _TELLING[state]), decisions[0] if decisions else None)
    return None if said is None else quoted(one, _place(said))


def _place(decision: Decision) -> Range:
    return decision.ranges[0] if decision.ranges else Range(0, 0)


def quoted(one: StoredParagraph, place: Range) -> Quoted:
    """Return the words at ``place`` with what people need to cite them."""
    page = one.page_at(place.start)
    words = one.paragraph.text[place.start : place.end]
    return Quoted(one.head.id, one.head.document_id, words, place, page, citation(one.head, page))
