"""The view Sök, answered: asks the library and shows what it found."""

from __future__ import annotations

from contextlib import suppress

from index.errors import NotInLibraryError, UnknownFilterError
from index.results import Why
from ui import demo, words
from ui.page.html import EMPTY, Markup
from ui.page.search import drafting, panel, reviewing, saving
from ui.page.search.asked import HITS, Mode, asks, hit_page, mode, query
from ui.page.search.table import draft_text
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
        return panel.nothing_searched(
            service.library.coverage(), state, starters, news=_news(service, state), takes=_takes(service)
        )
    try:
        found = service.library.search(query(state, facets=True))
    except UnknownFilterError as error:
        explained = service.library.explain(state.one("q"))
        return panel.misunderstood(str(error), explained, service.library.coverage(), state)
    save = saving.save_form(state) if service.may_write else EMPTY
    return panel.answer(found, state, account=_account(service, state), save=save, takes=_takes(service))


def _takes(service: Service) -> bool:
    """Return whether files can be read in through the page."""
    return service.may_write and service.upload.allowed


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


def _drafted(service: Service, state: PageState) -> Markup:
    text = draft_text(service, state)
    if not text:
        return drafting.nothing_pasted(state, lost=text is None)
    return drafting.answered(service.library.draft(text), state, text)


def _news(service: Service, state: PageState) -> Markup:
    """Return what is new of saved searches; where nobody has saved any, nothing is asked."""
    desk = service.library.alerts
    return saving.brief(desk.ask(), state) if desk.saved.all() else EMPTY


def _saved(service: Service, state: PageState) -> Markup:
    desk = service.library.alerts
    return saving.listed(desk.ask() if desk.saved.all() else (), state, may_write=service.may_write)


def _reviewed(service: Service, state: PageState) -> Markup:
    desk, name = service.library.reviews, state.one("granskning")
    if not name:
        return reviewing.listed(desk.book.all(), state, may_write=service.may_write)
    status, nearest = desk.status(name), desk.next(name, reviewing.NEXT)
    return reviewing.review(status, nearest, state, may_write=service.may_write)


_ANSWERS = {
    Mode.SEARCH: _searched,
    Mode.DRAFT: _drafted,
    Mode.SAVED: _saved,
    Mode.REVIEW: _reviewed,
}
