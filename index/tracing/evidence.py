"""The words that a link rests on, quoted from its source.

Always holds: pure; the evidence is verbatim text of the source paragraph and holds the words that name the target,
unless they are printed outside the text (a case number in a page head): then it is the paragraph's first printed line.
"""

from __future__ import annotations

import re

from index.links.ties import Tie
from index.quote import LONGEST
from index.results import CONCLUDED
from index.stored import StoredParagraph
from nlp.acts import Range
from nlp.windows import blocks, sentences


def evidence_range(tie: Tie, source: StoredParagraph) -> Range:
    """Return where the words stand in the source's text: their sentence, cut where it is very long."""
    text = source.paragraph.text
    if tie.kind in CONCLUDED:
        return _title(source)
    named = tie.ranges[0] if tie.ranges else _printed(tie.named, text)
    if named is None:
        return next(blocks(text), Range(0, 0))
    block = next((one for one in blocks(text) if one.start <= named.start < one.end), named)
    sentence = next((one for one in sentences(text, block) if one.start <= named.start < one.end), block)
    return _around(text, named, sentence)


def _title(source: StoredParagraph) -> Range:
    """Return where the title stands, that of a document its first line: what a likeness goes by before all else."""
    places = source.paragraph.title_ranges
    if places:
        return Range(places[0].start, min(places[-1].end, places[0].start + LONGEST))
    return next(blocks(source.paragraph.text), Range(0, 0))


def _printed(number: str, text: str) -> Range | None:
    pattern = r"[\s.\-/:]*".join(re.escape(part) for part in re.split(r"[\s.\-/:]+", number))
    match = re.search(pattern, text, re.IGNORECASE)
    return Range(match.start(), match.end()) if match else None


def _around(text: str, named: Range, sentence: Range) -> Range:
    if sentence.end - sentence.start <= LONGEST:
        return sentence
    room = max(0, LONGEST - (named.end - named.start)) // 2
    start, end = max(sentence.start, named.start - room), min(sentence.end, named.end + room)
    start = start if start == sentence.start else text.find(" ", start, named.start + 1) + 1 or start
    last_blank = text.rfind(" ", named.end, end)
    return Range(start, end if end == sentence.end or last_blank < 0 else last_blank)
