"""Where the events of an issue stand on its timeline: one lane per board, one column per year. Pure arithmetic.

Always holds: every event stands once, in its board's lane, at its date; events that would cover each other stand on
rows of their own. An event without a date stands in a last column. A reduced date ("2024", "2024-03") keeps the span
that it means: the event stands in its middle.
"""

from __future__ import annotations

from calendar import isleap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.results import Event
from ui.speech import t

WIDTH_LEAST, YEAR_WIDTH_LEAST, YEAR_WIDTH_MOST, MARGIN = 940, 150, 420, 14
EVENT_WIDTH = 36
HEAD, LANE_LABEL, ROW, LANE_PADDING = 30, 24, 26, 8
LABEL_WIDTH = 62
"""Room for a glyph and its "§ 231" beside it: nearer events go to different rows."""
GLYPH = 6.5
MIDDLE = 0.5
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Dot:
    """An event on the drawing, centre in drawing units; ``span`` from left to right where its date is reduced."""

    event: Event
    place: int
    x: float
    y: float
    span: tuple[float, float] | None = None


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


def lay_out(events: Sequence[Event]) -> Drawing:
    """Return where the events stand; ``events`` are at least one, in time order."""
    years = _years(events)
    names = [str(year) for year in years] + ([t("Odaterat")] if any(moment(e.date) is None for e in events) else [])
    width = max(WIDTH_LEAST, len(names) * _year_width(events) + 2 * MARGIN)
    step = (width - 2 * MARGIN) / len(names)
    columns = tuple((name, MARGIN + step * place) for place, name in enumerate(names))
    across = [_across(event, years, step) for event in events]
    lanes, dots, top = [], [], float(HEAD)
    for board in dict.fromkeys(board_of(event) for event in events):
        members = [(place, event) for place, event in enumerate(events) if board_of(event) == board]
        rows = _rows([across[place] for place, _ in members])
        lane = Lane(board, top, LANE_LABEL + (max(rows) + 1) * ROW + LANE_PADDING)
        dots += [
            Dot(event, place, across[place], top + LANE_LABEL + (row + MIDDLE) * ROW, _span(event, years, step))
            for (place, event), row in zip(members, rows, strict=True)
        ]
        lanes.append(lane)
        top += lane.height
    return Drawing(width, top, columns, tuple(lanes), tuple(sorted(dots, key=lambda dot: dot.place)))


def _year_width(events: Sequence[Event]) -> float:
    """Return how wide a year must be for the fullest year of any board to keep to few rows."""
    fullest = max(Counter((board_of(event), (event.date or "")[:4]) for event in events).values())
    return min(YEAR_WIDTH_MOST, max(YEAR_WIDTH_LEAST, LABEL_WIDTH + fullest * EVENT_WIDTH))


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


def _span(event: Event, years: range, step: float) -> tuple[float, float] | None:
    """Return how far the year or month of a reduced date reaches, None for a whole or an unknown date."""
    parts = (event.date or "").split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > len(("year", "month")):
        return None
    left = MARGIN + (int(parts[0]) - years.start) * step
    if len(parts) == 1:
        return left + 3, left + step - 3
    month = (int(parts[1]) - 1) % _MONTHS
    return left + step * month / _MONTHS, left + step * (month + 1) / _MONTHS


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


def board_of(event: Event) -> str:
    """Return the name of the lane of an event; a document has no board of its own."""
    return event.board or t("Dokument" if event.number is None else "Okänt organ")
