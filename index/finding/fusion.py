"""What both indexes and the catalog know of paragraphs made one ranking.

Owns the arithmetic of the score. Always holds: pure; the parts of a score add up to it. The method and its numbers were
chosen with bench/search_quality.py.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_FIRST = 10
"""So many lead the ranking by what they are worth themselves."""

Parts = tuple[tuple[str, float], ...]
Own = tuple[float, float, float, float, float]
"""What a paragraph is worth by itself: for its meaning, words, length and as a standing item, and all in all."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the parts of a score are worth; see `fuse`. A cosine is the unit they are measured in."""

    words: float = 0.045
    whole: float = 0.4
    matter: float = 0.5
    company: float = 0.35
    length: float = 0.003
    standing: float = 0.01
    tabled: float = 0.005


@dataclass(frozen=True, slots=True)
class Features:
    """What is known of one paragraph for one query.

    ``nearest`` is the cosine of its nearest unit, ``whole`` that of the unit that stands for the whole (None where they
    are unknown: it may be no nearer than the least that was found), ``words`` its BM25 score, ``units`` how many units
    it has. ``matters`` name what it is about in common with others: its cases and its title.
    """

    nearest: float | None = None
    whole: float | None = None
    words: float = 0.0
    units: int = 1
    standing: bool = False
    tabled: bool = False
    matters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """One paragraph with its score and what it is made of."""

    paragraph_id: str
    score: float
    parts: Parts


def fuse(found: Mapping[str, Features], weights: Weights) -> list[Ranked]:
    """Return all paragraphs, the best first.

    A paragraph is worth what its nearest unit and the whole of it mean and what words it has. Less when it is long,
    for the nearest of many units is near to anything, when it stands on every agenda, and when it only tables.
    Paragraphs of one matter lift each other: each comes nearer to the best of them. Below the first ten they come
    nearer still: who reads on there wants the rest of a matter rather than one more thing that is somewhat like it.
    """
    own = _own(found, weights)
    best = _best(found, own)
    above = {name: _above(one, own[name][-1], best) for name, one in found.items()}
    ranked = [_ranked(name, one, own[name], above[name], weights) for name, one in found.items()]
    ranked.sort(key=lambda one: (-one.score, one.paragraph_id))
    return [*ranked[:_FIRST], *_below(ranked[:_FIRST], ranked[_FIRST:], weights.company, above)]


def leaders(found: Mapping[str, Features], weights: Weights, limit: int) -> list[str]:
    """Return the paragraphs that are worth most by themselves, whatever their matters."""
    own = _own(found, weights)
    return heapq.nlargest(limit, own, key=lambda name: own[name][-1])


def _own(found: Mapping[str, Features], weights: Weights) -> dict[str, Own]:
    least = min([one.nearest for one in found.values() if one.nearest is not None], default=0.0)
    most = max([one.words for one in found.values()], default=0.0) or 1.0
    own = {}
    for name, one in found.items():
        nearest = least if one.nearest is None else one.nearest
        whole = nearest if one.whole is None else one.whole
        meaning = (1 - weights.whole) * nearest + weights.whole * whole
        words = weights.words * one.words / most
        length, standing = -weights.length * math.log1p(one.units), -weights.standing * one.standing
        own[name] = meaning, words, length, standing, meaning + words + length + standing
    return own


def _ranked(name: str, features: Features, own: Own, above: float, weights: Weights) -> Ranked:
    meaning, words, length, standing, worth = own
    matter, tabled = weights.matter * above, -weights.tabled * features.tabled
    score = worth + matter + tabled
    rest = (("length", length), ("standing", standing), ("matter", matter), ("tabled", tabled))
    return Ranked(name, score, (("meaning", meaning), ("words", words), *[part for part in rest if part[1]]))


def _below(first: Sequence[Ranked], rest: Sequence[Ranked], weight: float, above: Mapping[str, float]) -> list[Ranked]:
    """Return the ``rest`` in the order that their company gives them; none is worth more than the last of the first."""
    lifted = [(one.score + weight * above[one.paragraph_id], one) for one in rest]
    lifted.sort(key=lambda each: (-each[0], each[1].paragraph_id))
    return [_nearer(one, min(score, first[-1].score) - one.score) for score, one in lifted]


def _nearer(one: Ranked, by: float) -> Ranked:
    if not by:
        return one
    parts = dict(one.parts)
    parts["matter"] = parts.get("matter", 0.0) + by
    return Ranked(one.paragraph_id, one.score + by, tuple(parts.items()))


def _above(features: Features, worth: float, best: Mapping[str, float]) -> float:
    """Return how much more the best paragraph of its matters is worth."""
    return max([best[matter] for matter in features.matters]) - worth if features.matters else 0.0


def _best(found: Mapping[str, Features], own: Mapping[str, Own]) -> dict[str, float]:
    """Return the worth of the best paragraph of each matter."""
    best: dict[str, float] = {}
    for name, features in found.items():
        worth = own[name][-1]
        for matter in features.matters:
            if worth > best.get(matter, -math.inf):
                best[matter] = worth
    return best
