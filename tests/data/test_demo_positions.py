"""Positions of the demo collection's ten issues, cell by cell: every act of the YAML in its cell, and no other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from data.typeset import model
from data.typeset.collection import load_collection
from index.positions import PositionKind, PositionsAsked, PositionTables
from index.sqlite.store import SqliteStore
from index.tracing.trace import Tracer
from nlp.acts import MotionKind
from tests.index.small_library import EngineEmbedder, names, searcher

Entry = tuple[str | None, str, str, str, int, str | None]
"""Party, year, board, kind of act, number of the paragraph, and what a vote stood for."""

_MOVED = {kind: f"moved-{kind.value}" for kind in MotionKind}


@pytest.fixture(scope="module")
def tables(demo_store: SqliteStore, tracer: Tracer, tmp_path_factory: pytest.TempPathFactory) -> PositionTables:
    """What answers for the whole collection."""
    known = names(demo_store)
    found = searcher(demo_store, EngineEmbedder(), tmp_path_factory.mktemp("index"))
    return PositionTables(demo_store, tracer, found.catalogs.current, lambda: known)


def meetings_of(issue: str) -> list[tuple[model.MeetingEntry, model.ParagraphEntry]]:
    """Return the paragraphs of an issue of the YAML with their meetings."""
    return [(m, p) for m in load_collection().meetings for p in m.paragraphs if p.issue == issue]


def entries(meeting: model.MeetingEntry, paragraph: model.ParagraphEntry) -> Iterator[Entry]:
    """Yield every act of a paragraph of the YAML, once a party."""

    def each(people: Iterator[str | None] | list[str | None], kind: str, meaning: str | None = None) -> Iterator[Entry]:
        for party in dict.fromkeys(people):
            yield party, meeting.date[:4], meeting.board, kind, paragraph.number, meaning

    for section in paragraph.sections:
        for motion in section.motions:
            yield from each([one.party for one in motion.movers], _MOVED[motion.kind])
        for reservation in section.reservations:
            yield from each([one.party for one in reservation.by], "reserved")
        for note in section.notes:
            yield from each([one.party for one in note.by], "stated" if note.kind == "statement" else "noted")
        for vote in section.votes:
            for choice, kind, meaning in (
                ("yes", "voted-yes", vote.yes_means),
                ("no", "voted-no", vote.no_means),
                ("abstain", "abstained", None),
            ):
                yield from each([one.party for one in vote.ballots if one.vote == choice], kind, meaning)
    yield from each([one.party for one in paragraph.recusals], "recused")


def issues() -> list[str]:
    """Return the names of the issues of the YAML."""
    return sorted({p.issue for m in load_collection().meetings for p in m.paragraphs if p.issue})


@pytest.mark.parametrize("issue", issues())
def test_every_act_of_an_issue_is_in_its_cell(tables: PositionTables, issue: str) -> None:
    """The acts of the table are those of the YAML, as often, in the same cells; none is missing, none is more."""
    there = meetings_of(issue)
    gold = Counter(entry for meeting, paragraph in there for entry in entries(meeting, paragraph))
    meeting, paragraph = there[0]
    found = tables.positions(f"{meeting.code} {meeting.date} § {paragraph.number}", PositionsAsked())
    told: Counter[Entry] = Counter(
        (cell.party, str(cell.year), str(act.board), act.kind.value, act.number or 0, act.meaning)
        for cell in found.cells
        for act in cell.acts
        if act.kind is not PositionKind.NOT_PARTICIPATING  # the YAML has no field for these
    )
    assert told - gold == Counter()
    assert gold - told == Counter()
    assert gold


def test_every_quote_is_on_the_page_it_cites(tables: PositionTables, demo_store: SqliteStore) -> None:
    """A quote is verbatim text of its paragraph, its page is one of the paragraph's, and it names the party."""
    texts = {one.head.id: one for one in demo_store.paragraphs()}
    checked = 0
    for issue in issues():
        meeting, paragraph = meetings_of(issue)[0]
        for act in tables.positions(f"{meeting.code} {meeting.date} § {paragraph.number}", PositionsAsked()).acts:
            stored = texts[act.paragraph_id]
            place = act.quote_range
            assert stored.paragraph.text[place.start : place.end] == act.quote
            assert stored.head.page_first <= act.page <= stored.head.page_last
            assert str(act.number) in act.citation
            assert (act.party or "") in act.quote
            checked += 1
    assert checked > 200


def test_persons_are_those_of_the_covers(tables: PositionTables) -> None:
    """The register is the members and substitutes of the YAML; who is spelled in two ways or changed party is one."""
    covers = [
        (row.name, row.party)
        for meeting in load_collection().meetings
        for row in (*meeting.members, *meeting.serving_substitutes, *meeting.other_substitutes)
    ]
    register = tables.register()
    spelled = {spelling.name for one in register.persons for spelling in one.spellings}
    assert {name for name, _ in covers} == spelled
    officials = {row.name for meeting in load_collection().meetings for row in meeting.others}
    assert not officials & spelled
    both = {name for name, party in covers for other, another in covers if name == other and party != another}
    assert both == {one.name for one in register.persons if len(one.parties) > 1}
    assert {len(one.spellings) for one in register.persons} == {1, 2}


def test_whoever_is_spelled_in_two_ways_is_found_by_either(tables: PositionTables) -> None:
    """The two spellings of one member of the collection lead to the same person, and without å, ä and ö too."""
    (double,) = [one for one in tables.register().persons if len(one.spellings) > 1]
    for spelling in double.spellings:
        plain = spelling.name.translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))
        assert tables.person(spelling.name) == tables.person(plain) == double
