"""The course of an issue as HTML: timeline, the same events as a list with evidence, and what lies outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.results import Coverage, Event, Link, Trace
from ui import words
from ui.page.html import EMPTY, Markup, tag
from ui.page.state import PageState, Place, Tab
from ui.page.views import common
from ui.page.views.timeline import timeline

SURE = 0.9
"""From this confidence on a link is called sure; beneath it the page says that it is the program's guess."""


def nothing_followed(coverage: Coverage, state: PageState, starters: Sequence[str] = ()) -> Markup:
    """Return what the page shows before an issue is followed."""
    body = (
        tag("p", "Skriv ett diarienummer, en paragraf (organ, datum och §) eller beskriv ärendet med egna ord."),
        common.examples("Till exempel:", [(text, state.following(text)) for text in starters]) if starters else None,
        tag("p", "Du kan också trycka på ”Följ ärendet” vid en sökträff."),
        common.searched(coverage),
    )
    return common.panel(Tab.FOLLOW, state, common.message("Följ ett ärende", *body))


def course(found: Trace, state: PageState) -> Markup:
    """Return the course of an issue."""
    if not found.events:
        return _nothing(found, state)
    span = _span(found)
    count = words.count(len(found.events), "händelse", "händelser")
    head = tag(
        "div",
        tag("h2", found.title or found.start),
        tag("p", f"{count}{span}", class_="ps-lead"),
        common.searched(found.coverage),
        class_="ps-status",
    )
    places = {event.paragraph_id: place for place, event in enumerate(found.events, start=1)}
    documents = {event.paragraph_id: event.document_id for event in found.events}
    events = [_event(event, place, state, places, documents) for place, event in enumerate(found.events, start=1)]
    listed = tag("ol", *events, class_="ps-events")
    return common.panel(
        Tab.FOLLOW,
        state,
        head,
        timeline(found),
        tag("h3", "Händelser", class_="ps-part"),
        listed,
        _outside(found, state, documents),
    )


def failed(reason: str, state: PageState) -> Markup:
    """Return what the page shows when the library refuses, in the library's own Swedish words."""
    return common.panel(
        Tab.FOLLOW, state, common.message("Det gick inte att följa ärendet", tag("p", reason), class_="ps-warning")
    )


def _nothing(found: Trace, state: PageState) -> Markup:
    cure = tag("p", "Pröva diarienumret som det är tryckt, eller beskriv ärendet med andra ord.")
    body = cure, common.searched(found.coverage)
    return common.panel(Tab.FOLLOW, state, common.message(f"Inget ärende hittades från ”{found.start}”", *body))


def _span(found: Trace) -> str:
    dates = [event.date for event in found.events if event.date]
    if not dates:
        return ""
    boards = len({event.board for event in found.events})
    return f" i {words.count(boards, 'organ', 'organ')}, {words.date(min(dates))} – {words.date(max(dates))}"


def _event(
    event: Event, place: int, state: PageState, places: Mapping[str, int], documents: Mapping[str, str]
) -> Markup:
    named = words.paragraph_name(event.board, event.date, event.number)
    title = tag("h4", common.opener(event.title or "Utan rubrik", common.place_of(event), state))
    quote = tag("blockquote", event.quote) if event.quote else EMPTY
    page = common.opener(
        f"Visa sidan {event.page}",
        common.place_of(event),
        state,
        class_="ps-button",
        name=f"Visa sidan {event.page} i {named} med orden markerade",
    )
    actions = tag("div", page, common.citation(event.citation), class_="ps-actions")
    links = [_link(link, state, places, documents) for link in event.links]
    why = tag("ul", *links, class_="ps-links", aria_label="Varför den hör hit") if links else EMPTY
    body = (common.paragraph_line(event), title, common.facts(event), quote, why, actions)
    return tag("li", tag("article", *body, class_="ps-hit"), id=f"handelse-{place}", tabindex=-1)


def _link(link: Link, state: PageState, places: Mapping[str, int], documents: Mapping[str, str]) -> Markup:
    to = link.to
    if link.to_id is not None and link.to_id in places:
        to = tag("a", link.to, href=f"#handelse-{places[link.to_id]}", data_jump=True)
    guess = EMPTY if link.confidence >= SURE else tag("span", "troligen, programmets slutsats", class_="ps-guess")
    kind = tag("b", f"{words.link_kind(link.kind)} ")
    return tag("li", kind, to, ": ", _evidence(link, state, documents), " ", guess)


def _evidence(link: Link, state: PageState, documents: Mapping[str, str]) -> Markup:
    quoted = f"”{link.evidence}”"
    document = documents.get(link.from_id)
    if document is None:
        return tag("q", link.evidence)
    place = Place(document, link.page, link.from_id, link.evidence_range)
    return common.opener(quoted, place, state, name=f"{quoted}, visa på sidan {link.page}")


def _outside(found: Trace, state: PageState, documents: Mapping[str, str]) -> Markup:
    if not found.outside:
        return EMPTY
    lead = tag("p", "Protokollen nämner också detta, som inte finns i biblioteket:")
    links = [_link(link, state, {}, documents) for link in found.outside]
    return tag(
        "section",
        tag("h3", "Utanför biblioteket", class_="ps-part"),
        lead,
        tag("ul", *links, class_="ps-links"),
        class_="ps-outside",
    )
