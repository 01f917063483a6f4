"""Arithmetic with dates as protocols print them: whole ("2024-11-21") or reduced ("2024-11", "2024"). Pure."""

from __future__ import annotations

from datetime import date


def days_between(one: str | None, other: str | None) -> int | None:
    """Return the days from ``one`` to ``other``, None unless both are whole days of the calendar."""
    first, last = _day(one), _day(other)
    return None if first is None or last is None else (last - first).days


def is_past(until: str, day: str) -> bool:
    """Whether the span that ``until`` names ends before ``day`` begins; a reduced date ends with its month or year."""
    return until < day[: len(until)]


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso and len(iso) == len("2024-11-21") else None
    except ValueError:
        return None
