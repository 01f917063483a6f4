"""Errors of embedding models as errors of the library."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from index.errors import ModelError
from nlp.embedding import EmbeddingError


@contextmanager
def model_errors() -> Iterator[None]:
    """Raise ModelError where the embedding model cannot be found or loaded."""
    try:
        yield
    except EmbeddingError as error:
        raise ModelError(str(error)) from error
