"""Drafts as text, as rows, and from the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from index.drafts.values import Because, Demanded, DraftAnswer, DraftStatus, Earlier, Ground, Group
from index.results import UnitKind
from nlp.acts import Range
from tests.ui.conftest import COVERAGE, HIT
from ui import drafts
from ui.cli import run

EARLIER = Earlier(HIT, 0.82, "remitted")
BECAUSE = Because(Ground.DECISION, EARLIER, HIT.quote, HIT.page, HIT.paragraph_id, HIT.citation)
ANSWER = DraftAnswer(
    (
        Demanded(
            "att väntetiderna kortas",
            Range(0, 23),
            "väntetiderna kortas",
            DraftStatus.ONGOING,
            BECAUSE,
            (),
            (Group(UnitKind.DECISION, (EARLIER,)),),
        ),
        Demanded("att torget målas", Range(25, 41), "torget målas", DraftStatus.NOTHING, None, (), (), HIT),
    ),
    COVERAGE,
)


def test_text_tells_status_ground_and_what_was_searched() -> None:
    """Each demand shows its status, what it rests on and the findings; one without says so and names the nearest."""
    told = drafts.text(ANSWER)
    first, second = told.split("2. att torget målas")
    assert "PÅGÅR" in first
    assert f"”{HIT.quote}”" in " ".join(first.split())
    assert "INGET HITTAT" in second
    assert "Inget i biblioteket gäller samma sak." in second
    assert "Närmast är" in second
    assert "1 412" in second.replace("\xa0", " ")


def test_rows_have_one_object_a_demand_and_tables_one_row_a_finding() -> None:
    """No demand is left out of either form, and a finding carries quote, page, file and citation."""
    nested, flat = list(drafts.rows(ANSWER)), list(drafts.table(ANSWER))
    assert [row["status"] for row in nested] == ["ongoing", "nothing"]
    assert nested[0]["because"] == {
        "ground": "decision",
        "says": "ongoing",
        "quote": HIT.quote,
        "page": HIT.page,
        "paragraph_id": HIT.paragraph_id,
        "citation": HIT.citation,
        "found": HIT.citation,
    }
    assert [(row["demand"], row.get("page")) for row in flat] == [
        ("att väntetiderna kortas", HIT.page),
        ("att torget målas", None),
    ]
    assert set(flat[0]) >= set(drafts.COLUMNS)


def test_the_command_answers_a_file_and_a_pasted_text(
    library_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file and standard input give the same rows."""
    text = "Vi yrkar att den digitala vårdcentralen utvärderas."
    source = tmp_path / "motion.txt"
    source.write_text(text, encoding="utf-8")
    arguments = ["--library", str(library_path), "--format", "jsonl"]
    assert run(["draft", str(source), *arguments]) == 0
    from_file = capsys.readouterr().out
    pasted = io.TextIOWrapper(io.BytesIO(text.encode()))
    monkeypatch.setattr("sys.stdin", pasted)
    assert run(["draft", "-", *arguments]) == 0
    assert capsys.readouterr().out == from_file
    assert json.loads(from_file)["text"] == "Vi yrkar att den digitala vårdcentralen utvärderas."


@pytest.mark.parametrize(("content", "said"), [(b"", "texten är tom"), (b"\xff\xfe\x00x", "ingen text i UTF-8")])
def test_a_file_that_is_no_text_is_refused(
    content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty or binary file ends with one Swedish line."""
    source = tmp_path / "utkast.bin"
    source.write_bytes(content)
    assert run(["draft", str(source), "--library", str(tmp_path)]) == 1
    assert said in capsys.readouterr().err
