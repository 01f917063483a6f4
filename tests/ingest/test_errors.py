"""What cannot be read is named, in Swedish, with the cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import UnreadableFileError, UnsupportedFileError
from ingest.reader import read_document
from tests.ingest.conftest import ReadTypst
from tests.ingest.hostile import encrypted


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "filen är tom"), (b"inte en pdf", "ingen hel PDF"), (b"%PDF-1.7\n1 0 obj\n<<", "ingen hel PDF")],
)
def test_broken_files_are_named(tmp_path: Path, content: bytes, says: str) -> None:
    """An empty, foreign or cut file raises an error that names the file and what is wrong."""
    path = tmp_path / "Protokoll.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=f"Protokoll.pdf.*{says}"):
        read_document(path)


def test_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there raises the error of this room, not Python's."""
    with pytest.raises(UnreadableFileError, match=r"borta\.pdf"):
        read_document(tmp_path / "borta.pdf")


def test_unknown_format_lists_the_known(tmp_path: Path) -> None:
    """A format that is not read is answered with those that are."""
    path = tmp_path / "Protokoll.xyz"
    path.write_bytes(b"x")
    with pytest.raises(UnsupportedFileError, match=r"\.xyz.*\.pdf"):
        read_document(path)


def test_page_without_text_is_reported(read_typst: ReadTypst) -> None:
    """A scanned page gives no text and is named with its number."""
    pixels = "#image(bytes((0, 0, 0, 255, 255, 255, 0, 0, 0, 255, 255, 255)), "
    scan = pixels + 'format: (encoding: "rgb8", width: 2, height: 2), width: 10cm)'
    document = read_typst(
        f"#paragraf(3, [Val], [])\n#rub[Beslut] Valet bordläggs.\n#pagebreak()\n{scan}\n#pagebreak()\n"
    )
    assert [problem.page for problem in document.problems] == [2]
    assert "utan läsbar text" in document.problems[0].what
    assert document.pages == 3


def test_empty_pages_are_no_problem(read_typst: ReadTypst) -> None:
    """A blank page has nothing that could be lost."""
    document = read_typst("#paragraf(3, [Val], [])\n#rub[Beslut] Valet bordläggs.\n#pagebreak()\n#pagebreak()\n")
    assert document.problems == ()


def test_a_file_that_opens_without_a_password_is_read(tmp_path: Path) -> None:
    """Encryption that only forbids printing or copying (an owner's password) hinders nobody from reading."""
    path = tmp_path / "skyddad.pdf"
    path.write_bytes(encrypted(b""))
    document = read_document(path)
    assert [(p.number, p.title) for p in document.paragraphs] == [(7, "Budget")]
    assert document.problems == ()


def test_a_file_with_a_password_is_named(tmp_path: Path) -> None:
    """A file that asks for a password is named with the cure."""
    path = tmp_path / "hemlig.pdf"
    path.write_bytes(encrypted(b"hemligt"))
    with pytest.raises(UnreadableFileError, match=r"hemlig\.pdf: filen är krypterad.*utan lösenord"):
        read_document(path)
