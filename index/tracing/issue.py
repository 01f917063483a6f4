"""Growing an issue: from some paragraphs along their links to all that belong to the same ärende.

Always holds: pure; every paragraph but the seeds is reached by a link that is returned with it; standing items are
never entered. What another case says of this one, or this one of it, is shown but not passed through: two cases that
name different numbers are not one issue. A paragraph that names very many others (a list of all open assignments) is
not passed through either: what it names has nothing in common but the list.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence

from index.links import LinkGraph, Tie
from index.results import LinkKind
from index.stored import Head

_MANY = 8
_SURE_ENOUGH = 0.9
_SIMILAR = 8


def grow(graph: LinkGraph, seeds: Sequence[str], without: Collection[LinkKind] = ()) -> tuple[str, ...]:
    """Return the ids of the issue's paragraphs, ``seeds`` first."""
    found = dict.fromkeys(seeds)
    waiting = deque(seeds)
    while waiting:
        for other, passes in neighbours(graph, waiting.popleft(), without):
            if other not in found and other not in graph.standing:
                found[other] = None
                if passes:
                    waiting.append(other)
    return tuple(found)


def inner_ties(
    graph: LinkGraph, members: Collection[str], start: str, without: Collection[LinkKind] = ()
) -> dict[str, tuple[Tie, ...]]:
    """Return, for each member, the ties that hold it in the issue: those it carries and those that name it."""
    inside = set(members)
    ties: dict[str, list[Tie]] = {one: [] for one in members}
    for one in members:
        if LinkKind.SAME_CASE not in without:
            ties[one] += _case_tie(graph, one, inside, start)
    for tie in _between(graph, members, without):
        ties[tie.source].append(tie)
        ties[tie.target or ""].append(tie)
    for tie in _likest(graph, members, ties, without):
        ties[tie.source].append(tie)
        ties[tie.target or ""].append(tie)
    return {one: tuple(dict.fromkeys(found)) for one, found in ties.items()}


def _between(graph: LinkGraph, members: Collection[str], without: Collection[LinkKind]) -> Iterator[Tie]:
    """Yield what the members print of each other."""
    inside = set(members)
    printed = (tie for one in members for tie in graph.outgoing.get(one, ()))
    for tie in (*printed, *graph.returns(members)):
        if tie.target in inside and tie.kind not in without:
            yield tie


def _likest(
    graph: LinkGraph, members: Collection[str], held: Mapping[str, Sequence[Tie]], without: Collection[LinkKind]
) -> Iterator[Tie]:
    """Yield a tie by likeness for the members that nothing printed ties to one before them.

    To the nearest before it, and to the likest where there is none before it and nothing else holds it.
    """
    order = {head.id: place for place, head in enumerate(in_time([graph.catalog.by_id[one] for one in members]))}
    for one in members:
        alike = {tie.target: tie for tie in graph.alike.joined(one) if tie.target in order and tie.kind not in without}
        before = [target for target in alike if order[target or ""] < order[one]]
        if any(min(order[tie.source], order[tie.target or ""]) < order[one] for tie in held[one]):
            continue
        if before:
            yield alike[max(before, key=lambda target: order[target or ""])]
        elif alike and not held[one]:
            yield next(iter(alike.values()))


def outside_ties(graph: LinkGraph, members: Collection[str], without: Collection[LinkKind] = ()) -> Iterator[Tie]:
    """Yield what the members name that the library does not hold."""
    for one in members:
        for tie in graph.outgoing.get(one, ()):
            if tie.target is None and tie.kind not in without:
                yield tie
    for tie in graph.returns(members):
        if tie.target is None and tie.kind not in without:
            yield tie


def similar_ties(
    graph: LinkGraph, members: Collection[str], shown: Collection[str], without: Collection[LinkKind] = ()
) -> tuple[Tie, ...]:
    """Return ties from ``members`` to other matters on the same subject, the likest first, one for each case.

    What is ``shown`` already, because a member cites it, is left out.
    """
    inside = {*members, *shown}
    mine = {key for one in members for key in graph.keys(one)}
    likest: dict[frozenset[str] | str, Tie] = {}
    for tie in sorted(_alike(graph, members), key=lambda tie: -tie.confidence):
        if tie.target is None or tie.target in inside or tie.kind in without or graph.keys(tie.target) & mine:
            continue
        title = graph.catalog.by_id[tie.target].title
        likest.setdefault(graph.keys(tie.target) or title, tie)
    return tuple(likest.values())[:_SIMILAR]


def _alike(graph: LinkGraph, members: Collection[str]) -> Iterator[Tie]:
    for one in members:
        yield from graph.alike.joined(one)
        yield from graph.alike.related(one)


def in_time(heads: Collection[Head]) -> list[Head]:
    """Return ``heads`` in time order: a reduced date stands at the beginning of its span, an unknown one last."""
    return sorted(
        heads, key=lambda head: (head.date is None, head.date or "", head.board or "", head.number or 0, head.id)
    )


def neighbours(graph: LinkGraph, here: str, without: Collection[LinkKind]) -> Iterator[tuple[str, bool]]:
    """Yield what is tied to ``here`` and whether the issue goes on from there."""
    if LinkKind.SAME_CASE not in without:
        yield from ((other, True) for other in graph.of_case(here))
    for tie in _passable(graph.outgoing.get(here, ()), without):
        if tie.target is not None:
            yield tie.target, graph.one_matter(tie)
    for tie in graph.incoming.get(here, ()):
        if _strong(tie, without) and tie in _passable(graph.outgoing[tie.source], without):
            yield tie.source, graph.one_matter(tie)
    for tie in graph.alike.joined(here):
        if tie.target is not None and tie.kind not in without and graph.one_case(here, tie.target):
            yield tie.target, True


def _passable(ties: Sequence[Tie], without: Collection[LinkKind]) -> list[Tie]:
    strong = [tie for tie in ties if _strong(tie, without)]
    return strong if len({tie.target for tie in strong}) <= _MANY else []


def _strong(tie: Tie, without: Collection[LinkKind]) -> bool:
    return tie.confidence >= _SURE_ENOUGH and tie.kind not in without


def _case_tie(graph: LinkGraph, one: str, inside: Collection[str], start: str) -> list[Tie]:
    """Return the tie of ``one`` to the paragraph of its case that comes first: the start, else the earliest."""
    others = [other for other in graph.of_case(one) if other in inside]
    if not others or one == start:
        return []
    earliest = in_time([graph.catalog.by_id[other] for other in others])[0].id
    target = start if start in others else earliest
    shared = graph.shared_number(one, target)
    return [Tie(LinkKind.SAME_CASE, one, target, shared, (), 1.0)]
