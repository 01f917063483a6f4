"""Workers do every job once, whatever happens to one of them."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator

from index.workers import run_all
from tests.index.readers import double


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
