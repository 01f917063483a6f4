"""The issues of the demo collection are found as its YAML has them: each whole, none with another, over all boards."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pytest

from data.typeset.collection import Collection, load_collection
from index.course import Validity
from index.tracing.trace import Tracer

Place = tuple[str | None, str | None, int | None]
"""Board, date and number of a paragraph."""


@cache
def collection() -> Collection:
    """Return the collection, read once."""
    return load_collection()


@cache
def gold() -> dict[str, set[Place]]:
    """Return the paragraphs of every issue of the YAML by its name."""
    issues: dict[str, set[Place]] = defaultdict(set)
    for meeting in collection().meetings:
        for paragraph in meeting.paragraphs:
            if paragraph.issue:
                issues[paragraph.issue].add((meeting.board, meeting.date, paragraph.number))
    return issues


@pytest.mark.parametrize("name", sorted(gold()))
def test_an_issue_is_found_whole_and_alone(tracer: Tracer, name: str) -> None:
    """From whichever paragraph one starts, the issue holds exactly the paragraphs that the YAML gives it."""
    catalog = tracer.graph().catalog
    wanted = gold()[name]
    ids = {(head.board, head.date, head.number): head.id for head in catalog.shown}
    places = {one: place for place, one in ids.items()}
    for place in wanted:
        # The collection's documents may be part of an issue too; the YAML gives them none.
        found = tracer.issues().gathering().issue_of(ids[place]).members
        assert {places[one] for one in found if places[one][2] is not None} == wanted


def test_the_superseded_decision_is_shown_as_such(tracer: Tracer) -> None:
    """What the YAML says is superseded is repealed or replaced, in the words of the paragraph that does it."""
    replacing = {
        f"{meeting.code} {meeting.date} § {paragraph.number}": paragraph.supersedes
        for meeting in collection().meetings
        for paragraph in meeting.paragraphs
        if paragraph.supersedes
    }
    assert replacing
    for later, earlier in replacing.items():
        trace = tracer.trace(earlier)
        event = next(one for one in trace.events if one.paragraph_id == tracer.paragraph_named(earlier))
        assert event.standing is not None
        assert event.standing.validity in (Validity.REPEALED, Validity.REPLACED)
        assert event.standing.by is not None
        assert event.standing.by.paragraph_id == tracer.paragraph_named(later)


def test_no_other_decision_is_said_to_be_superseded(tracer: Tracer) -> None:
    """Nothing else in the ten issues is repealed or replaced, for the YAML says of nothing else that it is."""
    superseded = [p.supersedes for m in collection().meetings for p in m.paragraphs if p.supersedes]
    told = {tracer.paragraph_named(one) for one in superseded}
    found = set()
    for places in gold().values():
        board, date, number = min(places, key=lambda place: place[1] or "")
        events = tracer.trace(f"{board} {date} § {number}").events
        assert all(event.links for event in events), "every event says why it is there"
        gone = (Validity.REPEALED, Validity.REPLACED)
        found |= {one.paragraph_id for one in events if one.standing and one.standing.validity in gone}
    assert found == told
