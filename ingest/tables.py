"""Ruled tables: which lines of a page stand in which row, and where the row's cells are.

Rules are those that ``ingest.rules`` finds on the page. Only where they cross like those of
a table of two rows and two columns is pdfplumber imported, which makes cells of them; it is not given the file, for
reading the letters a second time would take longer than all the rest. Tables without rules are none of this module's:
``ingest.blocks`` tells them by the gaps between words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ingest.lines import Line, Page, Row, Word
from ingest.records import Box
from ingest.rules import Rules, has_grid, rules_of

_SNAP = 3.0  # points: rules so near each other are one, and meet
_SLACK = 1.5  # points by which letters may hang over a rule
_TALLEST = 0.4  # of the page's height: a taller cell lays out a page and holds no entry of a table
_SIDES = 2
_SEPARATOR = 40.0  # points: a rule that parts text is longer
_UNDERLINE = 0.45  # of the type: how far below its base line a word may be underlined
_STRUCK = 0.7  # of the type
_NARROWEST = 8.0  # points: what is narrower is the gap of a double rule


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
