"""Printed lines become one text that knows where every word stands.

Owns joining: lines of one block by a blank, or by nothing where a hyphen only broke a word; blocks by a newline. Every
word written keeps its character range, page and box, so that any range of the text leads back to the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.lines import Line, Word
from ingest.records import Span
from nlp.acts import Range

_HYPHEN_END = re.compile(r"(?<=\w)[-\u2010]$")
_RANGE_END = re.compile(r"\d[–-]$")  # "2023–" and "2026" on the next line
# "vård- och omsorgsnämnden", "kommun- samt regionnivå": the hyphen stands for the rest of the word
_SUSPENDED = frozenset(("och", "eller", "samt", "respektive", "men", "till", "som", "utan", "/"))
_LOWER = 0.5  # times the type: a word this far below the one before stands on another line
_OWN_HYPHEN = re.compile(r"(?:[A-ZÅÄÖ].*[A-ZÅÄÖ]|\d|^[A-ZÅÄÖ]$|^(?:icke|ex|vice|e|it)$)")


@dataclass(frozen=True)
class Vocabulary:
    """The words that a document prints inside its lines: the witness of how a broken word is spelt."""

    words: frozenset[str]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Vocabulary:
        """Gather all words but the last of every line, which may be broken."""
        return cls(frozenset(_bare(w.text) for line in lines for w in line.words[:-1]))

    def keeps_hyphen(self, first: str, second: str) -> bool:
        """Tell whether "first-" at a line end and "second" on the next line are joined with the hyphen kept."""
        stem = first[:-1]
        if not second[:1].islower() or _OWN_HYPHEN.search(stem.rpartition("-")[2]):
            return True
        whole, hyphened = _bare(stem + second), _bare(first + second)
        return hyphened in self.words and whole not in self.words


def _hyphen_is_dash(before: str, word: str) -> bool:
    """A hyphen that stands for a word's rest ("vård- och"), or for a dash ("uppdrag- Genomlysning"), joins nothing."""
    return word.lower() in _SUSPENDED or (before[:1].islower() and word[:1].isupper())


def _bare(word: str) -> str:
    return word.strip(".,;:!?()[]\"'”“’»«").lower()


class Writer:
    """Writes blocks of lines into one growing text."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Begin an empty text; ``vocabulary`` decides about hyphens at line ends."""
        self._vocabulary = vocabulary
        self._parts: list[str] = []
        self._length = 0
        self._spans: list[Span] = []

    def block(self, lines: Sequence[Line]) -> Range:
        """Write the lines as one block and return its range."""
        return self.words([line.words for line in lines], [line.page for line in lines])

    def words(self, rows: Sequence[Sequence[Word]], pages: Sequence[int]) -> Range:
        """Write rows of words as one block; ``pages`` holds the page of each row."""
        self._new_block()
        start = self._length
        before: str | None = None
        for row, page in zip(rows, pages, strict=True):
            for place, word in enumerate(row):
                if place:
                    self._put(" ")
                elif before is not None:
                    self._join(before, word.text)
                self._place(word, page)
                before = word.text
        return Range(start, self._length)

    def row(self, cells: Sequence[Sequence[Word]], page: int) -> Range:
        """Write a table row as one block, its cells separated by tabs; an empty cell is an empty sequence.

        A cell may take several lines: they are joined as lines of a block are.
        """
        self._new_block()
        start = self._length
        for number, cell in enumerate(cells):
            if number:
                self._put("\t")
            self._cell(cell, page)
        return Range(start, self._length)

    def _cell(self, words: Sequence[Word], page: int) -> None:
        for before, word in pairwise([None, *words]):
            if word is None:
                continue
            if before is not None and word.base - before.base > _LOWER * word.size:
                self._join(before.text, word.text)
            elif before is not None:
                self._put(" ")
            self._place(word, page)

    @property
    def length(self) -> int:
        """How many characters are written."""
        return self._length

    def done(self) -> tuple[str, tuple[Span, ...]]:
        """Return the text and its words' places."""
        return "".join(self._parts), tuple(self._spans)

    def _new_block(self) -> None:
        if self._length:
            self._put("\n")

    def _join(self, before: str, word: str) -> None:
        """Join the last word of a line with the first of the next."""
        if _RANGE_END.search(before) and word[:1].isdigit():
            return
        if not _HYPHEN_END.search(before) or _hyphen_is_dash(before, word):
            self._put(" ")
        elif not self._vocabulary.keeps_hyphen(before, word):
            self._drop_hyphen()

    def _drop_hyphen(self) -> None:
        self._parts[-1] = self._parts[-1][:-1]
        self._length -= 1
        last = self._spans[-1]
        self._spans[-1] = Span(Range(last.range.start, last.range.end - 1), last.page, last.box)

    def _place(self, word: Word, page: int) -> None:
        start = self._length
        self._put(word.text)
        self._spans.append(Span(Range(start, self._length), page, word.box))

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
