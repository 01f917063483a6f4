"""Gathering: which paragraphs are one issue (ärende), over meetings, boards and renumbered cases.

Paragraphs with a case number in common are one issue. A case goes on under another number where one of its paragraphs
cites the other and goes on with it (`index.tracing.kinship`), where one word names both (`index.tracing.namesakes`),
and where people have confirmed a link. Always holds: once an issue is gathered, it is the same from whichever of its
paragraphs it is asked for; standing items are in none; what people have split is never in one issue, however many
links there are. Leaves out what is only mentioned: `index.tracing.issue` adds that to a trace.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from index.links import LinkGraph, Tie
from index.naming import case_key
from index.results import LinkKind
from index.tracing.corrected_links import NOTHING, Corrected
from index.tracing.issue import in_time, neighbours
from index.tracing.namesakes import Likeness, Namesakes

_SURE_ENOUGH = 0.9
MOST_CASES = 5
"""A paragraph that names, or is named by, more cases than this is a list, or what lists name: no issue runs through."""

GoesOn = Callable[[Tie], bool]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The paragraphs of one issue in time order, and the ties between its case numbers."""

    members: tuple[str, ...]
    joins: tuple[Tie, ...]


class Gathering:
    """The issues of one generation of a library as people have corrected it."""

    def __init__(
        self,
        graph: LinkGraph,
        goes_on: GoesOn,
        likeness: Likeness | None = None,
        corrected: Corrected = NOTHING,
        without: Collection[LinkKind] = (),
        known: Iterable[Gathered] = (),
    ) -> None:
        """Name the parts; issues are gathered when they are asked for.

        ``likeness`` of two paragraphs is needed to join namesakes. Links of the kinds ``without`` do not count.
        ``known`` are issues that were gathered before, of the same links.
        """
        self._graph, self._goes_on, self._corrected = graph, goes_on, corrected
        self._without = frozenset(without)
        self._known = {one: issue for issue in known for one in issue.members}
        self._judged: dict[tuple[str, str], Tie | None] = {}
        self._lists: dict[str, bool] = {}
        self._printed: dict[str, frozenset[str]] = {}
        self._namesakes = Namesakes(graph, likeness, self._as_printed) if likeness else None

    def issue_of(self, paragraph_id: str) -> Gathered:
        """Return the issue of a paragraph; a standing item is alone."""
        if paragraph_id not in self._known:
            for issue in self._gathered(paragraph_id):
                self._known.update(dict.fromkeys(issue.members, issue))
        return self._known[paragraph_id]

    def all(self) -> Iterator[Gathered]:
        """Yield every issue once; standing items are none."""
        done: set[str] = set()
        for head in self._graph.catalog.shown:
            if head.id not in done and head.id not in self._graph.standing:
                issue = self.issue_of(head.id)
                done.update(issue.members)
                yield issue

    def split_from(self, members: Collection[str]) -> frozenset[str]:
        """Return the paragraphs that people have split from one of ``members``."""
        inside = set(members)
        pairs = (pair for pair in self._corrected.split if len(pair & inside) == 1)
        return frozenset(one for pair in pairs for one in pair - inside)

    def _gathered(self, start: str) -> list[Gathered]:
        members = self._with_namesakes(start)
        split = [pair for pair in self._corrected.split if pair <= members]
        return [self._issue(part) for part in (self._parted(members, split) if split else [members])]

    def _issue(self, members: Collection[str]) -> Gathered:
        inside = set(members)
        joins = [tie for one in members for tie in self._joins(one) if tie.target in inside and tie.source == one]
        joins += self._decided_on(inside)
        joins += [tie for tie in self._names_of(members) if {tie.source, tie.target} <= inside]
        heads = in_time([self._graph.catalog.by_id[one] for one in members])
        return Gathered(tuple(head.id for head in heads), tuple(self._needed(joins)))

    def _decided_on(self, inside: set[str]) -> Iterator[Tie]:
        """Yield the links that people have confirmed, from the later paragraph to the earlier."""
        by_id = self._graph.catalog.by_id
        for pair, said in self._corrected.confirmed.items():
            if pair <= inside:
                first, last = sorted(pair, key=lambda one: (by_id[one].date or "9999", one))
                yield Tie(LinkKind.CONFIRMED, last, first, said.who, (), 1.0)

    def _needed(self, joins: Collection[Tie]) -> Iterator[Tie]:
        """Yield as many of ``joins`` as hold the case numbers together, the surest and earliest first."""
        by_id = self._graph.catalog.by_id
        parts: dict[str, set[str]] = {}
        for tie in sorted(joins, key=lambda tie: (-tie.confidence, by_id[tie.source].date or "", tie.source)):
            ends = [*self._numbers(tie.source), *self._numbers(tie.target or "")]
            merged = set().union(*(parts.get(number, {number}) for number in ends))
            if tie.kind is LinkKind.CONFIRMED or any(parts.get(number, {number}) != merged for number in ends):
                parts.update(dict.fromkeys(merged, merged))
                yield tie

    def _with_namesakes(self, start: str) -> frozenset[str]:
        """Return what print joins to ``start``, and what has the same name."""
        found = self._as_printed(start)
        waiting = [found]
        while waiting:
            for tie in self._names_of(waiting.pop()):
                for one in (tie.source, tie.target):
                    if one is not None and one not in found:
                        waiting.append(self._as_printed(one))
                        found |= waiting[-1]
        return found

    def _names_of(self, members: Collection[str]) -> list[Tie]:
        if self._namesakes is None or LinkKind.SIMILAR in self._without:
            return []
        parts = {self._as_printed(one) for one in members}
        ties = dict.fromkeys(tie for part in sorted(parts, key=sorted) for tie in self._namesakes.of(part))
        split = self._corrected.split
        return [tie for tie in ties if frozenset((tie.source, tie.target)) not in split]

    def _as_printed(self, start: str) -> frozenset[str]:
        if start not in self._printed:
            found = frozenset(self._reached(start))
            self._printed.update(dict.fromkeys(found, found))
        return self._printed[start]

    def _reached(self, start: str) -> set[str]:
        found, waiting = {start}, deque([start])
        while waiting:
            for other in self._next_to(waiting.popleft()):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return found

    def _next_to(self, here: str) -> Iterator[str]:
        for pair in self._corrected.confirmed:
            if here in pair:
                yield from pair - {here}
        if here in self._graph.standing:
            return
        for other, passes in neighbours(self._graph, here, self._without):
            if passes and other not in self._graph.standing:
                yield other
        for tie in self._joins(here):
            yield tie.target if tie.source == here and tie.target else tie.source

    def _joins(self, here: str) -> Iterator[Tie]:
        """Yield the ties from and to ``here`` by which one case goes on in another."""
        named = [*self._graph.outgoing.get(here, ()), *self._graph.incoming.get(here, ())]
        for tie in named:
            if self._may_join(tie) and self._judge(tie):
                yield tie

    def _may_join(self, tie: Tie) -> bool:
        standing = self._graph.standing
        if tie.target is None or tie.source in standing or tie.target in standing or tie.kind in self._without:
            return False
        if tie.confidence < _SURE_ENOUGH or frozenset((tie.source, tie.target)) in self._corrected.split:
            return False
        numbers = self._numbers(tie.source), self._numbers(tie.target)
        return all(numbers) and not numbers[0] & numbers[1]

    def _judge(self, tie: Tie) -> bool:
        """Judge a pair of paragraphs once, by the first tie between them that carries the issue on."""
        pair = (tie.source, tie.target or "")
        if pair not in self._judged:
            few = not self._is_list(tie.source) and not self._is_list(pair[1])
            between = [one for one in self._graph.outgoing[tie.source] if one.target == tie.target]
            carrying = (one for one in between if self._may_join(one) and self._goes_on(one))
            self._judged[pair] = next(carrying, None) if few else None
        return self._judged[pair] == tie

    def _same_number(self, one: str, other: str) -> bool:
        return bool(self._numbers(one) & self._numbers(other))

    def _numbers(self, paragraph_id: str) -> frozenset[str]:
        return frozenset(case_key(number) for number in self._graph.catalog.by_id[paragraph_id].case_numbers)

    def _is_list(self, paragraph_id: str) -> bool:
        """Whether a paragraph names, or is named by, more cases than one issue would."""
        if paragraph_id not in self._lists:
            named = (tie.target for tie in self._graph.outgoing.get(paragraph_id, ()) if tie.target)
            naming = (tie.source for tie in self._graph.incoming.get(paragraph_id, ()))
            self._lists[paragraph_id] = any(
                len({self._numbers(one) or one for one in others if not self._same_number(one, paragraph_id)})
                > MOST_CASES
                for others in (named, naming)
            )
        return self._lists[paragraph_id]

    def _parted(self, members: Collection[str], split: Collection[frozenset[str]]) -> list[set[str]]:
        """Return ``members`` in parts that no split pair is in: the surest and shortest links hold longest.

        A split is of two paragraphs; what hangs on either goes with the one that it is nearer to in time.
        """
        parts = {one: {one} for one in members}
        for one, other in self._by_strength(members):
            mine, yours = parts[one], parts[other]
            if mine is yours or any(pair <= mine | yours for pair in split):
                continue
            mine |= yours
            parts.update(dict.fromkeys(yours, mine))
        return list({id(part): part for part in parts.values()}.values())

    def _by_strength(self, members: Collection[str]) -> list[tuple[str, str]]:
        """Return the pairs of neighbours: confirmed before printed, and nearer in time before further apart."""
        place = {head.id: n for n, head in enumerate(in_time([self._graph.catalog.by_id[one] for one in members]))}
        found = [(one, other) for one in members for other in self._next_to(one) if other in place]
        found += [(tie.source, tie.target) for tie in self._names_of(members) if tie.target in place]
        pairs = {(min(pair, key=place.__getitem__), max(pair, key=place.__getitem__)) for pair in found}
        confirmed = self._corrected.confirmed

        def rank(pair: tuple[str, str]) -> tuple[bool, int, int]:
            return frozenset(pair) not in confirmed, place[pair[1]] - place[pair[0]], place[pair[0]]

        return sorted(pairs, key=rank)
