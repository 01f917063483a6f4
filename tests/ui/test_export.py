from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ui import export, table_file, tables

RECORD: dict[str, Any] = {
    "file": "a.pdf",
    "organisation": "Region Exempel",
    "board": "Regionstyrelsen",
    "date": "2022-04-05",
    "number": 9,
    "title": '=HYPERLINK("x")',
    "case_numbers": ["RS 1-2022", "RS 2-2022"],
    "page_first": 3,
    "page_last": 4,
    "immediate": True,
    "sections": [],
    "decisions": [{"text": 'Förslaget avslås, "helt".', "outcome": "rejected"}],
    "motions": [
        {"movers": [{"name": "Ada Berg", "party": "C"}, {"name": None, "party": "SD"}], "kind": "reject", "text": "x"}
    ],
    "votes": [
        {
            "yes": 1,
            "no": 1,
            "abstain": None,
            "yes_means": "avslag",
            "no_means": "bifall",
            "ballots": [
                {"name": "Ada Berg", "party": "C", "vote": "yes"},
                {"name": "Bo Ek", "party": None, "vote": "no"},
            ],
        }
    ],
    "reservations": [{"by": [{"name": None, "party": "V"}], "text": "y"}],
    "notes": [{"kind": "statement", "by": [{"name": "Bo Ek", "party": None}], "text": "z"}],
    "assignments": [{"recipient": "regiondirektören", "text": "u", "due": "2023"}],
    "reports": [{"board": "Regionstyrelsen", "date": "2021-01-01", "number": 2, "closed": False}],
    "recusals": [{"name": "Ada Berg", "party": "C"}],
    "references": [
        {"kind": "paragraph", "board": None, "date": None, "number": 3},
        {"kind": "case", "case_number": "RS 3-2020"},
    ],
}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("paragraphs", 1),
        ("decisions", 1),
        ("motions", 1),
        ("votes", 1),
        ("ballots", 2),
        ("reservations", 1),
        ("notes", 1),
        ("assignments", 1),
        ("reports", 1),
        ("recusals", 1),
        ("references", 2),
    ],
)
def test_every_table_has_a_row_per_item_that_names_its_paragraph(table: str, expected: int) -> None:
    """A row of any table can be read by itself, and none of its columns is unknown to it."""
    found = list(tables.rows([RECORD], table))
    assert len(found) == expected
    assert all(row["file"] == "a.pdf" and row["number"] == 9 for row in found)
    assert set(tables.COLUMNS[table]) <= set().union(*(row.keys() for row in found))


def test_every_table_is_tested() -> None:
    """The list of tables and the tests above do not drift apart."""
    assert set(tables.TABLES) == set(tables.COLUMNS)
    assert len(tables.TABLES) == 11


def test_tables_of_documents() -> None:
    """A milestone's row begins with the directive that it comes from, which has no number."""
    record = {
        "file": "direktiv.pdf",
        "date": "2024-11",
        "number": None,
        "title": "Direktiv om skjutsen",
        "kind": "directive",
        "milestones": [{"name": "Delrapport", "start": None, "due": "2025-06", "printed": "juni 2025"}],
    }
    (row,) = tables.rows([record], "milestones")
    assert (row["title"], row["number"], row["name"], row["due"]) == (
        "Direktiv om skjutsen",
        None,
        "Delrapport",
        "2025-06",
    )
    (counted,) = tables.rows([record], "documents")
    assert (counted["kind"], counted["milestones"]) == ("directive", 1)
    head, line = export.lines([record], "csv", None, of=tables.DOCUMENT_TABLES)
    assert set(tables.columns("documents")) == set(head.split(","))
    assert "Direktiv om skjutsen" in line


def test_people_are_printed_as_in_protocols() -> None:
    """A mover is "Namn (Parti)"; a party alone is "(SD)"."""
    assert next(tables.rows([RECORD], "motions"))["movers"] == ["Ada Berg (C)", "(SD)"]


def test_reports_keep_their_own_paragraph_apart_from_the_reported_one() -> None:
    """Board, date and number of the earlier assignment do not overwrite those of the paragraph."""
    row = next(tables.rows([RECORD], "reports"))
    assert (row["number"], row["report_number"], row["date"], row["report_date"]) == (9, 2, "2022-04-05", "2021-01-01")


def test_jsonl_gives_whole_records() -> None:
    """Without a table, jsonl is the paragraph record itself, letters unescaped."""
    (line,) = export.lines([RECORD], "jsonl", None)
    assert json.loads(line) == RECORD
    assert "Förslaget avslås" in line


def test_csv_survives_quotes_and_lists() -> None:
    """A CSV reader gets back the text with its quotes, and lists joined in one cell."""
    lines = list(export.lines([RECORD], "csv", "decisions"))
    (row,) = csv.DictReader(io.StringIO("\n".join(lines)))
    assert row["text"] == 'Förslaget avslås, "helt".'
    assert row["case_numbers"] == "RS 1-2022; RS 2-2022"


def test_workbook_keeps_text_as_text(tmp_path: Path) -> None:
    """A title that looks like a formula is never one, and every table has its sheet."""
    place = tmp_path / "ut.xlsx"
    export.write_workbook([RECORD], place, None)
    book = openpyxl.load_workbook(place)
    assert book.sheetnames == list(tables.TABLES)
    cell = book["decisions"]["F2"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("x")', "s")
    assert [path.name for path in tmp_path.iterdir()] == ["ut.xlsx"]


def test_workbook_takes_what_a_damaged_text_layer_holds(tmp_path: Path) -> None:
    """Control characters and very long texts, which the format forbids, do not stop an export."""
    place = tmp_path / "ut.xlsx"
    export.write_workbook([{**RECORD, "title": "a\x00b" + "c" * 40_000}], place, "paragraphs")
    value = openpyxl.load_workbook(place)["paragraphs"]["F2"].value
    assert value is not None
    assert str(value).startswith("abc")
    assert len(str(value)) == table_file.SHEET_CELL_LIMIT


def test_a_file_of_lines_appears_whole(tmp_path: Path) -> None:
    """When writing stops half-way, the old file is still there."""
    place = tmp_path / "ut.jsonl"
    place.write_text("gammal\n", encoding="utf-8")

    def broken() -> Any:
        yield "ny"
        raise RuntimeError("strömavbrott")

    with pytest.raises(RuntimeError):
        table_file.write_lines(broken(), place)
    assert place.read_text(encoding="utf-8") == "gammal\n"
