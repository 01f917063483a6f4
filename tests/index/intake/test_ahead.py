"""Things are made ahead, in order, and not far ahead."""

from __future__ import annotations

import threading
from collections.abc import Generator
from multiprocessing.connection import Connection

import pytest

from index.intake.ahead import ahead


def test_things_come_in_order_and_not_far_ahead() -> None:
    """All are there; never are more than the limit made and waiting, beside the one in the maker's hand."""
    made: list[int] = []

    def make(_: Connection) -> Generator[int, None, None]:
        for number in range(20):
            made.append(number)
            yield number

    with ahead(make, 3) as things:
        for taken, thing in enumerate(things, start=1):
            assert thing == taken - 1
            assert len(made) <= taken + 3 + 1
    assert made == list(range(20))


def test_the_maker_goes_on_while_the_taker_is_busy() -> None:
    """A taker that holds the first thing until two more are made is not waited for."""
    third = threading.Event()

    def make(_: Connection) -> Generator[int, None, None]:
        yield 1
        yield 2
        third.set()
        yield 3

    with ahead(make, 2) as things:
        assert next(things) == 1
        assert third.wait(60)
        assert list(things) == [2, 3]


def test_a_taker_that_is_stopped_gets_nothing_more() -> None:
    """Told to stop while it waits for what is never made, the taker goes on with what it has."""
    stop = threading.Event()

    def make(left: Connection) -> Generator[int, None, None]:
        yield 1
        left.poll(60)

    with ahead(make, 1, stop.is_set) as things:
        assert next(things) == 1
        threading.Timer(0.05, stop.set).start()
        assert list(things) == []


def test_an_error_comes_where_it_happened() -> None:
    """What was made before it is given first."""

    def make(_: Connection) -> Generator[int, None, None]:
        yield 1
        raise ValueError("trasig")

    with ahead(make, 5) as things:
        assert next(things) == 1
        with pytest.raises(ValueError, match="trasig"):
            next(things)


def test_a_taker_that_leaves_ends_the_maker() -> None:
    """The maker hears of it while it waits for something else, closes what it holds, and is gone."""
    closed = threading.Event()

    def make(stop: Connection) -> Generator[int, None, None]:
        try:
            yield 1
            stop.poll(60)
        finally:
            closed.set()

    before = threading.active_count()
    with ahead(make, 1) as things:
        assert next(things) == 1
    assert closed.is_set()
    assert threading.active_count() == before
