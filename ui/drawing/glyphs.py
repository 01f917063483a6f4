"""The signs of the timeline: a shape for what an event does, a colour for how it ended. Pure markup.

Shapes differ as well as colours, so that neither a bad printer nor a bad eye loses anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from index.course import EventKind
from index.results import Event
from ui.drawing.layout import GLYPH
from ui.page.html import Markup, tag

_R = GLYPH


def glyph(kind: EventKind, tone: str, x: float, y: float) -> Markup:
    """Return the sign of an event of this kind and tone with its middle at ``x``, ``y``."""
    return _SHAPES.get(kind, _circle)(x, y, f"ps-glyph ps-glyph-{tone}")


def tone_of(event: Event) -> str:
    """Return the colour's name of how an event ended."""
    return kind_tone(event.kind, event.outcomes)


def kind_tone(kind: EventKind, outcomes: tuple[str, ...]) -> str:
    """Return the colour's name: yes, no, later, task, done or plain."""
    if kind in (EventKind.REMITTED, EventKind.TABLED):
        return "wait"
    if kind is EventKind.ASSIGNMENT:
        return "task"
    if kind is EventKind.REPORT:
        return "done"
    if kind in (EventKind.DECISION, EventKind.PREPARATION):
        against = "rejected" in outcomes and "approved" not in outcomes
        return "against" if against else "for"
    return "plain"


def _circle(x: float, y: float, class_: str) -> Markup:
    return tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=_R, class_=class_)


def _small(x: float, y: float, class_: str) -> Markup:
    return tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=_R - 2, class_=class_)


def _half(x: float, y: float, class_: str) -> Markup:
    """A half disc: one body has said its word, another is to decide."""
    path = f"M{x:.1f} {y - _R:.1f}A{_R} {_R} 0 0 0 {x:.1f} {y + _R:.1f}L{x + 2:.1f} {y + _R:.1f}V{y - _R:.1f}Z"
    return tag("path", d=path, class_=class_)


def _polygon(*corners: tuple[float, float]) -> Callable[[float, float, str], Markup]:
    def drawn(x: float, y: float, class_: str) -> Markup:
        points = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in corners)
        return tag("polygon", points=points, class_=class_)

    return drawn


_SHAPES: Mapping[EventKind, Callable[[float, float, str], Markup]] = {
    EventKind.DECISION: _circle,
    EventKind.PREPARATION: _half,
    EventKind.NOTICE: _small,
    EventKind.OTHER: _small,
    EventKind.REMITTED: _polygon((0, -_R - 1), (_R + 1, 0), (0, _R + 1), (-_R - 1, 0)),
    EventKind.TABLED: _polygon(
        (-5.5, -_R), (-1.5, -_R), (-1.5, _R), (1.5, _R), (1.5, -_R), (5.5, -_R), (5.5, _R), (-5.5, _R)
    ),
    EventKind.ASSIGNMENT: _polygon((-_R, -_R), (_R + 1, 0), (-_R, _R)),
    EventKind.REPORT: _polygon((_R, -_R), (-_R - 1, 0), (_R, _R)),
    EventKind.MOTION: _polygon((0, -_R - 1), (_R + 1, _R - 1), (-_R - 1, _R - 1)),
    EventKind.DOCUMENT: _polygon((-5, -_R), (2, -_R), (5, -_R + 3), (5, _R), (-5, _R)),
    EventKind.WITHDRAWN: _polygon(
        (-6, -4), (-4, -6), (0, -2), (4, -6), (6, -4), (2, 0), (6, 4), (4, 6), (0, 2), (-4, 6), (-6, 4), (-2, 0)
    ),
}
