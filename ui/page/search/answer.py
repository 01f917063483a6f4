"""The view Sök, answered: asks the library and shows what it found."""

from __future__ import annotations

from ui import demo
from ui.page.html import Markup
from ui.page.search import panel
from ui.page.search.asked import filtered, query
from ui.page.service import Service
from ui.page.state import PageState

HITS = 20


def answer(service: Service, state: PageState) -> Markup:
    """Return what the view shows."""
    if not state.one("q") and not filtered(state):
        starters = demo.QUESTIONS if service.made_up else panel.STARTERS
        return panel.nothing_searched(service.library.coverage(), state, starters)
    return panel.answer(service.library.search(query(state, HITS)), state)
