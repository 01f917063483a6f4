"""The course of an issue as a drawing on the page: the timeline in its frame, with what its signs mean."""

from __future__ import annotations

from index.results import Trace
from ui.drawing.layout import lay_out
from ui.drawing.svg import drawing, legend
from ui.page.html import EMPTY, Markup, tag


def timeline(trace: Trace) -> Markup:
    """Return the timeline of an issue, nothing when it has no event."""
    if not trace.events:
        return EMPTY
    least = f"min-width:{lay_out(trace.events).width:.0f}px"
    svg = drawing(trace, lambda place, _: f"#handelse-{place}", style=least)
    frame = tag(
        "div", svg, class_="ps-timeline", tabindex=0, role="region", aria_label="Tidslinje, kan rullas i sidled"
    )
    return tag("figure", frame, legend(trace.events), class_="ps-figure")
