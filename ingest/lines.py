"""Lines of a PDF page: words on one height, left to right, however the file orders them.

Wide gaps inside a line are kept (``Line.cells``), for attendance lists and agendas stand in columns. Order of reading
is from the top down. Text that runs across the page's own direction (a stamp in the margin) is kept apart in
``Page.aside``. Nothing is left out here: heads, feet and noise are judged by others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from ingest.glyphs import Word, read_words
from ingest.lazy import lazy
from ingest.records import Box

__all__ = ["Line", "Page", "Row", "Word", "around", "read_page"]

# A gap this many times the font size wide separates columns, not words.
_COLUMN_GAP = 1.6
# Base lines closer than this share of the larger type are one line: raised figures and small labels stand a little off.
_SAME_LINE = 0.4


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a ruled table: which table of the page, which row, and the left and right edges of its cells in points.

    A cell that is joined with the one to its left is None.
    """

    table: int
    number: int
    cells: tuple[tuple[float, float] | None, ...]


@dataclass(frozen=True)
class Line:
    """Words at one height of a page, left to right. ``size`` is the usual font size in points.

    ``row`` is the row of a ruled table that all of the line stands in, else None; ``below_rule`` tells that the page
    draws a rule of its own between this line and the one above.
    """

    page: int
    words: tuple[Word, ...]
    row: Row | None = None
    below_rule: bool = False

    @lazy
    def text(self) -> str:
        """The words joined by blanks."""
        return " ".join(w.text for w in self.words)

    @lazy
    def box(self) -> Box:
        """The box around all words."""
        return around(w.box for w in self.words)

    @lazy
    def base(self) -> float:
        """The height of the base line."""
        return _middle([w.base for w in self.words])

    @lazy
    def size(self) -> float:
        """The median font size of the words."""
        return _middle([w.size for w in self.words])

    @lazy
    def bold(self) -> bool:
        """True when most of the letters are bold."""
        letters = sum(len(w.text) for w in self.words)
        return 2 * sum(len(w.text) for w in self.words if w.bold) > letters

    @lazy
    def cells(self) -> tuple[tuple[Word, ...], ...]:
        """The words in groups that wide gaps part."""
        groups: list[list[Word]] = [[self.words[0]]]
        for before, word in pairwise(self.words):
            if word.box.x0 - before.box.x1 > _COLUMN_GAP * max(before.size, word.size):
                groups.append([])
            groups[-1].append(word)
        return tuple(tuple(g) for g in groups)


@dataclass(frozen=True)
class Page:
    """One page: its 1-based number, size in points as displayed, lines from the top down, and lines set aside.

    ``seen`` tells that its words were read from its image: some will be misread.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    aside: tuple[Line, ...] = ()
    seen: bool = False

    @lazy
    def body_size(self) -> float:
        """The font size in points that most letters of the page have; 0 on an empty page."""
        letters: Counter[float] = Counter()
        for line in self.lines:
            letters[line.size] += len(line.text)
        return max(letters, key=lambda size: letters[size], default=0.0)


def _middle(values: Sequence[float]) -> float:
    """Return the median; most lines are set in one size on one base line."""
    return values[0] if values.count(values[0]) == len(values) else median(values)


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around all ``boxes`` (at least one)."""
    found = list(boxes)
    if len(found) == 1:
        return found[0]
    # lists and no generators: this is asked for every line
    return Box(
        min([b.x0 for b in found]),
        min([b.top for b in found]),
        max([b.x1 for b in found]),
        max([b.bottom for b in found]),
    )


def read_page(page: Any, number: int) -> Page:
    """Return the lines of a ``pypdfium2.PdfPage``."""
    width, height = page.get_size()
    by_turn = _by_turn(read_words(page))
    usual = max(by_turn, key=lambda turn: (len(by_turn[turn]), turn == 0), default=0)
    aside = tuple(line for turn in sorted(by_turn) if turn != usual for line in gathered(by_turn[turn], number, turn))
    return Page(number, width, height, gathered(by_turn.get(usual, []), number, usual), aside)


def _by_turn(words: Sequence[Word]) -> dict[int, list[Word]]:
    """Part words by the way they run; a lone sign cannot tell its own and goes with most of the page."""
    if all(word.turn == 0 for word in words):
        return {0: list(words)} if words else {}
    letters = Counter(word.turn for word in words if len(word.text) > 1)
    usual = letters.most_common(1)[0][0] if letters else 0
    parted: dict[int, list[Word]] = {}
    for word in words:
        parted.setdefault(word.turn if len(word.text) > 1 else usual, []).append(word)
    return parted


def gathered(words: Iterable[Word], page: int, turn: int = 0) -> tuple[Line, ...]:
    """Gather words that run in the direction ``turn`` into lines."""
    placed = sorted((*_place(word, turn), number, word) for number, word in enumerate(words))
    groups: list[list[tuple[float, int, Word]]] = []
    begins, size = 0.0, 0.0
    for number, (across, along, _, word) in enumerate(placed):
        if groups and across - begins <= _SAME_LINE * max(word.size, size):
            groups[-1].append((along, number, word))
        else:
            groups.append([(along, number, word)])
            begins, size = across, word.size
    return tuple(Line(page, tuple(word for _, _, word in sorted(group))) for group in groups)


def _place(word: Word, turn: int) -> tuple[float, float]:
    """Return how far down its own reading direction a word stands, and how far along its line."""
    box = word.box
    if turn == 0:
        return word.base, box.x0
    if turn == 90:  # noqa: PLR2004 - a quarter turn: lines run downwards, the next stands to the left
        return -box.x0, box.top
    if turn == 180:  # noqa: PLR2004 - a half turn
        return -box.bottom, -box.x1
    return box.x1, -box.bottom
