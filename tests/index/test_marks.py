"""The words of a range become one rectangle a line."""

from __future__ import annotations

from index.marks import marks_of
from index.results import Mark
from ingest.records import Box, Span
from nlp.acts import Range
from tests.index.builders import laid_out

TEXT = "ett två tre fyra fem sex sju åtta nio tio"


def test_one_mark_a_line() -> None:
    """Words of a line share one rectangle; a new line begins a new one; nothing outside the range is covered."""
    spans, _ = laid_out(TEXT, 3)
    first, last = TEXT.index("sju"), TEXT.index("nio") + 3
    seven, eight, nine = (spans[n].box for n in (6, 7, 8))
    assert marks_of(spans, Range(first, last)) == (
        Mark(3, Box(seven.x0, seven.top, eight.x1, eight.bottom)),
        Mark(3, nine),
    )


def test_part_of_a_word_marks_the_word() -> None:
    """A range that begins or ends within a word marks that whole word; an empty one marks nothing."""
    spans, _ = laid_out(TEXT, 1)
    assert marks_of(spans, Range(1, 5)) == marks_of(spans, Range(0, 7))
    assert marks_of(spans, Range(3, 4)) == ()


def test_pages_and_columns_are_kept_apart() -> None:
    """A word on another page, or further left at the same height, is never drawn into the mark before it."""
    box = Box(100, 50, 120, 60)
    left = Box(40, 50, 60, 60)
    spans = [Span(Range(0, 3), 1, box), Span(Range(4, 7), 1, left), Span(Range(8, 11), 2, box)]
    assert marks_of(spans, Range(0, 11)) == (Mark(1, box), Mark(1, left), Mark(2, box))
