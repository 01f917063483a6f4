"""The one reading job of a server: begun and stopped by visitors, seen by all of them, outlived by none of its files.

Always holds: one job at a time; it goes on when the browser that began it is closed; a file is told as read only when
the library has stored it; what was sent is deleted when the job is over, as the library keeps copies of its own.
Leaves out how files are read (`index.library.Library.ingest`) and how they come here (`ui.page.intake.sending`).
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from index.errors import LibraryBusyError, LibraryError
from index.intake.progress import FileNews, FileState, Progress
from index.library import Library
from index.results import IngestReport

_LOG = logging.getLogger(__name__)
_GOODBYE_SECONDS = 30.0
"""So long a server that is ended waits for the document in hand."""


class Phase(StrEnum):
    """How far the job has come."""

    IDLE = "idle"
    READING = "reading"
    STOPPING = "stopping"
    DONE = "done"
    FAILED = "failed"


RUNNING = frozenset({Phase.READING, Phase.STOPPING})


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file of the job; ``news`` is None while nothing has been done about it."""

    name: str
    news: FileNews | None = None


@dataclass(frozen=True, slots=True)
class JobState:
    """A moment of the job. ``number`` counts the jobs of this server; ``error`` is why a job failed as a whole."""

    phase: Phase = Phase.IDLE
    number: int = 0
    progress: Progress | None = None
    files: tuple[FileRow, ...] = ()
    report: IngestReport | None = None
    error: str = ""

    @property
    def running(self) -> bool:
        """Whether files are being read."""
        return self.phase in RUNNING


class ReadingJob:
    """Reads files into a library, in a thread of its own."""

    def __init__(self, library: Library) -> None:
        """Begin with nothing to read."""
        self._library = library
        self._lock = threading.Lock()
        self._state = JobState()
        self._rows: dict[Path, FileRow] = {}
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def state(self) -> JobState:
        """Return how things stand."""
        with self._lock:
            return replace(self._state, files=tuple(self._rows.values()))

    def start(self, paths: Sequence[Path], *, afterwards: Callable[[], None] = lambda: None) -> None:
        """Begin to read; ``afterwards`` is called when all is over. Raises LibraryBusyError while a job runs."""
        with self._lock:
            if self._state.running:
                raise LibraryBusyError("En inläsning pågår redan. Vänta tills den är klar, eller avbryt den.")
            self._state = JobState(Phase.READING, self._state.number + 1)
            self._rows = {path: FileRow(path.name) for path in paths if path.is_file()}
            self._stop.clear()
            # A daemon: a server that is killed does not wait for it, and loses no more than the file in hand.
            self._thread = threading.Thread(target=self._run, args=(tuple(paths), afterwards), daemon=True)
            self._thread.start()

    def stop(self) -> bool:
        """Ask the job to end after the document in hand; returns whether there was one."""
        with self._lock:
            if self._state.running:
                self._state = replace(self._state, phase=Phase.STOPPING)
                self._stop.set()
            return self._state.running

    def close(self) -> None:
        """End the job with the server."""
        thread = self._thread
        if self.stop() and thread is not None:
            thread.join(_GOODBYE_SECONDS)

    def wait(self, seconds: float) -> None:
        """Wait until the job is over, at most so long."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self, paths: Sequence[Path], afterwards: Callable[[], None]) -> None:
        try:
            report = self._library.ingest(paths, progress=self._listen, workers=_workers(), stopped=self._stop.is_set)
            self._end(Phase.DONE, report=report)
        except LibraryError as error:
            self._end(Phase.FAILED, error=str(error))
        except Exception:  # noqa: BLE001 - the thread's last edge: told in words, and logged for who keeps the program
            _LOG.exception("a reading job failed")
            self._end(Phase.FAILED, error="Något gick fel i programmet. Felet är antecknat i programmets logg.")
        finally:
            afterwards()

    def _listen(self, progress: Progress) -> None:
        with self._lock:
            self._state = replace(self._state, progress=progress)
            if progress.news is not None:
                self._rows[progress.news.path] = FileRow(progress.news.path.name, progress.news)

    def _end(self, phase: Phase, *, report: IngestReport | None = None, error: str = "") -> None:
        with self._lock:
            # What was only being read when the job ended is not in the library.
            for path, row in self._rows.items():
                if row.news is not None and row.news.state is FileState.READING:
                    self._rows[path] = FileRow(row.name)
            self._state = replace(self._state, phase=phase, report=report, error=error)


def _workers() -> int:
    """Return how many files are read at a time: one core stays free for those who search meanwhile."""
    from index.intake.run import usable_cores  # noqa: PLC0415 - brings the readers, which searching never needs

    return max(1, usable_cores() - 1)
