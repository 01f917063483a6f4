"""Whether a paragraph that cites another case goes on with that case, or only mentions it.

A citation alone does not tell: a list of assignments cites a hundred cases, a budget is cited by as many, and a § may
be misprinted. What tells is whether both texts are about the same thing. Always holds: the words of the collection
decide what is rare, so that nothing is tuned to one subject; texts are read only of what cites, or is cited, across
cases.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from index.links import Tie
from index.results import LinkKind
from index.store import Store
from index.stored import Head, StoredParagraph
from nlp.acts import Range, SectionKind
from nlp.analysis import content_terms, terms
from nlp.standing import comparable_title

KIN = 0.15
"""From this likeness of texts (cosine of weighted words) on, a citation carries an issue on to the case it names."""
KIN_BY_TITLE = 0.05
"""What is enough where the titles share a word that few titles have."""
RETURNED = 0.4
"""What it takes where a citation only tells when the matter was up before: another number may be a misprint."""
_RARE_SHARE, _RARE_LEAST = 0.02, 4
_SHORTEST = 3

Frequency = Callable[[str], int]
"""Gives in how many paragraphs a stem stands."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A paragraph's words with their weights (length 1), and where it tells of its earlier treatment."""

    weights: Mapping[str, float]
    earlier: tuple[Range, ...]


class Kinship:
    """Judges citations across cases in one generation of a store whose shown paragraphs are ``heads``."""

    def __init__(self, store: Store, frequency: Frequency, heads: Collection[Head]) -> None:
        """Count the words of the titles; texts are read when they are asked for."""
        self._store, self._frequency = store, frequency
        self._titles = {head.id: frozenset(content_terms(comparable_title(head.title))) for head in heads}
        # A word that only the titles of one case have is rare, however often that case comes up.
        cases = {(head.case_numbers or head.id, self._titles[head.id]) for head in heads}
        self._of_titles = Counter(term for term, _ in {(term, case) for case, title in cases for term in title})
        self._read: dict[str, _Reading] = {}
        self._rarities: dict[str, float] = {}

    def goes_on(self, tie: Tie) -> bool:
        """Return whether the source of ``tie`` is of the same matter as the paragraph in the library that it names."""
        if tie.target is None:
            return False
        likeness = self.likeness(tie.source, tie.target)
        if tie.kind is LinkKind.RETURNS or self._only_tells_when(tie):
            return likeness >= RETURNED
        return likeness >= (KIN_BY_TITLE if self._share_title(tie.source, tie.target) else KIN)

    def likeness(self, one: str, other: str) -> float:
        """Return how alike two paragraphs are in words, 0 to 1."""
        mine, yours = self._reading(one).weights, self._reading(other).weights
        few, many = (mine, yours) if len(mine) <= len(yours) else (yours, mine)
        return sum(weight * many[term] for term, weight in few.items() if term in many)

    def _only_tells_when(self, tie: Tie) -> bool:
        earlier = self._reading(tie.source).earlier
        return bool(tie.ranges) and all(any(e.start <= r.start < e.end for e in earlier) for r in tie.ranges)

    def _share_title(self, one: str, other: str) -> bool:
        few = max(_RARE_LEAST, _RARE_SHARE * len(self._titles))
        return any(self._of_titles[term] <= few for term in self._titles[one] & self._titles[other])

    def _reading(self, paragraph_id: str) -> _Reading:
        if paragraph_id not in self._read:
            self._read[paragraph_id] = self._made(self._store.paragraph(paragraph_id))
        return self._read[paragraph_id]

    def _made(self, stored: StoredParagraph) -> _Reading:
        counts = Counter(term for term in terms(stored.paragraph.text) if len(term) >= _SHORTEST)
        raw = {term: (1 + math.log(n)) * self._rarity(term) for term, n in counts.items() if not term.isdecimal()}
        length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        earlier = (one.range for one in stored.paragraph.sections if one.kind is SectionKind.EARLIER)
        return _Reading({term: weight / length for term, weight in raw.items()}, tuple(earlier))

    def _rarity(self, term: str) -> float:
        """Return BM25's idf without its constant: 0 for what every paragraph has."""
        if term not in self._rarities:
            count = max(len(self._titles), 1)
            self._rarities[term] = math.log(count / min(max(self._frequency(term), 1), count))
        return self._rarities[term]
