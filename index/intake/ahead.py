"""Making things ahead of whoever uses them, in a thread, and never far ahead.

Always holds: things come in the order in which they are made, an error where it happened; at most ``limit`` wait to be
taken; when the taker leaves, the maker is told and gone before the taker goes on. A taker that is told to stop while it
waits gets nothing more. Knows nothing of what is made.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from queue import Empty, Full, Queue
from typing import Generic, TypeVar

T = TypeVar("T")

_LOOK_UP_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class _Made(Generic[T]):
    """What was made, or why nothing more will be: ``error``, or None at the end."""

    things: tuple[T, ...] = ()
    error: BaseException | None = None


@contextmanager
def ahead(
    make: Callable[[Connection], Generator[T, None, None]], limit: int, stopped: Callable[[], bool] = lambda: False
) -> Iterator[Iterator[T]]:
    """Give what ``make`` yields while a thread makes up to ``limit`` more, until ``stopped``.

    ``make`` gets a connection that becomes ready when the taker leaves; it must then end.
    """
    ours, theirs = Pipe()
    waiting: Queue[_Made[T]] = Queue(limit)
    left = threading.Event()
    maker = threading.Thread(target=_fill, args=(waiting, lambda: make(theirs), left), daemon=True)
    maker.start()
    try:
        yield _taken(waiting, stopped)
    finally:
        left.set()
        ours.close()
        maker.join()
        theirs.close()


def _fill(waiting: Queue[_Made[T]], make: Callable[[], Generator[T, None, None]], left: threading.Event) -> None:
    try:
        with closing(make()) as things:
            for thing in things:
                if not _offered(waiting, _Made((thing,)), left):
                    return
    except BaseException as error:  # noqa: BLE001  (raised again where the things are taken)
        _offered(waiting, _Made(error=error), left)
    else:
        _offered(waiting, _Made(), left)


def _offered(waiting: Queue[_Made[T]], made: _Made[T], left: threading.Event) -> bool:
    """Put ``made`` in the queue when there is room; False when nobody waits for it any longer."""
    while not left.is_set():
        try:
            waiting.put(made, timeout=_LOOK_UP_SECONDS)
        except Full:
            continue
        return True
    return False


def _taken(waiting: Queue[_Made[T]], stopped: Callable[[], bool]) -> Iterator[T]:
    while not stopped():
        try:
            made = waiting.get(timeout=_LOOK_UP_SECONDS)
        except Empty:
            continue
        if made.error is not None:
            raise made.error
        if not made.things:
            return
        yield from made.things
