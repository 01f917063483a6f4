"""The words of the collection: which there are, how many paragraphs have each, and which are near a misspelt one.

Owns distance between spellings. Always holds: å ä ö are letters of their own, but a word typed without their dots
and rings is nearer than any other. Leaves out whether a correction is offered or used: that is the searching's choice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from index.derived import Derived
from index.store import Store
from nlp.analysis import STOP_WORDS, stem

# "sjukvard" for "sjukvård": the wrong key of the same letter is hardly a mistake.
_SAME_LETTER = 0.2
_PLAIN = str.maketrans("åäöéüè", "aaoeue")
# A distance is counted against the length: in four letters one mistake, in eight two.
_ONE_MISTAKE, _TWO_MISTAKES = 4, 8
_FORM = 0.1
_OTHER_START = 0.5
_LONGEST = 48
_SHORTEST_BASE, _SHORTEST_PART = 4, 3
_MOST_TRIED = 50
# Of Swedish nouns, adjectives and verbs, with their genitives and passives.
_ENDINGS = (
    *("a", "e", "n", "s", "t", "ar", "as", "at", "ad", "er", "or", "en", "et", "na", "ns", "ts", "ats", "ade", "ades"),
    *("ande", "anden", "arna", "arnas", "erna", "ernas", "orna", "ornas", "are", "ast", "aste"),
)

Codes = NDArray[np.uint32]


@dataclass(frozen=True)
class Vocabulary:
    """``counts`` are pairs (word in lower case, paragraphs that have it), most first."""

    counts: tuple[tuple[str, int], ...]

    @cached_property
    def by_word(self) -> dict[str, int]:
        """How many paragraphs have each word."""
        return dict(self.counts)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words."""
        return frozenset(stem(word) for word, _ in self.counts)

    def knows(self, word: str) -> bool:
        """Tell whether the collection has ``word`` in this form or another."""
        lower = word.lower()
        return lower in self.by_word or stem(lower) in self.stems

    def makes(self, word: str) -> bool:
        """Tell whether ``word`` may be made of words of the collection: "natten" of "nattvandrare", "badhuset" of two.

        Then it is no misspelling, though nobody has written it so far.
        """
        lower = word.lower()
        endings = ("", *(ending for ending in _ENDINGS if lower.endswith(ending)))
        if any(self._is_base(lower.removesuffix(ending)) for ending in endings):
            return True
        return any(
            (self.knows(lower[:at]) or self.knows(lower[:at].removesuffix("s"))) and self._is_part(lower[at:])
            for at in range(_SHORTEST_PART, len(lower) - _SHORTEST_BASE + 1)
        )

    def _is_base(self, base: str) -> bool:
        """Tell whether a word is ``base`` or puts another word behind it: "simhal" only begins "simhallen"."""
        if len(base) < _SHORTEST_BASE:
            return False
        # Not `knows`, which would take a second ending off.
        return (
            base in self.by_word
            or base in self.stems
            or any(self._is_part(rest.removeprefix("s")) for rest in islice(self._beginning(base), _MOST_TRIED))
        )

    def _is_part(self, word: str) -> bool:
        return len(word) >= _SHORTEST_BASE and self.knows(word)

    def _beginning(self, base: str) -> Iterator[str]:
        """Yield what follows ``base`` in the words that begin with it."""
        for at in range(bisect_left(self._alphabetical, base), len(self._alphabetical)):
            if not self._alphabetical[at].startswith(base):
                return
            yield self._alphabetical[at][len(base) :]

    @cached_property
    def _alphabetical(self) -> list[str]:
        return sorted(word for word, _ in self.counts)

    def nearest_words(self, word: str, limit: int = 5) -> tuple[str, ...]:
        """Return the words of the collection that ``word`` may be a misspelling of, the likeliest first, never itself.

        One mistake (a letter more, less, other or swapped with the next) is allowed from 4 letters on, two from 8; dots
        and rings alone do not count. A form of the word counts as near as the word ("simhal" gives "simhallen").
        """
        wanted = word.lower()
        mistakes = (len(wanted) >= _ONE_MISTAKE) + (len(wanted) >= _TWO_MISTAKES)
        allowed = mistakes + 2 * _SAME_LETTER
        costs = np.minimum(
            self._spellings.distances(wanted, mistakes), self._stemmed.distances(stem(wanted), mistakes) + _FORM
        ) + _OTHER_START * self._spellings.other_start(wanted)
        near = [at for at in np.flatnonzero(costs <= allowed) if self._candidates[at][0] != wanted]
        near.sort(key=lambda at: (round(float(costs[at]), 3), -self._candidates[at][1], self._candidates[at][0]))
        return tuple(self._candidates[at][0] for at in near[:limit])

    @cached_property
    def _candidates(self) -> tuple[tuple[str, int], ...]:
        """The words that a misspelling may mean: letters only, no small words."""
        return tuple(one for one in self.counts if one[0].isalpha() and one[0] not in STOP_WORDS and len(one[0]) > 1)

    @cached_property
    def _spellings(self) -> _Spellings:
        return _Spellings.of(word for word, _ in self._candidates)

    @cached_property
    def _stemmed(self) -> _Spellings:
        return _Spellings.of(stem(word) for word, _ in self._candidates)


