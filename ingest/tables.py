"""Ruled tables: which lines of a page stand in which row, and where the row's cells are.

Rules are asked of pdfium, the thin paths and the edges of boxes that a page draws. Only where they cross like those of
a table of two rows and two columns is pdfplumber imported, which makes cells of them; it is not given the file, for
reading the letters a second time would take longer than all the rest. Tables without rules are none of this module's:
``ingest.blocks`` tells them by the gaps between words.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from ingest.glyphs import Frame
from ingest.lines import Line, Page, Row, Word
from ingest.records import Box

_THIN = 2.5  # points: a path no thicker is one rule, else it is a box with four edges
_SHORTEST = 4.0  # points: rules of tables are longer
_FEWEST = 3  # a table of two rows and two columns has three rules each way, at different places
_MOST_PATHS = 3000  # a page with more is a drawing
_MOST_SEGMENTS = 6  # a path of more is a letter or a picture
_SNAP = 3.0  # points: rules so near each other are one, and meet
_SLACK = 1.5  # points by which letters may hang over a rule
_TALLEST = 0.4  # of the page's height: a taller cell lays out a page and holds no entry of a table
_SIDES = 2
_SEPARATOR = 40.0  # points: a rule that parts text is longer
_UNDERLINE = 0.45  # of the type: how far below its base line a word may be underlined
_STRUCK = 0.7  # of the type
_NARROWEST = 8.0  # points: what is narrower is the gap of a double rule


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a page in points as displayed: each a box that is as thin as nothing one way."""

    upright: tuple[Box, ...]
    level: tuple[Box, ...]


def marked(opened: Any, page: Page) -> Page:
    """Return the page with the row of a ruled table noted on every line that stands in one, and rules between lines.

    ``opened`` is the ``pypdfium2.PdfPage`` that ``page`` was read from.
    """
    rules = rules_of(opened)
    page = _ruled_off(page, rules)
    if not has_grid(rules):
        return page
    rows = [found for n, table in enumerate(_tables(rules)) for found in _rows_of(table, n, page.height)]
    if not rows:
        return page
    lines = [_in_row(line, rows) for line in page.lines]
    coarse = {row for row, count in Counter(line.row for line in lines if _has_gap(line)).items() if count >= _SIDES}
    rows = [(place, row) for place, row in rows if row not in coarse]
    columns = _columns([row for _, row in rows], [line for line in lines if line.row not in coarse])
    kept = [(place, replace(row, cells=tuple(row.cells[i] for i in columns[row.table]))) for place, row in rows]
    return replace(page, lines=tuple(_in_row(line, kept) for line in page.lines))


def _ruled_off(page: Page, rules: Rules) -> Page:
    """Note on a line that a rule which is part of no table or frame parts it from the line above."""
    alone = [
        rule.top
        for rule in rules.level
        if rule.x1 - rule.x0 >= _SEPARATOR
        and not any(up.top - _SNAP <= rule.top <= up.bottom + _SNAP for up in rules.upright)
    ]
    if not alone:
        return page
    lines = list(page.lines)
    for number, (above, line) in enumerate(pairwise(page.lines), 1):
        # lower than an underline, higher than a line struck through
        upper, lower = above.base + _UNDERLINE * above.size, line.base - _STRUCK * line.size
        if any(upper < height < lower for height in alone):
            lines[number] = replace(line, below_rule=True)
    return replace(page, lines=tuple(lines))


def rules_of(opened: Any) -> Rules:
    """Return the rules that a ``pypdfium2.PdfPage`` draws; none for a page that is a drawing."""
    frame = Frame(opened)
    upright: list[Box] = []
    level: list[Box] = []
    paths = _paths(opened.raw)
    if len(paths) > _MOST_PATHS:
        return Rules((), ())
    for path in paths:
        if pdfium.FPDFPath_CountSegments(path) <= _MOST_SEGMENTS:
            box = frame.box(*_bounds(path))
            upright += _upright(box)
            level += _level(box)
    return Rules(tuple(upright), tuple(level))


def _paths(page: Any) -> list[Any]:
    """Return the paths that a page draws itself, as pdfium's own handles."""
    objects = (pdfium.FPDFPage_GetObject(page, index) for index in range(pdfium.FPDFPage_CountObjects(page)))
    return [each for each in objects if pdfium.FPDFPageObj_GetType(each) == pdfium.FPDF_PAGEOBJ_PATH]


