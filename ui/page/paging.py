"""Long lists cut into pages: which part is shown, and the links to the others. Pure.

Always holds: a page beyond the end is the last one, so that an old address never shows an empty list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ui import words
from ui.page.html import EMPTY, Markup, tag
from ui.page.state import PageState, write
from ui.speech import t

PAGE = "sidnr"
"""The parameter that holds the number of the page of a list, from 1; "sida" is that of the protocol in the viewer."""
_NEAR = 2
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """One page of a list: its items, which page it is of how many, and where in the whole list it stands."""

    items: Sequence[Item]
    page: int
    pages: int
    first: int
    total: int


def part(items: Sequence[Item], state: PageState, size: int) -> Part[Item]:
    """Return the page of ``items`` that the address asks for, ``size`` items a page."""
    pages = max(1, -(-len(items) // size))
    page = min(max(state.number(PAGE) or 1, 1), pages)
    start = (page - 1) * size
    return Part(items[start : start + size], page, pages, start + 1, len(items))


def links(shown: Part[Item], state: PageState, *, then: str) -> Markup:
    """Return the links to the other pages; ``then`` is the element where the reader begins to read the next."""
    if shown.pages == 1:
        return EMPTY
    near = [_link(number, str(number), shown, state, then) for number in _numbers(shown)]
    before = _link(shown.page - 1, t("Föregående"), shown, state, then) if shown.page > 1 else EMPTY
    after = _link(shown.page + 1, t("Nästa"), shown, state, then) if shown.page < shown.pages else EMPTY
    return tag("nav", tag("ul", before, *near, after), class_="ps-pages", aria_label=t("Sidor i listan"))


def told(shown: Part[Item]) -> str:
    """Return which part is shown: "21–40 av 118", or how many there are when all are."""
    if shown.pages == 1:
        return words.number(shown.total)
    until = shown.first + len(shown.items) - 1
    first, last, every = (words.number(one) for one in (shown.first, until, shown.total))
    return t("{första}–{sista} av {alla}", första=first, sista=last, alla=every)


def _numbers(shown: Part[Item]) -> Iterator[int]:
    for number in range(1, shown.pages + 1):
        if number in (1, shown.pages) or abs(number - shown.page) <= _NEAR:
            yield number


def _link(number: int, label: str, shown: Part[Item], state: PageState, then: str) -> Markup:
    if number == shown.page and label.isdecimal():
        return tag("li", tag("span", label, aria_current="page"))
    address = write(state.having(**{PAGE: number if number > 1 else None}))
    name = t("Sida {nummer}", nummer=number) if label.isdecimal() else None
    return tag("li", tag("a", label, href=address, data_state=True, data_then=then, aria_label=name))
