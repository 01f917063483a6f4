"""Which paragraphs are like one another: candidates by title and by meaning, each judged by `likeness`.

Always holds: what is asked for is worked out for that paragraph alone and kept as long as the collection stays the
same, so that adding documents costs nothing until somebody asks. Standing items are like nothing. A matter of which
several other numbers are like it is shown by the likest. By meaning alone only what is near in time is compared
(`_REACH` paragraphs to either side); by title everything.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from index.links.likeness import Features, Titles, probability
from index.links.ties import Tie
from index.results import LinkKind
from index.stored import Head, Vector

Vectors = Callable[[Sequence[str]], Vector]
"""Gives the vectors of paragraphs by their ids, (n, dimensions); zeros for those that have none."""

JOINED = 0.7
"""From this likelihood on two paragraphs are taken for one matter (`bench/links_calibrate.py`)."""
_BY_TITLE, _BY_MEANING = 24, 12
_REACH = 1_024
_SHOWN = 6
# What is alike without being one matter: half of what the titles tell is shared and the texts are near.
_ALIKE_TITLE, _ALIKE_MEANING, _ONE_SUBJECT = 0.5, 0.5, 0.85


@dataclass(frozen=True, slots=True)
class Likeness:
    """A row that is like another: what speaks for it, whether titles tell enough, how likely both are one matter."""

    row: int
    features: Features
    told: bool
    likely: float

    @property
    def subject(self) -> float:
        """How alike in subject the two are, 0 to 1, whatever lies between them in time."""
        return 0.6 * self.features.groups + 0.4 * self.features.meaning


class Alike:
    """Likenesses in one collection; ``heads`` without the standing items."""

    def __init__(self, heads: Collection[Head], vectors: Vectors) -> None:
        """Name the parts; nothing is compared yet."""
        self.titles = Titles(heads)
        self.vectors = vectors
        self._known: dict[str, tuple[Likeness, ...]] = {}
        self._joined: dict[str, tuple[Tie, ...]] = {}

    def joined(self, paragraph_id: str) -> tuple[Tie, ...]:
        """Return the ties to the paragraphs that are likely of one matter with this one, the likeliest first."""
        if paragraph_id not in self._joined:
            found = sorted((one for one in self.of(paragraph_id) if one.likely >= JOINED), key=lambda one: -one.likely)
            self._joined[paragraph_id] = tuple(self._tie(paragraph_id, one, one.likely) for one in found)
        return self._joined[paragraph_id]

    def related(self, paragraph_id: str) -> tuple[Tie, ...]:
        """Return the ties to paragraphs on the same subject that are hardly of one matter with this one."""
        found = [one for one in self.of(paragraph_id) if one.likely < JOINED and one.told and _one_subject(one)]
        found.sort(key=lambda one: (-one.subject, one.row))
        return tuple(self._tie(paragraph_id, one, one.subject) for one in found[:_SHOWN])

    def of(self, paragraph_id: str) -> tuple[Likeness, ...]:
        """Return everything that is compared with a paragraph; () for standing items."""
        row = self.titles.place.get(paragraph_id)
        if row is None:
            return ()
        if paragraph_id not in self._known:
            self._known[paragraph_id] = self._compared(row)
        return self._known[paragraph_id]

    def between(self, one: str, other: str) -> float:
        """Return how likely two paragraphs are of one matter; 0 where either is a standing item."""
        row, second = self.titles.place.get(one), self.titles.place.get(other)
        if row is None or second is None:
            return 0.0
        return self._judged(row, second).likely

    @cached_property
    def _matrix(self) -> Vector:
        return self.vectors([head.id for head in self.titles.rows])

    def _compared(self, row: int) -> tuple[Likeness, ...]:
        first = max(0, row - _REACH)
        # The threads of a matrix product cost fifty times what they spare on so few rows.
        cosines = np.einsum("ij,j->i", self._matrix[first : row + _REACH + 1], self._matrix[row])
        nearest = first + np.argpartition(-cosines, min(_BY_MEANING, len(cosines) - 1))[: _BY_MEANING + 1]
        rows = dict.fromkeys((*self.titles.candidates(row, _BY_TITLE), *nearest.tolist()))
        return tuple(self._judged(row, other) for other in rows if other != row)

    def _judged(self, row: int, other: int) -> Likeness:
        cosine = float(np.einsum("i,i", self._matrix[row], self._matrix[other]))
        features, told = self.titles.features(row, other, cosine), self.titles.told(row, other)
        return Likeness(other, features, told, probability(features, told=told))

    def _tie(self, source: str, found: Likeness, confidence: float) -> Tie:
        target = self.titles.rows[found.row]
        kind = LinkKind.SAME_TITLE if found.features.equal else LinkKind.SIMILAR
        return Tie(kind, source, target.id, target.title, (), round(confidence, 3))


def _one_subject(found: Likeness) -> bool:
    alike = found.features.groups >= _ALIKE_TITLE and found.features.meaning >= _ALIKE_MEANING
    return (alike and found.subject >= _ONE_SUBJECT) or bool(found.features.equal)
