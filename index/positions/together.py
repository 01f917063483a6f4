"""Who reserves with whom: pairs of parties behind one reservation, and beside each other in one paragraph. Pure.

Always holds: a count is a number of acts that are listed with it. Two reservations in one paragraph are never one: they
may want opposite things.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from index.positions.values import Alliance, PositionAct, PositionKind

Pair = tuple[str | None, str, str]
"""A year and two parties; the same party twice is what it does itself."""
_Lists = defaultdict[Pair, list[PositionAct]]


def parties_reserving(acts: Iterable[PositionAct]) -> tuple[str, ...]:
    """Return the parties that reserve, most reservations first."""
    counts = Counter(act.party for act in acts if act.party)
    return tuple(sorted(counts, key=lambda party: (-counts[party], party)))


def pairs_of(acts: Iterable[PositionAct]) -> tuple[Alliance, ...]:
    """Return every pair of parties that reserved together or beside each other, by year and in order of parties."""
    reserved = [act for act in acts if act.kind is PositionKind.RESERVED and act.party]
    place = {party: n for n, party in enumerate(parties_reserving(reserved))}
    joint, beside = _Lists(list), _Lists(list)
    for act in reserved:
        joint[act.year, act.party or "", act.party or ""].append(act)
    for one, other in _side_by_side(reserved, place):
        pair = (one.year, one.party or "", other.party or "")
        (joint if one.item == other.item else beside)[pair].append(one)
    ordered = sorted({*joint, *beside}, key=lambda pair: (pair[0] or "9999", place[pair[1]], place[pair[2]]))
    return tuple(_alliance(pair, joint[pair], beside[pair]) for pair in ordered)


def _alliance(pair: Pair, joint: Sequence[PositionAct], beside: Sequence[PositionAct]) -> Alliance:
    year, party, other = pair
    alone = tuple(act for act in joint if not act.together) if party == other else ()
    return Alliance(year, party, other, tuple(joint), tuple(_one_a_paragraph(beside)), alone)


def _side_by_side(
    reserved: Iterable[PositionAct], place: Mapping[str, int]
) -> Iterator[tuple[PositionAct, PositionAct]]:
    """Yield the pairs of acts of two parties in one paragraph, the party that comes first first."""
    found: dict[str, list[PositionAct]] = defaultdict(list)
    for act in reserved:
        found[act.paragraph_id].append(act)
    for acts in found.values():
        acts.sort(key=lambda act: place[act.party or ""])
        yield from (pair for pair in combinations(acts, 2) if pair[0].party != pair[1].party)


def _one_a_paragraph(acts: Iterable[PositionAct]) -> Iterable[PositionAct]:
    return {act.paragraph_id: act for act in acts}.values()
