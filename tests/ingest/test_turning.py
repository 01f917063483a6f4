"""Pages that lie on their side or upside down are read upright, and their words marked where they are displayed."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
import typst

from ingest.contract import paragraph_record
from ingest.lines import read_page
from ingest.reader import read_document
from tests.ingest.conftest import PREAMBLE
from tests.ingest.hostile import objects, written

SOURCE = """
#paragraf(52, [Ny cykelväg till badplatsen], [Dnr 2024/19])
#rub[Beslut]
Tekniska nämnden beslutar att bygga cykelvägen.

#line(length: 15%, stroke: 0.7pt)
Ordföranden tackar för en väl genomförd utredning.
#rub[Omröstning]
#table(columns: 3, stroke: 0.5pt, [Ledamot], [Ja], [Nej], [Ester Lindvall (C)], [X], [], [Rune Dahlin (S)], [], [X])
"""


@pytest.fixture(scope="module")
def printed() -> bytes:
    """The page as it should lie."""
    return typst.compile((PREAMBLE + SOURCE).encode())


def turned(pdf: bytes, turn: int) -> bytes:
    """Return a PDF whose page is displayed turned."""
    document = pypdfium2.PdfDocument(pdf)
    document[0].set_rotation(turn)
    target = io.BytesIO()
    document.save(target)
    document.close()
    return target.getvalue()


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_gives_the_same_record(printed: bytes, tmp_path: Path, turn: int) -> None:
    """Heads, sections, rules and tables of a page are the same however it lies."""
    straight, lying = tmp_path / "rak" / "nämnd.pdf", tmp_path / "vriden" / "nämnd.pdf"
    for path, content in ((straight, printed), (lying, turned(printed, turn))):
        path.parent.mkdir()
        path.write_bytes(content)
    wanted, got = read_document(straight), read_document(lying)
    assert [paragraph_record(got, p) for p in got.paragraphs] == [
        paragraph_record(wanted, p) for p in wanted.paragraphs
    ]
    assert [p.number for p in got.paragraphs] == [52]
    assert [s.kind.value for s in got.paragraphs[0].sections] == ["decision", "other", "vote"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_words_of_a_turned_page_are_marked_where_they_are_displayed(printed: bytes, tmp_path: Path, turn: int) -> None:
    """The box of every word is that of the page as people see it, not of the upright page that was read."""
    path = tmp_path / "vriden.pdf"
    path.write_bytes(turned(printed, turn))
    pdf = pypdfium2.PdfDocument(path)
    displayed = {w.text: w.box for line in read_page(pdf[0], 1).lines for w in line.words}
    pdf.close()
    (paragraph,) = read_document(path).paragraphs
    for span in paragraph.spans:
        word = paragraph.text[span.range.start : span.range.end]
        if len(word) < 6 or word not in displayed:
            continue
        box = displayed[word]
        assert abs(span.box.x0 + span.box.x1 - box.x0 - box.x1) < 8
        assert abs(span.box.top + span.box.bottom - box.top - box.bottom) < 8


def test_one_page_at_two_places_is_marked_at_both(tmp_path: Path) -> None:
    """A file that shows one turned page twice has its words marked alike on both: reading leaves no page turned."""
    path = tmp_path / "dubbel.pdf"
    parts = objects(page=b"/Rotate 90", kids=b"3 0 R")
    path.write_bytes(written(parts).replace(b"/Count 1", b"/Count 2"))
    spans = [s for p in read_document(path).paragraphs for s in p.spans]
    first, second = ({s.box for s in spans if s.page == page} for page in (1, 2))
    assert second
    assert second <= first
