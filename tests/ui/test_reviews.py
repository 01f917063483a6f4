"""Exhaustive reviews from the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ui.cli import run


def test_a_review_is_begun_judged_and_exported(
    library_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Judgements by name of paragraph come out in every form, with what they can be made again from."""
    at = ["--library", str(shutil.copytree(library_path, tmp_path / "bib")), "--who", "Eva"]
    assert run(["review", "start", "Digital", "digital vårdcentral", *at]) == 0
    assert "0 ja och 0 nej" in capsys.readouterr().out
    assert run(["review", "next", "Digital", "--limit", "3", "--format", "jsonl", *at]) == 0
    ids = [json.loads(line)["paragraph_id"] for line in capsys.readouterr().out.splitlines()]
    assert len(ids) == 3
    assert run(["review", "judge", "Digital", *ids[:2], "yes", *at]) == 0
    assert run(["review", "judge", "Digital", ids[2], "nej", *at]) == 0
    assert "Relevanta kvar, uppskattat" in capsys.readouterr().out
    assert run(["review", "export", "Digital", "--format", "jsonl", *at]) == 0
    head, *judged = map(json.loads, capsys.readouterr().out.splitlines())
    assert {"query", "program", "model", "exported", "date_first", "left_expected", "method"} <= head.keys()
    assert [(row["paragraph_id"], row["verdict"], row["who"]) for row in judged] == [
        (ids[0], "ja", "Eva"),
        (ids[1], "ja", "Eva"),
        (ids[2], "nej", "Eva"),
    ]
    assert all(row["quote"] and row["page"] and row["file"] and row["citation"] for row in judged)
    workbook = tmp_path / "domar.xlsx"
    assert run(["review", "export", "Digital", "--output", str(workbook), *at]) == 0
    assert load_workbook(workbook).sheetnames == ["domar", "underlag"]
    assert run(["review", "list", *at]) == 0
    assert "Digital: digital vårdcentral" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["start", "namn"], ["judge", "namn", "id"], ["status"], ["next", "a", "b"]])
def test_wrong_use_is_explained(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Too few or too many words end with an example."""
    assert run(["review", *arguments]) == 2
    assert "review start NAMN FRÅGA" in capsys.readouterr().err
