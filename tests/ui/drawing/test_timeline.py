from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.course import EventKind
from index.results import Event, LinkKind
from nlp.acts import Range
from ui.drawing.layout import GLYPH, LABEL_WIDTH, lay_out, moment
from ui.page.follow.timeline import timeline

Make = Callable[..., Any]

dates = st.none() | st.dates(date(2000, 1, 1), date(2030, 12, 31)).flatmap(
    lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]])
)


def event(place: int, board: str | None, iso: str | None) -> Event:
    """Return an event of which only board and date matter."""
    return Event(f"d-{place}", board, iso, place, "Rubrik", (), "a.pdf", "d", 1, (), (), "", Range(0, 0), "", ())


events = st.lists(st.tuples(st.sampled_from(["HSN", "RS", "BPT", None]), dates), min_size=1, max_size=40).map(
    lambda pairs: [event(place, board, iso) for place, (board, iso) in enumerate(pairs)]
)


@given(events)
def test_every_event_is_drawn_once_in_its_lane_and_in_sight(drawn_events: list[Event]) -> None:
    """No event is lost, none leaves the drawing, and each stands in the lane of its board."""
    drawn = lay_out(drawn_events)
    lanes = {lane.board: lane for lane in drawn.lanes}
    assert [dot.event for dot in drawn.dots] == drawn_events
    for dot in drawn.dots:
        lane = lanes[dot.event.board or "Okänt organ"]
        assert lane.top < dot.y < lane.top + lane.height
        assert GLYPH <= dot.x <= drawn.width - GLYPH


@given(events)
def test_no_event_covers_another(drawn_events: list[Event]) -> None:
    """Two events on one row leave room for the first one's number."""
    rows: dict[float, list[float]] = {}
    for dot in lay_out(drawn_events).dots:
        rows.setdefault(dot.y, []).append(dot.x)
    for across in rows.values():
        gaps = [later - earlier for earlier, later in zip(sorted(across), sorted(across)[1:], strict=False)]
        assert all(gap >= LABEL_WIDTH - 1e-6 for gap in gaps)


@given(events)
def test_time_runs_to_the_right(drawn_events: list[Event]) -> None:
    """A later date never stands to the left of an earlier one; what is undated comes last."""
    dots = sorted(lay_out(drawn_events).dots, key=lambda dot: dot.x)
    moments = [moment(dot.event.date) for dot in dots]
    known = [value for value in moments if value is not None]
    assert known == sorted(known)
    assert None not in moments[: len(known)]


@pytest.mark.parametrize(
    ("iso", "expected"),
    [("2024", 2024.5), ("2024-01-01", 2024.0), (None, None), ("2023-02-30", 2023.5), ("2024-07", 2024.53)],
)
def test_moments(iso: str | None, expected: float | None) -> None:
    """A reduced date stands in the middle of what is known; an impossible day in the middle of its year."""
    found = moment(iso)
    assert found == (None if expected is None else pytest.approx(expected, abs=0.02))


def test_the_drawing_is_a_list_of_links_that_say_what_they_are(make_trace: Make, make_event: Make) -> None:
    """A screen reader hears the date, board, paragraph, title, outcome and dissent of each event."""
    drawn = ET.fromstring(_svg(timeline(make_trace(make_event(kind=EventKind.REMITTED)))))  # noqa: S314 - our own markup
    (link,) = drawn.findall("a")
    assert link.get("href") == "#handelse-1"
    assert link.get("aria-label") == (
        "18 mars 2021, Hälso- och sjukvårdsnämnden § 14: Uppföljning av väntetider – Återremiss, emot: S, V"
    )
    assert drawn.get("aria-label") == "Tidslinje: 1 händelse i 1 organ"


def test_references_between_events_are_drawn(make_trace: Make, make_event: Make, make_link: Make) -> None:
    """An arc joins a paragraph to the one it names, and none is drawn to what lies outside."""
    first, second = make_event(), make_event(paragraph_id="x-9", date="2022-01-01")
    link = make_link(from_id="x-9")
    outside, same_case = make_link(to_id=None), make_link(kind=LinkKind.SAME_CASE, from_id="x-9")
    events_linked = (first, make_event(paragraph_id="x-9", date="2022-01-01", links=(link, outside, same_case)))
    assert 'class="ps-arc"' not in timeline(make_trace(first, second))
    assert timeline(make_trace(*events_linked)).count('class="ps-arc"') == 1


def test_an_empty_course_has_no_drawing(make_trace: Make) -> None:
    """Nothing is drawn of nothing."""
    assert timeline(make_trace()) == ""


def _svg(markup: str) -> str:
    return markup[markup.index("<svg") : markup.index("</svg>") + len("</svg>")]
