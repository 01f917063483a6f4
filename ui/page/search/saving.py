"""Saved searches as HTML: the form that saves one, those that are saved, and what each has found since last time. Pure.

Always holds: a form that changes anything is shown only where the page may write.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import quote

from index.news.alerts import Alert, News
from ui import words
from ui.page import parts
from ui.page.changing import signed
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.search import modes
from ui.page.search.asked import Mode, as_text
from ui.page.state import PageState, Place, Tab, write
from ui.speech import t

_NEWEST = 20
"""So many findings of a search are listed."""
LONGEST_NAME = 80


def save_form(state: PageState) -> Markup:
    """Return the form that saves the search of the state under a name."""
    text = as_text(state)
    note = t("Sökningen sparas som den är nu. Det som läses in senare och svarar på den visas som nytt.")
    fields = (
        tag("input", type="hidden", name="fraga", value=text),
        field("namn", t("Namn på sökningen"), LONGEST_NAME),
        signed(field("vem", t("Ditt namn"), LONGEST_NAME)),
        tag("button", t("Spara sökningen"), type="submit", class_="ps-button"),
        tag("p", role="status"),
    )
    form = tag("form", *fields, data_post="/gor/spara-sokning", class_="ps-change")
    asked = tag("p", tag("code", text, lang="sv"))
    return tag("details", tag("summary", t("Spara sökningen")), asked, tag("p", note), form, class_="ps-unfold")


def brief(alerts: Sequence[Alert], state: PageState) -> Markup:
    """Return how much is new of each saved search, in a few words; nothing where none is saved."""
    if not alerts:
        return EMPTY
    items = (tag("li", _search_link(one, state), " ", _new(one)) for one in alerts)
    every = tag("a", t("Visa vad som är nytt"), href=write(modes.to(Mode.SAVED, state)), data_state=True)
    heading = tag("h3", t("Sparade sökningar"))
    return tag("section", heading, tag("ul", *items), tag("p", every), class_="ps-brief")


def listed(alerts: Sequence[Alert], state: PageState, *, may_write: bool) -> Markup:
    """Return every saved search with what it has found."""
    heading = tag("h2", t("Sparade sökningar"))
    if not alerts:
        how = t("Sök, och tryck på ”Spara sökningen” under träffarna. Här ser du sedan vad som är nytt.")
        empty = tag("div", heading, tag("p", t("Ingen sökning är sparad än.")), tag("p", how), class_="ps-message")
        return join([modes.bar(state), empty])
    lead = tag("p", t("Nytt är det som lästs in sedan sökningen sparades, tills någon markerar det som sett."))
    cards = (tag("li", _card(one, state, may_write=may_write)) for one in alerts)
    return join([modes.bar(state), tag("div", heading, lead, class_="ps-status"), tag("ol", *cards, class_="ps-hits")])


def _card(alert: Alert, state: PageState, *, may_write: bool) -> Markup:
    search = alert.search
    name = tag("h3", _search_link(alert, state))
    by = t("Sparad av {vem} {dag}", vem=search.who, dag=words.date(search.when[:10]))
    told = tag("p", tag("code", search.text, lang="sv"), " ", tag("span", by, class_="ps-soft"))
    error = tag("p", alert.error, class_="ps-honest", lang="sv") if alert.error else EMPTY
    return tag("article", name, told, error, _new(alert), _news(alert, state), _ways(alert, may_write), class_="ps-hit")


def _search_link(alert: Alert, state: PageState) -> Markup:
    address = write(state.at(Tab.SEARCH, q=alert.search.text))
    return tag("a", alert.search.name, href=address, data_state=True)


def _new(alert: Alert) -> Markup:
    new = sum(not one.told for one in alert.news)
    if not new:
        return tag("span", t("Inget nytt"), class_="ps-soft")
    return tag("span", words.count(new, "ny paragraf", "nya paragrafer"), class_="ps-chip ps-tone-task")


def _news(alert: Alert, state: PageState) -> Markup:
    new = [one for one in alert.news if not one.told]
    seen = [one for one in alert.news if one.told]
    fresh = tag("ul", *(_one(one, state) for one in new[:_NEWEST]), class_="ps-news") if new else EMPTY
    left = len(new) - _NEWEST
    more = tag("p", t("… och {antal} till; sökningen visar alla.", antal=left)) if left > 0 else EMPTY
    if not seen:
        return join([fresh, more])
    told = tag("ul", *(_one(one, state) for one in seen[:_NEWEST]), class_="ps-news")
    return join([fresh, more, tag("details", tag("summary", t("Visa det som setts")), told, class_="ps-unfold")])


def _one(one: News, state: PageState) -> Markup:
    place = Place(one.document_id, one.page, one.paragraph_id)
    title = parts.opener(one.title or one.citation, place, replace(state, place=None))
    quoted = tag("blockquote", tag("span", words.unit_kind(one.kind), class_="ps-kind"), one.quote, lang="sv")
    return tag("li", tag("p", tag("b", title, lang="sv")), tag("p", one.citation, class_="ps-soft"), quoted)


def _ways(alert: Alert, may_write: bool) -> Markup:  # noqa: FBT001 - passed on from a keyword
    name = alert.search.name
    feed = tag(
        "a", t("Atom-flöde"), href=f"/flode/{quote(name, safe='')}.atom", class_="ps-way", type="application/atom+xml"
    )
    if not may_write:
        return tag("div", feed, class_="ps-actions")
    new = any(not one.told for one in alert.news)
    seen = _button("/gor/sett", name, t("Markera som sett")) if new else EMPTY
    gone = tag(
        "details",
        tag("summary", t("Ta bort …")),
        tag(
            "form",
            tag("input", type="hidden", name="namn", value=name),
            signed(field("vem", t("Ditt namn"), LONGEST_NAME)),
            tag("button", t("Ta bort sökningen"), type="submit", class_="ps-button"),
            tag("p", role="status"),
            data_post="/gor/ta-bort-sokning",
            class_="ps-change",
        ),
        class_="ps-unfold",
    )
    return tag("div", seen, feed, gone, class_="ps-actions")


def _button(action: str, name: str, label: str) -> Markup:
    hidden = tag("input", type="hidden", name="namn", value=name)
    return tag("form", hidden, tag("button", label, type="submit", class_="ps-button"), data_post=action)


def field(name: str, label: str, longest: int, value: str = "") -> Markup:
    """Return a field of text that must be filled in; the browser remembers what "vem" was."""
    filled = tag(
        "input", type="text", name=name, value=value or None, required=True, maxlength=longest, autocomplete="off"
    )
    return tag("label", tag("span", label), filled)
