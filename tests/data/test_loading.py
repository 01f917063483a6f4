"""Meetings load whole or say what is wrong and where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from data.typeset.checking import check_meeting
from data.typeset.composing import IMMEDIATE, section_text
from data.typeset.gold import Printed, gold_record
from data.typeset.loading import load_meeting
from data.typeset.model import CollectionError, MeetingEntry
from data.typeset.reading import printed
from tests.data.sample import disputed, meeting, people, written


def loaded(folder: Path, **changes: Any) -> MeetingEntry:
    """Return the sample meeting, its paragraph changed by ``changes``, loaded and checked."""
    entry = load_meeting(written(folder, meeting(disputed() | changes)))
    check_meeting(entry)
    return entry


def test_sample_loads(tmp_path: Path) -> None:
    """A meeting with every feature of the schema loads without a mistake."""
    entry = loaded(tmp_path)
    assert [section.heading for section in entry.paragraphs[0].sections][:3] == [
        "Tidigare behandling",
        "Sammanfattning",
        "Yrkanden",
    ]


def test_quotation_marks_are_swedish() -> None:
    """Straight and English quotation marks are set as Swedish ones, blank lines part blocks, bullets stay lines."""
    assert printed('Han sa "ja".\nOch\n\n- en\n- två') == "Han sa ”ja”. Och\n\n- en\n- två"


def test_gold_is_what_is_printed(tmp_path: Path) -> None:
    """The gold's texts are the printed blocks: ballots as sentences, shared motions once, immediate adjustment last."""
    entry = loaded(tmp_path)
    record = gold_record(entry, entry.paragraphs[0], Printed("a.pdf", 3, 4))
    texts = {section["kind"]: section["text"] for section in record["sections"]}
    assert texts["vote"].splitlines()[1:] == [
        "Karin Sample (S) och Jonas Prov (V) röstar Ja (2).",
        "Olof Exempel (C) röstar Nej (1).",
    ]
    assert len(texts["motions"].splitlines()) == 2
    assert texts["decision"].splitlines()[0] == "1. Avtalet godkänns."
    assert texts["decision"].endswith(IMMEDIATE)
    assert record["reservations"][0]["text"] == "Olof Exempel (C) reserverar sig:\nVägen är lång.\nmil"
    assert (record["page_first"], record["page_last"]) == (3, 4)
    assert len(record["motions"]) == 3


def test_ballot_table_is_one_row_a_member(tmp_path: Path) -> None:
    """Ballots printed as a table have a head and one row with one mark for each member."""
    changed = disputed()
    changed["sections"][3]["votes"][0]["form"] = "table"
    paragraph = loaded(tmp_path, sections=changed["sections"]).paragraphs[0]
    rows = section_text(paragraph, paragraph.sections[3]).splitlines()[1:]
    assert rows == ["Ledamot Parti Ja Nej Avstår", "Karin Sample S X", "Jonas Prov V X", "Olof Exempel C X"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"colour": "red"}, "HSN-2021-03-18.yaml, § 13, colour: unknown field"),
        ({"title": None}, "HSN-2021-03-18.yaml, § 13, title: is missing"),
        ({"case_numbers": ["HSN301"]}, "case_numbers: 'HSN301' is no case number"),
        ({"recusals": [*people("Olof Exempel"), {"name": "Ingen", "party": "L"}]}, "recusals: Ingen is not named"),
        ({"references": []}, "references: § 7 is printed in the running text and is no reference"),
        ({"supersedes": "igår"}, "supersedes: 'igår' is no citation"),
        ({"assignments": [{"recipient": "X", "text": "Y"}]}, "assignments, text: is no decision point"),
        ({"reports": [{"date": "2020-01-01", "number": 3, "closed": True}]}, "reports: 2020-01-01 § 3 is not among"),
        ({"sections": [{"kind": "summary", "text": "Bara detta."}]}, "sections: a paragraph needs a decision section"),
        ({"sections": [{"kind": "verdict", "text": "Så."}]}, "sections[0], kind: must be one of"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, changes: dict[str, Any], said: str) -> None:
    """A mistake in the YAML is reported with file, paragraph and field."""
    with pytest.raises(CollectionError) as caught:
        loaded(tmp_path, **changes)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("yes", 3, "votes: the tally is (3, 1, 0)"),
        ("yes_means", "bordläggning", "votes, yes_means: 'bordläggning' is not printed"),
        ("ballots", [{"name": "Okänd", "party": "M", "vote": "yes"}], "votes, ballots: Okänd (M) is not on"),
    ],
)
def test_votes_must_add_up(tmp_path: Path, field: str, value: object, said: str) -> None:
    """A vote whose ballots, meanings or voters do not fit what is printed is refused."""
    changed = disputed()
    changed["sections"][3]["votes"][0][field] = value
    with pytest.raises(CollectionError) as caught:
        loaded(tmp_path, sections=changed["sections"])
    assert said in str(caught.value)


def test_movers_must_be_printed_and_present(tmp_path: Path) -> None:
    """Whoever moves something stands in its text and on the attendance list."""
    changed = disputed()
    changed["sections"][2]["motions"][2]["movers"] = [{"name": "Bo Borta", "party": "M"}]
    with pytest.raises(CollectionError, match="Bo Borta is not named") as caught:
        loaded(tmp_path, sections=changed["sections"])
    assert "Bo Borta (M) is not on the attendance list" in str(caught.value)


def test_numbers_run_without_gaps(tmp_path: Path) -> None:
    """A gap in the § numbers of a meeting is a mistake."""
    path = written(tmp_path, meeting(disputed(13), disputed(15)))
    with pytest.raises(CollectionError, match="numbers run"):
        check_meeting(load_meeting(path))
