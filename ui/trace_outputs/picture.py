"""The timeline as an SVG file of its own: it prints, follows light and dark, and says in words what it shows."""

from __future__ import annotations

from index.results import Trace
from ui.drawing.layout import lay_out
from ui.drawing.style import own_palette, timeline_rules
from ui.drawing.svg import drawing
from ui.page.html import Markup, tag

_OWN = (
    "svg{background:var(--ps-surface);font-family:var(--ps-font)}a:focus-visible{outline:2px solid var(--ps-primary)}"
)


def svg(trace: Trace) -> str:
    """Return the file; a trace without events is an empty drawing that says so."""
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
    return head + Markup(markup[:start] + rules + markup[start:]) + "\n"
