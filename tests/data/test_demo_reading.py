"""The reader finds in the demo PDFs what the YAML says is printed there.

The aim is 0.99 in every field. ``FLOORS`` holds what is reached where that is less: a floor is raised when the reader
gets better and never lowered to let a change pass.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest
from ingest.contract import paragraph_record
from ingest.reader import read_document

from data.typeset.collection import DEMO, gold_records, load_collection
from data.typeset.model import MeetingEntry
from data.typeset.sheets import protocol_sheet
from ingest.records import DocumentKind, Role
from tests.data.comparison import FIELDS, Record, Score, compare

AIM = 0.99
FLOORS: Mapping[str, float] = {}
COVERS_MISREAD = 0


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    """Return the score of every field over all protocols and extracts of the demo collection."""
    gold = list(gold_records(load_collection()))
    return compare(gold, [record for file in sorted({record["file"] for record in gold}) for record in read(file)])


def read(file: str) -> list[Record]:
    """Return the records that the reader makes of one demo PDF."""
    document = read_document(DEMO / "pdf" / file)
    return [paragraph_record(document, paragraph) for paragraph in document.paragraphs]


@pytest.mark.parametrize("field", ["paragraph", *FIELDS])
def test_field_is_read(scores: dict[str, Score], field: str) -> None:
    """The reader reaches the floor of each field of the paragraph record."""
    score = scores[field]
    shown = "\n".join(f"{each.file} § {each.number}: -{each.missed} +{each.invented}" for each in score.differences[:8])
    floor = FLOORS.get(field, AIM)
    assert score.f1 >= floor, f"{field}: {score.f1:.3f}, floor {floor}, {len(score.differences)} paragraphs\n{shown}"


def test_floors_are_below_the_aim() -> None:
    """A field that has reached the aim needs no floor of its own."""
    assert all(floor < AIM and field in {"paragraph", *FIELDS} for field, floor in FLOORS.items())


def test_documents_are_told_from_protocols() -> None:
    """Directives and reports are read as such and give no paragraphs."""
    kinds = {"directive": DocumentKind.DIRECTIVE, "report": DocumentKind.REPORT}
    for entry in load_collection().documents:
        document = read_document(DEMO / "pdf" / f"{entry.file}.pdf")
        assert document.kind is kinds[entry.kind], entry.file
        assert document.paragraphs == (), entry.file


def attendance(entry: MeetingEntry) -> Counter[tuple[str, str | None, Role]]:
    """Return who was there as the YAML says: name, party and capacity."""
    rows = (
        (entry.members, Role.MEMBER),
        (entry.serving_substitutes, Role.SERVING_SUBSTITUTE),
        (entry.other_substitutes, Role.OTHER_SUBSTITUTE),
        (entry.others, Role.OTHER),
    )
    return Counter((person.name, person.party, role) for people, role in rows for person in people)


def test_cover_pages_are_read() -> None:
    """Of every cover page the reader finds who attended in what capacity, and the meeting's § numbers."""
    wrong = []
    for entry in load_collection().meetings:
        meeting = read_document(DEMO / "pdf" / protocol_sheet(entry).file).meeting
        got = Counter((person.name, person.party, person.role) for person in meeting.attendance)
        expected = attendance(entry)
        if got != expected:
            wrong.append((entry.source, expected - got, got - expected))
        numbers = (meeting.number_first, meeting.number_last)
        if numbers != (entry.number_first, entry.paragraphs[-1].number):
            wrong.append((entry.source, Counter(), Counter()))
    assert len(wrong) <= COVERS_MISREAD, wrong[:3]
