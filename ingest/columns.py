"""Running text in two columns is read column by column.

The right column is set below the left one, so that all further reading finds one column: what stood beside it is told
by ``Unfolded.placed``, which leads back to the page as it was read. A page has two columns where a straight gutter near
the middle parts lines that run on below each other on both sides, as lines of lists and of tables do not: many begin
inside a sentence, and where one side has a gap the other has none. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from ingest.furniture import Cleaned
from ingest.lines import Line, Word
from ingest.records import Box

_FROM, _TO = 0.35, 0.65  # of the text's width: here the gutter lies
_GUTTER = 0.8  # of the type's size: as wide at least
_FEWEST = 6  # lines on either side
_WORDS = 3.5  # in a line of running text, on the average
_INSIDE = 0.3  # of the lines begin inside a sentence
_ALIGNED, _EDGE = 0.5, 3.0  # of the lines begin at one edge, so many points apart
_GAP = 1.4  # times the usual step between lines
_TOGETHER = 0.5  # of the gaps: more of them on both sides make rows of a table
_SAME_HEIGHT = 4.0  # points


@dataclass(frozen=True, slots=True)
class _Zone:
    """A part of the page that was moved: where it ends now, and by how much it was moved."""

    bottom: float
    right: float
    down: float


@dataclass(frozen=True)
class Unfolded:
    """The way back from a page of one column to that of two."""

    zones: tuple[_Zone, ...]

    def placed(self, box: Box) -> Box:
        """Return where a box stood before the columns were set below each other, in points."""
        middle = (box.top + box.bottom) / 2
        zone = next((zone for zone in self.zones if middle < zone.bottom), self.zones[-1])
        return Box(box.x0 - zone.right, box.top - zone.down, box.x1 - zone.right, box.bottom - zone.down)


def unfolded(page: Cleaned) -> tuple[Cleaned, Unfolded | None]:
    """Return a page with its columns below each other, and the way back; as it is where it has none."""
    gutter = _gutter(page.body)
    if gutter is None:
        return page, None
    setting = _Setting([], [])
    found = False
    groups = [(crosses, list(lines)) for crosses, lines in groupby(page.body, lambda line: _crosses(line, gutter))]
    for number, (crosses, lines) in enumerate(groups):
        above, within, below = _trimmed(lines, gutter, closed=number + 1 < len(groups))
        sides = _Sides.of(within, gutter)
        if crosses or not sides.run_on():
            setting.put(lines, 0.0, 0.0)
            continue
        found = True
        setting.put(above, 0.0, 0.0)
        setting.put_columns(sides)
        setting.put(below, 0.0, 0.0)
    return (replace(page, body=tuple(setting.lines)), setting.way()) if found else (page, None)


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return the middle of the gutter that most gaps near the middle of a page share; None where too few do."""
    if len(lines) < _FEWEST:
        return None
    left, right = min(line.words[0].box.x0 for line in lines), max(line.words[-1].box.x1 for line in lines)
    low, high = left + _FROM * (right - left), left + _TO * (right - left)
    gaps = [gap for line in lines if line.row is None for gap in _gaps(line, low, high)]
    if len(gaps) < _FEWEST:
        return None
    edges = sorted({(max(start, low) + min(end, high)) / 2 for start, end in gaps})
    best = max(edges, key=lambda x: sum(start < x < end for start, end in gaps))
    return best if sum(start < best < end for start, end in gaps) >= _FEWEST else None


def _gaps(line: Line, low: float, high: float) -> list[tuple[float, float]]:
    """Return the wide gaps of a line near the middle."""
    return [
        (before.box.x1, word.box.x0)
        for before, word in pairwise(line.words)
        if word.box.x0 - before.box.x1 > _GUTTER * word.size and before.box.x1 < high and word.box.x0 > low
    ]


def _crosses(line: Line, gutter: float) -> bool:
    """Tell whether a line is no part of two columns: a word stands on the gutter, or it is a table's."""
    return line.row is not None or any(word.box.x0 < gutter < word.box.x1 for word in line.words)


def _trimmed(lines: list[Line], gutter: float, *, closed: bool) -> tuple[list[Line], list[Line], list[Line]]:
    """Return what stands above the columns, in them, and below them.

    Lines at the left where nothing stands beside are above the columns, or below where a gap sets them off and lines
    as wide as the page follow (``closed``).
    """
    right = [n for n, line in enumerate(lines) if line.words[-1].box.x0 > gutter]
    if not right:
        return lines, [], []
    first, last = right[0], right[-1] + 1
    while first and lines[right[0]].base - lines[first - 1].base < _SAME_HEIGHT:
        first -= 1
    within = lines[first:]
    set_off = set(_openings([line for line in within if line.words[0].box.x0 < gutter])) if closed else set()
    end = next((n for n in range(last, len(lines)) if lines[n].base in set_off), len(lines))
    return lines[:first], lines[first:end], lines[end:]


