"""The embedded store passes the public suite, and says in Swedish what is wrong with its file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import DamagedLibraryError, LibraryNotFoundError, NewerLibraryError
from index.sqlite.schema import VERSION
from index.sqlite.store import SqliteStore
from index.store import Store
from tests.index.builders import document
from tests.index.store_conformance import OpenStore, StoreConformance, add


class TestSqliteStore(StoreConformance):
    """The public suite over a file."""

    @pytest.fixture
    def open_store(self, tmp_path: Path) -> Iterator[OpenStore]:
        """Give a function that opens the same file each time."""
        opened: list[Store] = []

        def open_it() -> Store:
            opened.append(SqliteStore(tmp_path / "protokollspar.sqlite", create=True))
            return opened[-1]

        yield open_it
        for store in opened:
            store.close()


def test_missing_library_is_named(tmp_path: Path) -> None:
    """Opening where there is no library names the folder and the command that makes one."""
    with pytest.raises(LibraryNotFoundError, match=f"{tmp_path}.*protokollspar ingest"):
        SqliteStore(tmp_path / "protokollspar.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_newer_library_is_refused(tmp_path: Path) -> None:
    """A file with a schema that this version does not know is refused with the cure, and left as it is."""
    path = tmp_path / "protokollspar.sqlite"
    SqliteStore(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    with pytest.raises(NewerLibraryError, match=r"nyare version.*Uppdatera"):
        SqliteStore(path, create=True)


@pytest.mark.parametrize("content", [b"", b"detta ar ingen databas alls" * 100])
def test_file_that_is_no_library_is_refused(tmp_path: Path, content: bytes) -> None:
    """An empty file or a file of something else is named as no library."""
    path = tmp_path / "protokollspar.sqlite"
    path.write_bytes(content)
    with pytest.raises(DamagedLibraryError, match=r"protokollspar\.sqlite"):
        SqliteStore(path)


def test_overwritten_pages_are_named(tmp_path: Path) -> None:
    """A database whose pages were overwritten says that it is damaged and what to do."""
    path = tmp_path / "protokollspar.sqlite"
    with SqliteStore(path, create=True) as store:
        add(store, document())
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(bytes(content))
    with pytest.raises(DamagedLibraryError, match=r"säkerhetskopia|check"), SqliteStore(path) as store:
        list(store.paragraphs())
