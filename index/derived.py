"""What every derived index is: one thing of one generation of the store, and a manifest that says so on disk.

Always holds: a reader keeps the thing it began with while another thread renews it; a manifest is written whole or not
at all, after the files it vouches for; one that cannot be read, or that vouches for other files, counts as none.
Derived indexes may be deleted at any time.
"""

from __future__ import annotations

import json
import os
import threading
import zlib
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from index.store import Store
from index.stored import UnitIds

Scores = NDArray[np.float32]

T = TypeVar("T")

_EDGE = 1 << 20


class Derived(ABC, Generic[T]):
    """Something made of a store, kept until the store's generation is another; who asks first then renews it."""

    def __init__(self, store: Store) -> None:
        """Name the store; nothing is read before the first use."""
        self._store = store
        self._lock = threading.Lock()
        self._held: tuple[int, T] | None = None

    def current(self) -> T:
        """Return the thing of the store's present generation."""
        held = self._held
        if held is not None and held[0] >= self._store.generation():
            return held[1]
        with self._lock:
            generation = self._store.generation()
            if self._held is None or self._held[0] < generation:
                self._held = generation, self._renewed(self._held[1] if self._held else None, generation)
            return self._held[1]

    @abstractmethod
    def _renewed(self, held: T | None, generation: int) -> T:
        """Return the thing of ``generation``; ``held`` is that of an older one, which others may still be reading."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Of what an index was made. ``parts`` are documents or models, ``print_of`` the fingerprint of its files."""

    layout: int
    store: str
    generation: int
    count: int
    parts: tuple[str, ...]
    print_of: str

    def write(self, path: Path) -> None:
        """Put the manifest at ``path`` in one step."""
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        beside.write_text(json.dumps(asdict(self)), encoding="utf-8")
        beside.replace(path)

    @classmethod
    def read(cls, path: Path) -> Manifest | None:
        """Return the manifest at ``path``, None when there is none that can be read."""
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            return cls(**{**data, "parts": tuple(data["parts"])})
        except (OSError, ValueError, TypeError, KeyError):
            return None


def best_of(some: Callable[[int], tuple[UnitIds, Scores]], limit: int, allowed: UnitIds) -> tuple[UnitIds, Scores]:
    """Return the ``limit`` best that are ``allowed``, exactly; ``some`` gives as many of the best as it is asked for.

    Ever more are asked for until enough of them are let through or there are no more.
    """
    reach = 2 * limit
    while True:
        ids, scores = some(reach)
        kept = _among(ids, allowed)
        if len(ids) < reach or kept.sum() >= limit:
            return ids[kept][:limit], scores[kept][:limit]
        reach *= 8


def _among(ids: UnitIds, allowed: UnitIds) -> NDArray[np.bool_]:
    """Return which of ``ids`` are in ``allowed``, which ascends."""
    if not len(allowed):
        return np.zeros(len(ids), bool)
    found: NDArray[np.bool_] = allowed[np.minimum(np.searchsorted(allowed, ids), len(allowed) - 1)] == ids
    return found


def fingerprint(path: Path) -> str:
    """Return a mark of a file, or of the files in a folder, that damage and replacement change.

    Sizes and the first and last MiB of each file, so that it costs the same at any size.
    """
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    mark = 0
    for file in files:
        if file.is_file() and not file.name.endswith(".lock"):
            mark = zlib.crc32(f"{file.name}:{file.stat().st_size}".encode(), mark)
            mark = zlib.crc32(_edges(file), mark)
    return f"{mark:08x}"


def _edges(file: Path) -> bytes:
    with file.open("rb") as stream:
        head = stream.read(_EDGE)
        stream.seek(max(len(head), file.stat().st_size - _EDGE))
        return head + stream.read()
