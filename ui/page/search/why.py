"""Why a hit is a hit, as HTML: the sum that its score is, and the words behind it. Pure; computed only when asked."""

from __future__ import annotations

from collections.abc import Sequence

from index.results import Why
from ui import answers, words
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.search.hits import WHY_ID
from ui.speech import t

_NAMED = "named"
_MOST_WORDS = 6


def told(why: Why) -> Markup:
    """Return the account of a hit."""
    heading = tag("h4", t("Varför denna träff?"))
    return tag("section", heading, *_account(why), class_="ps-why", id=WHY_ID)


def _account(why: Why) -> list[Markup]:
    if [name for name, _ in why.parts] == [_NAMED]:
        return [tag("p", t("Den pekas ut av filtren eller av det namn du skrev; då räknas ingen poäng."))]
    if not why.parts:
        return [tag("p", t("Den har orden i frågan, men nåddes inte av rangordningen: därför står den sist."))]
    return [_sum(why), _carried(why), _words(why)]


def _sum(why: Why) -> Markup:
    """Return the arithmetic: every part as the ranking counted it, and their sum."""
    rows = [
        tag("tr", tag("th", t(answers.part_told(name)), scope="row"), tag("td", _signed(value)))
        for name, value in why.parts
    ]
    total = tag("tr", tag("th", t("Poäng"), scope="row"), tag("td", words.decimal(why.score, 3)), class_="ps-sum")
    lead = tag("p", t("Poängen är summan av delarna. Den rangordnar träffarna och säger inget i sig."))
    return join([lead, tag("table", tag("tbody", *rows, total), class_="ps-arithmetic", aria_label=t("Poäng"))])


def _carried(why: Why) -> Markup:
    carried = [(word, value) for word, value in why.carried if value > 0][:_MOST_WORDS]
    near = t("Likhet i mening: {tal} av 1", tal=words.decimal(why.cosine, 2))
    where = t(", närmast i {slag}", slag=words.unit_kind(why.kind).lower()) if why.kind else ""
    if not carried:
        return tag("p", f"{near}{where}.")
    most = carried[0][1]
    bars = tag("ul", *(_bar(word, value / most) for word, value in carried), class_="ps-word-bars")
    return tag("div", tag("p", f"{near}{where}. ", t("Den bärs mest av orden:")), bars)


def _bar(word: str, share: float) -> Markup:
    width = f"width:{100 * share:.0f}%"
    return tag("li", tag("span", word), tag("span", class_="ps-carried", style=width, aria_hidden="true"))


def _words(why: Why) -> Markup:
    parts = [
        _named(t("Ord som finns i paragrafen, i någon form:"), [word for word, _ in why.met]),
        _named(t("Ord som inte finns där:"), why.missing),
    ]
    return tag("div", *parts) if any(parts) else EMPTY


def _named(lead: str, found: Sequence[str]) -> Markup:
    return tag("p", tag("b", f"{lead} "), ", ".join(found)) if found else EMPTY


def _signed(value: float) -> str:
    return f"{'−' if value < 0 else '+'}\N{NO-BREAK SPACE}{words.decimal(abs(value), 3)}"
