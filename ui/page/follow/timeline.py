"""The course of an issue as a drawing on the page, and the same as a table: what the eye sees, any reader can read."""

from __future__ import annotations

from index.results import Event, Trace
from ui import course_words, words
from ui.drawing.layout import board_of, lay_out
from ui.drawing.svg import drawing, legend
from ui.page.follow.summary import shortened
from ui.page.html import EMPTY, Markup, tag
from ui.speech import t

COLUMNS = ("Datum", "Organ och paragraf", "Vad som hände", "Emot", "Beslut", "Hänvisning")
_QUOTE = 220


def timeline(trace: Trace) -> Markup:
    """Return the timeline of an issue, nothing when it has no event."""
    if not trace.events:
        return EMPTY
    least = f"min-width:{lay_out(trace.events).width:.0f}px"
    svg = drawing(trace, lambda place, _: f"#handelse-{place}", style=least)
    name = t("Tidslinje, kan rullas i sidled")
    frame = tag("div", svg, class_="ps-timeline", tabindex=0, role="region", aria_label=name)
    return tag("figure", frame, legend(trace.events), class_="ps-figure", id="ps-tidslinje")


def table(trace: Trace) -> Markup:
    """Return the same events as a table, folded on the screen and unfolded on paper."""
    if not trace.events:
        return EMPTY
    head = tag("thead", tag("tr", *(tag("th", t(name), scope="col") for name in COLUMNS)))
    rows = [_row(place, event) for place, event in enumerate(trace.events, start=1)]
    grid = tag("table", head, tag("tbody", *rows), class_="ps-sheet-table")
    body = tag("div", grid, class_="ps-scroll", tabindex=0, role="region", aria_label=t("Ärendet som tabell"))
    return tag("details", tag("summary", t("Tidslinjen som tabell")), body, class_="ps-details ps-as-table")


def _row(place: int, event: Event) -> Markup:
    where = event.file if event.number is None else f"{board_of(event)} §\N{NO-BREAK SPACE}{event.number}"
    jump = tag("a", words.date(event.date), href=f"#handelse-{place}", data_jump=True)
    quote = tag("span", f"”{shortened(event.quote, _QUOTE)}”", lang="sv") if event.quote else EMPTY
    return tag(
        "tr",
        tag("th", jump, scope="row"),
        tag("td", where),
        tag("td", course_words.happened(event)),
        tag("td", ", ".join(event.against)),
        tag("td", tag("b", event.title, lang="sv"), " ", quote),
        tag("td", event.citation, lang="sv"),
    )
