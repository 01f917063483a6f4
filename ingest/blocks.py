"""Which printed lines belong to one block (a paragraph of text, a bullet, a numbered point), and which are table rows.

Judged by what a reader sees: the distance between lines, bullets and numbers, a change of type, a line that ends
before its time. All distances are measured against the document's own leading.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.lines import Line, Word, around

_BULLET = re.compile(r"(?:[•▪●◦‣○■□\uf0b7·*]|[-–—](?=\s))")
_NUMBERED = re.compile(r"(?:\d{1,2}[.)]|\d{1,2}\.\d{1,2}\.?|[a-zåäö]\)|(?:att-?sats|punkt)\s\d+)(?=\s)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.:!?][”\"’')]?$")
_GOES_ON = re.compile(
    r"(?:[,;\-–]|\b(?:och|eller|samt|att|som|i|på|av|till|för|med|om|den|det|en|ett|från|vid|mot|under|mellan|enligt|inom))$"
)
# "enligt KN 2024-03-05 §" and "12. Av kostnaden …" below: the number is the line's end, no point of a list
_WANTS_NUMBER = re.compile(r"(?:§§?|\b(?:nr|nummer|punkt(?:en|erna)?|sid(?:an|orna)?|bilaga|artikel|kapitel))$")
_WIDE_GAP = 1.42
_MORE = 1.2  # times the leading: more than inside a block, yet less than most houses leave between blocks
_SHORT_LINE = 0.72  # of the usual width: a line that ends before this ends on purpose
_OTHER_SIZE = 0.8
_MOST_ROWS_APART = 2.6


@dataclass(frozen=True)
class Measure:
    """How a document is set: usual leading by font size, and the left and right edge of its text in points."""

    leading: dict[int, float]
    left: float
    right: float
    body_size: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Measure:
        """Measure all body lines of a document."""
        steps: dict[int, list[float]] = defaultdict(list)
        for above, below in pairwise(lines):
            step = below.base - above.base
            if (
                above.page == below.page
                and abs(above.size - below.size) < _OTHER_SIZE
                and 0 < step < _MOST_ROWS_APART * above.size
            ):
                steps[round(above.size)].append(step)
        leading = {size: _usual(found) for size, found in steps.items() if found}
        letters = [line for line in lines if len(line.text) > 40] or list(lines)  # noqa: PLR2004 - a line of running text
        size = median(line.size for line in letters) if letters else 10.0
        left = _quantile([line.box.x0 for line in letters], 0.1) if letters else 0.0
        right = _quantile([line.box.x1 for line in letters], 0.9) if letters else 500.0
        return cls(leading, left, right, size)

    def usual_step(self, line: Line) -> float:
        """Return the usual distance from this line's base to that of the next in the same block, in points."""
        return self.leading.get(round(line.size), 1.25 * line.size)


def _usual(steps: list[float]) -> float:
    """Return the lower mode-like step: most lines follow each other inside a block."""
    ordered = sorted(steps)
    return ordered[len(ordered) * 2 // 5]


def _quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def begins_item(text: str) -> bool:
    """Tell whether a line begins with a bullet or a point's number."""
    return bool(_BULLET.match(text) or _NUMBERED.match(text))


def breaks(above: Line, below: Line, measure: Measure) -> bool:
    """Tell whether a new block begins between two lines that follow each other."""
    if _NUMBERED.match(below.text) and _WANTS_NUMBER.search(above.text):
        return False
    if begins_item(below.text) or _other_type(above, below):
        return True
    if above.page != below.page:
        return _breaks_over_pages(above, below, measure)
    step = below.base - above.base
    usual = measure.usual_step(above)
    if step > _WIDE_GAP * usual or (step > _MORE * usual and _has_room(above, below, measure)):
        return True
    return _ends_on_purpose(above, below, measure)


def _other_type(above: Line, below: Line) -> bool:
    return abs(above.size - below.size) > _OTHER_SIZE or (above.bold != below.bold and not _partly_bold(above, below))


def _partly_bold(above: Line, below: Line) -> bool:
    """A bold word or two inside running text is no new block."""
    mixed = any(w.bold for w in above.words) and not all(w.bold for w in above.words)
    return mixed or (any(w.bold for w in below.words) and not all(w.bold for w in below.words))


def _breaks_over_pages(above: Line, below: Line, measure: Measure) -> bool:
    if _SENTENCE_END.search(above.text):
        return _is_short(above, measure) or not below.text[:1].islower()
    return _is_short(above, measure) and below.text[:1].isupper() and not _GOES_ON.search(above.text)


def _ends_on_purpose(above: Line, below: Line, measure: Measure) -> bool:
    """A line that stops early, after a sentence or before a capital, ends its block."""
    text = below.text
    if text[:1].islower() or _GOES_ON.search(above.text):
        return False
    fits = _has_room(above, below, measure)
    if _SENTENCE_END.search(above.text):
        return fits
    return _is_short(above, measure) and fits and not text[:1].islower()


def _has_room(above: Line, below: Line, measure: Measure) -> bool:
    """Tell whether the first word of a line would have fitted behind the line above."""
    return below.words[0].box.x1 - below.words[0].box.x0 + above.size < measure.right - above.box.x1


def _is_short(line: Line, measure: Measure) -> bool:
    return line.box.x1 < measure.left + _SHORT_LINE * (measure.right - measure.left)


def grouped(lines: Sequence[Line], measure: Measure) -> list[list[Line]]:
    """Gather lines that follow each other into blocks."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not breaks(groups[-1][-1], line, measure):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def table_columns(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """Return the horizontal extents that the cells of table lines share, left to right, in points."""
    extents = sorted(
        (around(w.box for w in cell).x0, around(w.box for w in cell).x1) for line in lines for cell in line.cells
    )
    columns: list[tuple[float, float]] = []
    for x0, x1 in extents:
        if columns and x0 < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    return columns


def in_columns(line: Line, columns: Sequence[tuple[float, float]]) -> list[list[Word]]:
    """Lay a line's cells out over the columns; a column without a cell is empty."""
    cells: list[list[Word]] = [[] for _ in columns]
    for cell in line.cells:
        middle = (cell[0].box.x0 + cell[-1].box.x1) / 2
        nearest = min(
            range(len(columns)),
            key=lambda i: (
                abs((columns[i][0] + columns[i][1]) / 2 - middle) if not columns[i][0] <= middle <= columns[i][1] else 0
            ),
        )
        cells[nearest].extend(cell)
    return cells


def is_table_run(lines: Iterable[Line]) -> bool:
    """Tell whether lines are rows of a table: two or more, each with several cells."""
    found = list(lines)
    return len(found) > 1 and all(len(line.cells) > 1 for line in found)
