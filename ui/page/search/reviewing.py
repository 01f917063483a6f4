"""Exhaustive reviews as HTML: those that are begun, how far one is, and what to judge next. Pure.

Always holds: the estimate is called one, with its span; who only reads sees how far a review is and cannot judge.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.results import Hit
from index.reviews.book import Review, Verdict
from index.reviews.review import ReviewStatus
from ui import words
from ui.page import parts
from ui.page.changing import signed
from ui.page.downloads import links
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.search import hits, modes
from ui.page.search.asked import Mode, as_text
from ui.page.search.saving import LONGEST_NAME, field
from ui.page.state import PageState, write
from ui.speech import t

NEXT = 5
"""So many paragraphs are shown to be judged at a time: each judgement may change what comes next."""
_NEXT_ID = "ps-nasta"


def listed(reviews: Sequence[Review], state: PageState, *, may_write: bool) -> Markup:
    """Return every review that is begun, and the form that begins one."""
    what = t(
        "Gå igenom allt om en fråga, en paragraf i taget: svara ja eller nej, så väljer programmet nästa och "
        "uppskattar hur många som är kvar."
    )
    begun = tag("ul", *(tag("li", _begun(one, state)) for one in reviews), class_="ps-news") if reviews else EMPTY
    none = EMPTY if reviews else tag("p", t("Ingen granskning är börjad än."))
    form = _start_form(state) if may_write else EMPTY
    return join([modes.bar(state), tag("h2", t("Granskning")), tag("p", what), none, begun, form])


def _begun(review: Review, state: PageState) -> Markup:
    name = tag("a", review.name, href=write(of_name(review.name, state)), data_state=True)
    by = t("Börjad av {vem} {dag}", vem=review.who, dag=words.date(review.when[:10]))
    return tag("p", tag("b", name), " ", tag("code", review.text, lang="sv"), " ", tag("span", by, class_="ps-soft"))


def of_name(name: str, state: PageState) -> PageState:
    """Return the state that shows a review."""
    return modes.to(Mode.REVIEW, state).having(granskning=name)


def _start_form(state: PageState) -> Markup:
    hint = t("Frågan skrivs som i sökfältet, med filter. Allt som filtren släpper igenom kan dömas.")
    form = tag(
        "form",
        field("fraga", t("Fråga att granska"), 2_000, as_text(state)),
        field("namn", t("Namn på granskningen"), LONGEST_NAME),
        signed(field("vem", t("Ditt namn"), LONGEST_NAME)),
        tag("button", t("Börja granska"), type="submit", class_="ps-button"),
        tag("p", role="status"),
        data_post="/gor/starta-granskning",
        class_="ps-change",
    )
    return tag("section", tag("h3", t("Börja en granskning"), class_="ps-part"), tag("p", hint), form)


def review(found: ReviewStatus, nearest: Sequence[Hit], state: PageState, *, may_write: bool) -> Markup:
    """Return how far a review is, and what to judge next."""
    head = tag(
        "div",
        tag("h2", t("Granskning: {namn}", namn=found.review.name)),
        tag("p", tag("code", found.review.text, lang="sv")),
        _progress(found),
        tag("p", _left(found)),
        parts.searched(found.coverage),
        links(state),
        class_="ps-status",
    )
    if not nearest:
        return join([modes.bar(state), head, tag("p", t("Allt är dömt."), class_="ps-honest")])
    heading = tag("h3", t("Att döma härnäst"), class_="ps-part", id=_NEXT_ID)
    items = (tag("li", hits.card(one, state, _ways(one, state, may_write=may_write))) for one in nearest)
    listed_ = tag("ol", *items, class_="ps-hits")
    return join([modes.bar(state), head, heading, _judging(found.review, listed_) if may_write else listed_])


def _progress(found: ReviewStatus) -> Markup:
    said = found.yes + found.no
    told = t(
        "{domda} av {alla} paragrafer är dömda: {ja} ja och {nej} nej.",
        domda=words.number(said),
        alla=words.number(found.pool),
        ja=words.number(found.yes),
        nej=words.number(found.no),
    )
    bar = tag("progress", value=said, max=max(found.pool, 1), aria_label=t("Så långt är granskningen"))
    return tag("p", bar, " ", told, class_="ps-progress")


def _left(found: ReviewStatus) -> str:
    if found.left is None:
        return t("Hur många som är kvar kan uppskattas när minst ett ja och ett nej är satta.")
    return t(
        "Relevanta kvar, uppskattat: {tal} (troligen {minst}–{mest}). Uppskattningen lärs av domarna.",
        tal=words.decimal(found.left.expected),
        minst=found.left.low,
        mest=found.left.high,
    )


def _ways(hit: Hit, state: PageState, *, may_write: bool) -> Markup:
    named = words.paragraph_name(hit)
    name = t("Visa sidan {nummer} i {var} med orden markerade", nummer=hit.page, var=named)
    label = t("Visa sidan {nummer}", nummer=hit.page)
    page = parts.opener(label, parts.place_of(hit), state, class_="ps-way", name=name)
    verdicts = ((Verdict.YES, t("Ja, relevant")), (Verdict.NO, t("Nej"))) if may_write else ()
    buttons = (_verdict(verdict, told, hit.paragraph_id, named) for verdict, told in verdicts)
    return join([tag("div", *buttons, page, class_="ps-actions"), parts.citation(hit.citation)])


def _judging(begun: Review, listed_: Markup) -> Markup:
    """Return the form around what is to be judged: who judges is said once, what is said of which by its button."""
    return tag(
        "form",
        # Enter in the name would press the first button there is: this one, which does nothing.
        tag("button", type="submit", disabled=True, hidden=True),
        tag("input", type="hidden", name="namn", value=begun.name),
        tag("div", signed(field("vem", t("Ditt namn"), LONGEST_NAME)), tag("p", role="status"), class_="ps-change"),
        listed_,
        data_post="/gor/dom",
        data_then=_NEXT_ID,
    )


def _verdict(verdict: Verdict, label: str, paragraph_id: str, named: str) -> Markup:
    value = f"{verdict} {paragraph_id}"
    name = f"{label}: {named}"
    return tag("button", label, type="submit", name="dom", value=value, class_="ps-button", aria_label=name)
