"""What the tests of the demo collection share: its PDFs as the reader reads them, once a session."""

from __future__ import annotations

import pytest

from data.typeset.collection import DEMO
from ingest.reader import read_document
from ingest.records import Document


@pytest.fixture(scope="session")
def documents() -> dict[str, Document]:
    """Return every demo PDF as the reader reads it, by file name."""
    return {path.name: read_document(path) for path in sorted((DEMO / "pdf").glob("*.pdf"))}
