"""Times of plans, reduced to what is printed."""

from __future__ import annotations

import pytest

from nlp.acts import SectionKind, SectionText
from nlp.plans import read_plan, span_of


@pytest.mark.parametrize(
    ("printed", "span"),
    [
        ("2025-03-01", (None, "2025-03-01")),
        ("mars 2025", (None, "2025-03")),
        ("kvartal 2 2025", (None, "2025")),
        ("september", (None, None)),
        ("mars–maj 2025", ("2025-03", "2025-05")),
        ("mars till maj 2025", ("2025-03", "2025-05")),
        ("2025-01-15 – 2025-02-28", ("2025-01-15", "2025-02-28")),
        ("250115", (None, "2025-01-15")),
    ],
)
def test_span(printed: str, span: tuple[str | None, str | None]) -> None:
    """A time is its last day, month or year; a year is never guessed, and stands for both months of a span."""
    assert span_of(printed) == span


def test_plan_of_a_table_over_two_pages() -> None:
    """A head that is printed again is no row, and what goes on below it belongs to the row above."""
    head = "Aktivitet\tStart\tSlut\tAnsvarig"
    text = f"{head}\nEnkät till\t\tmars 2025\tUtredaren\n{head}\nalla föräldrar\t\t"
    _, (activity,) = read_plan(SectionText(SectionKind.OTHER, "", text, 0), listed=False, steps=True)
    assert (activity.name, activity.start, activity.end, activity.responsible) == (
        "Enkät till alla föräldrar",
        None,
        "2025-03",
        "Utredaren",
    )
    assert text[activity.ranges[0].start : activity.ranges[0].end].startswith("Enkät till")


def test_running_text_of_a_plan_is_no_milestone() -> None:
    """A condition that names a year, and what was done before, are no steps."""
    text = "Om styrelsen säger ja under 2025 kan planen hållas. En förstudie redovisades i mars 2023."
    assert read_plan(SectionText(SectionKind.OTHER, "", text, 0), listed=True, steps=True) == ((), ())
