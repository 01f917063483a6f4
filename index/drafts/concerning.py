"""What concerns a text: the paragraphs that by themselves are likely to, the likeliest first.

Unlike an answer to a query it holds nothing that only is the nearest there is. Always holds: the text is plain words,
never read as a query; filters are exact; one hit a paragraph. Leaves out how likely anything is
(`index.drafts.relevance`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from index.drafts.relevance import CONCERNS, likely
from index.finding.fusion import Ranked
from index.finding.hits import glance_at, hit_of
from index.finding.search import Searcher
from index.results import Hit
from index.store import Store
from index.stored import Filter, StoredParagraph

_MOST = 50


@dataclass(frozen=True, slots=True)
class Concerned:
    """A paragraph that may concern a text, and how likely it does (0 to 1; the program's conclusion)."""

    hit: Hit
    likely: float
    stored: StoredParagraph


class Concerning:
    """Finds in one store what concerns a text."""

    def __init__(self, store: Store, searcher: Searcher) -> None:
        """Name the parts."""
        self._store, self._searcher = store, searcher

    def find(
        self,
        text: str,
        where: Filter | None = None,
        *,
        least: float = CONCERNS,
        limit: int = _MOST,
        known: Mapping[str, float] | None = None,
    ) -> tuple[Concerned, ...]:
        """Return what is at least so likely to concern ``text`` among what ``where`` lets through.

        ``known`` tells how likely whole paragraphs do: a part of one is no less likely to.
        """
        if not text.strip():
            return ()
        found = self._searcher.candidates(text, where)
        of_whole = known or {}
        by_itself = likely(found.features, text, found.entries)
        chances = {one: max(chance, of_whole.get(one, 0.0)) for one, chance in by_itself.items()}
        chosen = sorted((one for one in chances if chances[one] >= least), key=lambda one: (-chances[one], one))
        stems = self._searcher.stems(text)
        stored = {one.head.id: one for one in self._store.paragraphs(chosen[:limit])} if chosen else {}
        return tuple(
            Concerned(
                hit_of(glance_at(stored[one]), Ranked(one, chances[one], ()), found.units.get(one, ()), stems),
                chances[one],
                stored[one],
            )
            for one in chosen[:limit]
        )
