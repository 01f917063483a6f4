"""Words of a PDF page as pdfium prints them: text, box, base line, type and direction.

pdfium is asked for the page's text once and then only for the first and last character of each word, which is what
makes reading fast; a word whose width its letters do not explain is looked at character by character and parted at its
gaps. All coordinates are PDF points with the origin in the upper left corner of the page as displayed (the page's own
turn is undone). Which words form a line is judged in ``ingest.lines``.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from ingest.characters import Characters
from ingest.records import Box

# pdfium marks a hyphen that a line break made with U+0002 or U+FFFE and prints no line break behind it.
_BROKEN = "\x02\ufffe"
_NO_LETTER = "\\s\\x00\u200b\ufeff"
_CONTROL = re.compile("[\x01\x03-\x08\x0e-\x1b]")  # a glyph whose letter the file does not tell
_WORD = re.compile(f"[^{_NO_LETTER}{_BROKEN}]+[{_BROKEN}]?|[{_BROKEN}]")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_BOLD = re.compile(rb"bold|black|heavy|demi|[-,](?:bd|b)\b", re.IGNORECASE)
_BOLD_WEIGHT = 600
_NAME_BYTES = 96
_USUAL_SIZE = 10.0
# Letters are rarely wider than this share of the font size on average: what is wider holds a gap.
_WIDE_LETTER = 0.74
# Two characters further apart than this share of the font size are two words even where the file prints no blank.
_WORD_GAP = 0.33
_LINE_HEIGHT = 1.7  # times the font size: a word that takes more across its direction stands on two lines
_QUARTER = 90
_END_OF_UNICODE, _SURROGATES = 0x110000, (0xD800, 0xDFFF)
# No letter of a text font reaches higher above or deeper below the base line, in shares of the font size.
_HIGHEST, _LOWEST_TOP, _DEEPEST = 1.1, 0.45, 0.4


class Word(NamedTuple):
    """One printed word with its box; ``base`` is the height of its base line, ``turn`` the way it runs (0: upright).

    A named tuple and no dataclass: a long protocol has a million of them.
    """

    text: str
    box: Box
    size: float
    bold: bool
    base: float
    turn: int = 0


def read_words(page: Any) -> list[Word]:
    """Return the words of a ``pypdfium2.PdfPage`` in the file's own order."""
    textpage = page.get_textpage()
    try:
        return _Glyphs(textpage.raw, Frame(page)).words()
    finally:
        textpage.close()


class Frame:
    """Turns pdfium's page coordinates into those of the page as displayed."""

    def __init__(self, page: Any) -> None:
        """Ask a ``pypdfium2.PdfPage`` for its size, place and turn."""
        self.turn = page.get_rotation() % 360
        width, height = page.get_size()
        left, bottom, _, _ = page.get_bbox()
        self._map = {
            0: (1, 0, -left, 0, -1, height + bottom),
            90: (0, 1, -bottom, 1, 0, -left),
            180: (-1, 0, width + left, 0, 1, -bottom),
            270: (0, -1, width + bottom, -1, 0, height + left),
        }[self.turn]

    @property
    def shift(self) -> tuple[float, float]:
        """On a page that is not turned: what is added to x, and what y is taken from."""
        return self._map[2], self._map[5]

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page's own coordinates is displayed."""
        a, b, e, c, d, f = self._map
        return a * x + b * y + e, c * x + d * y + f

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return where a rectangle of the page's own coordinates is displayed."""
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        if self.turn == 0:
            return Box(x0, y1, x1, y0)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


@dataclass(frozen=True, slots=True)
class _Type:
    """How characters are set: size as displayed, direction in quarter turns as displayed, and weight."""

    size: float
    turn: int
    bold: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """What pdfium says of the words of a page, a row a word, in the page's own coordinates.

    ``first`` and ``last`` are the boxes of a word's first and last character (n × left, bottom, right, top), ``base``
    (n) the height of its base line; ``known`` (n) is false where pdfium has no box.
    """

    first: NDArray[np.float64]
    last: NDArray[np.float64]
    base: NDArray[np.float64]
    known: NDArray[np.bool_]


_Rect = tuple[float, float, float, float]  # left, bottom, right, top in the page's own coordinates


