"""The vectors of whole paragraphs: what a paragraph is about, without embedding or reading anything again.

Always holds: a row for every id asked for, zeros where a paragraph has no vector.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from index.finding.vectors import VectorIndex
from index.stored import Outline, Vector


class Meanings:
    """Vectors of paragraphs out of the index of all units; ``outlines`` tells which unit stands for a paragraph."""

    def __init__(self, outlines: Callable[[], Mapping[str, Outline]], vectors: VectorIndex) -> None:
        """Name the parts; nothing is read before the first use."""
        self._outlines, self._vectors = outlines, vectors

    def of(self, paragraph_ids: Sequence[str]) -> Vector:
        """Return the vectors of these paragraphs, (n, dimensions)."""
        outlines = self._outlines()
        known = (outlines.get(paragraph_id) for paragraph_id in paragraph_ids)
        return self._vectors.of([outline.unit if outline else 0 for outline in known])
