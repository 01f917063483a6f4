"""How near an argument is to a text: by meaning, by words in common, and by the line of argument.

Always holds: pure arithmetic over what each part found; the parts are kept, so that people see what a nearness rests
on. The weights were chosen on one half of the demo's claims and judged on the other (`bench/arguments.py`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.arguments.values import Argued, Argument
from nlp.analysis import content_terms, matches
from nlp.claims_topoi import TOPOI, tells

_WORDS, _LINE, _SAME_LINE = 0.5, 0.4, 0.2
"""What words in common, a line of argument in both texts, and one that the whole act follows weigh beside a cosine."""
_FULL, _TELLING = 3.0, 2.0
"""A line of argument counts wholly from the first score on, and is one of the question's from the second."""
_LIKE_BY_MEANING, _LIKE_BY_WORDS = 0.55, 0.25
"""Without a line in common an echo must be so near by meaning, or share so much of its words."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """``total`` ranks; ``cosine``, ``words`` (0 to 1) and ``lines`` (names of lines in common) are its parts."""

    total: float
    cosine: float
    words: float
    lines: tuple[str, ...]

    @property
    def is_echo(self) -> bool:
        """Whether the two say the like at all."""
        return bool(self.lines) or self.cosine >= _LIKE_BY_MEANING or self.words >= _LIKE_BY_WORDS


class Question:
    """A text that somebody asks about, held against arguments among ``everything``."""

    def __init__(self, text: str, everything: Sequence[Argument]) -> None:
        """Read the text and how rare its words are among all arguments."""
        self._terms = frozenset(content_terms(text))
        self._lines = {name: score for name in TOPOI if (score := tells(name, text))}
        self._rarity = _rarity(one.quote for one in everything)

    def nearness(self, argued: Argued, argument: Argument, cosine: float) -> Nearness:
        """Return how near an argument of ``argued`` is, whose vector has this cosine with the text's."""
        words = self._overlap(argument.quote) if self._terms else 0.0
        both = {name: tells(name, argument.quote) for name in argument.topoi if name in self._lines}
        both = {name: min(score, self._lines[name]) for name, score in both.items() if name in argued.topoi}
        line = min(max(both.values(), default=0.0), _FULL) / _FULL
        asked = {name for name, score in self._lines.items() if score >= _TELLING}
        same = not asked.isdisjoint(argued.topoi)
        total = cosine + _WORDS * words + _LINE * line + _SAME_LINE * same
        return Nearness(total, max(cosine, 0.0), words, tuple(name for name in both if name in asked))

    def shared(self, quote: str) -> tuple[str, ...]:
        """Return the words of ``quote``, as written, that the text has too or that tell a line of argument of both."""
        return tuple(dict.fromkeys(quote[one.start : one.end].lower() for one in matches(quote, self._terms)))

    def _overlap(self, quote: str) -> float:
        terms = frozenset(content_terms(quote))
        common = sum(self._rarity.get(term, 0.0) ** 2 for term in terms & self._terms)
        return common / (self._length(terms) * self._length(self._terms) or 1.0)

    def _length(self, terms: Iterable[str]) -> float:
        rarest = max(self._rarity.values(), default=1.0)
        return math.sqrt(sum(self._rarity.get(term, rarest) ** 2 for term in terms))


def _rarity(quotes: Iterable[str]) -> Mapping[str, float]:
    counts: Counter[str] = Counter()
    total = 0
    for quote in quotes:
        counts.update(set(content_terms(quote)))
        total += 1
    return {term: math.log((total + 1) / (count + 0.5)) for term, count in counts.items()}
