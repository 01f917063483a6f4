"""Answers on the terminal and in tables, and the command that prints them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from index.library import Library
from index.masking import NAME, Masker
from index.results import Chip, Facet, FacetName, UnitKind, Why
from nlp.acts import Range
from ui import answers
from ui.cli import run

Make = Callable[..., Any]
WHY = Why(
    paragraph_id="0123456789abcdef-3",
    score=0.75,
    parts=(("meaning", 0.8), ("length", -0.05)),
    kind=UnitKind.DECISION,
    cosine=0.8,
    carried=(("återremiss", 0.04), ("ny", -0.01)),
    met=(("återremiss", 2.5),),
    missing=("ny",),
)


def test_answer_prints_hits_with_quote_outcome_dissent_and_source(make_answer: Make, make_hit: Make) -> None:
    """Everything that people need to cite a hit is printed with it."""
    said = answers.text(make_answer(make_hit()))
    for expected in (
        "1. Hälso- och sjukvårdsnämnden 18 mars 2021 § 14  Uppföljning av väntetider",
        "Beslut: ”Nämnden beslutar att återremittera ärendet för ny beredning.”",
        "Återremiss · Reserverade sig: S, V · Dnr HSN 301-2021",
        "HSN protokoll 2021-03-18.pdf, sida 6",
        "Sökt i",
    ):
        assert expected in said


def test_an_answer_that_does_not_answer_says_so(make_answer: Make, make_hit: Make) -> None:
    """No hit, and hits that are only the nearest, are two different things and both said."""
    assert answers.text(make_answer()).startswith("Ingen träff.")
    assert "Inget i biblioteket svarar" in answers.text(make_answer(make_hit(), no_match=True))


def test_every_way_of_having_no_hit_is_told_apart(make_answer: Make, coverage: Any) -> None:
    """An empty library, filters that let nothing through, nothing asked, and a page behind the last are no like."""
    said = {
        answers.nothing_found(make_answer(coverage=replace(coverage, documents=0))),
        answers.nothing_found(make_answer(coverage=replace(coverage, searched=0))),
        answers.nothing_found(make_answer(query=" ")),
        answers.nothing_found(replace(make_answer(), query=replace(make_answer().query, offset=20), total=7)),
        answers.nothing_found(make_answer()),
    }
    assert len(said) == 5


def test_how_a_query_was_understood_stands_above_its_hits(make_answer: Make, make_hit: Make) -> None:
    """Chips, a better spelling and the place among all hits are said; a query of plain words needs no chips."""
    chips = (Chip("Ord: remis", Range(0, 5), "nämnd:HSN"), Chip("Organ: HSN", Range(6, 15), "remis"))
    found = replace(make_answer(make_hit()), chips=chips, suggestion="remiss nämnd:HSN", total=31)
    found = replace(found, query=replace(found.query, offset=20))
    said = answers.text(found)
    assert "Förstått som: Ord: remis · Organ: HSN" in said
    assert "Menade du: remiss nämnd:HSN?" in said
    assert "Träff 21–21 av 31" in said
    assert "21. Hälso-" in said
    assert "Förstått" not in answers.text(replace(found, chips=chips[:1]))


def test_facets_and_accounts_are_told_in_swedish(make_answer: Make, make_hit: Make) -> None:
    """Counts name their values as people do, and the account of a score adds up before the reader's eyes."""
    facet = Facet(FacetName.OUTCOME, (("rejected", 3), ("approved", 1)))
    said = answers.text(replace(make_answer(make_hit()), facets=(facet,)), [WHY])
    assert "Utfall: Avslag 3, Bifall 1" in said
    told = " ".join(said.split())
    assert "0,7500 = mening 0,8000 - längd 0,0500" in told
    assert "bärs av återremiss 0,040; orden finns: återremiss; orden saknas: ny" in told
    assert answers.why_row(WHY)["missing"] == ["ny"]


def test_the_query_language_works_from_the_command_line(library_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Typed filters, orders and counts come through, and unknown filters end with the nearest that exist."""
    at = ["--library", str(library_path)]
    assert run(["search", "nämnd:HSN", "--sort", "datum", "--facets", "--limit", "3", *at]) == 0
    said = capsys.readouterr().out
    assert "Förstått som: Organ: HSN" in said
    assert "Organ: Hälso- och sjukvårdsnämnden" in said
    assert run(["search", "väntetider nmnd:HSN", *at]) == 1
    assert "Närmast är: nämnd" in capsys.readouterr().err


def test_more_like_a_hit_and_why_it_is_one(library_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From a hit people reach what is like it, itself left out; its score is the sum that is printed."""
    at = ["--library", str(library_path), "--format", "jsonl"]
    assert run(["search", "nämndens budget och väntetider", "--why", "--limit", "2", *at]) == 0
    first, *_ = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["why"]["score"] == pytest.approx(sum(first["why"]["parts"].values()), abs=1e-5)
    assert first["why"]["carried"]
    assert run(["search", "--similar", first["paragraph_id"], "--limit", "5", *at]) == 0
    like = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(like) == 5
    assert first["paragraph_id"] not in {row["paragraph_id"] for row in like}


def test_a_table_of_hits_names_no_private_person(
    library_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a table hits are masked unless names are asked for; as text and records they say what is printed."""
    monkeypatch.setattr(Library, "masker", lambda _: Masking())
    for given, masked in ((("csv",), True), (("csv", "--names"), False), (("jsonl",), False)):
        at = ["väntetider", "--limit", "2", "--library", str(library_path), "--format"]
        assert run(["search", *at, *given]) == 0
        assert ("[namn]" in capsys.readouterr().out) is masked


class Masking(Masker):
    """Holds every text for a private name."""

    def __init__(self) -> None:
        """Know nobody."""
        super().__init__(())

    def text(self, text: str, about: str = "") -> str:  # noqa: ARG002 - as the masker has it
        """Mask all of it."""
        return NAME


def test_many_queries_are_answered_as_lines_tables_and_workbooks(
    library_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file of queries, JSON or CSV, gives one answer each; one that cannot be understood stops no other."""
    from openpyxl import load_workbook  # noqa: PLC0415

    asked = tmp_path / "frågor.csv"
    asked.write_text("id;query\na;väntetider\nb;nmnd:HSN\n", encoding="utf-8")
    at = ["--queries", str(asked), "--limit", "2", "--library", str(library_path)]
    assert run(["search", *at, "--format", "jsonl"]) == 0
    shown = capsys.readouterr()
    good, bad = map(json.loads, shown.out.splitlines())
    assert (good["id"], len(good["hits"]), bad["id"], bad["hits"]) == ("a", 2, "b", [])
    assert "Närmast" in bad["error"]
    assert "b: Filtret" in shown.err
    assert run(["search", *at, "--format", "csv"]) == 0
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["id"], row["rank"]) for row in table] == [("a", "1"), ("a", "2"), ("b", "")]
    assert run(["search", *at, "--output", str(tmp_path / "svar.xlsx")]) == 0
    sheet = load_workbook(tmp_path / "svar.xlsx").active
    assert sheet is not None
    assert sheet.max_row == 4
