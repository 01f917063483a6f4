"""The FAISS index over the vectors of all units: every one is compared, also under the narrowest filter.

Derived: brought up to the store's generation before it answers, step by step when it can, made anew from the store when
it is missing, damaged or of another store or model. Nothing is embedded here. Always holds: what it returns is what
comparing every allowed vector would return (above `_LARGE` vectors, rounded to half precision); ids ascend, as the
store gives them. A reader keeps the index it began with while another thread renews it.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.derived import Derived, Manifest, best_of, fingerprint
from index.store import Store
from index.stored import EVERYTHING, UnitIds, Vector

_LAYOUT = 1
# From here on vectors are kept in half precision: half the memory and a third less time, and of the twenty nearest
# among a million at least 99 of 100 are found (bench/scale.py).
_LARGE = 100_000


@dataclass(frozen=True, slots=True)
class Nearest:
    """Units by falling cosine: ``ids`` and ``cosines``, both (n,)."""

    ids: UnitIds
    cosines: npt.NDArray[np.float32]


class VectorIndex(Derived[Any]):
    """The vectors of one model in one store, kept in ``folder``."""

    def __init__(self, folder: Path, store: Store, model: str, dimensions: int) -> None:
        """Name the parts; nothing is read before the first use."""
        super().__init__(store)
        self._file, self._manifest = folder / "vectors.faiss", folder / "vectors.json"
        self._model, self._dimensions = model, dimensions

    def __len__(self) -> int:
        """Return how many vectors there are."""
        return int(self.current().ntotal)

    def nearest(self, query: Vector, limit: int, allowed: UnitIds | None = None) -> Nearest:
        """Return the ``limit`` units nearest to the vector ``query``, of those ``allowed`` when given."""
        index = self.current()
        if allowed is None or 2 * len(allowed) < index.ntotal:
            wanted = min(limit, index.ntotal if allowed is None else len(allowed))
            return _search(index, query, wanted, _selection(allowed))

        def some(reach: int) -> tuple[UnitIds, npt.NDArray[np.float32]]:
            found = _search(index, query, min(reach, index.ntotal), None)
            return found.ids, found.cosines

        return Nearest(*best_of(some, limit, allowed))

    def of(self, units: Sequence[int]) -> Vector:
        """Return the vectors of these units, (n, dimensions); zeros for those that have none."""
        faiss, index = _faiss(), self.current()
        found = np.zeros((len(units), self._dimensions), np.float32)
        if index.ntotal:
            ids = faiss.vector_to_array(index.id_map)
            wanted = np.asarray(units, np.int64)
            at = np.minimum(np.searchsorted(ids, wanted), len(ids) - 1)
            there = ids[at] == wanted
            found[there] = index.index.reconstruct_batch(at[there])
        return found

    def _renewed(self, held: Any, generation: int) -> Any:
        saved, of = (held, -1) if held is not None else self._saved()
        if saved is not None and of == generation:
            return saved
        index = self._brought_up(saved)
        self._save(index, generation)
        return index

    def _saved(self) -> tuple[Any, int]:
        """Return the index on disk and its generation, or None when it cannot be trusted."""
        faiss = _faiss()
        manifest = Manifest.read(self._manifest)
        if manifest is None or not self._vouches(manifest):
            return None, -1
        try:
            index = faiss.read_index(str(self._file))
        except RuntimeError:
            return None, -1
        whole = index.ntotal == manifest.count and index.d == self._dimensions
        return (index, manifest.generation) if whole else (None, -1)

    def _vouches(self, manifest: Manifest) -> bool:
        ours = (manifest.layout, manifest.store, manifest.parts) == (_LAYOUT, self._store.identity(), (self._model,))
        return ours and self._file.is_file() and manifest.print_of == fingerprint(self._file)

    def _brought_up(self, index: Any) -> Any:
        """Return a new index with the units that are gone left out and the new ones added."""
        faiss = _faiss()
        wanted = self._store.unit_ids(EVERYTHING)
        kept = index is not None and _is_large(index) == (len(wanted) > _LARGE)
        renewed: Any = faiss.clone_index(index) if kept else _empty(self._dimensions, len(wanted))
        known = np.sort(faiss.vector_to_array(renewed.id_map)) if renewed.ntotal else np.empty(0, np.int64)
        gone = np.setdiff1d(known, wanted, assume_unique=True)
        if len(gone):
            renewed.remove_ids(faiss.IDSelectorBatch(gone))
        new = np.setdiff1d(wanted, known, assume_unique=True)
        if len(new):
            self._add(renewed, new)
        return renewed

    def _add(self, index: Any, new: UnitIds) -> None:
        for batch in self._store.vectors(self._model, after=int(new[0]) - 1):
            chosen = np.isin(batch.ids, new, assume_unique=True)
            if chosen.any():
                index.add_with_ids(np.ascontiguousarray(batch.matrix[chosen], np.float32), batch.ids[chosen])

    def _save(self, index: Any, generation: int) -> None:
        faiss = _faiss()
        self._file.parent.mkdir(parents=True, exist_ok=True)
        beside = self._file.with_suffix(f".{threading.get_native_id()}")
        faiss.write_index(index, str(beside))
        beside.replace(self._file)
        Manifest(
            _LAYOUT, self._store.identity(), generation, index.ntotal, (self._model,), fingerprint(self._file)
        ).write(self._manifest)


@cache
def _faiss() -> Any:
    """Return the library, set to one thread a question.

    For one question its threads cost more processor than the comparing itself: 37 ms against 8 on 48,000 vectors.
    """
    import faiss  # noqa: PLC0415  (a process that only traces or exports never needs it)

    faiss.omp_set_num_threads(1)
    return faiss


def _empty(dimensions: int, expected: int) -> Any:
    """Return an index for about ``expected`` vectors."""
    faiss = _faiss()
    if expected <= _LARGE:
        return faiss.IndexIDMap2(faiss.IndexFlatIP(dimensions))
    halves = faiss.IndexScalarQuantizer(dimensions, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    return faiss.IndexIDMap2(halves)


def _is_large(index: Any) -> bool:
    faiss = _faiss()
    return isinstance(faiss.downcast_index(index.index), faiss.IndexScalarQuantizer)


def _search(index: Any, query: Vector, wanted: int, selection: Any) -> Nearest:
    if not wanted:
        return Nearest(np.empty(0, np.int64), np.empty(0, np.float32))
    cosines, ids = index.search(query.reshape(1, -1), wanted, params=selection)
    found = ids[0] >= 0
    return Nearest(ids[0][found], cosines[0][found])


def _selection(allowed: UnitIds | None) -> Any:
    if allowed is None:
        return None
    faiss = _faiss()
    parameters: Any = faiss.SearchParameters
    return parameters(sel=faiss.IDSelectorBatch(np.ascontiguousarray(allowed, np.int64)))
