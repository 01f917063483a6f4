"""Printed blocks of a section: its lines with their bullets and numbers told apart from their words.

A block's range leaves out the marker ("1. ", "- ", "• ", "a) ") and the white space at its ends. Acts are built
from ranges: ``joined`` gives the text that a set of ranges stands for, and nothing else may.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from nlp.acts import Range
from nlp.sentences import quick_sentences

# "1. ", "12) ", "a) ", "- ", "– ", "• ": what stands before a point; "2024 " is none
_MARKER = re.compile(r"\s*(?:(?P<number>\(?\d{1,2}[.)](?!\d)|\(?[a-h]\))|(?P<bullet>[-–—•*·▪●○o](?=\s)|[•▪●○]))\s*")


@dataclass(frozen=True, slots=True)
class Block:
    """One printed block; ``marker`` is "number", "bullet" or "" and ``range`` is what stands after the marker."""

    range: Range
    marker: str
    text: str

    @property
    def introduces(self) -> bool:
        """Whether the block ends with a colon, so that what follows belongs to it."""
        return self.text.endswith(":")


@lru_cache(maxsize=64)
def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a section's text in order; empty lines are none."""
    found = (_block(text, m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    return tuple(b for b in found if b.text)


def _block(text: str, start: int, end: int) -> Block:
    marker = _MARKER.match(text, start, end)
    kind = "" if marker is None else str(marker.lastgroup)
    begin = start if marker is None else marker.end()
    stripped = text[begin:end].strip()
    begin += len(text[begin:end]) - len(text[begin:end].lstrip())
    return Block(Range(begin, begin + len(stripped)), kind, stripped)


def joined(text: str, ranges: Iterable[Range]) -> str:
    """Return the words that ``ranges`` cover, joined by blanks."""
    return " ".join(text[r.start : r.end].replace("\n", " ") for r in ranges)


def sentences_in(text: str, span: Range) -> tuple[Range, ...]:
    """Return the sentences of one block as ranges of the whole section's text."""
    return tuple(r.shifted(span.start) for r in quick_sentences(text[span.start : span.end]))