@dataclass(frozen=True)
class _Sides:
    """Lines on either side of a gutter."""

    left: list[Line]
    right: list[Line]

    @classmethod
    def of(cls, lines: Sequence[Line], gutter: float) -> _Sides:
        """Part lines at the gutter."""
        return cls(_part(lines, gutter, left=True), _part(lines, gutter, left=False))

    def run_on(self) -> bool:
        """Tell whether both sides are running text."""
        return _runs(self.left) and _runs(self.right) and not self._are_rows()

    def _are_rows(self) -> bool:
        """Tell whether the gaps of one side are those of the other, and part no more than a cell's few lines."""
        left, right = _openings(self.left), _openings(self.right)
        fewer, more = sorted((left, right), key=len)
        together = sum(any(abs(one - other) < _SAME_HEIGHT for other in more) for one in fewer)
        return bool(fewer) and together > _TOGETHER * len(fewer) and _in_cells(self.left, left) > _TOGETHER


def _part(lines: Sequence[Line], gutter: float, *, left: bool) -> list[Line]:
    """Return what stands on one side of the gutter."""
    parts: list[Line] = []
    for line in lines:
        words: tuple[Word, ...] = tuple(word for word in line.words if (word.box.x0 < gutter) == left)
        if words:
            parts.append(replace(line, words=words))
    return parts


def _runs(lines: Sequence[Line]) -> bool:
    """Tell whether lines are running text: long enough, one below the other, many of them inside a sentence."""
    if len(lines) < _FEWEST:
        return False
    usual = median(line.words[0].box.x0 for line in lines)
    aligned = sum(abs(line.words[0].box.x0 - usual) < _EDGE for line in lines)
    inside = sum(line.words[0].text[:1].islower() for line in lines)
    words = sum(len(line.words) for line in lines)
    return aligned >= _ALIGNED * len(lines) and inside >= _INSIDE * len(lines) and words >= _WORDS * len(lines)


def _in_cells(lines: Sequence[Line], openings: Sequence[float]) -> float:
    """Return the share of lines that stand in blocks of few lines."""
    edges = [float("-inf"), *openings, float("inf")]
    blocks = [sum(top <= line.base < bottom for line in lines) for top, bottom in pairwise(edges)]
    return sum(count for count in blocks if count < _FEWEST) / len(lines)


def _openings(lines: Sequence[Line]) -> list[float]:
    """Return the heights of the lines that have more space above them than is usual."""
    if len(lines) < _FEWEST:
        return []
    steps = [(line.base - above.base, line.base) for above, line in pairwise(lines)]
    usual = median(step for step, _ in steps)
    return [base for step, base in steps if step > _GAP * usual]


@dataclass
class _Setting:
    """The lines of a page as they are set below each other."""

    lines: list[Line]
    zones: list[_Zone]
    down: float = 0.0

    def put(self, lines: Sequence[Line], right: float, down: float) -> None:
        """Set lines, moved to the right and, beside what all are moved by, down."""
        if not lines:
            return
        moved = [_moved(line, right, self.down + down) for line in lines] if right or self.down + down else list(lines)
        bottom = max(line.base for line in moved) + moved[-1].size / 3
        self.lines += moved
        self.zones.append(_Zone(bottom, right, self.down + down))

    def put_columns(self, sides: _Sides) -> None:
        """Set the left column and below it the right one; what follows is moved down by as much."""
        edges = [median(line.words[0].box.x0 for line in side) for side in (sides.left, sides.right)]
        step = median(line.base - above.base for above, line in pairwise(sides.left))
        height = sides.left[-1].base - sides.right[0].base + step
        self.put(sides.left, 0.0, 0.0)
        self.put(sides.right, edges[0] - edges[1], height)
        last = max(sides.left[-1].base, sides.right[-1].base)
        self.down += max(0.0, sides.right[-1].base + height - last)

    def way(self) -> Unfolded:
        """Return the way back."""
        return Unfolded(tuple(self.zones))


def _moved(line: Line, right: float, down: float) -> Line:
    """Return a line moved to the right and down."""
    words = tuple(word._replace(box=_shifted(word.box, right, down), base=word.base + down) for word in line.words)
    return replace(line, words=words)


def _shifted(box: Box, right: float, down: float) -> Box:
    return Box(box.x0 + right, box.top + down, box.x1 + right, box.bottom + down)
