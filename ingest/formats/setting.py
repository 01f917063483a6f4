"""Parts set on pages: each word gets a place, as if a printer had set it in letters of one width.

What always holds: a block is one `Line` (so that nothing is broken but where the writer broke it) though its words are
set over as many rows as the page's width asks for; blocks stand further apart than lines; headings are larger and bold;
the rows of a table of two rows and two columns are marked as such. A page is as tall as its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.formats.parts import BODY, Block, Cell, PageBreak, Part, Rule, Run, Table
from ingest.heads import SIGN_FIRST
from ingest.lines import Line, Page, Row, Word
from ingest.records import Box

WIDTH, HEIGHT = 595.0, 842.0
SIZE, ADVANCE = 10.0, 5.0
"""Points: the type of running text, and how wide each of its letters is set."""
_HEAD_SIZE = 8.0
_SIZES = (SIZE, 18.0, 15.0, 13.0, 12.0, 11.5, 11.0)
"""By the level of a heading."""
_LEFT, _TOP, _HEAD_TOP = 60.0, 72.0, 20.0
_LINE, _GAP = 1.2, 3.0
"""Times the type: to the next line of a block, and to the next block."""
_ROW, _GUTTER = 1.6, 5
_WORD = re.compile(r"\S+")
_MOST_LINES, _LONGEST_CELL = 3, 400
"""A cell that holds more lays a page out and is no entry of a table."""


def pages_of(parts: Iterable[Part]) -> list[Page]:
    """Return the pages; an empty file has one empty page."""
    setter = _Setter()
    for part in parts:
        setter.put(part)
    return setter.done()


class _Setter:
    """Puts parts below each other."""

    def __init__(self) -> None:
        self._pages: list[Page] = []
        self._begin()

    def _begin(self) -> None:
        self._lines: list[Line] = []
        self._base, self._head, self._tables = _TOP, _HEAD_TOP, 0

    @property
    def _number(self) -> int:
        return len(self._pages) + 1

    def done(self) -> list[Page]:
        """End the last page and return all."""
        self._end()
        return self._pages

    def put(self, part: Part) -> None:
        """Set one part."""
        match part:
            case PageBreak():
                self._end()
                self._begin()
            case Rule():
                self._block(Block(runs_of("_" * 30)))
            case Table():
                self._table(part)
            case Block():
                self._block(part)

    def _end(self) -> None:
        height = max(HEIGHT, self._base + _TOP)
        self._pages.append(Page(self._number, WIDTH, height, tuple(self._lines)))

    def _block(self, block: Block) -> None:
        """Set a block, one line for each of its own lines."""
        size = _HEAD_SIZE if block.head else _SIZES[min(block.level, len(_SIZES) - 1)]
        for number, pieces in enumerate(_lines_of(block)):
            if block.head:
                base = self._head
            elif self._lines and self._base > _TOP:
                base = self._base + size * (_LINE if number or block.close else _GAP)
            else:
                base = self._base + 0.01
            words, base = _set(pieces, base, size, block)
            if not words:
                continue
            self._lines.append(Line(self._number, tuple(words)))
            if block.head:
                self._head = base + _LINE * size
            else:
                self._base = base

    def _table(self, table: Table) -> None:
        if not _is_data(table):
            self._layout(table)
            return
        starts, extents = _columns(table)
        self._tables += 1
        self._base += _GAP * SIZE
        for number, row in enumerate(table.rows):
            self._row(row, starts, Row(self._tables - 1, number, extents))

    def _row(self, row: Sequence[Cell], starts: Sequence[float], mark: Row) -> None:
        """Set a row: the first lines of its cells beside each other, then the second."""
        cells = [[line for block in cell for line in _lines_of(block)] for cell in row]
        for depth in range(max((len(cell) for cell in cells), default=0)):
            words = [
                word
                for cell, start in zip(cells, starts, strict=True)
                if depth < len(cell)
                for word in _row_words(cell[depth], start, self._base)
            ]
            if words:
                self._lines.append(Line(self._number, tuple(words), mark))
                self._base += _LINE * SIZE
        self._base += (_ROW - _LINE) * SIZE

    def _layout(self, table: Table) -> None:
        """Set a table that only lays out the page: short cells beside each other, others below."""
        for row in table.rows:
            filled = [cell for cell in row if any(block.text.strip() for block in cell)]
            if len(filled) > 1 and all(len(cell) == 1 and len(cell[0].text) < _LONGEST_CELL // 5 for cell in filled):
                starts = [_LEFT + place * (WIDTH - 2 * _LEFT) / len(filled) for place in range(len(filled))]
                self._base += _LINE * SIZE
                words = [
                    w
                    for c, x in zip(filled, starts, strict=True)
                    for w in _row_words(_lines_of(c[0])[0], x, self._base)
                ]
                self._lines.append(Line(self._number, tuple(words)))
                continue
            for cell in filled:
                for block in cell:
                    self._block(block)


def runs_of(text: str) -> tuple[Run, ...]:
    """Return plain characters as runs."""
    return (Run(text),)


def _lines_of(block: Block) -> list[list[tuple[str, bool, int]]]:
    """Return the words of each of a block's lines, with weight and the column they begin in."""
    lines: list[list[tuple[str, bool, int]]] = [[]]
    if block.marker:
        lines[-1].append((block.marker, False, 0))
    column = len(block.marker) + 1 if block.marker else 0
    glued = False
    for run in block.runs:
        for place, piece in enumerate(run.text.split("\n")):
            if place:
                lines.append([])
                column, glued = 0, False
            for match in _WORD.finditer(piece):
                if glued and match.start() == 0 and lines[-1]:
                    text, bold, at = lines[-1].pop()
                    lines[-1].append((text + match[0], bold, at))
                else:
                    lines[-1].append((match[0], run.bold or block.level > BODY, column + match.start()))
            column += len(piece)
            glued = bool(piece) and not piece[-1].isspace() if piece else glued
    return [line for line in lines if line]


