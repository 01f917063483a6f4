"""Positions as text and tables: every act with its words, silence empty, private names masked."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from index.library import Library
from index.masking import NAME, Masker
from index.positions import PositionAct, PositionCell, PositionKind, Positions
from index.results import Coverage
from nlp.acts import Range
from ui import position_text, positions
from ui.cli import run

START = "HSN 2021-03-18 § 14"


QUOTE = "Bo Ekman yrkar avslag."
ACT = PositionAct(
    kind=PositionKind.MOVED_REJECT,
    party=None,
    people=("Bo Ekman",),
    together=(),
    party_printed=True,
    meaning=None,
    quote=QUOTE,
    quote_range=Range(0, len(QUOTE)),
    places=(Range(0, len(QUOTE)),),
    page=3,
    item="motion-1",
    paragraph_id="d-1",
    issue_id="d-1",
    organisation=None,
    board="Hamnnämnden",
    date="2023-05-04",
    number=7,
    title="Ansökan om bygglov",
    case_numbers=(),
    file="hamn.pdf",
    document_id="d",
    citation="Hamnnämnden 2023-05-04 § 7, s. 3",
)
"""An act of nobody known, in a matter about an individual."""


def table(coverage: Coverage) -> Positions:
    """Return a table with one act, one silent cell, and one vote of which nobody's name is printed."""
    voted = replace(ACT, kind=PositionKind.VOTED_YES, people=(), meaning="bifall", item="vote-1")
    cells = (PositionCell(None, "2023", (ACT,), 0), PositionCell("C", "2023", (), 2))
    return Positions("bygglov", None, (), (None, "C"), ("2023",), cells, (voted,), 1, None, coverage)


def test_private_names_are_masked_unless_asked_for(coverage: Coverage) -> None:
    """Without --names neither text nor rows name a private person; with it both do."""
    found, masker = table(coverage), Masker([])
    for shown in (position_text.text(found, masker), json.dumps(list(positions.cell_rows(found, masker)))):
        assert "Ekman" not in shown
        assert NAME in shown
    assert "Bo Ekman yrkar avslag." in position_text.text(found, None)
    assert next(iter(positions.rows(found, None)))["people"] == ["Bo Ekman"]


def test_silence_is_shown_as_silence(coverage: Coverage) -> None:
    """A silent cell is an empty one, with how often the party was there, and what an empty one means is said."""
    found = table(coverage)
    shown = position_text.text(found, None)
    assert "C\n  2023   (närvarande vid 2 möten)\n" in shown
    assert "Tomt betyder" in shown
    assert list(positions.grid(found).rows)[1] == {"parti": "C", "2023": ""}


def test_what_nobody_is_printed_behind_is_apart(coverage: Coverage) -> None:
    """A vote without names is told, in no party's row."""
    shown = position_text.text(table(coverage), None)
    assert "UTAN UTSKRIVNA NAMN – av vem framgår inte\n    röstar ja (bifall)\n" in shown


def test_a_cell_says_what_stands_in_it_in_words() -> None:
    """A cell of the grid counts each kind by itself, votes by what they stood for."""
    acts = [ACT, ACT, replace(ACT, kind=PositionKind.VOTED_NO, meaning="återremiss")]
    assert positions.summary(acts) == "yrkar avslag (2); röstar nej (1) = återremiss"
    assert {*positions.KINDS} == {*PositionKind}


def test_the_command_writes_every_form(library_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Text, csv, jsonl and a workbook of grid and acts tell of the same acts."""
    where = ["--library", str(library_path)]
    with Library.open(library_path) as library:
        acts = library.positions(START).acts
    assert run(["positions", START, *where]) == 0
    shown = capsys.readouterr().out
    assert all(one.citation in shown for one in acts)
    assert run(["positions", START, "--format", "csv", *where]) == 0
    told = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["citation"] for row in told] == [one.citation for one in acts]
    assert run(["positions", START, "--format", "jsonl", *where]) == 0
    cells = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert sum(len(cell["acts"]) for cell in cells) == len(acts) > 0
    assert run(["positions", START, "--output", str(tmp_path / "p.xlsx"), *where]) == 0
    book = load_workbook(tmp_path / "p.xlsx")
    assert book.sheetnames == ["partier per år", "handlingar"]
    assert book["handlingar"].max_row == len(acts) + 1


def test_persons_and_alliances_are_asked_for(library_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--person begins with who that is; --together prints counts and the paragraphs behind them."""
    where = ["--library", str(library_path)]
    with Library.open(library_path) as library:
        person = next(one for one in library.persons() if one.acts)
        pairs = library.alliances().pairs
    assert run(["positions", "--person", f"{person.name} ({person.parties[0]})", *where]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"{person.name}, ")
    assert person.periods[0].evidence_first in shown
    assert run(["positions", "--together", *where]) == 0
    shown = capsys.readouterr().out
    assert pairs
    assert all(one.citation in shown for pair in pairs if pair.party != pair.other for one in pair.joint)
    assert run(["positions", "--together", "--format", "jsonl", *where]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["joint"] for row in rows] == [len(pair.joint) for pair in pairs]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Skriv ett ärende"),
        (["x", "--years", "20x"], "inga år"),
        (["x", "--years", "2024-2020"], "inga år"),
        (["--person", "A", "--together"], "inte stå tillsammans"),
    ],
)
def test_wrong_use_is_explained(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to look for, and years that are none, end as one Swedish line and exit code 2."""
    assert run(["positions", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_an_unknown_person_is_answered_with_the_nearest(library_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that nobody bears names who is called nearly so."""
    with Library.open(library_path) as library:
        known = library.persons()[0].name
    assert run(["positions", "--person", known[:-1] + "x", "--library", str(library_path)]) == 1
    assert known in capsys.readouterr().err
