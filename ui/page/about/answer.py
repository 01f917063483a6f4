"""The view Om, answered: what this library and this program are."""

from __future__ import annotations

from ui.page.about import licences
from ui.page.about.panel import Facts, about
from ui.page.html import Markup
from ui.page.service import Service
from ui.page.state import PageState


def answer(service: Service, _state: PageState) -> Markup:
    """Return what the view shows."""
    library = service.library
    model = library.health().model
    facts = Facts(library.coverage(), model, licences.version(), licences.parts(), service.may_write)
    return about(facts)
