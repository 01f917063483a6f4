"""Files made to do harm are read or named, each within bounds, and harm no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.intake.limits import Limits
from index.intake.reading import Job, read_file, without_page
from index.intake.workers import Care, run_all
from tests.ingest.hostile import HOSTILE

_SECONDS = 6.0


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All hostile files."""
    folder = tmp_path_factory.mktemp("fientliga")
    for name, make in HOSTILE.items():
        (folder / f"{name}.pdf").write_bytes(make())
    return sorted(folder.glob("*.pdf"))


def test_hostile_files_are_read_or_named(files: list[Path]) -> None:
    """Every file gives a document whose unread pages are named, or a Swedish sentence; none is lost, none hangs."""
    care = Care[Job](Limits(seconds=_SECONDS), without_page, lambda *_: None)
    jobs = [Job(path, "", 0, ocr=False) for path in files]
    outcomes = {one.job.path.stem: one for one in run_all(read_file, jobs, processes=2, care=care)}
    assert sorted(outcomes) == sorted(HOSTILE)
    for name, outcome in outcomes.items():
        if outcome.result is None:
            assert outcome.error, name
            assert outcome.error.rstrip().endswith("."), (name, outcome.error)
            continue
        document = outcome.result.document
        read = {span.page for paragraph in document.paragraphs for span in paragraph.spans}
        named = {problem.page for problem in document.problems}
        assert read <= set(range(1, document.pages + 1)), name
        assert document.pages > 0, name
        assert not (read & named) or document.ocr_pages, name
