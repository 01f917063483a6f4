"""Pages whose text runs sideways or upside down as displayed are read upright, and their words put back.

All further reading finds the lines of an upright page: heads at its left, rules below lines, tables. What is stored
lies on the page as displayed. Leaves out pages that are pictures: ``ingest.ocr`` turns those itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from ingest.lines import Page, read_page
from ingest.quality import is_covered
from ingest.records import Box

_QUARTER, _HALF = 90, 180


class Placing(Protocol):
    """Knows where a box of the page as it was read stands on the page as displayed, in points."""

    def placed(self, box: Box) -> Box:
        """Return the box as displayed."""
        ...


@dataclass(frozen=True)
class Turned:
    """A page that was read upright: ``turn`` is how far, clockwise, its text runs as displayed.

    ``width`` and ``height`` are those of the page as displayed.
    """

    turn: int
    width: float
    height: float

    def placed(self, box: Box) -> Box:
        """Return where a box of the upright page is displayed."""
        if self.turn == _QUARTER:
            return Box(self.width - box.bottom, box.x0, self.width - box.top, box.x1)
        if self.turn == _HALF:
            return Box(self.width - box.x1, self.height - box.bottom, self.width - box.x0, self.height - box.top)
        return Box(box.top, self.height - box.x1, box.bottom, self.height - box.x0)


@dataclass(frozen=True)
class InTurn:
    """Several ways back, gone one after the other."""

    ways: Sequence[Placing]

    def placed(self, box: Box) -> Box:
        """Return the box as displayed."""
        for way in self.ways:
            box = way.placed(box)
        return box


def read_upright(opened: Any, number: int) -> tuple[Page, Turned | None]:
    """Return the lines of a ``pypdfium2.PdfPage``, and the way back where it was turned to read them.

    The open page stays turned, so that its rules and its picture are those of the lines.
    """
    read = read_page(opened, number)
    turn = read.lines[0].words[0].turn if read.lines else 0
    if turn == 0 or is_covered(opened):
        return read, None
    opened.set_rotation((opened.get_rotation() - turn) % 360)
    return read_page(opened, number), Turned(turn, read.width, read.height)
