"""Hits as HTML: what is needed to judge one and to cite it, and the ways on from it. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from index.naming import meeting_name
from index.results import Count, Hit
from ui import words
from ui.page import parts
from ui.page.html import EMPTY, Markup, marked, tag
from ui.page.state import PageState, Tab, write
from ui.speech import t

WHY_ID = "varfor"
"""The element that tells why a hit is one; at most one is open."""


def listed(hits: Iterable[Hit], state: PageState, *, why: tuple[str, Markup] | None = None, first: int = 1) -> Markup:
    """Return hits in order; ``why`` is the account of the paragraph that it names, ``first`` the rank of the first."""
    cards = (_item(hit, state, why[1] if why and why[0] == hit.paragraph_id else EMPTY) for hit in hits)
    return tag("ol", *cards, class_="ps-hits", start=first)


def _item(hit: Hit, state: PageState, why: Markup) -> Markup:
    return tag("li", card(hit, state, _actions(hit, state, told=bool(why)), why))


def card(hit: Hit, state: PageState, *after: Markup) -> Markup:
    """Return one hit, with what stands beneath its quote."""
    place = parts.place_of(hit)
    title = tag("h3", parts.opener(hit.title or t("Utan rubrik"), place, state), lang="sv")
    return tag("article", parts.paragraph_line(hit), title, facts(hit), quote(hit), *after, class_="ps-hit")


def quote(hit: Hit) -> Markup:
    """Return the quote of a hit with its words marked."""
    kind = tag("span", words.unit_kind(hit.kind), class_="ps-kind", lang=None)
    return tag("blockquote", kind, tag("span", marked(hit.quote, hit.marked), lang="sv"))


def facts(hit: Hit) -> Markup:
    """Return what was decided, how the votes fell, and who was against."""
    votes = tag("ul", *(_vote(one) for one in hit.votes), class_="ps-votes", aria_label=t("Omröstning"))
    return Markup(parts.facts(hit) + (votes if hit.votes else EMPTY))


def _vote(one: Count) -> Markup:
    figures = ((t("ja"), one.yes), (t("nej"), one.no), (t("avstår"), one.abstain or None))
    told = ", ".join(f"{number} {name}" for name, number in figures if number is not None)
    return tag("li", tag("b", t("Omröstning: ")), told)


def _actions(hit: Hit, state: PageState, *, told: bool) -> Markup:
    named = words.paragraph_name(hit)
    page = t("Visa sidan {nummer}", nummer=hit.page)
    name = t("Visa sidan {nummer} i {var} med orden markerade", nummer=hit.page, var=named)
    ways = (
        parts.opener(page, parts.place_of(hit), state, class_="ps-button", name=name),
        follow_link(hit, state, name=t("Följ ärendet från {var}", var=named)),
        record_link(hit.paragraph_id, state, name=t("Hela paragrafen {var}", var=named)),
        _way(t("Liknande"), state.at(Tab.SEARCH, lika=hit.paragraph_id), t("Paragrafer som liknar {var}", var=named)),
        EMPTY if state.one("lika") else _why_link(hit, state, named, told=told),
    )
    return Markup(tag("div", *ways, class_="ps-actions") + parts.citation(hit.citation))


def _why_link(hit: Hit, state: PageState, named: str, *, told: bool) -> Markup:
    if told:
        return _way(t("Dölj varför"), state.having(varfor=None), t("Dölj varför {var} är en träff", var=named))
    label = t("Varför denna träff?")
    return _way(label, state.having(varfor=hit.paragraph_id), f"{label} {named}", then=WHY_ID)


def _way(label: str, state: PageState, name: str, *, then: str | None = None) -> Markup:
    return tag("a", label, href=write(state), data_state=True, data_then=then, class_="ps-way", aria_label=name)


def record_link(paragraph_id: str, state: PageState, *, name: str, label: str | None = None) -> Markup:
    """Return the link to everything that is known of a paragraph."""
    return _way(label or t("Hela paragrafen"), state.at(Tab.PROTOCOLS, visa=paragraph_id), name)


def follow_link(hit: Hit, state: PageState, *, name: str) -> Markup:
    """Return the link that follows the issue of a hit: from its id, and with a start that people can read."""
    start = f"{meeting_name(hit.board, hit.date, hit.file)} § {hit.number}" if hit.number is not None else hit.file
    address = write(state.at(Tab.FOLLOW, start=start, startparagraf=hit.paragraph_id))
    return tag("a", t("Följ ärendet"), href=address, data_state=True, class_="ps-button", aria_label=name)
