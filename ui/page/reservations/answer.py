"""The view Reservationer, answered: asks the library and shows what it found."""

from __future__ import annotations

from index.errors import LibraryError
from ui.page.html import Markup
from ui.page.reservations import panel
from ui.page.reservations.asked import Mode, mode
from ui.page.reservations.table import acts, echoes, themes
from ui.page.service import Service
from ui.page.state import PageState


def answer(service: Service, state: PageState) -> Markup:
    """Return what the view shows."""
    around = _around(service)
    try:
        if mode(state) is Mode.THEMES:
            return panel.recurring(themes(service, state), state, around)
        if mode(state) is Mode.BEFORE:
            return panel.before(echoes(service, state), state, around, _since(service, state))
        return panel.acts(acts(service, state), state, around)
    except LibraryError as error:
        return panel.refused(str(error), state, around)


def _around(service: Service) -> panel.Around:
    offered = service.choices()
    return panel.Around(service.library.coverage(), offered.boards, offered.years, offered.parties)


def _since(service: Service, state: PageState) -> str | None:
    """Return the date of the act whose argument is asked about, None where it is nobody's or undated."""
    named = state.one("inlaga")
    return next((one.date for one in service.library.reservations() if one.id == named), None) if named else None
