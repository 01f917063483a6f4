"""Whether anything in the library answers a query.

Owns one number and its threshold. Always holds: pure; an empty answer is judged as no answer. What is weighed: how far
the best cosine stands out from what is near by chance, and how many of the query's words the best hit has, in letter
groups (inflections and compounds count in part) and in stems weighted by rarity.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nlp.analysis import letter_groups, terms

# Chosen by eye on all queries of bench/search_quality.py: a first value, not one judged on queries it has not seen.
THRESHOLD = 4.8
_WORDS_WORTH = 2.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an answer: ``prominence`` in spreads over chance, ``groups`` and ``stems`` as shares of 1."""

    prominence: float
    groups: float
    stems: float

    @property
    def weight(self) -> float:
        """The three as one number; below `THRESHOLD` nothing answers."""
        return self.prominence + _WORDS_WORTH * (self.groups + self.stems)


def evidence(query: str, best: Sequence[str], weights: Mapping[str, float], prominence: float) -> Evidence:
    """Weigh the texts of the ``best`` hits; ``weights`` are the query's stems with how rare each is."""
    asked = [group for word in letter_groups(query) for group in word]
    return Evidence(
        prominence,
        max((_share_of_groups(asked, text) for text in best[:1]), default=0.0),
        max((_share_of_stems(weights, text) for text in best), default=0.0),
    )


def _share_of_groups(asked: Sequence[str], text: str) -> float:
    there = {group for word in letter_groups(text) for group in word}
    return sum(group in there for group in asked) / max(1, len(asked))


def _share_of_stems(weights: Mapping[str, float], text: str) -> float:
    there = weights.keys() & terms(text)
    return sum(weights[term] for term in there) / (sum(weights.values()) or 1.0)
