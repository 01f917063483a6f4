"""The nearest that there is of a named meeting or § that there is not.

Always holds: pure; what is named is a meeting of the board that was asked for, where one was, with the § only where
that meeting has it. Leaves out case numbers: the nearest number is another matter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from index.query.parts import Named
from index.stored import Head

_DAY = len("2024-11-21")


def nearest_meeting(name: Named, boards: Collection[str], heads: Iterable[Head]) -> str | None:
    """Return the meeting nearest in time to the one that ``name`` names, as it can be searched for; None without one.

    ``boards`` are the spellings of its board, () where none is named, ``heads`` the paragraphs that may be meant. Of
    two as near it is the later.
    """
    wanted = _day(name.date)
    if wanted is None:
        return None
    meetings = [(head, day) for head in heads if (not boards or head.board in boards) and (day := _day(head.date))]
    if not meetings:
        return None
    least = min(abs(day - wanted) for _, day in meetings)
    chosen, nearest = max(
        (each for each in meetings if abs(each[1] - wanted) == least), key=lambda each: (each[1], each[0].board or "")
    )
    there = [head for head, day in meetings if day == nearest and head.board == chosen.board]
    board = name.board or chosen.board or ""
    number = f"§ {name.number}" if any(head.number == name.number for head in there) and name.number else ""
    return " ".join(part for part in (board, chosen.date, number) if part)


def _day(printed: str | None) -> int | None:
    """Return a day as a number, None where only a month or a year is known: no day is the nearest to that."""
    if printed is None or len(printed) != _DAY:
        return None
    try:
        return date.fromisoformat(printed).toordinal()
    except ValueError:
        return None
