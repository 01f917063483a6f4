"""Text, Markdown, HTML and Word files give the same records as a PDF would."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from markdown_it import MarkdownIt

from ingest.contract import paragraph_record
from ingest.errors import UnreadableFileError
from ingest.pages import page_size, page_text, render_page
from ingest.reader import read_document
from ingest.records import Document, DocumentKind

MARKDOWN = """# Sammanträdesprotokoll

**Kulturnämnden**

Sammanträdesdatum: 2024-05-06

## § 12 Översyn av biblioteksfilialer

Dnr KUN 12-2024

### Sammanfattning

Förvaltningen har gått igenom filialerna. Två av dem har få besök.

### Yrkanden

Anna Ek (S) yrkar avslag på förslaget.

### Beslut

Kulturnämnden beslutar

1. att godkänna översynen,
2. att ge förvaltningschefen i uppdrag att återkomma senast den 1 mars 2025.

### Reservation

Anna Ek (S) reserverar sig mot beslutet.

## § 13 Avgifter

Dnr KUN 13-2024

### Bakgrund

Avgifterna är lika sedan 2019.

| Filial | Besök |
|--------|-------|
| Torget | 120   |
| Hamnen | 14    |

### Beslut

Kulturnämnden beslutar att bordlägga ärendet.
"""


def word_file(path: Path) -> None:
    """Write the same protocol as a Word file with styles for its headings, a numbered list and a table."""
    document = docx.Document()
    for block in re.sub(r"\n(?=\d\. |\|)", "\n\n", MARKDOWN).split("\n\n"):
        _word_block(document, block.strip())
    document.save(str(path))


def _word_block(document: Any, block: str) -> None:
    if block.startswith("#"):
        marks, _, words = block.partition(" ")
        document.add_heading(words, len(marks))
    elif block.startswith("**"):
        document.add_paragraph().add_run(block.strip("*")).bold = True
    elif re.match(r"\d\. ", block):
        document.add_paragraph(block[3:], style="List Number")
    elif block.startswith("|"):
        cells = [cell.strip() for cell in block.strip("|\n").split("|")]
        if "--" not in block:
            _word_row(document, cells)
    else:
        document.add_paragraph(block)


def _word_row(document: Any, cells: list[str]) -> None:
    if cells[0] == "Filial":
        document.add_table(0, len(cells))
    for cell, text in zip(document.tables[-1].add_row().cells, cells, strict=True):
        cell.text = text


def plain(markdown: str) -> str:
    """Return the protocol as people write it in a text editor: no marks, tabs between cells."""
    text = re.sub(r"(?m)^#+ ", "", markdown).replace("**", "")
    text = re.sub(r"(?m)^\|[-|]+\|\n", "", text)
    return re.sub(r"(?m)^\| (\w+) +\| (\w+) +\|$", r"\1\t\2", text)


@pytest.fixture
def written(tmp_path: Path) -> dict[str, Path]:
    """Write one protocol in every format."""
    paths = {suffix: tmp_path / f"protokoll.{suffix}" for suffix in ("md", "html", "docx", "txt")}
    paths["md"].write_text(MARKDOWN, encoding="utf-8")
    paths["html"].write_text(MarkdownIt("commonmark").enable("table").render(MARKDOWN), encoding="utf-8")
    paths["txt"].write_text(plain(MARKDOWN), encoding="utf-8")
    word_file(paths["docx"])
    return paths


def records(document: Document) -> list[dict[str, Any]]:
    """Return the records of a document without the name of its file."""
    return [{**paragraph_record(document, one), "file": ""} for one in document.paragraphs]


@pytest.mark.parametrize("suffix", ["html", "docx", "txt"])
def test_all_formats_give_the_same_records(written: dict[str, Path], suffix: str) -> None:
    """The same protocol gives the same paragraphs, sections and acts in whatever format it is written."""
    assert records(read_document(written[suffix])) == records(read_document(written["md"]))


def test_record_of_a_text_format(written: dict[str, Path]) -> None:
    """Meeting, title, case number, acts and tables are read from the marks of a text format."""
    document = read_document(written["md"])
    first, second = document.paragraphs
    assert (document.kind, document.meeting.board, document.meeting.date) == (
        DocumentKind.PROTOCOL,
        "Kulturnämnden",
        "2024-05-06",
    )
    assert (first.number, first.title, first.case_numbers) == (12, "Översyn av biblioteksfilialer", ("KUN 12-2024",))
    assert [one.outcome for one in first.acts.decisions] == ["approved", "assigned"]
    assert [one.due for one in first.acts.assignments] == ["2025-03-01"]
    assert [len(first.acts.motions), len(first.acts.reservations)] == [1, 1]
    assert "Filial\tBesök\nTorget\t120\nHamnen\t14" in second.text


@pytest.mark.parametrize("suffix", ["md", "html", "docx", "txt"])
def test_words_stand_where_the_shown_page_has_them(written: dict[str, Path], suffix: str) -> None:
    """Every word's span covers it in the text and lies on the page that is shown."""
    document = read_document(written[suffix])
    width, height = page_size(written[suffix], 1)
    assert render_page(written[suffix], 1, scale=0.5).startswith(b"\xff\xd8")
    shown = page_text(written[suffix], 1)
    for paragraph in document.paragraphs:
        for span in paragraph.spans:
            assert paragraph.text[span.range.start : span.range.end] in shown
            assert span.page == 1
            assert 0 < span.box.x0 < span.box.x1 < width
            assert 0 < span.box.top < span.box.bottom < height


