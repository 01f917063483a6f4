"""The five documents that the project started from: one development from 2021 to 2025, followed end to end."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.folder import Folder
from index.library import Library
from index.results import Link, LinkKind, Trace
from index.sqlite.store import SqliteStore
from tests.index.small_library import EngineEmbedder

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds" / "pdf"
HSN = "Hälso- och sjukvårdsnämnden"
MANIFEST = f"""file,organisation,board,date
BPT paragraf 28.pdf,,Beredningen för primärvård och tandvård,2023-09-12
HSN paragraf 231.pdf,,{HSN},2024-11-21
RS arbetsutskott paragraf 200.pdf,,Regionstyrelsens arbetsutskott,2021
Rekommenderade ändringar hälsoval.pdf,,,2025
Uppdragsdirektiv omställning till nära vård.pdf,,,2025
"""

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the real protocols (../shared) are not beside this checkout"),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, embedder: EngineEmbedder) -> Iterator[Library]:
    """A library of the five files, board and year supplied beside them."""
    folder = tmp_path_factory.mktemp("seeds")
    for file in SEEDS.glob("*.pdf"):
        shutil.copy(file, folder / file.name)
    (folder / "manifest.csv").write_text(MANIFEST, encoding="utf-8")
    made = Folder(folder / "bib")
    made.make()
    with Library(made, SqliteStore(made.database, create=True), embedder) as opened:
        assert opened.ingest([folder], workers=1).files_read == MANIFEST.count(".pdf")
        yield opened


def test_a_query_finds_the_whole_development(library: Library) -> None:
    """All five documents are there, in time order, the reduced dates in their places."""
    trace = library.trace("hälsoval primärvård beställning")
    files = [event.file.split(" ")[0] for event in trace.events]
    assert files == ["RS", "BPT", "Uppdragsdirektiv", "HSN", "Rekommenderade"]
    dates = [event.date or "" for event in trace.events]
    assert dates == sorted(dates)


def test_one_paragraph_reaches_what_came_before_and_after(library: Library) -> None:
    """The review before, the directive and the recommendations after, and a § that nobody has read in, each quoted."""
    trace = library.trace(f"{HSN} 2024-11-21 § 231")
    (start,) = [event for event in trace.events if event.number == 231]
    continued = {_other(link, start.paragraph_id, trace) for link in start.links if link.kind is LinkKind.CONTINUES}
    assert {file.split(" ")[0] for file in continued} == {"BPT", "Uppdragsdirektiv", "Rekommenderade"}
    assert any("53" in link.to and link.to_id is None for link in trace.outside)
    for link in (*trace.outside, *(link for event in trace.events for link in event.links)):
        text = library.paragraph(link.from_id).paragraph.text
        assert link.evidence == text[link.evidence_range.start : link.evidence_range.end] != ""


def _other(link: Link, start: str, trace: Trace) -> str:
    other = link.to_id if link.from_id == start else link.from_id
    return next(event.file for event in trace.events if event.paragraph_id == other)
