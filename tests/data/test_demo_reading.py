"""The reader finds in the demo PDFs what the YAML says is printed there.

The aim is 0.99 in every field. ``FLOORS`` holds what is reached where that is less: a floor is raised when the reader
gets better and never lowered to let a change pass.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from data.typeset.collection import DEMO, gold_records, load_collection
from ingest.contract import paragraph_record
from ingest.reader import read_document
from ingest.records import DocumentKind
from tests.data.comparison import FIELDS, Record, Score, compare

AIM = 0.99
FLOORS: Mapping[str, float] = {}


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
