"""The view Statistik, answered: asks the library and shows what was counted."""

from __future__ import annotations

from ui.page.html import Markup
from ui.page.service import Service
from ui.page.state import PageState
from ui.page.statistics import panel
from ui.page.statistics.asked import asked
from ui.page.statistics.counted import counted


def answer(service: Service, state: PageState) -> Markup:
    """Return what the view shows."""
    covered = service.library.coverage()
    if not covered.documents:
        return panel.library_empty(covered)
    wanted = asked(state)
    return panel.statistics(counted(service, wanted), wanted.name, state, service.choices())
