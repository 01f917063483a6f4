"""All links of one generation of a store, each with what it rests on.

Owns which paragraphs may hang together at all. Always holds: a link's evidence is verbatim text of its source at its
range; what is not in the library is kept with no target. Standing items share case numbers without sharing an issue,
and so do paragraphs under a collective number (all elections of a year): no link by case number goes to or from the
former, and among the latter only between those that are alike. Links by likeness are worked out when they are asked
for. Leaves out growing issues out of links: `index.tracing.issue` does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import combinations

from index.boards import BoardName
from index.finding.catalog import Catalog
from index.finding.standing import standing_items
from index.links.alike import Alike, Vectors
from index.links.cited import Citations
from index.links.mentions import Mention
from index.links.papers import paper_ties
from index.links.returns import return_ties
from index.links.ties import Tie, Ties, by_source, by_target
from index.links.told import Told
from index.naming import case_key
from index.results import CONCLUDED, LinkKind
from index.stored import Head

_FEWEST, _COMPARED = 4, 12
_MATTER, _NOT_UNLIKE = 0.5, 0.3
# What names a case and has no number of its own is of that case; what comes back is what was sent away.
_ONE_MATTER = frozenset({LinkKind.CITES_CASE, LinkKind.RETURNS, LinkKind.REFERRED, *CONCLUDED})


class LinkGraph:
    """All ties of one generation of a store."""

    def __init__(
        self, catalog: Catalog, mentions: Sequence[Mention], boards: Sequence[BoardName], vectors: Vectors
    ) -> None:
        """Tie the paragraphs of ``catalog`` by what they name (``mentions``) and by their likeness."""
        self.catalog, self.boards = catalog, boards
        self.mentions = mentions
        self._vectors = vectors

    def without_numbers(self) -> LinkGraph:
        """Return the graph that there would be if nobody had printed a case number in a paragraph's head."""
        heads = tuple(replace(head, case_numbers=()) for head in self.catalog.heads)
        return LinkGraph(replace(self.catalog, heads=heads), self.mentions, self.boards, self._vectors)

    @cached_property
    def standing(self) -> frozenset[str]:
        """The ids of standing items."""
        return standing_items(self.catalog.shown)

    @cached_property
    def alike(self) -> Alike:
        """The likenesses among all but the standing items."""
        return Alike([head for head in self.catalog.shown if head.id not in self.standing], self._vectors)

    @cached_property
    def outgoing(self) -> Ties:
        """The ties by what is named, by the paragraph that carries the evidence."""
        citations = Citations(self.catalog, self.boards, self.standing)
        told = Told(self.catalog, self.alike.titles)
        papers = paper_ties(self.catalog, self.mentions, self.standing)
        return by_source((*citations.ties(self.mentions), *told.ties(self.mentions), *papers))

    @cached_property
    def incoming(self) -> Ties:
        """The same ties by the paragraph that is named."""
        return by_target(tie for ties in self.outgoing.values() for tie in ties)

    def returns(self, members: Collection[str]) -> tuple[Tie, ...]:
        """Return the ties that tell what was sent away and what came back, among the paragraphs of an issue."""
        return tuple(return_ties(self, self._told_of_return, members))

    @cached_property
    def _told_of_return(self) -> dict[str, tuple[Mention, ...]]:
        found: dict[str, list[Mention]] = defaultdict(list)
        for one in self.mentions:
            if one.number is None and one.kind in (LinkKind.RETURNS, LinkKind.REFERRED):
                found[one.source].append(one)
        return {source: tuple(mentions) for source, mentions in found.items()}

    @cached_property
    def meetings(self) -> frozenset[tuple[str | None, str | None]]:
        """The boards and days of all meetings."""
        return frozenset((head.board, head.date) for head in self.catalog.shown)

    def of_matter(self, one: str, other: str) -> bool:
        """Whether two paragraphs are of one matter as far as their numbers and titles tell."""
        return other in self.of_case(one) or (self.one_case(one, other) and self.alike.between(one, other) >= _MATTER)

    def of_case(self, paragraph_id: str) -> tuple[str, ...]:
        """Return the paragraphs with a case number of this one, itself left out; () for standing items.

        Of those that share a collective number only the ones that are likely of one matter.
        """
        if paragraph_id in self.standing:
            return ()
        found: dict[str, None] = {}
        for key in self.keys(paragraph_id):
            for other in self.catalog.by_case.get(key, ()):
                if other.id == paragraph_id or other.id in self.standing:
                    continue
                if not self.is_collective(key) or self.alike.between(paragraph_id, other.id) >= _MATTER:
                    found[other.id] = None
        return tuple(found)

    def one_case(self, one: str, other: str) -> bool:
        """Whether two paragraphs may be of one case: they share a number, or one of them has none."""
        keys = self.keys(one), self.keys(other)
        return not all(keys) or bool(keys[0] & keys[1])

    def one_matter(self, tie: Tie) -> bool:
        """Whether what hangs on one end of a tie hangs on the other too.

        Its ends share a number; or one has none, and the tie's kind tells of one matter or they are not unlike. Where a
        text says in words that it goes on with another, numbers do not part them.
        """
        if tie.target is None:
            return False
        if tie.kind is LinkKind.CONTINUES:
            return True
        keys = self.keys(tie.source), self.keys(tie.target)
        if all(keys):
            return bool(keys[0] & keys[1])
        return tie.kind in _ONE_MATTER or self.alike.between(tie.source, tie.target) >= _NOT_UNLIKE

    def shared_number(self, one: str, other: str) -> str:
        """Return the case number that both paragraphs have, as the first of them prints it."""
        keys = self.keys(other)
        return next(number for number in self.catalog.by_id[one].case_numbers if case_key(number) in keys)

    def is_collective(self, key: str) -> bool:
        """Whether paragraphs of different matters are kept under this number, told by their titles."""
        if key not in self._collective:
            heads = self.catalog.by_case.get(key, ())
            self._collective[key] = self._told_apart(heads) and not self._names_itself(heads)
        return self._collective[key]

    @cached_property
    def _collective(self) -> dict[str, bool]:
        return {}

    def _told_apart(self, heads: Iterable[Head]) -> bool:
        rows = [self.alike.titles.place[head.id] for head in heads if head.id in self.alike.titles.place]
        if len(rows) < _FEWEST:
            return False
        spread = rows[:: -(-len(rows) // _COMPARED)]
        alike = [self.alike.titles.of_one_name(one, other) for one, other in combinations(spread, 2)]
        return sum(alike) < len(alike) / 2

    def _names_itself(self, heads: Sequence[Head]) -> bool:
        """Whether at least half of the paragraphs under a number name another of them: a case does, a list does not."""
        inside = {head.id for head in heads}
        named = [{tie.target for tie in self.outgoing.get(one, ())} & inside - {one} for one in inside]
        return 2 * sum(bool(each) for each in named) >= len(inside)

    def keys(self, paragraph_id: str) -> frozenset[str]:
        """Return the case numbers of a paragraph in the form in which their spellings agree."""
        return frozenset(map(case_key, self.catalog.by_id[paragraph_id].case_numbers))
