"""What programs get from the API is what people get from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from ui.cli import run

pytestmark = pytest.mark.model

CASE = "HSN 301-2021"
PARAGRAPH = "HSN 2021-03-18 § 13"


def printed(library_path: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    """Return what a command prints as jsonl."""
    capsys.readouterr()
    assert run([*arguments, "--library", str(library_path), "--format", "jsonl"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def within(row: Any, answer: Any, at: str = "") -> None:
    """Fail where something of a printed row is not in the answer; ranges may be written as start and end."""
    if isinstance(row, dict) and row.keys() == {"start", "end"}:
        row = [row["start"], row["end"]]
    if isinstance(row, dict):
        for key, value in row.items():
            assert key in answer, f"{at}.{key} is missing"
            within(value, answer[key], f"{at}.{key}")
    elif isinstance(row, list):
        assert len(row) == len(answer), at
        for place, (one, other) in enumerate(zip(row, answer, strict=True)):
            within(one, other, f"{at}[{place}]")
    else:
        assert row == answer, at


@pytest.mark.parametrize(
    ("arguments", "address"),
    [
        (("search", "beställning av primärvård"), "search?q=beställning av primärvård"),
        (
            ("search", "vård -tandvård", "--board", "HSN", "--from", "2021", "--sort", "datum", "--offset", "1"),
            "search?q=vård -tandvård&board=HSN&from=2021&sort=date&offset=1",
        ),
        (("search", "--similar", PARAGRAPH), f"paragraphs/{PARAGRAPH}/similar"),
        (("issues",), "issues?limit=100"),
        (("assignments", "--as-of", "2021-06-01"), "assignments?as_of=2021-06-01&limit=100"),
        (("assignments", "--status", "pågår", "--to", "2021"), "assignments?status=open&to=2021&limit=100"),
        (("reservations", "--year", "2021"), "reservations?year=2021&limit=100"),
        (("reservations", "--themes"), "reservations/themes?limit=100"),
        (("reservations", "--argued", "kostnaden är för hög"), "reservations/echoes?text=kostnaden är för hög"),
        (("statistics", "--from", "2021", "--to", "2021"), "statistics?year=2021&limit=100"),
        (("statistics", "--table", "översikt"), "statistics/översikt?limit=100"),
        (("statistics", "--table", "yrkanden-underlag"), "statistics/yrkanden-underlag?limit=100"),
        (("statistics", "--table", "handläggningstid-underlag"), "statistics/handläggningstid-underlag?limit=100"),
    ],
)
def test_the_rows_are_those_of_the_command_line(
    arguments: tuple[str, ...], address: str, library_path: Path, api: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same question gives the same rows in the same order, word for word."""
    answer = api.get(f"/api/v1/{address}").raise_for_status().json()
    rows = printed(library_path, capsys, *arguments)
    found = next(answer[name] for name in ("hits", "items", "rows") if name in answer)
    assert rows
    within(rows[:100], found)


def test_a_trace_is_that_of_the_command_line(
    library_path: Path, tmp_path: Path, api: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    """The whole course with links, evidence, changes and standing."""
    starts = tmp_path / "starts.json"
    starts.write_text(json.dumps([CASE]), encoding="utf-8")
    (row,) = printed(library_path, capsys, "trace", "--starts", str(starts))
    within(row, api.get(f"/api/v1/trace?start={CASE}").json())


def test_positions_are_those_of_the_command_line(
    library_path: Path, api: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    """Cells with their acts, silent ones too, and those that nobody is printed behind; alliances too."""
    rows = printed(library_path, capsys, "positions", CASE)
    answer = api.get(f"/api/v1/positions?start={CASE}").json()
    within([row for row in rows if "acts" in row], answer["cells"])
    within([act for row in rows for act in row.get("nameless", ())], answer["nameless"])
    pairs = printed(library_path, capsys, "positions", "--together")
    within(pairs, api.get("/api/v1/positions/alliances").json()["pairs"])


def test_a_paragraph_is_its_record(library_path: Path, api: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    """Every paragraph that is exported comes under its id, field by field."""
    for record in printed(library_path, capsys, "export")[:12]:
        within(record, api.get(f"/api/v1/paragraphs/{record['id']}").json())


def test_the_fields_of_a_paragraph_say_how_sure_they_are(
    library_path: Path, api: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `show` tells of each field, with its places on the page."""
    capsys.readouterr()
    assert run(["show", PARAGRAPH, "--library", str(library_path), "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    within(shown, api.get(f"/api/v1/paragraphs/{quote(PARAGRAPH)}?fields=true").json())


def test_a_draft_is_answered_as_on_the_command_line(
    library_path: Path, tmp_path: Path, api: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    """Demand by demand, with what each status rests on."""
    text = "Regionen ska ta fram en strukturerad process inför beställning av primärvård.\n"
    file = tmp_path / "utkast.txt"
    file.write_text(text, encoding="utf-8")
    rows = printed(library_path, capsys, "draft", str(file))
    within(rows, api.post("/api/v1/draft", json={"text": text}).json()["demands"])


def test_an_account_of_a_hit_is_that_of_the_command_line(
    library_path: Path, api: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    """The parts of the score, and the words behind it."""
    (row,) = printed(library_path, capsys, "search", "beställning av primärvård", "--why", "--limit", "1")
    answer = api.get(f"/api/v1/why?q=beställning av primärvård&limit=1&paragraph={row['paragraph_id']}").json()
    within(row["why"], answer)
