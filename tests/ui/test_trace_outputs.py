"""A trace as a file: the same facts and rows in HTML, Word and SVG, each citable and each saying who made it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from index.course import (
    Boundary,
    Change,
    ChangeBase,
    ChangeKind,
    EventKind,
    Loop,
    Quoted,
    Standing,
    State,
    StateKind,
    Step,
    Validity,
)
from index.results import Issue, Trace
from nlp.acts import Range
from ui import cli
from ui.trace_outputs import briefing, page, picture
from ui.trace_outputs.sheet import COLUMNS, sheet_of

Make = Callable[..., Any]
TODAY = date(2025, 3, 1)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def trace(make_trace: Make, make_event: Make, make_link: Make) -> Trace:
    """A matter that was sent back, decided, changed against the proposal and repealed."""
    ids = ("x-1", "x-2", "x-3")
    by = Quoted("x-3", "d3", "Beslutet upphävs.", Range(0, 17), 2, "Regionstyrelsen 2023-05-02 § 61, s. 2")
    remitted = make_event(paragraph_id="x-1", kind=EventKind.REMITTED, issue_id="x-1", against=())
    decided = make_event(
        paragraph_id="x-2",
        date="2022",
        number=15,
        kind=EventKind.DECISION,
        outcomes=("approved",),
        issue_id="x-1",
        changes=(Change(ChangeKind.ADDED, ChangeBase.PROPOSAL, "x-2", "", "Barn åker fritt & utan <avgift>."),),
        standing=Standing(Validity.REPEALED, by, None, "2025-03-01", 12),
    )
    repealed = make_event(
        paragraph_id="x-3",
        board="Regionstyrelsen",
        date="2023-05-02",
        number=61,
        kind=EventKind.DECISION,
        outcomes=("rejected",),
        issue_id="x-1",
        standing=Standing(Validity.NONE_FOUND, None, None, "2025-03-01", 7),
        links=(make_link(from_id="x-3", to_id="x-2", to="HSN 2022 § 15"),),
    )
    kinds = (EventKind.REMITTED, EventKind.DECISION, EventKind.DECISION)
    steps = tuple(Step(one, "Nämnden", None, kind, None) for one, kind in zip(ids, kinds, strict=True))
    issue = Issue(
        id="x-1",
        title="Sjukresor med båt",
        date_first="2021-03-18",
        date_last="2023-05-02",
        boards=("Hälso- och sjukvårdsnämnden", "Regionstyrelsen"),
        case_numbers=("HSN 40-2021", "RS 90-2023"),
        paragraphs=ids,
        state=State(StateKind.DECIDED, "2023-05-02", by),
        path=steps,
        loops=(Loop(EventKind.REMITTED, "x-1", "x-2", None),),
        joins=(make_link(from_id="x-3", to_id="x-2", to="HSN 2022 § 15"),),
    )
    outside = (make_link(from_id="x-3", to_id=None, to="RS 9-1999"),)
    found: Trace = make_trace(remitted, decided, repealed, outside=outside)
    boundary = Boundary("Ny gymnastiksal", "y-1", 0.83, 0.91)
    return replace(found, title="Sjukresor med båt", issues=(issue,), boundary=boundary)


def test_the_sheet_holds_what_was_found_and_how_far_was_looked(trace: Trace) -> None:
    """State, way, loops, changes, validity, boundary and what was searched are there, every row with its citation."""
    sheet = sheet_of(trace, TODAY)
    facts = dict(sheet.facts)
    assert facts["Läge"].startswith(
        "Avgjort sedan 2 maj 2023. Regionstyrelsen 2023-05-02 § 61, s. 2: ”Beslutet upphävs.”"
    )
    assert facts["Diarienummer"] == "HSN 40-2021, RS 90-2023"
    assert "Återremiss" in facts["Tur och retur"]
    assert [row.citation for row in sheet.rows] == [event.citation for event in trace.events]
    assert "Tillagt mot förslaget: ”Barn åker fritt & utan <avgift>.”" in sheet.rows[1].after
    assert "Upphävt av Regionstyrelsen 2023-05-02 § 61, s. 2: ”Beslutet upphävs.”" in sheet.rows[1].after
    assert "Inget senare beslut funnet (sökt till och med 1 mars 2025, 7 senare paragrafer)." in sheet.rows[2].after
    assert sheet.notes[0].startswith("Stannade vid likhet 0,83")
    assert "1 mars 2025" in sheet.notes[-1]


def test_the_html_needs_nothing_else_and_escapes_what_was_printed(trace: Trace) -> None:
    """No address outside the file; every event of the drawing leads to its row of the table."""
    made = page.html(trace, TODAY)
    assert "http" not in made.replace("http://www.w3.org/2000/svg", "")
    assert "Barn åker fritt &amp; utan &lt;avgift&gt;." in made
    assert [f'href="#handelse-{n}"' in made and f'id="handelse-{n}"' in made for n in (1, 2, 3)] == [True] * 3
    assert all(name in made for name in COLUMNS)
    assert made.count("<tr") == len(trace.events) + 1


def test_the_svg_is_sound_and_says_what_it_shows(trace: Trace) -> None:
    """It is XML with title and description; each event is a link with its words; a year is drawn as a year."""
    drawn = ET.fromstring(picture.svg(trace).encode())  # noqa: S314 - our own markup
    assert drawn.findtext(f"{SVG}title") == "Tidslinje: Sjukresor med båt"
    assert drawn.findtext(f"{SVG}desc")
    links = drawn.findall(f"{SVG}a")
    assert [link.get("aria-label", "").split(" – ")[-1].split(",")[0] for link in links] == [
        "Återremiss",
        "Beslut: bifall",
        "Beslut: avslag",
    ]
    classes = [each.get("class") for each in drawn.iter()]
    assert classes.count("ps-span") == 1
    assert classes.count("ps-arc") == 1
    assert {"ps-glyph ps-glyph-against", "ps-glyph ps-glyph-wait"} <= set(classes)


def test_a_picture_of_a_part_says_so_above_it(trace: Trace) -> None:
    """What was left out stands as text over the drawing, inside the picture's own bounds."""
    drawn = ET.fromstring(picture.svg(trace, ["Avgränsat: 3 av 9 händelser visas."]).encode())  # noqa: S314 - our own
    assert drawn.findtext(f"{SVG}text") == "Avgränsat: 3 av 9 händelser visas."
    inner = drawn.find(f"{SVG}g/{SVG}svg")
    assert inner is not None
    assert float(drawn.attrib["height"]) > float(inner.attrib["height"])


