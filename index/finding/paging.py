"""Which paragraphs are a result, in what order, and how they are counted.

Always holds: pure; the whole result does not depend on order, offset or limit; pages of it never overlap and together
are the whole, since no two paragraphs are equal in the order; a facet counts every paragraph of the whole result once
for each value that it has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from index.finding.fusion import Ranked
from index.results import Facet, FacetName, Order
from index.stored import Head, Traits

_LEAST = 20
"""So many of the best are a result in any case: whether they answer is another question (`index.finding.judgement`)."""
_SHARE = 0.5


def whole_result(ranked: Sequence[Ranked], holding: Collection[str]) -> list[Ranked]:
    """Return those of all that were reached, best first, that are a result: those near enough, and all ``holding``.

    Something is always near: what is reached goes on until the indexes are asked for no more. What lies in the better
    half between the best and the least that was reached is taken for near enough; what has every word is one anyhow.
    """
    near = _near_enough(ranked)
    return [one for place, one in enumerate(ranked) if place < near or one.paragraph_id in holding]


def _near_enough(ranked: Sequence[Ranked]) -> int:
    if len(ranked) <= _LEAST:
        return len(ranked)
    floor = ranked[-1].score + _SHARE * (ranked[0].score - ranked[-1].score)
    return max(_LEAST, sum(one.score >= floor for one in ranked))


def ordered(ranked: Iterable[Ranked], heads: Mapping[str, Head], order: Order) -> list[Ranked]:
    """Return the result in its order; equal dates by meeting and §, what has no date last."""
    if order is Order.RELEVANCE:
        return list(ranked)
    by_meeting = sorted(ranked, key=lambda one: _place(heads[one.paragraph_id]))
    dated = [one for one in by_meeting if heads[one.paragraph_id].date]
    rest = [one for one in by_meeting if not heads[one.paragraph_id].date]
    dated.sort(key=lambda one: heads[one.paragraph_id].date or "", reverse=order is Order.NEWEST)
    return [*dated, *rest]


def _place(head: Head) -> tuple[str, str, int, str]:
    return (head.board or "", head.document_id, head.number or 0, head.id)


def facets(heads: Sequence[Head], traits: Mapping[str, Traits]) -> tuple[Facet, ...]:
    """Return how many of these paragraphs have each board, year, party, kind of text and outcome."""
    of_each = [(head, traits[head.id]) for head in heads]
    return (
        _facet(FacetName.BOARD, (head.board for head in heads if head.board)),
        _facet(FacetName.YEAR, (head.date[:4] for head in heads if head.date), latest_first=True),
        _facet(FacetName.PARTY, (party for _, one in of_each for party in one.parties)),
        _facet(FacetName.KIND, (str(kind) for _, one in of_each for kind in one.kinds)),
        _facet(FacetName.OUTCOME, (outcome for _, one in of_each for outcome in one.outcomes)),
    )


def _facet(name: FacetName, values: Iterable[str], *, latest_first: bool = False) -> Facet:
    counts = Counter(values)
    if latest_first:
        return Facet(name, tuple(sorted(counts.items(), reverse=True)))
    return Facet(name, tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))))
