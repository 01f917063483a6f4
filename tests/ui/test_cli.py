from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from index.course import StateKind
from index.results import LinkKind
from ui.cli import COMMANDS, run
from ui.commands.issues import STATES, issues
from ui.commands.search import make_query, read_queries
from ui.commands.trace import LINKS, read_starts, trace
from ui.serving import is_loopback


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_swedish(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command explains itself in Swedish, and none shows click's English."""
    assert run([*command.split(), "--help"]) == 0
    shown = capsys.readouterr().out
    assert "Användning: protokollspar" in shown
    assert "Visa den här hjälpen." in shown
    assert not any(english in shown for english in ("Usage", "Options:", "Show this", "Commands:", "<=x"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["serch"], "Kommandot serch finns inte. Menade du"),
        (["search"], "Skriv en fråga, ge en fil med --queries"),
        (["search", "a", "b"], "Det finns argument för mycket: b."),
        (["search", "a", "--limit", "noll"], "Flaggan --limit: skriv ett heltal från 1 till 1000."),
        (["search", "a", "--limit"], "Flaggan --limit är fel använd"),
        (["search", "a", "--format", "x"], "Flaggan --format: välj något av text, jsonl, csv, xlsx."),
        (["search", "a", "--fromat", "x"], "Flaggan --fromat finns inte. Menade du"),
        (["search", "a", "--year", "2020", "--to", "2021"], "inte båda"),
        (["search", "a", "--from", "2022", "--to", "2021"], "--from är senare än --to."),
        (["trace"], "Skriv var spåret börjar"),
        (["trace", "a", "--paragraph", "b"], "Skriv var spåret börjar"),
        (["ingest"], "SÖKVÄG... saknas."),
        (["ingest", "finns-inte"], "finns-inte finns inte eller går inte att läsa."),
        (["export", "--format", "xlsx"], "--output"),
        (["serve", "--host", "0.0.0.0"], "--public"),  # noqa: S104 - refused is what is tested
        (["serve", "--port", "70000"], "skriv ett heltal från 0 till 65535"),
    ],
)
def test_wrong_use_is_explained_in_swedish(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What was typed wrong ends with exit code 2, one sentence with the cure, and where help is."""
    assert run(arguments) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert "Hjälp: protokollspar" in shown.err
    assert shown.out == ""


def test_no_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a command the help is shown, as an error."""
    assert run([]) == 2
    assert "Kommandon:" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["search", "x"], ["trace", "x"], ["check"], ["export"], ["serve"]])
def test_a_missing_library_is_one_swedish_line(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback: the folder and the command that fills it are named, with exit code 1."""
    assert run([*command, "--library", str(tmp_path / "tom")]) == 1
    shown = capsys.readouterr().err
    assert shown.count("\n") == 1
    assert "protokollspar ingest" in shown
    assert "Traceback" not in shown


def test_the_library_may_be_named_once_for_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """PROTOKOLLSPAR_LIBRARY stands in for --library."""
    monkeypatch.setenv("PROTOKOLLSPAR_LIBRARY", str(tmp_path / "via-miljön"))
    assert run(["search", "x"]) == 1
    assert "via-miljön" in capsys.readouterr().err


def test_values_are_swedish_words_and_the_records_names_still_hold() -> None:
    """Every state and every sort of link has a Swedish word; what was written before is understood as before."""
    assert set(STATES.values()) == set(StateKind)
    assert set(LINKS.values()) == set(LinkKind) - {LinkKind.CONFIRMED}
    for command, flag, table in ((issues, "state", STATES), (trace, "without", LINKS)):
        option = next(one for one in command.params if one.name == flag)
        assert isinstance(option, click.Option)
        assert isinstance(option.type, click.Choice)
        assert set(option.type.choices) == {*table, *table.values()}
        assert not any(f" {english}," in (option.help or "") for english in table.values())


def test_filters_become_the_query() -> None:
    """Swedish and English names of kinds mean the same, and one year is a span."""
    options: dict[str, object] = {"kinds": ("beslut", "motion"), "boards": ("HSN",), "only": 2021, "limit": 5}
    query = make_query("x", options)
    assert [str(kind) for kind in query.kinds] == ["decision", "motion"]
    assert (query.boards, query.years, query.limit) == (("HSN",), (2021, 2021), 5)


def test_queries_are_read_with_their_ids(tmp_path: Path) -> None:
    """Ids are kept, numbers too; a query without one gets its place."""
    file = tmp_path / "q.json"
    file.write_text(json.dumps([{"id": "a", "query": "x"}, {"id": 7, "query": "y"}, "z"]), encoding="utf-8")
    assert list(read_queries(file)) == [("a", "x"), ("7", "y"), ("3", "z")]


@pytest.mark.parametrize("content", ["{", '{"query": "x"}', '[{"id": 1}]', "[3]"])
def test_a_bad_file_of_queries_is_named(content: str, tmp_path: Path) -> None:
    """What is wrong in the file is said in Swedish, with its name."""
    file = tmp_path / "frågor.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(click.ClickException, match=r"frågor\.json"):
        list(read_queries(file))


def test_starts_are_objects_or_strings(tmp_path: Path) -> None:
    """Both forms that the manual names are read, to the letter."""
    file = tmp_path / "s.json"
    file.write_text(json.dumps([{"start": "HSN 2021-03-18 § 14", "more": 1}, " RS 1-2020"]), encoding="utf-8")
    assert list(read_starts(file)) == ["HSN 2021-03-18 § 14", " RS 1-2020"]


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104 - told apart is what is tested
        ("192.168.1.4", False),
        ("dator", False),
    ],
)
def test_loopback_is_told_from_the_rest(host: str, own: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Only this computer's own addresses need no --public."""
    assert is_loopback(host) is own


def test_help_imports_nothing_heavy() -> None:
    """What makes a start slow is not imported before it is needed."""
    program = "import sys, ui.cli; ui.cli.run(['search', '--help']); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.split()
    heavy = {"torch", "numpy", "gradio", "spacy", "pdfplumber", "sentence_transformers", "faiss", "tantivy", "openpyxl"}
    assert not heavy & set(loaded)


def test_a_reader_that_leaves_is_no_error() -> None:
    """`protokollspar … | head -1` ends quietly."""
    program = (
        "import os, sys, ui.cli, click\n"
        "@ui.cli.protokollspar.command()\n"
        "def flood():\n"
        "    for _ in range(100_000): click.echo('rad')\n"
        "sys.argv = ['protokollspar', 'flood']; ui.cli.main()\n"
    )
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), complaint) == (1, b"")