def test_the_word_document_can_be_handed_out(trace: Trace) -> None:
    """Heading, facts, a table whose head repeats, and the program's name and day."""
    made = Document(BytesIO(briefing.docx(trace, TODAY)))
    texts = [paragraph.text for paragraph in made.paragraphs]
    assert texts[0] == "Sjukresor med båt"
    assert any(text.startswith("Läge: Avgjort") for text in texts)
    assert any("programmet Protokollspår den 1 mars 2025" in text for text in texts)
    (table,) = made.tables
    assert [cell.text for cell in table.rows[0].cells] == list(COLUMNS)
    assert len(table.rows) == len(trace.events) + 1
    assert table.rows[2].cells[-1].text == trace.events[1].citation
    assert "tblHeader" in table.rows[0]._tr.xml
    assert made.core_properties.author == "Protokollspår"


def test_what_leads_nowhere_is_a_file_that_says_so(make_trace: Make) -> None:
    """A trace without events is still a whole file in every form."""
    nothing = make_trace()
    assert "Inget ärende hittades" in page.html(nothing, TODAY)
    assert ET.fromstring(picture.svg(nothing).encode()).tag == f"{SVG}svg"  # noqa: S314 - our own markup
    assert Document(BytesIO(briefing.docx(nothing, TODAY))).tables


@pytest.mark.parametrize("ending", ["svg", "html", "docx", "csv", "jsonl", "txt"])
def test_the_command_writes_what_the_file_is_called(library_path: Path, tmp_path: Path, ending: str) -> None:
    """The ending of the file chooses the form; nothing half-written is left."""
    file = tmp_path / f"ärende.{ending}"
    assert cli.run(["trace", "HSN 301-2021", "-o", str(file), "--library", str(library_path)]) == 0
    starts = {"svg": b"<?xml", "html": b"<!doctype", "docx": b"PK", "csv": b"board,", "jsonl": b"{", "txt": b"Str"}
    assert file.read_bytes().startswith(starts[ending]) or ending == "txt"
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


def test_a_word_document_needs_a_file(library_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody wants a Word document in the terminal."""
    assert cli.run(["trace", "HSN 301-2021", "--format", "docx", "--library", str(library_path)]) == cli.EXIT_USAGE
    assert "-o" in capsys.readouterr().err


def test_issues_are_listed_and_links_decided(
    library_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An issue is listed with where it stands; a split link parts it, and the list says who did it."""
    import shutil  # noqa: PLC0415 - the library is copied because this test writes in it

    own = tmp_path / "eget"
    shutil.copytree(library_path, own)
    where = ["--library", str(own)]
    assert cli.run(["issues", "--format", "jsonl", *where]) == 0
    listed = capsys.readouterr().out
    assert '"HSN 301-2021"' in listed
    pair = ["HSN 2021-03-18 § 13", "RS 2020-10-20 § 139"]
    assert cli.run(["link", "split", *pair, "--who", "Åsa Öberg", "--why", "Två frågor", *where]) == 0
    assert cli.run(["link", "list", *where]) == 0
    assert "Åsa Öberg (skilj): Hälso- och sjukvårdsnämnden 2021-03-18 § 13" in capsys.readouterr().out
    assert (own / "samband.csv").exists()
    assert cli.run(["link", "split", *pair, *where]) == cli.EXIT_USAGE
