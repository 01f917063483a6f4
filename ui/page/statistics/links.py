"""Where a number leads: the address that shows what was counted. Pure.

Always holds: an address is given only where it shows what the number counts (a search may show documents that are no
protocols beside it); a number of an unknown board or year leads nowhere, because no search can ask for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from index.query.words import OUTCOMES
from index.results import UnitKind
from index.statistics import BoardYear
from nlp.acts import Outcome
from ui import words
from ui.page.assignments.asked import Source
from ui.page.state import PageState, Tab
from ui.page.statistics.asked import slug
from ui.statistics import labels

# Swedish column of the decisions: how the query language asks for it
_OUTCOMES: Mapping[str, str] = {
    words.OUTCOMES[outcome]: f"utfall:{name}" for name, outcome in OUTCOMES.items() if outcome in set(Outcome)
}
_OVERVIEW: Mapping[str, Mapping[str, str]] = {
    "paragrafer": {},
    "beslut": {"slag": UnitKind.DECISION},
    "omröstningar": {"q": "typ:votering"},
    "reservationer": {"slag": UnitKind.RESERVATION},
}
_BEHIND = {"yrkanden": "yrkanden-underlag", "avgjorda ärenden": "handläggningstid-underlag"}
_STATUSES = {name: status for status, name in labels.STATUSES.items()}
_FATES = {name: str(fate) for fate, name in labels.FATES.items()}
_COVER = ("möten", "filer", "saknade §-nummer", "sidor utan läsbar text")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a table: its column, and the board and year it counts (None: several).

    ``kind`` is the sort of motion that its row counts, "" where it counts all; ``as_of`` the day on which assignments
    are judged.
    """

    table: str
    column: str
    row: BoardYear | None
    kind: str = ""
    as_of: str | None = None


def leads_to(number: Number, state: PageState) -> PageState | None:
    """Return the state that shows what a number counts; None where none shows just that."""
    table, column, row = number.table, number.column, number.row
    if row is None or row.board is None or row.year is None or row.organisation:
        return None
    at = {"namnd": row.board, "fran": str(row.year), "till": str(row.year)}
    if column in _COVER:
        return state.at(Tab.STATISTICS, tabell=slug("täckning"), **at)
    if table == "yrkanden" and (column in _FATES or column == "totalt"):
        wanted = {"slag": number.kind, "utfall": _FATES.get(column, "")}
        return state.at(Tab.STATISTICS, tabell=slug("yrkanden-underlag"), **at, **wanted)
    if column in _BEHIND:
        return state.at(Tab.STATISTICS, tabell=slug(_BEHIND[column]), **at)
    if "uppdrag" in (table, column) and table != "beslut":
        return _assignments(number, row, state)
    found = _searched(table, column)
    return None if found is None else state.at(Tab.SEARCH, **at, **found)


def _assignments(number: Number, row: BoardYear, state: PageState) -> PageState:
    """Return the assignments that decisions gave that year, as they stood on the day of the table."""
    status = _STATUSES.get(number.column)
    year = f"{row.year:04}"
    given = {"givet_fran": f"{year}-01-01", "givet_till": f"{year}-12-31"}
    return state.at(Tab.ASSIGNMENTS, namnd=row.board, per=number.as_of, status=status, slag=Source.DECISION, **given)


def _searched(table: str, column: str) -> Mapping[str, str] | None:
    """Return the search for a column, None where a search cannot tell what it counts."""
    if table == "översikt":
        return _OVERVIEW.get(column)
    if table == "beslut":
        return _OVERVIEW["beslut"] if column == "totalt" else {"q": _OUTCOMES[column]} if column in _OUTCOMES else None
    if table == "omröstningar" and column == "totalt":
        return _OVERVIEW["omröstningar"]
    if table == "reservationer" and column != labels.UNKNOWN_PARTY:
        party = {} if column == "reservationer" else {"parti": column}
        return {**_OVERVIEW["reservationer"], **party}
    return None
