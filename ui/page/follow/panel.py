"""The course of an issue as HTML: where it stands, the timeline and its table, the events, and what lies beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.results import Coverage, Event, Issue, Trace
from index.tracing.corrected_links import Correction
from ui import course_words, ties, words
from ui.page import parts
from ui.page.follow import corrections, steps
from ui.page.follow.asked import Followed
from ui.page.follow.cards import cards
from ui.page.follow.events import Around, events, evidence
from ui.page.follow.filters import filters
from ui.page.follow.listing import Listed, listing
from ui.page.follow.summary import summary
from ui.page.follow.timeline import table, timeline
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.state import PageState, Tab, write
from ui.speech import t
from ui.ties import Outside

FEW_OUTSIDE = 5


@dataclass(frozen=True, slots=True)
class Rights:
    """What the reader may do, and what others have done: the corrections of the links."""

    may_write: bool = False
    said: tuple[Correction, ...] = ()


def nothing_followed(
    coverage: Coverage, state: PageState, starters: Sequence[str] = (), found: Listed | None = None
) -> Markup:
    """Return what the page shows before an issue is followed: how to begin, and the issues that there are."""
    body = (
        tag("p", t("Skriv ett diarienummer, en paragraf (organ, datum och §) eller beskriv ärendet med egna ord.")),
        parts.examples(t("Till exempel:"), [(one, state.having(start=one)) for one in starters]) if starters else None,
    )
    head = parts.message(t("Följ ett ärende"), *body)
    return head if found is None else join([head, listing(found, coverage.boards, coverage, state)])


def course(followed: Followed, state: PageState, rights: Rights | None = None) -> Markup:
    """Return the course of an issue."""
    found, rights = followed.trace, rights or Rights()
    if not followed.whole.events:
        return _nothing(found)
    around = Around.of(found, state, may_write=rights.may_write)
    said = corrections.concerning(rights.said, followed.whole)
    listed = tag("h3", t("Händelser"), class_="ps-part ps-events-head") if found.events else EMPTY
    return join(
        [
            _head(followed, state),
            _asked_about(found, state, rights),
            corrections.made(said, may_write=rights.may_write),
            filters(followed, state),
            timeline(found),
            table(found),
            listed,
            events(found, around) if found.events else EMPTY,
            _outside(found, around),
            _similar(found, rights),
            tag("div", _boundary(found), parts.searched(found.coverage), class_="ps-foot"),
        ]
    )


def _nothing(found: Trace) -> Markup:
    cure = tag("p", t("Pröva diarienumret som det är tryckt, eller beskriv ärendet med andra ord."))
    heading = t("Inget ärende hittades från ”{start}”", start=found.start)
    return parts.message(heading, cure, parts.searched(found.coverage))


def _head(followed: Followed, state: PageState) -> Markup:
    """Return what is followed: one issue with its facts, or several to choose from."""
    found = followed.whole
    count = words.count(len(found.events), "händelse", "händelser")
    doubt = tag("p", course_words.doubt(found.start), class_="ps-honest", role="note") if found.no_match else EMPTY
    actions = tag("div", steps.downloads(state), _positions(state), class_="ps-actions")
    if len(found.issues) > 1:
        many = words.count(len(found.issues), "ärende", "ärenden")
        verb = t("{ärenden} ligger närmast ”{start}”") if found.no_match else t("{ärenden} svarar på ”{start}”")
        heading = tag("h2", verb.format(ärenden=many, start=found.start))
        lead = t("Välj ett, eller läs alla tillsammans nedan: {händelser}{span}.", händelser=count, span=_span(found))
        return tag(
            "div", heading, doubt, tag("p", lead, class_="ps-lead"), _choice(found, state), actions, class_="ps-status"
        )
    heading = tag("h2", found.title or found.start, lang="sv")
    lead = tag("p", f"{count}{_span(found)}", class_="ps-lead")
    facts = summary(found.issues[0], found, state) if found.issues else EMPTY
    return tag("div", heading, doubt, lead, facts, actions, class_="ps-status")


def _choice(found: Trace, state: PageState) -> Markup:
    by_id = {event.paragraph_id: event for event in found.events}
    named: list[tuple[Issue, Event]] = [(one, by_id[one.id]) for one in found.issues if one.id in by_id]
    return cards(named, state)


def _span(found: Trace) -> str:
    dates = [event.date for event in found.events if event.date]
    if not dates:
        return ""
    boards = len({event.board for event in found.events})
    over = t(" i {organ}, {från} – {till}")
    return over.format(
        organ=words.count(boards, "organ", "organ"), från=words.date(min(dates)), till=words.date(max(dates))
    )


def _positions(state: PageState) -> Markup:
    """Return the way to where the parties stood in the same issue."""
    address = write(state.at(Tab.POSITIONS, start=state.one("start")))
    return tag("a", t("Var partierna stod"), href=address, data_state=True, class_="ps-button")


def _asked_about(found: Trace, state: PageState, rights: Rights) -> Markup:
    """Return the form for the event that the address wants to correct."""
    asked = state.one("ratta")
    event = next((one for one in found.events if one.paragraph_id == asked), None)
    return corrections.form(event, found, state) if event is not None and rights.may_write else EMPTY


def _boundary(found: Trace) -> Markup:
    if found.boundary is None:
        return EMPTY
    return tag("p", course_words.boundary(found.boundary), class_="ps-searched")


def _outside(found: Trace, around: Around) -> Markup:
    """List what is missing, each once, the most often named first, the long tail folded."""
    missing = [_missing(one, around) for one in ties.outside(found)]
    if not missing:
        return EMPTY
    lead = tag("p", t("Protokollen nämner också detta, som inte finns i biblioteket:"))
    shown = tag("ul", *missing[:FEW_OUTSIDE], class_="ps-links")
    rest = missing[FEW_OUTSIDE:]
    more = tag("summary", t("{antal} till", antal=len(rest)))
    folded = tag("details", more, tag("ul", *rest, class_="ps-links"), class_="ps-details") if rest else EMPTY
    heading = tag("h3", t("Utanför biblioteket"), class_="ps-part")
    return tag("section", heading, lead, shown, folded, class_="ps-outside")


def _missing(one: Outside, around: Around) -> Markup:
    link, more = one.links[0], len(one.links) - 1
    place = around.places.get(link.from_id)
    source = tag("a", one.named_in, href=f"#handelse-{place}", data_jump=True) if place else tag("span", one.named_in)
    again = f", {t('och på {ställen} till', ställen=words.count(more, 'ställe', 'ställen'))}" if more else ""
    return tag("li", tag("b", one.name, lang="sv"), ": ", evidence(link, around), " (", source, ")", again)


def _similar(found: Trace, rights: Rights) -> Markup:
    """List other matters on the same subject; that they are told apart from the issue is said."""
    if not found.similar:
        return EMPTY
    lead = tag("p", t("Programmet bedömer att de här liknar ärendet, utan att höra till det:"))
    listed = [
        tag("li", ties.similar_told(one), " ", corrections.joining(one) if rights.may_write else EMPTY)
        for one in found.similar
    ]
    heading = tag("h3", t("Liknande ärenden"), class_="ps-part")
    return tag("section", heading, lead, tag("ul", *listed, class_="ps-links"), class_="ps-outside")
