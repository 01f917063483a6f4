"""Who approves a protocol beside the chair, as its cover page says: in a row behind a label, or below each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.lines import Line
from ingest.people import named
from ingest.rows import Cell, rows

# as in "Utses att justera", "Justerare", "Utsedd att justera", "Protokollsjusterare:", "Justeringsperson"
_LABEL = re.compile(
    r"^(?:(?:(?:utses|utsedda?|valda?) )?att justera(?: protokollet)?"
    r"|(?:utsedda? |valda? )?(?:protokolls?)?juster(?:are|ande)|justerings(?:personer|person|ledamot|ledamöter|män))"
    r"(?![\w])(?: för protokollet)?:?\s*",
    re.IGNORECASE,
)
_SAME_EDGE = 4.0  # points
_BETWEEN = re.compile(r",(?! ?\()| och | samt ")


def read_adjusters(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the names as printed; nobody where lines are left for signatures only."""
    made = rows(lines)
    for number, row in enumerate(made):
        for place, cell in enumerate(row):
            label = _LABEL.match(cell.text)
            if label and (names := _behind(cell, label.end(), row[place + 1 :], made[number + 1 :])):
                return tuple(names)
    return ()


def _behind(cell: Cell, at: int, right: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> list[str]:
    """Return the people behind a label: in its cell, in the next one, or in the column below."""
    if rest := cell.text[at:].strip(" :._…"):
        return _names(rest)
    if right and (names := _names(right[0].text)):
        return names + _column(right[0].x0, below)
    return [] if right else _column(cell.x0, below)


def _column(edge: float, below: Sequence[Sequence[Cell]]) -> list[str]:
    """Return the people who stand alone at an edge on the lines right below."""
    names: list[str] = []
    for row in below:
        found = _names(row[0].text) if row and abs(row[0].x0 - edge) < _SAME_EDGE else []
        if not found:
            break
        names += found
    return names


def _names(text: str) -> list[str]:
    """Return the people of a list; nobody where anything else stands there."""
    parts = [part.strip(" ,.") for part in _BETWEEN.split(text) if part.strip(" ,.")]
    return parts if all(named(part) is not None for part in parts) else []
