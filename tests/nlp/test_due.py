"""When something is due: printed date, printed words, and what they mean at the meeting."""

from __future__ import annotations

import pytest

from nlp.due import Due, read_due


@pytest.mark.parametrize(
    ("text", "meeting", "expected"),
    [
        ("redovisa senast den 31 mars 2026", "2025-02-11", Due("2026-03-31", "senast den 31 mars 2026")),
        ("redovisa senast den 31 januari", "2025-02-11", Due(None, "senast den 31 januari", "2026-01-31")),
        ("redovisa senast den 31 januari", None, Due(None, "senast den 31 januari")),
        ("återkomma till mötet i juni", "2025-08", Due(None, "till mötet i juni", "2026-06")),
        ("redovisa under tertial 2", "2025-02-11", Due(None, "under tertial 2", "2025-08")),
        ("återkomma inom två veckor", "2025-02-11", Due(None, "inom två veckor", "2025-02-25")),
        ("svara före årets slut", "2025-02-11", Due(None, "före årets slut", "2025")),
        ("redovisa löpande", "2025-02-11", Due(None, "löpande")),
        ("utreda taxan enligt riktlinjen från 2019", "2025-02-11", Due()),
        ("se över taxan i januari", "2025-02-11", Due()),
        ("redovisa senast den 31 februari", "2025-02-11", Due(None, "senast den 31 februari")),
    ],
)
def test_printed_and_concluded_are_told_apart(text: str, meeting: str | None, expected: Due) -> None:
    """A date is printed, or it is concluded from the meeting's, or there is none; never one in place of another."""
    assert read_due(text, meeting) == expected


def test_a_date_before_the_meeting_is_no_deadline() -> None:
    """As printed: "enligt beslut i nämnden 2023-11-08" is when it was decided, not when it is due."""
    assert read_due("i enlighet med beslut i nämnden 2023-11-08 se över taxan", "2024-02-21").date is None
