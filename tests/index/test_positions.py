"""Positions: every act in the cell of its party and year, with its words; nothing merged, nothing concluded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import NotInLibraryError, UnknownFilterError
from index.positions import PositionAct, PositionKind, Positions, PositionsAsked, PositionTables
from index.positions.acting import acts_in
from index.positions.tables import cells_of
from index.positions.together import pairs_of
from index.quote import LONGEST
from index.sqlite.store import SqliteStore
from index.tracing.trace import Tracer
from index.units import units_of
from ingest.records import Attendee, Document, Meeting, Paragraph, Role, Section
from nlp.acts import (
    Acts,
    Ballot,
    Motion,
    MotionKind,
    NonParticipation,
    Note,
    Person,
    Range,
    Recusal,
    Reservation,
    SectionKind,
    Vote,
)
from tests.index.builders import document, where
from tests.index.small_library import EngineEmbedder, names, searcher

BOARD = "Hamnnämnden"
ANNA, BO, CIA = Person("Anna Lindgren", "C"), Person("Bo Ekman", "S"), Person("Cia Askling", "V")
LINES = (
    "§ 7 Dnr HN 5-2023 Ny brygga i Sörhamn",
    "Anna Lindgren (C) och Bo Ekman (S) yrkar bifall till förslaget.",
    "Cia Askling yrkar avslag.",
    "Ja för bifall. Nej för avslag.",
    "Anna Lindgren (C), Bo Ekman (S) och Dag Ros (S) röstar Ja.",
    "Cia Askling (V) röstar Nej.",
    "Cia Askling (V) och (MP) reserverar sig mot beslutet.",
    "Bryggan behövs inte. " * 30,
    "Eva Sand (L) deltar inte i beslutet.",
    "Fia Malm (M) anmäler jäv.",
    "Anteckning utan namn.",
    "Bo Ekman (S) reserverar sig.",
)
TEXT = "\n".join(line.strip() for line in LINES)


def at(line: int) -> tuple[Range, ...]:
    """Return where a line stands in the text."""
    return where(TEXT, LINES[line].strip())


def bridge(date: str | None = "2023-05-04", number: int = 7) -> Paragraph:
    """Return a paragraph with every act that takes a stand."""
    ballots = (Ballot("Anna Lindgren", "C", "yes"), Ballot("Bo Ekman", "S", "yes"), Ballot("Dag Ros", "S", "yes"))
    voted = (*at(3), *at(4), *at(5))
    acts = Acts(
        motions=(
            Motion((ANNA, BO), MotionKind.APPROVE, LINES[1], at(1)),
            Motion((Person("Cia Askling", None),), MotionKind.REJECT, LINES[2], at(2)),
        ),
        votes=(
            Vote(3, 1, None, "bifall", "avslag", (*ballots, Ballot("Cia Askling", "V", "no")), voted),
            Vote(20, 10, 1, "bifall", "återremiss", (), at(3)),
        ),
        reservations=(
            Reservation((CIA, Person(None, "MP")), LINES[6], (*at(6), *at(7))),
            Reservation((BO,), LINES[11], at(11)),
        ),
        notes=(Note("note", (), LINES[10], at(10)), Note("statement", (ANNA,), LINES[1], at(1))),
        recusals=(Recusal(Person("Fia Malm", "M"), at(9)),),
        not_participating=(NonParticipation(Person("Eva Sand", "L"), at(8)),),
    )
    sections = (Section(SectionKind.OTHER, "", Range(len(LINES[0]) + 1, len(TEXT))),)
    return Paragraph(BOARD, date, number, "Ny brygga i Sörhamn", ("HN 5-2023",), 1, 1, TEXT, (), at(0), sections, acts)


def meeting(date: str | None = "2023-05-04") -> Document:
    """Return a protocol with that paragraph, and an attendance list that tells the party of one mover."""
    made = document([bridge(date)], file=f"hamn {date}.pdf")
    people = [("Anna Lindgren", "C"), ("Bo Ekman", "S"), ("Cia Askling", "V"), ("Gun Berg", "KD")]
    rows = tuple(Attendee(name, party, Role.MEMBER) for name, party in people)
    return replace(made, meeting=Meeting(made.meeting.organisation, BOARD, date, attendance=rows))


@pytest.fixture
def tables(tmp_path: Path, embedder: EngineEmbedder) -> Iterator[PositionTables]:
    """What answers for a library of the matter at three meetings, the last without a date."""
    with SqliteStore(tmp_path / "bibliotek.sqlite", create=True) as store:
        for date in ("2023-05-04", "2024-02-01", None):
            made = meeting(date)
            store.add_document(made, [units_of(one)[:1] for one in made.paragraphs])
        found = searcher(store, embedder, tmp_path / "index")
        known = names(store)
        yield PositionTables(store, Tracer(store, found, lambda: known), found.catalogs.current, lambda: known)


def of_bridge() -> list[PositionAct]:
    """Return the acts of the paragraph as they stand, no party told by a list."""
    with_all = bridge()
    from index.stored import Head, StoredParagraph  # noqa: PLC0415

    head = Head("d-1", "d", "f.pdf", None, BOARD, "2023-05-04", 7, with_all.title, ("HN 5-2023",), 1, 1, None)
    return list(acts_in(StoredParagraph(head, with_all, ((0, 1),)), lambda one: (one.party, True), "issue"))


def kinds(acts: Iterator[PositionAct] | tuple[PositionAct, ...] | list[PositionAct]) -> set[tuple[str, str | None]]:
    """Return which kinds of acts of which parties there are."""
    return {(one.kind.value, one.party) for one in acts}


def test_every_act_of_a_paragraph_is_told_by_party() -> None:
    """Each kind of act gives a value for each party behind it; votes, reservations and absence stay apart."""
    assert kinds(of_bridge()) == {
        ("moved-approve", "C"),
        ("moved-approve", "S"),
        ("moved-reject", None),
        ("voted-yes", "C"),
        ("voted-yes", "S"),
        ("voted-no", "V"),
        ("voted-yes", None),
        ("voted-no", None),
        ("abstained", None),
        ("reserved", "V"),
        ("reserved", "MP"),
        ("reserved", "S"),
        ("noted", None),
        ("stated", "C"),
        ("recused", "M"),
        ("not-participating", "L"),
    }


def test_a_vote_tells_what_it_stood_for_and_who_cast_it() -> None:
    """Ja and Nej carry their printed meanings; members of a party are one act with their names."""
    voted = {(one.kind, one.party): one for one in of_bridge() if one.item == "vote-1"}
    yes, no = voted[PositionKind.VOTED_YES, "S"], voted[PositionKind.VOTED_NO, "V"]
    assert (yes.meaning, yes.people, yes.together) == ("bifall", ("Bo Ekman", "Dag Ros"), ())
    assert (no.meaning, no.people, no.quote) == ("avslag", ("Cia Askling",), "Cia Askling (V) röstar Nej.")


def test_quotes_are_the_words_of_the_act() -> None:
    """A quote is verbatim, not long, inside the act's own places, and a dissent goes on into its reasons."""
    for one in of_bridge():
        place = one.quote_range
        assert TEXT[place.start : place.end] == one.quote
        assert 0 < len(one.quote) <= LONGEST
        assert one.places[0].start <= place.start
        assert place.end <= one.places[-1].end
        assert one.citation == "Hamnnämnden 2023-05-04 § 7, dnr HN 5-2023, s. 1"
    reserved = next(one for one in of_bridge() if one.kind is PositionKind.RESERVED)
    assert reserved.together == ("MP",)
    assert "Bryggan behövs inte." in reserved.quote