def _bounds(path: Any) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of a path in the page's own coordinates."""
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(path, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top


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


def _tables(rules: Rules) -> list[list[list[Box | None]]]:
    """Return the tables that rules make, as rows of cells; None where a cell is joined with the one before."""
    from pdfplumber import table as ruled  # noqa: PLC0415 - slow to import, and most pages have no ruled table

    edges = [_edge(rule, "v") for rule in rules.upright] + [_edge(rule, "h") for rule in rules.level]
    met = ruled.edges_to_intersections(ruled.merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP), _SNAP, _SNAP)
    groups = ruled.cells_to_tables(ruled.intersections_to_cells(met))
    unread: Any = None  # a table asks its page only for letters, which are known here already
    return [[[c and Box(*c) for c in row.cells] for row in ruled.Table(unread, cells).rows] for cells in groups]


def _edge(rule: Box, orientation: str) -> dict[str, Any]:
    """Return a rule as pdfplumber keeps edges."""
    width, height = rule.x1 - rule.x0, rule.bottom - rule.top
    place = {"x0": rule.x0, "x1": rule.x1, "top": rule.top, "bottom": rule.bottom, "doctop": rule.top}
    return {**place, "width": width, "height": height, "orientation": orientation}


def _rows_of(table: Sequence[Sequence[Box | None]], number: int, height: float) -> Iterator[tuple[Box, Row]]:
    """Yield the rows of a table with their places; nothing for a frame around text, or a page laid out in cells."""
    boxes = [box for row in table for box in row if box is not None]
    columns = max(sum(box is not None for box in row) for row in table)
    tallest = max(box.bottom - box.top for box in boxes)
    if len(table) < _SIDES or columns < _SIDES or tallest > _TALLEST * height:
        return
    for place, row in enumerate(table):
        cells = [box for box in row if box is not None]
        around = Box(cells[0].x0, min(b.top for b in cells), cells[-1].x1, max(b.bottom for b in cells))
        yield around, Row(number, place, tuple((box.x0, box.x1) if box else None for box in row))


def _has_gap(line: Line) -> bool:
    """Tell whether two columns of words stand in one cell: two such lines in a row are rows that no rule parts."""
    if line.row is None:
        return False
    columns = [_cell_of(cell[0], line.row) for cell in line.cells]
    return len(set(columns)) < len(columns)


def _columns(rows: Sequence[Row], lines: Iterable[Line]) -> dict[int, list[int]]:
    """Return the columns of each table that hold words, or are cells in most rows; others only split joined cells."""
    used = {(line.row.table, _cell_of(word, line.row)) for line in lines if line.row for word in line.words}
    columns: dict[int, list[int]] = {}
    for table in {row.table for row in rows}:
        own = [row.cells for row in rows if row.table == table]
        real = [_SIDES * sum(_is_cell(cell) for cell in column) > len(own) for column in zip(*own, strict=True)]
        columns[table] = [i for i, is_real in enumerate(real) if is_real or (table, i) in used]
    return columns


def _is_cell(cell: tuple[float, float] | None) -> bool:
    """Tell whether a cell is its own and wider than the gap of a double rule."""
    return cell is not None and cell[1] - cell[0] > _NARROWEST


def _in_row(line: Line, rows: Iterable[tuple[Box, Row]]) -> Line:
    """Note on a line the row that all of it stands in."""
    box = line.box
    middle = (box.top + box.bottom) / 2
    for place, row in rows:
        inside = place.x0 - _SLACK <= box.x0 and box.x1 <= place.x1 + _SLACK
        if inside and place.top <= middle <= place.bottom:
            return replace(line, row=row)
    return line


def in_cells(lines: Sequence[Line]) -> list[list[Word]]:
    """Lay the words of all lines of one ruled row out over its cells; a cell without words is empty."""
    row = lines[0].row
    if row is None:
        return [[word for line in lines for word in line.words]]
    cells: list[list[Word]] = [[] for _ in row.cells]
    for line in lines:
        for word in line.words:
            cells[_cell_of(word, row)].append(word)
    return cells


def _cell_of(word: Word, row: Row) -> int:
    middle = (word.box.x0 + word.box.x1) / 2
    return min(range(len(row.cells)), key=lambda i: _distance(middle, row.cells[i]))


def _distance(middle: float, cell: tuple[float, float] | None) -> float:
    return max(cell[0] - middle, middle - cell[1], 0.0) if cell else float("inf")


def repeats_header(above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Tell whether a page opens with the header row of the table that the page above ended in.

    ``above`` holds all lines of the page before but its foot, ``below`` the body of the page.
    """
    if not above or not below or len(below[0].cells) == 1:
        return False
    first, last = below[0], above[-1]
    goes_on = len(last.cells) > 1 or last.row is not None or first.bold
    return goes_on and any(_same_row(first, line) for line in above)


def _same_row(one: Line, other: Line) -> bool:
    """Tell whether two lines print the same words at the same places."""
    same_words = [w.text for w in one.words] == [w.text for w in other.words]
    return same_words and all(abs(a.box.x0 - b.box.x0) < _SLACK for a, b in zip(one.words, other.words, strict=True))
