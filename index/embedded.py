"""Vectors of the texts that the store lacks: nothing is embedded twice.

Always holds: texts are taken in the order of their hashes, so that the same texts give the same batches, and the same
vectors, every time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from index.store import Store
from index.stored import Vector
from nlp.embedding import Embedder

_AT_ONCE = 256
"""Texts between two signs of life; large enough to be sorted by length into full batches."""


def new_vectors(
    store: Store, embedder: Embedder, texts: Mapping[str, str], tell: Callable[[], None] | None = None
) -> dict[str, Vector]:
    """Return the vectors that ``store`` lacks for ``texts`` (by content hash); ``tell`` is called after each batch."""
    missing = sorted(store.missing_vectors(embedder.name, texts))
    vectors: dict[str, Vector] = {}
    for first in range(0, len(missing), _AT_ONCE):
        names = missing[first : first + _AT_ONCE]
        vectors.update(zip(names, embedder.encode_passages([texts[name] for name in names]), strict=True))
        if tell is not None:
            tell()
    return vectors
