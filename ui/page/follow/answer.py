"""The view Följ ärende, answered: asks the library and shows what it found."""

from __future__ import annotations

from ui import demo
from ui.page.follow import panel
from ui.page.follow.asked import followed
from ui.page.follow.listing import listed
from ui.page.html import Markup
from ui.page.service import Service
from ui.page.state import PageState


def answer(service: Service, state: PageState) -> Markup:
    """Return what the view shows."""
    library = service.library
    if not state.one("start"):
        coverage = library.coverage()
        found = listed(library, state) if coverage.documents else None
        return panel.nothing_followed(coverage, state, demo.ISSUES if service.made_up else (), found)
    rights = panel.Rights(service.may_write, library.corrected_links())
    return panel.course(followed(library, state), state, rights)
