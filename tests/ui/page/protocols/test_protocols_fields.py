"""Fields as people correct them, and the text with its acts marked."""

from __future__ import annotations

import pytest

from index.stored import Head, ItemKind, StoredParagraph
from ingest.records import Paragraph, Section
from nlp.acts import Acts, Assignment, Decision, Motion, MotionKind, Outcome, Person, Range, SectionKind
from ui.page.protocols import fields, labels
from ui.page.protocols.text import pieces_of, text

TEXT = "§ 4\nBänkar i Ekparken\nBeslut\nNämnden avslår <b>förslaget</b>.\nNamn\tParti\nAsta Ek\tS"
DECISION = Range(TEXT.index("Nämnden"), TEXT.index("\nNamn"))
ACTS = Acts(
    decisions=(Decision("Nämnden avslår <b>förslaget</b>.", Outcome.REJECTED, (DECISION,)),),
    motions=(Motion((Person("Asta Ek", "S"), Person(None, "SD")), MotionKind.REJECT, "x", (DECISION,)),),
    assignments=(Assignment("Parkchefen", "x", "2024-05", (Range(DECISION.start + 8, DECISION.end),)),),
)
PARAGRAPH = Paragraph(
    "Parknämnden",
    "2024-02-01",
    4,
    "Bänkar i Ekparken",
    ("PN 4-2024",),
    2,
    3,
    TEXT,
    (),
    (),
    (Section(SectionKind.DECISION, "Beslut", Range(DECISION.start, len(TEXT))),),
    ACTS,
)
HEAD = Head(
    "a-1", "a", "a.pdf", "Ekby kommun", "Parknämnden", "2024-02-01", 4, PARAGRAPH.title, ("PN 4-2024",), 2, 3, None
)
STORED = StoredParagraph(HEAD, PARAGRAPH, ((0, 2),))


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("title", "Bänkar i Ekparken"),
        ("case_numbers", "PN 4-2024"),
        ("immediate", "nej"),
        ("fil.organisation", "Ekby kommun"),
        ("decisions.1.outcome", "rejected"),
        ("motions.1.movers", "Asta Ek (S); (SD)"),
        ("assignments.1.due", "2024-05"),
    ],
)
def test_a_field_is_offered_with_the_value_it_has(address: str, value: str) -> None:
    """The form starts with what was read, written as people write it."""
    found = fields.fixable(STORED, address, HEAD.organisation)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    ("address", "value", "told"),
    [
        ("decisions.1.outcome", "remitted", "Återremiss"),
        ("motions.2.kind", "reject", "Avslag"),
        ("immediate", "ja", "ja"),
        ("decisions.1.text", "approved", "approved"),
        ("title", "note", "note"),
    ],
)
def test_a_value_is_said_in_words(address: str, value: str, told: str) -> None:
    """Values that the records have codes for are named; what people write freely stays as it is."""
    assert fields.value_told(address, value) == told


@pytest.mark.parametrize(
    "address", ["sections", "decisions.2.text", "decisions.x.text", "motions.1.ranges", "", "votes.1"]
)
def test_a_field_that_is_not_there_is_not_offered(address: str) -> None:
    """An address that somebody has made up opens no form."""
    assert fields.fixable(STORED, address, None) is None


def test_a_field_of_few_values_offers_them_by_their_words() -> None:
    """Outcomes and kinds are chosen from a list, in words."""
    found = fields.fixable(STORED, "decisions.1.outcome", None)
    assert found is not None
    assert ("tabled", "Bordläggning") in found.choices


def test_what_is_worked_out_is_not_written_by_hand() -> None:
    """A date that the program concludes follows from printed words, which can be corrected; taking out is last."""
    offered = [address for address, _ in fields.of_act("assignments", 1, ACTS.assignments[0])]
    assert "assignments.1.due_derived" not in offered
    assert offered[-1] == f"assignments.1.{fields.REMOVE}"
    assert fields.library_address(offered[-1]) == "assignments.1"


def test_overlapping_acts_cut_the_text_without_losing_any_of_it() -> None:
    """Every character stands in one piece, with all the acts around it."""
    pieces = pieces_of(ACTS, len(TEXT))
    assert "".join(TEXT[one.start : one.end] for one in pieces) == TEXT
    assert {one.kinds for one in pieces if one.start >= DECISION.start + 8 and one.end <= DECISION.end} == {
        (ItemKind.DECISION, ItemKind.MOTION, ItemKind.ASSIGNMENT)
    }


def test_the_text_is_shown_as_printed_with_headings_tables_and_names_of_acts() -> None:
    """Markup in a protocol is text, a heading a heading, a table a table; an act is named before its words."""
    shown = text(STORED)
    assert "<h4>Beslut</h4>" in shown
    assert "&lt;b&gt;" in shown
    assert "<tr><td>Asta Ek</td><td>S</td></tr>" in shown
    assert '<span class="ps-act-name">Beslut</span>' in shown


def test_numbers_are_made_short() -> None:
    """Runs of numbers are joined, one number is singular."""
    assert labels.several((3, 4, 5, 9)).replace("\N{NO-BREAK SPACE}", " ") == "§§ 3–5, 9"
    assert labels.several((3,)).replace("\N{NO-BREAK SPACE}", " ") == "§ 3"
