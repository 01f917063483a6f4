"""One row for an assignment that one board proposes and another decides in the same words.

Always holds: pure; only rows of one case are folded, told alike by recipient and words; what stays is the row of the
board that decided last, with the citations of those that prepared it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.ledger.values import AssignmentRow
from index.naming import case_key
from nlp.analysis import content_terms

_ALIKE = 0.9
"""Shared words to all words of two texts that say the same: a comma or a proper name may differ."""


def folded(rows: Sequence[AssignmentRow]) -> list[AssignmentRow]:
    """Return the rows in their order, those of boards that only prepared an assignment folded into it."""
    later: dict[str, str] = {}
    for group in _by_case(rows).values():
        ordered = sorted(group, key=lambda row: (row.date or "", row.id))
        for place, row in enumerate(ordered):
            decided = next((one for one in reversed(ordered[place + 1 :]) if _same(row, one)), None)
            if decided is not None:
                later[row.id] = decided.id
    prepared: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.id in later:
            prepared[_last(row.id, later)].append(row.citation)
    return [replace(row, prepared=tuple(prepared[row.id])) for row in rows if row.id not in later]


def _by_case(rows: Iterable[AssignmentRow]) -> dict[str, list[AssignmentRow]]:
    found: dict[str, list[AssignmentRow]] = defaultdict(list)
    for row in rows:
        for key in {case_key(number) for number in row.case_numbers}:
            found[key].append(row)
    return found


def _same(one: AssignmentRow, other: AssignmentRow) -> bool:
    if one.board == other.board or one.kind is not other.kind or not set(one.recipients) & set(other.recipients):
        return False
    words, others = set(content_terms(one.text)), set(content_terms(other.text))
    return len(words & others) >= _ALIKE * len(words | others)


def _last(name: str, later: dict[str, str]) -> str:
    while name in later:
        name = later[name]
    return name
