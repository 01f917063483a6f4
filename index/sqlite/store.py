"""The embedded store: one SQLite file.

Owns the transactions. What always holds is what `index.store` promises; how rows look is left to `write` and
`read`, what may be broken in them to `faults`.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from index import stored
from index.errors import AlreadyInLibraryError, DamagedLibraryError, NotInLibraryError
from index.sqlite import faults as sqlite_faults
from index.sqlite import filter as sqlite_filter
from index.sqlite import read as sqlite_read
from index.sqlite import write as sqlite_write
from index.sqlite.connection import Connections
from index.sqlite.wordblob import unpack_spans
from index.store import Store
from index.stored import (
    EVERYTHING,
    Counts,
    Fault,
    Filter,
    Glance,
    Head,
    ItemKind,
    Model,
    Outline,
    StoredDocument,
    StoredItem,
    StoredParagraph,
    StoredUnit,
    Traits,
    Unit,
    UnitIds,
    UnitPlace,
    Vector,
    VectorBatch,
)
from ingest.records import Attachment, Document, Span

_VECTOR_BATCH = 4096
_GENERATION = "generation"
_UNITS = "units u JOIN paragraphs p ON p.key = u.paragraph"


class SqliteStore(Store):
    """A store in the SQLite file at ``path``."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the file; with ``create`` make it where it is missing.

        Raises LibraryNotFoundError, NewerLibraryError or DamagedLibraryError.
        """
        self._connections = Connections(path, create=create)
        self._steady = threading.local()
        if self.get_meta("identity") is None:
            self.set_meta("identity", uuid.uuid4().hex)

    def close(self) -> None:
        self._connections.close()

    def identity(self) -> str:
        return self.get_meta("identity") or ""

    def generation(self) -> int:
        held: int | None = getattr(self._steady, "generation", None)
        return int(self.get_meta(_GENERATION) or 0) if held is None else held

    @contextmanager
    def steady(self) -> Iterator[None]:
        before = getattr(self._steady, "generation", None)
        self._steady.generation = self.generation()
        try:
            yield
        finally:
            self._steady.generation = before

    def get_meta(self, key: str) -> str | None:
        row = self._first("SELECT value FROM meta WHERE key = ?", key)
        return None if row is None else str(row[0])

    def set_meta(self, key: str, value: str) -> None:
        with self._connections.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def add_document(
        self,
        document: Document,
        units: Sequence[Sequence[Unit]],
        model: Model | None = None,
        vectors: Mapping[str, Vector] | None = None,
        *,
        replace: bool = False,
    ) -> str:
        name = stored.document_id(document.sha256)
        with self._changing() as connection:
            there = self.has_document(document.sha256)
            if there and not replace:
                raise AlreadyInLibraryError(f"{document.file}: samma innehåll finns redan i biblioteket.")
            used = self._delete_rows(connection, name) if there else []
            key = sqlite_write.write_document(connection, document)
            for position, (_, its_units) in enumerate(zip(document.paragraphs, units, strict=True), start=1):
                sqlite_write.write_paragraph(connection, (key, document), position, its_units)
            if model is not None:
                sqlite_write.write_vectors(connection, model, vectors or {})
                self._demand_vectors(model, units)
            sqlite_write.drop_vectors(connection, used)
            sqlite_write.mark_duplicates(connection, self._meeting_keys(key))
        return name

    def delete_document(self, document_id: str) -> None:
        with self._changing() as connection:
            sqlite_write.drop_vectors(connection, self._delete_rows(connection, document_id))

    def has_document(self, sha256: str) -> bool:
        return self._first("SELECT 1 FROM documents WHERE sha256 = ?", sha256) is not None

    def documents(self) -> tuple[StoredDocument, ...]:
        rows = self._rows(f"SELECT {sqlite_read.DOCUMENT_COLUMNS} FROM documents ORDER BY key")
        return tuple(sqlite_read.document_from(row) for row in rows)

    def document(self, document_id: str) -> StoredDocument:
        row = self._first(f"SELECT {sqlite_read.DOCUMENT_COLUMNS} FROM documents WHERE id = ?", document_id)
        if row is None:
            raise _no_document(document_id)
        return sqlite_read.document_from(row)

    def heads(self, where: Filter = EVERYTHING) -> tuple[Head, ...]:
        clause = sqlite_filter.of_paragraphs(where)
        rows = self._rows(
            f"SELECT {sqlite_read.HEAD_COLUMNS} FROM paragraphs p JOIN documents d ON d.key = p.document"
            f" WHERE {clause.sql} ORDER BY p.document, p.position",
            *clause.values,
        )
        return tuple(sqlite_read.head_from(row) for row in rows)

    def paragraph(self, paragraph_id: str) -> StoredParagraph:
        for found in self.paragraphs([paragraph_id]):
            return found
        raise _no_paragraph(paragraph_id)

    def paragraphs(
        self, ids: Collection[str] | None = None, acts: Collection[ItemKind] = ()
    ) -> Iterator[StoredParagraph]:
        with self._reading():
            yield from sqlite_read.paragraphs(self._connections.get(), ids, acts or tuple(ItemKind))

    def glances(self, ids: Collection[str]) -> dict[str, Glance]:
        with self._reading():
            return sqlite_read.glances(self._connections.get(), ids)

    def spans(self, paragraph_id: str) -> tuple[Span, ...]:
        row = self._first("SELECT words FROM spans WHERE paragraph = ?", self._paragraph_key(paragraph_id))
        with self._reading():
            return () if row is None else unpack_spans(row[0])

    def attachments(self, paragraph_id: str) -> tuple[Attachment, ...]:
        rows = self._rows(
            "SELECT title, page_first, page_last, text, words FROM attachments WHERE paragraph = ? ORDER BY position",
            self._paragraph_key(paragraph_id),
        )
        return tuple(sqlite_read.attachment_from(row) for row in rows)

    def items(self, kinds: Collection[ItemKind] = (), where: Filter = EVERYTHING) -> Iterator[StoredItem]:
        with self._reading():
            yield from sqlite_read.items(self._connections.get(), kinds, where)

    def units(self, *, after: int = 0) -> Iterator[StoredUnit]:
        rows = self._rows(f"SELECT {sqlite_read.UNIT_COLUMNS} FROM {_UNITS} WHERE u.id > ? ORDER BY u.id", after)
        return (sqlite_read.unit_from(row) for row in rows)

    def unit_places(self, ids: Collection[int]) -> dict[int, UnitPlace]:
        rows = self._rows(
            f"SELECT u.id, p.id, u.kind, u.first, u.last FROM {_UNITS} WHERE u.id IN (SELECT value FROM json_each(?))",
            json.dumps([int(one) for one in ids]),
        )
        return {row[0]: sqlite_read.place_from(row) for row in rows}

    def outlines(self) -> dict[str, Outline]:
        with self._reading():
            return sqlite_read.outlines(self._connections.get())

    def unit_ids(self, where: Filter) -> UnitIds:
        clause = sqlite_filter.of_units(where)
        rows = self._rows(
            f"SELECT u.id FROM {_UNITS} JOIN documents d ON d.key = p.document WHERE {clause.sql} ORDER BY u.id",
            *clause.values,
        )
        return np.fromiter((row[0] for row in rows), dtype=np.int64)

    def parties(self) -> dict[str, int]:
        rows = self._rows(
            "SELECT up.party, count(DISTINCT u.paragraph) AS found FROM unit_parties up JOIN units u ON u.id = up.unit"
            " JOIN paragraphs p ON p.key = u.paragraph WHERE p.duplicate_of IS NULL"
            " GROUP BY up.party ORDER BY found DESC, up.party"
        )
        return dict(rows)

    def people(self) -> dict[str, int]:
        return dict(
            self._rows(
                "SELECT q.name, count(DISTINCT q.paragraph) AS found FROM people q"
                " JOIN paragraphs p ON p.key = q.paragraph WHERE q.name IS NOT NULL AND p.duplicate_of IS NULL"
                " GROUP BY q.name ORDER BY found DESC, q.name"
            )
        )

    def recipients(self) -> dict[str, int]:
        return dict(
            self._rows(
                "SELECT json_extract(i.record, '$.recipient') AS recipient, count(DISTINCT i.paragraph) AS found"
                " FROM items i JOIN paragraphs p ON p.key = i.paragraph"
                " WHERE i.kind = 'assignment' AND p.duplicate_of IS NULL"
                " GROUP BY recipient ORDER BY found DESC, recipient"
            )
        )

    def traits(self, ids: Collection[str]) -> dict[str, Traits]:
        with self._reading():
            return sqlite_read.traits(self._connections.get(), ids)

    def models(self) -> tuple[Model, ...]:
        rows = self._rows(
            "SELECT name, dimensions FROM models m"
            " WHERE EXISTS (SELECT 1 FROM vectors WHERE model = m.key) ORDER BY key"
        )
        return tuple(Model(*row) for row in rows)

    def vectors(self, model: str, *, after: int = 0) -> Iterator[VectorBatch]:
        rows = self._rows(
            "SELECT u.id, v.vector, m.dimensions FROM units u JOIN vectors v ON v.hash = u.hash"
            " JOIN models m ON m.key = v.model WHERE m.name = ? AND u.id > ? ORDER BY u.id",
            model,
            after,
        )
        with self._reading():
            for batch in _batched(rows):
                yield _batch(batch)

    def unit_vectors(self, model: str, ids: Collection[int]) -> VectorBatch:
        rows = self._rows(
            "SELECT u.id, v.vector, m.dimensions FROM units u JOIN vectors v ON v.hash = u.hash"
            " JOIN models m ON m.key = v.model WHERE m.name = ? AND u.id IN (SELECT value FROM json_each(?))"
            " ORDER BY u.id",
            model,
            json.dumps([int(one) for one in ids]),
        )
        with self._reading():
            found = list(rows)
            return _batch(found) if found else VectorBatch(np.empty(0, np.int64), np.empty((0, 0), np.float32))

    def missing_vectors(self, model: str, hashes: Collection[str] | None = None) -> frozenset[str]:
        if hashes is None:
            rows = self._rows(
                "SELECT DISTINCT lower(hex(u.hash)) FROM units u WHERE NOT EXISTS (SELECT 1 FROM vectors v"
                " JOIN models m ON m.key = v.model"
                " WHERE v.hash = u.hash AND m.name = ? AND length(v.vector) = 4 * m.dimensions)",
                model,
            )
            return frozenset(row[0] for row in rows)
        return frozenset(name for name in hashes if not self._has_vector(model, name))

    def add_vectors(self, model: Model, vectors: Mapping[str, Vector]) -> None:
        with self._changing() as connection:
            sqlite_write.write_vectors(connection, model, vectors)

    def prune_vectors(self) -> int:
        loose = "FROM vectors WHERE hash NOT IN (SELECT hash FROM units)"
        if not self._number(f"SELECT count(*) {loose}"):
            return 0
        with self._changing() as connection:
            return connection.execute(f"DELETE {loose}").rowcount

    def counts(self) -> Counts:
        items = self._rows("SELECT kind, count(*) FROM items GROUP BY kind")
        vectors = self._rows("SELECT m.name, count(*) FROM vectors v JOIN models m ON m.key = v.model GROUP BY m.name")
        return Counts(
            documents=self._number("SELECT count(*) FROM documents"),
            paragraphs=self._number("SELECT count(*) FROM paragraphs"),
            duplicates=self._number("SELECT count(*) FROM paragraphs WHERE duplicate_of IS NOT NULL"),
            units=self._number("SELECT count(*) FROM units"),
            items={ItemKind(kind): count for kind, count in items},
            vectors=dict(vectors),
            unreadable_pages=self._number("SELECT total(unreadable_pages) FROM documents"),
            missing_numbers=self._number("SELECT total(missing_numbers) FROM documents"),
        )

    def faults(self) -> Iterator[Fault]:
        with self._reading():
            yield from sqlite_faults.faults(self._connections.get())

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        with self._connections.transaction() as connection:
            yield connection
            connection.execute(
                "INSERT INTO meta VALUES (?, '1') ON CONFLICT DO UPDATE SET value = CAST(value AS INTEGER) + 1",
                (_GENERATION,),
            )
        self._steady.generation = None

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            with self._connections.errors():
                yield
        except (ValueError, KeyError, TypeError) as error:
            raise DamagedLibraryError(
                f"Något i databasen {self._connections.path} kan inte läsas ({error}). "
                "Kör protokollspar check för att se vad."
            ) from error

    def _rows(self, sql: str, *values: Any) -> Iterator[Any]:
        with self._connections.errors():
            yield from self._connections.get().execute(sql, values)

    def _first(self, sql: str, *values: Any) -> Any:
        with self._connections.errors():
            return self._connections.get().execute(sql, values).fetchone()

    def _number(self, sql: str) -> int:
        return int(self._first(sql)[0])

    def _document_key(self, document_id: str) -> int:
        row = self._first("SELECT key FROM documents WHERE id = ?", document_id)
        if row is None:
            raise _no_document(document_id)
        return int(row[0])

    def _paragraph_key(self, paragraph_id: str) -> int:
        row = self._first("SELECT key FROM paragraphs WHERE id = ?", paragraph_id)
        if row is None:
            raise _no_paragraph(paragraph_id)
        return int(row[0])

    def _meeting_keys(self, document_key: int) -> set[sqlite_write.MeetingKey]:
        return sqlite_write.meeting_keys(
            self._rows("SELECT board, date, number FROM paragraphs WHERE document = ?", document_key)
        )

    def _delete_rows(self, connection: sqlite3.Connection, document_id: str) -> list[bytes]:
        """Take out a document's rows and let other readings of its paragraphs be shown; return its vectors' keys."""
        key = self._document_key(document_id)
        meetings = self._meeting_keys(key)
        used = sqlite_write.delete_document(connection, key)
        sqlite_write.mark_duplicates(connection, meetings)
        return used

    def _has_vector(self, model: str, content_hash: str) -> bool:
        row = self._first(
            "SELECT v.vector, m.dimensions FROM vectors v JOIN models m ON m.key = v.model"
            " WHERE m.name = ? AND v.hash = ?",
            model,
            bytes.fromhex(content_hash),
        )
        return row is not None and len(row[0]) == 4 * row[1] and bool(np.isfinite(np.frombuffer(row[0], "<f4")).all())

    def _demand_vectors(self, model: Model, units: Sequence[Sequence[Unit]]) -> None:
        missing = self.missing_vectors(model.name, {unit.content_hash for each in units for unit in each})
        if missing:
            raise ValueError(f"{len(missing)} units have no vector of {model.name}")


def _batched(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := list(islice(rows, _VECTOR_BATCH)):
        yield batch


def _batch(rows: list[Any]) -> VectorBatch:
    ids = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
    numbers = np.frombuffer(b"".join(row[1] for row in rows), dtype="<f4")
    return VectorBatch(ids, numbers.reshape(len(rows), rows[0][2]).astype(np.float32))


def _no_document(document_id: str) -> NotInLibraryError:
    return NotInLibraryError(f"Dokumentet {document_id} finns inte i biblioteket. Sök fram det på nytt.")


def _no_paragraph(paragraph_id: str) -> NotInLibraryError:
    return NotInLibraryError(f"Paragrafen {paragraph_id} finns inte i biblioteket. Sök fram den på nytt.")
