"""The view Ståndpunkter, answered: asks the library and shows what it found."""

from __future__ import annotations

from ui.page.html import Markup, join
from ui.page.positions import panel
from ui.page.positions.asked import alliances, positions
from ui.page.positions.people import several
from ui.page.service import Service
from ui.page.state import PageState


def answer(service: Service, state: PageState) -> Markup:
    """Return what the view shows."""
    return join([panel.form(service.choices(), state), _shown(service, state)])


def _shown(service: Service, state: PageState) -> Markup:
    library = service.library
    start, person = state.one("start"), state.one("person")
    if not (start or person):
        coverage = library.coverage()
        found = alliances(library, state) if coverage.documents else None
        return panel.nothing_asked(found, coverage, library.masker(), state)
    meant = library.persons(person) if person else ()
    if len(meant) > 1:
        return several(person, meant, state)
    allied = None if person else alliances(library, state)
    return panel.table(positions(library, state), allied, library.masker(), state)
