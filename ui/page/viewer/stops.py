"""The places of a paragraph at which a reader can stop: what it records, in order, and the words that were asked for.

Pure. What goes on over a page break is a stop on each of its pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from index.items import FIELDS, items_of
from index.library import StoredParagraph
from index.stored import ItemKind
from nlp.acts import Range

KINDS = (
    ItemKind.DECISION,
    ItemKind.MOTION,
    ItemKind.VOTE,
    ItemKind.RESERVATION,
    ItemKind.NOTE,
    ItemKind.ASSIGNMENT,
    ItemKind.ASSIGNMENT_CHANGE,
    ItemKind.REPORT,
    ItemKind.RECUSAL,
    ItemKind.NOT_PARTICIPATING,
)


@dataclass(frozen=True, slots=True)
class Stop:
    """A page of a place. ``kind`` is the list of acts that it is in, "" for words that are none of them.

    ``part`` of ``parts`` tells which page of it this is.
    """

    kind: str
    pieces: tuple[Range, ...]
    page: int
    part: int = 1
    parts: int = 1


def stops_of(stored: StoredParagraph, words: tuple[Range, ...]) -> tuple[Stop, ...]:
    """Return the stops of a paragraph in the order of its text; ``words`` are those asked for, () for none."""
    places = {act.ranges: FIELDS[kind] for kind, _, act in items_of(stored.paragraph.acts) if kind in KINDS}
    places.pop((), None)
    if words:
        places.setdefault(words, "")
    ordered = sorted(places, key=lambda pieces: (pieces[0].start, pieces[-1].end))
    return tuple(stop for pieces in ordered for stop in _stops(stored, pieces, places[pieces]))


def here(stops: tuple[Stop, ...], words: tuple[Range, ...], page: int) -> int | None:
    """Return which stop the reader is at, None when these words are not on this page."""
    return next((at for at, stop in enumerate(stops) if stop.pieces == words and stop.page == page), None)


def quoted(stored: StoredParagraph, words: tuple[Range, ...]) -> str:
    """Return the words as they are quoted: pieces joined by blanks, lines of the page no longer seen."""
    text = stored.paragraph.text
    return " ".join(" ".join(text[one.start : one.end].split()) for one in words)


def on_page(stored: StoredParagraph, words: tuple[Range, ...], page: int) -> tuple[str, ...]:
    """Return what of the words stands on a page, piece by piece."""
    text = stored.paragraph.text
    cuts = sorted({start for start, _ in stored.page_starts} | {0, len(text)})
    found = []
    for one in words:
        for start, end in pairwise(cuts):
            first, last = max(start, one.start), min(end, one.end)
            if first < last and stored.page_at(first) == page:
                found.append(text[first:last])
    return tuple(found)


def _stops(stored: StoredParagraph, pieces: tuple[Range, ...], kind: str) -> list[Stop]:
    length = len(stored.paragraph.text)
    kept = [one for one in pieces if one.start < min(one.end, length)]
    ends = [(stored.page_at(one.start), stored.page_at(min(one.end, length) - 1)) for one in kept]
    pages = sorted({page for first, last in ends for page in range(first, last + 1)})
    return [Stop(kind, pieces, page, part, len(pages)) for part, page in enumerate(pages, start=1)]
