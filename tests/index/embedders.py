"""A small embedder for tests in which what vectors mean is beside the point."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.folder import Folder
from index.intake.reading import Reader
from index.library import Library
from index.sqlite.store import SqliteStore
from index.stored import Vector
from tests.index.builders import vector_of
from tests.index.readers import read_note


class SeededEmbedder:
    """Gives every text a direction of its own, and remembers how many it was asked for."""

    name = "test/frö"
    dimensions = 8

    def __init__(self) -> None:
        """Begin with nothing embedded."""
        self.embedded: list[str] = []

    def prepare(self) -> None:
        """There is nothing to load."""

    def encode_passages(self, texts: Sequence[str]) -> Vector:
        """Return one row a text."""
        self.embedded.extend(texts)
        return np.stack([vector_of(text, self.dimensions) for text in texts])

    def encode_queries(self, texts: Sequence[str]) -> Vector:
        """Return one row a text."""
        return self.encode_passages(texts)


def small_library(path: Path, embedder: SeededEmbedder | None = None, read: Reader = read_note) -> Library:
    """Open, or make, a library that reads the files of `tests.index.readers`."""
    folder = Folder(path)
    folder.make()
    return Library(folder, SqliteStore(folder.database, create=True), embedder or SeededEmbedder(), read)