def test_a_table_has_a_cell_for_each_party_and_year(tables: PositionTables) -> None:
    """Silent cells are there and empty; a party that only attended has a row; what has no date has a column, last."""
    found = tables.positions("HN 5-2023", PositionsAsked())
    assert found.years == ("2023", "2024", None)
    assert set(found.parties) == {"C", "S", "V", "MP", "L", "M", "KD"}
    assert len(found.cells) == 3 * 7
    assert found.cell("KD", "2023").acts == ()
    assert found.cell("KD", "2023").present_at == 1
    assert found.cell("L", "2023").present_at == 0
    assert [issue.title for issue in found.issues] == ["Ny brygga i Sörhamn"]
    assert found.paragraphs == 3


def test_no_act_is_lost_or_told_twice(tables: PositionTables) -> None:
    """The cells and the nameless together are all acts of all paragraphs, each once, in its party's and year's cell."""
    found = tables.positions("HN 5-2023", PositionsAsked())
    assert len(found.acts) + len(found.nameless) == 3 * len(of_bridge())
    assert len({(one.paragraph_id, one.item, one.kind, one.party) for one in found.acts}) == len(found.acts)
    for cell in found.cells:
        assert all((act.party, act.year) == (cell.party, cell.year) for act in cell.acts)
    assert {one.item for one in found.nameless} == {"vote-2", "note-1"}


