"""Real files cut, reordered, turned, garbled and truncated are read or named, and no paragraph is lost in silence.

``PROTOKOLLSPAR_FUZZ=2000`` makes the runs of a night, over the real protocols too; without it there are a few over the
made-up ones. Pages are not read from images here.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from pathlib import Path

import pypdfium2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.errors import ReadingError
from ingest.heads import head_of
from ingest.lines import Line, read_page
from ingest.options import Options
from ingest.reader import read_document
from ingest.records import Document
from nlp.headings import section_kind

ROOT = Path(__file__).parents[2]
DEMO, SHARED = ROOT / "data" / "demo" / "pdf", ROOT.parent / "shared"
NAMES = ("RS § 122 2024-11-12 omedelbar justering.pdf", "RSAU protokoll 2020-06-02.pdf", "BPT protokoll 2020-11-11.pdf")
RUNS = int(os.environ.get("PROTOKOLLSPAR_FUZZ", "40"))
LONG = 100  # runs: so many are no part of everyday testing
FILES = [DEMO / name for name in NAMES]
FILES += sorted([*DEMO.glob("*.pdf"), *SHARED.glob("corpus/*/*.pdf"), *SHARED.glob("seeds/pdf/*.pdf")]) * (RUNS >= LONG)
SMALL = [path for path in FILES if path.stat().st_size < 700_000]  # bytes: such a file is read in a second
NEAR = 9  # lines below its head in which a paragraph opens its first section
FUZZ = settings(
    max_examples=RUNS // 2,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    derandomize=RUNS < LONG,
    print_blob=False,
)
Edit = tuple[str, int, int, int]  # what is done, where in thousandths of the file, how far, and a byte


@cache
def content(path: Path) -> bytes:
    """Return the bytes of a file."""
    return path.read_bytes()


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


def printed_lines(mutated: bytes) -> Iterator[Line]:
    """Yield the lines of all pages that can be opened."""
    pdf = pypdfium2.PdfDocument(mutated)
    try:
        for index in range(len(pdf)):
            try:
                yield from read_page(pdf[index], index + 1).lines
            except (pypdfium2.PdfiumError, ValueError, OverflowError):
                continue
    finally:
        pdf.close()


def printed_paragraphs(mutated: bytes) -> set[Line]:
    """Return the lines that open a paragraph: heads with a section's heading below.

    An agenda's entry has dot leaders and no section.
    """
    lines = list(printed_lines(mutated))
    found = set()
    for at, line in enumerate(lines):
        head = head_of(line)
        if head is None or "...." in line.text:
            continue
        below = takewhile(lambda other: head_of(other) is None, lines[at + 1 : at + 1 + NEAR])
        if any(section_kind(other.text) is not None for other in below):
            found.add(line)
    return found


def lost(document: Document, mutated: bytes) -> set[tuple[int, str]]:
    """Return page and text of the printed paragraphs that are neither read, nor listed as missing, nor named.

    A paragraph that another one quotes, by its body's name ("NAU § 7") or in the type of the text (in a list of
    papers), stands in the text of the one that quotes it.
    """
    known = {p.number for p in document.paragraphs} | set(document.missing_numbers)
    read = [text for p in document.paragraphs for text in (p.text, *(a.text for a in p.attachments))]
    texts = " ".join(" ".join(read).split())
    named = {problem.page for problem in document.problems}
    gone = set()
    for line in printed_paragraphs(mutated):
        head = head_of(line)
        quoted = head is not None and (head.prefix or not line.words[0].bold) and line.text in texts
        if head is not None and head.number not in known and line.page not in named and not quoted:
            gone.add((line.page, line.text))
    return gone


def shuffled(path: Path, order: Sequence[int], turns: Sequence[int]) -> bytes:
    """Make a file of some pages of another, counted round, some of them turned, some twice."""
    pdf, out = pypdfium2.PdfDocument(content(path)), pypdfium2.PdfDocument.new()
    out.import_pages(pdf, [page % len(pdf) for page in order])
    for index, turn in enumerate(turns[: len(order)]):
        out[index].set_rotation(90 * turn)
    target = io.BytesIO()
    out.save(target)
    out.close()
    pdf.close()
    return target.getvalue()


def garbled(path: Path, edits: Sequence[Edit]) -> bytes:
    """Make a file with some bytes changed, runs cut out or put in twice, or its end missing."""
    mutated = bytearray(content(path))
    for how, where, length, value in edits:
        at = where * len(mutated) // 1000
        if how == "byte":
            mutated[at] = value
        elif how == "cut":
            del mutated[at : at + length]
        elif how == "double":
            mutated[at:at] = mutated[at : at + length]
        else:
            del mutated[max(at, len(mutated) // 2) :]
    return bytes(mutated)


@FUZZ
@given(
    path=st.sampled_from(FILES),
    order=st.lists(st.integers(0, 99), min_size=1, max_size=6),
    turns=st.lists(st.integers(0, 3), max_size=6),
)
def test_pages_in_any_order_lose_no_paragraph(tmp_path: Path, path: Path, order: list[int], turns: list[int]) -> None:
    """Every paragraph of pages that lie in any order and any way is read, missing, or named on its page."""
    mutated = shuffled(path, order, turns)
    document = read(tmp_path / "blandad.pdf", mutated)
    assert document is not None
    assert not lost(document, mutated)


@FUZZ
@given(
    path=st.sampled_from(SMALL),
    edits=st.lists(
        st.tuples(
            st.sampled_from(("byte", "cut", "double", "end")),
            st.integers(0, 999),
            st.integers(1, 400),
            st.integers(0, 255),
        ),
        min_size=1,
        max_size=12,
    ),
)
def test_broken_bytes_are_read_or_named(tmp_path: Path, path: Path, edits: list[Edit]) -> None:
    """A file with broken bytes gives a document that names what it could not read, or an error with a cure."""
    mutated = garbled(path, edits)
    document = read(tmp_path / "trasig.pdf", mutated)
    if document is None:
        return
    assert document.pages > 0
    assert document.paragraphs or document.problems
    assert all(1 <= problem.page <= document.pages and problem.what for problem in document.problems)
    assert not lost(document, mutated)
