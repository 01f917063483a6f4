"""What holds of every document read: nothing printed is lost, and every word of a text stands where its span says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from ingest.blocks import Measure
from ingest.closing import closing_at
from ingest.furniture import Cleaned, is_rule, is_signature, take_out
from ingest.heads import head_of
from ingest.lines import Line, Page, read_page
from ingest.options import Options
from ingest.reader import read_document
from ingest.records import Document, Paragraph, Span
from ingest.segment import Pieces, segment
from nlp.acts import Range

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
DEMO = [
    ROOT / "data" / "demo" / "pdf" / name
    for name in (
        "HSN protokoll 2020-02-27.pdf",
        "RS protokoll 2023-02-14.pdf",
        "RS § 122 2024-11-12 omedelbar justering.pdf",
    )
]
REAL = [
    SHARED / "seeds" / "pdf" / "HSN paragraf 231.pdf",
    SHARED / "corpus" / "solvesborg" / "Protokoll 241121.pdf",
    SHARED / "corpus" / "goteborg" / "Kommunstyrelsen 2024-02-28.pdf",
    SHARED / "corpus" / "nykarleby" / "ungdomsfullmaktige_protokoll_09_05_2023_16_15_162526.pdf",
]
FILES = [*DEMO, *(pytest.param(path, marks=pytest.mark.corpus) for path in REAL)]

Place = tuple[int, float, float]


@pytest.fixture(scope="module")
def documents() -> dict[Path, Document]:
    """Documents read so far."""
    return {}


def document_at(path: Path, documents: dict[Path, Document]) -> Document:
    """Read a file once; skip where it is not at hand."""
    if not path.exists():
        pytest.skip(f"{path.name} is not beside this checkout")
    if path not in documents:
        documents[path] = read_document(path, Options(ocr=False))  # the text layer is what is looked at
    return documents[path]


def pages_of(path: Path) -> list[Page]:
    """Return the pages of a PDF."""
    pdf = pypdfium2.PdfDocument(path)
    try:
        return [read_page(pdf[index], index + 1) for index in range(len(pdf))]
    finally:
        pdf.close()


def texts(document: Document) -> Iterator[tuple[str, Sequence[Span]]]:
    """Yield every text of a document with its spans."""
    for paragraph in document.paragraphs:
        yield paragraph.text, paragraph.spans
        yield from ((a.text, a.spans) for a in paragraph.attachments)


def place(page: int, x0: float, top: float) -> Place:
    """Return what tells one printed word from another."""
    return page, round(x0, 1), round(top, 1)


@pytest.mark.parametrize("path", FILES)
def test_every_span_holds_the_word_printed_there(path: Path, documents: dict[Path, Document]) -> None:
    """Spans ascend, and the text of each is the word, or the part of it, that stands in its box."""
    document = document_at(path, documents)
    printed = {place(p.number, w.box.x0, w.box.top): w.text for p in pages_of(path) for li in p.lines for w in li.words}
    for text, spans in texts(document):
        assert all(a.range.end <= b.range.start for a, b in pairwise(spans))
        for span in spans:
            word = text[span.range.start : span.range.end]
            assert word
            assert word in printed[place(span.page, span.box.x0, span.box.top)]


@pytest.mark.parametrize("path", FILES)
def test_every_letter_of_a_text_lies_in_a_span(path: Path, documents: dict[Path, Document]) -> None:
    """Between spans stand only blanks, tabs and newlines: no text is made up."""
    for text, spans in texts(document_at(path, documents)):
        covered = set().union(*(range(s.range.start, s.range.end) for s in spans))
        assert {c for i, c in enumerate(text) if i not in covered} <= set(" \t\n")


@pytest.mark.parametrize("path", FILES)
def test_sections_and_acts_lie_in_the_text(path: Path, documents: dict[Path, Document]) -> None:
    """Sections ascend without overlap inside the text, and acts have their ranges in it."""
    for paragraph in document_at(path, documents).paragraphs:
        ranges = [s.range for s in paragraph.sections]
        assert all(0 <= r.start <= r.end <= len(paragraph.text) for r in [*ranges, *act_ranges(paragraph)])
        assert all(a.end <= b.start for a, b in pairwise(ranges))


def act_ranges(paragraph: Paragraph) -> list[Range]:
    """Return the ranges of all acts of a paragraph."""
    acts = paragraph.acts
    lists = (acts.decisions, acts.motions, acts.votes, acts.reservations, acts.notes, acts.assignments, acts.references)
    return [r for each in lists for act in each for r in act.ranges]


@pytest.mark.parametrize("path", FILES)
def test_nothing_printed_is_lost(path: Path, documents: dict[Path, Document]) -> None:
    """A line of a page is furniture, cover or agenda, text of a paragraph or an attachment, or marks its end."""
    document = document_at(path, documents)
    kept = {place(s.page, s.box.x0, s.box.top) for _, spans in texts(document) for s in spans}
    cleaned = take_out(pages_of(path))
    pieces = segment(cleaned, Measure.of([line for page in cleaned for line in page.body]))
    lost = [
        line.text
        for line in body_lines(cleaned, pieces)
        if any(place(line.page, w.box.x0, w.box.top) not in kept for w in line.words) and not is_mark(line)
    ]
    assert lost == []


def body_lines(cleaned: Sequence[Cleaned], pieces: Pieces) -> Iterator[Line]:
    """Yield the lines below a first head, without the closing formulas."""
    closing = {id(line) for piece in pieces.pieces for line in piece.lines[closing_at(piece.lines) :]}
    before = {id(line) for line in pieces.before}
    yield from (li for page in cleaned for li in page.body if id(li) not in before and id(li) not in closing)


def is_mark(line: Line) -> bool:
    """Tell whether a line only parts, asks for initials, or repeats a number."""
    return is_rule(line) or is_signature(line.text) or head_of(line) is not None
