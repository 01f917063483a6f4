"""What a file says of the filters that its table was made with, so that nobody takes a part for the whole.

Always holds: a csv stays a clean table, so the name of the file says it; a workbook says it on a sheet of its own too.
Pure.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from ui.page.state import PageState
from ui.table_file import Table

FILTERS: Mapping[str, str] = {
    "q": "Sökt",
    "namnd": "Organ",
    "utan": "Räknas inte",
    "fran": "Från och med",
    "till": "Till och med",
    "parti": "Parti",
    "person": "Person",
    "mottagare": "Mottagare",
    "status": "Läge",
    "slag": "Slag",
    "utfall": "Utfall",
    "tema": "Tema",
    "argument": "Argument",
    "arende": "Ärende",
    "sagt": "Omfång",
    "senast_fran": "Senast, från och med",
    "senast_till": "Senast, till och med",
    "givet_fran": "Givet från och med",
    "givet_till": "Givet till och med",
    "ruta": "Ruta",
    "par": "Par",
}
"""The parameters of the address that leave something out of a table, with what they are called."""
_LONGEST, _LONGEST_VALUE = 80, 40
_PART = "urval"


def of_state(state: PageState) -> tuple[tuple[str, str], ...]:
    """Return what a state leaves out, as names and values."""
    return tuple((FILTERS[name], value) for name, value in state.values if name in FILTERS)


def file_name(name: str, state: PageState) -> str:
    """Return the name of a file, "uppdrag-urval-halso-och-sjukvardsnamnden-2021" where the state leaves some out.

    A whole sentence, such as an argument that others are like, is no part of a name.
    """
    said = of_state(state)
    values = [plain(value) for _, value in said if len(value) <= _LONGEST_VALUE]
    return "-".join(filter(None, [name, _PART, *values]))[:_LONGEST].rstrip("-") if said else name


def sheets(table: Table, state: PageState) -> list[Table]:
    """Return the sheets of a workbook: the table, and what it was made with where that leaves anything out."""
    said = of_state(state)
    if not said:
        return [table]
    rows = [{"avgränsat till": name, "värde": value} for name, value in said]
    whole = Table(f"{table.name} ({_PART})", table.columns, table.rows)
    return [whole, Table(_PART, ("avgränsat till", "värde"), rows)]


def plain(text: str) -> str:
    """Return a text as it can stand in any file's name: small letters without rings and dots, figures, hyphens."""
    letters = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return "-".join("".join(one if one.isalnum() else " " for one in letters).split())
