"""The rules that a page draws: thin paths and the edges of boxes, also where a form holds the whole page.

Rules are asked of pdfium, path by path; a page with more paths than any table has is a drawing and has none.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

from ingest.glyphs import Frame
from ingest.page_objects import kinds_on
from ingest.records import Box

_THIN = 2.5  # points: a path no thicker is one rule, else it is a box with four edges
_SHORTEST = 4.0  # points: rules of tables are longer
_FEWEST = 3  # a table of two rows and two columns has three rules each way, at different places
_MOST_PATHS = 3000  # a page with more is a drawing
_MOST_SEGMENTS = 6  # a path of more is a letter or a picture
_DEEPEST = 3  # forms in forms: producers wrap a page once or twice
_SNAP = 3.0  # points: rules so near each other are one, and meet


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a page in points as displayed: each a box that is as thin as nothing one way."""

    upright: tuple[Box, ...]
    level: tuple[Box, ...]


def rules_of(opened: Any) -> Rules:
    """Return the rules that a ``pypdfium2.PdfPage`` draws; none for a page that is a drawing."""
    frame = Frame(opened)
    upright: list[Box] = []
    level: list[Box] = []
    paths = list(islice(_paths(opened), _MOST_PATHS + 1))
    if len(paths) > _MOST_PATHS:
        return Rules((), ())
    for path, placed in paths:
        if pdfium.FPDFPath_CountSegments(path) <= _MOST_SEGMENTS:
            box = frame.box(*placed.bounds(path))
            upright += _upright(box)
            level += _level(box)
    return Rules(tuple(upright), tuple(level))


@dataclass(frozen=True, slots=True)
class _Placed:
    """Where a form's own coordinates lie on the page: x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def bounds(self, path: Any) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of a path in the page's own coordinates."""
        edges = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(path, *edges)
        left, bottom, right, top = (edge.value for edge in edges)
        (x0, y0), (x1, y1) = self._point(left, bottom), self._point(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def inside(self, form: Any) -> _Placed:
        """Return where the coordinates of a form lie that is drawn in these."""
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(form, matrix)
        (e, f), (ax, ay), (cx, cy) = (
            self._point(matrix.e, matrix.f),
            self._point(matrix.a + matrix.e, matrix.b + matrix.f),
            self._point(matrix.c + matrix.e, matrix.d + matrix.f),
        )
        return _Placed(ax - e, ay - f, cx - e, cy - f, e, f)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


def _paths(opened: Any) -> Iterator[tuple[Any, _Placed]]:
    """Yield the paths that a page draws, as pdfium's own handles, those of the forms that it draws included."""
    for index, kind in enumerate(kinds_on(opened)):
        if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM):
            yield from _drawn(pdfium.FPDFPage_GetObject(opened.raw, index), _Placed(), _DEEPEST)


def _drawn(item: Any, placed: _Placed, deep: int) -> Iterator[tuple[Any, _Placed]]:
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        yield item, placed
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and deep:
        within = placed.inside(item)
        for index in range(pdfium.FPDFFormObj_CountObjects(item)):
            yield from _drawn(pdfium.FPDFFormObj_GetObject(item, index), within, deep - 1)


def _upright(box: Box) -> list[Box]:
    """Return the upright rules of a path: itself where it is thin, else its left and right edges."""
    if box.bottom - box.top < _SHORTEST:
        return []
    middle = (box.x0 + box.x1) / 2
    return [Box(x, box.top, x, box.bottom) for x in ((middle,) if box.x1 - box.x0 <= _THIN else (box.x0, box.x1))]


def _level(box: Box) -> list[Box]:
    """Return the level rules of a path: itself where it is thin, else its upper and lower edges."""
    if box.x1 - box.x0 < _SHORTEST:
        return []
    middle = (box.top + box.bottom) / 2
    return [Box(box.x0, y, box.x1, y) for y in ((middle,) if box.bottom - box.top <= _THIN else (box.top, box.bottom))]


def has_grid(rules: Rules) -> bool:
    """Tell whether rules cross like those of a table of two rows and two columns."""
    if len(rules.upright) < _FEWEST or len(rules.level) < _FEWEST:
        return False
    joined: dict[int, Box] = {}
    for rule in rules.level:
        known = joined.get(round(rule.top), rule)
        joined[round(rule.top)] = Box(min(known.x0, rule.x0), known.top, max(known.x1, rule.x1), known.top)
    return sum(_crossings(rule, rules.upright) >= _FEWEST for rule in joined.values()) >= _FEWEST


def _crossings(level: Box, upright: Iterable[Box]) -> int:
    """Count the places at which upright rules meet a level one."""
    return len(
        {
            round(rule.x0)
            for rule in upright
            if rule.top - _SNAP <= level.top <= rule.bottom + _SNAP and level.x0 - _SNAP <= rule.x0 <= level.x1 + _SNAP
        }
    )
