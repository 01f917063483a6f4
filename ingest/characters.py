"""Characters of an open text page, asked of pdfium many at a time; answers are arrays, a row a character.

pdfium answers for one character a call. What counts is how dear a call is: here addresses are handed over as plain
numbers and pdfium writes straight into the arrays. All coordinates are those of the page itself, unturned, in points
with the origin in the lower left corner. Leaves out what the answers mean: ``ingest.glyphs`` makes words of them.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Sequence
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

_FLOAT, _DOUBLE = 4, 8  # bytes
_POINTER, _INT = ctypes.c_void_p, ctypes.c_int


def bare(function: Any, *arguments: Any) -> Any:
    """Return a function of pdfium that takes and gives addresses as plain numbers."""
    return ctypes.CFUNCTYPE(*arguments)(ctypes.cast(function, _POINTER).value or 0)


_TEXT_OBJECT = bare(pdfium.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
_LOOSE_BOX = bare(pdfium.FPDFText_GetLooseCharBox, _INT, _POINTER, _INT, _POINTER)
_ORIGIN = bare(pdfium.FPDFText_GetCharOrigin, _INT, _POINTER, _INT, _POINTER, _POINTER)
_SIZE = bare(pdfium.FPDFText_GetFontSize, ctypes.c_double, _POINTER, _INT)
_MATRIX = bare(pdfium.FPDFText_GetMatrix, _INT, _POINTER, _INT, _POINTER)
_FONT = bare(pdfium.FPDFTextObj_GetFont, _POINTER, _POINTER)


class Characters:
    """The characters of one open text page (its raw pdfium handle)."""

    def __init__(self, textpage: Any) -> None:
        """Name the page."""
        self._page = ctypes.cast(textpage, _POINTER).value

    def boxes(self, indices: Sequence[int]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Return the loose boxes (n × left, bottom, right, top), and which of them pdfium knows."""
        answer = np.zeros((len(indices), 4), dtype=np.float32)
        known = list(map(_LOOSE_BOX, repeat(self._page), indices, _rows(answer, 4 * _FLOAT)))
        # pdfium's order is left, top, right, bottom
        return answer[:, [0, 3, 2, 1]].astype(np.float64), np.array(known, dtype=bool)

    def bases(self, indices: Sequence[int]) -> NDArray[np.float64]:
        """Return the heights of the base lines (n)."""
        x, y = np.zeros(len(indices)), np.zeros(len(indices))
        deque(map(_ORIGIN, repeat(self._page), indices, _rows(x, _DOUBLE), _rows(y, _DOUBLE)), maxlen=0)
        return y

    def objects(self, indices: Sequence[int]) -> list[int]:
        """Return a number for the text object of each character: the same for all that the file prints in one go."""
        found = map(_TEXT_OBJECT, repeat(self._page), indices)
        return [key or -index - 1 for index, key in zip(indices, found, strict=True)]

    def sizes(self, indices: Sequence[int]) -> list[float]:
        """Return the nominal font sizes, before the matrix."""
        return list(map(_SIZE, repeat(self._page), indices))

    def matrices(self, indices: Sequence[int]) -> NDArray[np.float32]:
        """Return the text matrices (n × a, b, c, d, e, f); a row of zeros where there is none."""
        answer = np.zeros((len(indices), 6), dtype=np.float32)
        deque(map(_MATRIX, repeat(self._page), indices, _rows(answer, 6 * _FLOAT)), maxlen=0)
        return answer

    def fonts(self, objects: Sequence[int]) -> list[int]:
        """Return a number for the font of each text object, 0 where there is none."""
        return [(_FONT(key) or 0) if key > 0 else 0 for key in objects]


def _rows(answer: NDArray[Any], width: int) -> range:
    """Return the addresses of the rows of an array, ``width`` bytes each."""
    start = answer.ctypes.data
    return range(start, start + width * len(answer), width)
