"""Which paragraphs treat one matter, as far as their heads tell: by case number or by the same telling title.

Always holds: pure; cheap enough for every search. A number or title of very many paragraphs is that of a sort of
items ("all elections of the year"), and standing items have no matter. Leaves out references between cases and
likeness of titles, which `index.links` works out for tracing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from index.naming import case_key
from index.stored import Head
from nlp.standing import is_standing_title

_MOST = 40
_TELLING = 25
"""Letters from which on a title names a matter and not a sort of matters ("Motioner")."""


class Matters:
    """The matters of some paragraphs."""

    def __init__(self, heads: Iterable[Head]) -> None:
        """Sort ``heads`` by their case numbers and titles."""
        self._members: dict[str, list[str]] = defaultdict(list)
        self._keys: dict[str, tuple[str, ...]] = {}
        self._shared: dict[str, tuple[str, ...]] = {}
        for head in heads:
            self._keys[head.id] = _keys(head)
            for key in self._keys[head.id]:
                self._members[key].append(head.id)

    def of(self, head: Head) -> tuple[str, ...]:
        """Return the names of the matters that ``head`` shares with other paragraphs."""
        if head.id not in self._shared:
            self._shared[head.id] = () if is_standing_title(head.title) else self._shared_keys(head)
        return self._shared[head.id]

    def _shared_keys(self, head: Head) -> tuple[str, ...]:
        return tuple(key for key in self._keys.get(head.id, ()) if 1 < len(self._members[key]) <= _MOST)

    def members(self, matter: str) -> tuple[str, ...]:
        """Return the ids of the paragraphs of a matter, standing items among them."""
        return tuple(self._members[matter])


def _keys(head: Head) -> tuple[str, ...]:
    cases = dict.fromkeys(f"dnr {case_key(number)}" for number in head.case_numbers)
    title = " ".join(head.title.casefold().split())
    return (*cases, title) if len(title) >= _TELLING else tuple(cases)
