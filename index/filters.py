"""What a query restricts, in the store's terms.

Always holds: a value that the library does not know is an error that names the nearest there are, never an open door.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from index.boards import BoardName, resolve
from index.errors import UnknownFilterError
from index.results import Query
from index.store import Store
from index.stored import Filter


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
    if len(store.unit_ids(Filter(parties=(asked,)))):
        return asked
    known = _parties(store)
    found = next((party for party in known if party.casefold() == asked.strip().casefold()), None)
    if found is not None:
        return found
    near = difflib.get_close_matches(asked, known, n=3, cutoff=0.3) or known
    there = ", ".join(near) or "inga partier alls"
    raise UnknownFilterError(f'Partiet "{asked}" har inte handlat i någon paragraf i biblioteket. Där finns: {there}.')


def _parties(store: Store) -> list[str]:
    found: Iterable[str] = (party for stored in store.units() for party in stored.unit.parties)
    return sorted(set(found))
