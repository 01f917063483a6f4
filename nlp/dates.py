"""Dates as Swedish protocols print them, read as ISO 8601 and reduced to what is printed.

"2024-11-21", "240919", "den 21 november 2024", "31/10 2025", "5.3.2024" give a day, "november 2024" a month, and
where years are asked for "2024" a year. A day without its year ("13/9") is no date: the year would be a guess.
"""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

from nlp.acts import Range

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
"""The Swedish names of the months, January first."""

_MONTHS = {
    **{name: number for number, name in enumerate(MONTHS, start=1)},
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d{2}"

_DATE = re.compile(
    rf"""
    (?<![\d/:.\-])(?:
      (?P<iso_y>{_YEAR})\ ?[-–]\ ?(?P<iso_m>\d{{2}})\ ?[-–]\ ?(?P<iso_d>\d{{2}})(?![\d/]|-\d)     # 2024-11-21
    | (?P<word_d>\d{{1,2}})(?::e)?\ (?P<word_m>{_MONTH})\b\.?,?\ (?P<word_y>{_YEAR})(?!\d)        # 21 november 2024
    | (?P<slash_d>\d{{1,2}})/(?P<slash_m>\d{{1,2}})[ \-](?P<slash_y>{_YEAR})(?![\d:/])            # 31/10 2025
    | (?P<dot_d>\d{{1,2}})\.(?P<dot_m>\d{{1,2}})\.(?P<dot_y>{_YEAR})(?!\d)                        # 5.3.2024
    | (?P<solid_y>{_YEAR})(?P<solid_m>\d{{2}})(?P<solid_d>\d{{2}})(?![\d\-/:])                    # 20240919
    | (?P<short_y>[0-4]\d)(?P<short_m>\d{{2}})(?P<short_d>\d{{2}})(?![\d\-/:.,]\d|\d|\ (?:kr|tkr|kronor))  # 240919
    | (?P<month_y>{_YEAR})-(?P<month_m>\d{{2}})(?![\d\-/:])                                       # 2024-11
    )
    | \b(?P<named_m>{_MONTH})\b\.?\ (?P<named_y>{_YEAR})(?!\d)                                     # november 2024
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_ALONE_YEAR = re.compile(rf"(?<![\d/:.,\-–]){_YEAR}(?![\d/:]|[-–.,]\d| ?(?:kr|tkr|kronor)\b)")
_SHAPES = ("iso", "word", "slash", "dot", "solid", "short", "month", "named")


@lru_cache(maxsize=512)
def find_dates(text: str, *, years: bool = False) -> tuple[tuple[Range, str], ...]:
    """Return the printed dates of ``text`` in reading order, with bare years ("2024") too when ``years`` is true."""
    if _DIGIT.search(text) is None:
        return ()
    found = [(Range(*match.span()), value) for match in _DATE.finditer(text) if (value := _value(match))]
    if years:
        found += [(Range(*m.span()), m[0]) for m in _ALONE_YEAR.finditer(text) if not _inside(m, found)]
    return tuple(sorted(found))


def _inside(match: re.Match[str], found: list[tuple[Range, str]]) -> bool:
    return any(r.start <= match.start() < r.end for r, _ in found)


def _value(match: re.Match[str]) -> str | None:
    """Put a match into ISO form; None when no such day is in the calendar ("2024-13-40")."""
    shape = next(s for s in _SHAPES if match[f"{s}_m"])
    year, month = _full_year(match[f"{shape}_y"]), _month_number(match[f"{shape}_m"])
    if not 1 <= month <= len(calendar.month_name) - 1:
        return None
    if shape in ("month", "named"):
        return f"{year:04}-{month:02}"
    day = int(match[f"{shape}_d"])
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= calendar.monthrange(year, month)[1] else None


def _full_year(digits: str) -> int:
    """Read "24" as 2024: the short form is used by protocols of this century only."""
    return int(digits) if len(digits) > len("24") else 2000 + int(digits)


def _month_number(printed: str) -> int:
    return int(printed) if printed.isdigit() else _MONTHS[printed.lower()]
