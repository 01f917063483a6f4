from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from index.errors import LibraryBusyError
from index.intake.progress import FileNews, FileState, Progress
from index.results import FileFailure, IngestReport
from tests.index.embedders import small_library
from tests.index.readers import folder_of
from ui.page.actions import add_actions
from ui.page.changing import RefusedError
from ui.page.intake import panel
from ui.page.intake.answer import answer
from ui.page.intake.job import FileRow, JobState, Phase, ReadingJob
from ui.page.intake.sending import add_intake, folder_within, safe_name
from ui.page.protocols.answer import answer as protocols
from ui.page.service import Service
from ui.page.state import PageState, Tab
from ui.settings import Upload
from ui.speech import Language, speaking

HERE = PageState(Tab.INTAKE)
PATIENCE = 60.0
"""Seconds that a job may take in a test: machines that test are slow and shared."""


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """Return the service of an empty library into which files may be read."""
    with small_library(tmp_path / "bib") as library:
        upload = Upload(allowed=True, folders=(tmp_path / "in",), largest=1 << 10, most=3)
        made = Service(library, upload=upload)
        yield made
        made.reading.close()


@pytest.fixture
def client(service: Service) -> TestClient:
    """Return a client of the view's own routes."""
    app = FastAPI()
    add_intake(app, service)
    add_actions(app, service)
    return TestClient(app)


def sent(*files: tuple[str, str]) -> list[tuple[str, tuple[str, bytes]]]:
    """Return files as a browser sends them."""
    return [("filer", (name, text.encode())) for name, text in files]


def eventually(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_an_empty_library_tells_where_files_are_handed_in(service: Service) -> None:
    """The view Protokoll leads to where files are taken in, and only where they are."""
    here = '"?flik=las-in"'
    assert here in protocols(service, PageState(Tab.PROTOCOLS))
    closed = protocols(Service(service.library), PageState(Tab.PROTOCOLS))
    assert here not in closed
    assert "protokollspar ingest" in closed


def test_files_that_are_sent_are_read(service: Service, client: TestClient) -> None:
    """What a browser sends is read by its own name, a broken file is named with its cure, and nothing is left."""
    answered = client.post("/las-in/filer", files=sent(("a.pdf", "1"), ("a.PDF", "2"), ("../trasig.pdf", "fel")))
    assert (answered.status_code, answered.json()["told"]) == (200, "Inläsningen har börjat.")
    service.reading.wait(PATIENCE)
    state = service.reading.state()
    assert state.phase is Phase.DONE
    assert {row.name: row.news and row.news.state for row in state.files} == {
        "a.pdf": FileState.STORED,
        "a (2).PDF": FileState.STORED,
        "trasig.pdf": FileState.FAILED,
    }
    shown = client.get("/las-in/lage").json()
    assert (shown["phase"], shown["number"]) == ("done", 1)
    assert "trasig.pdf: filen är trasig. Hämta den på nytt." in shown["parts"]["course"]
    assert "/tmp" not in shown["parts"]["course"]  # noqa: S108 - what must not be shown
    assert len(service.library.documents()) == 2
    assert all(row.news and not row.news.path.exists() for row in state.files)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([], "Välj minst en fil."),
        ([("a.exe", "1")], "a.exe är av ett format som inte läses."),
        ([("a.pdf", "1"), ("b.pdf", "1" * 2000)], "b.pdf är för stor. Högst 0 MB"),
        ([(f"{n}.pdf", "1") for n in range(4)], "Högst 3 filer kan skickas på en gång."),
    ],
)
def test_what_cannot_be_taken_in_is_refused_as_a_whole(
    service: Service, client: TestClient, files: list[tuple[str, str]], said: str
) -> None:
    """The reason is told, and no job has begun."""
    answered = client.post("/las-in/filer", files=sent(*files), data={"x": "y"})
    assert answered.status_code == 422
    assert said in answered.json()["told"]
    assert service.reading.state().phase is Phase.IDLE


