"""Heads of paragraphs: does a line open a §, and with which number, case number and words behind it?

Forms: "§ 28 Title", "VON § 22      Dnr 2024/12", "SN § 29 Title SN/2026:102", "13 § Title", "§ 58 Ärendenummer
SLK-2025-00100", "§ 16 forts.", "§ 7/2025", "§ 45/24",
"§ 12: Title". Whether a line that could be a head is one is judged in
``ingest.segment``, where all are seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.lines import Line

_SIGNS = ("§", "Paragraf", "PARAGRAF")
_PREFIX = r"(?:(?P<prefix>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,9}(?:[ \-/](?:AU|au|[A-ZÅÄÖ]{2,5}))?)\s+)?"
SIGN_FIRST = re.compile(
    rf"{_PREFIX}(?:§|Paragraf|PARAGRAF)\s*(?P<number>\d{{1,4}})(?:[/:](?:19|20)?\d\d)?(?![\d–\-/]|:\d)(?P<rest>.*)"
)
NUMBER_FIRST = re.compile(r"(?P<prefix>)(?P<number>\d{1,4})\s*§(?!§)(?P<rest>.*)")
_CONTINUED = re.compile(r"[\s,(\-–]*forts(?:ättning|\.)?(?!\w)[\s,.)]*(?:från föregående sida)?", re.IGNORECASE)
# What may not follow the number of a head: running text goes on ("§ 121.", "§ 12, andra stycket", "§ 3 i reglementet").
_RUNNING_ON = re.compile(r"\s*(?:[.,;:)](?!\s*[A-ZÅÄÖ])|\s[a-zåäö])")


@dataclass(frozen=True, slots=True)
class Head:
    """A line that may open a paragraph. ``rest`` is what stands behind the number, ``at`` where that begins."""

    number: int
    prefix: str
    rest: str
    at: int
    continued: bool


def head_of(line: Line) -> Head | None:
    """Return the head that a line may be, or None."""
    if not any(sign in line.text for sign in _SIGNS):
        return None  # told from most lines without a pattern
    text = line.text.strip()
    match = SIGN_FIRST.fullmatch(text) or NUMBER_FIRST.fullmatch(text)
    if match is None or not int(match["number"]) > 0:
        return None
    rest = match["rest"]
    continued = _CONTINUED.match(rest)
    if continued is None and _RUNNING_ON.match(rest):
        return None
    at = match.start("rest") + (continued.end() if continued else 0)
    return Head(
        int(match["number"]),
        match["prefix"] or "",
        rest[continued.end() :].strip() if continued else rest.strip(" .:\t"),
        at,
        continued is not None,
    )
