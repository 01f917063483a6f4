"""What a protocol contradicts itself in, told to those who read it in: votes whose counts and names disagree.

Nothing is missing and nothing is changed; the printed count stays what it is. Each doubt names the page and the cure.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.records import Document, Paragraph
from nlp.acts import Range

_VOTES = {"yes": "ja-röster", "no": "nej-röster", "abstain": "som avstår"}


def doubts_of(document: Document) -> tuple[tuple[int, str], ...]:
    """Return (page, Swedish sentence with the cure) for each count of a vote that its printed names do not bear out."""
    return tuple(doubt for paragraph in document.paragraphs for doubt in _of_paragraph(paragraph))


def _of_paragraph(paragraph: Paragraph) -> Iterator[tuple[int, str]]:
    for vote in paragraph.acts.votes:
        for one in vote.mismatches:
            told = f"{one.printed} {_VOTES[one.vote]} är tryckta men {one.named} namn"
            number = f"§ {paragraph.number}: " if paragraph.number is not None else ""
            yield _page(paragraph, vote.ranges), f"{number}{told}. Jämför omröstningen med sidan."


def _page(paragraph: Paragraph, ranges: tuple[Range, ...]) -> int:
    """The page on which the first of ``ranges`` begins."""
    start = min((r.start for r in ranges), default=0)
    return next((span.page for span in paragraph.spans if span.range.end > start), paragraph.page_first)
