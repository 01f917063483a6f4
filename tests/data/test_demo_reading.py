"""The reader finds in the demo PDFs what the YAML says is printed there.

Every field reaches 0.99, and the aim is not lowered to let a change pass.
"""

from __future__ import annotations

from collections import Counter

import pytest

from data.typeset.collection import gold_records, load_collection
from data.typeset.model import MeetingEntry
from data.typeset.sheets import protocol_sheet
from ingest.contract import paragraph_record
from ingest.records import Document, Role
from tests.data.comparison import FIELDS, Record, Score, compare

AIM = 0.99


@pytest.fixture(scope="module")
def scores(documents: dict[str, Document]) -> dict[str, Score]:
    """Return the score of every field over all protocols and extracts of the demo collection."""
    gold = list(gold_records(load_collection()))
    files = sorted({record["file"] for record in gold})
    return compare(gold, [record for file in files for record in records(documents[file])])


def records(document: Document) -> list[Record]:
    """Return the contract's records of a read document."""
    return [paragraph_record(document, paragraph) for paragraph in document.paragraphs]


@pytest.mark.parametrize("field", ["paragraph", *FIELDS])
def test_field_is_read(scores: dict[str, Score], field: str) -> None:
    """The reader reaches the aim in each field of the paragraph record."""
    score = scores[field]
    shown = "\n".join(f"{each.file} § {each.number}: -{each.missed} +{each.invented}" for each in score.differences[:8])
    assert score.f1 >= AIM, f"{field}: {score.f1:.3f}, {len(score.differences)} paragraphs\n{shown}"


def attendance(entry: MeetingEntry) -> Counter[tuple[str, str | None, Role]]:
    """Return who was there as the YAML says: name, party and capacity."""
    rows = (
        (entry.members, Role.MEMBER),
        (entry.serving_substitutes, Role.SERVING_SUBSTITUTE),
        (entry.other_substitutes, Role.OTHER_SUBSTITUTE),
        (entry.others, Role.OTHER),
    )
    return Counter((person.name, person.party, role) for people, role in rows for person in people)


def test_attendance_is_read(documents: dict[str, Document]) -> None:
    """Of every cover page the reader finds who attended and in what capacity."""
    found = expected = read = 0
    for entry in load_collection().meetings:
        people = documents[protocol_sheet(entry).file].meeting.attendance
        got = Counter((person.name, person.party, person.role) for person in people)
        gold = attendance(entry)
        found += (gold & got).total()
        expected += gold.total()
        read += got.total()
    assert 2 * found / (expected + read) >= AIM


def test_numbers_of_meetings_are_read(documents: dict[str, Document]) -> None:
    """The reader knows the first and the last § of every meeting."""
    wrong = []
    for entry in load_collection().meetings:
        meeting = documents[protocol_sheet(entry).file].meeting
        if (meeting.number_first, meeting.number_last) != (entry.number_first, entry.paragraphs[-1].number):
            wrong.append((entry.source, meeting.number_first, meeting.number_last))
    assert wrong == []


def test_notices_are_read(documents: dict[str, Document]) -> None:
    """When each protocol's notice was put up and taken down is what the YAML prints."""
    printed = {(m.board, m.date): (m.posted_up, m.posted_down) for m in load_collection().meetings}
    read = {
        (d.meeting.board, d.meeting.date): (d.meeting.notice_posted, d.meeting.notice_taken_down)
        for d in documents.values()
        if d.meeting.notice_posted
    }
    assert len(printed) > 20
    assert {key: read.get(key) for key in printed} == printed
