"""Writing into the embedded store: how a document becomes rows.

Owns the order of columns on the way in, and which of several readings of the same paragraph is shown. Everything here
runs inside a transaction that the caller opened.
"""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

import numpy as np

from index import codec
from index.items import CLASSES, items_of, people_of
from index.sqlite.wordblob import pack_spans
from index.stored import Model, Unit, Vector, document_id, paragraph_id
from ingest.records import Attachment, Document, Paragraph, Span
from nlp.acts import Range

MeetingKey = tuple[str, str, int]
"""Board, date and number: with the organisation, where it is printed, what makes two readings the same paragraph."""

_WHOLE_DATE = len("2024-11-21")
_Ranges = tuple[Range, ...]


def write_document(connection: sqlite3.Connection, document: Document) -> int:
    """Write the row of a document; return its key."""
    record = dataclasses.replace(document, paragraphs=())
    cursor = connection.execute(
        "INSERT INTO documents (id, sha256, file, suffix, added, paragraphs, unreadable_pages, missing_numbers,"
        " record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document_id(document.sha256),
            document.sha256,
            document.file,
            PurePath(document.file).suffix.lower(),
            datetime.now(UTC).isoformat(timespec="seconds"),
            len(document.paragraphs),
            len({problem.page for problem in document.problems}),
            len(document.missing_numbers),
            codec.dumps(Document, record),
        ),
    )
    return int(cursor.lastrowid or 0)


def write_paragraph(
    connection: sqlite3.Connection, document: tuple[int, Document], position: int, units: Sequence[Unit]
) -> None:
    """Write the paragraph at ``position`` (from 1) of a document (its key and value) with all that belongs to it."""
    document_key, whole = document
    paragraph = whole.paragraphs[position - 1]
    key = _paragraph_row(connection, document_key, whole, position)
    connection.execute("INSERT INTO spans VALUES (?, ?)", (key, pack_spans(paragraph.spans)))
    connection.executemany(
        "INSERT OR IGNORE INTO case_numbers VALUES (?, ?)", [(key, number) for number in paragraph.case_numbers]
    )
    connection.executemany(
        "INSERT INTO sections VALUES (?, ?, ?, ?, ?, ?)",
        [
            (key, place, part.kind, part.heading, part.range.start, part.range.end)
            for place, part in enumerate(paragraph.sections)
        ],
    )
    _attachments(connection, key, paragraph.attachments)
    _items(connection, key, paragraph)
    _units(connection, key, units)


def delete_document(connection: sqlite3.Connection, key: int) -> list[bytes]:
    """Take out a document's rows; return the keys of the vectors that it used."""
    of_document = "SELECT DISTINCT u.hash FROM units u JOIN paragraphs p ON p.key = u.paragraph WHERE p.document = ?"
    hashes = [row[0] for row in connection.execute(of_document, (key,))]
    connection.execute("DELETE FROM documents WHERE key = ?", (key,))
    return hashes


def drop_vectors(connection: sqlite3.Connection, hashes: Iterable[bytes]) -> None:
    """Take out those of these vectors whose text no unit has any longer."""
    connection.executemany(
        "DELETE FROM vectors WHERE hash = ?1 AND NOT EXISTS (SELECT 1 FROM units WHERE hash = ?1)",
        [(name,) for name in hashes],
    )


def write_vectors(connection: sqlite3.Connection, model: Model, vectors: Mapping[str, Vector]) -> None:
    """Write vectors (content hash → vector), in place of any that are there; ValueError when a shape is wrong."""
    key = _model_key(connection, model)
    connection.executemany(
        "INSERT INTO vectors VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET vector = excluded.vector",
        [(bytes.fromhex(name), key, _vector_bytes(model, vector)) for name, vector in vectors.items()],
    )


def meeting_keys(paragraphs: Iterable[tuple[str | None, str | None, int | None]]) -> set[MeetingKey]:
    """Return the keys by which a paragraph can be told to be the same as another's: board and whole date are known.

    What has no number is no paragraph of a protocol and has none.
    """
    return {
        (board, date, number)
        for board, date, number in paragraphs
        if board is not None and date is not None and number and len(date) >= _WHOLE_DATE
    }


