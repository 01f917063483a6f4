"""Statistics as people see them: the numbers equal the records, and every form of them holds the same numbers."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import UnknownFilterError
from index.library import Library
from index.statistics import Measure, Statistics
from nlp.fates import Fate
from ui import plots
from ui.cli import run
from ui.commands.statistics import TABLES
from ui.plots import Chart, Series
from ui.statistics import charts, page, tables, text

BOARDS = ("HSN", "BPT", "RS")
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def shared(library_path: Path) -> Iterator[Library]:
    """Return the library, open for all tests of this module."""
    with Library.open(library_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def found(shared: Library) -> Statistics:
    """Return all statistics of the library."""
    return shared.statistics()


@pytest.fixture(scope="module")
def records(shared: Library) -> list[dict[str, Any]]:
    """Return the exported records that are no shorter readings of others."""
    return [dict(one) for one in shared.records() if one["duplicate_of"] is None]


def _sums(found: Statistics, measure: Measure, by: Callable[[Any], object]) -> Counter[object]:
    sums: Counter[object] = Counter()
    for one in found.counts:
        if one.measure is measure:
            sums[by(one)] += one.amount
    return sums


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    boards=st.lists(st.sampled_from(BOARDS), unique=True),
    years=st.none() | st.tuples(st.integers(2019, 2022), st.integers(2019, 2022)),
)
def test_counts_are_those_of_the_records(
    shared: Library, records: list[dict[str, Any]], boards: list[str], years: tuple[int, int] | None
) -> None:
    """Whatever is asked for, each number is what is counted directly in the exported records."""
    names = {one.name for one in shared.boards() if not boards or one.abbreviation in boards}
    kept = [
        one
        for one in records
        if one["board"] in names and (years is None or years[0] <= int(one["date"][:4]) <= years[1])
    ]
    found = shared.statistics(boards, years)
    for measure, field in (
        (Measure.MOTIONS, "motions"),
        (Measure.VOTES, "votes"),
        (Measure.RESERVATIONS, "reservations"),
    ):
        assert _sums(found, measure, lambda one: one.row.board) == Counter(
            one["board"] for one in kept for _ in one[field]
        )
    assert _sums(found, Measure.DECISIONS, lambda one: (one.row.board, one.kind)) == Counter(
        (one["board"], decision["outcome"]) for one in kept for decision in one["decisions"]
    )
    assert _sums(found, Measure.MOTIONS, lambda one: one.kind) == Counter(
        motion["kind"] for one in kept for motion in one["motions"]
    )
    assert _sums(found, Measure.RESERVING_PARTIES, lambda one: one.kind) == Counter(
        party
        for one in kept
        for each in one["reservations"]
        for party in ({person["party"] for person in each["by"]} - {None} or {None})
    )
    assert _sums(found, Measure.PARAGRAPHS, lambda one: (one.row.board, one.row.year)) == Counter(
        (one["board"], int(one["date"][:4])) for one in kept
    )
    assert sum(_sums(found, Measure.MEETINGS, lambda one: one.row).values()) == len(
        {(one["board"], one["date"]) for one in kept}
    )


def test_counts_name_what_was_counted(shared: Library, found: Statistics) -> None:
    """The paragraphs of a count hold such acts: a reader can open what a number stands for."""
    for one in found.counts:
        assert one.paragraphs
        assert len(one.paragraphs) <= one.amount
        assert len(set(one.paragraphs)) == len(one.paragraphs)
        if one.measure is Measure.DECISIONS:
            held = [each.outcome for name in one.paragraphs for each in shared.paragraph(name).paragraph.acts.decisions]
            assert held.count(one.kind) == one.amount  # type: ignore[arg-type]


def test_fates_quote_their_evidence(shared: Library, found: Statistics) -> None:
    """What a fate rests on is verbatim text of the paragraph, with its citation; what is untold rests on nothing."""
    assert {one.fate for one in found.motions} >= {Fate.CARRIED, Fate.LOST}
    for one in found.motions:
        assert (one.fate is Fate.UNTOLD) or one.evidence is not None
        for quote in filter(None, (one.motion, one.evidence)):
            stored = shared.paragraph(quote.paragraph_id).paragraph
            assert stored.text[quote.range.start : quote.range.end] == quote.text
            assert str(one.number) in quote.citation


def test_assignments_are_those_of_the_ledger(shared: Library, found: Statistics) -> None:
    """Assignments are counted as the ledger has them, on the same day."""
    states = [one for one in shared.assignments() if one.row.kind == "assignment" and one.row.number is not None]
    assert _sums(found, Measure.ASSIGNMENTS, lambda one: one.kind) == Counter(one.status.value for one in states)


def test_times_are_between_the_first_paragraph_and_the_deciding_one(shared: Library, found: Statistics) -> None:
    """An issue is decided no earlier than it is first up, in a paragraph of its own."""
    assert found.times
    for one in found.times:
        assert one.days is None or one.days >= 0
        assert one.decided in shared.issue(one.decided).paragraphs
        assert one.first in shared.issue(one.decided).paragraphs


def test_an_unknown_board_is_an_error(shared: Library) -> None:
    """A name that the library does not know is no empty table."""
    with pytest.raises(UnknownFilterError, match="Närmast"):
        shared.statistics(["Nämnden för drakar"])


def test_tables_hold_the_counts_and_what_they_rest_on(found: Statistics) -> None:
    """The parts of a row add up to its total, and files and gaps stand beside every row."""
    for name in ("beslut", "yrkanden", "omröstningar", "uppdrag"):
        table = tables.table(found, name)
        for row in table.rows:
            assert sum(int(str(row[each])) for each in table.series) == row["totalt"]
            assert set(tables.COVER) <= set(row)
    assert {one.name for one in tables.tables(found)} == set(tables.NAMES) == set(TABLES)


def test_text_tells_years_as_years(found: Statistics) -> None:
    """Numbers have Swedish blanks, years none, and how it is counted stands below each table."""
    shown = text.text(found)
    assert "2021" in shown
    assert "2 021" not in shown.replace("\N{NO-BREAK SPACE}", " ")
    assert shown.count("Räknat i 5 filer") == len(tables.SHOWN)


@pytest.mark.parametrize("name", tables.SHOWN)
def test_plots_are_the_same_each_time_and_told_in_words(found: Statistics, name: str) -> None:
    """The same numbers give the same bytes; an SVG is sound XML with a title and the numbers in its description."""
    chart = charts.chart(found, name)
    drawn = plots.svg(chart)
    assert drawn == plots.svg(chart)
    root = ET.fromstring(drawn)  # noqa: S314 - our own file
    assert root.get("role") == "img"
    assert [child.tag for child in root][:2] == [f"{_SVG}title", f"{_SVG}desc"]
    assert chart.groups[0] in (root.findtext(f"{_SVG}desc") or "")
    assert "date" not in drawn.casefold().replace("uppdatera", "")


def test_pictures_do_not_tell_when_they_were_made(found: Statistics) -> None:
    """A PNG of the same numbers is the same file."""
    chart = charts.chart(found, "beslut")
    assert plots.png(chart) == plots.png(chart)
    assert plots.png(chart).startswith(b"\x89PNG")


def test_what_is_not_known_is_no_bar() -> None:
    """An unknown value is a dash, not a nought; a board's name with signs of formulas is text."""
    chart = Chart("T", "D", ("Nämnd $a$ & <b>",), ("2024",), (Series("median", (None,)),), stacked=False)
    drawn = plots.svg(chart)
    assert ">–<" in drawn
    assert "Nämnd $a$ &amp; &lt;b&gt;" in drawn


