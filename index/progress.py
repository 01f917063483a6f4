"""How far a reading run has come, and how much of it is left.

Owns the arithmetic of time; measures it by the bytes of files, since pages are known only once a file is read.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """A moment of a reading run.

    ``seconds`` since it began and ``seconds_left`` (None until a first file is done) are wall time; ``file`` is the one
    that was worked on last, without folders; ``pages_done`` and ``paragraphs_done`` count what is stored.
    """

    files_done: int
    files_total: int
    pages_done: int
    paragraphs_done: int
    seconds: float
    seconds_left: float | None
    file: str


Listener = Callable[[Progress], None]


class Meter:
    """Counts what is done and tells a listener."""

    def __init__(
        self, sizes: list[int], listener: Listener | None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin a run over files of these sizes in bytes."""
        self._total, self._bytes_total = len(sizes), sum(sizes)
        self._listener, self._clock = listener, clock
        self._begun = clock()
        self._files = self._bytes_done = self._bytes_skipped = 0
        self._file = ""
        # Files are skipped and failed by the thread that hands them out, and finished by the one that stores them.
        self._lock = threading.RLock()
        self.pages = self.paragraphs = 0

    @property
    def seconds(self) -> float:
        """Seconds since the run began."""
        return self._clock() - self._begun

    def skipped(self, size: int) -> None:
        """Count a file that needed no work."""
        with self._lock:
            self._bytes_skipped += size
            self._files += 1
            self.tell()

    def finished(self, file: str, size: int, *, pages: int = 0, paragraphs: int = 0) -> None:
        """Count a file that was read and stored, or failed."""
        with self._lock:
            self._bytes_done += size
            self._files += 1
            self.pages += pages
            self.paragraphs += paragraphs
            self.tell(file)

    def tell(self, file: str | None = None) -> None:
        """Tell the listener how things stand, with the file that is being worked on."""
        with self._lock:
            self._file = self._file if file is None else file
            if self._listener is not None:
                self._listener(self._progress())

    def _progress(self) -> Progress:
        return Progress(
            self._files, self._total, self.pages, self.paragraphs, self.seconds, self._seconds_left(), self._file
        )

    def _seconds_left(self) -> float | None:
        if not self._bytes_done:
            return None
        left = self._bytes_total - self._bytes_skipped - self._bytes_done
        return self.seconds * max(left, 0) / self._bytes_done