@pytest.mark.parametrize("changed", [{"upload": Upload()}, {"may_write": False}])
def test_nothing_is_taken_in_where_it_is_not_allowed(
    service: Service, client: TestClient, changed: dict[str, Any], tmp_path: Path
) -> None:
    """Neither files nor folders; the view tells how it is allowed, and the menu leads nobody there."""
    for name, value in changed.items():
        setattr(service, name, value)
    assert not service.takes_files
    assert client.post("/las-in/filer", files=sent(("a.pdf", "1"))).status_code == 422
    assert client.post("/gor/las-in-mapp", json={"mapp": str(tmp_path)}).status_code in {403, 422}
    assert client.post("/gor/las-in-avbryt", json={}).status_code in {403, 422}
    shown = answer(service, HERE)
    assert "tillaten = true" in shown
    assert "<form" not in shown
    assert service.library.documents() == ()


def test_a_folder_is_read_only_where_the_settings_allow_it(
    service: Service, client: TestClient, tmp_path: Path
) -> None:
    """A folder below an allowed one is read; one outside, one that is not there and a link to the outside are not."""
    folder_of(tmp_path, {"in/2024/a.pdf": "1", "ute/b.pdf": "2"})
    (tmp_path / "in" / "bakväg").symlink_to(tmp_path / "ute")
    for bad in (
        "",
        str(tmp_path / "ute"),
        f"{tmp_path}/in/../ute",
        str(tmp_path / "in/bakväg"),
        str(tmp_path / "in/x"),
    ):
        answered = client.post("/gor/las-in-mapp", json={"mapp": bad})
        assert (answered.status_code, "kan inte läsas" in answered.json()["told"]) == (422, True)
    assert client.post("/gor/las-in-mapp", json={"mapp": str(tmp_path / "in" / "2024")}).status_code == 200
    service.reading.wait(PATIENCE)
    assert [one.record.file for one in service.library.documents()] == ["a.pdf"]
    assert (tmp_path / "in" / "2024" / "a.pdf").exists(), "what lies on the server is not the page's to delete"
    with pytest.raises(RefusedError):
        folder_within("/", ())


def test_a_job_is_stopped_and_seen_by_all(service: Service, client: TestClient) -> None:
    """While one job runs no other begins; stopped, it keeps what is stored and tells how much was not read."""
    files = sent(("a.pdf", "1"), ("b.pdf", "väntar 2"), ("c.pdf", "väntar 3"))
    assert client.post("/las-in/filer", files=files).status_code == 200
    eventually(lambda: service.library.documents() != ())
    with pytest.raises(LibraryBusyError, match="pågår redan"):
        service.reading.start([])
    again = client.post("/las-in/filer", files=sent(("d.pdf", "1")))
    assert (again.status_code, "pågår redan" in again.json()["told"]) == (422, True)
    assert 'id="ps-las-in-avbryt"' in answer(service, HERE)
    assert "<progress" in client.get("/las-in/lage").json()["parts"]["course"]
    assert client.post("/gor/las-in-avbryt", json={}).json()["told"] == "Avbryter …"
    service.reading.wait(PATIENCE)
    state = service.reading.state()
    assert state.report is not None
    assert (state.phase, state.report.files_read, state.report.files_left) == (Phase.DONE, 1, 2)
    assert {row.name: row.news and row.news.state for row in state.files}["b.pdf"] is None, "it is not in the library"
    shown = answer(service, HERE)
    assert "Inläsningen avbröts" in shown
    assert "Avbruten: 2 filer lästes inte." in shown
    assert client.post("/gor/las-in-avbryt", json={}).json()["told"] == "Ingen inläsning pågår."
    assert client.post("/las-in/filer", files=sent(("b.pdf", "2"))).status_code == 200
    service.reading.wait(PATIENCE)
    assert service.reading.state().number == 2


def test_another_programs_run_is_waited_for(service: Service, tmp_path: Path) -> None:
    """A library that another program is reading into says so, and the next try may do better."""
    over = threading.Event()
    source = folder_of(tmp_path / "in", {"a.pdf": "1"})
    with service.library._folder.reading():
        service.reading.start([source], afterwards=over.set)
        service.reading.wait(PATIENCE)
    state = service.reading.state()
    assert (state.phase, "läser just nu" in state.error, over.is_set()) == (Phase.FAILED, True, True)
    assert "läser just nu" in panel.stand(state)["course"]


