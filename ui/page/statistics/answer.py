"""The view Statistik, answered: asks the library, masks private names, and shows what was counted."""

from __future__ import annotations

from index.statistics import Statistics
from ui import masked
from ui.page.html import Markup
from ui.page.service import Service
from ui.page.state import PageState
from ui.page.statistics import panel
from ui.page.statistics.asked import Asked, asked

QUOTING = ("yrkanden-underlag", "handläggningstid-underlag")
"""Tables that show words of the protocols, in which private names are masked."""


def answer(service: Service, state: PageState) -> Markup:
    """Return what the view shows."""
    covered = service.library.coverage()
    if not covered.documents:
        return panel.library_empty(covered)
    wanted = asked(state)
    return panel.statistics(counted(service, wanted), wanted.name, state, service.choices())


def counted(service: Service, wanted: Asked) -> Statistics:
    """Return the statistics that are asked for, private names masked in what they quote.

    Raises:
        LibraryError: when a board is not in the library.
    """
    found = service.library.statistics(wanted.boards, wanted.years, as_of=wanted.as_of)
    if wanted.name not in QUOTING:
        return found
    return masked.masked_statistics(found, masked.masker_of(service.library, names=False))
