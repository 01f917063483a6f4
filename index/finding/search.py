"""Searching: words in, ranked paragraphs out, and a word on whether anything answers.

Owns what both indexes are asked. Always holds: filters are exact, since both indexes are asked only for what the store
lets through. Loads neither the readers nor, with the embedded model, torch. Leaves out what a query's text says, how
things are ranked and judged (the pure modules beside it know), and what is shown of them (`index.finding.answering`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

from index.finding.catalog import Catalogs, KeptPlaces, Outlines, ShownUnits
from index.finding.filters import restricts, restricts_units
from index.finding.fusion import Features, Ranked, Weights, fuse, leaders
from index.finding.judgement import answered, strength
from index.finding.lexical import LexicalIndex
from index.finding.meanings import Meanings
from index.finding.vectors import VectorIndex
from index.finding.vocabulary import Vocabularies
from index.links.kept import KeptMentions
from index.results import UnitKind
from index.store import Store
from index.stored import Filter, UnitIds, UnitPlace, Vector
from nlp.analysis import STOP_WORDS, content_terms, spelled
from nlp.embedding import Embedder
from nlp.standing import is_standing_title

# How many units or entries each side hands over; more changed nothing on 2,000 paragraphs.
_UNITS_REACHED = 300
_ENTRIES_REACHED = 150
_LEADERS = 10
"""So many of the best paragraphs bring along the others of their matters."""
_QUERIES_KEPT = 512
"""Vectors of so many of the latest queries are kept (1.5 KiB each): the next page, a filter and why ask them again."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What is known of the paragraphs that may answer a query.

    ``units`` are a paragraph's units that were found with their cosines, the best first; ``strength`` how well the best
    of the paragraphs meets the words, ``entries`` how many texts were asked for them.
    """

    units: Mapping[str, Sequence[tuple[UnitPlace, float]]]
    features: Mapping[str, Features]
    strength: float
    entries: int


@dataclass(frozen=True, slots=True)
class Reached:
    """All paragraphs that were reached, the best first, each with those of its units that were, the best first.

    ``holding`` are those in which every word of the query stands in some form, reached or not. ``answers`` is the
    judgement whether anything answers.
    """

    ranked: Sequence[Ranked]
    units: Mapping[str, Sequence[tuple[UnitPlace, float]]]
    holding: frozenset[str]
    answers: bool


class Searcher:
    """Asks the indexes of one store; ``folder`` is where they may lie."""

    def __init__(
        self,
        store: Store,
        embedder: Embedder,
        folder: Path,
        weights: Weights | None = None,
    ) -> None:
        """Name the parts; nothing is read before the first search."""
        self._store, self._embedder = store, embedder
        self._weights = weights or Weights()
        self._meaning = lru_cache(_QUERIES_KEPT)(lambda text: embedder.encode_queries([text])[0])
        self.paragraphs = LexicalIndex(folder, store, "paragraph")
        self._units = LexicalIndex(folder, store, "unit")
        self._folder = folder
        self._vectors: VectorIndex | None = None
        self.catalogs, self.outlines, self._shown = Catalogs(store), Outlines(store), ShownUnits(store)
        self.places = KeptPlaces(store)
        self.vocabularies = Vocabularies(store, self.paragraphs.words)

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
        self.paragraphs.current()

    def reach(self, text: str, where: Filter) -> Reached:
        """Return every paragraph that either index finds for ``text`` among what ``where`` lets through, ranked."""
        candidates = self.candidates(text, where)
        ranked = fuse(candidates.features, self._weights)
        holding = self.holding(text, where)
        answers = answered(candidates.strength, held=bool(holding))
        return Reached(ranked, candidates.units, holding, answers=answers)

    def holding(self, text: str, where: Filter) -> frozenset[str]:
        """Return the paragraphs in which every word of ``text`` that carries meaning stands in some form."""
        return frozenset(place.paragraph_id for place in self._holding(text, where))

    def near(self, paragraph_id: str) -> Reached:
        """Return the paragraphs nearest in meaning to what this one says as a whole, itself left out."""
        ids, matrix = self.vectors_of(paragraph_id)
        if not len(ids):
            return Reached((), {}, frozenset(), answers=False)
        middle = matrix.mean(axis=0)
        found = self._vector_index().nearest(middle / np.linalg.norm(middle), _UNITS_REACHED, self._allowed(Filter()))
        places = self.places.of(found.ids.tolist())
        units: dict[str, list[tuple[UnitPlace, float]]] = {}
        for one, cosine in zip(found.ids.tolist(), found.cosines.tolist(), strict=True):
            units.setdefault(places[one].paragraph_id, []).append((places[one], cosine))
        units.pop(paragraph_id, None)
        ranked = [Ranked(name, best[0][1], (("meaning", best[0][1]),)) for name, best in units.items()]
        return Reached(ranked, units, frozenset(), answers=True)

    def vectors_of(self, paragraph_id: str) -> tuple[UnitIds, Vector]:
        """Return the units of a paragraph and their vectors, row by row."""
        first = self.outlines.current()[paragraph_id].unit
        ids = self._store.unit_ids(Filter(beside=(first,), duplicates=True))
        batch = self._store.unit_vectors(self._embedder.name, ids.tolist())
        return batch.ids, batch.matrix

    def kind_of(self, unit: int) -> UnitKind:
        """Return what sort of text a unit is."""
        return self.places.of([unit])[unit].kind

    def meanings_of(self, texts: Sequence[str]) -> Vector:
        """Return the vectors of these queries, row by row."""
        return self._embedder.encode_queries(texts)

    def candidates(self, text: str, where: Filter | None = None) -> Candidates:
        """Return what is known of what both indexes find for ``text`` among what ``where`` lets through."""
        with self._store.steady():
            return self._candidates(text, where or Filter())

    def _candidates(self, text: str, where: Filter) -> Candidates:
        allowed = self._allowed(where)
        vector = self._meaning(text)
        nearest = self._vector_index().nearest(vector, _UNITS_REACHED, allowed)
        entries = self._units if restricts_units(where) else self.paragraphs
        words = entries.matching(text, _ENTRIES_REACHED, allowed)
        stored = self.places.of({*nearest.ids.tolist(), *words.ids.tolist()})
        units: dict[str, list[tuple[UnitPlace, float]]] = {}
        for one, cosine in zip(nearest.ids.tolist(), nearest.cosines.tolist(), strict=True):
            units.setdefault(stored[one].paragraph_id, []).append((stored[one], cosine))
        dense = {paragraph: found[0][1] for paragraph, found in units.items()}
        lexical: dict[str, float] = {}
        for one, score in zip(words.ids.tolist(), words.scores.tolist(), strict=True):
            lexical.setdefault(stored[one].paragraph_id, score)
            units.setdefault(stored[one].paragraph_id, [(stored[one], 0.0)])
        features = self._features(dense, lexical, vector)
        if not restricts_units(where):
            features |= self._features(self._others(features, allowed), {}, vector)
        met = strength(max(lexical.values(), default=0.0), text, len(entries))
        return Candidates(units, features, met, len(entries))

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
        best = leaders(found, self._weights, _LEADERS)
        others = {other for one in best for matter in found[one].matters for other in matters.members(matter)}
        new = sorted(others - found.keys())
        if allowed is None:
            return dict.fromkeys(new)
        let_through = np.isin([outlines[name].unit for name in new], allowed)
        return dict.fromkeys(name for name, may in zip(new, let_through, strict=True) if may)

    def stems(self, text: str) -> dict[str, float]:
        """Return the stems of a query's words with how rare each is (BM25's idf)."""
        paragraphs = len(self.catalogs.current().shown)
        found = {term: self.paragraphs.document_frequency(term) for term in content_terms(text)}
        return {term: math.log(1 + (paragraphs - n + 0.5) / (n + 0.5)) for term, n in found.items() if n <= paragraphs}

    def paragraphs_with(self, stem: str) -> int:
        """Return in how many paragraphs a stem stands."""
        return self.paragraphs.document_frequency(stem)

    def _holding(self, text: str, where: Filter) -> Iterable[UnitPlace]:
        """Return the entries that have every word of ``text`` that carries meaning, of those that are let through."""
        entries = self._units if restricts_units(where) else self.paragraphs
        found = entries.akin(" ".join(word for word in spelled(text) if word not in STOP_WORDS))
        allowed = self._allowed(where)
        if allowed is not None:
            found = np.intersect1d(found, allowed, assume_unique=True)
        ids = found.tolist()
        places = self.places.of(ids)
        return (places[one] for one in ids)

    def _allowed(self, where: Filter) -> UnitIds | None:
        """Return the units to search, None when that is all of them."""
        if restricts(where):
            return self._store.unit_ids(where)
        return self._shown.current() if self.catalogs.current().counts.duplicates else None

    def _vector_index(self) -> VectorIndex:
        if self._vectors is None:
            self._vectors = VectorIndex(self._folder, self._store, self._embedder.name, self._embedder.dimensions)
        return self._vectors
