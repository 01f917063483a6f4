"""The view Följ ärende, answered: asks the library and shows what it found."""

from __future__ import annotations

from ui import demo
from ui.page.follow import panel
from ui.page.follow.asked import trace
from ui.page.html import Markup
from ui.page.service import Service
from ui.page.state import PageState


def answer(service: Service, state: PageState) -> Markup:
    """Return what the view shows."""
    if not state.one("start"):
        return panel.nothing_followed(service.library.coverage(), state, demo.ISSUES if service.made_up else ())
    return panel.course(trace(service.library, state), state)