class Vocabularies(Derived[Vocabulary]):
    """Gives the vocabulary of the store's present generation; ``counted`` is asked for the words and their counts."""

    def __init__(self, store: Store, counted: Callable[[], tuple[tuple[str, int], ...]]) -> None:
        """Name the parts; nothing is read before the first use."""
        super().__init__(store)
        self._counted = counted

    def _renewed(self, held: Vocabulary | None, generation: int) -> Vocabulary:  # noqa: ARG002  (read whole)
        return Vocabulary(self._counted())


@dataclass(frozen=True)
class _Spellings:
    """Many words as one matrix of code points (n, longest), 0 after a word's end, and without their dots and rings."""

    printed: Codes
    plain: Codes
    lengths: NDArray[np.intp]
    letters: Codes
    """Which letters a word has, one bit each."""
    counts: NDArray[np.int8]
    """How often a word has each letter, (n, 32)."""

    @classmethod
    def of(cls, words: Iterable[str]) -> _Spellings:
        cut = [word[:_LONGEST] for word in words]
        lengths = np.array([len(word) for word in cut], np.intp)
        plain = [word.translate(_PLAIN) for word in cut]
        codes = _codes(plain)
        return cls(_codes(cut), codes, lengths, np.array([_letters(word) for word in plain], np.uint32), _counts(codes))

    def other_start(self, word: str) -> NDArray[np.bool_]:
        """Return which words begin with another letter: people seldom get the first one wrong."""
        first = _codes([word.translate(_PLAIN)])[0, 0] if word else np.uint32(0)
        different: NDArray[np.bool_] = self.plain[:, 0] != first
        return different

    def distances(self, word: str, mistakes: int) -> NDArray[np.float32]:
        """Return how far each word is from ``word``, infinite where that is surely more than so many mistakes; (n,).

        Each mistake makes one letter more of one sort, one less of another, or both.
        """
        found = np.full(len(self.lengths), np.inf, np.float32)
        plain = word.translate(_PLAIN)
        differing = np.bitwise_count(self.letters ^ np.uint32(_letters(plain)))
        close = np.flatnonzero((np.abs(self.lengths - len(word)) <= mistakes) & (differing <= 2 * mistakes))
        more = self.counts[close] - _counts(_codes([plain]))
        close = close[np.maximum(np.maximum(more, 0).sum(axis=1), np.maximum(-more, 0).sum(axis=1)) <= mistakes]
        if word and len(close):
            width = int(self.lengths[close].max())
            found[close] = _distances(word, self.printed[close, :width], self.plain[close, :width], self.lengths[close])
        return found


def _codes(words: list[str]) -> Codes:
    width = max((len(word) for word in words), default=1) or 1
    return np.array(words, f"<U{width}").view(np.uint32).reshape(len(words), width)


def _counts(codes: Codes) -> NDArray[np.int8]:
    """Return how often each of these words has each letter; letters of the same remainder are counted together."""
    found = np.zeros((len(codes), 32), np.int8)
    for column in codes.T:
        there = np.flatnonzero(column)
        found[there, column[there] % 32] += 1
    return found


def _letters(word: str) -> int:
    """Return the letters of ``word`` as bits; letters of the same remainder share one."""
    found = 0
    for letter in word:
        found |= 1 << ord(letter) % 32
    return found


def _distances(word: str, printed: Codes, plain: Codes, lengths: NDArray[np.intp]) -> NDArray[np.float32]:
    """Return the distances of optimal string alignment (insert, delete, replace, swap) from ``word``, row by row."""
    typed, bare = _codes([word])[0], _codes([word.translate(_PLAIN)])[0]
    rows, width = printed.shape
    steps = np.arange(width + 1, dtype=np.float32)
    older, last = np.zeros((rows, width + 1), np.float32), np.broadcast_to(steps, (rows, width + 1))
    for at, letter in enumerate(typed):
        replaced = np.where(printed == letter, 0, np.where(plain == bare[at], _SAME_LETTER, 1)).astype(np.float32)
        row = np.minimum(last + 1, at + 1 + steps)
        row[:, 1:] = np.minimum(row[:, 1:], last[:, :-1] + replaced)
        if at:
            swapped = (plain[:, :-1] == bare[at]) & (plain[:, 1:] == bare[at - 1])
            row[:, 2:] = np.where(swapped, np.minimum(row[:, 2:], older[:, :-2] + 1), row[:, 2:])
        row = np.minimum.accumulate(row - steps, axis=1) + steps
        older, last = last, row
    ends: NDArray[np.float32] = last[np.arange(rows), lengths]
    return ends
