"""How a search was understood: each part of the words and each filter as a chip that can be taken away. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.results import Chip
from ui import words
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.search.asked import FILTERS, filtered
from ui.page.state import PageState, write
from ui.speech import t

_PLAIN = "Ord"
_ANEW = "Sökningen görs om bland det som passar filtren. Antalet kan därför bli ett annat än det som stod vid filtret."
_NO_FILTERS = dict.fromkeys(FILTERS)


def understood(chips: Sequence[Chip], state: PageState) -> Markup:
    """Return the chips of a search; nothing where it is plain words and no filter."""
    plain = all(_name(chip) == _PLAIN for chip in chips)
    if plain and not filtered(state):
        return EMPTY
    parts = [*(_of_words(chip, state) for chip in chips), *_of_filters(state)]
    clear = tag(
        "li",
        tag("a", t("Rensa filtren"), href=write(_first_page(state.having(**_NO_FILTERS))), data_state=True),
    )
    listed = tag("ul", *parts, clear if _filters(state) > 1 else EMPTY, class_="ps-understood")
    told = tag("div", tag("span", t("Förstått som"), id="ps-forstatt"), listed, class_="ps-understanding")
    ranked = filtered(state) and any(_name(chip) == _PLAIN for chip in chips)
    return join([told, tag("p", t(_ANEW), class_="ps-lead") if ranked else EMPTY])


def _of_words(chip: Chip, state: PageState) -> Markup:
    name, _, value = chip.label.partition(": ")
    faulty = name == "Förstås inte"
    return _chip(f"{t(name)}: {value}", state.having(q=chip.without), class_="ps-faulty" if faulty else "")


def _of_filters(state: PageState) -> Iterator[Markup]:
    for board in state.many("namnd"):
        yield _chip(f"{t('Organ')}: {board}", _less(state, "namnd", board))
    if years := _years(state):
        yield _chip(f"{t('År')}: {years}", state.having(fran=None, till=None))
    for party in state.many("parti"):
        yield _chip(f"{t('Parti')}: {party}", _less(state, "parti", party))
    for kind in state.many("slag"):
        yield _chip(f"{t('Typ')}: {words.unit_kind(kind)}", _less(state, "slag", kind))
    for outcome in state.many("utfall"):
        yield _chip(f"{t('Utfall')}: {words.outcome(outcome)}", _less(state, "utfall", outcome))


def _filters(state: PageState) -> int:
    return sum(len(state.many(name)) for name in FILTERS if name != "till") + bool(
        state.one("till") and not state.one("fran")
    )


def _less(state: PageState, name: str, value: str) -> PageState:
    return state.having(**{name: tuple(one for one in state.many(name) if one != value)})


def _years(state: PageState) -> str:
    first, last = state.one("fran"), state.one("till")
    if first and last:
        return first if first == last else f"{first}–{last}"
    if first:
        return t("från {ar}", ar=first)
    return t("till {ar}", ar=last) if last else ""


def _chip(told: str, without: PageState, class_: str = "") -> Markup:
    cross = tag("span", "×", aria_hidden="true")
    name = t("Ta bort {vad}", vad=told)
    away = tag("a", cross, href=write(_first_page(without)), data_state=True, aria_label=name, title=name)
    return tag("li", tag("span", told), away, class_=f"ps-part-of {class_}".strip())


def _first_page(state: PageState) -> PageState:
    return state.having(sidnr=None, varfor=None)


def _name(chip: Chip) -> str:
    return chip.label.partition(": ")[0]
