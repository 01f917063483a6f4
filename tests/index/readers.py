"""Readers for tests of reading runs, at the top of a module so that a fresh process finds them.

A test file's text says what becomes of it: a number is the § of its one paragraph, "fel" cannot be read, "krasch" takes
the process down, "väntar" is read only when a file "klar" lies beside it.
"""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from index.intake.limits import enter_step
from index.intake.reading import Job, Reading
from ingest.errors import UnreadableFileError
from tests.index.builders import document, paragraph, units_of


def read_note(job: Job) -> Reading:
    """Read a file as the docstring of the module says."""
    content = job.path.read_bytes()
    words = content.decode().split()
    if words[0] == "fel":
        raise UnreadableFileError(f"{job.path.name}: filen är trasig. Hämta den på nytt.")
    if words[0] == "krasch":
        os.kill(os.getpid(), signal.SIGKILL)
    while words[0] == "väntar" and not (job.path.parent / "klar").exists():
        time.sleep(0.01)
    one = paragraph(int(words[-1]))
    return Reading(document([one], file=job.path.name, content=content), (units_of(one),))


def double(number: int) -> int:
    """Return twice the number; odd things happen to odd numbers."""
    if number < 0:
        os._exit(3)
    if number == 7:
        raise ValueError("sju går inte")
    return 2 * number


def folder_of(path: Path, texts: dict[str, str]) -> Path:
    """Write files with these texts below ``path`` and return it."""
    for name, text in texts.items():
        target = path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return path


def stepwise(job: tuple[int, ...]) -> int:
    """Take the steps of a job in order and return their sum; the step 13 never ends, 66 crashes, 99 wants 4 GiB."""
    for step in job:
        enter_step(step)
        if step == 13:
            time.sleep(600)
        if step == 66:
            os.kill(os.getpid(), signal.SIGSEGV)
        if step == 99:
            bytearray(4 << 30)
    enter_step(0)
    return sum(job)
