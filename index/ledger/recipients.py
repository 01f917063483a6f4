"""Recipients of assignments, one by one and in one spelling: "HSN och regiondirektören" are two.

Always holds: pure. A recipient is parted only where both parts name somebody: "nämnden för kultur och fritid" is one.
Short names of boards become their names. What somebody is called in print is kept beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.boards import BoardName
from nlp.assignment_words import SOMEBODY

# " och " behind a joint hyphen joins words, not recipients: "hälso- och sjukvårdsdirektören"
_BETWEEN = re.compile(r"\s*(?:,\s*(?:och|samt)?|(?<!-)\s(?:och|samt|respektive))\s+")
_EDGES = re.compile(r"^(?:den |det |de |dess |vår |våra |sin |sitt )|[\s.,:;]+$", re.IGNORECASE)


def recipients_of(printed: str, boards: Sequence[BoardName]) -> tuple[str, ...]:
    """Return the recipients that ``printed`` names, in lower case and in order; () where nothing is printed."""
    found = dict.fromkeys(_normal(part, boards) for part in _parted(printed.strip()))
    return tuple(one for one in found if one)


def _parted(printed: str) -> list[str]:
    parts = [part for part in _BETWEEN.split(printed) if part]
    grouped: list[str] = []
    at = 0
    for part in parts:
        at = printed.index(part, at)
        if grouped and not (SOMEBODY.search(part) and SOMEBODY.search(grouped[-1])):
            start = printed.index(grouped[-1])
            grouped[-1] = printed[start : at + len(part)]
        else:
            grouped.append(part)
        at += len(part)
    return grouped


def _normal(part: str, boards: Sequence[BoardName]) -> str:
    bare = _EDGES.sub("", _EDGES.sub("", part.strip()))
    known = next((board.name for board in boards if bare in (board.abbreviation, *board.spellings)), bare)
    return " ".join(known.lower().split())
