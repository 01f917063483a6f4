"""What statistics rest on: which body and year each paragraph belongs to, and what the readers of its files missed.

Always holds: pure. A body is named as the library names it, whatever the spelling on the page; bodies of one name in
several organisations are told apart, and what prints no organisation is with the only one there is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from index.boards import BoardName
from index.statistics.values import BoardYear, Covered
from index.stored import Head, StoredDocument

_YEAR = len("2024")


def rows_of(heads: Iterable[Head], boards: Sequence[BoardName]) -> dict[str, BoardYear]:
    """Return the body and year of each paragraph, by its id."""
    known = tuple(heads)
    names = {spelling: board.name for board in boards for spelling in board.spellings}
    organisations: dict[str | None, set[str]] = defaultdict(set)
    for head in known:
        if head.organisation:
            organisations[names.get(head.board or "", head.board)].add(head.organisation)
    return {head.id: _row(head, names.get(head.board or "", head.board), organisations) for head in known}


def _row(head: Head, board: str | None, organisations: Mapping[str | None, set[str]]) -> BoardYear:
    several = len({one.casefold() for one in organisations[board]}) > 1
    return BoardYear(board, head.organisation if several else None, int(head.date[:_YEAR]) if head.date else None)


def covered_of(
    rows: Mapping[str, BoardYear], heads: Iterable[Head], documents: Iterable[StoredDocument]
) -> tuple[Covered, ...]:
    """Return what was read for each row, by body and time; a file of several meetings counts for each of its rows."""
    files: dict[BoardYear, dict[str, None]] = defaultdict(dict)
    for head in heads:
        files[rows[head.id]][head.document_id] = None
    by_id = {one.id: one for one in documents}
    return tuple(
        _covered(row, [by_id[one] for one in files[row] if one in by_id]) for row in sorted(files, key=row_order)
    )


def row_order(row: BoardYear) -> tuple[bool, str, str, bool, int]:
    """Return what rows are sorted by: body, organisation, year; what is not known last."""
    return row.board is None, row.board or "", row.organisation or "", row.year is None, row.year or 0


def _covered(row: BoardYear, documents: Sequence[StoredDocument]) -> Covered:
    records = [one.record for one in documents]
    return Covered(
        row,
        tuple(one.file for one in records),
        tuple((one.file, number) for one in records for number in one.missing_numbers),
        tuple((one.file, problem.page) for one in records for problem in one.problems),
    )
