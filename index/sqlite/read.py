"""Reading from the embedded store: how rows become values.

Owns the order of columns on the way out. Every query that lists paragraphs, items or units goes through
`index.sqlite.filter`, so that a filter means the same everywhere.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from index import codec
from index.dissent import losers
from index.items import CLASSES, acts_from
from index.results import Count, UnitKind
from index.sqlite import filter as sqlite_filter
from index.sqlite.wordblob import unpack_spans
from index.stored import (
    Act,
    Filter,
    Glance,
    Head,
    ItemKind,
    Outline,
    StoredDocument,
    StoredItem,
    StoredParagraph,
    StoredUnit,
    Traits,
    Unit,
    UnitPlace,
)
from ingest.records import Attachment, Document, DocumentKind, Paragraph, Section
from nlp.acts import Outcome, Person, Range, SectionKind, Vote

Row = Sequence[Any]

DOCUMENT_COLUMNS = "id, record, suffix, added, paragraphs"
HEAD_COLUMNS = (
    "p.id, d.id, d.file, p.organisation, p.board, p.date, p.number, p.title, p.case_numbers, p.page_first, p.page_last,"
    " p.duplicate_of, json_extract(d.record, '$.kind')"
)
UNIT_COLUMNS = "u.id, p.id, u.kind, u.first, u.last, u.parties, u.text"
_BATCH = 500
_PER_PARAGRAPH = "+"
"""Before a column: not to be looked up in its index. A few paragraphs' decisions are found by way of the paragraphs;
left to itself SQLite goes through all decisions of the library (3 ms against 0.2 for twenty of 2,000 paragraphs)."""
_UNIT_KINDS = {str(kind): kind for kind in UnitKind}


def document_from(row: Row) -> StoredDocument:
    """Return the document of a row of `DOCUMENT_COLUMNS`."""
    name, record, suffix, added, paragraphs = row
    return StoredDocument(name, codec.loads(Document, record), suffix, paragraphs, added)


def head_from(row: Row) -> Head:
    """Return the head of a row that begins with `HEAD_COLUMNS`."""
    name, document, file, organisation, board, date, number, title, cases, first, last, duplicate, kind = row[:13]
    numbers, sort = tuple(json.loads(cases)), DocumentKind(kind)
    return Head(
        name, document, file, organisation, board, date, number or None, title, numbers, first, last, duplicate, sort
    )


def unit_from(row: Row) -> StoredUnit:
    """Return the unit of a row of `UNIT_COLUMNS`."""
    name, paragraph, kind, first, last, parties, text = row
    unit = Unit(UnitKind(kind), text, Range(first, last), tuple(json.loads(parties)))
    return StoredUnit(name, paragraph, unit)


def place_from(row: Row) -> UnitPlace:
    """Return the place of a row (unit's id, paragraph's id, kind, first, last)."""
    _, paragraph, kind, first, last = row
    return UnitPlace(paragraph, _UNIT_KINDS[kind], Range(first, last))


def traits(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, Traits]:
    """Return what these paragraphs are counted under, by id."""
    chosen = "p.id IN (SELECT value FROM json_each(?))"
    listed = (json.dumps(list(ids)),)
    parts = (
        "SELECT DISTINCT p.id, up.party FROM unit_parties up JOIN units u ON u.id = up.unit",
        "SELECT DISTINCT p.id, u.kind FROM units u",
    )
    found: list[dict[str, list[str]]] = [defaultdict(list) for _ in range(3)]
    for place, part in enumerate(parts):
        for name, value in connection.execute(
            f"{part} JOIN paragraphs p ON p.key = u.paragraph WHERE {chosen}", listed
        ):
            found[place][name].append(value)
    outcomes = (
        "SELECT DISTINCT p.id, json_extract(i.record, '$.outcome') FROM items i"
        f" JOIN paragraphs p ON p.key = i.paragraph WHERE {_PER_PARAGRAPH}i.kind = 'decision' AND {chosen}"
    )
    for name, value in connection.execute(outcomes, listed):
        found[2][name].append(value)
    parties, kinds, decided = found
    return {
        name: Traits(
            tuple(sorted(parties[name])),
            tuple(UnitKind(kind) for kind in sorted(kinds[name])),
            tuple(sorted(decided[name])),
        )
        for name in ids
    }


def act_from(kind: str, record: str) -> tuple[ItemKind, Act]:
    """Return an item's kind and act."""
    item = ItemKind(kind)
    return item, codec.loads(CLASSES[item], record)


