"""Records become JSON and come back the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import codec
from ingest.records import Attendee, Document, Role
from nlp.acts import Acts, Outcome, Range, Reference, Reservation
from tests.index.builders import document


@settings(max_examples=30, deadline=None)
@given(st.from_type(Acts))
def test_acts_come_back(acts: Acts) -> None:
    """Any acts at all survive being written as JSON text and read again."""
    assert codec.loads(Acts, codec.dumps(Acts, acts)) == acts


def test_document_comes_back() -> None:
    """A whole document, boxes and all, survives."""
    assert codec.loads(Document, codec.dumps(Document, document())) == document()


def test_union_of_classes_carries_the_name() -> None:
    """Which kind of reference it is stands in the JSON, since their fields may be alike."""
    references = document().paragraphs[0].acts.references
    kind: Any = tuple[Reference, ...]
    data = codec.encode(kind, references)
    assert [each["type"] for each in data] == ["ParagraphReference", "CaseReference"]
    assert codec.decode(kind, data) == references


def test_json_is_plain() -> None:
    """Enums are their words, ranges are objects, Swedish letters stand as they are."""
    assert codec.dumps(Range, Range(1, 2)) == '{"start":1,"end":2}'
    assert codec.encode(Outcome, Outcome.APPROVED) == "approved"
    assert "Åsa Öst" in codec.dumps(Attendee, Attendee("Åsa Öst", None, Role.MEMBER))


@pytest.mark.parametrize("kind", [dict[str, int], int | Range, list[int]])
def test_what_has_no_codec_is_refused(kind: Any) -> None:
    """A shape that the codec does not know fails when the codec is made, whatever the data."""
    with pytest.raises(TypeError, match="no codec"):
        codec.encode(kind, None)


def test_other_data_is_an_error() -> None:
    """JSON of another shape is an error, never a half-filled record."""
    with pytest.raises(KeyError):
        codec.loads(Range, '{"start":1}')


def test_a_field_that_came_later_has_its_default() -> None:
    """A record kept before its shape grew is read; one that lacks what it always had is an error."""
    kept = '{"by":[],"text":"Anna Lind (C) reserverar sig.","ranges":[]}'
    assert codec.loads(Reservation, kept) == Reservation((), "Anna Lind (C) reserverar sig.", ())
    with pytest.raises(KeyError):
        codec.loads(Reservation, '{"by":[],"ranges":[]}')
