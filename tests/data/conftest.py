"""What the tests of the demo collection share, made once a session: its PDFs as they are read, and a store of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from data.typeset.collection import DEMO
from index.sqlite.store import SqliteStore
from index.tracing.trace import Tracer
from index.units import units_of
from ingest.reader import read_document
from ingest.records import Document
from tests.index.small_library import EngineEmbedder, names, searcher


@pytest.fixture(scope="session")
def documents() -> dict[str, Document]:
    """Return every demo PDF as the reader reads it, by file name."""
    return {path.name: read_document(path) for path in sorted((DEMO / "pdf").glob("*.pdf"))}


@pytest.fixture(scope="session")
def demo_store(documents: dict[str, Document], tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    """A store of the whole collection. Nothing is embedded: minutes that no question here is worth."""
    folder = tmp_path_factory.mktemp("exempel")
    with SqliteStore(folder / "bibliotek.sqlite", create=True) as store:
        for document in documents.values():
            store.add_document(document, [units_of(paragraph)[:1] for paragraph in document.paragraphs])
        yield store


@pytest.fixture(scope="session")
def tracer(demo_store: SqliteStore, tmp_path_factory: pytest.TempPathFactory) -> Tracer:
    """A tracer of the whole collection."""
    known = names(demo_store)
    return Tracer(demo_store, searcher(demo_store, EngineEmbedder(), tmp_path_factory.mktemp("index")), lambda: known)
