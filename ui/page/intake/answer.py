"""The view Läs in, answered: whether files may be read in here, and how the job stands."""

from __future__ import annotations

from ui.page.html import Markup
from ui.page.intake import panel
from ui.page.service import Service
from ui.page.state import PageState


def answer(service: Service, state: PageState) -> Markup:
    """Return what the view shows."""
    if not service.takes_files:
        return panel.closed()
    return panel.intake(service.reading.state(), service.upload, state)
