"""The course of an issue as an SVG timeline: one lane per board, one column per year. Pure arithmetic and markup.

Always holds: every event is drawn once, in its board's lane, at its date; events that would cover each other stand on
rows of their own. An event without a date stands in a last column. The list beneath holds the same content as text.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from index.results import Event, LinkKind, Trace
from ui import words
from ui.page.html import EMPTY, Markup, tag
from ui.page.views import common

WIDTH_LEAST, YEAR_WIDTH_LEAST, MARGIN = 940, 150, 14
HEAD, LANE_LABEL, ROW, LANE_PADDING = 30, 24, 26, 8
LABEL_WIDTH = 62
"""Room for a glyph and its "§ 231" beside it: nearer events go to different rows."""
GLYPH = 6.5
MIDDLE = 0.5
_UNDRAWN = (LinkKind.SAME_CASE, LinkKind.SAME_TITLE)


@dataclass(frozen=True, slots=True)
class Dot:
    """An event on the drawing, centre in drawing units."""

    event: Event
    place: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A board's strip of the drawing."""

    board: str
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where everything stands."""

    width: float
    height: float
    columns: tuple[tuple[str, float], ...]
    lanes: tuple[Lane, ...]
    dots: tuple[Dot, ...]


def timeline(trace: Trace) -> Markup:
    """Return the timeline of an issue, nothing when it has no event."""
    if not trace.events:
        return EMPTY
    drawn = lay_out(trace.events)
    svg = tag(
        "svg",
        *_columns(drawn),
        *_lanes(drawn),
        _thread(drawn),
        *_links(drawn),
        *(_dot(dot) for dot in drawn.dots),
        viewBox=f"0 0 {drawn.width:.0f} {drawn.height:.0f}",
        role="group",
        aria_label=_summary(trace, drawn),
        style=f"min-width:{drawn.width:.0f}px",
    )
    frame = tag(
        "div", svg, class_="ps-timeline", tabindex=0, role="region", aria_label="Tidslinje, kan rullas i sidled"
    )
    return tag("figure", frame, _legend(trace.events), class_="ps-figure")


def lay_out(events: Sequence[Event]) -> Drawing:
    """Return where the events stand; ``events`` are at least one, in time order."""
    years = _years(events)
    names = [str(year) for year in years] + (["Odaterat"] if any(moment(e.date) is None for e in events) else [])
    width = max(WIDTH_LEAST, len(names) * YEAR_WIDTH_LEAST + 2 * MARGIN)
    step = (width - 2 * MARGIN) / len(names)
    columns = tuple((name, MARGIN + step * place) for place, name in enumerate(names))
    across = [_across(event, years, step) for event in events]
    lanes, dots, top = [], [], float(HEAD)
    for board in dict.fromkeys(_board(event) for event in events):
        members = [(place, event) for place, event in enumerate(events) if _board(event) == board]
        rows = _rows([across[place] for place, _ in members])
        lane = Lane(board, top, LANE_LABEL + (max(rows) + 1) * ROW + LANE_PADDING)
        dots += [
            Dot(event, place, across[place], top + LANE_LABEL + (row + MIDDLE) * ROW)
            for (place, event), row in zip(members, rows, strict=True)
        ]
        lanes.append(lane)
        top += lane.height
    return Drawing(width, top, columns, tuple(lanes), tuple(sorted(dots, key=lambda dot: dot.place)))


def moment(iso: str | None) -> float | None:
    """Return a date as a year with decimals; a reduced date stands in the middle of its month or year."""
    parts = [int(part) for part in (iso or "").split("-") if part.isdecimal()]
    if not parts:
        return None
    year, month, day = [*parts, None, None][:3]
    if not year or month is None:
        return (year or 0) + MIDDLE
    try:
        day_of_year = date(year, month, day or 15).timetuple().tm_yday
    except ValueError:
        return year + MIDDLE
    return year + (day_of_year - 1) / (366 if isleap(year) else 365)


def _years(events: Sequence[Event]) -> range:
    known = [int(value) for event in events if (value := moment(event.date)) is not None]
    return range(min(known), max(known) + 1) if known else range(0)


def _across(event: Event, years: range, step: float) -> float:
    value = moment(event.date)
    columns = len(years) + MIDDLE if value is None else value - years.start
    # The glyph and its label stay inside the column of their year.
    column = int(columns)
    room = max(step - LABEL_WIDTH, GLYPH)
    return MARGIN + column * step + GLYPH + 2 + (columns - column) * room


def _rows(across: Sequence[float]) -> list[int]:
    """Return the row of each place (left to right order not needed) such that no two on a row are too near."""
    rows: list[int] = []
    taken: list[list[float]] = []
    for x in across:
        row = next((n for n, others in enumerate(taken) if all(abs(x - o) >= LABEL_WIDTH for o in others)), len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append(x)
        rows.append(row)
    return rows


def _board(event: Event) -> str:
    return event.board or "Okänt organ"


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


def _links(drawn: Drawing) -> list[Markup]:
    """Draw what one paragraph says of another; that they share a number or a title shows in their standing here."""
    dots: Mapping[str, Dot] = {dot.event.paragraph_id: dot for dot in drawn.dots}
    pairs = {
        (link.from_id, link.to_id)
        for dot in drawn.dots
        for link in dot.event.links
        if link.kind not in _UNDRAWN and link.to_id and link.from_id != link.to_id
    }
    return [_arc(dots[one], dots[other]) for one, other in sorted(pairs) if one in dots and other in dots]


def _arc(one: Dot, other: Dot) -> Markup:
    bend = (one.x + other.x) / 2
    lift = min(one.y, other.y) - 16
    path = f"M{one.x:.1f} {one.y:.1f}Q{bend:.1f} {lift:.1f} {other.x:.1f} {other.y:.1f}"
    return tag("path", d=path, class_="ps-arc")


def _dot(dot: Dot) -> Markup:
    event = dot.event
    outcome = event.outcomes[0] if event.outcomes else "other"
    said = ", ".join(filter(None, [words.outcome(outcome) if event.outcomes else "", _against(event)]))
    where = event.file if event.number is None else f"{_board(event)} § {event.number}"
    name = f"{words.date(event.date)}, {where}: {event.title}{f' – {said}' if said else ''}"
    short = "Dokument" if event.number is None else f"§ {event.number}"
    label = tag("text", short, x=f"{dot.x + GLYPH + 7:.1f}", y=f"{dot.y + 4:.1f}", class_="ps-label")
    ring = (
        tag("circle", cx=f"{dot.x:.1f}", cy=f"{dot.y:.1f}", r=GLYPH + 3.5, class_="ps-ring") if event.against else EMPTY
    )
    shape = glyph(common.tone(outcome), dot.x, dot.y)
    return tag(
        "a", tag("title", name), ring, shape, label, href=f"#handelse-{dot.place + 1}", data_jump=True, aria_label=name
    )


def _against(event: Event) -> str:
    return f"emot: {', '.join(event.against)}" if event.against else ""


def glyph(tone: str, x: float, y: float) -> Markup:
    """Return the sign of an outcome; shapes differ as well as colours."""
    class_, r = f"ps-glyph ps-glyph-{tone}", GLYPH
    if tone == "against":
        return tag(
            "rect", x=f"{x - r + 0.5:.1f}", y=f"{y - r + 0.5:.1f}", width=2 * r - 1, height=2 * r - 1, class_=class_
        )
    if tone == "wait":
        points = f"{x:.1f},{y - r - 1:.1f} {x + r + 1:.1f},{y:.1f} {x:.1f},{y + r + 1:.1f} {x - r - 1:.1f},{y:.1f}"
        return tag("polygon", points=points, class_=class_)
    if tone == "task":
        points = f"{x - r:.1f},{y - r:.1f} {x + r + 1:.1f},{y:.1f} {x - r:.1f},{y + r:.1f}"
        return tag("polygon", points=points, class_=class_)
    return tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=r, class_=class_)


_LEGEND = (
    ("for", "Bifall eller val"),
    ("against", "Avslag"),
    ("wait", "Återremiss eller bordläggning"),
    ("task", "Uppdrag"),
    ("done", "Besvarad"),
    ("plain", "Antecknas eller annat"),
)


def _legend(events: Sequence[Event]) -> Markup:
    """Return what the signs that occur mean."""
    occurring = {common.tone(event.outcomes[0] if event.outcomes else "other") for event in events}
    entries = [tag("li", _sign(glyph(tone, 9, 9)), text) for tone, text in _LEGEND if tone in occurring]
    if any(event.against for event in events):
        entries.append(tag("li", _sign(tag("circle", cx=9, cy=9, r=7.5, class_="ps-ring")), "Någon var emot"))
    return tag("ul", *entries, class_="ps-legend", aria_label="Teckenförklaring")


def _sign(shape: Markup) -> Markup:
    return tag("svg", shape, viewBox="0 0 18 18", width=18, height=18, aria_hidden="true")


def _summary(trace: Trace, drawn: Drawing) -> str:
    events = words.count(len(trace.events), "händelse", "händelser")
    return f"Tidslinje: {events} i {words.count(len(drawn.lanes), 'organ', 'organ')}"
