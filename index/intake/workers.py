"""Processes that each do one job at a time, none of which can take the others down.

Owns a small pool over pipes. What always holds: every job that was taken gives exactly one outcome, its result or why
there is none; a worker that dies (a crash in a native library, killed for its memory) or takes too long over one step
of its job costs that step, or the whole job where the caller knows no way around it, and is replaced; workers end when
their parent does, however it ends. The usual pools of the standard library break as a whole, or wait for ever, when one
process dies. How a step's memory is kept in bounds is left to ``index.intake.limits``.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from index.intake.limits import Limits, enter_step, use_cell

Job = TypeVar("Job")
Result = TypeVar("Result")

_CONTEXT = multiprocessing.get_context("spawn")
_GOODBYE_SECONDS = 2.0
_LOOK_SECONDS = 0.5  # between two looks at how long the workers have been busy with their steps
_MEND = "Öppna filen i en PDF-läsare, spara om den och läs in den igen."
_A_WHILE = 1.0  # seconds
_WHOLE_JOB = 10  # times the seconds of a step: what a job may take beside its steps


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Job, Result]):
    """What became of a job: ``result``, or ``error``, a Swedish sentence."""

    job: Job
    result: Result | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Broken(Generic[Job]):
    """A job that took its worker down, or had to be stopped, at a ``step`` (0: at none of them).

    ``why`` is the rest of a Swedish sentence whose subject is the reading.
    """

    job: Job
    step: int
    why: str


@dataclass(frozen=True)
class Care(Generic[Job]):
    """What is done about jobs that go wrong.

    ``limits`` bound a step of a job. ``mend`` returns the job that is done in the place of one that broke, None where
    there is no way around. ``watch`` is told of the steps that take more than a moment.
    """

    limits: Limits
    mend: Callable[[Broken[Job]], Job | None]
    watch: Callable[[Job, int], None]


@dataclass(slots=True)
class _Worker(Generic[Job]):
    process: BaseProcess
    pipe: Connection
    cell: Any  # the number of the step that the worker is at, shared with it
    job: Job
    seen: int = 0
    since: float = 0.0
    stopped: str | None = None  # why, where it had to be stopped or died


def run_all(
    work: Callable[[Job], Result],
    jobs: Iterable[Job],
    *,
    processes: int,
    stop: Connection | None = None,
    care: Care[Job] | None = None,
) -> Generator[Outcome[Job, Result], None, None]:
    """Yield the outcome of every job as it comes.

    ``work`` stands at the top of a module and raises exceptions whose text is meant for the user; it tells its steps
    by ``index.intake.limits.enter_step``. Jobs are taken from ``jobs`` only when a worker is free, so at most
    ``processes`` of them, and the one just yielded, are in hand. Ends, and its workers with it, as soon as ``stop`` is
    ready.
    """
    queue = iter(jobs)
    busy: list[_Worker[Job]] = []
    try:
        busy.extend(_started(work, job, care) for job in islice(queue, processes))
        while busy:
            ready = _ready(busy, stop, care)
            if ready is None:
                return
            for worker in ready:
                outcome: Outcome[Job, Result]
                outcome, alive = _outcome(worker)
                busy.remove(worker)
                mended = (
                    None
                    if alive or care is None
                    else care.mend(Broken(worker.job, worker.cell.value, worker.stopped or ""))
                )
                # The next job goes out before the result does, so that the worker reads on while the caller stores.
                following = list(islice(chain([] if mended is None else [mended], queue), 1))
                if following:
                    busy.append(_given(worker if alive else None, work, following[0], care))
                elif alive:
                    _dismiss(worker)
                if mended is None:
                    yield outcome
    finally:
        for worker in busy:
            worker.process.terminate()
        for worker in busy:
            _dismiss(worker)


def _started(work: Callable[[Job], Result], job: Job, care: Care[Job] | None) -> _Worker[Job]:
    ours, theirs = _CONTEXT.Pipe()
    cell = _CONTEXT.RawValue("i", 0)
    limits = care.limits if care else None
    process = _CONTEXT.Process(target=_serve, args=(theirs, cell, limits, work), daemon=True)
    process.start()
    theirs.close()
    with suppress(OSError):  # one that died at once is noticed as the end of its pipe, when its outcome is read
        ours.send(job)
    return _Worker(process, ours, cell, job, since=time.monotonic())


def _given(
    worker: _Worker[Job] | None, work: Callable[[Job], Result], job: Job, care: Care[Job] | None
) -> _Worker[Job]:
    """Give the job to the worker, or to a new one where there is none or it died after its last job."""
    if worker is not None:
        worker.cell.value = 0
        try:
            worker.pipe.send(job)
        except OSError:
            _dismiss(worker)
        else:
            return _Worker(worker.process, worker.pipe, worker.cell, job, since=time.monotonic())
    return _started(work, job, care)


def _ready(busy: list[_Worker[Job]], stop: Connection | None, care: Care[Job] | None) -> list[_Worker[Job]] | None:
    """Return the workers that have something to say, None when it is time to stop."""
    pipes = [*(worker.pipe for worker in busy), *([stop] if stop else [])]
    ready: list[object] = []
    while not ready:
        if care is not None:
            for worker in busy:
                _look_at(worker, care)
        ready = list(wait(pipes, _LOOK_SECONDS if care else None))
    return None if stop in ready else [worker for worker in busy if worker.pipe in ready]


def _look_at(worker: _Worker[Job], care: Care[Job]) -> None:
    """Notice how far a worker has come, and stop one that has been at one step for too long."""
    if worker.pipe.poll() or worker.stopped is not None:
        return
    step, now = worker.cell.value, time.monotonic()
    if step != worker.seen:
        worker.seen, worker.since = step, now
        return
    if step and now - worker.since > _A_WHILE:
        care.watch(worker.job, step)
    seconds = care.limits.seconds if step else _WHOLE_JOB * care.limits.seconds
    if now - worker.since > seconds:
        worker.stopped = f"tog mer än {seconds:.0f} sekunder"
        worker.process.kill()


def _outcome(worker: _Worker[Job]) -> tuple[Outcome[Job, Result], bool]:
    """Return the outcome of a worker that has something to say, and whether it is still alive."""
    try:
        result, error = worker.pipe.recv()
    except (EOFError, OSError):
        worker.process.join(_GOODBYE_SECONDS)
        worker.pipe.close()
        worker.stopped = worker.stopped or _cause_of_death(worker.process.exitcode)
        return Outcome(worker.job, None, f"läsningen {worker.stopped}. {_MEND}"), False
    return Outcome(worker.job, result, error), True


def _cause_of_death(code: int | None) -> str:
    how = f"med signal {-code}" if code is not None and code < 0 else f"med kod {code}"
    return (
        f"bröts av ett fel som inte gick att fånga (processen slutade {how}; ofta en skadad fil eller för lite minne)"
    )


def _dismiss(worker: _Worker[Job]) -> None:
    worker.pipe.close()
    worker.process.join(_GOODBYE_SECONDS)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()


def _serve(pipe: Connection, cell: Any, limits: Limits | None, work: Callable[[Job], Result]) -> None:
    """Do jobs until the parent hangs up."""
    use_cell(cell, limits)
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
        enter_step(0)
        try:
            pipe.send(answer)
        except OSError:
            return
