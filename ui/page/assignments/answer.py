"""The view Uppdrag, answered: asks the library and shows what it found."""

from __future__ import annotations

from index.errors import LibraryError
from index.ledger import Asked
from ui.page.assignments import panel
from ui.page.assignments.asked import day, question, sifted
from ui.page.assignments.table import masked, today
from ui.page.html import Markup
from ui.page.service import Service
from ui.page.state import PageState


def answer(service: Service, state: PageState) -> Markup:
    """Return what the view shows."""
    asked = question(state, today())
    around = _around(service, state)
    try:
        found = service.library.assignments(asked)
    except LibraryError as error:
        return panel.refused(str(error), state, around)
    return panel.ledger(masked(service, sifted(found, state)), state, around)


def _around(service: Service, state: PageState) -> panel.Around:
    library = service.library
    everything = library.assignments(Asked(as_of=day(state, today())))
    recipients = sorted({name for one in everything for name in one.row.recipients})
    return panel.Around(library.coverage(), service.choices().boards, recipients, today())
