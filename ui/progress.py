"""What people see while protocols are read: a bar in a terminal, a plain line now and then in a log.

Always holds: everything goes to stderr, and something is said at once, since the first document waits for the model.
Owns no counting: `index.intake.progress` knows how far a run has come.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from ui import words

if TYPE_CHECKING:
    from index.intake.progress import Progress

Show = Callable[["Progress"], None]

BEGUN = "Läsningen har börjat. Språkmodellen laddas under tiden, så det första dokumentet kan dröja."
BAR = "{desc} {percentage:3.0f} % |{bar}| {n_fmt}/{total_fmt} filer{postfix}"
FILES_BETWEEN, SECONDS_BETWEEN = 10, 30.0
"""A log gets a line when either has passed since the last one."""


@contextmanager
def shown() -> Iterator[Show]:
    """Say that reading has begun and give the listener that shows how it goes on: a bar where stderr is a terminal."""
    click.echo(BEGUN, err=True)
    if sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        yield Lines(lambda line: click.echo(line, err=True))


@contextmanager
def _bar() -> Iterator[Show]:
    from tqdm import tqdm  # noqa: PLC0415 - keeps --help fast

    with tqdm(desc="Läser", bar_format=BAR, dynamic_ncols=True, leave=False) as bar:

        def show(progress: Progress) -> None:
            bar.total, bar.n = progress.files_total, progress.files_done
            bar.set_postfix_str(", ".join((*_amounts(progress), progress.file)), refresh=False)
            bar.refresh()

        yield show


class Lines:
    """Writes a line every `FILES_BETWEEN` files or `SECONDS_BETWEEN` seconds, and one when all is done."""

    def __init__(self, write: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        """Begin to count from now."""
        self._write, self._clock = write, clock
        self._files, self._moment = 0, clock()

    def __call__(self, progress: Progress) -> None:
        """Write a line if it is time for one."""
        files, now = progress.files_done, self._clock()
        finished = files == progress.files_total and files > self._files
        if finished or files - self._files >= FILES_BETWEEN or now - self._moment >= SECONDS_BETWEEN:
            self._files, self._moment = files, now
            self._write(line(progress))


def line(progress: Progress) -> str:
    """Return "Läser: 20 av 58 filer, 1 412 sidor, 95 s kvar, protokoll.pdf"."""
    done = f"{words.number(progress.files_done)} av {words.count(progress.files_total, 'fil', 'filer')}"
    return f"Läser: {', '.join(filter(None, (done, *_amounts(progress), progress.file)))}"


def _amounts(progress: Progress) -> Iterator[str]:
    yield words.count(progress.pages_done, "sida", "sidor")
    if progress.seconds_left is not None:
        yield f"{progress.seconds_left:.0f} s kvar"
