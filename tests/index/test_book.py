"""Books keep every row that people add, in whatever form a spreadsheet has saved them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.book import Book
from index.errors import BookError

COLUMNS = ("vad", "vem", "varför")


def book(folder: Path) -> Book:
    """Return a book that is not there yet."""
    return Book(folder / "bok.csv", COLUMNS)


def test_a_book_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """No file is no rows, and reading makes none."""
    assert book(tmp_path).rows() == ()
    assert not (tmp_path / "bok.csv").exists()


def test_rows_come_back_in_order(tmp_path: Path) -> None:
    """What was added is read back, with the line on which it stands."""
    one = book(tmp_path)
    one.add({"vad": "§ 12", "vem": "Åsa Öberg", "varför": 'hon sa "nej"; sedan ja'})
    one.add({"vad": "§ 13"})
    rows = one.rows()
    assert [row.line for row in rows] == [2, 3]
    assert rows[0].values == {"vad": "§ 12", "vem": "Åsa Öberg", "varför": 'hon sa "nej"; sedan ja'}
    assert rows[1].values == {"vad": "§ 13", "vem": "", "varför": ""}


@pytest.mark.parametrize("separator", [";", ","])
def test_either_separator_and_other_columns_are_read(tmp_path: Path, separator: str) -> None:
    """A file that a spreadsheet saved with its own separator, order and extra columns is read and added to."""
    one = book(tmp_path)
    lines = [["vem", "vad", "anm", "varför"], ["A", "§ 1", "-", "x"]]
    one.path.write_text("\r\n".join(separator.join(cells) for cells in lines), encoding="utf-8")
    one.add({"vad": "§ 2", "vem": "B"})
    assert [(row.values["vad"], row.values["vem"]) for row in one.rows()] == [("§ 1", "A"), ("§ 2", "B")]


def test_a_row_that_cannot_be_understood_names_file_and_line(tmp_path: Path) -> None:
    """Too many fields, or a missing column, is an error that says where and how to mend it."""
    one = book(tmp_path)
    one.path.write_text("vad;vem;varför\na;b;c\na;b;c;d\n", encoding="utf-8")
    with pytest.raises(BookError, match=r"bok\.csv, rad 3: 4 fält"):
        one.rows()
    one.path.write_text("vad;vem\n", encoding="utf-8")
    with pytest.raises(BookError, match="rad 1: kolumnen varför saknas"):
        one.rows()
    with pytest.raises(BookError, match="rad 1: kolumnen varför saknas"):
        one.add({"vad": "x"})


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    """A file that is no UTF-8 is an error with its cure, never rows with broken letters."""
    one = book(tmp_path)
    one.path.write_bytes("vad;vem;varför\n".encode("latin-1"))
    with pytest.raises(BookError, match="UTF-8"):
        one.rows()
    with pytest.raises(BookError, match="UTF-8"):
        one.add({"vad": "x"})


def test_an_unknown_column_is_refused(tmp_path: Path) -> None:
    """A value for a column that the book lacks is an error, not silently dropped."""
    with pytest.raises(BookError, match="ingen kolumn när"):
        book(tmp_path).add({"när": "2024"})


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])), min_size=1, max_size=5))
def test_any_text_survives(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    """Whatever somebody writes comes back the same but for white space."""
    one = book(tmp_path_factory.mktemp("bok"))
    for text in texts:
        one.add({"vad": "x", "varför": text})
    assert [row.values["varför"] for row in one.rows()] == [" ".join(text.split()) for text in texts]
