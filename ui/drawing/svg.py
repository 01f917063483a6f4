"""The timeline of an issue as SVG: lanes by board, a sign for each event, arrows for what one names of another.

Always holds: every event is a link that says what it is in words, in time order, so that keyboard and screen reader
meet the same course as the eye; the markup is sound XML. `href` decides where an event's link leads.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from index.course import EventKind
from index.results import CONCLUDED, Event, LinkKind, Trace
from ui import course_words, words
from ui.drawing.glyphs import glyph, tone_of
from ui.drawing.layout import GLYPH, MARGIN, Dot, Drawing, board_of, lay_out
from ui.page.html import EMPTY, Markup, tag
from ui.speech import t

Href = Callable[[int, Event], str]
"""Gives the address of an event by its place in the trace, from 1."""

_UNDRAWN = (LinkKind.SAME_CASE, LinkKind.SAME_TITLE)
_BOW, _BOW_LEAST, _BOW_MOST = 0.14, 14.0, 48.0
_THREADED = 60
"""Of more events than this the thread through all of them hides more than it shows."""
_ARCS = 3
"""Of more arrows an event than this only those to the nearest are drawn: an issue that is tabled twelve times names all
twelve each time. The list beneath tells every link."""
_HEAD_LENGTH = 7.0
_SHORT = GLYPH + 1.5


def drawing(trace: Trace, href: Href, **attributes: str | float | bool | None) -> Markup:
    """Return the <svg> of a trace that has at least one event."""
    drawn = lay_out(trace.events)
    return tag(
        "svg",
        tag("title", t("Tidslinje: {rubrik}", rubrik=trace.title)),
        tag("desc", summary(trace, drawn)),
        tag("defs", _arrowhead()),
        *_columns(drawn),
        *_lanes(drawn),
        _thread(drawn) if len(drawn.dots) <= _THREADED else EMPTY,
        *_spans(drawn),
        *_links(drawn),
        *(_dot(dot, href) for dot in drawn.dots),
        viewBox=f"0 0 {drawn.width:.0f} {drawn.height:.0f}",
        role="group",
        aria_label=summary(trace, drawn),
        **attributes,
    )


def summary(trace: Trace, drawn: Drawing) -> str:
    """Return what a screen reader says first."""
    return t(
        "Tidslinje: {händelser} i {organ}",
        händelser=words.count(len(trace.events), "händelse", "händelser"),
        organ=words.count(len(drawn.lanes), "organ", "organ"),
    )


def told(event: Event) -> str:
    """Return an event in one line of words."""
    said = ", ".join(filter(None, [course_words.happened(event), _against(event)]))
    where = event.file if event.number is None else f"{board_of(event)} § {event.number}"
    return f"{words.date(event.date)}, {where}: {event.title} – {said}"


def legend(events: Sequence[Event]) -> Markup:
    """Return what the signs that occur mean."""
    tones = {event.kind: tone_of(event) for event in reversed(events)}
    entries = [
        tag("li", _sign(glyph(kind, tones[kind], 9, 9)), course_words.event_kind(kind))
        for kind in EventKind
        if kind in tones
    ]
    if any(tone_of(event) == "against" for event in events):
        entries.append(tag("li", _sign(glyph(events[0].kind, "against", 9, 9)), t("Röd: avslag")))
    if any(event.against for event in events):
        entries.append(tag("li", _sign(tag("circle", cx=9, cy=9, r=7.5, class_="ps-ring")), t("Någon var emot")))
    if any(link.kind in CONCLUDED for event in events for link in event.links if link.kind not in _UNDRAWN):
        line = tag("line", x1=1, x2=17, y1=9, y2=9, class_="ps-arc ps-arc-guess")
        entries.append(tag("li", _sign(line), t("Programmets slutsats")))
    return tag("ul", *entries, class_="ps-legend", aria_label=t("Teckenförklaring"))


def _sign(shape: Markup) -> Markup:
    return tag("svg", shape, viewBox="0 0 18 18", width=18, height=18, aria_hidden="true")


def _arrowhead() -> Markup:
    path = tag("path", d="M0 0L8 4L0 8z", class_="ps-arrowhead")
    return tag(
        "marker",
        path,
        id="ps-pil",
        viewBox="0 0 8 8",
        refX=8,
        refY=4,
        markerWidth=_HEAD_LENGTH,
        markerHeight=_HEAD_LENGTH,
        markerUnits="userSpaceOnUse",
        orient="auto",
    )


def _columns(drawn: Drawing) -> list[Markup]:
    marks = []
    for name, x in drawn.columns:
        marks.append(tag("line", x1=f"{x:.1f}", x2=f"{x:.1f}", y1=0, y2=f"{drawn.height:.1f}", class_="ps-grid"))
        marks.append(tag("text", name, x=f"{x + 8:.1f}", y=20, class_="ps-year"))
    return marks


def _lanes(drawn: Drawing) -> list[Markup]:
    marks = []
    for number, lane in enumerate(drawn.lanes):
        shade = "ps-lane ps-lane-odd" if number % 2 else "ps-lane"
        marks.append(
            tag("rect", x=0, y=f"{lane.top:.1f}", width=f"{drawn.width:.0f}", height=f"{lane.height:.1f}", class_=shade)
        )
        marks.append(tag("text", lane.board, x=MARGIN, y=f"{lane.top + 17:.1f}", class_="ps-board"))
    return marks


def _thread(drawn: Drawing) -> Markup:
    points = " ".join(f"{dot.x:.1f},{dot.y:.1f}" for dot in drawn.dots)
    return tag("polyline", points=points, class_="ps-thread")


def _spans(drawn: Drawing) -> list[Markup]:
    """Draw how far a reduced date reaches: an event dated "2024" may have been on any day of it."""
    return [
        tag("path", d=f"M{span[0]:.1f} {dot.y - 4:.1f}v8m0 -4H{span[1]:.1f}m0 -4v8", class_="ps-span")
        for dot in drawn.dots
        if (span := dot.span) is not None
    ]


def _links(drawn: Drawing) -> list[Markup]:
    """Draw what one paragraph says of another; that they share a number or a title shows in their standing here."""
    dots: Mapping[str, Dot] = {dot.event.paragraph_id: dot for dot in drawn.dots}
    pairs: dict[tuple[str, str], bool] = {}
    for link in (link for dot in drawn.dots for link in dot.event.links):
        if link.kind not in _UNDRAWN and link.to_id and link.from_id != link.to_id:
            key = (link.from_id, link.to_id)
            pairs[key] = pairs.get(key, True) and link.kind in CONCLUDED
    found = [(one, other, guess) for (one, other), guess in sorted(pairs.items()) if one in dots and other in dots]
    nearest: dict[str, int] = {}
    for one, other, _ in found:
        distance = abs(dots[one].place - dots[other].place)
        nearest[one] = min(distance, nearest.get(one, distance))
    many = len(found) > _ARCS * len(dots)
    return [
        _arc(dots[one], dots[other], guess=guess)
        for one, other, guess in found
        if not many or abs(dots[one].place - dots[other].place) == nearest[one]
    ]


def _arc(one: Dot, other: Dot, *, guess: bool) -> Markup:
    """Draw an arrow from what names to what is named, stopping short of the latter's sign."""
    across, down = other.x - one.x, other.y - one.y
    distance = max(math.hypot(across, down), 1.0)
    bow = min(_BOW_MOST, max(_BOW_LEAST, distance * _BOW)) * (1 if across < 0 else -1) / distance
    bend, lift = one.x + across / 2 - down * bow, one.y + down / 2 + across * bow
    dx, dy = other.x - bend, other.y - lift
    length = max(math.hypot(dx, dy), 1.0)
    x, y = other.x - dx / length * _SHORT, other.y - dy / length * _SHORT
    path = f"M{one.x:.1f} {one.y:.1f}Q{bend:.1f} {lift:.1f} {x:.1f} {y:.1f}"
    return tag("path", d=path, class_="ps-arc ps-arc-guess" if guess else "ps-arc", marker_end="url(#ps-pil)")


def _dot(dot: Dot, href: Href) -> Markup:
    event, name = dot.event, told(dot.event)
    short = t("Dokument") if event.number is None else f"§ {event.number}"
    label = tag("text", short, x=f"{dot.x + GLYPH + 7:.1f}", y=f"{dot.y + 4:.1f}", class_="ps-label")
    ring = (
        tag("circle", cx=f"{dot.x:.1f}", cy=f"{dot.y:.1f}", r=GLYPH + 3.5, class_="ps-ring") if event.against else EMPTY
    )
    shape = glyph(event.kind, tone_of(event), dot.x, dot.y)
    return tag(
        "a",
        tag("title", name),
        ring,
        shape,
        label,
        href=href(dot.place + 1, event),
        data_jump="",
        aria_label=name,
    )


def _against(event: Event) -> str:
    return t("emot: {vilka}", vilka=", ".join(event.against)) if event.against else ""
