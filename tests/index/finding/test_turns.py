"""So many compute at once, and who has waited longest is next."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event, Thread

from index.finding.turns import Turns

WAIT = 20.0
"""Seconds after which what should have happened has not."""


def test_no_more_than_so_many_are_inside() -> None:
    """Forty threads pass two at a time, and all of them pass."""
    turns, inside, most = Turns(2), [], []

    def work(number: int) -> int:
        with turns.one():
            inside.append(number)
            most.append(len(inside))
            inside.remove(number)
        return number

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(work, range(40))) == list(range(40))
    assert max(most) <= 2


def test_who_came_first_is_next_however_the_turn_before_ended() -> None:
    """Those who wait are called in the order in which they came, also when the one inside fails."""
    turns, passed = Turns(1), []
    waiting: list[Thread] = []

    def queue_up(number: int) -> None:
        before = len(turns._waiting)

        def pass_through() -> None:
            with turns.one():
                passed.append(number)

        waiting.append(Thread(target=pass_through))
        waiting[-1].start()
        patience = Event()
        while len(turns._waiting) == before:
            assert waiting[-1].is_alive()
            patience.wait(0.001)

    with suppress(ZeroDivisionError), turns.one():
        for number in range(5):
            queue_up(number)
        1 / 0  # noqa: B018 - fails on purpose
    for thread in waiting:
        thread.join(WAIT)
    assert passed == list(range(5))
