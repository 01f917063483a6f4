"""How likely two paragraphs are of one matter, told from their titles, their meaning and their dates alone.

Always holds: pure; case numbers are not looked at, so that they can be hidden, and so that they could teach: the
weights are fitted to pairs that share or do not share a printed number (`bench/links_calibrate.py` prints them, with
what they give on cases that were not fitted). A title that says little ("Delårsrapport", "Information från
förvaltningen") joins nothing unless both name the same time.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from index.stored import Head
from nlp.titles import GENERIC, GENERIC_GROUPS, TitleWords, title_words

# What counts as rare must not depend on how little has been read: as if so many other paragraphs had been read before,
# in which words of form stand this often.
_READ_BEFORE, _GENERIC_BEFORE = 300, 15
# Shared words must tell this much (the sum of their weights): two rare words, or several common ones.
TELLING = 9.0
_UNTOLD = 0.3
_MONTH = 30.0
_UNKNOWN_GAP = 365
_RAREST, _NEAREST, _NAMED = 10, 24, 400
_TELLING_GROUPS = 50.0


@dataclass(frozen=True, slots=True)
class Features:
    """What a pair is judged by: shares from 0 to 1, the gap as log(1 + months), the rest 0 or 1."""

    groups: float
    equal: float
    meaning: float
    other: float
    gap: float
    one_meeting: float


WEIGHTS = Features(8.4, 4.6, 1.7, -2.1, -0.7, -1.8)
BIAS = -6.3


def probability(features: Features, *, told: bool) -> float:
    """Return how likely a pair with these features is of one matter; ``told`` when its shared title tells enough."""
    total = (
        BIAS
        + WEIGHTS.groups * features.groups
        + WEIGHTS.equal * features.equal
        + WEIGHTS.meaning * features.meaning
        + WEIGHTS.other * features.other
        + WEIGHTS.gap * features.gap
        + WEIGHTS.one_meeting * features.one_meeting
    )
    likely = 1 / (1 + math.exp(-total))
    return likely if told else min(likely, _UNTOLD)


class Titles:
    """The titles of a collection in time order, with how rare their words are.

    ``rows`` are the paragraphs; a row's place is its name here. What is nearest in time is found without going through
    the rest, so that a collection of many years costs each paragraph no more than one of few.
    """

    def __init__(self, heads: Iterable[Head]) -> None:
        """Count the words of the titles of ``heads``."""
        self.rows: Sequence[Head] = sorted(heads, key=lambda head: (head.date or "", head.id))
        self.place = {head.id: row for row, head in enumerate(self.rows)}
        self._days = [_day(head.date) for head in self.rows]
        self._having: dict[str, list[int]] = {}
        words: Counter[str] = Counter()
        for row, head in enumerate(self.rows):
            title = title_words(head.title)
            words.update(title.words)
            for group in title.groups:
                self._having.setdefault(group, []).append(row)
        self._unread = _telling(len(self.rows) + _READ_BEFORE, 0, generic=False)
        self._lengths: dict[str, float] = {}
        read = len(self.rows) + _READ_BEFORE
        self._words = {word: _telling(read, count, generic=word in GENERIC) for word, count in words.items()}
        self._groups = {
            group: _telling(read, len(rows), generic=group in GENERIC_GROUPS) for group, rows in self._having.items()
        }

    def candidates(self, row: int, limit: int) -> list[int]:
        """Return the rows whose titles share most with that of ``row``, by their rarest groups of letters."""
        groups = sorted(title_words(self.rows[row].title).groups, key=lambda one: (len(self._having[one]), one))
        shared: dict[int, float] = {}
        for group in groups[:_RAREST]:
            weight = self._groups[group]
            for other in _nearest(self._having[group], row, _NEAREST):
                shared[other] = shared.get(other, 0.0) + weight
        shared.pop(row, None)
        return sorted(shared, key=lambda other: (-shared[other], abs(other - row), other))[:limit]

    def named(self, words: str) -> list[tuple[int, float]]:
        """Return the rows whose titles have what ``words`` tell, with the share of it that they have, most first.

        Half of it is the least, and that must tell something: about two rare words.
        """
        groups = title_words(words).groups
        whole = sum(self._groups.get(group, self._unread) for group in groups)
        known = sorted(groups & self._having.keys(), key=lambda one: (len(self._having[one]), one))
        rows = {row for group in known[:_RAREST] for row in self._having[group][-_NAMED:]}
        found = []
        for row in rows:
            shared = groups & title_words(self.rows[row].title).groups
            told = sum(self._groups[group] for group in shared)
            if told >= _TELLING_GROUPS and told >= whole / 2:
                found.append((row, told / whole))
        return sorted(found, key=lambda one: (-one[1], -one[0]))

    def share_of(self, row: int, words: str) -> float:
        """Return how much of what the title of ``row`` tells stands in ``words``."""
        title = title_words(self.rows[row].title)
        shared = sum(map(self._groups.__getitem__, title.groups & title_words(words).groups))
        return shared / self._length(title) if title.groups else 0.0

    def of_one_name(self, row: int, other: int) -> bool:
        """Whether half of what the shorter of two titles tells stands in the other too."""
        one, two = title_words(self.rows[row].title).words, title_words(self.rows[other].title).words
        return bool(one & two) and self._told(one & two) >= min(self._told(one), self._told(two)) / 2

    def features(self, row: int, other: int, cosine: float) -> Features:
        """Return what the pair is judged by; ``cosine`` is that of the vectors of the two paragraphs."""
        one, two = title_words(self.rows[row].title), title_words(self.rows[other].title)
        heads = self.rows[row], self.rows[other]
        return Features(
            groups=self._shared_groups(one, two),
            equal=float(bool(one.plain) and one.plain == two.plain),
            meaning=max(0.0, (cosine - 0.8) / 0.2),
            other=float(one.names_another(two)),
            gap=math.log1p(self.gap(row, other) / _MONTH),
            one_meeting=float(heads[0].date == heads[1].date and heads[0].board == heads[1].board),
        )

    def gap(self, row: int, other: int) -> int:
        """Return the days between two paragraphs; a year where either is not dated to the day."""
        one, two = self._days[row], self._days[other]
        return _UNKNOWN_GAP if one is None or two is None else abs(one - two)

    def told(self, row: int, other: int) -> bool:
        """Whether what two titles share tells a matter: rare words enough, or the same time under the same name."""
        one, two = title_words(self.rows[row].title), title_words(self.rows[other].title)
        return self._told(one.words & two.words) >= TELLING or one.names_the_same_time(two)

    def _shared_groups(self, one: TitleWords, two: TitleWords) -> float:
        whole = self._length(one) * self._length(two)
        return sum(map(self._groups.__getitem__, one.groups & two.groups)) / math.sqrt(whole) if whole else 0.0

    def _told(self, words: Iterable[str]) -> float:
        return sum(map(self._words.__getitem__, words))

    def _length(self, title: TitleWords) -> float:
        if title.plain not in self._lengths:
            self._lengths[title.plain] = sum(map(self._groups.__getitem__, title.groups))
        return self._lengths[title.plain]


def _telling(read: int, count: int, *, generic: bool) -> float:
    """Return how telling a word or group is: the logarithm of how rare it is in titles."""
    return math.log((read + 1) / (count + (_GENERIC_BEFORE if generic else 0.5) + 0.5))


def _nearest(rows: Sequence[int], row: int, count: int) -> Sequence[int]:
    """Return the ``count`` members of the ascending ``rows`` on either side of ``row``."""
    at = bisect_left(rows, row)
    return rows[max(0, at - count) : at + count + 1]


def _day(printed: str | None) -> int | None:
    """Return the day as a number, None where only a month or a year is known."""
    try:
        return date.fromisoformat(printed or "").toordinal()
    except ValueError:
        return None
