"""Directives and reports in the library: found by search, named, followed and exported without a number."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.library import Library
from index.naming import citation, full_name, named_by
from index.results import Query
from index.stored import Head
from index.units import units_of
from ingest.records import DocumentKind
from tests.index.builders import directive

DIRECTIVE = """Uppdragsdirektiv: Trygg skolskjuts

Datum: mars 2024
Dnr: SN 12/2024

Bakgrund

Nämnden beslutade 2023-05-09 § 44 att skjutsen ska ses över. Föräldrar har klagat på långa väntetider.

Mål

- Inget barn väntar längre än tio minuter.

Tidplan

- Delrapport: juni 2024
- Slutrapport: oktober 2024
"""
EXTRACT = """§ 17 Trygg skolskjuts
SN 12/2024

Beslut

Nämnden godkänner direktivet.
"""


@pytest.fixture
def read(tmp_path: Path) -> Library:
    """Return a library with a directive, an extract of the same case and a file of another format."""
    source = tmp_path / "in"
    source.mkdir()
    (source / "Direktiv skolskjuts.txt").write_text(DIRECTIVE, encoding="utf-8")
    (source / "utdrag.md").write_text(EXTRACT.replace("Beslut", "**Beslut**"), encoding="utf-8")
    library = Library.open(tmp_path / "bib", create=True)
    report = library.ingest([source], workers=1)
    assert (report.files_read, report.failures, report.paragraphs) == (2, (), 1)
    return library


def test_search_finds_a_document_with_its_quote(read: Library) -> None:
    """A section of a directive answers with a verbatim quote, and its citation names the document and the page."""
    hit = read.search(Query("hur länge får ett barn vänta på skjutsen")).hits[0]
    assert (hit.number, hit.date, hit.file) == (None, "2024-03", "Direktiv skolskjuts.txt")
    assert hit.quote == read.paragraph(hit.paragraph_id).paragraph.text[hit.quote_range.start : hit.quote_range.end]
    assert hit.citation == "Uppdragsdirektiv: Trygg skolskjuts, 2024-03, dnr SN 12/2024, s. 1"
    assert read.marks(hit.paragraph_id, hit.quote_range)[0].page == 1
    assert read.page_image(hit.document_id, 1, 0.5).startswith(b"\xff\xd8")


def test_trace_places_a_document_by_its_reduced_date(read: Library) -> None:
    """A document is an event of its case, and a trace can start at its file's name."""
    trace = read.trace("Direktiv skolskjuts.txt")
    assert [(event.number, event.date) for event in trace.events] == [(None, "2024-03"), (17, None)]
    assert all(event.links for event in trace.events if event.number is not None)


def test_export_keeps_documents_apart(read: Library) -> None:
    """Records of paragraphs hold no documents; documents have their own, with their plan."""
    assert [record["number"] for record in read.records()] == [17]
    (record,) = read.document_records()
    assert (record["kind"], record["number"], record["date"]) == ("directive", None, "2024-03")
    assert record["milestones"] == [
        {"name": "Delrapport", "start": None, "due": "2024-06", "printed": "juni 2024"},
        {"name": "Slutrapport", "start": None, "due": "2024-10", "printed": "oktober 2024"},
    ]


def test_fields_of_a_document_are_shown(read: Library) -> None:
    """A document can be shown field by field, its milestones among them, and every field has its value."""
    shown = read.shown("Direktiv skolskjuts.txt")
    names = [field.name for field in shown.fields]
    assert "milestones.2" in names
    assert {name.partition(".")[0] for name in names} <= set(shown.record)


def test_a_library_with_documents_is_whole(read: Library) -> None:
    """Checking finds nothing wrong with what was read from text files."""
    assert read.check() == ()


def test_names_of_documents() -> None:
    """A document is cited by its title, with its kind where the title does not say it, and named by its file."""
    head = Head("d-1", "d", "a.pdf", None, "Nämnden", "2024", None, "Översyn", (), 1, 3, None, DocumentKind.REPORT)
    assert full_name(head) == "Rapport Översyn, Nämnden 2024"
    assert citation(head, 3) == "Rapport Översyn, Nämnden 2024, s. 3"
    assert named_by("a.pdf", head)
    assert not named_by("§ 3", head)


def test_units_of_a_document_say_their_heading() -> None:
    """What is embedded of a section begins with title and heading, for a row of a table means nothing without."""
    texts = [unit.text for unit in units_of(directive().paragraphs[0])]
    assert "Direktiv om skjutsen\nTidplan\nDelrapport\tjuni 2025" in texts