def test_more_series_than_colours_have_looks_of_their_own() -> None:
    """Twelve parties are told apart: no two have both the same colour and the same pattern."""
    looks = {
        (place % len(plots._COLOURS), (place + place // len(plots._COLOURS) * plots._SHIFT) % len(plots._PATTERNS))
        for place in range(30)
    }
    assert len(looks) == 30


def test_the_page_has_each_plot_with_its_table(found: Statistics) -> None:
    """One file, no addresses to fetch from; beneath each picture stands its table."""
    shown = page.html(found, tables.SHOWN)
    assert shown.count("<svg") == shown.count("<table") == len(tables.SHOWN)
    assert "<script" not in shown
    assert 'src="' not in shown


def test_the_command_writes_every_form(
    library_path: Path, tmp_path: Path, found: Statistics, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files are written by their ending; a workbook has a sheet a table, a long table every count."""
    asked = ["statistics", "--library", str(library_path)]
    for ending in ("xlsx", "csv", "jsonl", "svg", "png", "html"):
        assert run([*asked, "-o", str(tmp_path / f"s.{ending}")]) == 0
    book = openpyxl.load_workbook(tmp_path / "s.xlsx", read_only=True)
    assert tuple(book.sheetnames) == tables.NAMES
    book.close()
    with (tmp_path / "s.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sum(int(row["count"]) for row in rows) == sum(one.amount for one in found.counts)
    lines = (tmp_path / "s.jsonl").read_text(encoding="utf-8").splitlines()
    assert len([json.loads(line) for line in lines]) == len(found.counts)
    capsys.readouterr()
    assert run([*asked, "--table", "beslut", "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("organ,år,Bifall,")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "xlsx"], "-o statistik.xlsx"),
        (["--from", "2022", "--to", "2021"], "--from är senare än --to."),
        (["--table", "täckning", "--format", "svg"], "har inget diagram"),
        (["--from", "1900", "--to", "1901", "--format", "svg"], "0 staplar"),
    ],
)
def test_wrong_use_is_told(
    library_path: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be drawn or written is said with its cure."""
    assert run(["statistics", "--library", str(library_path), *arguments]) == 2
    assert said in capsys.readouterr().err