@pytest.mark.parametrize(("encoding", "mark"), [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("cp1252", b"")])
def test_encodings(tmp_path: Path, encoding: str, mark: bytes) -> None:
    """UTF-8 with and without a mark and Windows-1252 give the same text."""
    path = tmp_path / "protokoll.txt"
    path.write_bytes(mark + plain(MARKDOWN).encode(encoding))
    assert read_document(path).paragraphs[0].title == "Översyn av biblioteksfilialer"


def test_form_feeds_begin_pages(tmp_path: Path) -> None:
    """A text file with form feeds has pages, and a paragraph knows its own."""
    path = tmp_path / "protokoll.txt"
    path.write_text(plain(MARKDOWN).replace("§ 13", "\f§ 13"), encoding="utf-8")
    document = read_document(path)
    assert [document.pages, document.paragraphs[0].page_first, document.paragraphs[1].page_first] == [2, 1, 2]


def test_bold_marks_in_text(tmp_path: Path) -> None:
    """Stars around words are marks and no text, also around a title of two lines and a heading that lost its line."""
    path = tmp_path / "utdrag.txt"
    path.write_text(
        "**§ 7**            **Återrapportering av uppdrag- Översyn  \nav *skolskjutsen***  \n"
        "SN 83-2023**Sammanfattning**\n\n"
        "Förvaltningen har sett över skjutsen.\n\n**Beslut**\n\nInformationen är delgiven.\n",
        encoding="utf-8",
    )
    (paragraph,) = read_document(path).paragraphs
    assert (paragraph.title, paragraph.case_numbers) == (
        "Återrapportering av uppdrag- Översyn av skolskjutsen",
        ("SN 83-2023",),
    )
    assert [(s.kind, s.heading) for s in paragraph.sections] == [("summary", "Sammanfattning"), ("decision", "Beslut")]


def test_words_broken_by_hand_are_joined(tmp_path: Path) -> None:
    """A hyphen at a line's end in a text broken by hand only broke the word."""
    path = tmp_path / "utdrag.txt"
    path.write_text(
        "§ 7 Skolskjuts\n\nBeslut\n\n"
        "Nämnden beslutar att genomlysningen som genom-\nfördes 2023 läggs till handlingarna.\n",
        encoding="utf-8",
    )
    (paragraph,) = read_document(path).paragraphs
    assert "som genomfördes 2023" in paragraph.acts.decisions[0].text


def test_columns_of_a_text_file(tmp_path: Path) -> None:
    """Blanks that set a cover page in columns keep labels and values apart."""
    path = tmp_path / "protokoll.txt"
    path.write_text(
        "Sammanträdesprotokoll\n\nSocialnämnden            2024-05-06\n\n"
        "Beslutande          Anna Ek (S), ordförande\n                    Bo Ask (M)\n\n"
        "§ 7 Skolskjuts\n\nBeslut\n\nNämnden godkänner rapporten.\n\n§ 8 Val\n\nBeslut\n\nNämnden väljer Bo Ask (M).\n",
        encoding="utf-8",
    )
    document = read_document(path)
    assert (document.meeting.board, document.meeting.date) == ("Socialnämnden", "2024-05-06")
    assert [person.name for person in document.meeting.attendance] == ["Anna Ek", "Bo Ask"]


