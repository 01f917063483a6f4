"""Rectangles to mark on a page: the words of a range, one rectangle a line.

Pure geometry. What always holds: every word that the range touches lies in one mark of its own page, and no mark covers
words of two lines or goes back to the left (a word that begins further left begins a new line or column).
"""

from __future__ import annotations

from collections.abc import Iterable

from index.results import Mark
from ingest.records import Box, Span
from nlp.acts import Range


def marks_of(spans: Iterable[Span], place: Range) -> tuple[Mark, ...]:
    """Return the marks of the words of ``place``, in reading order."""
    marks: list[Mark] = []
    for span in spans:
        if span.range.start >= place.end or span.range.end <= place.start:
            continue
        if marks and marks[-1].page == span.page and _goes_on(marks[-1].box, span.box):
            marks[-1] = Mark(span.page, _around(marks[-1].box, span.box))
        else:
            marks.append(Mark(span.page, span.box))
    return tuple(marks)


def _goes_on(line: Box, word: Box) -> bool:
    shared = min(line.bottom, word.bottom) - max(line.top, word.top)
    lower = min(line.bottom - line.top, word.bottom - word.top)
    return 2 * shared > lower and word.x0 >= line.x0


def _around(one: Box, other: Box) -> Box:
    return Box(min(one.x0, other.x0), min(one.top, other.top), max(one.x1, other.x1), max(one.bottom, other.bottom))
