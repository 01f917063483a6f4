"""Connections to the embedded database: one a thread, opened on demand.

Owns the settings that keep the truth whole (WAL, a flush at every commit, foreign keys) and the translation of SQLite's
own errors into ours. Queries are left to the modules that know the tables.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import DamagedLibraryError, LibraryBusyError, LibraryError, LibraryNotFoundError, NewerLibraryError
from index.sqlite.schema import APPLICATION_ID, TABLES, VERSION

_WAIT_SECONDS = 30.0
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Connections:
    """All connections of one store; `close` ends them whatever thread opened them."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the database at ``path``; with ``create`` make it where it is missing."""
        self.path = path
        self._local = threading.local()
        self._lock = threading.Lock()
        self._all: list[sqlite3.Connection] = []
        if not create and not path.exists():
            raise LibraryNotFoundError(
                f"Det finns inget bibliotek i {path.parent}. Läs in protokoll med "
                f'"protokollspar ingest MAPP --library {path.parent}" eller peka ut en annan mapp med --library.'
            )
        with self.errors():
            self._prepare(create=create)

    def get(self) -> sqlite3.Connection:
        """Return this thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._open()
        return connection

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give a connection in which everything or nothing is written."""
        with self.errors():
            connection = self.get()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Say in our own errors what SQLite found."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise _named(error, self.path) from error

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            for connection in self._all:
                connection.close()
            self._all.clear()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
        with self._lock:
            self._all.append(connection)
        connection.execute("PRAGMA journal_mode = WAL")
        # FULL flushes at each commit, so that a document that was reported as stored survives a power cut as well.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -32000")
        return connection

    def _prepare(self, *, create: bool) -> None:
        version = int(self.get().execute("PRAGMA user_version").fetchone()[0])
        if version == 0 and create:
            self._make_tables()
        elif version > VERSION:
            raise NewerLibraryError(
                f"Biblioteket {self.path} är gjort av en nyare version av Protokollspår (schema {version}, den här "
                f"versionen kan {VERSION}). Uppdatera programmet, eller läs in protokollen i en ny mapp."
            )
        elif version < VERSION:
            raise DamagedLibraryError(
                f"Filen {self.path} är inget bibliotek, eller så avbröts det innan det blev till. "
                "Ta bort filen och läs in protokollen igen."
            )

    def _make_tables(self) -> None:
        with self.transaction() as connection:
            # Another program may have made them while this one waited for its turn.
            if connection.execute("PRAGMA user_version").fetchone()[0]:
                return
            for statement in TABLES.split(";\n"):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")


def _named(error: sqlite3.DatabaseError, path: Path) -> LibraryError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGE:
        return DamagedLibraryError(
            f"Databasen {path} är skadad ({error}). Ta fram den ur en säkerhetskopia, eller ta bort biblioteket "
            f"{path.parent} och läs in protokollen igen."
        )
    if code == sqlite3.SQLITE_BUSY:
        return LibraryBusyError(f"Ett annat program skriver i {path}. Vänta tills det är klart och försök igen.")
    if code == sqlite3.SQLITE_FULL:
        return LibraryError(f"Disken är full: {path} kunde inte skrivas. Frigör utrymme och kör kommandot igen.")
    return LibraryError(f"Databasen {path} kunde inte användas: {error}. Kör protokollspar check.")
