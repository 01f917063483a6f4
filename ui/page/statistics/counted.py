"""Statistics as a view may show and hand them over: asked of the library, private names masked in what they quote."""

from __future__ import annotations

from index.statistics import Statistics
from ui import masked
from ui.page.service import Service
from ui.page.statistics.asked import Asked

QUOTING = ("yrkanden-underlag", "handläggningstid-underlag")
"""Tables that show words of the protocols; the others are numbers."""


def counted(service: Service, wanted: Asked) -> Statistics:
    """Return the statistics that are asked for.

    Raises:
        LibraryError: when a board is not in the library.
    """
    found = service.library.statistics(wanted.boards, wanted.years, as_of=wanted.as_of)
    if wanted.name not in QUOTING:
        return found
    return masked.masked_statistics(found, masked.masker_of(service.library, names=False))
