"""When a protocol's adjustment was announced and when the notice was taken down: the appeal time runs in between.

Pure; dates are read behind their label, on its line or the next. What prints no whole date gives None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.dates import find_dates

# "Datum för anslags uppsättande", "Anslaget sätts upp", "Anslås den", "Datum då anslaget publiceras", "Anslagsdatum",
# "Anslag uppsatt", "Tillkännagivits på anslagstavlan den"
_POSTED = re.compile(
    r"\banslag(?:et|ets|s)?\b[^\n]{0,20}?\b(?:uppsätt\w*|uppsatt|sätt(?:s|es) upp|satts upp|publicera[st]\w*)"
    r"|\banslås\b|\banslagsdatum\b|\banslagsdag\b|\banslag(?:et)? den\b|\bpå (?:den digitala )?anslagstavlan(?: den)?\b"
    r"|\b(?:publicerat|anslaget) (?:den|från)\b",
    re.IGNORECASE,
)
# "Datum för anslags nedtagande", "Anslaget tas ned", "avpubliceras", "Anslaget tas bort"
_TAKEN_DOWN = re.compile(
    r"\b(?:nedtag\w*|tas (?:ned|ner|bort)|nedtas|avpublicera\w*|tages ned|avanslag\w*)\b", re.IGNORECASE
)
_WHOLE = len("2024-03-26")
_BEHIND = 60


@dataclass(frozen=True, slots=True)
class Notice:
    """The days (ISO) on which a notice was put up and taken down, as far as printed."""

    posted: str | None = None
    taken_down: str | None = None


def read_notice(lines: Sequence[str]) -> Notice:
    """Return the notice that a page's lines tell of."""
    return Notice(_behind(lines, _POSTED, until=_TAKEN_DOWN), _behind(lines, _TAKEN_DOWN, until=_POSTED))


def _behind(lines: Sequence[str], label: re.Pattern[str], *, until: re.Pattern[str]) -> str | None:
    for number, line in enumerate(lines):
        match = label.search(line)
        if match is None:
            continue
        stop = until.search(line, match.end())
        same = line[match.end() : stop.start() if stop else None][:_BEHIND]
        below = lines[number + 1] if number + 1 < len(lines) and not until.search(lines[number + 1]) else ""
        for text in (same, below):
            found = next((day for _, day in find_dates(text) if len(day) == _WHOLE), None)
            if found is not None:
                return found
    return None
