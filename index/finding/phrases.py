"""Where a row of words stands in a text, and the quote around it.

Always holds: pure; what stands between the words (blanks, commas, line ends) says nothing, and neither does case: the
same as when the lexical index is asked for a row of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from index.quote import LONGEST, Quote
from nlp.acts import Range
from nlp.analysis import spelled
from nlp.windows import blocks, sentences


def occurrences(text: str, phrase: str) -> Iterator[Range]:
    """Yield where the words of ``phrase`` stand in a row in ``text``."""
    pattern = _pattern(phrase)
    return (Range(*match.span()) for match in pattern.finditer(text)) if pattern else iter(())


def quote_around(text: str, phrases: Iterable[str], preferred: Range) -> Quote | None:
    """Return the sentence that has a phrase, if possible within ``preferred``; None where none is in one block."""
    found = [
        place for phrase in phrases for place in occurrences(text, phrase) if "\n" not in text[place.start : place.end]
    ]
    if not found:
        return None
    inside = [place for place in found if preferred.start <= place.start and place.end <= preferred.end]
    chosen = _around(text, (inside or found)[0])
    return Quote(text[chosen.start : chosen.end], chosen, ())


def marked_with(quote: Quote, phrases: Iterable[str]) -> tuple[Range, ...]:
    """Return the marks of a quote and those of the phrases in it, where they touch as one."""
    places = sorted([*quote.marked, *(place for phrase in phrases for place in occurrences(quote.text, phrase))])
    joined: list[Range] = []
    for place in places:
        if joined and place.start < joined[-1].end:
            joined[-1] = Range(joined[-1].start, max(joined[-1].end, place.end))
        else:
            joined.append(place)
    return tuple(joined)


@lru_cache(maxsize=256)
def _pattern(phrase: str) -> re.Pattern[str] | None:
    row = spelled(phrase)
    between = r"[\W_]+".join(map(re.escape, row))
    return re.compile(rf"(?<![^\W_]){between}(?![^\W_])", re.IGNORECASE) if row else None


def _around(text: str, named: Range) -> Range:
    """Return the sentences that ``named`` touches, cut at words where they are too long for a quote."""
    block = next((one for one in blocks(text) if one.start <= named.start < one.end), named)
    touched = [one for one in sentences(text, block) if one.start < named.end and named.start < one.end] or [named]
    whole = Range(touched[0].start, touched[-1].end)
    if whole.end - whole.start <= LONGEST:
        return whole
    room = max(0, LONGEST - (named.end - named.start)) // 2
    start = max(whole.start, named.start - room)
    end = min(whole.end, named.end + room, start + LONGEST)
    if start > whole.start:
        start = text.find(" ", start, named.start) + 1 or named.start
    if end < whole.end:
        blank = text.rfind(" ", named.end, end)
        end = blank if blank > 0 else max(named.end, start) if named.end - start <= LONGEST else start + LONGEST
    return Range(start, end)
