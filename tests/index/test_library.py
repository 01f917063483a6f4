"""The facade: opening, what a library remembers, and what it says about itself."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from index.errors import LibraryNotFoundError, NotInLibraryError, OtherModelError, UnknownFilterError
from index.library import Library
from index.results import Query
from index.stored import paragraph_id
from nlp.acts import Range
from tests.index.embedders import SeededEmbedder, small_library
from tests.index.readers import folder_of


@pytest.fixture
def read(tmp_path: Path) -> Library:
    """Return a library into which two files were read."""
    library = small_library(tmp_path / "bib")
    library.ingest([folder_of(tmp_path / "in", {"a.pdf": "1", "b.pdf": "2"})], workers=1)
    return library


def test_opening_nothing_is_an_error(tmp_path: Path) -> None:
    """Where there is no library it says so, and makes none."""
    with pytest.raises(LibraryNotFoundError):
        Library.open(tmp_path / "bib")
    assert not (tmp_path / "bib").exists()


def test_a_new_library_is_empty_and_whole(tmp_path: Path) -> None:
    """A library that was just made has its folders, covers nothing and has nothing wrong with it."""
    with Library.open(tmp_path / "ny" / "bib", create=True) as library:
        assert library.coverage().documents == library.coverage().searched == 0
        assert library.boards() == ()
        assert library.check() == ()
    with Library.open(tmp_path / "ny" / "bib") as library:
        assert library.documents() == ()


def test_models_are_never_mixed(read: Library, tmp_path: Path) -> None:
    """A library with vectors refuses another model, naming both and the cure; an empty one takes any."""
    read.close()
    with pytest.raises(OtherModelError, match=r"test/frö.*någon/annan.*--library"):
        Library.open(tmp_path / "bib", model="någon/annan")
    with Library.open(tmp_path / "tom", model="någon/annan", create=True) as empty:
        assert empty.documents() == ()
    Library.open(tmp_path / "tom", model="en/tredje").close()


def test_the_model_is_remembered(read: Library, tmp_path: Path) -> None:
    """Opened without naming a model, a library uses the one that made it."""
    read.close()
    with Library.open(tmp_path / "bib") as again:
        assert again._embedder.name == SeededEmbedder.name


def test_coverage_says_what_is_searched(read: Library) -> None:
    """Coverage counts documents, paragraphs, bad pages and missing numbers, and follows changes."""
    covered = read.coverage()
    assert (covered.documents, covered.paragraphs, covered.searched) == (2, 2, 2)
    assert (covered.unreadable_pages, covered.missing_numbers) == (2, 2)
    assert (covered.boards, covered.date_first, covered.date_last) == (
        ("Skolskjutsnämnden",),
        "2024-05-06",
        "2024-05-06",
    )
    read.delete(read.documents()[0].id)
    assert read.coverage().documents == 1


def test_boards_are_learned_and_kept(read: Library, tmp_path: Path) -> None:
    """Boards come with their short names; a change of the settings file is seen at once."""
    assert [(one.name, one.abbreviation, one.paragraphs) for one in read.boards()] == [("Skolskjutsnämnden", "SN", 2)]
    read.close()
    (tmp_path / "bib" / "installningar.toml").write_text('[kortnamn]\nSSN = "Skolskjutsnämnden"\n', encoding="utf-8")
    with small_library(tmp_path / "bib") as again:
        assert again.boards()[0].abbreviation == "SSN"


def test_boards_are_learned_once_a_generation(read: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking for the boards reads no paragraph as long as nothing has changed."""
    before = read.boards()
    monkeypatch.setattr(read._store, "paragraphs", None)
    assert read.boards() == before


def test_parties_are_those_that_act(read: Library) -> None:
    """The parties that a filter may name are there, and another one is refused with the nearest that exist."""
    assert set(read.parties()) == {party for one in read._store.units() for party in one.unit.parties}
    for party in read.parties():
        assert read.search(Query("skjuts till skolan", parties=(party,))).hits
    with pytest.raises(UnknownFilterError, match=r"(Närmast|Där finns).*S"):
        read.search(Query("skjuts till skolan", parties=("SS",)))


