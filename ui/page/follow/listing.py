"""The issues of the library, page by page: what the view shows before one is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from index.course import StateKind
from index.library import Library
from index.results import Coverage, Issue
from index.stored import Head
from ui import course_words
from ui.page import forms, parts
from ui.page.follow.cards import cards
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.state import PageState, write
from ui.speech import t

ON_A_PAGE = 20
PLACE = "ps-arenden"


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of issues with their first paragraphs; ``number`` counts pages from 1, ``more``: another one follows."""

    issues: tuple[tuple[Issue, Head], ...]
    number: int
    more: bool


def listed(library: Library, state: PageState) -> Listed:
    """Return the page of issues that a state asks for. Raises UnknownFilterError, BookError."""
    number = max(state.number("lista") or 1, 1)
    named = state.one("lage")
    kind = StateKind(named) if named in set(StateKind) else None
    found = library.issues(boards=state.many("namnd"), state=kind)
    first = (number - 1) * ON_A_PAGE
    some = list(islice(found, first, first + ON_A_PAGE + 1))
    heads = ((issue, library.paragraph(issue.id).head) for issue in some[:ON_A_PAGE])
    return Listed(tuple(heads), number, more=len(some) > ON_A_PAGE)


def listing(found: Listed, boards: tuple[str, ...], coverage: Coverage, state: PageState) -> Markup:
    """Return a page of issues with what narrows it and the way to the next."""
    heading = tag("h3", t("Ärenden, de som var uppe senast först"), class_="ps-part", id=PLACE)
    if not found.issues:
        body = tag("p", t("Inget ärende med minst två paragrafer är sådant."), class_="ps-honest")
        return join([heading, _narrowing(boards, state), body])
    pages = _pages(found, state)
    return join([heading, _narrowing(boards, state), cards(found.issues, state), pages, parts.searched(coverage)])


def _narrowing(boards: tuple[str, ...], state: PageState) -> Markup:
    states = [(t(course_words.STATES[kind]).capitalize(), str(kind)) for kind in StateKind]
    fields = (
        forms.choice(state, "lage", t("Läge"), states),
        forms.choice(state, "namnd", t("Organ"), [(name, name) for name in boards]),
        tag("div", forms.send(t("Visa")), class_="ps-send"),
    )
    return forms.asking(state, [forms.row(*fields)], asks=("lage", "namnd", "lista"), then=PLACE)


def _pages(found: Listed, state: PageState) -> Markup:
    """Return the links to the page before and the page after; nothing where one page holds all."""
    if found.number == 1 and not found.more:
        return EMPTY
    before = _page(t("Föregående"), found.number - 1, state) if found.number > 1 else EMPTY
    after = _page(t("Nästa"), found.number + 1, state) if found.more else EMPTY
    here = tag("span", t("Sida {nummer}", nummer=found.number), aria_current="page")
    return tag("nav", before, here, after, class_="ps-turn", aria_label=t("Sidor med ärenden"))


def _page(label: str, number: int, state: PageState) -> Markup:
    address = write(state.having(lista=number if number > 1 else None))
    return tag("a", label, href=address, data_state=True, data_then=PLACE, class_="ps-button")
