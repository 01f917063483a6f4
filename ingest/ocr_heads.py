"""Heads of paragraphs that the reading of a damaged page's image lost, taken from the page's text layer.

A damaged layer still has its figures and section signs; the image has the letters. What always holds: only the number
and its sign come from the layer, the title from the image, unless the image has no line there at all.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from ingest.heads import Head, head_of
from ingest.lines import Line, Page, Word
from ingest.ocr import Recognised

_SAME_LINE = 0.6  # of the type's size
_STRAIGHT = 0.001  # of a page's slant: both readings lie alike


def with_heads(seen: Recognised, printed: Page) -> Recognised:
    """Return the reading of an image with the heads that only the page's text layer shows."""
    if seen.turn or abs(seen.back[1]) > _STRAIGHT:
        return seen
    found = {head.number for line in seen.page.lines if (head := head_of(line)) is not None}
    lines = list(seen.page.lines)
    for line in printed.lines:
        head = head_of(line)
        if head is not None and head.number not in found:
            _put(line, head, lines)
    return replace(seen, page=replace(seen.page, lines=tuple(lines)))


def _put(printed: Line, head: Head, lines: list[Line]) -> None:
    """Put the number of a printed head before the words that the image shows beside it."""
    at = next((n for n, line in enumerate(lines) if abs(line.base - printed.base) < _SAME_LINE * printed.size), None)
    if at is None:
        lines.insert(sum(line.base < printed.base for line in lines), printed)
        return
    beside = lines[at]
    number = _number_words(printed, head, beside)
    edge = number[-1].box.x1
    rest = tuple(word for word in beside.words if (word.box.x0 + word.box.x1) / 2 > edge)
    lines[at] = replace(beside, words=(*number, *rest))


def _number_words(printed: Line, head: Head, beside: Line) -> tuple[Word, ...]:
    """Return the words up to the number and its sign, in the type of the line that the image shows."""
    ends = accumulate(len(word.text) + 1 for word in printed.words)
    words = [word for word, end in zip(printed.words, ends, strict=True) if end <= head.at + 1] or [printed.words[0]]
    like = beside.words[-1]
    return tuple(word._replace(size=like.size, bold=like.bold, base=beside.base) for word in words)
