"""The vectors of whole paragraphs: what a paragraph is about, without embedding or reading anything again.

Always holds: a row for every id asked for, zeros where a paragraph has no vector. Which unit stands for a paragraph is
read once; units that are added later are read alone, since their ids only grow.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np

from index.results import UnitKind
from index.store import Store
from index.stored import Filter, Vector
from index.vectors import VectorIndex


class Meanings:
    """Vectors of paragraphs out of the index of all units."""

    def __init__(self, store: Store, vectors: VectorIndex) -> None:
        """Name the parts; nothing is read before the first use."""
        self._store, self._vectors = store, vectors
        self._lock = threading.Lock()
        self._units: dict[str, int] = {}
        self._last = 0

    def of(self, paragraph_ids: Sequence[str]) -> Vector:
        """Return the vectors of these paragraphs, (n, dimensions)."""
        units = self._known()
        return self._vectors.of([units.get(paragraph_id, 0) for paragraph_id in paragraph_ids])

    def _known(self) -> dict[str, int]:
        with self._lock:
            ids = self._store.unit_ids(Filter(kinds=(UnitKind.PARAGRAPH,), duplicates=True))
            new = ids[np.searchsorted(ids, self._last, side="right") :].tolist()
            places = self._store.unit_places(new)
            self._units |= {place.paragraph_id: unit for unit, place in places.items()}
            self._last = max([self._last, *new])
            return self._units
