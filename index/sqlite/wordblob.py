"""The printed words of a text as one small blob.

Owns the packing of spans: seven whole numbers a word (start, end, page, and the box in hundredths of a point), each
column as differences from the word before, compressed. Ranges and pages come back as they were; boxes to a hundredth of
a point, boxes outside 200,000 points held at that border.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ingest.records import Box, Span
from nlp.acts import Range

_COLUMNS = 7
_PER_POINT = 100
_FARTHEST = 200_000 * _PER_POINT


def pack_spans(spans: Sequence[Span]) -> bytes:
    """Return ``spans`` as a compressed blob."""
    rows = np.array([_row(span) for span in spans], dtype=np.float64).reshape(-1, _COLUMNS)
    rows[:, 3:] = np.clip(np.nan_to_num(np.round(rows[:, 3:] * _PER_POINT)), -_FARTHEST, _FARTHEST)
    columns = np.ascontiguousarray(rows.astype("<i4").T)
    return zlib.compress(np.diff(columns, axis=1, prepend=0).astype("<i4").tobytes(), level=6)


def unpack_spans(blob: bytes) -> tuple[Span, ...]:
    """Return the spans of a blob that `pack_spans` made; raises ValueError when it is damaged."""
    return tuple(_span(row) for row in unpack_numbers(blob).tolist())


def unpack_numbers(blob: bytes) -> NDArray[np.int32]:
    """Return the same as an array (words, 7): start, end, page, and the box in hundredths of a point."""
    try:
        numbers = np.frombuffer(zlib.decompress(blob), dtype="<i4")
    except (zlib.error, ValueError) as error:
        raise ValueError(f"the words' places cannot be unpacked: {error}") from error
    if numbers.size % _COLUMNS:
        raise ValueError("the words' places are cut off")
    return np.cumsum(numbers.reshape(_COLUMNS, -1), axis=1, dtype=np.int32).T


def _row(span: Span) -> tuple[float, ...]:
    box = span.box
    return (span.range.start, span.range.end, span.page, box.x0, box.top, box.x1, box.bottom)


def _span(row: list[int]) -> Span:
    start, end, page, x0, top, x1, bottom = row
    box = Box(x0 / _PER_POINT, top / _PER_POINT, x1 / _PER_POINT, bottom / _PER_POINT)
    return Span(Range(start, end), page, box)
