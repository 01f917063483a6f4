"""Cutting running text where a reader would: at blocks, then at sentences, then at words.

Always holds: ranges are given in the text handed in, ascend, do not overlap, and begin and end on visible characters.
Leaves out what a sentence is: `nlp.sentences` knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nlp.acts import Range
from nlp.sentences import quick_sentences

_VISIBLE = re.compile(r"\S(?:.*\S)?", re.DOTALL)


def blocks(text: str, within: Range | None = None) -> Iterator[Range]:
    """Yield the printed blocks (lines) of ``text``, blank ones left out."""
    at, stop = (within.start, within.end) if within else (0, len(text))
    for line in text[at:stop].split("\n"):
        yield from _visible(text, Range(at, at + len(line)))
        at += len(line) + 1


def sentences(text: str, within: Range) -> Iterator[Range]:
    """Yield the sentences of the part ``within`` of ``text``; none reaches over the end of a block."""
    for sentence in quick_sentences(text[within.start : within.end]):
        yield sentence.shifted(within.start)


def passages(text: str, pieces: Iterable[Range], *, longest: int) -> Iterator[Range]:
    """Yield ``pieces`` of ``text`` joined while they follow each other and fit ``longest`` characters.

    A piece that is longer by itself is cut at sentences, a sentence that is longer at words.
    """
    current: Range | None = None
    for piece in _fitting(text, pieces, longest):
        follows = current is not None and not text[current.end : piece.start].strip()
        if current is not None and follows and piece.end - current.start <= longest:
            current = Range(current.start, piece.end)
            continue
        if current is not None:
            yield current
        current = piece
    if current is not None:
        yield current


def cut_at_words(text: str, piece: Range, longest: int) -> Iterator[Range]:
    """Yield ``piece`` in parts of at most ``longest`` characters that end between words where there is a blank."""
    start = piece.start
    while piece.end - start > longest:
        blank = text.rfind(" ", start + 1, start + longest + 1)
        end = blank if blank > 0 else start + longest
        yield from _visible(text, Range(start, end))
        start = end
    yield from _visible(text, Range(start, piece.end))


def _fitting(text: str, pieces: Iterable[Range], longest: int) -> Iterator[Range]:
    for piece in pieces:
        if piece.end - piece.start <= longest:
            yield piece
            continue
        for sentence in sentences(text, piece):
            yield from cut_at_words(text, sentence, longest)


def _visible(text: str, piece: Range) -> Iterator[Range]:
    match = _VISIBLE.search(text, piece.start, piece.end)
    if match:
        yield Range(match.start(), match.end())
