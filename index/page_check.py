"""Do the words of a document stand on the pages of its file, where the library says they do?

Owns the comparison of stored words with a fresh reading of the stored copy, page by page. A word that was broken at a
line's end is stored in parts, and letters that a font draws as one are stored apart: both count as standing there.
Pages whose text layer was not used (scans) are left out by the caller: there is nothing to compare with.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2

from ingest.errors import UnreadableFileError
from ingest.lines import Word, read_page
from ingest.records import Box, Span

_HUNDREDTHS = 100
_REACH = 1.0
"""Points by which a word may lie outside the place it is said to have."""

Key = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Expected:
    """A word that should be printed: its letters, its span, and of what it is a part."""

    text: str
    span: Span
    where: str


def expected(text: str, spans: Iterable[Span], where: str) -> Iterator[Expected]:
    """Yield the words of a text."""
    for span in spans:
        yield Expected(text[span.range.start : span.range.end], span, where)


def strangers(path: Path, words: Iterable[Expected]) -> dict[str, list[Expected]]:
    """Return, by where they belong, the words that do not stand at their place in the PDF at ``path``.

    Raises UnreadableFileError when the file cannot be opened as a PDF.
    """
    found: dict[str, list[Expected]] = defaultdict(list)
    by_page: dict[int, list[Expected]] = defaultdict(list)
    for word in words:
        by_page[word.span.page].append(word)
    for number, printed in _pages(path, sorted(by_page)):
        here = _Printed(printed)
        for word in by_page[number]:
            if not here.has(word):
                found[word.where].append(word)
    return found


def _pages(path: Path, numbers: Sequence[int]) -> Iterator[tuple[int, tuple[Word, ...]]]:
    """Yield the words of these pages; a page that the file does not have has none."""
    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFileError(f"kopian kan inte öppnas som PDF ({error})") from error
    try:
        for number in numbers:
            yield number, _words(pdf, number) if number <= len(pdf) else ()
    finally:
        pdf.close()


def _words(pdf: Any, number: int) -> tuple[Word, ...]:
    page = pdf[number - 1]
    try:
        return tuple(word for line in read_page(page, number).lines for word in line.words)
    finally:
        page.close()


class _Printed:
    """The words of one page by their places."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._words = list(words)
        self._at = {_key(word.box): word.text for word in self._words}

    def has(self, word: Expected) -> bool:
        wanted = _letters(word.text)
        exact = self._at.get(_key(word.span.box))
        if exact is not None and wanted in _letters(exact):
            return True
        near = [each.text for each in self._words if _within(each.box, word.span.box)]
        return wanted in _letters("".join(near))


def _key(box: Box) -> Key:
    x0, top, x1, bottom = (round(value * _HUNDREDTHS) for value in (box.x0, box.top, box.x1, box.bottom))
    return x0, top, x1, bottom


def _within(word: Box, place: Box) -> bool:
    """Tell whether two boxes share their middle height and overlap from left to right."""
    middle = (word.top + word.bottom) / 2
    upright = place.top - _REACH <= middle <= place.bottom + _REACH
    return upright and word.x0 < place.x1 + _REACH and word.x1 > place.x0 - _REACH


def _letters(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKC", text) if each.isalnum())
