"""Read one file: the door of this room.

``read_document`` takes a file's pages from ``ingest.pdf`` and returns the whole document as frozen records. A page
that cannot be read is reported in ``Document.problems``, one that was read from its image in ``Document.ocr_pages``; a
file that cannot be read raises ``ReadingError`` with the cure.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from ingest import formats
from ingest.attachments import attachment_pages
from ingest.blocks import Measure
from ingest.columns import unfolded
from ingest.cover import read_meeting
from ingest.documents import kind_of, read_whole
from ingest.errors import UnreadableFileError, UnsupportedFileError
from ingest.flow import Vocabulary
from ingest.furniture import Cleaned, take_out
from ingest.lines import Line
from ingest.manifest import supplied
from ingest.options import Options
from ingest.pdf import Pages, read_pages
from ingest.places import put_back
from ingest.protocol import read_paragraphs
from ingest.records import Document, Meeting, OcrPage, PageProblem, Paragraph
from ingest.segment import Pieces, segment
from ingest.turning import InTurn, Placing

SUFFIXES = frozenset({".pdf"}) | formats.SUFFIXES
_USUAL = Options()


READER = 2
"""Raised when the reader reads more in a file, or better: what an earlier one has read is then read anew."""


def read_document(path: Path, options: Options = _USUAL) -> Document:
    """Read a file.

    Raises:
        UnsupportedFileError: the file's format is not read.
        UnreadableFileError: the file is broken, encrypted or empty.
    """
    if path.suffix.lower() not in SUFFIXES:
        known = ", ".join(sorted(SUFFIXES))
        raise UnsupportedFileError(
            f"{path.name}: formatet {path.suffix or 'utan ändelse'} läses inte. Format som läses: {known}."
        )
    content = _bytes(path)
    with _undisturbed():
        read = _pages(path, content, options)
        return _document(path, hashlib.sha256(content).hexdigest(), read)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put off Python's search for cycles: a document is a million small values, and none of them makes one."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


def _bytes(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(
            f"{path.name}: filen kan inte öppnas ({error.strerror}). Kontrollera att den finns och får läsas."
        ) from error
    if not content:
        raise UnreadableFileError(f"{path.name}: filen är tom. Hämta den på nytt från källan.")
    return content


def _pages(path: Path, content: bytes, options: Options) -> Pages:
    if not formats.reads(path):
        return read_pages(path, content, options)
    pages = formats.read_pages(path.name, path.suffix.lower(), content)
    return Pages(len(pages), tuple(pages), (), {})


def _document(path: Path, sha256: str, read: Pages) -> Document:
    cleaned, ways = _in_one_column(take_out(read.pages), read.ways)
    lines: list[Line] = [line for page in cleaned for line in page.body]
    measure, vocabulary = Measure.of(lines), Vocabulary.of(lines)
    pieces = segment(cleaned, measure)
    meeting, paragraphs = (
        _protocol(path, cleaned, pieces, measure, vocabulary)
        if pieces.pieces
        else _other(path, cleaned, lines, measure, vocabulary)
    )
    kind = kind_of(pieces, paragraphs)
    board = meeting.board if pieces.pieces else None
    numbers = [p.number for p in paragraphs if p.number is not None]
    document = Document(
        file=path.name,
        sha256=sha256,
        pages=read.count,
        kind=kind,
        title=board or (paragraphs[0].title if paragraphs else ""),
        meeting=meeting,
        paragraphs=paragraphs,
        missing_numbers=missing(numbers, (meeting.number_first, meeting.number_last)),
        problems=tuple(sorted((*read.problems, *_astray(pieces)), key=lambda p: p.page)),
        ocr_pages=tuple(OcrPage(n, seen.confidence, why) for n, (seen, why) in sorted(read.recognised.items())),
    )
    return put_back(document, ways)


def _in_one_column(pages: Sequence[Cleaned], ways: Mapping[int, Placing]) -> tuple[list[Cleaned], dict[int, Placing]]:
    """Return the pages with columns of text below each other, and all ways back to the pages as displayed."""
    done, back = [], dict(ways)
    for page in pages:
        one, way = unfolded(page)
        done.append(one)
        if way is not None:
            number = page.page.number
            back[number] = InTurn((way, ways[number])) if number in ways else way
    return done, back


def _astray(pieces: Pieces) -> Iterator[PageProblem]:
    """Name the heads that stand out of order."""
    for one in pieces.astray:
        yield PageProblem(
            one.line.page,
            f"Rubriken § {one.head.number} följer inte nummerordningen och är ingen egen paragraf. Kontrollera "
            "sidornas ordning.",
        )


def _protocol(
    path: Path, cleaned: Sequence[Cleaned], pieces: Pieces, measure: Measure, vocabulary: Vocabulary
) -> tuple[Meeting, tuple[Paragraph, ...]]:
    opening = {piece.lines[0].page for piece in pieces.pieces}
    apart = attachment_pages(cleaned, opening) - opening
    own = [page for page in cleaned if page.page.number not in apart]
    meeting = supplied(path, read_meeting(own, pieces.before))
    return meeting, read_paragraphs(pieces.pieces, apart, meeting, measure, vocabulary)


def _other(
    path: Path, cleaned: Sequence[Cleaned], lines: Sequence[Line], measure: Measure, vocabulary: Vocabulary
) -> tuple[Meeting, tuple[Paragraph, ...]]:
    """Read what is no protocol: one paragraph without a number, none where no text could be read."""
    furniture = [line for page in cleaned for line in (*page.head, *page.foot)]
    meeting, whole = read_whole(lines, furniture, measure, vocabulary)
    meeting = supplied(path, meeting)
    paragraphs = (replace(whole, board=meeting.board, date=meeting.date),) if whole else ()
    return meeting, paragraphs


def missing(numbers: Sequence[int], printed: tuple[int | None, int | None]) -> tuple[int, ...]:
    """Return the § numbers that a gapless protocol would hold and this one does not."""
    if not numbers:
        return ()
    first = printed[0] if printed[0] is not None else min(numbers)
    last = printed[1] if printed[1] is not None else max(numbers)
    have = set(numbers)
    return tuple(n for n in range(first, last + 1) if n not in have)