def test_the_list_of_the_meeting_tells_a_party_that_is_not_printed(tables: PositionTables) -> None:
    """A mover without a party is in the row of the party that the attendance list gives, and that is said."""
    found = tables.positions("HN 5-2023", PositionsAsked())
    moved = [one for one in found.cell("V", "2023").acts if one.kind is PositionKind.MOVED_REJECT]
    assert [one.party_printed for one in moved] == [False]


def test_filters_hold_exactly(tables: PositionTables) -> None:
    """Parties, years and boards that are asked for are all that is shown; unknown ones are errors."""
    found = tables.positions("HN 5-2023", PositionsAsked(("vänsterpartiet",), (2024, 2024), ("hamnnämnden",)))
    assert (found.parties, found.years, found.paragraphs) == (("V",), ("2024",), 1)
    assert kinds(found.acts) == {("moved-reject", "V"), ("voted-no", "V"), ("reserved", "V")}
    with pytest.raises(UnknownFilterError, match="XX"):
        tables.positions("HN 5-2023", PositionsAsked(("XX",)))
    with pytest.raises(UnknownFilterError, match="Skolnämnden"):
        tables.positions("HN 5-2023", PositionsAsked(boards=("Skolnämnden",)))
    with pytest.raises(NotInLibraryError):
        tables.positions("", PositionsAsked())


def test_a_person_has_only_what_that_person_did(tables: PositionTables) -> None:
    """The table of a person holds that person's acts in every meeting, without those of the party's others."""
    found: Positions = tables.positions("", PositionsAsked(), "bo ekman")
    assert found.person is not None
    assert found.person.name == "Bo Ekman"
    assert found.parties == ("S",)
    assert {one.people for one in found.acts} == {("Bo Ekman",)}
    assert kinds(found.acts) == {("moved-approve", "S"), ("voted-yes", "S"), ("reserved", "S")}
    with pytest.raises(UnknownFilterError, match="Bo Ekman"):
        tables.positions("", PositionsAsked(), "Bo Ekmann")


def test_reservations_together_are_told_from_those_beside(tables: PositionTables) -> None:
    """One reservation of two parties is joint; two reservations in one paragraph are not, and each count lists them."""
    found = tables.alliances("", PositionsAsked())
    pairs = {(one.party, one.other): one for one in found.pairs if one.year == "2023"}
    assert {pair: (len(one.joint), len(one.beside), len(one.alone)) for pair, one in pairs.items()} == {
        ("MP", "MP"): (1, 0, 0),
        ("S", "S"): (1, 0, 1),
        ("V", "V"): (1, 0, 0),
        ("MP", "S"): (0, 1, 0),
        ("MP", "V"): (1, 0, 0),
        ("S", "V"): (0, 1, 0),
    }
    assert (found.reserved, found.paragraphs) == (3, 3)
    of_issue = tables.alliances("HN 5-2023", PositionsAsked(("S", "V"), (2023, 2023)))
    assert [(one.party, one.other) for one in of_issue.pairs] == [("S", "S"), ("S", "V"), ("V", "V")]


def test_nothing_gives_no_cells() -> None:
    """Without acts and without meetings there is no table, and no pair."""
    assert cells_of([], {}) == ()
    assert pairs_of([]) == ()
