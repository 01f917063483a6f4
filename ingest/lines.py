"""Lines of a PDF page: pdfium's characters, gathered into words and the words into printed lines.

Owns the geometry of one page. Every word keeps its box in PDF points with the origin in the upper left corner of the page
as displayed. Words on one height form one line, left to right, however the file orders them; wide gaps inside a line are
kept (``Line.cells``), for attendance lists and agendas stand in columns. Order of reading is from the top down.
Nothing is left out here: heads, feet and noise are judged by others.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium

from ingest.records import Box

_SOFT_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}  # how pdfium marks a hyphen that a line break made
_SPACES = frozenset((0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002, 0x2003, 0x2009, 0x200B, 0xFEFF, 0x00))
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|[-,](?:bd|b)\b", re.IGNORECASE)
_BOLD_WEIGHT = 600
_NAME_BYTES = 128
# A gap this many times the font size wide separates columns, not words.
_COLUMN_GAP = 1.6
# Two characters further apart than this share of the font size are two words even where the file prints no blank.
_WORD_GAP = 0.33


@dataclass(frozen=True, slots=True)
class Word:
    """One printed word with its box."""

    text: str
    box: Box
    size: float
    bold: bool


@dataclass(frozen=True)
class Line:
    """Words at one height of a page, left to right. ``size`` is the usual font size in points."""

    page: int
    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """The words joined by blanks."""
        return " ".join(w.text for w in self.words)

    @cached_property
    def box(self) -> Box:
        """The box around all words."""
        return around(w.box for w in self.words)

    @cached_property
    def base(self) -> float:
        """The height of the base line."""
        return median(_base(w) for w in self.words)

    @cached_property
    def size(self) -> float:
        """The median font size of the words."""
        return median(w.size for w in self.words)

    @cached_property
    def bold(self) -> bool:
        """True when most of the letters are bold."""
        letters = sum(len(w.text) for w in self.words)
        return 2 * sum(len(w.text) for w in self.words if w.bold) > letters

    @cached_property
    def cells(self) -> tuple[tuple[Word, ...], ...]:
        """The words in groups that wide gaps part."""
        groups: list[list[Word]] = [[self.words[0]]]
        for before, word in zip(self.words, self.words[1:], strict=False):
            if word.box.x0 - before.box.x1 > _COLUMN_GAP * max(before.size, word.size):
                groups.append([])
            groups[-1].append(word)
        return tuple(tuple(g) for g in groups)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its 1-based number, its size in points as displayed, and its lines from the top down."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


def around(boxes: Any) -> Box:
    """Return the smallest box around all ``boxes`` (at least one)."""
    found = list(boxes)
    return Box(min(b.x0 for b in found), min(b.top for b in found), max(b.x1 for b in found), max(b.bottom for b in found))


def read_page(page: Any, number: int) -> Page:
    """Return the lines of a ``pypdfium2.PdfPage``."""
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        words = _words(textpage.raw, page, width, height)
    finally:
        textpage.close()
    return Page(number, width, height, _lines(words, number))


@dataclass(slots=True)
class _Char:
    text: str
    box: Box
    size: float
    bold: bool


def _words(textpage: Any, page: Any, width: float, height: float) -> list[Word]:
    """Gather characters into words in the file's own order."""
    turn = _Turn(page, width, height)
    fonts = _Fonts(textpage)
    words: list[Word] = []
    run: list[_Char] = []
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if code in _SPACES:
            _close(run, words)
            continue
        pdfium.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
        box = turn.box(left.value, bottom.value, right.value, top.value)
        size, bold = fonts.of(index, new_word=not run)
        if run and _apart(run[-1], box):
            _close(run, words)
        run.append(_Char(_SOFT_HYPHENS.get(code) or _letter(code), box, size, bold))
    _close(run, words)
    return words


def _letter(code: int) -> str:
    try:
        return chr(code)
    except ValueError:
        return "\ufffd"


def _close(run: list[_Char], words: list[Word]) -> None:
    if run:
        words.append(Word("".join(c.text for c in run), around(c.box for c in run), run[0].size, run[0].bold))
        run.clear()


def _apart(before: _Char, box: Box) -> bool:
    """Tell whether two characters that follow each other in the file stand in different words."""
    other_line = box.top > before.box.bottom + before.size or box.bottom < before.box.top - before.size
    gap = box.x0 - before.box.x1
    return other_line or gap > _WORD_GAP * before.size or gap < -3 * before.size


class _Turn:
    """Turns pdfium's page coordinates into those of the page as displayed."""

    def __init__(self, page: Any, width: float, height: float) -> None:
        self._rotation = page.get_rotation()
        self._width, self._height = width, height
        self._x, self._y, _, _ = page.get_bbox()

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        x0, y0, x1, y1 = left - self._x, bottom - self._y, right - self._x, top - self._y
        if self._rotation == 90:  # noqa: PLR2004 - quarter turns are what PDF knows
            return Box(y0, x0, y1, x1)
        if self._rotation == 180:  # noqa: PLR2004
            return Box(self._width - x1, y0, self._width - x0, y1)
        if self._rotation == 270:  # noqa: PLR2004
            return Box(self._width - y1, self._height - x1, self._width - y0, self._height - x0)
        return Box(x0, self._height - y1, x1, self._height - y0)


class _Fonts:
    """Font size and boldness of characters, asked once a word."""

    def __init__(self, textpage: Any) -> None:
        self._textpage = textpage
        self._last = (10.0, False)
        self._name = ctypes.create_string_buffer(_NAME_BYTES)
        self._matrix = pdfium.FS_MATRIX()

    def of(self, index: int, *, new_word: bool) -> tuple[float, bool]:
        if new_word:
            self._last = (self._size(index), self._bold(index))
        return self._last

    def _size(self, index: int) -> float:
        size = pdfium.FPDFText_GetFontSize(self._textpage, index)
        if pdfium.FPDFText_GetMatrix(self._textpage, index, self._matrix):
            scale = (self._matrix.c**2 + self._matrix.d**2) ** 0.5
            size = size * scale if scale > 0 else size
        return float(size) if size > 0 else 10.0

    def _bold(self, index: int) -> bool:
        if pdfium.FPDFText_GetFontWeight(self._textpage, index) >= _BOLD_WEIGHT:
            return True
        flags = ctypes.c_int()
        length = pdfium.FPDFText_GetFontInfo(self._textpage, index, self._name, _NAME_BYTES, flags)
        name = self._name.raw[: max(0, min(length, _NAME_BYTES) - 1)].decode("utf-8", "replace")
        return bool(_BOLD.search(name))


def _lines(words: list[Word], page: int) -> tuple[Line, ...]:
    """Cluster words by height; a word joins the line whose middle its own middle lies in."""
    clusters: list[tuple[float, float, list[Word]]] = []
    for word in sorted(words, key=lambda w: (_base(w), w.box.x0)):
        base = _base(word)
        if clusters and abs(base - clusters[-1][0]) <= 0.45 * min(word.size, clusters[-1][1]):
            clusters[-1][2].append(word)
        else:
            clusters.append((base, word.size, [word]))
    return tuple(Line(page, tuple(sorted(group, key=lambda w: w.box.x0))) for _, _, group in clusters)


def _base(word: Word) -> float:
    """Estimate the height of the base line: letters such as g and y hang below it, a dash stands above it."""
    text = word.text
    hanging = any(c in "gjpqyQ,;()[]{}§|/" for c in text)
    raised = all(c in "-–—•·”“\"'’*°" for c in text)
    if raised:
        return word.box.bottom + 0.22 * word.size
    return word.box.bottom - (0.2 * word.size if hanging else 0.0)
