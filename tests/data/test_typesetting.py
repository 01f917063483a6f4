"""Meetings are set to PDF the same way every time, and only when something changed."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest

from data.typeset.building import build, read_pages
from data.typeset.loading import load_meeting
from data.typeset.model import CollectionError
from data.typeset.pages import missing_fonts, typeset
from data.typeset.sheets import extract_sheet, long_date, protocol_sheet
from tests.data.sample import disputed, meeting, written

needs_fonts = pytest.mark.skipif(bool(missing_fonts()), reason="fonts-liberation is not installed")


def page_texts(pdf: bytes | Path) -> list[str]:
    """Return the text of every page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page_text(document, place) for place in range(len(document))]
    finally:
        document.close()


def _page_text(document: pypdfium2.PdfDocument, place: int) -> str:
    page = document[place]
    text = page.get_textpage()
    try:
        return str(text.get_text_bounded())
    finally:
        text.close()
        page.close()


@needs_fonts
@pytest.mark.parametrize("template", ["a", "b"])
def test_same_input_gives_same_bytes(tmp_path: Path, template: str) -> None:
    """Setting a meeting twice gives the very same file, in both looks."""
    sheet = protocol_sheet(load_meeting(written(tmp_path, meeting(disputed(), template=template))))
    assert typeset(sheet).pdf == typeset(sheet).pdf


@needs_fonts
@pytest.mark.parametrize("template", ["a", "b"])
def test_pages_of_paragraphs_are_known(tmp_path: Path, template: str) -> None:
    """A paragraph's pages come after cover and agenda and leave its attachment out; every page says it is made up."""
    done = typeset(
        protocol_sheet(load_meeting(written(tmp_path, meeting(disputed(13), disputed(14), template=template))))
    )
    texts = page_texts(done.pdf)
    first, last = done.paragraphs[13]
    assert first == 3
    assert "Tjänsteskrivelse" in texts[last]
    assert done.paragraphs[14][0] > last + 1
    assert "Avtal om nattöppet" in texts[done.paragraphs[14][0] - 1]
    assert all("Påhittat exempel" in text for text in texts)


@needs_fonts
def test_extract_is_one_paragraph(tmp_path: Path) -> None:
    """An extract holds its paragraph and neither cover page nor attachment."""
    entry = load_meeting(written(tmp_path, meeting(disputed(13), disputed(14))))
    texts = page_texts(typeset(extract_sheet(entry, 14)).pdf)
    assert "§ 14" in texts[0]
    assert "Ärendelista" not in "".join(texts)
    assert "prövat avtalet" not in "".join(texts)


def test_only_immediate_paragraphs_are_extracted(tmp_path: Path) -> None:
    """A paragraph that waits for the ordinary adjustment has no extract."""
    entry = load_meeting(written(tmp_path, meeting(disputed() | {"immediate": False})))
    with pytest.raises(CollectionError, match="§ 13: no immediately adjusted paragraph"):
        extract_sheet(entry, 13)


@needs_fonts
def test_build_sets_what_changed(tmp_path: Path) -> None:
    """A second build writes nothing; a changed meeting is set anew; a PDF without YAML goes."""
    written(tmp_path, meeting(disputed()))
    (tmp_path / "pdf").mkdir()
    (tmp_path / "pdf" / "gammal.pdf").write_bytes(b"%PDF-1.4")
    assert build(tmp_path) == ["HSN protokoll 2021-03-18.pdf"]
    assert build(tmp_path) == []
    written(tmp_path, meeting(disputed() | {"title": "Nytt avtal"}))
    assert build(tmp_path) == ["HSN protokoll 2021-03-18.pdf"]
    assert [path.name for path in (tmp_path / "pdf").iterdir()] == ["HSN protokoll 2021-03-18.pdf"]
    assert json.loads((tmp_path / "pages.json").read_text(encoding="utf-8")) == read_pages(tmp_path)


def test_dates_are_written_out() -> None:
    """The cover page writes dates as Swedish does."""
    assert long_date("2021-03-08") == "8 mars 2021"
