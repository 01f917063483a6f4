"""Signs of progress for a log; the bar is tqdm's own."""

from __future__ import annotations

from itertools import count

import pytest

from index.intake.progress import Progress
from ui import progress


def at(files: int, *, total: int = 25, seconds_left: float | None = None) -> Progress:
    """Return how a run stands after so many files."""
    return Progress(files, total, 10 * files, files, 1.0, seconds_left, f"{files}.pdf")


def test_a_log_gets_a_line_every_ten_files_and_one_at_the_end() -> None:
    """Twenty-five quick files give three lines, the last when all is done, told once."""
    written: list[str] = []
    show = progress.Lines(written.append, lambda: 0.0)
    for files in range(26):
        show(at(files))
    show(at(25))
    assert [line.split(" filer")[0] for line in written] == ["Läser: 10 av 25", "Läser: 20 av 25", "Läser: 25 av 25"]


def test_a_log_gets_a_line_when_one_file_takes_long() -> None:
    """Half a minute on one file gives a line though no file is done."""
    written: list[str] = []
    clock = count(0.0, 10.0)
    show = progress.Lines(written.append, lambda: next(clock))
    for _ in range(6):
        show(at(0))
    assert written == ["Läser: 0 av 25 filer, 0 sidor, 0.pdf"] * 2


def test_a_line_says_what_is_left() -> None:
    """Files, pages, seconds left and the file in hand."""
    assert progress.line(at(3, seconds_left=95.4)) == "Läser: 3 av 25 filer, 30 sidor, 95 s kvar, 3.pdf"


def test_it_is_said_at_once_that_reading_has_begun(capsys: pytest.CaptureFixture[str]) -> None:
    """Before the first file is done, stderr says that the model is being loaded; stdout stays clean."""
    with progress.shown() as show:
        said = capsys.readouterr()
        show(at(25))
    assert (said.out, said.err) == ("", f"{progress.BEGUN}\n")
    assert "25 av 25" in capsys.readouterr().err
