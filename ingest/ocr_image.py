"""A page as a grey image that is fit for reading: drawn, turned upright, straightened.

Owns everything about pixels: at which resolution a page is drawn, how far its lines are from level, how thick the
strokes of a word are. Knows no letters. Angles are degrees, clockwise positive.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL import Image

    Dark = NDArray[np.bool_]

_DPI = 300  # what Tesseract was trained on
_POINTS = 72
_MOST_PIXELS = 26_000_000  # an A3 page at 300 dots an inch is 17 million
_LEAST_DPI = 40
_WHITE = 255
_STEEPEST = 4.0  # degrees: an office scanner does not pull paper in more askew
_STEPS = ((_STEEPEST, 0.5), (0.6, 0.1), (0.1, 0.02))  # reach and step of each closer look
_LEAST_SKEW = 0.03
_THUMB_WIDTH = 1000
_UNBROKEN = 0.97  # of a rule's pixels are ink: scanning frays it
_GAP = 3  # rows of pixels


@dataclass(frozen=True)
class Drawn:
    """A page's image, and the way back from its pixels to points of the page as displayed.

    ``back`` maps a pixel (x, y) to the point (a x + b y + c, d x + e y + f); ``turn`` is the quarter turn that set the
    image upright, ``dpi`` its resolution.
    """

    image: Image.Image
    dpi: float
    turn: int
    back: tuple[float, float, float, float, float, float]

    @property
    def png(self) -> bytes:
        """The image as a file."""
        target = io.BytesIO()
        self.image.save(target, "PPM")
        return target.getvalue()


def drawn(page: Any) -> Drawn:
    """Draw a ``pypdfium2.PdfPage`` as displayed, in grey."""
    width, height = page.get_size()
    dpi = min(_DPI, max(_LEAST_DPI, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5 * _POINTS))
    bitmap = page.render(scale=dpi / _POINTS, grayscale=True)
    try:
        image = bitmap.to_pil().convert("L")
    finally:
        bitmap.close()
    scale = _POINTS / dpi
    return Drawn(image, dpi, 0, (scale, 0.0, 0.0, 0.0, scale, 0.0))


def turned(one: Drawn, turn: int) -> Drawn:
    """Turn an image by a quarter turn clockwise (0, 90, 180 or 270)."""
    if turn == 0:
        return one
    width, height = one.image.size
    inner = {
        90: (0.0, 1.0, 0.0, -1.0, 0.0, float(height)),
        180: (-1.0, 0.0, float(width), 0.0, -1.0, float(height)),
        270: (0.0, -1.0, float(width), 1.0, 0.0, 0.0),
    }[turn]
    return Drawn(one.image.rotate(-turn, expand=True), one.dpi, (one.turn + turn) % 360, _after(one.back, inner))


def straightened(one: Drawn) -> Drawn:
    """Turn an image by the small angle that makes its lines level."""
    import numpy as np  # noqa: PLC0415 - only scans need it
    from PIL import Image  # noqa: PLC0415

    angle = skew_of(one.image)
    if abs(angle) < _LEAST_SKEW:
        return one
    sine, cosine = float(np.sin(np.radians(angle))), float(np.cos(np.radians(angle)))
    x, y = one.image.width / 2, one.image.height / 2
    inner = (cosine, -sine, x - cosine * x + sine * y, sine, cosine, y - sine * x - cosine * y)
    image = one.image.transform(
        one.image.size, Image.Transform.AFFINE, inner, Image.Resampling.BICUBIC, fillcolor=_WHITE
    )
    return Drawn(image, one.dpi, one.turn, _after(one.back, inner))


def _after(
    outer: tuple[float, float, float, float, float, float], inner: tuple[float, float, float, float, float, float]
) -> tuple[float, float, float, float, float, float]:
    """Return the map that does ``inner`` first."""
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = inner
    return (a * p + b * s, a * q + b * t, a * r + b * u + c, d * p + e * s, d * q + e * t, d * r + e * u + f)


def skew_of(image: Image.Image) -> float:
    """Return by how many degrees, clockwise, the lines of an image lean: where rows of ink and paper part best."""
    import numpy as np  # noqa: PLC0415

    small = image.resize((_THUMB_WIDTH, max(1, round(image.height * _THUMB_WIDTH / image.width))))
    rows, columns = np.nonzero(dark(small))
    if len(rows) < _THUMB_WIDTH:
        return 0.0
    best = 0.0
    for reach, step in _STEPS:
        angles = best + np.arange(-reach, reach + step / 2, step)
        best = float(max(angles, key=lambda angle: _sharpness(rows, columns, float(angle))))
    return best if abs(best) < _STEEPEST else 0.0


def _sharpness(rows: NDArray[np.int64], columns: NDArray[np.int64], angle: float) -> float:
    """Return how unevenly ink is spread over rows that lean by an angle."""
    import numpy as np  # noqa: PLC0415

    level = rows - np.tan(np.radians(angle)) * columns
    counts = np.bincount((level - level.min()).astype(np.int64))
    return float(np.square(np.diff(counts.astype(np.float64))).sum())


def dark(image: Image.Image) -> Dark:
    """Return which pixels are ink: darker than the middle between the page's ink and its paper."""
    import numpy as np  # noqa: PLC0415

    grey = np.asarray(image, dtype=np.uint8)
    ink, paper = np.percentile(grey, (1, 60))
    return np.asarray(grey < (float(ink) + float(paper)) / 2, dtype=np.bool_)


def stroke(ink: Dark, box: tuple[int, int, int, int]) -> float:
    """Return the mean thickness in pixels of the strokes in a box: their area by half their outline."""
    left, top, right, bottom = box
    part = ink[max(top, 0) : bottom, max(left, 0) : right]
    if part.size == 0:
        return 0.0
    edges = int((part[1:] != part[:-1]).sum()) + int((part[:, 1:] != part[:, :-1]).sum())
    return 2.0 * int(part.sum()) / edges if edges else 0.0


def rules(ink: Dark, shortest: int, thickest: int) -> list[tuple[int, int, int, int]]:
    """Return the boxes of level rules: unbroken ink at least ``shortest`` pixels long and at most ``thickest`` high."""
    import numpy as np  # noqa: PLC0415

    if ink.shape[1] <= shortest:
        return []
    sums = np.cumsum(ink, axis=1, dtype=np.int32)
    full = sums[:, shortest:] - sums[:, :-shortest] >= _UNBROKEN * shortest
    rows = np.flatnonzero(full.any(axis=1)).tolist()
    found = []
    for first, last in _runs(rows):
        if last - first < thickest:
            columns = np.flatnonzero(full[first : last + 1].any(axis=0))
            found.append((int(columns[0]), first, int(columns[-1]) + shortest, last + 1))
    return found


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of the numbers that follow each other, a gap of a few closed."""
    first = last = None
    for row in rows:
        if first is None or last is None or row - last > _GAP:
            if first is not None and last is not None:
                yield first, last
            first = row
        last = row
    if first is not None and last is not None:
        yield first, last
