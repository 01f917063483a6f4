"""Any other model: a Hugging Face id or a folder, through SentenceTransformer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from nlp.embedding import passages
from nlp.embedding.base import EmbeddingError, Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

# "intfloat/multilingual-e5-large", "e5-base-v2": models trained with these two words, which their files do not name.
_E5 = re.compile(r"(^|[-_/])e5[-_](?!.*instruct)", re.IGNORECASE)
_E5_PROMPTS = {"query": "query: ", "passage": "passage: "}
_PASSAGE_NAMES = ("passage", "document", "corpus")


class HubEmbedder:
    """A model of the user's choice; loaded at its first use, with its own prompts."""

    def __init__(self, model: str) -> None:
        """Remember the model's id or folder."""
        folder = Path(model).expanduser()
        self._source = str(folder.resolve()) if folder.is_dir() else model
        self._loading = Lock()

    @property
    def name(self) -> str:
        """The id, or the folder's full path."""
        return self._source

    @property
    def dimensions(self) -> int:
        """The length of the model's vectors (loads it)."""
        return int(self._model.get_embedding_dimension() or 0)

    def prepare(self) -> None:
        """Load the model."""
        with self._loading:
            _ = self._model

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of texts that are to be found."""
        self.prepare()
        return passages.encode(self._model, texts, self._prompts.get("passage"))

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of questions."""
        return passages.encode(self._model, texts, self._prompts.get("query"))

    @cached_property
    def _prompts(self) -> Mapping[str, str]:
        return prompts_of(self._source, self._model.prompts)

    @cached_property
    def _model(self) -> SentenceTransformer:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415  (heavy: only where passages are embedded)

        passages.use_all_cores()
        kind = "bfloat16" if passages.gains_from_bfloat16() else "float32"
        try:
            return SentenceTransformer(self._source, device="cpu", model_kwargs={"dtype": kind})
        except (OSError, ValueError, ImportError) as error:
            raise EmbeddingError(
                f"Språkmodellen {self._source} kan inte laddas: {error}. Ange en mapp med modellen eller ett namn från "
                "Hugging Face som redan är hämtat, eller utelämna --model för den inbyggda modellen."
            ) from error


def prompts_of(name: str, own: Mapping[str, str | None]) -> dict[str, str]:
    """Return the words put before queries and passages: the model's own, else those of E5, else none."""
    prompts = {
        "query": own.get("query"),
        "passage": next((own[key] for key in _PASSAGE_NAMES if own.get(key)), None),
    }
    chosen = {role: words for role, words in prompts.items() if words}
    return chosen or (dict(_E5_PROMPTS) if _E5.search(name) else {})
