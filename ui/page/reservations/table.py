"""The tables of the view Reservationer: the rows of `protokollspar reservations`, as the address asks for them."""

from __future__ import annotations

from dataclasses import replace

from index.arguments import Argued, Echo, Theme
from ui import arguments
from ui.masked import masked_argued, masked_echoes, masked_themes
from ui.page.reservations.asked import Mode, kinds, mode, question, wanted
from ui.page.service import Service
from ui.page.state import PageState
from ui.table_file import Table

MOST = 60
"""So many arguments at most are held to be like another; the last of them hardly are."""


def table(service: Service, state: PageState) -> Table:
    """Return the table; raises LibraryError."""
    if mode(state) is Mode.THEMES:
        return Table("argument", arguments.THEME_COLUMNS, arguments.theme_rows(themes(service, state)))
    if mode(state) is Mode.BEFORE:
        return Table("liknande", arguments.ECHO_COLUMNS, arguments.echo_rows(echoes(service, state)))
    return Table("reservationer", arguments.COLUMNS, arguments.rows(wanted(acts(service, state), state)))


def acts(service: Service, state: PageState) -> tuple[Argued, ...]:
    """Return the acts of every kind, the earliest first, private names masked. Raises LibraryError."""
    return masked_argued(service.library.reservations(question(state)), service.library.masker())


def themes(service: Service, state: PageState) -> tuple[Theme, ...]:
    """Return the themes, or the one that the state names, private names masked. Raises LibraryError."""
    found = service.library.themes(replace(question(state), kinds=kinds(state)))
    named = state.one("tema")
    return masked_themes((one for one in found if named in ("", one.name)), service.library.masker())


def echoes(service: Service, state: PageState) -> tuple[Echo, ...]:
    """Return what says the like of the argument asked about, the likest first, its own act left out.

    Private names are masked. Raises LibraryError.
    """
    text = state.one("argument")
    if not text:
        return ()
    found = service.library.argued(text, replace(question(state), kinds=kinds(state)), limit=MOST + 1)
    others = (one for one in found if one.argued.id != state.one("inlaga"))
    return masked_echoes(others, service.library.masker())[:MOST]
