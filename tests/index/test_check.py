"""A library that is damaged says what is wrong, where, and what to do; a whole one says nothing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from index.check import CLEAR, MEND, REREAD, REREAD_COPY, RESTORE, findings
from index.folder import Folder
from index.results import Finding
from index.sqlite.store import SqliteStore
from index.sqlite.wordblob import pack_spans
from index.stored import Model
from ingest.records import Box, Paragraph, Span
from tests.index.builders import MODEL, document, laid_out, paragraph, pdf_bytes, vector_of
from tests.index.store_conformance import add

FILE = "protokoll 2024-05-06.pdf"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Make a whole library of one document whose words stand on the pages of a real PDF."""
    folder = Folder(tmp_path / "bib")
    folder.make()
    made = [paragraph(7), paragraph(8, page=2)]
    content = printed(made)
    source = tmp_path / FILE
    source.write_bytes(content)
    with SqliteStore(folder.database, create=True) as store:
        new = document(made, content=content)
        add(store, new)
        folder.keep_copy(source, new.sha256, ".pdf")
    return folder.path


def printed(made: list[Paragraph]) -> bytes:
    """Return a PDF in which the words of a built document stand where it says."""
    pages: list[list[tuple[str, float, float]]] = [[], [], []]
    for one in made:
        pages[one.page_first - 1] += laid_out(one.text, one.page_first)[1]
        pages[one.page_first] += laid_out("Bilagans text", one.page_first + 1, 30)[1]
    pages[0] += laid_out("Målet är nått.", 1, 35)[1]
    return pdf_bytes(pages)


def checked(library: Path) -> list[Finding]:
    """Return what the check finds."""
    folder = Folder(library)
    with SqliteStore(folder.database) as store:
        return list(findings(store, folder, MODEL.name))


def sql(library: Path, *statements: tuple[str, tuple[object, ...]]) -> None:
    """Change the database behind the program's back."""
    with closing(sqlite3.connect(library / "protokollspar.sqlite")) as connection, connection:
        for statement, values in statements:
            connection.execute(statement, values)


def the_copy(library: Path) -> Path:
    """Return the only copy."""
    [copy] = (library / "files").iterdir()
    return copy


def test_whole_library_has_no_findings(library: Path) -> None:
    """Nothing is found where nothing is wrong."""
    assert checked(library) == []


def change_item(library: Path, kind: str, field: str, value: object) -> None:
    """Change one field of the first act of a kind."""
    with closing(sqlite3.connect(library / "protokollspar.sqlite")) as connection, connection:
        key, record = connection.execute("SELECT key, record FROM items WHERE kind = ? LIMIT 1", (kind,)).fetchone()
        changed = json.dumps({**json.loads(record), field: value})
        connection.execute("UPDATE items SET record = ? WHERE key = ?", (changed, key))


def move_words(library: Path, box: Box) -> None:
    """Say of every word of the first paragraph that it stands elsewhere on its page."""
    moved = [Span(span.range, span.page, box) for span in paragraph(7).spans]
    sql(library, ("UPDATE spans SET words = ? WHERE paragraph = 1", (pack_spans(moved),)))


