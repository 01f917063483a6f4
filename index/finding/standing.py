"""Which paragraphs are standing items: on the agenda whatever is at issue, so that no issue runs through them.

Always holds: pure. An item is standing when its comparable title is on the agenda at most meetings of its board,
counted over at least `FEWEST` meetings; the few titles that any meeting has are standing from the first. A matter that
is tabled from meeting to meeting recurs too, but it came from another board or goes on to one: what two boards have
under one title and case number is no standing item.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from index.naming import case_key
from index.stored import Head
from nlp.standing import comparable_title, is_standing_title

FEWEST = 4
SHARE = 0.5

_Meeting = tuple[str | None, str]


class _Agendas:
    """How often titles are on the agendas of boards."""

    def __init__(self, heads: Iterable[Head]) -> None:
        self._meetings: dict[str | None, set[_Meeting]] = defaultdict(set)
        self._seen: dict[tuple[str | None, str], set[_Meeting]] = defaultdict(set)
        self._boards: dict[tuple[str, str], set[str | None]] = defaultdict(set)
        for head in heads:
            title = comparable_title(head.title)
            self._meetings[head.board].add(_meeting(head))
            self._seen[head.board, title].add(_meeting(head))
            for number in head.case_numbers:
                self._boards[title, case_key(number)].add(head.board)

    def recurs(self, head: Head) -> bool:
        times = len(self._seen[head.board, comparable_title(head.title)])
        return times >= FEWEST and times > SHARE * len(self._meetings[head.board])

    def travels(self, head: Head) -> bool:
        title = comparable_title(head.title)
        return any(len(self._boards[title, case_key(number)]) > 1 for number in head.case_numbers)


def standing_items(heads: Iterable[Head]) -> frozenset[str]:
    """Return the ids of the paragraphs among ``heads`` that are standing items."""
    known = tuple(heads)
    agendas = _Agendas(known)
    return frozenset(head.id for head in known if _stands(head, agendas))


def _stands(head: Head, agendas: _Agendas) -> bool:
    if not head.title or is_standing_title(head.title):
        return True
    return agendas.recurs(head) and not agendas.travels(head)


def _meeting(head: Head) -> _Meeting:
    """Return the meeting that a paragraph belongs to; where no date is printed, its document."""
    return head.date, "" if head.date else head.document_id
