"""The values behind a filter's name: how far they reach, and what they say.

Always holds: pure; what cannot be understood is handed back as typed, with a sentence that says what can.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.query.words import Field, choice, no_such_choice
from nlp.casenumbers import find_case_numbers
from nlp.dates import find_dates

STRICT = frozenset({Field.KIND, Field.OUTCOME, Field.YEAR, Field.SINCE, Field.UNTIL, Field.DATE, Field.NUMBER})
"""Filters that tell by themselves whether a value is one; a name with a blank behind its colon may be plain text."""
_DATES = frozenset({Field.SINCE, Field.UNTIL, Field.DATE})

_ITEM = re.compile(r'"(?P<quoted>[^"]*)"?|(?P<bare>[^\s",]+)')
_YEARS = re.compile(
    r"(?P<first>(?:1[89]|2[01])\d{2})(?:(?P<dash>[-–—])(?P<last>(?:1[89]|2[01])\d{2})?)?"
    r"|[-–—](?P<until>(?:1[89]|2[01])\d{2})"
)
_FURTHEST = 40
"""No date and no case number is longer."""


@dataclass(frozen=True, slots=True)
class Read:
    """Values as ``typed`` and as ``understood`` (None when they are not), and where they end."""

    typed: tuple[str, ...]
    understood: tuple[str, ...] | None
    end: int


def read(field: Field, text: str, start: int) -> Read:
    """Return the values of ``field`` that begin at ``start``."""
    if field in _DATES or field is Field.CASE:
        running = _running(field, text, start)
        if running is not None:
            return running
    typed, end = items(text, start)
    return Read(typed, _understood(field, typed), end)


def items(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """Return the list of values that begins at ``start``, parted by commas, and where it ends; empty ones left out."""
    found: list[str] = []
    end = start
    while match := _ITEM.match(text, end):
        found.append(" ".join((match["quoted"] if match["bare"] is None else match["bare"]).split()))
        end = match.end()
        if text[end : end + 1] != ",":
            break
        end += 1
    return tuple(value for value in found if value), end


def fault(field: Field, typed: tuple[str, ...]) -> str:
    """Return what is said of values that ``field`` cannot have."""
    if not typed:
        return f"Filtret {field}: saknar värde."
    if field in (Field.KIND, Field.OUTCOME):
        return no_such_choice(field, next(value for value in typed if choice(field, value) is None))
    example = {
        Field.YEAR: "år:2024, år:2022-2024, år:2022- eller år:-2024",
        Field.NUMBER: "§ 231",
    }.get(field, f"{field}:2024-11-21, {field}:2024-11 eller {field}:2024")
    return f'{field}: "{", ".join(typed)}" går inte att förstå. Skriv {example}.'


def _running(field: Field, text: str, start: int) -> Read | None:
    """Return a date or case number with blanks in it that begins at ``start`` without quotation marks."""
    ahead = text[start : start + _FURTHEST]
    if field is Field.CASE:
        for spelling in (ahead, ahead.upper()):
            for place, _ in find_case_numbers(spelling) if len(spelling) == len(ahead) else ():
                if place.start == 0 and place.end < _FURTHEST and not _goes_on(ahead, place.end):
                    typed = ahead[: place.end]
                    return Read((typed,), (typed,), start + place.end)
        return None
    for place, iso in find_dates(ahead, years=True):
        if place.start == 0 and not _goes_on(ahead, place.end):
            return Read((ahead[: place.end],), (iso,), start + place.end)
    return None


def _goes_on(text: str, end: int) -> bool:
    return text[end : end + 1] not in ("", " ", '"')


def _understood(field: Field, typed: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the values in the form in which they are kept, None when they are none or one of them is not one."""
    if not typed:
        return None
    kept = [_one(field, value) for value in typed]
    known = tuple(dict.fromkeys(value for value in kept if value is not None))
    single = field in _DATES or field in (Field.YEAR, Field.NUMBER)
    return None if None in kept or (single and len(known) > 1) else known


def _one(field: Field, value: str) -> str | None:
    if field in (Field.KIND, Field.OUTCOME):
        return choice(field, value)
    if field is Field.YEAR:
        return _years(value)
    if field in _DATES:
        return next(
            (iso for place, iso in find_dates(value, years=True) if place.end - place.start == len(value)), None
        )
    if field is Field.NUMBER:
        bare = value.removeprefix("§").strip()
        return str(int(bare)) if bare.isascii() and bare.isdecimal() and len(bare) <= len("9999") else None
    return value


def _years(value: str) -> str | None:
    match = _YEARS.fullmatch("".join(value.split()))
    if match is None:
        return None
    if match["until"]:
        return f"-{match['until']}"
    first, last = match["first"], match["last"]
    if match["dash"] is None:
        return first
    return None if last is not None and last < first else f"{first}-{last or ''}"
