"""The view Sök, answered: asks the library and shows what it found."""

from __future__ import annotations

from contextlib import suppress

from index.errors import NotInLibraryError, UnknownFilterError
from index.results import Why
from ui import demo, words
from ui.page.html import EMPTY, Markup
from ui.page.search import panel
from ui.page.search.asked import HITS, Mode, asks, hit_page, mode, query
from ui.page.service import Service
from ui.page.state import PageState


def answer(service: Service, state: PageState) -> Markup:
    """Return what the view shows."""
    return _ANSWERS[mode(state)](service, state)


def _searched(service: Service, state: PageState) -> Markup:
    if state.one("lika"):
        return _similar(service, state)
    if not asks(state):
        starters = demo.QUESTIONS if service.made_up else panel.STARTERS
        return panel.nothing_searched(service.library.coverage(), state, starters)
    try:
        found = service.library.search(query(state, facets=True))
    except UnknownFilterError as error:
        explained = service.library.explain(state.one("q"))
        return panel.misunderstood(str(error), explained, service.library.coverage(), state)
    return panel.answer(found, state, account=_account(service, state), save=EMPTY)


def _account(service: Service, state: PageState) -> Why | None:
    """Return why one hit is one, where somebody asks; an address may name what is gone."""
    if not state.one("varfor"):
        return None
    with suppress(NotInLibraryError):
        return service.library.why(query(state), state.one("varfor"))
    return None


def _similar(service: Service, state: PageState) -> Markup:
    source = service.library.paragraph(state.one("lika")).head
    found = service.library.similar(source.id, HITS, (hit_page(state) - 1) * HITS)
    return panel.similar(found, state, words.paragraph_name(source), source.title)


_ANSWERS = {
    Mode.SEARCH: _searched,
    Mode.DRAFT: _searched,
    Mode.SAVED: _searched,
    Mode.REVIEW: _searched,
}
