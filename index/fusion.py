"""Dense and lexical findings made one ranking of paragraphs.

Owns the arithmetic of the score. Always holds: pure; the parts of a score add up to it. The method and its numbers were
chosen with bench/search_quality.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What the parts of a score are worth; see `fuse`."""

    lexical: float = 0.06
    floor: float = 0.75


@dataclass(frozen=True, slots=True)
class Ranked:
    """One paragraph with its score and what it is made of."""

    paragraph_id: str
    score: float
    parts: tuple[tuple[str, float], ...]


def fuse(dense: Mapping[str, float], lexical: Mapping[str, float], weights: Weights) -> list[Ranked]:
    """Return all paragraphs, the best first.

    ``dense`` is the highest cosine of a paragraph's units, ``lexical`` its BM25 score. A paragraph that only
    the words found gets the least cosine there is, since it may be no nearer than that.
    """
    least = min(dense.values(), default=weights.floor)
    highest = max(lexical.values(), default=0.0) or 1.0
    ranked = []
    for paragraph_id in dict.fromkeys((*dense, *lexical)):
        parts = (
            ("meaning", dense.get(paragraph_id, least)),
            ("words", weights.lexical * lexical.get(paragraph_id, 0.0) / highest),
        )
        ranked.append(Ranked(paragraph_id, sum(value for _, value in parts), parts))
    return sorted(ranked, key=lambda one: (-one.score, one.paragraph_id))
