"""How searching keeps up with size: vectors and texts of a library recombined until there are as many as asked for.

    .venv/bin/python bench/scale.py --library DIR [--units N] [--texts N]

Prints time and memory of making the indexes, processor and clock time of a query in each, and how many of the twenty
nearest units are found (recall against comparing every vector in float32), with and without a filter that leaves 2 % of
the rows. A vector is the mean of two real ones with noise, a text the halves of two real ones. ``--texts`` paragraphs
go into the index of words (0: none), ``--units`` vectors into the other.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from index.finding.lexical import LexicalIndex
from index.finding.vectors import VectorIndex
from index.results import UnitKind
from index.sqlite.store import SqliteStore
from index.store import Store
from index.stored import Filter, StoredUnit, Unit, UnitIds, VectorBatch
from ingest.records import Paragraph
from nlp.acts import Range
from nlp.embedding import Embedder, open_embedder

_BATCH, _QUERIES, _NEAREST, _RECALL, _SHARE = 50_000, 40, 300, 20, 50


@dataclass(frozen=True)
class _Head:
    id: str
    document_id: str


@dataclass(frozen=True)
class _Stored:
    head: _Head
    paragraph: Any


@dataclass(frozen=True)
class _Text:
    text: str


class Recombined:
    """What the two indexes ask of a store, made of a real one's vectors and texts."""

    def __init__(self, vectors: NDArray[np.float32], texts: list[str], units: int, paragraphs: int) -> None:
        """Draw ``units`` vectors; ``paragraphs`` texts are put together when they are asked for."""
        self._vectors, self._texts, self.count, self._paragraphs = vectors, texts, units, paragraphs

    def identity(self) -> str:
        """Return a name."""
        return "recombined"

    def generation(self) -> int:
        """Return the only generation."""
        return 1

    def unit_ids(self, where: Filter) -> UnitIds:  # noqa: ARG002  (nothing is filtered here)
        """Return the ids of all vectors."""
        return np.arange(1, self.count + 1)

    def vectors(self, model: str, *, after: int = 0) -> Iterator[VectorBatch]:  # noqa: ARG002  (all, of one model)
        """Yield the vectors, the same at each call."""
        for first in range(0, self.count, _BATCH):
            rng = np.random.default_rng(first)
            size = min(_BATCH, self.count - first)
            one, other = (self._vectors[rng.integers(0, len(self._vectors), size)] for _ in range(2))
            mixed = 0.7 * one + 0.3 * other + rng.normal(0, 0.01, one.shape).astype(np.float32)
            rows = (mixed / np.linalg.norm(mixed, axis=1, keepdims=True)).astype(np.float32)
            yield VectorBatch(np.arange(first + 1, first + size + 1), rows)

    def documents(self) -> tuple[_Head, ...]:
        """Return the one document."""
        return (_Head("d", "d"),)

    def heads(self) -> Iterator[_Head]:
        """Yield the heads of all texts."""
        return (_Head(f"d-{number}", "d") for number in range(1, self._paragraphs + 1))

    def paragraphs(self, ids: object = None, acts: object = ()) -> Iterator[_Stored]:  # noqa: ARG002  (always all)
        """Yield the texts."""
        rng = np.random.default_rng(0)
        for number in range(1, self._paragraphs + 1):
            one, other = (self._texts[at] for at in rng.integers(0, len(self._texts), 2))
            yield _Stored(_Head(f"d-{number}", "d"), _Text(one[: len(one) // 2] + " " + other[len(other) // 2 :]))

    def units(self) -> Iterator[StoredUnit]:
        """Yield the unit of each text."""
        unit = Unit(UnitKind.PARAGRAPH, "", Range(0, 0))
        return (StoredUnit(number, f"d-{number}", unit) for number in range(1, self._paragraphs + 1))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--texts", type=int, default=20_000)
    options = parser.parse_args()
    with SqliteStore(options.library / "protokollspar.sqlite") as store:
        embedder = open_embedder(store.get_meta("model"))
        vectors = np.concatenate([batch.matrix for batch in store.vectors(embedder.name)])
        paragraphs = [one.paragraph for one in store.paragraphs()]
    mixed = Recombined(vectors, [one.text for one in paragraphs], options.units, options.texts)
    asked = _questions(paragraphs)
    with tempfile.TemporaryDirectory() as folder:
        _vectors(mixed, Path(folder), embedder, asked)
        if options.texts:
            _words(mixed, Path(folder), asked, options.texts)


def _questions(paragraphs: list[Paragraph]) -> list[str]:
    titles = [one.title for one in paragraphs if one.title]
    return titles[:: max(1, len(titles) // _QUERIES)][:_QUERIES]


def _vectors(mixed: Recombined, folder: Path, embedder: Embedder, asked: list[str]) -> None:
    began, before = time.perf_counter(), _resident()
    index = VectorIndex(folder, cast("Store", mixed), embedder.name, embedder.dimensions)
    print(f"{len(index)} vectors: made in {time.perf_counter() - began:.0f} s, {_resident() - before:.0f} MiB more")
    few = np.sort(np.random.default_rng(1).choice(mixed.count, mixed.count // _SHARE, replace=False) + 1)
    queries = embedder.encode_queries(asked)
    for name, allowed in (("all", None), ("2 %", few)):
        found = _timed(f"  nearest of {name}", [partial(_near, index, one, allowed) for one in queries])
        best = _exact(mixed, queries, allowed)
        shares = [len(set(one[:_RECALL].tolist()) & real) / len(real) for one, real in zip(found, best, strict=True)]
        print(f"  recall@{_RECALL}, {name}: {statistics.fmean(shares):.4f}")


def _words(mixed: Recombined, folder: Path, asked: list[str], texts: int) -> None:
    began, before = time.perf_counter(), _resident()
    index = LexicalIndex(folder, cast("Store", mixed), "paragraph")
    print(f"{len(index)} texts: made in {time.perf_counter() - began:.0f} s, {_resident() - before:.0f} MiB more")
    few = np.sort(np.random.default_rng(1).choice(texts, texts // _SHARE, replace=False) + 1)
    for name, allowed in (("all", None), ("2 %", few)):
        _timed(f"  words in {name}", [partial(_matching, index, one, allowed) for one in asked])


def _near(index: VectorIndex, query: NDArray[np.float32], allowed: UnitIds | None) -> UnitIds:
    return index.nearest(query, _NEAREST, allowed).ids


def _matching(index: LexicalIndex, query: str, allowed: UnitIds | None) -> UnitIds:
    return index.matching(query, _NEAREST, allowed).ids


def _exact(mixed: Recombined, queries: NDArray[np.float32], allowed: UnitIds | None) -> list[set[int]]:
    """Return the ids of the nearest vectors of each query, every one of them compared in float32."""
    best: list[tuple[NDArray[np.float32], UnitIds]] = [(np.empty(0, np.float32), np.empty(0, np.int64))] * len(queries)
    for batch in mixed.vectors(""):
        chosen = slice(None) if allowed is None else np.isin(batch.ids, allowed, assume_unique=True)
        ids, cosines = batch.ids[chosen], batch.matrix[chosen] @ queries.T
        for at, (scores, names) in enumerate(best):
            scores, names = np.append(scores, cosines[:, at]), np.append(names, ids)  # noqa: PLW2901  (grown by a batch)
            top = np.argsort(-scores)[:_RECALL]
            best[at] = scores[top], names[top]
    return [set(names.tolist()) for _, names in best]


def _timed(name: str, calls: list[Callable[[], UnitIds]]) -> list[UnitIds]:
    calls[0]()
    found, clock, busy = [], [], time.process_time()
    for call in calls:
        began = time.perf_counter()
        found.append(call())
        clock.append(1000 * (time.perf_counter() - began))
    busy = 1000 * (time.process_time() - busy) / len(calls)
    print(f"{name}: p50 {statistics.median(clock):.0f} ms, p95 {sorted(clock)[-2]:.0f} ms, processor {busy:.0f} ms")
    return found


def _resident() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
