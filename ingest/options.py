"""How a file is to be read, apart from what it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ingest.records import PageProblem


def _no_listener(_: int) -> None:
    """Nobody wants to know how far the reading has come."""


@dataclass(frozen=True, slots=True)
class Options:
    """``ocr``: pages without usable text are read from their image. ``skip``: pages that are left out, and why.

    ``on_page`` is called with every page's number before it is read, and with 0 when all are.
    """

    ocr: bool = True
    skip: tuple[PageProblem, ...] = ()
    on_page: Callable[[int], None] = _no_listener