def _set(pieces: Sequence[tuple[str, bool, int]], base: float, size: float, block: Block) -> tuple[list[Word], float]:
    """Place the words of one line from the left margin on, in as many rows as they take; return the last base too."""
    advance = ADVANCE * size / SIZE
    words: list[Word] = []
    x = _LEFT
    for text, bold, column in pieces:
        width = advance * len(text)
        if block.columns:
            x = max(_LEFT + ADVANCE * column, x if words else _LEFT)
        if words and x + width > WIDTH - _LEFT:
            x, base = _LEFT, base + _LINE * size
        words.append(_word(text, x, base, size, bold=bold or block.level > BODY))
        x += width + advance
    return words, base


def _row_words(pieces: Sequence[tuple[str, bool, int]], x: float, base: float) -> list[Word]:
    words = []
    for text, bold, _ in pieces:
        words.append(_word(text, x, base, SIZE, bold=bold))
        x += ADVANCE * (len(text) + 1)
    return words


def _word(text: str, x: float, base: float, size: float, *, bold: bool) -> Word:
    box = Box(x, base - 0.8 * size, x + ADVANCE * size / SIZE * len(text), base + 0.2 * size)
    return Word(text, box, size, bold, base)


def _columns(table: Table) -> tuple[list[float], tuple[tuple[float, float], ...]]:
    """Return where each column begins, and its left and right edges."""
    starts, extents = [], []
    x = _LEFT
    for column in zip(*table.rows, strict=True):
        widest = max((_width(line) for cell in column for block in cell for line in _lines_of(block)), default=1)
        starts.append(x)
        extents.append((x - ADVANCE, x + ADVANCE * (widest + _GUTTER - 1)))
        x += ADVANCE * (widest + _GUTTER)
    return starts, tuple(extents)


def _width(line: Sequence[tuple[str, bool, int]]) -> int:
    return sum(len(text) + 1 for text, _, _ in line)


def _is_data(table: Table) -> bool:
    """Tell a table of entries from one that lays out the page: two rows and columns, and no cell of a page's parts."""
    columns = max((sum(bool(cell) for cell in row) for row in table.rows), default=0)
    blocks = [block for row in table.rows for cell in row for block in cell]
    tall = any(len(cell) > _MOST_LINES for row in table.rows for cell in row)
    laid = any(block.level > BODY or SIGN_FIRST.match(block.text.strip()) for block in blocks)
    long = any(len(block.text) > _LONGEST_CELL for block in blocks)
    return len(table.rows) > 1 and columns > 1 and not (tall or laid or long)
