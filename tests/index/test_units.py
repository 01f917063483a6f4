"""Paragraphs fall into units."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.results import UnitKind
from index.units import LONGEST, units_of
from ingest.records import Paragraph, Section
from nlp.acts import Acts, Range, SectionKind
from tests.index.builders import paragraph
from tests.index.small_library import HSN, SCHOOL, a_paragraph


def test_every_act_is_a_unit_of_its_own_with_its_parties() -> None:
    """Decisions, motions, reservations, notes and assignments each give a unit, in verbatim text."""
    one = paragraph()
    units = units_of(one)
    kinds = [unit.kind for unit in units]
    assert kinds[0] is UnitKind.PARAGRAPH
    assert set(kinds) >= {UnitKind.DECISION, UnitKind.MOTION, UnitKind.RESERVATION, UnitKind.NOTE, UnitKind.ASSIGNMENT}
    parties = {unit.kind: unit.parties for unit in units}
    assert parties[UnitKind.MOTION] == parties[UnitKind.RESERVATION] == ("S",)
    assert parties[UnitKind.NOTE] == ("V",)
    assert parties[UnitKind.PARAGRAPH] == ("S", "V")


def test_the_title_stands_before_each_text() -> None:
    """A decision point is embedded with what it decides about."""
    for unit in units_of(SCHOOL[1]):
        assert unit.text.startswith("Skolskjutsar på landsbygden\n")
        assert unit.text.endswith(SCHOOL[1].text[unit.range.start : unit.range.end])


def test_what_is_an_item_is_no_passage_too() -> None:
    """The section of the decision gives its decision, the summary a passage."""
    kinds = [unit.kind for unit in units_of(SCHOOL[1])]
    assert kinds == [UnitKind.PARAGRAPH, UnitKind.DECISION, UnitKind.RESERVATION, UnitKind.PASSAGE]


def test_standard_sentences_and_lists_give_no_unit() -> None:
    """A paragraph that only says what every paragraph says has its PARAGRAPH unit alone."""
    bare = a_paragraph(HSN, "2022-01-01", 1, "Omedelbar justering", None, decision="Paragrafen justeras omedelbart.")
    assert [unit.kind for unit in units_of(bare)] == [UnitKind.PARAGRAPH]


@given(st.lists(st.text(alphabet="abc ö.\n", max_size=1500), min_size=1, max_size=4))
def test_no_unit_crosses_a_section_or_is_too_long(bodies: list[str]) -> None:
    """Whatever the sections hold, each unit lies inside one of them and fits."""
    text, sections = "§ 1 Titel", []
    for body in bodies:
        text += "\n"
        sections.append(Section(SectionKind.SUMMARY, "", Range(len(text), len(text) + len(body))))
        text += body
    one = Paragraph(HSN, None, 1, "Titel", (), 1, 1, text, (), (Range(4, 9),), tuple(sections), Acts())
    places = [unit.range for unit in units_of(one) if unit.kind is UnitKind.PASSAGE]
    assert all(place.end - place.start <= LONGEST for place in places)
    inside = [any(s.range.start <= place.start and place.end <= s.range.end for s in sections) for place in places]
    assert all(inside)
