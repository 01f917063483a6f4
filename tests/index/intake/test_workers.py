"""Workers do every job once, whatever happens to one of them."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.intake.limits import Limits
from index.intake.workers import Broken, Care, run_all
from tests.index.readers import double, stepwise


def test_every_job_has_one_outcome() -> None:
    """Results come back beside their jobs, errors as their text, and no process is left."""
    outcomes = {one.job: (one.result, one.error) for one in run_all(double, range(10), processes=2)}
    assert outcomes == {n: (2 * n, None) if n != 7 else (None, "sju går inte") for n in range(10)}
    assert multiprocessing.active_children() == []


def test_dead_worker_costs_only_its_job() -> None:
    """A process that ends in the middle of a job is reported with its code; the jobs after it are done by another."""
    outcomes = {one.job: one for one in run_all(double, [1, -1, -2, 2, 3], processes=1)}
    assert sorted(outcomes) == [-2, -1, 1, 2, 3]
    assert [outcomes[n].result for n in (1, 2, 3)] == [2, 4, 6]
    assert "kod 3" in (outcomes[-1].error or "")


def test_jobs_are_taken_only_when_a_worker_is_free() -> None:
    """No more is in hand than the workers have and the one outcome just given, so that little is lost when killed."""
    taken: list[int] = []

    def jobs() -> Iterator[int]:
        for number in range(8):
            taken.append(number)
            yield number

    for given, _ in enumerate(run_all(double, jobs(), processes=2), start=1):
        assert len(taken) <= given + 2


def test_leaving_early_ends_the_workers() -> None:
    """Whoever stops listening leaves no process behind."""
    outcomes = run_all(double, range(100), processes=2)
    next(outcomes)
    outcomes.close()
    assert multiprocessing.active_children() == []


def test_being_told_to_stop_ends_the_workers() -> None:
    """A sign that comes while workers are at work ends them and the outcomes."""
    ours, theirs = multiprocessing.Pipe()
    outcomes = run_all(double, range(100), processes=2, stop=theirs)
    next(outcomes)
    ours.close()
    assert len(list(outcomes)) < 99
    assert multiprocessing.active_children() == []


def test_no_jobs() -> None:
    """Without jobs no process is started."""
    assert list(run_all(double, [], processes=2)) == []


def without_step(broken: Broken[tuple[int, ...]]) -> tuple[int, ...] | None:
    """Return the job without the step that broke."""
    return tuple(step for step in broken.job if step != broken.step) if broken.step else None


def careful(watched: list[int] | None = None) -> Care[tuple[int, ...]]:
    """Return the care of these tests: a step may take a second and a half and half a GiB."""
    told = [] if watched is None else watched
    return Care(Limits(seconds=1.5, memory=1 << 29), without_step, lambda _, step: told.append(step))


def test_a_step_that_takes_too_long_or_crashes_is_left_out() -> None:
    """A job whose step hangs or takes its process down is done again without it; other jobs are not touched."""
    watched: list[int] = []
    jobs = [(1, 13, 2), (3, 66, 4), (5,)]
    outcomes = {one.job: one.result for one in run_all(stepwise, jobs, processes=2, care=careful(watched))}
    assert outcomes == {(1, 2): 3, (3, 4): 7, (5,): 5}
    assert set(watched) == {13}
    assert multiprocessing.active_children() == []


def test_a_job_that_nobody_can_mend_fails() -> None:
    """Where there is no way around what broke, the job's outcome says what happened."""
    care = Care[tuple[int, ...]](Limits(seconds=1.0), lambda _: None, lambda *_: None)
    (outcome,) = run_all(stepwise, [(1, 13)], processes=1, care=care)
    assert outcome.result is None
    assert "tog mer än 1 sekunder" in (outcome.error or "")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="this system does not bound address space")
def test_memory_beyond_the_limit_is_refused() -> None:
    """A step that asks for more than its memory gets an error instead, and the worker lives on."""
    outcomes = {one.job: one for one in run_all(stepwise, [(99,), (7,)], processes=1, care=careful())}
    assert "MemoryError" in (outcomes[(99,)].error or "")
    assert outcomes[(7,)].result == 7
