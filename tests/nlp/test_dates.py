"""Dates as printed."""

from __future__ import annotations

import pytest

from nlp.dates import find_dates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-11-21", "2024-11-21"),
        ("den 21 november 2024", "2024-11-21"),
        ("240919", "2024-09-19"),
        ("20240919", "2024-09-19"),
        ("31/10 2025", "2025-10-31"),
        ("november 2024", "2024-11"),
        ("2024-11", "2024-11"),
        ("5.3.2024", "2024-03-05"),
    ],
)
def test_dates_are_read_as_iso_and_no_finer_than_printed(text: str, value: str) -> None:
    """A day stays a day and a month a month."""
    assert [v for _, v in find_dates(text)] == [value]


@pytest.mark.parametrize(
    "text", ["13/9", "2024-13-40", "den 31 februari 2024", "Nr 262210", "240 919 kr", "2024/12", "2024"]
)
def test_what_is_no_date_or_would_need_a_guess_is_left_out(text: str) -> None:
    """A day without a year, an impossible day and other numbers are no dates."""
    assert find_dates(text) == ()


def test_years_are_found_only_when_asked_for() -> None:
    """A bare year counts only for those who want it."""
    assert find_dates("klart under 2026") == ()
    assert [v for _, v in find_dates("klart under 2026, senast 2026-05-01", years=True)] == ["2026", "2026-05-01"]
