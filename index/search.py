"""Searching: a query in, ranked paragraphs out, each with its best quote, and a word on whether anything answers.

Owns the order of steps. Always holds: filters are exact, since both indexes are asked only for what the store lets
through; one hit per paragraph; a bare case number or § goes straight to its paragraphs. Loads neither the readers nor,
with the embedded model, torch. Leaves out how things are ranked, quoted and judged: the pure modules beside it know.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from index.boards import BoardName
from index.catalog import Catalog, Catalogs, Outlines
from index.errors import UnknownFilterError
from index.filters import filter_of, restricts
from index.fusion import Features, Ranked, Weights, fuse
from index.hits import ACTS_SHOWN, hit_of
from index.judgement import THRESHOLD, strength
from index.lexical import LexicalIndex
from index.links.kept import KeptMentions
from index.meanings import Meanings
from index.naming import parse_case_number, parse_place
from index.results import Answer, Hit, Query
from index.store import Store
from index.stored import Filter, Head, StoredParagraph, UnitIds, UnitPlace, Vector
from index.vectors import VectorIndex
from index.vocabulary import Vocabularies
from nlp.analysis import content_terms
from nlp.embedding import Embedder
from nlp.standing import is_standing_title

# How many units or entries each side hands over; more changed nothing on 2,000 paragraphs.
_UNITS_REACHED = 300
_ENTRIES_REACHED = 150
_LEADERS = 10
"""So many of the best paragraphs bring along the others of their matters."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What is known of the paragraphs that may answer a query.

    ``units`` are a paragraph's units that were found with their cosines, the best first; ``strength`` how well the best
    of the paragraphs meets the words.
    """

    units: Mapping[str, Sequence[tuple[UnitPlace, float]]]
    features: Mapping[str, Features]
    strength: float


class Searcher:
    """Searches one store; ``boards`` gives the boards it knows, ``folder`` is where derived indexes may lie."""

    def __init__(
        self,
        store: Store,
        embedder: Embedder,
        folder: Path,
        boards: Callable[[], Sequence[BoardName]],
        weights: Weights | None = None,
    ) -> None:
        """Name the parts; nothing is read before the first search."""
        self._store, self._embedder, self._boards = store, embedder, boards
        self._weights = weights or Weights()
        self._paragraphs = LexicalIndex(folder, store, "paragraph")
        self._units = LexicalIndex(folder, store, "unit")
        self._folder = folder
        self._vectors: VectorIndex | None = None
        self.catalogs, self.outlines = Catalogs(store), Outlines(store)
        self.vocabularies = Vocabularies(store, self._paragraphs.words)

    @cached_property
    def meanings(self) -> Meanings:
        """The vectors of whole paragraphs."""
        return Meanings(self.outlines.current, self._vector_index())

    @cached_property
    def mentions(self) -> KeptMentions:
        """What paragraphs name, of which links are made."""
        return KeptMentions(self._folder, self._store)

    def refresh(self) -> None:
        """Bring the derived indexes up to the store's generation, so that the next search need not."""
        self._vector_index().current()
        self.mentions.current()
        self._paragraphs.current()

    def search(self, query: Query) -> Answer:
        """Answer a query. Raises UnknownFilterError when a filter names what the library does not know."""
        catalog = self.catalogs.current()
        where = filter_of(query, self._boards() if query.boards else (), self._store)
        searched = self._store.heads(where) if restricts(where) else catalog.shown
        named = self.named(query.text, catalog)
        if named:
            allowed = {head.id for head in searched}
            hits, no_match = self._pointed([head for head in named if head.id in allowed], query), False
        else:
            hits, no_match = self._found(query, where)
            no_match = no_match or named is not None
        return Answer(query, hits, no_match or not hits, catalog.coverage(searched))

    def named(self, text: str, catalog: Catalog) -> tuple[Head, ...] | None:
        """Return the paragraphs that ``text`` names by case number or place, None when it is a query like others.

        A name of what the library does not hold gives (): nothing answers it, whatever is near in meaning.
        """
        case = parse_case_number(text)
        if case is not None:
            return tuple(sorted(catalog.by_case.get(case, ()), key=lambda head: head.date or "", reverse=True))
        if "§" not in text:
            return None
        try:
            place = parse_place(text, self._boards())
        except UnknownFilterError:
            return ()
        return catalog.at(place) if place else None

    def candidates(self, text: str, where: Filter | None = None) -> Candidates:
        """Return what is known of what both indexes find for ``text`` among what ``where`` lets through."""
        where = where or Filter()
        allowed = self._allowed(where)
        vector = self._embedder.encode_queries([text])[0]
        nearest = self._vector_index().nearest(vector, _UNITS_REACHED, allowed)
        entries = self._units if where.kinds or where.parties else self._paragraphs
        words = entries.matching(text, _ENTRIES_REACHED, allowed)
        stored = self._store.unit_places({*nearest.ids.tolist(), *words.ids.tolist()})
        units: dict[str, list[tuple[UnitPlace, float]]] = {}
        for one, cosine in zip(nearest.ids.tolist(), nearest.cosines.tolist(), strict=True):
            units.setdefault(stored[one].paragraph_id, []).append((stored[one], cosine))
        dense = {paragraph: found[0][1] for paragraph, found in units.items()}
        lexical: dict[str, float] = {}
        for one, score in zip(words.ids.tolist(), words.scores.tolist(), strict=True):
            lexical.setdefault(stored[one].paragraph_id, score)
            units.setdefault(stored[one].paragraph_id, [(stored[one], 0.0)])
        features = self._features(dense, lexical, vector)
        if not (where.kinds or where.parties):
            features |= self._features(self._others(features, allowed), {}, vector)
        met = strength(max(lexical.values(), default=0.0), text, len(entries))
        return Candidates(units, features, met)

    def _features(
        self, dense: Mapping[str, float | None], lexical: Mapping[str, float], vector: Vector
    ) -> dict[str, Features]:
        catalog, outlines = self.catalogs.current(), self.outlines.current()
        names = list(dict.fromkeys((*dense, *lexical)))
        wholes = (self.meanings.of(names) @ vector).tolist()
        found = {}
        for name, whole in zip(names, wholes, strict=True):
            head, outline = catalog.by_id[name], outlines[name]
            found[name] = Features(
                nearest=dense.get(name),
                whole=whole,
                words=lexical.get(name, 0.0),
                units=outline.units,
                standing=is_standing_title(head.title),
                tabled=outline.tabled,
                matters=catalog.matters.of(head),
            )
        return found

    def _others(self, found: Mapping[str, Features], allowed: UnitIds | None) -> dict[str, None]:
        """Return the paragraphs that were not found but treat the matters of the best that were."""
        matters = self.catalogs.current().matters
        outlines = self.outlines.current()
        best = fuse(found, self._weights)[:_LEADERS]
        others = {
            other for one in best for matter in found[one.paragraph_id].matters for other in matters.members(matter)
        }
        new = sorted(others - found.keys())
        if allowed is None:
            return dict.fromkeys(new)
        let_through = np.isin([outlines[name].unit for name in new], allowed)
        return dict.fromkeys(name for name, may in zip(new, let_through, strict=True) if may)

    def stems(self, text: str) -> dict[str, float]:
        """Return the stems of a query's words with how rare each is (BM25's idf)."""
        paragraphs = len(self.catalogs.current().shown)
        found = {term: self._paragraphs.document_frequency(term) for term in content_terms(text)}
        return {term: math.log(1 + (paragraphs - n + 0.5) / (n + 0.5)) for term, n in found.items() if n <= paragraphs}

    def paragraphs_with(self, stem: str) -> int:
        """Return in how many paragraphs a stem stands."""
        return self._paragraphs.document_frequency(stem)

    def _found(self, query: Query, where: Filter) -> tuple[tuple[Hit, ...], bool]:
        if not query.text.strip():
            return (), True
        candidates = self.candidates(query.text, where)
        ranked = fuse(candidates.features, self._weights)
        shown = ranked[: query.limit]
        stored = self._stored([one.paragraph_id for one in shown])
        stems = self.stems(query.text)
        hits = tuple(
            hit_of(stored[one.paragraph_id], one, candidates.units.get(one.paragraph_id, ()), stems) for one in shown
        )
        return hits, candidates.strength < THRESHOLD

    def _pointed(self, heads: Sequence[Head], query: Query) -> tuple[Hit, ...]:
        stored = self._stored([head.id for head in heads[: query.limit]])
        named = [Ranked(head.id, 1.0, (("named", 1.0),)) for head in heads[: query.limit]]
        return tuple(hit_of(stored[one.paragraph_id], one, (), {}) for one in named)

    def _stored(self, ids: Sequence[str]) -> dict[str, StoredParagraph]:
        return {one.head.id: one for one in self._store.paragraphs(ids, ACTS_SHOWN)}

    def _allowed(self, where: Filter) -> UnitIds | None:
        """Return the units to search, None when that is all of them."""
        if not restricts(where) and not self.catalogs.current().counts.duplicates:
            return None
        return self._store.unit_ids(where)

    def _vector_index(self) -> VectorIndex:
        if self._vectors is None:
            self._vectors = VectorIndex(self._folder, self._store, self._embedder.name, self._embedder.dimensions)
        return self._vectors
