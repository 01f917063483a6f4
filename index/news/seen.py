"""Which paragraphs of a library have been seen before, by names that survive a new reading or a correction.

Ids do not: a better reader that finds one paragraph more moves all that follow. A paragraph is known again by its file,
number and date, or by its board, date and number in whatever file. One that nobody knows is still no new one where a
known one of its file is gone that had its number or its date: then somebody corrected it. Always holds: pure; every
paragraph that was ever seen stays seen, also when its document leaves and comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index.stored import Head


@dataclass(frozen=True, slots=True)
class Name:
    """What a paragraph is known by."""

    file: str
    number: int | None
    date: str | None
    board: str | None

    @classmethod
    def of(cls, head: Head) -> Name:
        """Return the name of a paragraph."""
        return cls(head.file, head.number, head.date, head.board)

    @property
    def in_file(self) -> tuple[str, int | None, str | None]:
        """Its place in its file."""
        return (self.file, self.number, self.date)

    @property
    def at_meeting(self) -> tuple[str, str, int] | None:
        """Its place at its meeting, None where that is not fully known."""
        return (self.board, self.date, self.number) if self.board and self.date and self.number else None


@dataclass(frozen=True, slots=True)
class Batch:
    """What was seen for the first time at one moment (ISO 8601): new paragraphs, and those that only changed names."""

    when: str
    new: tuple[Name, ...]
    renamed: tuple[Name, ...] = ()


def next_batch(batches: Iterable[Batch], heads: Iterable[Head], when: str) -> Batch | None:
    """Return what of ``heads`` is in none of the ``batches`` yet, None when all are."""
    seen = [name for batch in batches for name in (*batch.new, *batch.renamed)]
    places = {name.in_file for name in seen}
    meetings = {name.at_meeting for name in seen if name.at_meeting}
    now = [Name.of(head) for head in heads]
    unknown = [name for name in now if name.in_file not in places]
    renamed = [name for name in unknown if name.at_meeting in meetings]
    others = [name for name in unknown if name.at_meeting not in meetings]
    corrected = _corrected(others, _gone(seen, now))
    new = tuple(name for name in others if name not in corrected)
    same = tuple(dict.fromkeys((*renamed, *(name for name in others if name in corrected))))
    return Batch(when, tuple(dict.fromkeys(new)), same) if new or same else None


def _gone(seen: Iterable[Name], now: Sequence[Name]) -> list[Name]:
    """Return what was seen of files that are still there, but is in them no more."""
    files, places = {name.file for name in now}, {name.in_file for name in now}
    meetings = {name.at_meeting for name in now if name.at_meeting}
    return [
        name
        for name in dict.fromkeys(seen)
        if name.file in files and name.in_file not in places and name.at_meeting not in meetings
    ]


def _corrected(unknown: Sequence[Name], gone: Sequence[Name]) -> set[Name]:
    """Return those of ``unknown`` that stand in the place of one that is gone, each of which is spent once."""
    left, found = list(gone), set()
    for same in (_same_number, _same_date):
        for name in unknown:
            before = next((one for one in left if name not in found and same(one, name)), None)
            if before is not None:
                left.remove(before)
                found.add(name)
    return found


def _same_number(one: Name, other: Name) -> bool:
    return (one.file, one.number) == (other.file, other.number)


def _same_date(one: Name, other: Name) -> bool:
    return (one.file, one.date) == (other.file, other.date)


def batch_to_json(batch: Batch) -> dict[str, Any]:
    """Return a batch as plain values, the file named once for all its paragraphs."""
    return {"när": batch.when, "nya": _by_file(batch.new), "samma": _by_file(batch.renamed)}


def batch_from_json(value: Mapping[str, Any]) -> Batch:
    """Return the batch that `batch_to_json` made plain. Raises KeyError, TypeError or ValueError for anything else."""
    return Batch(str(value["när"]), _names(value["nya"]), _names(value["samma"]))


def _by_file(names: Iterable[Name]) -> dict[str, list[list[Any]]]:
    found: dict[str, list[list[Any]]] = {}
    for name in names:
        found.setdefault(name.file, []).append([name.number, name.date, name.board])
    return found


def _names(files: Mapping[str, Iterable[Sequence[Any]]]) -> tuple[Name, ...]:
    return tuple(Name(file, number, date, board) for file, each in files.items() for number, date, board in each)
