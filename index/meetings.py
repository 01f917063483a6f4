"""The meetings of a library, and what is not there of them: § numbers that no protocol that was read holds.

Always holds: pure. What a file misses between its own numbers is said by its reader; that a meeting itself is missing
is a conclusion from the numbers of two meetings of one body in one year, for bodies number their paragraphs through the
year. A body that begins anew with § 1 at every meeting gives no such gaps. A body is named as the library names it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from index.boards import BoardName, resolve
from index.errors import UnknownFilterError
from index.naming import read_name
from index.statistics.covering import row_order, rows_of
from index.statistics.values import BoardYear
from index.stored import Head, StoredDocument
from ingest.records import DocumentKind

_DAY = len("2024-11-21")
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as one file tells of it; a file that holds several gives one for each.

    ``row`` is its body and year. ``first`` and ``last`` are the lowest and the highest § that the file has or says that
    it has, None where it has none; ``missing`` are those between that were not found. ``paragraphs`` is how many were
    read. ``outdated`` says that an earlier reader has read the file.
    """

    document: StoredDocument
    row: BoardYear
    date: str | None
    first: int | None
    last: int | None
    missing: tuple[int, ...]
    paragraphs: int
    outdated: bool

    @property
    def has_faults(self) -> bool:
        """Whether something of it may be missing or was read badly."""
        protocol = self.document.record.kind is DocumentKind.PROTOCOL
        return bool(self.missing or self.document.record.problems or (protocol and not self.paragraphs))


@dataclass(frozen=True, slots=True)
class Gap:
    """§ numbers between two meetings of a body in a year that stand in no protocol of the library: a conclusion.

    ``after`` is the meeting before them, None where they come before the first of the year.
    """

    row: BoardYear
    first: int
    last: int
    after: Meeting | None
    before: Meeting


def meetings_of(
    documents: Iterable[StoredDocument], heads: Iterable[Head], boards: Sequence[BoardName], outdated: Iterable[str]
) -> tuple[Meeting, ...]:
    """Return the meetings of all documents, by body and time; of what is no protocol, its one date.

    ``outdated`` are the ids of documents that an earlier reader has read.
    """
    known = tuple(heads)
    rows = rows_of(known, boards)
    parts: dict[str, dict[tuple[BoardYear, str | None], list[Head]]] = defaultdict(lambda: defaultdict(list))
    for head in known:
        parts[head.document_id][rows[head.id], head.date].append(head)
    old = frozenset(outdated)
    found = [
        _meeting(document, row, day, part, alone=len(of_document) == 1, outdated=document.id in old)
        for document in documents
        for of_document in (parts.get(document.id) or {_own_row(document): []},)
        for (row, day), part in of_document.items()
    ]
    return tuple(sorted(found, key=_order))


def gaps(meetings: Iterable[Meeting]) -> Iterator[Gap]:
    """Yield the gaps between protocols, by body and time."""
    years: dict[BoardYear, list[Meeting]] = defaultdict(list)
    for one in meetings:
        if one.document.record.kind is DocumentKind.PROTOCOL and one.first is not None and one.row.year is not None:
            years[one.row].append(one)
    for row in sorted(years, key=row_order):
        yield from _gaps_of(row, sorted(years[row], key=_order))


def named(text: str, meetings: Sequence[Meeting], boards: Sequence[BoardName]) -> tuple[Meeting, ...]:
    """Return the protocols that a name like "HSN 2024-11-21" or "HSN 2024" may mean, () when there are none."""
    return tuple(one for one in _of_board(text, meetings, boards) if (one.date or "").startswith(_day(text)))


def nearest(text: str, meetings: Sequence[Meeting], boards: Sequence[BoardName]) -> tuple[Meeting, ...]:
    """Return the protocols nearest in time to the one that is named, those of the same body where one is named."""
    wanted = _ordinal(_day(text))
    dated = [one for one in _of_board(text, meetings, boards) if _ordinal(one.date)]
    if not wanted:
        return ()
    return tuple(sorted(dated, key=lambda one: (abs(_ordinal(one.date) - wanted), _order(one)))[:_NEAREST])


def _of_board(text: str, meetings: Sequence[Meeting], boards: Sequence[BoardName]) -> Iterator[Meeting]:
    name = read_name(text)
    if name is None or not name.date:
        return
    try:
        spellings = resolve(name.board, boards) if name.board else ()
    except UnknownFilterError:
        return
    for one in meetings:
        if one.document.record.kind is DocumentKind.PROTOCOL and (not spellings or one.row.board in spellings):
            yield one


def _day(text: str) -> str:
    name = read_name(text)
    return (name.date if name else None) or ""


def _ordinal(iso: str | None) -> int:
    """Return a date as a number of days, one reduced to month or year as its first day; 0 for none."""
    if not iso:
        return 0
    return date.fromisoformat((iso + "-01-01")[:_DAY]).toordinal()


def _meeting(
    document: StoredDocument, row: BoardYear, day: str | None, part: Sequence[Head], *, alone: bool, outdated: bool
) -> Meeting:
    meeting = document.record.meeting
    printed = (meeting.number_first, meeting.number_last) if alone else ()
    numbers = [number for number in (*(head.number for head in part), *printed) if number is not None]
    first, last = (min(numbers), max(numbers)) if numbers else (None, None)
    missing = document.record.missing_numbers
    if not alone:
        missing = tuple(one for one in missing if first is not None and last is not None and first <= one <= last)
    read = sum(head.number is not None for head in part)
    return Meeting(document, row, day, first, last, missing, read, outdated)


def _own_row(document: StoredDocument) -> tuple[BoardYear, str | None]:
    meeting = document.record.meeting
    year = int(meeting.date[:4]) if meeting.date else None
    return BoardYear(meeting.board, None, year), meeting.date


def _gaps_of(row: BoardYear, meetings: Sequence[Meeting]) -> Iterator[Gap]:
    before = meetings[0]
    if before.first is not None and before.first > 1:
        yield Gap(row, 1, before.first - 1, None, before)
    for one, other in pairwise(meetings):
        if one.last is not None and other.first is not None and other.first > one.last + 1:
            yield Gap(row, one.last + 1, other.first - 1, one, other)


def _order(one: Meeting) -> tuple[tuple[bool, str, str, bool, int], str, int, str]:
    return row_order(one.row), one.date or "", one.first or 0, one.document.record.file
