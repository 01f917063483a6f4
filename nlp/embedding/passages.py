"""Encoding many texts with a SentenceTransformer as fast as the processor can.

Always holds: rows come back in the order of the texts, normalised in float32. Importing this module loads no model
library; the first call does.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from nlp.embedding.base import Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

# Measured with bench/embedding.py: larger batches only add padding on two cores.
_BATCH = 16
_FAST_BFLOAT16 = frozenset({"amx_bf16", "avx512_bf16"})


def gains_from_bfloat16(cpuinfo: Path = Path("/proc/cpuinfo")) -> bool:
    """Whether the processor multiplies bfloat16 natively; without that it is slower than float32."""
    try:
        lines = cpuinfo.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return False
    flags = next((line for line in lines if line.startswith("flags")), "")
    return not _FAST_BFLOAT16.isdisjoint(flags.split())


def use_all_cores() -> None:
    """Let torch use every core that this process may run on."""
    import torch  # noqa: PLC0415  (heavy: only where passages are embedded)

    torch.set_num_threads(cores())


def cores() -> int:
    """Return how many cores this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def encode(model: SentenceTransformer, texts: Sequence[str], prompt: str | None) -> Vectors:
    """Return the normalised vectors of ``texts``, each put after ``prompt``."""
    if not texts:
        return np.empty((0, model.get_embedding_dimension() or 0), np.float32)
    rows = model.encode(
        [text.strip() for text in texts],
        prompt=prompt,
        batch_size=_BATCH,
        show_progress_bar=False,
        convert_to_numpy=True,
    )
    return normalised(rows.astype(np.float32, copy=False))


def normalised(rows: Vectors) -> Vectors:
    """Return the rows scaled to length 1; a row of zeros stays one."""
    lengths: Vectors = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / np.maximum(lengths, 1e-12)).astype(np.float32, copy=False)
