"""The events of an issue, one after the other: a line or two each, with quote, changes and links folded. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from index.results import Event, Link, Trace
from ui import course_words, ties, words
from ui.drawing.glyphs import glyph, tone_of
from ui.page import parts
from ui.page.follow import steps
from ui.page.follow.summary import behind, shortened
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.state import PageState, Place, write
from ui.speech import t
from ui.ties import Tie

SURE = 0.9
"""From this confidence on a link is called sure; beneath it the page says that it is the program's guess."""
FEW = 3
"""So many events are shown unfolded."""
_LINE = 200
_MOST_NAMES = 9
"""Of so many opponents each is named; of more their parties are."""


@dataclass(frozen=True, slots=True)
class Around:
    """What an event needs to know of the page: its state, every event's place and document, and who may write."""

    state: PageState
    places: Mapping[str, int]
    documents: Mapping[str, str]
    title: str
    may_write: bool

    @classmethod
    def of(cls, found: Trace, state: PageState, *, may_write: bool) -> Around:
        """Return what the events of a trace need."""
        places = {event.paragraph_id: place for place, event in enumerate(found.events, start=1)}
        documents = {event.paragraph_id: event.document_id for event in found.events}
        return cls(state, places, documents, found.title, may_write)


def events(found: Trace, around: Around) -> Markup:
    """Return the list of events in time order."""
    few = len(found.events) <= FEW
    return tag("ol", *(_event(event, found, around, unfolded=few) for event in found.events), class_="ps-events")


def _event(event: Event, found: Trace, around: Around, *, unfolded: bool) -> Markup:
    number = around.places[event.paragraph_id]
    sign = tag("svg", glyph(event.kind, tone_of(event), 11, 11), viewBox="0 0 22 22", aria_hidden="true")
    title = tag("p", event.title, class_="ps-event-title", lang="sv") if event.title != around.title else EMPTY
    happened = parts.opener(course_words.happened(event), parts.place_of(event), around.state)
    quote = tag("p", f"”{shortened(event.quote, _LINE)}”", class_="ps-short", lang="sv") if event.quote else EMPTY
    told = (_line(event), tag("h4", happened), title, _chips(event), quote, _more(event, found, around, unfolded))
    article = tag("article", tag("div", sign, class_="ps-event-sign"), tag("div", *told), class_="ps-event")
    return tag("li", article, id=f"handelse-{number}", tabindex=-1)


def _line(event: Event) -> Markup:
    where = event.board if event.number is not None else None
    day = tag("time", words.date(event.date), datetime=event.date) if event.date else tag("span", words.date(None))
    number = tag("span", f"§\N{NO-BREAK SPACE}{event.number}") if event.number is not None else EMPTY
    return tag("p", day, tag("span", where or event.file), number, class_="ps-line")


def _opponents(event: Event) -> tuple[str, ...]:
    """Return who was against by name, or by party where the names would fill the page."""
    return event.against if len(event.against) <= _MOST_NAMES else behind(event)


def _chips(event: Event) -> Markup:
    """Return who was against, and whether the decision still holds; what happened is the heading."""
    chips = []
    if event.against:
        against = t("Emot: {vilka}", vilka=", ".join(_opponents(event)))
        chips.append(tag("li", against, class_="ps-chip ps-tone-dissent"))
    if event.standing is not None:
        class_ = f"ps-chip ps-tone-plain ps-standing-{event.standing.validity}"
        chips.append(tag("li", course_words.holds(event.standing), class_=class_))
    if not event.issue_id and event.links:
        chips.append(tag("li", t("Ett annat ärende, som nämns i det här"), class_="ps-chip ps-tone-plain"))
    return tag("ul", *chips, class_="ps-chips") if chips else EMPTY


def _more(event: Event, found: Trace, around: Around, unfolded: bool) -> Markup:  # noqa: FBT001 - the list's choice
    named = words.paragraph_name(event)
    whole = (
        tag("blockquote", event.quote, lang="sv") if len(shortened(event.quote, _LINE)) != len(event.quote) else EMPTY
    )
    page = t("Visa sidan {sida}", sida=event.page)
    name = t("Visa sidan {sida} i {paragraf} med orden markerade", sida=event.page, paragraf=named)
    opens = parts.opener(page, parts.place_of(event), around.state, class_="ps-button", name=name)
    actions = tag("div", opens, _correct(event, around), parts.citation(event.citation), class_="ps-actions")
    summary = tag("summary", _folded(event, found), aria_label=f"{_folded(event, found)}, {named}")
    body = (whole, steps.told(event), _why(event, found, around), actions)
    return tag("details", summary, *body, class_="ps-details", open=unfolded)


def _folded(event: Event, found: Trace) -> str:
    """Return what is folded: "Hänvisning, 2 kopplingar och 1 ändring"."""
    count = len(ties.of_event(event, found))
    told = [t("Hänvisning")]
    told += [words.count(count, "koppling", "kopplingar")] if count else []
    told += [words.count(len(event.changes), "ändring", "ändringar")] if event.changes else []
    return words.listed(told)


def _correct(event: Event, around: Around) -> Markup:
    if not around.may_write:
        return EMPTY
    address = write(around.state.having(ratta=event.paragraph_id))
    label, quiet = t("Hör inte hit?"), "ps-button ps-quiet"
    name = f"{label} {words.paragraph_name(event)}"
    return tag("a", label, href=address, data_state=True, data_then="ps-ratta", class_=quiet, aria_label=name)


def _why(event: Event, found: Trace, around: Around) -> Markup:
    """Return what the event names, and folded what names it; open where that alone brought the event in."""
    told = ties.of_event(event, found)
    naming = [tie_line(tie, around) for tie in told if not tie.incoming]
    named = [tie_line(tie, around) for tie in told if tie.incoming]
    own = tag("ul", *naming, class_="ps-links", aria_label=t("Varför den hör hit")) if naming else EMPTY
    if not named:
        return own
    places = words.count(len(named), "ställe", "ställen")
    summary = tag("summary", t("Nämns på {ställen} i ärendet", ställen=places))
    listed = tag("ul", *named, class_="ps-links")
    return join([own, tag("details", summary, listed, class_="ps-details", open=not naming)])


def tie_line(tie: Tie, around: Around) -> Markup:
    """Return one link as a line: what it says, of whom, and the words that say so."""
    other: str = tie.other
    if tie.other_id is not None and tie.other_id in around.places:
        other = tag("a", other, href=f"#handelse-{around.places[tie.other_id]}", data_jump=True)
    sure = tie.link.confidence >= SURE
    guess = EMPTY if sure else tag("span", t("troligen, programmets slutsats"), class_="ps-guess")
    return tag("li", tag("b", f"{tie.told} "), other, ": ", evidence(tie.link, around), " ", guess)


def evidence(link: Link, around: Around) -> Markup:
    """Return the words that make a link; they open the page that prints them."""
    quoted = f"”{link.evidence}”"
    document = around.documents.get(link.from_id)
    if document is None:
        return tag("span", quoted, lang="sv")
    place = Place(document, link.page, link.from_id, link.evidence_range)
    return parts.opener(quoted, place, around.state, name=t("{ord}, visa på sidan {sida}", ord=quoted, sida=link.page))