def mark_duplicates(connection: sqlite3.Connection, keys: Iterable[MeetingKey]) -> None:
    """Decide anew, for these paragraphs, which document's reading is shown: the one with the longest text.

    A reading that does not print its organisation may be of any one that does, but not of one among several.
    """
    for key in keys:
        rows = connection.execute(
            "SELECT organisation, key, id, document, length(text) FROM paragraphs"
            " WHERE board = ? AND date = ? AND number = ?",
            key,
        ).fetchall()
        printed = {row[0] for row in rows if row[0] is not None}
        groups = [rows] if len(printed) < 2 else [[r for r in rows if r[0] == name] for name in (*printed, None)]  # noqa: PLR2004
        for group in filter(None, groups):
            _show_longest(connection, group)


def _show_longest(connection: sqlite3.Connection, readings: Sequence[Sequence[Any]]) -> None:
    _, _, shown, of_document, _ = max(readings, key=lambda row: (row[4], -row[3]))
    connection.executemany(
        "UPDATE paragraphs SET duplicate_of = ? WHERE key = ?",
        [(None if document == of_document else shown, key) for _, key, _, document, _ in readings],
    )


def page_starts(spans: Iterable[Span], page_first: int) -> list[tuple[int, int]]:
    """Return where each page begins in a text: (offset, page) pairs, the first at offset 0."""
    starts = [(0, page_first)]
    for span in spans:
        if span.page != starts[-1][1]:
            starts.append((span.range.start, span.page))
    return starts


def _paragraph_row(connection: sqlite3.Connection, document_key: int, document: Document, position: int) -> int:
    paragraph = document.paragraphs[position - 1]
    year = paragraph.date[:4] if paragraph.date else None
    cursor = connection.execute(
        "INSERT INTO paragraphs (id, document, position, organisation, board, date, year, number, title, case_numbers,"
        " page_first, page_last, page_starts, title_ranges, immediate, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            paragraph_id(document_id(document.sha256), position),
            document_key,
            position,
            document.meeting.organisation,
            paragraph.board,
            paragraph.date,
            int(year) if year else None,
            paragraph.number or 0,
            paragraph.title,
            json.dumps(paragraph.case_numbers, ensure_ascii=False),
            paragraph.page_first,
            paragraph.page_last,
            json.dumps(page_starts(paragraph.spans, paragraph.page_first)),
            json.dumps(codec.encode(_Ranges, paragraph.title_ranges)),
            paragraph.acts.immediate,
            paragraph.text,
        ),
    )
    return int(cursor.lastrowid or 0)


def _attachments(connection: sqlite3.Connection, key: int, attachments: Sequence[Attachment]) -> None:
    connection.executemany(
        "INSERT INTO attachments VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (key, position, part.title, part.page_first, part.page_last, part.text, pack_spans(part.spans))
            for position, part in enumerate(attachments)
        ],
    )


def _items(connection: sqlite3.Connection, key: int, paragraph: Paragraph) -> None:
    for kind, position, act in items_of(paragraph.acts):
        cursor = connection.execute(
            "INSERT INTO items (paragraph, kind, position, record) VALUES (?, ?, ?, ?)",
            (key, kind, position, codec.dumps(CLASSES[kind], act)),
        )
        connection.executemany(
            "INSERT INTO people VALUES (?, ?, ?, ?)",
            [(cursor.lastrowid, key, person.name, person.party) for person in people_of(act)],
        )


def _units(connection: sqlite3.Connection, key: int, units: Sequence[Unit]) -> None:
    for unit in units:
        cursor = connection.execute(
            "INSERT INTO units (paragraph, kind, first, last, parties, hash, text) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                key,
                unit.kind,
                unit.range.start,
                unit.range.end,
                json.dumps(unit.parties, ensure_ascii=False),
                bytes.fromhex(unit.content_hash),
                unit.text,
            ),
        )
        connection.executemany(
            "INSERT OR IGNORE INTO unit_parties VALUES (?, ?)", [(party, cursor.lastrowid) for party in unit.parties]
        )


def _model_key(connection: sqlite3.Connection, model: Model) -> int:
    connection.execute("INSERT OR IGNORE INTO models (name, dimensions) VALUES (?, ?)", (model.name, model.dimensions))
    key, dimensions = connection.execute("SELECT key, dimensions FROM models WHERE name = ?", (model.name,)).fetchone()
    if dimensions != model.dimensions:
        raise ValueError(f"model {model.name} has {dimensions} dimensions in the store, not {model.dimensions}")
    return int(key)


def _vector_bytes(model: Model, vector: Vector) -> bytes:
    if vector.shape != (model.dimensions,) or not np.isfinite(vector).all():
        raise ValueError(f"a vector of shape {vector.shape} or not finite; {model.name} gives ({model.dimensions},)")
    return vector.astype("<f4").tobytes()
