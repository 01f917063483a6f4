"""Turns: how many compute at once, in the order in which they came.

Python computes one thing at a time: who is let in beyond that takes time from everybody and finishes no sooner. Always
holds: nobody is passed by, so that all wait about as long; a turn is given back when its block ends, however it ends.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class Turns:
    """Lets ``at_once`` threads into a block; a thread that has a turn must not ask for another."""

    def __init__(self, at_once: int) -> None:
        """Begin with nobody inside."""
        self._free = at_once
        self._changing = Lock()
        self._waiting: deque[Lock] = deque()

    @contextmanager
    def one(self) -> Iterator[None]:
        """Wait for a turn, have it for the block, and hand it to who has waited longest."""
        self._take()
        try:
            yield
        finally:
            self._give()

    def _take(self) -> None:
        with self._changing:
            if self._free:
                self._free -= 1
                return
            called = Lock()
            called.acquire()
            self._waiting.append(called)
        called.acquire()

    def _give(self) -> None:
        with self._changing:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._free += 1