NAN = np.full(MODEL.dimensions, np.nan, dtype="<f4").tobytes()
DAMAGES: dict[str, tuple[Callable[[Path], object], str, str, str]] = {
    "copy gone": (lambda lib: the_copy(lib).unlink(), "kopia saknas", FILE, RESTORE),
    "copy cut": (lambda lib: the_copy(lib).write_bytes(b"%PDF"), "inte den fil som lästes", FILE, REREAD_COPY),
    "strange file": (
        lambda lib: (lib / "files" / "x.pdf").write_bytes(b""),
        "hör inte till något dokument",
        "files/x.pdf",
        CLEAR,
    ),
    "vector gone": (
        lambda lib: sql(lib, ("DELETE FROM vectors WHERE rowid = 1", ())),
        "1 texter saknar vektor",
        MODEL.name,
        MEND,
    ),
    "vector cut": (
        lambda lib: sql(lib, ("UPDATE vectors SET vector = x'00000000' WHERE rowid = 1", ())),
        "1 tal i stället för 4",
        "vektor",
        MEND,
    ),
    "vector of nothing": (
        lambda lib: sql(lib, ("UPDATE vectors SET vector = ? WHERE rowid = 1", (NAN,))),
        "tal som inte är tal",
        "vektor",
        MEND,
    ),
    "vector without text": (
        lambda lib: sql(lib, ("INSERT INTO vectors SELECT zeroblob(32), model, vector FROM vectors LIMIT 1", ())),
        "text som inte finns",
        "vektor 0000",
        MEND,
    ),
    "quote changed": (
        lambda lib: change_item(lib, "reservation", "text", "Anna Ek (S) instämmer i beslutet."),
        "citatet för reservation 1 är inte de ord",
        f"{FILE} § 7 (s. 1)",
        REREAD,
    ),
    "quote moved": (
        lambda lib: change_item(lib, "vote", "ranges", [{"start": 5, "end": 100_000}]),
        "citatet för vote 1 ligger utanför",
        f"{FILE} § 7 (s. 1)",
        REREAD,
    ),
    "item garbled": (
        lambda lib: sql(lib, ("UPDATE items SET record = '{' WHERE kind = 'motion'", ())),
        "slaget motion kan inte läsas",
        "paragraf",
        REREAD,
    ),
    "title changed": (
        lambda lib: sql(lib, ("UPDATE paragraphs SET title = 'Annan rubrik' WHERE number = 8", ())),
        "rubriken är inte de ord",
        f"{FILE} § 8 (s. 2)",
        REREAD,
    ),
    "section moved": (
        lambda lib: sql(lib, ("UPDATE sections SET last = 100000", ())),
        'avsnittet "decision" ligger utanför',
        f"{FILE} § 7 (s. 1)",
        REREAD,
    ),
    "paragraph gone": (
        lambda lib: sql(lib, ("DELETE FROM paragraphs WHERE number = 8", ())),
        "1 paragrafer finns kvar av de 2",
        FILE,
        REREAD,
    ),
    "units gone": (
        lambda lib: sql(lib, ("DELETE FROM units WHERE paragraph = 1", ())),
        "inga sökenheter",
        f"{FILE} § 7 (s. 1)",
        REREAD,
    ),
    "unit changed": (
        lambda lib: sql(lib, ("UPDATE units SET text = 'annat' WHERE id = 1", ())),
        "har ändrats sedan",
        "sökenhet 1",
        REREAD,
    ),
    "words garbled": (
        lambda lib: sql(lib, ("UPDATE spans SET words = x'0102' WHERE paragraph = 1", ())),
        "platser kan inte packas upp",
        "paragraf",
        REREAD,
    ),
    "words moved": (
        lambda lib: move_words(lib, Box(300, 700, 340, 710)),
        "ord står inte där de ska",
        f"{FILE} § 7 (s. 1)",
        REREAD,
    ),
    "text changed": (
        lambda lib: sql(lib, ("UPDATE paragraphs SET text = replace(text, 'Översyn', 'Nedsyn1')", ())),
        '1 ord står inte där de ska, det första är "Nedsyn1" på sidan 2',
        f"{FILE} § 8 (s. 2)",
        REREAD,
    ),
    "words gone": (lambda lib: sql(lib, ("DELETE FROM spans", ())), "ordens platser saknas", "paragraf", REREAD),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_named_with_its_cure(library: Path, name: str) -> None:
    """Each way of damaging a library is found, where it is, with what to do about it; and checking changes nothing."""
    damage, what, where, cure = DAMAGES[name]
    damage(library)
    found = checked(library)
    assert any(what in one.what and where in one.where and one.cure == cure for one in found), found
    assert checked(library) == found


def test_other_models_vectors_are_named(library: Path) -> None:
    """Vectors of a model that is not the library's are named, since they can never be compared."""
    with SqliteStore(library / "protokollspar.sqlite") as store:
        texts = {one.unit.content_hash: one.unit.text for one in store.units()}
        store.add_vectors(Model("test/annan", 3), {name: vector_of(text, 3) for name, text in texts.items()})
    [found] = checked(library)
    assert "test/annan" in found.where


def test_damaged_index_mends_itself(library: Path) -> None:
    """A derived index that was overwritten is no finding: it is made anew from the truth."""
    assert checked(library) == []
    for each in (library / "derived").rglob("*"):
        if each.is_file():
            each.write_bytes(b"skadat")
    assert checked(library) == []


def test_index_that_lacks_vectors_is_named(library: Path) -> None:
    """An index that vouches for fewer vectors than the truth has is named with its folder."""
    assert checked(library) == []
    sql(
        library,
        ("INSERT INTO units SELECT 99, paragraph, kind, first, last, parties, hash, text FROM units LIMIT 1", ()),
    )
    [found] = checked(library)
    assert "sökindexet har 4 vektorer, databasen 5" in found.what


def test_damaged_database_is_named(library: Path) -> None:
    """Overwritten pages of the database are findings, not a crash."""
    with closing(sqlite3.connect(library / "protokollspar.sqlite")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'units'").fetchone()[0]
    with (library / "protokollspar.sqlite").open("r+b") as database:
        database.seek((page - 1) * 4096)
        database.write(b"\xff" * 4096)
    assert any("skadad" in one.what for one in checked(library))
