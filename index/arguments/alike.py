"""Which claims say the like: their vectors, kept beside the other derived indexes.

Derived: ``derived/arguments.npz`` holds a vector for the hash of each claim's words; only claims that are new are
embedded, and a file that is missing, damaged or of another model is made anew. Always holds: row i belongs to the i-th
argument asked for; claims and questions are embedded alike, as questions, for neither answers the other (and that
engine needs no torch). What all claims have in common is taken out: "somebody argues in a protocol" is no likeness.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from index.stored import Vector, content_hash
from nlp.embedding import Embedder

_AT_ONCE = 256
_LAYOUT = 1


class ClaimVectors:
    """Vectors of claims by one model, kept in ``folder``."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        """Name the parts; nothing is read before the first use."""
        self._file, self._embedder = folder / "arguments.npz", embedder
        self._mark = f"{_LAYOUT} {embedder.name}"
        self._held: dict[str, Vector] | None = None

    def of(self, quotes: Sequence[str]) -> Vector:
        """Return the vectors of these claims, (n, dimensions), embedding those that are new."""
        held = self._saved() if self._held is None else self._held
        wanted = {content_hash(quote): quote for quote in quotes}
        missing = sorted(wanted.keys() - held.keys())
        for first in range(0, len(missing), _AT_ONCE):
            names = missing[first : first + _AT_ONCE]
            new = self._embedder.encode_queries([wanted[name] for name in names])
            held.update(zip(names, new, strict=True))
        if missing:
            self._save({name: held[name] for name in wanted})
        self._held = held
        rows = [held[content_hash(quote)] for quote in quotes]
        return np.stack(rows) if rows else np.zeros((0, self._embedder.dimensions), np.float32)

    def asked(self, text: str) -> Vector:
        """Return the vector of a text that somebody asks about, (dimensions,), as those of claims are made."""
        vector: Vector = self._embedder.encode_queries([text])[0]
        return vector

    def _saved(self) -> dict[str, Vector]:
        try:
            with np.load(self._file, allow_pickle=False) as kept:
                if str(kept["model"]) != self._mark:
                    return {}
                return dict(zip(kept["names"].tolist(), kept["rows"].astype(np.float32), strict=True))
        except (OSError, ValueError, KeyError, zipfile.BadZipFile):
            return {}

    def _save(self, vectors: Mapping[str, Vector]) -> None:
        beside = self._file.with_name(f"{self._file.name}.{os.getpid()}.npz")
        beside.parent.mkdir(parents=True, exist_ok=True)
        names, rows = list(vectors), np.stack(list(vectors.values())).astype(np.float16)
        np.savez(beside, model=np.array(self._mark), names=np.array(names), rows=rows)
        beside.replace(self._file)


def centred(vectors: Vector, middle: Vector) -> Vector:
    """Return the rows without what they have in common (``middle``), of length one."""
    moved = vectors - middle
    lengths = np.linalg.norm(moved, axis=-1, keepdims=True)
    unit: Vector = moved / np.maximum(lengths, 1e-9)
    return unit
