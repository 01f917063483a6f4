"""Processes that each do one job at a time, none of which can take the others down.

Owns a small pool over pipes. What always holds: every job that was taken gives exactly one outcome, its result or why
there is none; a worker that dies (a crash in a native library, killed for its memory) costs the job it had and is
replaced; workers end when their parent does, however it ends. The usual pools of the standard library break as a whole,
or wait for ever, when one process dies.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

_CONTEXT = multiprocessing.get_context("spawn")
_GOODBYE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Job, Result]):
    """What became of a job: ``result``, or ``error``, a Swedish sentence."""

    job: Job
    result: Result | None
    error: str | None


@dataclass(slots=True)
class _Worker(Generic[Job]):
    process: BaseProcess
    pipe: Connection
    job: Job


def run_all(
    work: Callable[[Job], Result], jobs: Iterable[Job], *, processes: int, stop: Connection | None = None
) -> Generator[Outcome[Job, Result], None, None]:
    """Yield the outcome of every job as it comes.

    ``work`` stands at the top of a module and raises exceptions whose text is meant for the user. Jobs are taken from
    ``jobs`` only when a worker is free, so at most ``processes`` of them, and the one just yielded, are in hand.
    Ends, and its workers with it, as soon as ``stop`` is ready.
    """
    queue = iter(jobs)
    busy: list[_Worker[Job]] = []
    try:
        busy.extend(_started(work, job) for job in islice(queue, processes))
        while busy:
            ready = _ready(busy, stop)
            if ready is None:
                return
            for worker in ready:
                outcome: Outcome[Job, Result]
                outcome, alive = _outcome(worker)
                busy.remove(worker)
                # The next job goes out before the result does, so that the worker reads on while the caller stores.
                following = list(islice(queue, 1))
                if following:
                    busy.append(_given(worker if alive else None, work, following[0]))
                elif alive:
                    _dismiss(worker)
                yield outcome
    finally:
        for worker in busy:
            worker.process.terminate()
        for worker in busy:
            _dismiss(worker)


def _started(work: Callable[[Job], Result], job: Job) -> _Worker[Job]:
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_serve, args=(theirs, work), daemon=True)
    process.start()
    theirs.close()
    with suppress(OSError):  # one that died at once is noticed as the end of its pipe, when its outcome is read
        ours.send(job)
    return _Worker(process, ours, job)


def _given(worker: _Worker[Job] | None, work: Callable[[Job], Result], job: Job) -> _Worker[Job]:
    """Give the job to the worker, or to a new one where there is none or it died after its last job."""
    if worker is not None:
        try:
            worker.pipe.send(job)
        except OSError:
            _dismiss(worker)
        else:
            return _Worker(worker.process, worker.pipe, job)
    return _started(work, job)


def _ready(busy: list[_Worker[Job]], stop: Connection | None) -> list[_Worker[Job]] | None:
    """Return the workers that have something to say, None when it is time to stop."""
    ready = wait([*(worker.pipe for worker in busy), *([stop] if stop else [])])
    return None if stop in ready else [worker for worker in busy if worker.pipe in ready]


def _outcome(worker: _Worker[Job]) -> tuple[Outcome[Job, Result], bool]:
    """Return the outcome of a worker that has something to say, and whether it is still alive."""
    try:
        result, error = worker.pipe.recv()
    except (EOFError, OSError):
        worker.process.join(_GOODBYE_SECONDS)
        worker.pipe.close()
        return Outcome(worker.job, None, _cause_of_death(worker.process.exitcode)), False
    return Outcome(worker.job, result, error), True


def _cause_of_death(code: int | None) -> str:
    how = f"med signal {-code}" if code is not None and code < 0 else f"med kod {code}"
    return (
        f"läsningen bröts av ett fel som inte gick att fånga (processen slutade {how}; ofta en skadad fil eller för "
        "lite minne). Öppna filen i en PDF-läsare, spara om den och läs in den igen."
    )


def _dismiss(worker: _Worker[Job]) -> None:
    worker.pipe.close()
    worker.process.join(_GOODBYE_SECONDS)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()


def _serve(pipe: Connection, work: Callable[[Job], Result]) -> None:
    """Do jobs until the parent hangs up."""
    # Ctrl-C reaches the whole group of processes; it is the parent that decides what to do.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            job = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer: tuple[Result | None, str | None] = (work(job), None)
        except Exception as error:  # noqa: BLE001  (whatever went wrong is told to the user, beside the file's name)
            answer = (None, str(error) or type(error).__name__)
        try:
            pipe.send(answer)
        except OSError:
            return
