"""The timeline as an SVG file of its own: it prints, follows light and dark, and says in words what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from index.results import Trace
from ui.drawing.layout import lay_out
from ui.drawing.style import own_palette, timeline_rules
from ui.drawing.svg import drawing
from ui.page.html import Markup, tag

_LINE = 22.0
"""Height of a line of text above the drawing."""
_LETTER = 7.5
"""Width of a letter of it, with some room to spare."""
_OWN = (
    "svg{background:var(--ps-surface);font-family:var(--ps-font)}a:focus-visible{outline:2px solid var(--ps-primary)}"
)


def svg(trace: Trace, notes: Sequence[str] = ()) -> str:
    """Return the file; a trace without events is an empty drawing that says so. ``notes`` stand above the drawing."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    if not trace.events:
        text = tag("text", f"Inget ärende hittades från ”{trace.start}”.", x=10, y=30)
        return head + tag("svg", text, xmlns="http://www.w3.org/2000/svg", viewBox="0 0 640 50")
    drawn = lay_out(trace.events)
    markup = drawing(
        trace,
        lambda place, _: f"#handelse-{place}",
        xmlns="http://www.w3.org/2000/svg",
        width=f"{drawn.width:.0f}",
        height=f"{drawn.height:.0f}",
    )
    # A sheet of rules is no text: its braces and quotes must reach the reader as they are.
    rules = f"<style>{own_palette()}{timeline_rules()}{_OWN}</style>"
    start = markup.index(">") + 1
    whole = Markup(markup[:start] + rules + markup[start:])
    return head + (_captioned(whole, drawn.width, drawn.height, notes) if notes else whole) + "\n"


def _captioned(picture: Markup, width: float, height: float, notes: Sequence[str]) -> Markup:
    """Return a drawing moved down beneath lines of text."""
    band = len(notes) * _LINE + _LINE / 2
    lines = [
        tag("text", note, x=8, y=f"{place * _LINE:.0f}", font_family="sans-serif", font_size=13, fill="var(--ps-ink)")
        for place, note in enumerate(notes, start=1)
    ]
    width = max(width, _LETTER * max(map(len, notes)))
    size = {"width": f"{width:.0f}", "height": f"{height + band:.0f}"}
    moved = tag("g", picture, transform=f"translate(0 {band:.0f})")
    return tag("svg", *lines, moved, xmlns="http://www.w3.org/2000/svg", **size)
