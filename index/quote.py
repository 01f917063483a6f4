"""The best verbatim quote of a text for a query, and the words in it that are the query's.

Always holds: pure; a quote is a slice of the text of at most `LONGEST` characters inside one printed block, and begins
and ends on visible characters. Leaves out which text is quoted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nlp.acts import Range
from nlp.analysis import matches, standing
from nlp.windows import blocks, cut_at_words, sentences

LONGEST = 300


@dataclass(frozen=True, slots=True)
class Quote:
    """A slice of a text: where it stands there, and which ranges inside the slice carry words of the query."""

    text: str
    range: Range
    marked: tuple[Range, ...]


def best_quote(text: str, within: Range, weights: Mapping[str, float]) -> Quote:
    """Return the slice of ``text`` inside ``within`` whose words weigh most; of equals the first that says something.

    "Enligt kommunstyrelsens förslag:" says nothing without what follows. ``weights`` are the query's stems with what
    each is worth; a stem counts once.
    """
    standing_there = standing(text[within.start : within.end], weights)
    there = sorted((within.start + start, stem) for start, stem in standing_there)
    every = frozenset(stem for _, stem in there)
    best, most = Range(within.start, within.start), (-1.0, False)
    for window, stems in _windows(text, within, there):
        found = sum(weights[stem] for stem in sorted(stems))
        worth = (found, text[window.end - 1 : window.end] != ":")
        if worth > most:
            best, most = window, worth
        if stems == every and worth[1]:
            break
    quoted = text[best.start : best.end]
    return Quote(quoted, best, matches(quoted, weights))


def _windows(text: str, within: Range, there: Sequence[tuple[int, str]]) -> Iterator[tuple[Range, frozenset[str]]]:
    """Yield, from each sentence on, as many sentences of its block as fit, and which stems ``there`` they have."""
    for block in blocks(text, within):
        parts = [part for one in sentences(text, block) for part in cut_at_words(text, one, LONGEST)]
        for first, start in enumerate(parts):
            last = first
            while last + 1 < len(parts) and parts[last + 1].end - start.start <= LONGEST:
                last += 1
            end = parts[last].end
            yield Range(start.start, end), frozenset(stem for at, stem in there if start.start <= at < end)
