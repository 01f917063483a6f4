"""What can be not whole inside the embedded store's own tables.

Owns the checks that only a back end can make: the database's own integrity, loose ends between tables, vectors of the
wrong shape or without a text, words that cannot be unpacked. Only looks; never mends.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import numpy as np

from index import codec
from index.items import CLASSES
from index.sqlite.wordblob import unpack_numbers
from index.stored import Fault, ItemKind, content_hash
from ingest.records import Document


def faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Yield every fault, the most basic first."""
    yield from _integrity(connection)
    yield from _loose_ends(connection)
    yield from _lost_paragraphs(connection)
    yield from _records(connection)
    yield from _unit_texts(connection)
    yield from _words(connection)
    yield from _vectors(connection)
    yield from _vectors_without_text(connection)


def _integrity(connection: sqlite3.Connection) -> Iterator[Fault]:
    for (message,) in connection.execute("PRAGMA integrity_check(20)"):
        if message != "ok":
            yield Fault(f"databasen är skadad: {message}", "databasen")


def _loose_ends(connection: sqlite3.Connection) -> Iterator[Fault]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Fault(f"raden hör till något i {parent} som inte finns", f"{table} rad {row}")


def _lost_paragraphs(connection: sqlite3.Connection) -> Iterator[Fault]:
    rows = connection.execute(
        "SELECT d.file, d.paragraphs, (SELECT count(*) FROM paragraphs WHERE document = d.key) AS there"
        " FROM documents d WHERE d.paragraphs != there"
    )
    for file, stored, there in rows:
        yield Fault(f"{there} paragrafer finns kvar av de {stored} som lästes", file)


def _unit_texts(connection: sqlite3.Connection) -> Iterator[Fault]:
    for name, digest, text in connection.execute("SELECT id, lower(hex(hash)), text FROM units"):
        if content_hash(text) != digest:
            yield Fault("texten som söks har ändrats sedan den räknades om till en vektor", f"sökenhet {name}")


def _records(connection: sqlite3.Connection) -> Iterator[Fault]:
    for name, record in connection.execute("SELECT id, record FROM documents"):
        if not _decodes(Document, record):
            yield Fault("dokumentets uppgifter kan inte läsas", f"dokument {name}")
    rows = connection.execute("SELECT p.id, i.kind, i.record FROM items i JOIN paragraphs p ON p.key = i.paragraph")
    for name, kind, record in rows:
        if kind not in set(ItemKind) or not _decodes(CLASSES[ItemKind(kind)], record):
            yield Fault(f"en uppgift av slaget {kind} kan inte läsas", f"paragraf {name}")


def _decodes(kind: type[object], record: str) -> bool:
    try:
        codec.loads(kind, record)
    except (ValueError, KeyError, TypeError):
        return False
    return True


def _words(connection: sqlite3.Connection) -> Iterator[Fault]:
    rows = connection.execute("SELECT p.id, s.words FROM paragraphs p LEFT JOIN spans s ON s.paragraph = p.key")
    for name, words in rows:
        if words is None:
            yield Fault("ordens platser saknas", f"paragraf {name}")
            continue
        try:
            unpack_numbers(words)
        except ValueError:
            yield Fault("ordens platser kan inte packas upp", f"paragraf {name}")


def _vectors(connection: sqlite3.Connection) -> Iterator[Fault]:
    rows = connection.execute(
        "SELECT hex(v.hash), m.name, m.dimensions, v.vector FROM vectors v JOIN models m ON m.key = v.model"
    )
    for name, model, dimensions, vector in rows:
        where = f"vektor {name[:16].lower()} ({model})"
        if len(vector) != dimensions * 4:
            yield Fault(f"vektorn har {len(vector) // 4} tal i stället för {dimensions}", where)
        elif not np.isfinite(np.frombuffer(vector, dtype="<f4")).all():
            yield Fault("vektorn innehåller tal som inte är tal", where)


def _vectors_without_text(connection: sqlite3.Connection) -> Iterator[Fault]:
    rows = connection.execute("SELECT hex(hash) FROM vectors WHERE hash NOT IN (SELECT hash FROM units)")
    for (name,) in rows:
        yield Fault("vektorn hör till en text som inte finns", f"vektor {name[:16].lower()}")
