"""What the view Ståndpunkter asks the library: its state as filters, and which cell or pair is open. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from index.library import Library
from index.positions import Alliances, PositionAct, Positions
from ui.page.state import YEAR_FIRST, YEAR_LAST, PageState

NOTHING = "-"
"""Stands in an address for a party or a year that is not known."""
TOGETHER = "tillsammans"
"""The value of the parameter ``visa`` that hands over the table of alliances."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is open: the acts of a party, of one year or of all (``year`` ""); None is an unknown party or year."""

    party: str | None
    year: str | None


def years(state: PageState) -> tuple[int, int] | None:
    """Return the span of years that a state asks for."""
    first, last = state.year("fran"), state.year("till")
    return (first or YEAR_FIRST, last or YEAR_LAST) if first or last else None


def positions(library: Library, state: PageState) -> Positions:
    """Return the table of positions that a state asks for. Raises LibraryError."""
    asked = {"parties": state.many("parti"), "boards": state.many("namnd")}
    return library.positions(state.one("start"), person=state.one("person"), years=years(state), **asked)


def alliances(library: Library, state: PageState) -> Alliances:
    """Return who reserves with whom in what a state asks for. Raises LibraryError."""
    asked = {"parties": state.many("parti"), "boards": state.many("namnd")}
    return library.alliances(state.one("start"), years=years(state), **asked)


def chosen(state: PageState) -> Chosen | None:
    """Return which cell or row of the table is open, None where none is."""
    party, mark, year = state.one("ruta").rpartition("|")
    return Chosen(_known(party), _known(year)) if mark else None


def cell_value(party: str | None, year: str | None) -> str:
    """Return how a cell stands in an address; the year "" is all years."""
    return f"{NOTHING if party is None else party}|{NOTHING if year is None else year}"


def chosen_acts(found: Positions, asked: Chosen) -> tuple[PositionAct, ...]:
    """Return the acts of a cell, or of a party over all years."""
    if asked.year == "":
        return tuple(act for act in found.acts if act.party == asked.party)
    return found.cell(asked.party, asked.year).acts


def _known(text: str) -> str | None:
    return None if text == NOTHING else text
