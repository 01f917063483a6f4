"""The course of an issue as HTML: timeline, the same events as a list with evidence, and what lies outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.results import Coverage, Event, Link, Trace
from ui import ties, words
from ui.page import parts
from ui.page.follow import steps
from ui.page.follow.timeline import timeline
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.state import PageState, Place
from ui.ties import Tie

SURE = 0.9
"""From this confidence on a link is called sure; beneath it the page says that it is the program's guess."""


def nothing_followed(coverage: Coverage, state: PageState, starters: Sequence[str] = ()) -> Markup:
    """Return what the page shows before an issue is followed."""
    body = (
        tag("p", "Skriv ett diarienummer, en paragraf (organ, datum och §) eller beskriv ärendet med egna ord."),
        parts.examples("Till exempel:", [(text, state.having(start=text)) for text in starters]) if starters else None,
        tag("p", "Du kan också trycka på ”Följ ärendet” vid en sökträff."),
        parts.searched(coverage),
    )
    return parts.message("Följ ett ärende", *body)


def course(found: Trace, state: PageState) -> Markup:
    """Return the course of an issue."""
    if not found.events:
        return _nothing(found)
    span = _span(found)
    count = words.count(len(found.events), "händelse", "händelser")
    head = tag(
        "div",
        tag("h2", found.title or found.start),
        tag("p", f"{count}{span}", class_="ps-lead"),
        parts.searched(found.coverage),
        steps.issues(found),
        steps.downloads(state),
        class_="ps-status",
    )
    around = _Around(
        state,
        {event.paragraph_id: place for place, event in enumerate(found.events, start=1)},
        {event.paragraph_id: event.document_id for event in found.events},
    )
    listed = tag("ol", *(_event(event, found, around) for event in found.events), class_="ps-events")
    events = tag("h3", "Händelser", class_="ps-part")
    return join([head, timeline(found), events, listed, _outside(found, around), _similar(found)])


@dataclass(frozen=True, slots=True)
class _Around:
    """What a tie needs to become links: the page's state, and of every event its place and its document."""

    state: PageState
    places: Mapping[str, int]
    documents: Mapping[str, str]


def _nothing(found: Trace) -> Markup:
    cure = tag("p", "Pröva diarienumret som det är tryckt, eller beskriv ärendet med andra ord.")
    body = cure, parts.searched(found.coverage)
    return parts.message(f"Inget ärende hittades från ”{found.start}”", *body)


def _span(found: Trace) -> str:
    dates = [event.date for event in found.events if event.date]
    if not dates:
        return ""
    boards = len({event.board for event in found.events})
    return f" i {words.count(boards, 'organ', 'organ')}, {words.date(min(dates))} – {words.date(max(dates))}"


def _event(event: Event, found: Trace, around: _Around) -> Markup:
    named = words.paragraph_name(event)
    place = parts.place_of(event)
    title = tag("h4", parts.opener(event.title or "Utan rubrik", place, around.state))
    quote = tag("blockquote", event.quote) if event.quote else EMPTY
    name = f"Visa sidan {event.page} i {named} med orden markerade"
    page = parts.opener(f"Visa sidan {event.page}", place, around.state, class_="ps-button", name=name)
    actions = tag("div", page, parts.citation(event.citation), class_="ps-actions")
    said = (parts.facts(event), quote, steps.told(event), _why(event, found, around))
    body = (parts.paragraph_line(event), title, *said, actions)
    number = around.places[event.paragraph_id]
    return tag("li", tag("article", *body, class_="ps-hit"), id=f"handelse-{number}", tabindex=-1)


def _why(event: Event, found: Trace, around: _Around) -> Markup:
    """Return what the event names, and folded what names it; open where that alone brought the event in."""
    ties_found = ties.of_event(event, found)
    naming = [_tie(tie, around) for tie in ties_found if not tie.incoming]
    named = [_tie(tie, around) for tie in ties_found if tie.incoming]
    own = tag("ul", *naming, class_="ps-links", aria_label="Varför den hör hit") if naming else EMPTY
    if not named:
        return own
    summary = tag("summary", f"Nämns på {words.count(len(named), 'ställe', 'ställen')} i ärendet")
    return join(
        [own, tag("details", summary, tag("ul", *named, class_="ps-links"), class_="ps-named", open=not naming)]
    )


def _tie(tie: Tie, around: _Around) -> Markup:
    other: str = tie.other
    if tie.other_id is not None and tie.other_id in around.places:
        other = tag("a", other, href=f"#handelse-{around.places[tie.other_id]}", data_jump=True)
    guess = tag("span", "troligen, programmets slutsats", class_="ps-guess") if tie.link.confidence < SURE else EMPTY
    return tag("li", tag("b", f"{tie.told} "), other, ": ", _evidence(tie.link, around), " ", guess)


def _evidence(link: Link, around: _Around) -> Markup:
    quoted = f"”{link.evidence}”"
    document = around.documents.get(link.from_id)
    if document is None:
        return tag("span", quoted)
    place = Place(document, link.page, link.from_id, link.evidence_range)
    return parts.opener(quoted, place, around.state, name=f"{quoted}, visa på sidan {link.page}")


def _outside(found: Trace, around: _Around) -> Markup:
    if not found.outside:
        return EMPTY
    lead = tag("p", "Protokollen nämner också detta, som inte finns i biblioteket:")
    links = [_tie(ties.of_link(link), around) for link in found.outside]
    heading = tag("h3", "Utanför biblioteket", class_="ps-part")
    return tag("section", heading, lead, tag("ul", *links, class_="ps-links"), class_="ps-outside")


def _similar(found: Trace) -> Markup:
    """List other matters on the same subject; that they are told apart from the issue is said."""
    if not found.similar:
        return EMPTY
    lead = tag("p", "Programmet bedömer att de här liknar ärendet, utan att höra till det:")
    listed = [tag("li", ties.similar_told(one)) for one in found.similar]
    heading = tag("h3", "Liknande ärenden", class_="ps-part")
    return tag("section", heading, lead, tag("ul", *listed, class_="ps-links"), class_="ps-outside")
