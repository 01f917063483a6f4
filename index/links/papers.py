"""Links through papers: a document in the library that is among a basis' papers, and a numbered paper that two share.

Always holds: pure; a document is found by its title (or its file's name) in the printed line, or by its number in the
register; of a numbered paper ("2024 nr 166") each paragraph of the board is tied to the one before it. What is not in
the library makes no tie: every basis names papers that nobody has read in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import PurePath

from index.finding.catalog import Catalog
from index.links.likeness import Titles
from index.links.mentions import Mention
from index.links.ties import Tie
from index.results import LinkKind
from index.stored import Head

_SURE, _LIKELY = 1.0, 0.9
# A paragraph with more numbered papers than this is a list of them.
_MANY = 8
# The printed line must have this much of a document's title, which is rarely printed whole.
_TITLE_SHARE = 0.7


def paper_ties(catalog: Catalog, mentions: Iterable[Mention], standing: Collection[str]) -> Iterator[Tie]:
    """Yield the ties that the papers of all paragraphs make."""
    there = [one for one in mentions if one.source in catalog.by_id]
    yield from _documents(catalog, [one for one in there if one.kind is LinkKind.CITES_DOCUMENT])
    numbered = [one for one in there if one.kind is LinkKind.SAME_DOCUMENT and one.source not in standing]
    yield from _shared(catalog, numbered)


def _documents(catalog: Catalog, papers: Iterable[Mention]) -> Iterator[Tie]:
    """Tie to the documents in the library that are no protocols."""
    documents = [head for head in catalog.shown if head.number is None]
    titles = Titles(documents)
    files = {PurePath(head.file).stem.casefold(): head for head in documents}
    for paper in papers if documents else ():
        target = files.get(paper.named.casefold()) or _titled(titles, paper)
        if target is not None and target.id != paper.source:
            yield Tie(LinkKind.CITES_DOCUMENT, paper.source, target.id, paper.named, paper.ranges, _LIKELY)


def _titled(titles: Titles, paper: Mention) -> Head | None:
    for row, _ in titles.named(paper.named):
        head = titles.rows[row]
        dated = paper.date is None or head.date is None or head.date[: len(paper.date)] == paper.date[: len(head.date)]
        if dated and titles.share_of(row, paper.named) >= _TITLE_SHARE:
            return head
    return None


def _shared(catalog: Catalog, papers: Iterable[Mention]) -> Iterator[Tie]:
    """Tie each paragraph to the last one before it with the same numbered paper of the same board."""
    for numbered in _by_number(catalog, papers).values():
        ordered = sorted(numbered, key=lambda one: (catalog.by_id[one.source].date or "", one.source))
        for earlier, later in pairwise(ordered):
            if earlier.source != later.source:
                yield Tie(LinkKind.SAME_DOCUMENT, later.source, earlier.source, later.named, later.ranges, _LIKELY)


def _by_number(catalog: Catalog, papers: Iterable[Mention]) -> Mapping[tuple[str | None, ...], list[Mention]]:
    by_source: dict[str, list[Mention]] = defaultdict(list)
    for paper in papers:
        if catalog.by_id[paper.source].duplicate_of is None:
            by_source[paper.source].append(paper)
    found: dict[tuple[str | None, ...], list[Mention]] = defaultdict(list)
    for source, named in by_source.items():
        head = catalog.by_id[source]
        for paper in named if len(named) <= _MANY else ():
            found[head.organisation, head.board, paper.named].append(paper)
    return found
