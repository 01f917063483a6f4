"""Real files cut, reordered, turned, garbled and truncated are read or named, and no paragraph is lost in silence.

``PROTOKOLLSPAR_FUZZ=2000`` makes the runs of a night; without it there are a few. Pages are not read from images here.
"""

from __future__ import annotations

import io
import os
from functools import cache
from pathlib import Path

import pypdfium2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.errors import ReadingError
from ingest.heads import head_of
from ingest.lines import read_page
from ingest.options import Options
from ingest.reader import read_document
from ingest.records import Document

DEMO = Path(__file__).parents[2] / "data" / "demo" / "pdf"
NAMES = ("RS § 122 2024-11-12 omedelbar justering.pdf", "RSAU protokoll 2020-06-02.pdf", "BPT protokoll 2020-11-11.pdf")
RUNS = int(os.environ.get("PROTOKOLLSPAR_FUZZ", "40"))
FUZZ = settings(
    max_examples=RUNS // 2,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    derandomize=RUNS < 100,
)


@cache
def content(name: str) -> bytes:
    """Return the bytes of a file of the made-up collection."""
    return (DEMO / name).read_bytes()


def read(path: Path, mutated: bytes) -> Document | None:
    """Read the bytes as a file; None where it is named as unreadable, in a sentence with a cure."""
    path.write_bytes(mutated)
    try:
        return read_document(path, Options(ocr=False))
    except ReadingError as error:
        said = str(error)
    assert said.startswith(path.name)
    assert said.endswith(".")
    return None


def printed_heads(mutated: bytes) -> set[tuple[int, str]]:
    """Return the numbers and the last words of all lines of a file that may open a paragraph."""
    pdf = pypdfium2.PdfDocument(mutated)
    try:
        lines = [line for index in range(len(pdf)) for line in read_page(pdf[index], index + 1).lines]
        return {(head.number, head.rest.split()[-1]) for line in lines if (head := head_of(line)) and head.rest}
    finally:
        pdf.close()


@st.composite
def shuffled(draw: st.DrawFn) -> bytes:
    """Make a file of some pages of another, in any order, some of them turned, some twice."""
    pdf = pypdfium2.PdfDocument(content(draw(st.sampled_from(NAMES))))
    order = draw(st.lists(st.integers(0, len(pdf) - 1), min_size=1, max_size=6))
    out = pypdfium2.PdfDocument.new()
    out.import_pages(pdf, order)
    for index, turn in enumerate(draw(st.lists(st.sampled_from((0, 90, 180, 270)), max_size=len(order)))):
        out[index].set_rotation(turn)
    target = io.BytesIO()
    out.save(target)
    out.close()
    pdf.close()
    return target.getvalue()


@st.composite
def garbled(draw: st.DrawFn) -> bytes:
    """Make a file with some bytes changed, runs cut out or put in twice, or its end missing."""
    mutated = bytearray(content(draw(st.sampled_from(NAMES))))
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, len(mutated) - 1))
        how = draw(st.sampled_from(("byte", "cut", "double", "end")))
        length = draw(st.integers(1, 400))
        if how == "byte":
            mutated[at] = draw(st.integers(0, 255))
        elif how == "cut":
            del mutated[at : at + length]
        elif how == "double":
            mutated[at:at] = mutated[at : at + length]
        elif at > len(mutated) // 2:
            del mutated[at:]
    return bytes(mutated)


@FUZZ
@given(mutated=shuffled())
def test_pages_in_any_order_lose_no_paragraph(tmp_path: Path, mutated: bytes) -> None:
    """Every head that is printed is a paragraph, a missing number, or stands in the text of what was read."""
    document = read(tmp_path / "blandad.pdf", mutated)
    assert document is not None
    numbers = {p.number for p in document.paragraphs} | set(document.missing_numbers)
    texts = " ".join(text for p in document.paragraphs for text in (p.text, p.title, *(a.text for a in p.attachments)))
    first = min((p.page_first for p in document.paragraphs), default=1)
    lost = {(n, word) for n, word in printed_heads(mutated) if n not in numbers and word not in texts}
    assert not lost or first > 1  # what stands before the first paragraph is a cover page and an agenda


@FUZZ
@given(mutated=garbled())
def test_broken_bytes_are_read_or_named(tmp_path: Path, mutated: bytes) -> None:
    """A file with broken bytes gives a document that names what it could not read, or an error with a cure."""
    document = read(tmp_path / "trasig.pdf", mutated)
    if document is None:
        return
    assert document.pages > 0
    assert document.paragraphs or document.problems
    assert all(1 <= problem.page <= document.pages and problem.what for problem in document.problems)
