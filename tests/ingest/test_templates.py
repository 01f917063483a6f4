"""Invented protocols in the layouts of many houses: what the reader makes of each, field by field, against its gold.

The measure is that of the contract: two texts agree when their words overlap by nine tenths.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from ingest.contract import paragraph_record
from ingest.reader import read_document
from ingest.records import Document
from tests.ingest.templates.houses import HOUSES
from tests.ingest.templates.press import House, gold, press

Record = dict[str, Any]
_ENOUGH = 0.97  # of every field's F1
_ALIKE = 0.9
_BY_NAME = {house.file: house for house in HOUSES}


@pytest.fixture(scope="session")
def printed() -> dict[str, list[Record]]:
    """Return the gold records of every house."""
    return {house.file: gold(house) for house in HOUSES}


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """Typeset and read every house's protocol."""
    folder: Path = tmp_path_factory.mktemp("houses")
    return {house.file: read_document(press(house, folder)) for house in HOUSES}


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def _alike(one: str, other: str) -> bool:
    first, second = _words(one), _words(other)
    return 2 * (first & second).total() >= _ALIKE * (first.total() + second.total())


def _same(one: Any, other: Any) -> bool:
    return bool(one == other)


def _by_text(one: Record, other: Record) -> bool:
    marks = [key for key in ("kind", "outcome", "due", "movers", "by") if key in one]
    return all(one[key] == other[key] for key in marks) and _alike(one["text"], other["text"])


def _by_whom(one: Record, other: Record) -> bool:
    return bool(one["kind"] == other["kind"] and one["by"] == other["by"])


def _by_counts(one: Record, other: Record) -> bool:
    return all(one[key] == other[key] for key in ("yes", "no", "abstain"))


def _sections(record: Record) -> list[Record]:
    return [s for s in record["sections"] if s["kind"] != "other"]


def _one(key: str) -> Callable[[Record], list[Any]]:
    return lambda record: [record[key]] if record[key] else []


def _many(key: str) -> Callable[[Record], list[Any]]:
    return lambda record: list(record[key])


_FIELDS: dict[str, tuple[Callable[[Record], list[Any]], Callable[[Any, Any], bool]]] = {
    "title": (lambda record: [record["title"].lower()], _same),
    "organisation": (_one("organisation"), _same),
    "board": (_one("board"), _same),
    "date": (_one("date"), _same),
    "case_numbers": (_many("case_numbers"), _same),
    "pages": (lambda record: [(record["page_first"], record["page_last"])], _same),
    "immediate": (_one("immediate"), _same),
    "sections": (_sections, _by_text),
    "decisions": (_many("decisions"), _by_text),
    "motions": (_many("motions"), _by_text),
    "votes": (_many("votes"), _by_counts),
    "reservations": (_many("reservations"), _by_text),
    "notes": (_many("notes"), _by_whom),
    "assignments": (_many("assignments"), _by_text),
    "reports": (_many("reports"), _same),
    "recusals": (_many("recusals"), _same),
    "references": (_many("references"), _same),
}


def _hits(wanted: Iterable[Any], read: Iterable[Any], match: Callable[[Any, Any], bool]) -> int:
    left, hits = list(read), 0
    for item in wanted:
        found = next((n for n, other in enumerate(left) if match(item, other)), None)
        if found is not None:
            left.pop(found)
            hits += 1
    return hits


@pytest.mark.parametrize("field", _FIELDS)
def test_every_field_over_all_houses(
    field: str, documents: dict[str, Document], printed: dict[str, list[Record]]
) -> None:
    """Over all houses together every field of the record reaches an F1 of 0.97."""
    items, match = _FIELDS[field]
    hits = wanted = read = 0
    for house in HOUSES:
        document = documents[house.file]
        records = {p.number: paragraph_record(document, p) for p in document.paragraphs}
        for record in printed[house.file]:
            got = items(records[record["number"]])
            hits += _hits(items(record), got, match)
            wanted += len(items(record))
            read += len(got)
    assert wanted
    assert 2 * hits / (wanted + read) >= _ENOUGH


@pytest.mark.parametrize("file", _BY_NAME)
def test_every_paragraph_of_a_house(
    file: str, documents: dict[str, Document], printed: dict[str, list[Record]]
) -> None:
    """Every house's paragraphs are found, no more and no fewer, each with its title and case numbers."""
    read = [(p.number, p.title.lower(), list(p.case_numbers)) for p in documents[file].paragraphs]
    assert read == [(r["number"], r["title"].lower(), r["case_numbers"]) for r in printed[file]]


@pytest.mark.parametrize("file", _BY_NAME)
def test_cover_of_a_house(file: str, documents: dict[str, Document]) -> None:
    """Every house's cover says who met, who attended in what role, who adjusts, and which paragraphs there are."""
    house, document = _BY_NAME[file], documents[file]
    meeting = document.meeting
    assert (meeting.organisation, meeting.board, meeting.date) == (house.organisation, house.board, house.date)
    attended = sorted((a.name, a.party or "", a.role.value) for a in meeting.attendance)
    assert attended == sorted((name, party or "", role) for name, party, role in house.attendance)
    assert meeting.adjusters == house.adjusters
    assert (meeting.number_first, meeting.number_last) == (house.span or (None, None))
    assert document.kind.value == house.kind


def test_houses_are_told_apart() -> None:
    """No two houses print under one file name, or one would be measured twice."""
    assert len(_BY_NAME) == len(HOUSES)
    assert all(isinstance(house, House) for house in HOUSES)
