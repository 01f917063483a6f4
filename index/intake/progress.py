"""How far a reading run has come, and how much of it is left.

Owns the arithmetic of time; measures it by the bytes of files, since pages are known only once a file is read.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class FileState(StrEnum):
    """How it stands with one file of a run."""

    READING = "reading"
    STORED = "stored"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FileNews:
    """What happened to a file: ``page`` is the one that is being read where that takes a while, 0 where it does not.

    ``pages`` and ``paragraphs`` count what is stored of it; ``reason`` is a Swedish sentence where it failed.
    """

    path: Path
    state: FileState
    page: int = 0
    pages: int = 0
    paragraphs: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """A moment of a reading run.

    ``seconds`` since it began and ``seconds_left`` (None until a first file is done) are wall time; ``file`` is the one
    that was worked on last, without folders; ``pages_done`` and ``paragraphs_done`` count what is stored; ``news`` is
    what has just happened to a file, None where nothing has.
    """

    files_done: int
    files_total: int
    pages_done: int
    paragraphs_done: int
    seconds: float
    seconds_left: float | None
    file: str
    news: FileNews | None = None


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

    @property
    def files_left(self) -> int:
        """How many files nothing is known of yet."""
        return self._total - self._files

    def skipped(self, file: Path, size: int) -> None:
        """Count a file that needed no work."""
        with self._lock:
            self._bytes_skipped += size
            self._files += 1
            self.tell(news=FileNews(file, FileState.SKIPPED))

    def finished(self, size: int, news: FileNews) -> None:
        """Count a file that was read and stored, or failed."""
        with self._lock:
            self._bytes_done += size
            self._files += 1
            self.pages += news.pages
            self.paragraphs += news.paragraphs
            self.tell(news.path.name, news)

    def tell(self, file: str | None = None, news: FileNews | None = None) -> None:
        """Tell the listener how things stand, with the file that is being worked on."""
        with self._lock:
            self._file = self._file if file is None else file
            if self._listener is not None:
                self._listener(self._progress(news))

    def _progress(self, news: FileNews | None) -> Progress:
        return Progress(
            files_done=self._files,
            files_total=self._total,
            pages_done=self.pages,
            paragraphs_done=self.paragraphs,
            seconds=self.seconds,
            seconds_left=self._seconds_left(),
            file=self._file,
            news=news,
        )

    def _seconds_left(self) -> float | None:
        if not self._bytes_done:
            return None
        left = self._bytes_total - self._bytes_skipped - self._bytes_done
        return self.seconds * max(left, 0) / self._bytes_done
