from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.library import Library
from ui import demo
from ui.commands.demo import read_in

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
        begun = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        assert (done.returncode, done.stderr) == (0, ""), arguments
        assert said in done.stdout
        assert time.perf_counter() - begun < 30
