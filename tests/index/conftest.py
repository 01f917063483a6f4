"""What the tests of the library share: the embedded model and the small collection, each made once a session."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.sqlite.store import SqliteStore
from tests.index.small_library import EngineEmbedder, small_store


@pytest.fixture(scope="session")
def embedder() -> EngineEmbedder:
    """The embedded model; it keeps nothing of what it is asked."""
    return EngineEmbedder()


@pytest.fixture(scope="session")
def collection(tmp_path_factory: pytest.TempPathFactory, embedder: EngineEmbedder) -> Path:
    """The small collection's file, to be copied by who writes in it."""
    path = tmp_path_factory.mktemp("samling") / "bibliotek.sqlite"
    small_store(path, embedder).close()
    return path


@pytest.fixture
def store(tmp_path: Path, collection: Path) -> Iterator[SqliteStore]:
    """The small collection, open, a copy of its own for each test."""
    with SqliteStore(Path(shutil.copy(collection, tmp_path / "bibliotek.sqlite"))) as opened:
        yield opened