def items(connection: sqlite3.Connection, kinds: Collection[ItemKind], where: Filter) -> Iterator[StoredItem]:
    """Yield items in their order."""
    clause = sqlite_filter.of_paragraphs(where)
    rows = connection.execute(
        "SELECT p.id, i.kind, i.position, i.record FROM items i JOIN paragraphs p ON p.key = i.paragraph"
        f" JOIN documents d ON d.key = p.document WHERE {clause.sql} AND i.kind IN (SELECT value FROM json_each(?))"
        " ORDER BY p.document, p.position, i.key",
        [*clause.values, json.dumps(list(kinds or ItemKind))],
    )
    for paragraph, kind, position, record in rows:
        item, act = act_from(kind, record)
        yield StoredItem(paragraph, item, position, act)


def outlines(connection: sqlite3.Connection) -> dict[str, Outline]:
    """Return the outlines of all paragraphs that have units."""
    tabled = "SELECT paragraph FROM items WHERE kind = ? GROUP BY paragraph HAVING min(record ->> '$.outcome' = ?)"
    rows = connection.execute(
        f"SELECT p.id, min(u.id), count(*), p.key IN ({tabled}) FROM units u JOIN paragraphs p ON p.key = u.paragraph"
        " GROUP BY u.paragraph",
        (ItemKind.DECISION, Outcome.TABLED),
    )
    return {paragraph: Outline(unit, units, bool(put_off)) for paragraph, unit, units, put_off in rows}


def paragraphs(
    connection: sqlite3.Connection, ids: Collection[str] | None, acts: Collection[ItemKind]
) -> Iterator[StoredParagraph]:
    """Yield paragraphs with their acts of these kinds, by document and position, some hundred at a time."""
    chosen = "1" if ids is None else "id IN (SELECT value FROM json_each(?))"
    values = [] if ids is None else [json.dumps(list(ids))]
    keys = [
        row[0]
        for row in connection.execute(f"SELECT key FROM paragraphs WHERE {chosen} ORDER BY document, position", values)
    ]
    for first in range(0, len(keys), _BATCH):
        yield from _batch(connection, json.dumps(keys[first : first + _BATCH]), json.dumps(list(acts)))


def _batch(connection: sqlite3.Connection, keys: str, kinds: str) -> Iterator[StoredParagraph]:
    acts: dict[int, list[tuple[ItemKind, Act]]] = defaultdict(list)
    of_batch = "WHERE paragraph IN (SELECT value FROM json_each(?))"
    of_kinds = "AND kind IN (SELECT value FROM json_each(?))"
    for key, kind, record in connection.execute(
        f"SELECT paragraph, kind, record FROM items {of_batch} {of_kinds} ORDER BY key",
        (keys, kinds),
    ):
        acts[key].append(act_from(kind, record))
    sections: dict[int, list[Section]] = defaultdict(list)
    for key, kind, heading, first, last in connection.execute(
        f"SELECT paragraph, kind, heading, first, last FROM sections {of_batch} ORDER BY paragraph, position",
        (keys,),
    ):
        sections[key].append(Section(SectionKind(kind), heading, Range(first, last)))
    rows = connection.execute(
        f"SELECT {HEAD_COLUMNS}, p.key, p.page_starts, p.title_ranges, p.immediate, p.text FROM paragraphs p"
        " JOIN documents d ON d.key = p.document WHERE p.key IN (SELECT value FROM json_each(?))"
        " ORDER BY p.document, p.position",
        (keys,),
    )
    for row in rows:
        yield _paragraph(row, sections[row[13]], acts[row[13]])