def test_search_goes_through_the_door(read: Library) -> None:
    """A query is answered from what was read, and the answer says how much was searched."""
    answer = read.search(Query("HSN 2-2024"))
    assert [(hit.number, hit.file) for hit in answer.hits] == [(2, "b.pdf")]
    assert answer.coverage == read.coverage()


def test_traces_go_through_the_door(read: Library) -> None:
    """A case number, and a paragraph by its id, lead to the same course of events."""
    trace = read.trace("HSN 2-2024")
    assert [event.number for event in trace.events] == [2]
    assert read.trace_paragraph(trace.events[0].paragraph_id).events[0].number == 2


def test_derived_indexes_may_be_deleted(read: Library, tmp_path: Path) -> None:
    """With the derived folder gone, a search answers as before, from the truth."""
    before = read.search(Query("skjuts till skolan"))
    read.close()
    shutil.rmtree(tmp_path / "bib" / "derived")
    embedder = SeededEmbedder()
    with small_library(tmp_path / "bib", embedder) as again:
        assert again.search(Query("skjuts till skolan")).hits == before.hits
    assert embedder.embedded == ["skjuts till skolan"]


def test_marks_are_of_the_paragraphs_words(read: Library) -> None:
    """The marks of a range lie on the paragraph's page; an unknown paragraph is an error."""
    name = paragraph_id(read.documents()[0].id, 1)
    text = read.paragraph(name).paragraph.text
    start = text.index("Nämnden beslutar")
    [mark] = read.marks(name, Range(start, start + len("Nämnden beslutar")))
    assert (mark.page, mark.box.x0) == (1, 60.0)
    with pytest.raises(NotInLibraryError):
        read.marks("finns-inte-1", Range(0, 1))


def test_missing_copy_and_page_are_named(read: Library) -> None:
    """Asking for a page that is not there, or whose copy is gone, says which and what to do."""
    document = read.documents()[0]
    with pytest.raises(NotInLibraryError, match="har 2 sidor; sidan 3 finns inte"):
        read.page_image(document.id, 3)
    read.file_path(document.id).unlink()
    with pytest.raises(NotInLibraryError, match=r"kopia av .*\.pdf saknas"):
        read.page_image(document.id, 1)


def test_reading_again_mends(read: Library, tmp_path: Path) -> None:
    """What check tells to do helps: lost vectors and copies come back with the next run, lost rows with --again."""
    with closing(sqlite3.connect(tmp_path / "bib" / "protokollspar.sqlite")) as connection, connection:
        connection.execute("DELETE FROM vectors WHERE rowid = 1")
        connection.execute("UPDATE vectors SET vector = x'00' WHERE rowid = 2")
        connection.execute("INSERT INTO vectors SELECT zeroblob(32), model, vector FROM vectors LIMIT 1")
    read.file_path(read.documents()[0].id).unlink()
    read.ingest([tmp_path / "in"], workers=1)
    assert read._store.missing_vectors(SeededEmbedder.name) == frozenset()
    assert list(read._store.faults()) == []
    with closing(sqlite3.connect(tmp_path / "bib" / "protokollspar.sqlite")) as connection, connection:
        connection.execute("DELETE FROM items")
        connection.execute("DELETE FROM units WHERE id = 1")
    report = read.ingest([tmp_path / "in"], workers=1, again=True)
    assert (report.files_read, report.files_skipped) == (2, 0)
    assert list(read._store.faults()) == []
    assert read._store.counts().units == 4
    assert len(read.documents()) == 2


def test_opening_is_light(read: Library, tmp_path: Path) -> None:
    """Opening a library loads none of the heavy parts: readers, models, the web page."""
    read.close()
    heavy = ("torch", "spacy", "pdfplumber", "pypdfium2", "gradio", "sentence_transformers", "transformers")
    code = (
        "import sys; from pathlib import Path; from index.library import Library\n"
        f"with Library.open(Path({str(tmp_path / 'bib')!r})) as library: library.coverage(), library.boards()\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
