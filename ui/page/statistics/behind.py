"""What numbers stand on, one by one: motions with what became of them, and issues with how long they took.

Always holds: pure; what is printed stands as a quote with its page, what the program concludes from it is said to be
that, with the words that it rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from index.course import Quoted
from index.statistics import DecisionTime, MotionFate, Statistics
from nlp.fates import Fate
from ui import words
from ui.page import paging, parts
from ui.page.html import EMPTY, Markup, tag
from ui.page.state import PageState, Place, Tab, write
from ui.speech import t
from ui.statistics import labels

Item = TypeVar("Item", MotionFate, DecisionTime)

SIZE = 25
LIST = "ps-underlag"
_TONES = {Fate.CARRIED: "for", Fate.LOST: "against", Fate.PUT_OFF: "wait", Fate.UNTOLD: "plain"}


def wanted_motions(found: Statistics, state: PageState) -> tuple[MotionFate, ...]:
    """Return the motions of the kinds and fates that the address names; all where it names none."""
    kinds, fates = state.many("slag"), state.many("utfall")
    return tuple(
        one for one in found.motions if one.kind in (kinds or (one.kind,)) and one.fate in (fates or (one.fate,))
    )


def longest_first(found: Statistics) -> tuple[DecisionTime, ...]:
    """Return the decided issues, those that took longest first, those of unknown time last."""
    return tuple(sorted(found.times, key=lambda one: (one.days is None, -(one.days or 0))))


def motions(shown: paging.Part[MotionFate], state: PageState) -> Markup:
    """Return a page of motions."""
    items = tag("ol", *(_motion(one, state) for one in shown.items), class_="ps-hits", start=shown.first)
    return _listed(shown, items, state)


def times(shown: paging.Part[DecisionTime], state: PageState) -> Markup:
    """Return a page of decided issues."""
    items = tag("ol", *(_time(one, state) for one in shown.items), class_="ps-hits", start=shown.first)
    return _listed(shown, items, state)


def _listed(shown: paging.Part[Item], items: Markup, state: PageState) -> Markup:
    amount = tag("p", t("Visar {antal}", antal=paging.told(shown)), class_="ps-lead", id=LIST)
    return tag("div", amount, items, paging.links(shown, state, then=LIST))


def _motion(one: MotionFate, state: PageState) -> Markup:
    number = tag("span", f"§\N{NO-BREAK SPACE}{one.number}") if one.number is not None else EMPTY
    line = tag(
        "p",
        tag("time", words.date(one.date), datetime=one.date),
        tag("span", labels.board(one.row)),
        number,
        class_="ps-line",
    )
    title = tag("h3", tag("span", one.title, lang="sv") if one.title else t("Utan rubrik"))
    movers = ", ".join(filter(None, one.movers))
    kind = tag("span", labels.motion_kind(one.kind), class_="ps-kind")
    quote = tag("blockquote", kind, tag("span", one.motion.text, lang="sv"))
    by = tag("p", t("Yrkat av {vem}", vem=movers)) if movers else EMPTY
    return tag(
        "li", tag("article", line, title, quote, by, _fate(one, state), _place(one.motion, state), class_="ps-hit")
    )


def _fate(one: MotionFate, state: PageState) -> Markup:
    """Return what became of a motion as the program concludes it, with the words it concludes it from."""
    chip = tag("span", t(labels.FATES[one.fate]), class_=f"ps-chip ps-tone-{_TONES[one.fate]}")
    lead = tag("span", t("Programmets slutsats:"))
    if one.ground is None or one.evidence is None:
        return tag("p", lead, " ", chip, class_="ps-fate-told")
    ground = tag("span", t("enligt {grund}:", grund=t(labels.GROUNDS[one.ground])))
    told = tag("q", one.evidence.text, lang="sv")
    page = parts.opener(t("sidan {sida}", sida=one.evidence.page), _at(one.evidence), state)
    return tag("p", lead, " ", chip, " ", ground, " ", told, " (", page, ")", class_="ps-fate-told")


def _place(quoted: Quoted, state: PageState) -> Markup:
    page = parts.opener(
        t("Visa sidan {sida}", sida=quoted.page),
        _at(quoted),
        state,
        class_="ps-button",
        name=t("Visa sidan {sida}, {ställe}", sida=quoted.page, ställe=quoted.citation),
    )
    return tag("div", page, parts.citation(quoted.citation), class_="ps-actions")


def _at(quoted: Quoted) -> Place:
    return Place(quoted.document_id, quoted.page, quoted.paragraph_id, quoted.range)


def _time(one: DecisionTime, state: PageState) -> Markup:
    took = words.count(one.days, "dag", "dagar") if one.days is not None else t("okänt antal dagar")
    line = tag("p", tag("strong", took), tag("span", labels.board(one.row)), class_="ps-line")
    title = tag("h3", tag("span", one.title, lang="sv") if one.title else t("Utan rubrik"))
    rows = (
        *(tag("dt", t("Första gången")), tag("dd", one.first_citation)),
        *(tag("dt", t("Beslut")), tag("dd", one.decided_citation)),
    )
    address = write(state.at(Tab.FOLLOW, start=one.first_citation, startparagraf=one.first))
    named = t("Följ ärendet: {rubrik}", rubrik=one.title)
    follow = tag("a", t("Följ ärendet"), href=address, data_state=True, class_="ps-button", aria_label=named)
    body = (line, title, tag("dl", *rows, class_="ps-facts"), tag("div", follow, class_="ps-actions"))
    return tag("li", tag("article", *body, class_="ps-hit"))


def asked_for(state: PageState) -> str:
    """Return which motions are listed, in words; "" where all are."""
    kinds: Sequence[str] = [labels.motion_kind(kind) for kind in state.many("slag")]
    fates = [t(labels.FATES[fate]) for fate in state.many("utfall") if fate in labels.FATES]
    return " – ".join(filter(None, (words.listed(kinds, "eller"), words.listed(fates, "eller"))))