def test_a_fault_of_the_program_ends_the_job_in_words(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong, the job ends, says so, and is no traceback on the page."""

    def broken(*_: Any, **__: Any) -> IngestReport:
        raise RuntimeError("hemlig detalj")

    monkeypatch.setattr(type(service.library), "ingest", broken)
    job = ReadingJob(service.library)
    job.start([])
    job.wait(PATIENCE)
    assert job.state().phase is Phase.FAILED
    assert "hemlig" not in job.state().error


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("HSN § 39.pdf", "HSN § 39.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\dok\\a.pdf", "a.pdf"),
        (".gömd.pdf", "gömd.pdf"),
        ("a\x00\n\u202eb.pdf", "ab.pdf"),
        ("..", "fil"),
        (f"{'x' * 300}.pdf", f"{'x' * 120}.pdf"),
    ],
)
def test_a_name_that_is_sent_is_only_a_name(name: str, safe: str) -> None:
    """No name leads out of the folder, hides in it, or is too long for it."""
    assert safe_name(name) == safe


READING = JobState(
    Phase.READING,
    1,
    Progress(3, 58, 41, 60, 20.0, 95.0, "b.pdf"),
    (
        FileRow("a.pdf", FileNews(Path("a.pdf"), FileState.STORED, pages=7, paragraphs=1)),
        FileRow("<b>.pdf", FileNews(Path("<b>.pdf"), FileState.READING, page=12)),
        FileRow("c.pdf", FileNews(Path("c.pdf"), FileState.FAILED, reason="c.pdf: filen är tom. Hämta den på nytt.")),
        FileRow("d.pdf", FileNews(Path("d.pdf"), FileState.SKIPPED)),
        FileRow("e.pdf"),
    ),
)


def test_the_course_of_a_job_is_told() -> None:
    """Files, pages and time left stand over the files, each with how it stands; the button to stop stands between."""
    shown = panel.intake(READING, Upload(allowed=True), HERE)
    for said in (
        "3 av 58 filer · 41 sidor lästa · ungefär 2 min kvar",
        "7 sidor, 1 paragraf",
        "Läses, sida 12",
        "&lt;b&gt;.pdf",
        "c.pdf: filen är tom. Hämta den på nytt.",
        "Fanns redan",
        "Väntar",
    ):
        assert said in shown
    assert shown.index("<progress") < shown.index("ps-las-in-avbryt") < shown.index("<table")
    assert 'type="file"' not in shown, "one job at a time"


def test_time_left_is_told_only_when_it_is_known() -> None:
    """Nothing is promised before the first file is done, and seconds are not counted down."""
    assert READING.progress is not None
    for seconds, said in ((None, "ännu inte känd"), (12.0, "mindre än en minut")):
        state = replace(READING, progress=replace(READING.progress, seconds_left=seconds))
        assert said in panel.stand(state)["course"]
    assert "gås igenom" in panel.stand(replace(READING, progress=None))["course"]


def test_a_long_list_of_files_shows_what_matters() -> None:
    """Of many files the failed ones stand first, then what is being read; how many more there are is told."""
    rows = tuple(FileRow(f"{n}.pdf", FileNews(Path(f"{n}.pdf"), FileState.STORED)) for n in range(100))
    failed = FileRow("trasig.pdf", FileNews(Path("trasig.pdf"), FileState.FAILED, reason="trasig"))
    shown = panel.stand(replace(READING, files=(*rows, failed)))["files"]
    assert shown.index("trasig.pdf") < shown.index("99.pdf")
    assert "… och 61 filer till." in shown


def test_the_view_speaks_english_and_leaves_the_reasons_as_they_are() -> None:
    """What the reader says of a file is Swedish, and marked as such."""
    done = replace(
        READING,
        phase=Phase.DONE,
        report=IngestReport(1, 0, 7, 1, failures=(FileFailure("/in/c.pdf", "filen är tom."),)),
    )
    with speaking(Language.ENGLISH):
        shown = panel.intake(done, Upload(allowed=True), HERE)
    assert "The reading is done" in shown
    assert '<ul lang="sv"><li>c.pdf: filen är tom.</li></ul>' in shown