def _paragraph(row: Row, sections: list[Section], acts: list[tuple[ItemKind, Act]]) -> StoredParagraph:
    head = head_from(row)
    starts, title_ranges, immediate, text = row[14:]
    paragraph = Paragraph(
        board=head.board,
        date=head.date,
        number=head.number,
        title=head.title,
        case_numbers=head.case_numbers,
        page_first=head.page_first,
        page_last=head.page_last,
        text=text,
        spans=(),
        title_ranges=codec.decode(tuple[Range, ...], json.loads(title_ranges)),
        sections=tuple(sections),
        acts=acts_from(acts, immediate=bool(immediate)),
    )
    return StoredParagraph(head, paragraph, tuple((offset, page) for offset, page in json.loads(starts)))


def glances(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, Glance]:
    """Return what hits show of these paragraphs, by id."""
    if not ids:
        return {}
    listed = json.dumps(list(ids))
    outcomes: dict[int, list[str]] = defaultdict(list)
    against: dict[int, list[Person]] = defaultdict(list)
    votes: dict[int, list[Count]] = defaultdict(list)
    named: dict[int, list[Vote]] = defaultdict(list)
    for key, outcome, people, yes, no, abstain, vote in connection.execute(
        "SELECT i.paragraph, i.record ->> '$.outcome', i.record -> '$.by',"
        " i.record ->> '$.yes', i.record ->> '$.no', i.record ->> '$.abstain',"
        " iif(json_array_length(i.record, '$.ballots') > 0, i.record, NULL) FROM items i"
        " WHERE i.paragraph IN (SELECT key FROM paragraphs WHERE id IN (SELECT value FROM json_each(?)))"
        f" AND {_PER_PARAGRAPH}i.kind IN (?, ?, ?) ORDER BY i.key",
        (listed, ItemKind.DECISION, ItemKind.RESERVATION, ItemKind.VOTE),
    ):
        if outcome is not None:
            outcomes[key].append(outcome)
        if people is not None:
            against[key] += codec.loads(tuple[Person, ...], people)
        if yes is not None or no is not None:
            votes[key].append(Count(yes, no, abstain))
        if vote is not None:
            named[key].append(codec.loads(Vote, vote))
    rows = connection.execute(
        f"SELECT {HEAD_COLUMNS}, p.key, p.page_starts, p.text, u.first, u.last FROM paragraphs p"
        " JOIN documents d ON d.key = p.document"
        " LEFT JOIN units u ON u.id = (SELECT min(id) FROM units WHERE paragraph = p.key)"
        " WHERE p.id IN (SELECT value FROM json_each(?))",
        (listed,),
    )
    keyed = ((row[13], row) for row in rows)
    return {row[0]: _glance(row, outcomes[key], against[key], votes[key], named[key]) for key, row in keyed}


def _glance(row: Row, outcomes: list[str], against: list[Person], votes: list[Count], named: list[Vote]) -> Glance:
    starts, text, first, last = row[14:]
    return Glance(
        head=head_from(row),
        text=text,
        page_starts=tuple((offset, page) for offset, page in json.loads(starts)),
        opening=Range(first or 0, len(text) if last is None else last),
        outcomes=tuple(dict.fromkeys(outcomes)),
        against=tuple(dict.fromkeys(against)),
        votes=tuple(votes),
        outvoted=losers(against, named),
    )


def attachment_from(row: Row) -> Attachment:
    """Return the attachment of a row (title, page_first, page_last, text, words)."""
    title, first, last, text, words = row
    return Attachment(title, first, last, text, unpack_spans(words))
