"""Ties quoted: the words a link rests on, cut from its source, with what people need to find them.

Always holds: evidence is verbatim text of the source at its range. Sources are read as they are needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.boards import BoardName
from index.finding.catalog import Catalog
from index.links import Tie
from index.naming import short_name
from index.results import Link, Similar
from index.stored import Head, StoredParagraph
from index.tracing.evidence import evidence_range


class Quoting:
    """Turns ties whose sources are among ``stored`` into links."""

    def __init__(self, catalog: Catalog, stored: Mapping[str, StoredParagraph], boards: Sequence[BoardName]) -> None:
        """Name the parts."""
        self._catalog, self._stored, self._boards = catalog, stored, boards

    def link(self, tie: Tie) -> Link:
        """Return ``tie`` with its evidence."""
        source = self._stored[tie.source]
        place = evidence_range(tie, source)
        return Link(
            kind=tie.kind,
            from_id=tie.source,
            to_id=tie.target,
            to=tie.named if tie.target is None else self._key(self._catalog.by_id[tie.target]),
            evidence=source.paragraph.text[place.start : place.end],
            evidence_range=place,
            page=source.page_at(place.start),
            confidence=tie.confidence,
        )

    def similar(self, tie: Tie) -> Similar:
        """Return what is alike at the other end of ``tie``."""
        head = self._catalog.by_id[tie.target or ""]
        return Similar(self.link(tie), head.title, head.case_numbers)

    def _key(self, head: Head) -> str:
        return short_name(head, self._boards)
