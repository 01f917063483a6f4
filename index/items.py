"""The acts of a paragraph as a list of items, and back.

Owns which list of `Acts` belongs to which `ItemKind`, and who the people of an act are. Taking acts apart and putting
them together again gives the same acts. Nothing is stored here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from index.stored import Act, ItemKind
from nlp.acts import (
    Acts,
    Assignment,
    AssignmentChange,
    Decision,
    DocumentReference,
    Motion,
    NonParticipation,
    Note,
    Person,
    ProcedureStep,
    Recusal,
    Reference,
    Report,
    Reservation,
    Vote,
)
from nlp.document_acts import Activity, Definition, Demand, Goal, Milestone, Office, Recommendation

FIELDS: Mapping[ItemKind, str] = {
    ItemKind.DECISION: "decisions",
    ItemKind.MOTION: "motions",
    ItemKind.VOTE: "votes",
    ItemKind.RESERVATION: "reservations",
    ItemKind.NOTE: "notes",
    ItemKind.ASSIGNMENT: "assignments",
    ItemKind.REPORT: "reports",
    ItemKind.RECUSAL: "recusals",
    ItemKind.REFERENCE: "references",
    ItemKind.PROCEDURE: "procedure",
    ItemKind.NOT_PARTICIPATING: "not_participating",
    ItemKind.DOCUMENT: "documents",
    ItemKind.ASSIGNMENT_CHANGE: "assignment_changes",
    ItemKind.GOAL: "goals",
    ItemKind.DEMAND: "demands",
    ItemKind.MILESTONE: "milestones",
    ItemKind.ACTIVITY: "activities",
    ItemKind.OFFICE: "offices",
    ItemKind.DEFINITION: "definitions",
    ItemKind.RECOMMENDATION: "recommendations",
}
"""The field of `Acts` that holds the items of a kind."""

CLASSES: Mapping[ItemKind, Any] = {
    ItemKind.DECISION: Decision,
    ItemKind.MOTION: Motion,
    ItemKind.VOTE: Vote,
    ItemKind.RESERVATION: Reservation,
    ItemKind.NOTE: Note,
    ItemKind.ASSIGNMENT: Assignment,
    ItemKind.REPORT: Report,
    ItemKind.RECUSAL: Recusal,
    ItemKind.REFERENCE: Reference,
    ItemKind.PROCEDURE: ProcedureStep,
    ItemKind.NOT_PARTICIPATING: NonParticipation,
    ItemKind.DOCUMENT: DocumentReference,
    ItemKind.ASSIGNMENT_CHANGE: AssignmentChange,
    ItemKind.GOAL: Goal,
    ItemKind.DEMAND: Demand,
    ItemKind.MILESTONE: Milestone,
    ItemKind.ACTIVITY: Activity,
    ItemKind.OFFICE: Office,
    ItemKind.DEFINITION: Definition,
    ItemKind.RECOMMENDATION: Recommendation,
}
"""The class (for references: the union) of the items of a kind."""


def items_of(acts: Acts) -> Iterator[tuple[ItemKind, int, Act]]:
    """Yield (kind, position within the kind, act), kinds in the order of `ItemKind`."""
    for kind, field in FIELDS.items():
        for position, act in enumerate(getattr(acts, field)):
            yield kind, position, act


def acts_from(items: Iterable[tuple[ItemKind, Act]], *, immediate: bool) -> Acts:
    """Return the acts that these items are, in the order in which they come within each kind."""
    lists: dict[str, list[Act]] = {field: [] for field in FIELDS.values()}
    for kind, act in items:
        lists[FIELDS[kind]].append(act)
    fields = cast("dict[str, Any]", {field: tuple(acts) for field, acts in lists.items()})
    return Acts(**fields, immediate=immediate)


def people_of(act: Act) -> tuple[Person, ...]:
    """Return the people and parties who act in ``act``: movers, dissenters, voters, those who left or stood aside."""
    match act:
        case Motion():
            return act.movers
        case Reservation() | Note():
            return act.by
        case Vote():
            return tuple(Person(ballot.name, ballot.party) for ballot in act.ballots)
        case Recusal() | NonParticipation():
            return (act.person,)
        case _:
            return ()
