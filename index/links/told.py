"""Links that are told in words: what a paragraph says it goes on with, and which of a year's tasks it is about.

Always holds: pure; a matter that is named by words is found by the words of titles, among what is not later than the
source and of the year that is named; what is not found is kept with no target.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from index.finding.catalog import Catalog
from index.links.likeness import Titles
from index.links.mentions import Mention
from index.links.ties import Tie
from index.results import LinkKind
from index.stored import Head
from nlp.titles import title_words

_LIKELY = 0.9
_ASSEMBLY = re.compile(r"fullmäktige", re.IGNORECASE)


class Told:
    """Finds what is named by words in one collection."""

    def __init__(self, catalog: Catalog, titles: Titles) -> None:
        """Name the parts."""
        self._catalog, self._titles = catalog, titles

    def ties(self, mentions: Iterable[Mention]) -> Iterator[Tie]:
        """Yield the ties of the mentions that name a matter by words or a task by its year."""
        for mention in mentions:
            head = self._catalog.by_id.get(mention.source)
            if head is None or head.duplicate_of is not None:
                continue
            if mention.kind is LinkKind.CONTINUES:
                yield self._tie(mention, self._earlier(head, mention))
            elif mention.kind is LinkKind.CITES_PARAGRAPH and mention.number is None:
                yield self._tie(mention, self._task(head, mention))

    def _tie(self, mention: Mention, target: Head | None) -> Tie:
        return Tie(mention.kind, mention.source, target.id if target else None, mention.named, mention.ranges, _LIKELY)

    def _earlier(self, head: Head, mention: Mention) -> Head | None:
        """Return the matter that goes on: of those whose titles have most of the words the latest before the source."""
        fitting = [
            (share, one.date or "", one)
            for row, share in self._titles.named(mention.named)
            for one in (self._titles.rows[row],)
            if _may_be_earlier(one, head, by_year=mention.date is not None) and _of_year(one, mention.date)
        ]
        return max(fitting, key=lambda found: found[:2])[2] if fitting else None

    def _task(self, head: Head, mention: Mention) -> Head | None:
        """Return the paragraph in which the assembly set the task: it has its title in the year before or the same."""
        years = (mention.date or "", str(int(mention.date or 0) - 1))
        found = [
            self._titles.rows[row]
            for row, _ in self._titles.named(head.title)
            if _ASSEMBLY.search(self._titles.rows[row].board or "")
            and (self._titles.rows[row].date or "")[:4] in years
            and _may_be_earlier(self._titles.rows[row], head, by_year=True)
        ]
        return found[0] if found else None


def _may_be_earlier(one: Head, source: Head, *, by_year: bool) -> bool:
    """Whether ``one`` may be what the source goes on with; where its year is named, any day of that year may be."""
    length = len("2024") if by_year else None
    earlier = (one.date or "")[:length] <= (source.date or "9999")[:length]
    return one.id != source.id and one.title != source.title and earlier


def _of_year(one: Head, year: str | None) -> bool:
    """Whether a matter may be of ``year``: it is dated in it or names it, or neither is known."""
    known = {(one.date or "")[:4], *title_words(one.title).years} - {""}
    return year is None or not known or year in known