class _Glyphs:
    """The characters of one open text page."""

    def __init__(self, textpage: Any, frame: Frame) -> None:
        self._textpage = textpage
        self._frame = frame
        self._buffer = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._characters = Characters(textpage)
        self._types: dict[int, _Type] = {}
        self._bold: dict[int, bool] = {}

    def words(self) -> list[Word]:
        """Return every word."""
        text = self._text()
        found = list(_WORD.finditer(text))
        starts, ends = [match.start() for match in found], [match.end() for match in found]
        objects = self._characters.objects(starts)
        kinds = self._types_of(starts, objects)
        if self._frame.turn or any(kind.turn for kind in self._types.values()):
            return [word for each in zip(starts, ends, kinds, strict=True) for word in self._one(text, *each)]
        return self._upright(text, starts, ends, kinds, self._asked(starts, ends, objects))

    def _one(self, text: str, start: int, end: int, kind: _Type) -> Iterator[Word]:
        first = self._rect(start)
        last = self._rect(end - 1) if end - start > 1 else first
        if _explained(first, last, end - start, kind):
            yield self._word(text[start:end], start, first, last, kind)
        else:
            yield from self._parted(text, start, end)

    def _upright(self, text: str, starts: list[int], ends: list[int], kinds: list[_Type], asked: _Asked) -> list[Word]:
        """Return the words of a page where all runs from left to right: the sums are done for all at once."""
        sizes = np.array([kind.size for kind in kinds])
        longest = (_WIDE_LETTER * (np.array(ends) - np.array(starts)) + 0.5) * sizes
        first, last = asked.first, asked.last
        plain = (first[:, 1] == last[:, 1]) & (first[:, 0] <= last[:, 0]) & (last[:, 2] - first[:, 0] < longest)
        plain &= asked.known
        boxes, bases = self._boxes(asked, sizes)
        words: list[Word] = []
        rows = zip(plain.tolist(), starts, ends, kinds, boxes, bases, strict=True)
        for is_plain, start, end, kind, box, base in rows:
            if is_plain:
                printed = text[start:end]
                spelt = printed if printed.isalnum() and printed.isascii() else _spelt(printed)
                words.append(Word(spelt, box, kind.size, kind.bold, base))
            else:
                words.extend(self._one(text, start, end, kind))
        return words

    def _asked(self, starts: list[int], ends: list[int], objects: list[int]) -> _Asked:
        """Ask for the first and last character of each word; what one text object prints stands on one base line."""
        first, known = self._characters.boxes(starts)
        last, known_last = self._characters.boxes([end - 1 for end in ends])
        opening = dict(zip(reversed(objects), reversed(starts), strict=True))
        heights = dict(zip(opening, self._characters.bases(list(opening.values())), strict=True))
        return _Asked(first, last, np.array([heights[key] for key in objects]), known & known_last)

    def _boxes(self, asked: _Asked, sizes: NDArray[np.float64]) -> tuple[list[Box], list[float]]:
        """Return box and base line of every word as displayed, the box kept to the height of its type."""
        left, height = self._frame.shift
        bases = height - asked.base
        x0, x1 = asked.first[:, 0] + left, asked.last[:, 2] + left
        bottom = height - np.minimum(asked.first[:, 1], asked.last[:, 1])
        top = height - np.maximum(asked.first[:, 3], asked.last[:, 3])
        top = np.minimum(np.maximum(top, bases - _HIGHEST * sizes), bases - _LOWEST_TOP * sizes)
        bottom = np.maximum(bases, np.minimum(bottom, bases + _DEEPEST * sizes))
        return list(map(Box, x0.tolist(), top.tolist(), x1.tolist(), bottom.tolist())), bases.tolist()

    def _text(self) -> str:
        """Return one character for every index that pdfium knows."""
        count = pdfium.FPDFText_CountChars(self._textpage)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        if pdfium.FPDFText_GetText(self._textpage, 0, count, buffer) == count + 1:
            text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
            if len(text) == count:
                return text
        # characters without a code or beyond the first plane: text and index do not run in step
        return "".join(self._letter(index) for index in range(count))

    def _letter(self, index: int) -> str:
        code = pdfium.FPDFText_GetUnicode(self._textpage, index)
        if code == 0:
            return " "
        return chr(code) if code < _END_OF_UNICODE and not _SURROGATES[0] <= code <= _SURROGATES[1] else "\ufffd"

    def _word(self, printed: str, start: int, first: _Rect, last: _Rect, kind: _Type) -> Word:
        pdfium.FPDFText_GetCharOrigin(self._textpage, start, self._x, self._y)
        _, base = self._frame.point(self._x.value, self._y.value)
        rect = first if first is last else _union(first, last)
        if kind.turn == 0 and self._frame.turn == 0:
            x0, bottom = self._frame.point(rect[0], rect[1])
            x1, top = self._frame.point(rect[2], rect[3])
            box = _within_type(x0, top, x1, bottom, base, kind.size)
        else:
            box = self._frame.box(*rect)
        text = printed if printed.isalnum() and printed.isascii() else _spelt(printed)
        return Word(text, box, kind.size, kind.bold, base, kind.turn)

    def _parted(self, text: str, start: int, end: int) -> Iterator[Word]:
        """Part a run of characters wherever two of them stand apart."""
        kind = self._type(start)
        begin, first, before = start, self._rect(start), self._rect(start)
        for index in range(start + 1, end):
            here = self._rect(index)
            if _apart(before, here, kind.size):
                yield self._word(text[begin:index], begin, first, before, kind)
                begin, first, kind = index, here, self._type(index)
            before = here
        yield self._word(text[begin:end], begin, first, before, kind)

    def _rect(self, index: int) -> _Rect:
        if not pdfium.FPDFText_GetLooseCharBox(self._textpage, index, self._buffer):
            pdfium.FPDFText_GetCharOrigin(self._textpage, index, self._x, self._y)
            return self._x.value, self._y.value, self._x.value, self._y.value
        rect = self._buffer
        return rect.left, rect.bottom, rect.right, rect.top

    def _type(self, index: int) -> _Type:
        return self._types_of([index], self._characters.objects([index]))[0]

    def _types_of(self, indices: Sequence[int], objects: Sequence[int]) -> list[_Type]:
        """Return the types of characters; all characters of one text object share it."""
        new = {key: index for key, index in zip(objects, indices, strict=True) if key not in self._types}
        if new:
            self._types.update(zip(new, self._ask_types(list(new.values()), list(new)), strict=True))
        return [self._types[key] for key in objects]

    def _ask_types(self, indices: list[int], objects: list[int]) -> Iterator[_Type]:
        sizes = self._characters.sizes(indices)
        matrices = self._characters.matrices(indices).tolist()
        fonts = self._characters.fonts(objects)
        for index, size, (a, b, c, d, _, _), font in zip(indices, sizes, matrices, fonts, strict=True):
            grown, turn = size, 0
            if a or b or c or d:
                grown *= (c**2 + d**2) ** 0.5
                turn = (_direction(a, b) + self._frame.turn) % 360
            yield _Type(grown if grown > 0 else _USUAL_SIZE, turn, self._is_bold(index, font or -index - 1))

    def _is_bold(self, index: int, font: int) -> bool:
        """Tell whether a character's font is bold; asked once a font."""
        if font not in self._bold:
            self._bold[font] = self._ask_bold(index)
        return self._bold[font]

    def _ask_bold(self, index: int) -> bool:
        if pdfium.FPDFText_GetFontWeight(self._textpage, index) >= _BOLD_WEIGHT:
            return True
        name = ctypes.create_string_buffer(_NAME_BYTES)
        pdfium.FPDFText_GetFontInfo(self._textpage, index, name, _NAME_BYTES, ctypes.c_int())
        return bool(_BOLD.search(name.value))


