from __future__ import annotations

import os
import shutil
import subprocess
import sys
from html import escape
from pathlib import Path

import pytest

from index.library import Library
from index.results import Query
from tests.ui.conftest import DEMO_FILES
from ui import demo
from ui.cli import run
from ui.commands.demo import read_in
from ui.page.follow.answer import answer
from ui.page.service import Service
from ui.page.state import PageState, Tab
from ui.page.view import shown
from ui.progress import BEGUN

pytestmark = pytest.mark.model


def test_the_demo_library_follows_its_collection(
    library_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A protocol that left the collection leaves the library, what stayed is not read again, and the sign is set."""
    names = ("HSN protokoll 2021-03-18.pdf", "BPT protokoll 2021-03-03.pdf")
    for name in names:
        (tmp_path / name).write_bytes((demo.DOCUMENTS / name).read_bytes())
    monkeypatch.setattr(demo, "DOCUMENTS", tmp_path)
    copy = tmp_path / "bibliotek"
    with Library.open(copy, create=True) as library:
        read_in(library, copy)
        kept = {one.id for one in library.documents() if one.record.file == names[0]}
        (tmp_path / names[1]).unlink()
        monkeypatch.setattr(library, "ingest", None)
        read_in(library, copy)
        assert {one.id for one in library.documents()} == kept
    assert demo.is_made_up(copy)
    assert demo.is_made_up(library_path)


def test_commands_answer_from_a_real_library(library_path: Path) -> None:
    """Search, trace, export and check, each started as people start it, print what they promise and end well."""
    expected = {
        ("search", "beställning av primärvård", "--limit", "2"): "1. ",
        ("trace", "HSN 301-2021"): "i tidsordning",
        ("export", "--format", "csv", "--table", "decisions"): "file,organisation,board",
        ("check",): "Biblioteket är helt.",
    }
    environment = {**os.environ, "PROTOKOLLSPAR_LIBRARY": str(library_path)}
    for arguments, said in expected.items():
        command = [sys.executable, "-m", "ui.cli", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        assert (done.returncode, done.stderr) == (0, ""), arguments
        assert said in done.stdout


def test_reading_again_replaces_what_is_there(
    library_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file is skipped, told by the name it has, or with --again read anew in its place."""
    place = tmp_path / "bibliotek"
    shutil.copytree(library_path, place)
    renamed = tmp_path / "annat namn.pdf"
    shutil.copy(demo.DOCUMENTS / "BPT protokoll 2021-03-03.pdf", renamed)
    assert run(["ingest", str(renamed), "--library", str(place)]) == 0
    said = capsys.readouterr()
    assert "annat namn.pdf: läst som BPT protokoll 2021-03-03.pdf" in said.out
    assert said.err.startswith(BEGUN)
    assert run(["ingest", "--again", str(renamed), "--library", str(place), "--workers", "1"]) == 0
    assert "Läste 1 fil" in capsys.readouterr().out
    with Library.open(place) as library:
        files = [one.record.file for one in library.documents()]
    assert len(files) == len(DEMO_FILES)
    assert renamed.name in files


def test_an_issue_is_followed_from_the_very_paragraph(library: Library) -> None:
    """The id leads, as long as the words of the start still tell of its paragraph; otherwise the words do."""
    service, start = Service(library), PageState(Tab.FOLLOW)
    hit = library.search(Query("beställning av primärvård", limit=1)).hits[0]
    words = f"nämnden som ingen minns § {hit.number}"
    found = shown(answer, service, start.having(start=words, startparagraf=hit.paragraph_id))
    assert escape(hit.title) in found
    for other in (f"{words}9", hit.citation.split(",")[0]):
        assert shown(answer, service, start.having(start=other, startparagraf=hit.paragraph_id)) != found
    gone = start.having(start=hit.citation.split(",")[0], startparagraf="finns-inte-1")
    assert escape(hit.title) in shown(answer, service, gone)


def test_the_filters_offer_what_the_library_holds(library: Library) -> None:
    """Boards, years and parties of the page's filters are those of the library, and each party can be asked for."""
    choices = Service(library).choices()
    assert choices.parties == library.parties() != ()
    assert choices.years[0] == 2020
    for party in choices.parties:
        library.search(Query("vård", parties=(party,)))
