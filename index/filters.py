"""What a query restricts, in the store's terms.

Always holds: a value that the library does not know is an error that names the nearest there are, never an open door.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from index.boards import BoardName, resolve
from index.errors import UnknownFilterError
from index.results import Query
from index.store import Store
from index.stored import Filter

_NAMED = 12
"""So many parties are named where none is near what was asked for."""


def filter_of(query: Query, boards: Sequence[BoardName], store: Store) -> Filter:
    """Return the filter that ``query`` asks for; raises UnknownFilterError."""
    return Filter(
        boards=tuple(dict.fromkeys(spelling for asked in query.boards for spelling in resolve(asked, boards))),
        years=query.years,
        parties=tuple(dict.fromkeys(known_party(asked, store) for asked in query.parties)),
        kinds=query.kinds,
    )


def restricts(where: Filter) -> bool:
    """Whether ``where`` keeps anything out."""
    return where != Filter()


def known_party(asked: str, store: Store) -> str:
    """Return the party as the library spells it; raises UnknownFilterError."""
    known = list(store.parties())
    wanted = asked.strip().casefold()
    found = next((party for party in known if party.casefold() == wanted), None)
    if found is not None:
        return found
    folded = {party.casefold(): party for party in known}
    near = [folded[one] for one in difflib.get_close_matches(wanted, folded, n=3, cutoff=0.3)]
    there = f"Närmast är: {', '.join(near)}." if near else f"Där finns: {_listed(known)}."
    raise UnknownFilterError(f'Partiet "{asked}" har inte handlat i någon paragraf i biblioteket. {there}')


def _listed(parties: Sequence[str]) -> str:
    more = f" och {len(parties) - _NAMED} till" if len(parties) > _NAMED else ""
    return f"{', '.join(parties[:_NAMED])}{more}" if parties else "inga partier alls"
