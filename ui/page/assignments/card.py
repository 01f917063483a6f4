"""One assignment as HTML: what the protocol prints on one side, what the program concludes of it on the other. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.ledger import AssignmentState, Trail
from index.naming import meeting_name
from ui import words
from ui.page import parts
from ui.page.assignments import told
from ui.page.html import EMPTY, Markup, tag
from ui.page.state import PageState, Place, Tab, write
from ui.speech import t


def card(one: AssignmentState, state: PageState) -> Markup:
    """Return an assignment with its evidence on both sides."""
    status = tag("span", t(told.NAMES[one.status]), class_=f"ps-chip ps-tone-{told.TONES.get(one.status, 'plain')}")
    kind = told.KINDS.get(one.row.kind)
    head = tag(
        "p",
        status,
        tag("span", told.due(one), class_="ps-due"),
        tag("span", t(kind), class_="ps-of-directive") if kind else EMPTY,
        class_="ps-line",
    )
    sides = tag("div", _printed(one, state), _concluded(one, state), class_="ps-halves")
    recipient = one.row.recipient or t("Ingen mottagare är angiven")
    return tag("li", tag("article", head, tag("h3", recipient, lang="sv"), sides, class_="ps-hit ps-assignment"))


def _printed(one: AssignmentState, state: PageState) -> Markup:
    row = one.row
    place = Place(row.document_id, row.page, row.paragraph_id, row.quote_range)
    named = _meeting(one)
    source = parts.opener(row.title or t("Utan rubrik"), place, state)
    page = parts.opener(
        t("Visa sidan {nummer}", nummer=row.page),
        place,
        state,
        class_="ps-button",
        name=t("Visa sidan {nummer} i {protokoll} med uppdraget markerat", nummer=row.page, protokoll=named),
    )
    copy = tag("button", t("Kopiera hänvisning"), type="button", data_copy=row.citation, class_="ps-button ps-quiet")
    points = tag("ul", *(tag("li", part) for part in row.parts)) if row.parts else EMPTY
    return tag(
        "section",
        tag("h4", t("Ordagrant ur handlingen")),
        tag("blockquote", tag("p", row.text), points, lang="sv"),
        tag("p", t("Givet av"), " ", tag("b", named, lang="sv"), ": ", tag("span", source, lang="sv")),
        _due(one),
        *(tag("p", t("Föreslaget i {protokoll}", protokoll=citation)) for citation in row.prepared),
        tag("div", page, copy, _follow(one, state), class_="ps-actions"),
        tag("p", row.citation, class_="ps-citation", lang="sv"),
        class_="ps-half",
    )


def _meeting(one: AssignmentState) -> str:
    row = one.row
    if row.board is None or row.date is None:
        return row.file
    number = f" § {row.number}" if row.number is not None else ""
    return f"{row.board} {words.date(row.date)}{number}"


def _due(one: AssignmentState) -> Markup:
    """Return the time as printed; that a date was reckoned from it is said."""
    row = one.row
    if not row.due_words:
        return EMPTY
    quoted = tag("q", row.due_words, lang="sv")
    if row.due is None and row.due_derived is not None:
        guess = t("programmets uträkning: {tid}", tid=words.date(row.due_derived))
        return tag("p", t("Tid:"), " ", quoted, " ", tag("span", guess, class_="ps-guess"))
    return tag("p", t("Tid:"), " ", quoted)


def _follow(one: AssignmentState, state: PageState) -> Markup:
    row = one.row
    start = f"{meeting_name(row.board, row.date, row.file)} § {row.number}" if row.number is not None else row.file
    address = write(state.at(Tab.FOLLOW, start=start, startparagraf=row.paragraph_id))
    name = t("Följ ärendet från {protokoll}", protokoll=_meeting(one))
    return tag("a", t("Följ ärendet"), href=address, data_state=True, class_="ps-button ps-quiet", aria_label=name)


def _concluded(one: AssignmentState, state: PageState) -> Markup:
    happened = [trail for trail in one.row.trail if _is_told(trail, one.as_of)]
    offered = [trail for trail in one.row.offered if _is_told(trail, one.as_of)]
    because = [trail for trail in happened if one.because is not None and _same(trail, one.because)]
    others = [trail for trail in happened if trail not in because]
    return tag(
        "section",
        tag("h4", t("Programmets slutsats")),
        tag("p", reason) if (reason := told.reason(one)) else EMPTY,
        _list([_trail(trail, state) for trail in because]),
        _folded(others, words.count(len(others), "annan händelse", "andra händelser"), state),
        _folded(offered, t("Kan höra hit: {antal}", antal=words.number(len(offered))), state),
        class_="ps-half ps-concluded",
    )


def _is_told(trail: Trail, as_of: str) -> bool:
    return trail.date is not None and trail.date <= as_of


def _same(one: Trail, other: Trail) -> bool:
    return (one.kind, one.paragraph_id, one.quote_range) == (other.kind, other.paragraph_id, other.quote_range)


def _folded(trails: Sequence[Trail], summary: str, state: PageState) -> Markup:
    if not trails:
        return EMPTY
    return tag("details", tag("summary", summary), _list([_trail(one, state) for one in trails]), class_="ps-named")


def _list(items: Sequence[Markup]) -> Markup:
    return tag("ul", *items, class_="ps-trail") if items else EMPTY


def _trail(trail: Trail, state: PageState) -> Markup:
    place = Place(trail.document_id, trail.page, trail.paragraph_id, trail.quote_range)
    where = parts.opener(
        trail.citation,
        place,
        state,
        name=t("{hänvisning}, visa sidan {nummer} med orden markerade", hänvisning=trail.citation, nummer=trail.page),
    )
    copied = t("Kopiera hänvisningen {hänvisning}", hänvisning=trail.citation)
    copy = tag("button", t("Kopiera"), type="button", data_copy=trail.citation, class_="ps-link", aria_label=copied)
    quote = tag("blockquote", trail.quote, lang="sv")
    moved = tag("p", t("Ny tid: {tid}.", tid=words.date(trail.due))) if trail.due else EMPTY
    head = tag("p", tag("b", f"{t(told.TRAILS[trail.kind])}: "), tag("span", where, lang="sv"), " ", copy)
    return tag("li", head, quote, moved, tag("p", told.why(trail), class_="ps-ground"))


def cards(found: Sequence[AssignmentState], state: PageState) -> Markup:
    """Return assignments one below the other."""
    closed = replace(state, place=None)
    return tag("ol", *(card(one, closed) for one in found), class_="ps-hits", id="ps-uppdragslista")