def test_word_numbers_its_headings(tmp_path: Path) -> None:
    """Numbers that Word counts itself ("§ %1") are read though they stand nowhere in the text."""
    document = docx.Document()
    level = document.part.numbering_part.element.find(".//{*}abstractNum/{*}lvl")
    abstract = level.getparent().get(f"{{{level.nsmap['w']}}}abstractNumId")
    for name, value in (("start", "41"), ("numFmt", "decimal"), ("lvlText", "§ %1")):
        child = level.find(f"{{*}}{name}")
        child.set(f"{{{level.nsmap['w']}}}val", value)
    numbers = document.part.numbering_part.element.findall("{*}num")
    link = next(one for one in numbers if one.find("{*}abstractNumId").get(one.tag.replace("num", "val")) == abstract)
    for title in ("Skolskjuts", "Avgifter"):
        heading = document.add_heading(title, 2)
        properties = heading._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = int(link.get(link.tag.replace("num", "numId")))
        properties.get_or_add_ilvl().val = 0
        document.add_heading("Beslut", 3)
        document.add_paragraph("Nämnden godkänner rapporten.")
    path = tmp_path / "protokoll.docx"
    document.save(str(path))
    assert [(p.number, p.title) for p in read_document(path).paragraphs] == [(41, "Skolskjuts"), (42, "Avgifter")]


def test_struck_text_is_left_out(tmp_path: Path) -> None:
    """Words that a tracked change strikes are no text, words that it inserts are."""
    document = docx.Document()
    document.add_heading("§ 5 Taxa", 2)
    document.add_heading("Beslut", 3)
    document.add_paragraph("Nämnden antar taxan. STRUKET INFOGAT")
    path = tmp_path / "protokoll.docx"
    document.save(str(path))
    _rewrite(path, _tracked)
    text = read_document(path).paragraphs[0].text
    assert "INFOGAT" in text
    assert "STRUKET" not in text


def _tracked(xml: str) -> str:
    run = "</w:t></w:r><w:{0} w:id='1' w:author='x'><w:r><w:t xml:space='preserve'>{1}</w:t></w:r></w:{0}><w:r><w:t>"
    return xml.replace("STRUKET", run.format("del", "STRUKET")).replace("INFOGAT", run.format("ins", " INFOGAT"))


def _rewrite(path: Path, change: Any) -> None:
    with zipfile.ZipFile(path) as packed:
        files = {info.filename: packed.read(info) for info in packed.infolist()}
    files["word/document.xml"] = change(files["word/document.xml"].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)


def test_page_head_of_a_word_file_names_the_organisation(tmp_path: Path) -> None:
    """What stands in the page head is no text of a paragraph, and tells the organisation."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Bergviks kommun"
    document.add_heading("§ 5 Taxa", 2)
    document.add_heading("Beslut", 3)
    document.add_paragraph("Nämnden antar taxan.")
    path = tmp_path / "utdrag.docx"
    document.save(str(path))
    read = read_document(path)
    assert (read.kind, read.meeting.organisation) == (DocumentKind.EXTRACT, "Bergviks kommun")
    assert "Bergviks" not in read.paragraphs[0].text


@pytest.mark.parametrize("content", [b"PK\x03\x04 halv", b"ingen docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_broken_word_file_is_named(tmp_path: Path, content: bytes) -> None:
    """A cut, foreign or encrypted Word file is an error that names the file and the cure."""
    path = tmp_path / "Protokoll.docx"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=r"Protokoll\.docx.*Öppna den i Word"):
        read_document(path)


def test_word_file_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    """A package that says it unpacks to far more than any protocol is not opened."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as file:
        for _ in range(310):
            file.write(b"\0" * (1 << 20))
    path = tmp_path / "Protokoll.docx"
    path.write_bytes(packed.getvalue())
    with pytest.raises(UnreadableFileError, match="orimligt stor"):
        read_document(path)


def test_binary_file_called_text_is_named(tmp_path: Path) -> None:
    """A file with zero bytes is no text."""
    path = tmp_path / "Protokoll.txt"
    path.write_bytes(b"abc\0def")
    with pytest.raises(UnreadableFileError, match=r"Protokoll\.txt.*ingen textfil"):
        read_document(path)


def test_endless_nesting_is_named(tmp_path: Path) -> None:
    """Tags nested deeper than any page's are an error that names the file, and no crash."""
    path = tmp_path / "Protokoll.html"
    path.write_text("<div>" * 20_000 + "text", encoding="utf-8")
    with pytest.raises(UnreadableFileError, match=r"Protokoll\.html.*nästlade"):
        read_document(path)


def test_blocks_inside_links_are_blocks(tmp_path: Path) -> None:
    """Text of blocks that stand inside an inline tag is kept, in its order."""
    path = tmp_path / "sida.html"
    path.write_text("<p>Före</p><a href='x'><div>Inne</div></a><p>Efter</p>", encoding="utf-8")
    assert page_text(path, 1).split("\n") == ["Före", "Inne", "Efter"]


def test_empty_text_has_no_paragraphs(tmp_path: Path) -> None:
    """A file of nothing but blanks is read and holds nothing."""
    path = tmp_path / "Protokoll.txt"
    path.write_text(" \n\n", encoding="utf-8")
    document = read_document(path)
    assert (document.paragraphs, document.kind, document.pages) == ((), DocumentKind.OTHER, 1)
