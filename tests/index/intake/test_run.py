"""Reading runs: what goes in, what is reported, and what is left when a run is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from index.errors import LibraryBusyError
from index.intake.progress import FileState, Progress
from index.results import Query, UnitKind
from ingest.reader import READER
from tests.index.embedders import SeededEmbedder, small_library
from tests.index.readers import folder_of


def copies(library: Path) -> list[str]:
    """Return what lies among the copies."""
    return sorted(each.name for each in (library / "files").iterdir())


def begun(library: Path, event: str = "begun") -> Counter[str]:
    """Return how often each file was begun (or stored, or failed)."""
    journal = library / "lasningar.jsonl"
    text = journal.read_text(encoding="utf-8") if journal.exists() else ""
    lines = [json.loads(line) for line in text.splitlines()]
    return Counter(Path(line["file"]).name for line in lines if line["event"] == event)


def test_folders_are_read_to_their_depth(tmp_path: Path) -> None:
    """Every readable file below a folder is read and others are named; the report counts files, pages and items."""
    source = folder_of(tmp_path / "in", {"a.pdf": "1", "djupt/ner/b.PDF": "2", "djupt/c.xlsx": "3", ".gömd/d.pdf": "4"})
    with small_library(tmp_path / "bib") as library:
        report = library.ingest([source])
        assert (report.files_read, report.files_skipped, report.paragraphs, report.pages) == (2, 0, 2, 4)
        assert report.items["motion"] == 2
        assert report.items["reference"] == 4
        assert report.failures == ()
        assert report.other_formats == ("c.xlsx",)
        assert sorted(report.missing_numbers) == [("a.pdf", (9,)), ("b.PDF", (9,))]
        assert sorted(name for name, page, _ in report.unreadable_pages if page == 3) == ["a.pdf", "b.PDF"]
        assert sorted(one.record.file for one in library.documents()) == ["a.pdf", "b.PDF"]
        assert library.file_path(library.documents()[0].id).read_text(encoding="utf-8") in {"1", "2"}


def test_what_is_read_is_not_read_again(tmp_path: Path) -> None:
    """A second run skips by content; the same content under another name is told with both names."""
    source = folder_of(tmp_path / "in", {"a.pdf": "1"})
    with small_library(tmp_path / "bib") as library:
        library.ingest([source])
        folder_of(source, {"kopia.pdf": "1", "ny.pdf": "2", "ny igen.pdf": "2"})
        report = library.ingest([source, source / "a.pdf"])
    assert (report.files_read, report.files_skipped) == (1, 3)
    assert report.same_content == (("kopia.pdf", "a.pdf"), ("ny.pdf", "ny igen.pdf"))
    assert sum(begun(tmp_path / "bib").values()) == 2


def test_bad_files_stop_nothing(tmp_path: Path) -> None:
    """A file that cannot be read, one that takes its process down and one that is missing are named; the rest is in."""
    source = folder_of(tmp_path / "in", {"a.pdf": "1", "b.pdf": "fel", "c.pdf": "krasch", "d.pdf": "2"})
    with small_library(tmp_path / "bib") as library:
        report = library.ingest([source, tmp_path / "borta.pdf"], workers=2)
        assert report.files_read == 2
        reasons = {Path(one.path).name: one.reason for one in report.failures}
        assert sorted(reasons) == ["b.pdf", "borta.pdf", "c.pdf"]
        assert "trasig" in reasons["b.pdf"]
        assert "signal 9" in reasons["c.pdf"]
        assert "finns inte" in reasons["borta.pdf"]
        assert len(copies(tmp_path / "bib")) == 2
        assert library.ingest([source]).files_skipped == 2


def test_nothing_is_embedded_twice(tmp_path: Path) -> None:
    """Texts that two documents share are embedded once, also when the documents come in different runs."""
    source = folder_of(tmp_path / "in", {"a.pdf": "1", "b.pdf": " 1"})
    embedder = SeededEmbedder()
    with small_library(tmp_path / "bib", embedder) as library:
        library.ingest([source / "a.pdf"])
        library.ingest([source / "b.pdf"])
        assert len(library.documents()) == 2
    assert len(embedder.embedded) == len(set(embedder.embedded)) == 2


def test_progress_tells_how_far_it_is(tmp_path: Path) -> None:
    """Progress begins at nothing, never goes back and ends with everything done and no time left."""
    source = folder_of(tmp_path / "in", {f"{n}.pdf": str(n) for n in range(1, 5)})
    told: list[Progress] = []
    with small_library(tmp_path / "bib") as library:
        library.ingest([source], progress=told.append)
    assert (told[0].files_done, told[0].files_total, told[0].seconds_left) == (0, 4, None)
    assert (told[-1].files_done, told[-1].pages_done, told[-1].paragraphs_done, told[-1].seconds_left) == (4, 8, 4, 0)
    for one, after in pairwise(told):
        assert after.files_done >= one.files_done
        assert after.seconds >= one.seconds
    assert all(one.file.endswith(".pdf") for one in told[1:])


def test_progress_tells_what_becomes_of_each_file(tmp_path: Path) -> None:
    """Every file is begun and then stored, skipped or failed, with its pages or the reason."""
    source = folder_of(tmp_path / "in", {"a.pdf": "1", "b.pdf": "fel", "c.pdf": "2"})
    told: list[Progress] = []
    with small_library(tmp_path / "bib") as library:
        library.ingest([source / "c.pdf"])
        library.ingest([source], progress=told.append, workers=1)
    news = [(one.news.path.name, one.news.state) for one in told if one.news is not None]
    assert sorted(news) == [
        ("a.pdf", FileState.READING),
        ("a.pdf", FileState.STORED),
        ("b.pdf", FileState.FAILED),
        ("b.pdf", FileState.READING),
        ("c.pdf", FileState.SKIPPED),
    ]
    ends = {one.news.path.name: one.news for one in told if one.news is not None}
    assert (ends["a.pdf"].pages, ends["a.pdf"].paragraphs, ends["a.pdf"].reason) == (2, 1, "")
    assert "trasig" in ends["b.pdf"].reason


def test_a_run_that_is_stopped_keeps_what_it_stored(tmp_path: Path) -> None:
    """A run ends when it is told to, though a file would take for ever; what is stored stays, the rest is counted."""
    source = folder_of(tmp_path / "in", {"a.pdf": "1", "b.pdf": "väntar 4", "c.pdf": "2", "d.pdf": "3"})
    stored: list[Path] = []

    def listen(progress: Progress) -> None:
        if progress.news is not None and progress.news.state is FileState.STORED:
            stored.append(progress.news.path)

    with small_library(tmp_path / "bib") as library:
        report = library.ingest([source], progress=listen, workers=1, stopped=lambda: bool(stored))
        assert [one.name for one in stored] == ["a.pdf"]
        assert (report.files_read, report.files_left, report.failures) == (1, 3, ())
        assert [one.record.file for one in library.documents()] == ["a.pdf"]
        assert len(library.search(Query("1")).hits) > 0
        (source / "b.pdf").unlink()
        assert library.ingest([source]).files_read == 2


def test_only_one_run_at_a_time(tmp_path: Path) -> None:
    """A second run into the same library says that another is going on, and changes nothing."""
    source = folder_of(tmp_path / "in", {"a.pdf": "1"})
    with small_library(tmp_path / "bib") as library, small_library(tmp_path / "bib") as other:
        with library._folder.reading(), pytest.raises(LibraryBusyError, match="läser just nu"):
            other.ingest([source])
        assert library.documents() == ()
        assert other.ingest([source]).files_read == 1


def test_the_librarys_own_files_are_left_alone(tmp_path: Path) -> None:
    """A library that lies inside the folder that is read does not read its own copies."""
    source = folder_of(tmp_path / "in", {"a.pdf": "1"})
    with small_library(source / "bib") as library:
        library.ingest([source])
        assert library.ingest([source]).files_skipped == 1


def test_unit_kinds_are_stored(tmp_path: Path) -> None:
    """The units that a worker cut come into the store with their paragraphs."""
    source = folder_of(tmp_path / "in", {"a.pdf": "1"})
    with small_library(tmp_path / "bib") as library:
        library.ingest([source])
        kinds = [one.unit.kind for one in library._store.units()]
    assert kinds == [UnitKind.PARAGRAPH, UnitKind.RESERVATION]


def test_deleted_document_can_be_read_again(tmp_path: Path) -> None:
    """Deleting takes the copy away as well, and the file is new to the next run."""
    source = folder_of(tmp_path / "in", {"a.pdf": "1"})
    with small_library(tmp_path / "bib") as library:
        library.ingest([source])
        library.delete(library.documents()[0].id)
        assert copies(tmp_path / "bib") == []
        assert library.ingest([source]).files_read == 1


def test_copies_without_a_document_are_cleared(tmp_path: Path) -> None:
    """What a killed run left among the copies, whole or half, is gone after the next; what belongs stays."""
    source = folder_of(tmp_path / "in", {"a.pdf": "1"})
    with small_library(tmp_path / "bib") as library:
        library.ingest([source])
        before = copies(tmp_path / "bib")
        folder_of(tmp_path / "bib" / "files", {"ab" * 32 + ".pdf": "halv", before[0] + ".del": "1"})
        library.ingest([source])
    assert copies(tmp_path / "bib") == before


RUN = """
import sys
from pathlib import Path
from tests.index.embedders import small_library
if __name__ == "__main__":
    with small_library(Path(sys.argv[1])) as library:
        library.ingest([Path(sys.argv[2])], workers=1)
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_killed_loses_only_the_file_in_hand(tmp_path: Path, how: signal.Signals) -> None:
    """Killed in the middle of a file, a run keeps what was stored; the next goes on there and reads nothing twice."""
    texts = {"a.pdf": "1", "b.pdf": "2", "c.pdf": "väntar 3", "d.pdf": "4"}
    source, target = folder_of(tmp_path / "in", texts), tmp_path / "bib"
    script = tmp_path / "run.py"
    script.write_text(RUN, encoding="utf-8")
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    command = [sys.executable, str(script), str(target), str(source)]
    with subprocess.Popen(command, env=here, stderr=subprocess.DEVNULL) as process:
        deadline = time.monotonic() + 120
        while not (begun(target)["c.pdf"] and begun(target, "stored")["b.pdf"]):
            assert time.monotonic() < deadline
            time.sleep(0.02)
        process.send_signal(how)
        assert process.wait(60) != 0
    folder_of(source, {"klar": ""})
    with small_library(target) as library:
        assert sorted(one.record.file for one in library.documents()) == ["a.pdf", "b.pdf"]
        report = library.ingest([source], workers=1)
        assert (report.files_read, report.files_skipped) == (2, 2)
        assert list(library._store.faults()) == []
        assert len(copies(target)) == 4
    assert begun(target) == {"a.pdf": 1, "b.pdf": 1, "c.pdf": 2, "d.pdf": 1}


def test_what_an_earlier_reader_has_read_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A better reader reads the files again that are named to it, once; nothing is embedded that was."""
    library = small_library(tmp_path / "bib")
    folder = folder_of(tmp_path / "in", {"a.pdf": "1", "b.pdf": "2"})
    library.ingest([folder], workers=1)
    assert library.outdated() == ()
    monkeypatch.setattr("index.intake.run.READER", READER + 1)
    assert len(library.outdated()) == 2
    assert library.ingest([folder], workers=1).files_read == 2
    assert library.outdated() == ()
    assert library.ingest([folder], workers=1).files_skipped == 2