def _union(first: _Rect, last: _Rect) -> _Rect:
    return min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3])


def _explained(first: _Rect, last: _Rect, count: int, kind: _Type) -> bool:
    """Tell whether a word is as long as its letters can be, on one line."""
    if count == 1:
        return True
    longest = (_WIDE_LETTER * count + 0.5) * kind.size
    if kind.turn == 0 and first[1] == last[1] and first[0] <= last[0]:
        return last[2] - first[0] < longest
    width, height = max(last[2] - first[0], first[2] - last[0]), max(last[3] - first[1], first[3] - last[1])
    return min(width, height) < _LINE_HEIGHT * kind.size and max(width, height) < longest


def _apart(before: _Rect, here: _Rect, size: float) -> bool:
    """Tell whether two characters that follow each other in the file stand in different words."""
    gap = max(here[0] - before[2], before[0] - here[2], here[1] - before[3], before[1] - here[3])
    return gap > _WORD_GAP * size


def _direction(a: float, b: float) -> int:
    """Return the quarter turn, clockwise as displayed on an unturned page, that a text matrix makes."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2 * _QUARTER
    return 3 * _QUARTER if b > 0 else _QUARTER


def _within_type(x0: float, top: float, x1: float, bottom: float, base: float, size: float) -> Box:
    """Return a box kept to the height of its type: some fonts claim a height of several lines."""
    highest, lowest, deepest = base - _HIGHEST * size, base - _LOWEST_TOP * size, base + _DEEPEST * size
    return Box(x0, min(max(top, highest), lowest), x1, max(base, min(bottom, deepest)))


def _spelt(printed: str) -> str:
    """Return a word's letters: a break's hyphen as a hyphen, ligatures as their letters, hidden hyphens left out."""
    word = printed.replace("\x02", "-").replace("\ufffe", "-")
    if "\u00ad" in word:
        word = word[:-1].replace("\u00ad", "") + word[-1].replace("\u00ad", "-")
    word = _CONTROL.sub("\ufffd", word)
    if _LIGATURES.search(word):
        word = _LIGATURES.sub(lambda m: unicodedata.normalize("NFKC", m[0]), word)
    return word
