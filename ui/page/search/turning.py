"""What stands around a list of hits: their order, and the pages of it. Pure."""

from __future__ import annotations

from index.results import Answer, Order
from ui import words
from ui.page.html import Markup, tag
from ui.page.paging import PAGE, Part, links
from ui.page.search.asked import HITS, MOST_HITS, hit_page, order
from ui.page.state import PageState, write
from ui.speech import t

HITS_ID = "ps-traffar"
"""The element where the hits begin."""
_ORDERS = ((Order.RELEVANCE, None), (Order.NEWEST, "datum"), (Order.OLDEST, "aldst"))


def shown(found: Answer) -> str:
    """Return which hits of the whole are shown."""
    first = found.query.offset + 1
    last = found.query.offset + len(found.hits)
    return t("Visar {forsta}–{sista} av {alla}", forsta=first, sista=last, alla=words.number(found.total))


def orders(state: PageState) -> Markup:
    """Return the choice of order."""
    now = order(state)
    names = {Order.RELEVANCE: t("Relevans"), Order.NEWEST: t("Nyast först"), Order.OLDEST: t("Äldst först")}
    links = (
        tag(
            "a",
            names[one],
            href=write(state.having(**{PAGE: None, "sortering": name})),
            data_state=True,
            aria_current="true" if one is now else None,
        )
        for one, name in _ORDERS
    )
    return tag("p", tag("span", t("Ordning")), *links, class_="ps-orders")


def pages(found: Answer, state: PageState) -> Markup:
    """Return the way to the other pages of hits."""
    within = min(found.total, MOST_HITS)
    part = Part(found.hits, hit_page(state), max(1, -(-within // HITS)), found.query.offset + 1, within)
    return links(part, state.having(varfor=None), then=HITS_ID)
