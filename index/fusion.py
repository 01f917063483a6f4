"""What both indexes and the catalog know of paragraphs made one ranking.

Owns the arithmetic of the score. Always holds: pure; the parts of a score add up to it. The method and its numbers were
chosen with bench/search_quality.py.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping
from dataclasses import dataclass

Parts = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """What the parts of a score are worth; see `fuse`. A cosine is the unit they are measured in."""

    words: float = 0.045
    whole: float = 0.4
    matter: float = 0.5
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
    Paragraphs of one matter lift each other: each comes nearer to the best of them.
    """
    worth, own = _worth(found, weights)
    best = _best(found, worth)
    ranked = []
    for name, features in found.items():
        above = max([best[matter] for matter in features.matters], default=worth[name]) - worth[name]
        lifted = (("matter", weights.matter * above), ("tabled", -weights.tabled * features.tabled))
        parts = (*own[name][:2], *(part for part in (*own[name][2:], *lifted) if part[1]))
        ranked.append(Ranked(name, _sum(parts), parts))
    return sorted(ranked, key=lambda one: (-one.score, one.paragraph_id))


def leaders(found: Mapping[str, Features], weights: Weights, limit: int) -> list[str]:
    """Return the paragraphs that are worth most by themselves, whatever their matters."""
    worth, _ = _worth(found, weights)
    return heapq.nlargest(limit, worth, key=lambda name: worth[name])


def _worth(found: Mapping[str, Features], weights: Weights) -> tuple[dict[str, float], dict[str, Parts]]:
    """Return what each paragraph is worth by itself, and of what parts."""
    least = min([one.nearest for one in found.values() if one.nearest is not None], default=0.0)
    most = max([one.words for one in found.values()], default=0.0) or 1.0
    own = {name: _own(features, least, most, weights) for name, features in found.items()}
    return {name: _sum(parts) for name, parts in own.items()}, own


def _own(features: Features, least: float, most: float, weights: Weights) -> Parts:
    nearest = least if features.nearest is None else features.nearest
    whole = nearest if features.whole is None else features.whole
    return (
        ("meaning", (1 - weights.whole) * nearest + weights.whole * whole),
        ("words", weights.words * features.words / most),
        ("length", -weights.length * math.log1p(features.units)),
        ("standing", -weights.standing * features.standing),
    )


def _best(found: Mapping[str, Features], worth: Mapping[str, float]) -> dict[str, float]:
    """Return the worth of the best paragraph of each matter."""
    best: dict[str, float] = {}
    for name, features in found.items():
        for matter in features.matters:
            best[matter] = max(best.get(matter, worth[name]), worth[name])
    return best


def _sum(parts: Parts) -> float:
    return sum([value for _, value in parts])
