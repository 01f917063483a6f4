"""The facets of a result: how many hits each board, year, party, kind and outcome has, each a way to narrow. Pure.

Always holds: the figures are those of the whole result that stands beside them. A facet that already restricts the
search shows what it is restricted to, to be taken away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.results import Facet, FacetName
from ui import answers, words
from ui.page.html import EMPTY, Markup, tag
from ui.page.state import PageState, write
from ui.speech import t

_SHOWN = 7
"""So many values of a facet are shown before the rest is folded."""
PARAMETERS: Mapping[FacetName, str] = {
    FacetName.BOARD: "namnd",
    FacetName.YEAR: "fran",
    FacetName.PARTY: "parti",
    FacetName.KIND: "slag",
    FacetName.OUTCOME: "utfall",
}
"""Facet → the parameter that it sets; a year sets first and last."""


def sidebar(facets: Sequence[Facet], state: PageState) -> Markup:
    """Return all facets that tell anything, folded where the screen is narrow."""
    told = [_facet(one, state) for one in facets]
    if not any(told):
        return EMPTY
    summary = tag("summary", t("Förfina resultatet"))
    # Wide screens open it (page.js): a menu beside the hits there, one line above them on a telephone.
    return tag(
        "nav",
        tag("details", summary, *told, class_="ps-facets", data_wide=True),
        class_="ps-side",
        aria_label=t("Förfina resultatet"),
    )


def _facet(facet: Facet, state: PageState) -> Markup:
    chosen = _chosen(facet, state)
    rows = [_row(facet.name, value, count, state) for value, count in facet.counts if not chosen or value in chosen]
    if not rows or (len(rows) == 1 and not chosen):
        return EMPTY
    heading = tag("h3", t(answers.FACETS[facet.name]), class_="ps-facet")
    more = tag("details", tag("summary", t("Visa {antal} till", antal=len(rows) - _SHOWN)), tag("ul", *rows[_SHOWN:]))
    return tag("section", heading, tag("ul", *rows[:_SHOWN]), more if len(rows) > _SHOWN else EMPTY)


def _chosen(facet: Facet, state: PageState) -> tuple[str, ...]:
    if facet.name is not FacetName.YEAR:
        return state.many(PARAMETERS[facet.name])
    first, last = state.one("fran"), state.one("till")
    return (first,) if first and first == last else ()


def _row(name: FacetName, value: str, count: int, state: PageState) -> Markup:
    taken = value in _chosen(Facet(name, ()), state)
    told = answers.value_told(name, value)
    hits = words.count(count, "träff", "träffar")
    spoken = t("Ta bort {vad}", vad=told) if taken else f"{told}, {hits}"
    inside = (tag("span", told), tag("span", "×" if taken else words.number(count), class_="ps-number"))
    address = write(narrowed(name, None if taken else value, state))
    return tag(
        "li",
        tag(
            "a", *inside, href=address, data_state=True, aria_label=spoken, class_="ps-value", data_chosen=taken or None
        ),
    )


def narrowed(name: FacetName, value: str | None, state: PageState) -> PageState:
    """Return the state restricted to one value of a facet, or with None to none of it."""
    changed = {PARAMETERS[name]: value, **({"till": value} if name is FacetName.YEAR else {})}
    return state.having(**changed, sidnr=None, varfor=None)
