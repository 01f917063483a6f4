"""The tables of the embedded store, and the version they have.

Owns the schema and nothing else. Records are kept whole as JSON beside the columns that are filtered on; what is in a
column is never the only place where a fact stands. Every row below a document leaves with it (ON DELETE CASCADE);
vectors belong to no document, since two documents may share a text. A document that is no protocol is the one row of
its paragraphs whose number is 0, which no § has.
"""

from __future__ import annotations

VERSION = 1
"""PRAGMA user_version of a database with these tables. A change of tables or of a record's shape raises it."""

APPLICATION_ID = 0x50535052
"""PRAGMA application_id ("PSPR"): tells a library from any other SQLite file."""

TABLES = """
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE documents (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    suffix TEXT NOT NULL,
    added TEXT NOT NULL,
    paragraphs INTEGER NOT NULL,
    unreadable_pages INTEGER NOT NULL,
    missing_numbers INTEGER NOT NULL,
    record TEXT NOT NULL
);

CREATE TABLE paragraphs (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    organisation TEXT,
    board TEXT,
    date TEXT,
    year INTEGER,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    case_numbers TEXT NOT NULL,
    page_first INTEGER NOT NULL,
    page_last INTEGER NOT NULL,
    page_starts TEXT NOT NULL,
    title_ranges TEXT NOT NULL,
    immediate INTEGER NOT NULL,
    text TEXT NOT NULL,
    duplicate_of TEXT
);
CREATE INDEX paragraphs_document ON paragraphs (document, position);
CREATE INDEX paragraphs_meeting ON paragraphs (board, date, number);
CREATE INDEX paragraphs_year ON paragraphs (year);

CREATE TABLE spans (
    paragraph INTEGER PRIMARY KEY REFERENCES paragraphs (key) ON DELETE CASCADE,
    words BLOB NOT NULL
);

CREATE TABLE case_numbers (
    paragraph INTEGER NOT NULL REFERENCES paragraphs (key) ON DELETE CASCADE,
    case_number TEXT NOT NULL,
    PRIMARY KEY (case_number, paragraph)
) WITHOUT ROWID;
CREATE INDEX case_numbers_paragraph ON case_numbers (paragraph);

CREATE TABLE sections (
    paragraph INTEGER NOT NULL REFERENCES paragraphs (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    heading TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (paragraph, position)
) WITHOUT ROWID;

CREATE TABLE attachments (
    paragraph INTEGER NOT NULL REFERENCES paragraphs (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    page_first INTEGER NOT NULL,
    page_last INTEGER NOT NULL,
    text TEXT NOT NULL,
    words BLOB NOT NULL,
    PRIMARY KEY (paragraph, position)
);

CREATE TABLE items (
    key INTEGER PRIMARY KEY,
    paragraph INTEGER NOT NULL REFERENCES paragraphs (key) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX items_paragraph ON items (paragraph);
CREATE INDEX items_kind ON items (kind);

CREATE TABLE people (
    item INTEGER NOT NULL REFERENCES items (key) ON DELETE CASCADE,
    paragraph INTEGER NOT NULL,
    name TEXT,
    party TEXT
);
CREATE INDEX people_item ON people (item);
CREATE INDEX people_party ON people (party, paragraph);

CREATE TABLE units (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paragraph INTEGER NOT NULL REFERENCES paragraphs (key) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    parties TEXT NOT NULL,
    hash BLOB NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX units_paragraph ON units (paragraph);
CREATE INDEX units_hash ON units (hash);

CREATE TABLE unit_parties (
    party TEXT NOT NULL,
    unit INTEGER NOT NULL REFERENCES units (id) ON DELETE CASCADE,
    PRIMARY KEY (party, unit)
) WITHOUT ROWID;
CREATE INDEX unit_parties_unit ON unit_parties (unit);

CREATE TABLE models (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    dimensions INTEGER NOT NULL
);

CREATE TABLE vectors (
    hash BLOB NOT NULL,
    model INTEGER NOT NULL REFERENCES models (key),
    vector BLOB NOT NULL,
    PRIMARY KEY (hash, model)
);
"""
