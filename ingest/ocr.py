"""Reading a page's image: a scanned page becomes lines like those of a page with text.

What always holds: the lines are those of the page set upright and straight, so that all further reading finds level
lines; ``Recognised.placed`` says where on the page as displayed a box of them stands. A page that cannot be read raises
OcrError. Whether a page needs reading is judged in ``ingest.quality``.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ingest.lines import Page, gathered
from ingest.ocr_engine import SeenLine, read_image, turn_of
from ingest.ocr_image import Drawn, dark, drawn, straightened, turned
from ingest.ocr_lines import rule_words, words_of
from ingest.records import Box

_SECONDS = 50.0  # of the minute that a page may take
_UPSIDE_DOWN = 0.7  # a page read less surely may lie on its side
_QUARTER, _HALF = 90, 180


@dataclass(frozen=True)
class Recognised:
    """A page read from its image: ``page`` straightened, ``confidence`` (0 to 1) the mean over its letters."""

    page: Page
    confidence: float
    turn: int
    back: tuple[float, float, float, float, float, float]

    def placed(self, box: Box) -> Box:
        """Return where a box of the straightened page stands on the page as displayed, in points."""
        x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
        a, b, c, d, e, f = self.back
        x, y = a * x + b * y + c, d * x + e * y + f
        across, down = (box.x1 - box.x0) / 2, (box.bottom - box.top) / 2
        if self.turn % _HALF == _QUARTER:
            across, down = down, across
        return Box(x - across, y - down, x + across, y + down)


def recognise(opened: Any, number: int) -> Recognised:
    """Read the image of a ``pypdfium2.PdfPage``.

    Raises OcrError when the program fails or takes too long. Takes some five seconds of one core for a page of text.
    """
    until = time.monotonic() + _SECONDS
    image = straightened(drawn(opened))
    lines = read_image(image.png, round(image.dpi), _left(until))
    if _sureness(lines) < _UPSIDE_DOWN:
        image, lines = _upright(image, lines, until)
    return _recognised(image, lines, number)


def _left(until: float) -> float:
    return max(1.0, until - time.monotonic())


def _upright(image: Drawn, lines: tuple[SeenLine, ...], until: float) -> tuple[Drawn, tuple[SeenLine, ...]]:
    """Read a page again the way its letters stand, where that is another way and gives a surer reading."""
    turn = turn_of(image.png, round(image.dpi), _left(until))
    if turn == 0:
        return image, lines
    other = straightened(turned(image, turn))
    again = read_image(other.png, round(other.dpi), _left(until))
    return (other, again) if _sureness(again) > _sureness(lines) else (image, lines)


def _sureness(lines: Sequence[SeenLine]) -> float:
    """Return how sure a reading is, letter by letter."""
    letters = [(len(w.text), w.sure) for line in lines for w in line.words]
    return sum(n * sure for n, sure in letters) / max(1, sum(n for n, _ in letters))


def _recognised(image: Drawn, lines: Sequence[SeenLine], number: int) -> Recognised:
    scale = 72 / image.dpi
    ink = dark(image.image)
    words = words_of(lines, ink, scale)
    letters = sum(len(word.text) for word, _ in words)
    confidence = sum(len(word.text) * sure for word, sure in words) / max(1, letters)
    placed = [*(word for word, _ in words), *rule_words(ink, [word for word, _ in words], scale)]
    width, height = image.image.size
    page = Page(number, width * scale, height * scale, gathered(placed, number), seen=True)
    a, b, c, d, e, f = image.back
    return Recognised(page, confidence, image.turn, (a / scale, b / scale, c, d / scale, e / scale, f))
