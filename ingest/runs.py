"""Lines of running text and of tables, told apart and written in their order.

A ruled table's row is one block however many lines its cells take; rows of a table without rules are lines whose words
stand in columns. Cells are parted by tabs, empty ones kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import groupby

from ingest.blocks import Measure, begins_item, grouped, in_columns, is_table_run, table_columns
from ingest.flow import Writer
from ingest.lines import Line
from ingest.tables import in_cells
from nlp.acts import Range


class _Set(Enum):
    """How lines are set."""

    TEXT = auto()
    COLUMNS = auto()
    RULED = auto()


def write_lines(lines: Sequence[Line], measure: Measure, writer: Writer) -> list[Range]:
    """Write text blocks and table rows in their order; return the range of each."""
    return [written for run, kind in _runs(lines) for written in _write(run, kind, measure, writer)]


def _write(run: Sequence[Line], kind: _Set, measure: Measure, writer: Writer) -> list[Range]:
    if kind is _Set.RULED:
        rows = [list(row) for _, row in groupby(run, key=lambda line: (line.page, line.row))]
        return [writer.row(in_cells(row), row[0].page) for row in rows]
    if kind is _Set.COLUMNS:
        columns = table_columns(run)
        return [writer.row(in_columns(line, columns), line.page) for line in run]
    return [writer.block(block) for block in grouped(run, measure)]


def _runs(lines: Sequence[Line]) -> list[tuple[list[Line], _Set]]:
    """Part lines into runs that are set alike; a single line with a wide gap is text."""
    runs: list[tuple[list[Line], _Set]] = []
    for kind, group in groupby(lines, key=_kind):
        run = list(group)
        here = _Set.TEXT if kind is _Set.COLUMNS and not is_table_run(run) else kind
        if runs and here is _Set.TEXT and runs[-1][1] is _Set.TEXT:
            runs[-1][0].extend(run)
        else:
            runs.append((run, here))
    return runs


def _kind(line: Line) -> _Set:
    if line.row is not None:
        return _Set.RULED
    return _Set.COLUMNS if len(line.cells) > 1 and not begins_item(line.text) else _Set.TEXT
