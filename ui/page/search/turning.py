"""What stands around a list of hits: their order, the pages of it, and the files it can be taken home as. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from index.results import Answer, Order
from ui import words
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.search.asked import HITS, MOST_HITS, hit_page, order
from ui.page.state import PageState, write
from ui.speech import t

FORMS = (("xlsx", "Excel"), ("csv", "csv"), ("jsonl", "jsonl"))
_ORDERS = ((Order.RELEVANCE, None), (Order.NEWEST, "datum"), (Order.OLDEST, "aldst"))
_AROUND = 2
"""So many pages before and behind the one shown are named."""


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
            href=write(state.having(sortering=name, traffsida=None)),
            data_state=True,
            aria_current="true" if one is now else None,
        )
        for one, name in _ORDERS
    )
    return tag("p", tag("span", t("Ordning")), *links, class_="ps-orders")


def downloads(address: str, lead: str) -> Markup:
    """Return the links by which a table is taken home; ``address`` is a route's without its ending, and its query."""
    path, _, query = address.partition("?")
    links = (tag("a", name, href=f"{path}.{form}?{query}", download=True) for form, name in FORMS)
    return tag("p", tag("span", f"{lead} "), join(links, ", "), class_="ps-downloads")


def pages(found: Answer, state: PageState) -> Markup:
    """Return the way to the other pages of hits."""
    last = -(-min(found.total, MOST_HITS) // HITS)
    now = hit_page(state)
    if last <= 1:
        return EMPTY
    items = [
        _step(t("Föregående"), now - 1, state, there=now > 1),
        *_numbers(now, last, state),
        _step(t("Nästa"), now + 1, state, there=now < last),
    ]
    return tag("nav", tag("ul", *items), class_="ps-turning", aria_label=t("Fler träffar"))


def _numbers(now: int, last: int, state: PageState) -> Iterator[Markup]:
    wanted = sorted({1, last, *range(max(1, now - _AROUND), min(last, now + _AROUND) + 1)})
    before = 0
    for page in wanted:
        if page > before + 1:
            yield tag("li", "…", aria_hidden="true")
        current = "page" if page == now else None
        name = t("Sida {nummer}", nummer=page)
        yield tag("li", _link(str(page), page, state, aria_current=current, aria_label=name))
        before = page


def _step(label: str, page: int, state: PageState, *, there: bool) -> Markup:
    return tag("li", _link(label, page, state)) if there else EMPTY


def _link(label: str, page: int, state: PageState, **more: str | None) -> Markup:
    target = state.having(traffsida=page if page > 1 else None, varfor=None)
    return tag("a", label, href=write(target), data_state=True, data_then="ps-traffar", **more)
