"""What an embedding model is to the rest of the house, and how it fails."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


class EmbeddingError(RuntimeError):
    """A model cannot be found or loaded; the message is Swedish and names the cure."""


class Embedder(Protocol):
    """Turns texts into unit vectors whose inner product is their cosine."""

    @property
    def name(self) -> str:
        """The identity of the model: vectors of two names must never be compared."""

    @property
    def dimensions(self) -> int:
        """The length of every vector."""

    def prepare(self) -> None:
        """Load what `encode_passages` needs, for callers that have something else to do meanwhile; any thread may."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one normalised float32 row per text that is to be found; shape (len(texts), dimensions)."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one normalised float32 row per text that somebody looks for; shape (len(texts), dimensions)."""
