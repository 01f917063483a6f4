"""Answers hold what was asked: filters, facets, pages and phrases, over any mixture of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import UnknownFilterError
from index.finding.answering import Answerer
from index.finding.fusion import Ranked
from index.finding.paging import whole_result
from index.results import ActKind, Answer, FacetName, Hit, Order, Query, UnitKind
from index.sqlite.store import SqliteStore
from index.stored import StoredParagraph, Unit
from ingest.records import Paragraph
from nlp.acts import (
    Acts,
    Assignment,
    Ballot,
    Decision,
    Motion,
    MotionKind,
    Note,
    Outcome,
    Person,
    Range,
    Recusal,
    Reservation,
    Vote,
)
from nlp.analysis import spelled, terms
from tests.index.builders import where
from tests.index.small_library import HSN, RS, EngineEmbedder, a_paragraph, add, answerer, small_store

ANNA, PER, EVA = Person("Anna Lind", "C"), Person("Per Ek", "M"), Person("Eva Ekman", "S")
ANY = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def disputed(number: int, date: str, case: str) -> Paragraph:
    """Return a paragraph with an act of every kind that people filter by."""
    told = {
        "decided": "Nämnden avslår förslaget om fler bussar till skolan.",
        "moved": "Eva Ekman (S) yrkar bifall till förslaget om bussar.",
        "against": "Eva Ekman (S) reserverar sig till förmån för eget yrkande.",
        "noted": "Anna Lind (C) lämnar en protokollsanteckning om väglaget.",
        "stated": "Per Ek (M) lämnar ett särskilt yttrande om kostnaden.",
        "told": "Trafikdirektören får i uppdrag att räkna resorna.",
    }
    plain = a_paragraph(HSN, date, number, "Bussar till skolan", case, summary="\n".join(told.values()))
    ranges = {name: where(plain.text, text) for name, text in told.items()}
    acts = Acts(
        decisions=(Decision(told["decided"], Outcome.REJECTED, ranges["decided"]),),
        motions=(Motion((EVA,), MotionKind.APPROVE, told["moved"], ranges["moved"]),),
        votes=(Vote(5, 2, None, None, None, (Ballot("Per Ek", "M", "yes"),), ranges["decided"]),),
        reservations=(Reservation((EVA,), told["against"], ranges["against"]),),
        notes=(
            Note("note", (ANNA,), told["noted"], ranges["noted"]),
            Note("statement", (PER,), told["stated"], ranges["stated"]),
        ),
        assignments=(Assignment("Trafikdirektören", told["told"], None, ranges["told"]),),
        recusals=(Recusal(ANNA, ranges["decided"]),),
    )
    return replace(plain, acts=acts)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, embedder: EngineEmbedder) -> Iterator[SqliteStore]:
    """The small collection and a meeting where everything was disputed."""
    with small_store(tmp_path_factory.mktemp("svar") / "bibliotek.sqlite", embedder) as opened:
        add(
            opened,
            embedder,
            [disputed(60, "2023-02-01", "HSN 5-2022"), disputed(61, "2024", "HSN 9-2024")],
            "tvist.pdf",
        )
        yield opened


@pytest.fixture(scope="module")
def engine(store: SqliteStore, embedder: EngineEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """What answers queries over it."""
    return answerer(store, embedder, tmp_path_factory.mktemp("derived"))


Check = Callable[[StoredParagraph], bool]


def decided(outcome: Outcome) -> Check:
    """Return whether some decision has this outcome."""
    return lambda stored: any(one.outcome is outcome for one in stored.paragraph.acts.decisions)


def printed(row: str) -> Check:
    """Return whether the words stand in a row."""
    return lambda stored: f" {row} " in f" {' '.join(spelled(stored.paragraph.text))} "


def dated(holds: Callable[[str], bool]) -> Check:
    """Return whether the date is so."""
    return lambda stored: stored.head.date is not None and holds(stored.head.date)


def lacks(check: Check) -> Check:
    """Return the opposite."""
    return lambda stored: not check(stored)


def of_boards(*boards: str) -> Check:
    """Return whether the paragraph is of one of these boards."""
    return lambda stored: stored.head.board in boards


def of_case(number: str) -> Check:
    """Return whether the paragraph is of this case."""
    return lambda stored: number in stored.head.case_numbers


CHECKS: dict[str, dict[str, Check]] = {
    "phrase": {
        '"till skolan"': printed("till skolan"),
        '"ersättning till vårdcentraler"': printed("ersättning till vårdcentraler"),
        '"finns inte"': lambda _: False,
    },
    "without": {
        "-förslag": lambda stored: "förslag" not in terms(stored.paragraph.text),
        '-"till skolan"': lacks(printed("till skolan")),
        "-buss": lambda stored: "buss" not in terms(stored.paragraph.text),
    },
    "board": {"nämnd:HSN": of_boards(HSN), "nämnd:RS": of_boards(RS), "nämnd:HSN,RS": of_boards(HSN, RS)},
    "outcome": {"utfall:avslag": decided(Outcome.REJECTED), "utfall:bifall": decided(Outcome.APPROVED)},
    "recipient": {"mottagare:trafikdirektör": lambda stored: bool(stored.paragraph.acts.assignments)},
    "time": {
        "år:2022": dated(lambda date: date.startswith("2022")),
        "år:2023-": dated(lambda date: date >= "2023"),
        "från:2022-06-01": dated(lambda date: date >= "2022-06-01"),
        "till:2022-09-15": dated(lambda date: date <= "2022-09-15"),
        "datum:2022-05": dated(lambda date: date.startswith("2022-05")),
    },
    "case": {'dnr:"HSN 5-2022"': of_case("HSN 5-2022"), "dnr:hsn 9-2024": of_case("HSN 9-2024")},
}
"""What is typed, and what it demands of a paragraph, said once more in the plainest way."""
PARTIES = {"parti:C": {"C"}, "parti:Moderaterna": {"M"}, "parti:S,C": {"S", "C"}}
PEOPLE = {'person:"Eva Ekman"': "Eva Ekman", "person:Per": "Per Ek", 'person:"Anna Lind"': "Anna Lind"}
KINDS = ("typ:reservation", "typ:protokollsanteckning", "typ:votering", "typ:jäv,yrkande", "typ:uppdrag")
WORDS = ("skolskjuts", "bussar till skolan", "ersättning vårdcentraler", "kärnfysik")
Pieces = tuple[str, ...]
choices = (WORDS, tuple(PARTIES), tuple(PEOPLE), KINDS, *(tuple(each) for each in CHECKS.values()))
asked = st.tuples(*(st.one_of(st.just(""), st.sampled_from(each)) for each in choices)).map(
    lambda chosen: tuple(filter(None, chosen))
)
orders = st.sampled_from(tuple(Order))


@dataclass(frozen=True)
class Shelf:
    """Everything in the collection, to be looked through by hand."""

    paragraphs: dict[str, StoredParagraph]
    units: dict[str, list[Unit]]


@pytest.fixture(scope="module")
def shelf(store: SqliteStore) -> Shelf:
    """The collection as plain values."""
    units: dict[str, list[Unit]] = defaultdict(list)
    for one in store.units():
        units[one.paragraph_id].append(one.unit)
    return Shelf({one.head.id: one for one in store.paragraphs()}, units)


def whole(engine: Answerer, text: str, order: Order = Order.RELEVANCE) -> Answer:
    """Return the answer with its whole result on one page, and its facets."""
    return engine.search(Query(text, limit=1000, order=order, facets=True))


def is_let_through(pieces: Pieces, stored: StoredParagraph, units: list[Unit]) -> bool:
    """Whether the paragraph may answer what was typed."""
    checks = [each[piece] for each in CHECKS.values() for piece in pieces if piece in each]
    return all(check(stored) for check in checks) and any(
        unit_is_let_through(pieces, stored.paragraph.acts, unit) for unit in units
    )


def unit_is_let_through(pieces: Pieces, acts: Acts, unit: Unit) -> bool:
    """Whether a unit is of the kind, by the people and of the outcome that were asked for."""
    kinds = [piece for piece in pieces if piece in KINDS]
    outcome = {"utfall:avslag": Outcome.REJECTED, "utfall:bifall": Outcome.APPROVED}
    wanted = [outcome[piece] for piece in pieces if piece in outcome]
    if unit.kind is UnitKind.DECISION and any(act.outcome not in wanted for act in at(unit, acts.decisions) if wanted):
        return False
    return any(is_of_kind(kind, pieces, acts, unit) for kind in kinds) if kinds else open_to(pieces, unit, acts)


def is_of_kind(kind: str, pieces: Pieces, acts: Acts, unit: Unit) -> bool:
    """Whether a unit is, or holds, such an act by those who were asked for."""
    is_whole = unit.kind is UnitKind.PARAGRAPH
    voters = [Person(ballot.name, ballot.party) for vote in acts.votes for ballot in vote.ballots]
    recused = [act.person for act in acts.recusals]
    match kind:
        case "typ:votering":
            return is_whole and bool(acts.votes) and some(pieces, voters, voters)
        case "typ:jäv,yrkande":
            of_motion = unit.kind is UnitKind.MOTION and open_to(pieces, unit, acts)
            return of_motion or (is_whole and bool(recused) and some(pieces, recused, recused))
        case "typ:protokollsanteckning":
            notes = [act for act in at(unit, acts.notes) if act.kind == "note"]
            return unit.kind is UnitKind.NOTE and bool(notes) and open_to(pieces, unit, acts)
        case "typ:reservation":
            return unit.kind is UnitKind.RESERVATION and open_to(pieces, unit, acts)
    return unit.kind is UnitKind.ASSIGNMENT and open_to(pieces, unit, acts)


def open_to(pieces: Pieces, unit: Unit, acts: Acts) -> bool:
    """Whether those who were asked for act in the unit; in the whole of a paragraph, whoever acts or votes in it."""
    own = {
        UnitKind.MOTION: [person for act in at(unit, acts.motions) for person in act.movers],
        UnitKind.RESERVATION: [person for act in at(unit, acts.reservations) for person in act.by],
        UnitKind.NOTE: [person for act in at(unit, acts.notes) for person in act.by],
    }
    if unit.kind is not UnitKind.PARAGRAPH:
        here = own.get(unit.kind, [])
        return some(pieces, here, here)
    movers = [person for act in acts.motions for person in act.movers]
    dissenters = [person for each in (acts.reservations, acts.notes) for act in each for person in act.by]
    acting = [*movers, *dissenters, *(act.person for act in acts.recusals)]
    voters = [Person(ballot.name, ballot.party) for vote in acts.votes for ballot in vote.ballots]
    return some(pieces, acting, [*acting, *voters])


def some(pieces: Pieces, of_parties: list[Person], named: list[Person]) -> bool:
    """Whether somebody of the party and somebody with the name that were asked for is among these."""
    parties = [PARTIES[piece] for piece in pieces if piece in PARTIES]
    names = [PEOPLE[piece] for piece in pieces if piece in PEOPLE]
    by_party = all(any(person.party in wanted for person in of_parties) for wanted in parties)
    return by_party and all(any(person.name == name for person in named) for name in names)


def at(unit: Unit, acts: Sequence[Any]) -> list[Any]:
    """Return the acts in which a unit begins."""
    return [act for act in acts if any(one.start <= unit.range.start < one.end for one in act.ranges)]


@given(pieces=asked)
@ANY
def test_no_hit_ever_violates_a_filter(shelf: Shelf, engine: Answerer, pieces: Pieces) -> None:
    """Whatever is mixed, every hit is let through; filters and phrases alone find everything that is."""
    answer = whole(engine, " ".join(pieces))
    ids = [hit.paragraph_id for hit in answer.hits]
    assert len(set(ids)) == len(ids) == answer.total
    expected = {name for name, one in shelf.paragraphs.items() if is_let_through(pieces, one, shelf.units[name])}
    assert set(ids) <= expected
    if pieces and pieces[0] not in WORDS:
        assert set(ids) == expected


@given(pieces=asked)
@ANY
def test_the_quote_is_of_a_unit_that_was_asked_for(shelf: Shelf, engine: Answerer, pieces: Pieces) -> None:
    """What is shown of a hit is itself let through, not only its paragraph, and says its own words."""
    for hit in whole(engine, " ".join(pieces)).hits:
        paragraph = shelf.paragraphs[hit.paragraph_id].paragraph
        assert hit.quote == paragraph.text[hit.quote_range.start : hit.quote_range.end]
        assert len(hit.quote) <= 300
        shown = [unit for unit in shelf.units[hit.paragraph_id] if unit.kind is hit.kind]
        assert any(unit_is_let_through(pieces, paragraph.acts, unit) for unit in shown)


@given(pieces=asked, order=orders)
@ANY
def test_facets_count_the_whole_result(shelf: Shelf, engine: Answerer, pieces: Pieces, order: Order) -> None:
    """Counts are those of all hits, on whatever page and in whatever order they are shown."""
    text = " ".join(pieces)
    answer = whole(engine, text, order)
    found = {facet.name: dict(facet.counts) for facet in answer.facets}
    paged = engine.search(Query(text, limit=1, offset=1, facets=True))
    assert {facet.name: dict(facet.counts) for facet in paged.facets} == found
    assert (paged.total, paged.no_match) == (answer.total, answer.no_match)
    expected: dict[FacetName, Counter[str]] = {name: Counter() for name in FacetName}
    for hit in answer.hits:
        for name, values in traits_of(hit, shelf.units[hit.paragraph_id]).items():
            expected[name].update(values)
    assert found == {name: dict(counter) for name, counter in expected.items()}


def traits_of(hit: Hit, units: list[Unit]) -> dict[FacetName, set[str]]:
    """Return what a hit is counted under."""
    return {
        FacetName.BOARD: {hit.board} if hit.board else set(),
        FacetName.YEAR: {hit.date[:4]} if hit.date else set(),
        FacetName.PARTY: {party for unit in units for party in unit.parties},
        FacetName.KIND: {str(unit.kind) for unit in units},
        FacetName.OUTCOME: set(hit.outcomes),
    }


@given(pieces=asked, order=orders, size=st.integers(2, 5))
@ANY
def test_pages_are_the_whole_result_cut_up(engine: Answerer, pieces: Pieces, order: Order, size: int) -> None:
    """Page by page the same hits come in the same order as all at once, none twice."""
    text = " ".join(pieces)
    everything = [hit.paragraph_id for hit in whole(engine, text, order).hits]
    pages = [
        engine.search(Query(text, limit=size, offset=offset, order=order)).hits
        for offset in range(0, len(everything) + size, size)
    ]
    assert [hit.paragraph_id for page in pages for hit in page] == everything


def test_orders_differ_only_in_order(engine: Answerer) -> None:
    """By date the latest (or the earliest) come first; what is found is the same."""
    by_order = {order: whole(engine, "skola", order).hits for order in Order}
    dates = {order: [hit.date or "" for hit in hits] for order, hits in by_order.items()}
    assert dates[Order.NEWEST] == sorted(dates[Order.NEWEST], reverse=True)
    assert dates[Order.OLDEST] == sorted(dates[Order.OLDEST])
    assert len({frozenset(hit.paragraph_id for hit in hits) for hits in by_order.values()}) == 1


def test_filters_may_be_typed_or_given(engine: Answerer) -> None:
    """A filter means the same in the text and beside it, and both hold together."""
    typed = whole(engine, "buss nämnd:HSN typ:reservation år:2020-2024")
    given_beside = engine.search(
        Query("buss", boards=("HSN",), kinds=(UnitKind.RESERVATION,), years=(2020, 2024), limit=1000)
    )
    assert typed.hits == given_beside.hits != ()
    assert engine.search(Query("år:2022", years=(2023, 2024))).hits == ()
    assert {hit.number for hit in engine.search(Query("typ:votering", acts=(ActKind.RECUSAL,))).hits} == {60, 61}


def test_a_phrase_is_quoted_and_marked(engine: Answerer) -> None:
    """The quote of a hit has the phrase that was asked for, marked as a whole, wherever it stands."""
    (hit,) = whole(engine, '"följa hur sjuka patienterna är"').hits
    assert "följa hur sjuka patienterna är" in [hit.quote[mark.start : mark.end] for mark in hit.marked]
    assert hit.number == 12


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("buss nmnd:HSN", "Närmast är: nämnd"),
        ("nämnd:Kulturnämnden", "Närmast är:"),
        ("parti:XYZ", "Där finns: C, M, S"),
        ("person:Eva-Lena", "Närmast är|Där finns"),
        ('person:"Anna Lund"', "Närmast är: Anna Lind"),
        ("mottagare:trafikdirektoren", "Närmast är: Trafikdirektören"),
        ("dnr:HSN 6-2022", "Närmast är: HSN 5-2022"),
        ("organisation:Sjöby", "Där finns: Påhittade kommunen"),
        ("dokument:tvista", "Närmast är: tvist.pdf"),
        ("typ:reservatoin", "Närmast är: reservation"),
        ("utfall:xyz", "Välj bland: bifall"),
    ],
)
def test_what_the_library_does_not_know_is_said_with_what_it_does(engine: Answerer, text: str, said: str) -> None:
    """No unknown filter, and no unknown value of one, becomes a wider search."""
    with pytest.raises(UnknownFilterError, match=said):
        engine.search(Query(text))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ('bussar "till skolan" -buss', ["Ord: bussar", "Exakt fras: ”till skolan”", "Inte: buss"]),
        ("nämnd:hsn,RS år:2022-2024", ["Organ: hsn eller RS", "År: 2022–2024"]),
        ("HSN 2022-06-16 § 30", ["Paragraf: HSN 2022-06-16 § 30"]),
        ("hsn 5-2022", ["Diarienummer: hsn 5-2022"]),
        ("RS 2022-03-10", ["Sammanträde: RS 2022-03-10"]),
        ("från:2022-06 bussar § 12", ["Från och med: juni 2022", "Ord: bussar", "Paragraf: § 12"]),
        ("budget 2024", ["Ord: budget 2024"]),
        ("Kulturnämnden § 30", ["Paragraf: Kulturnämnden § 30"]),
        ("nmnd:HSN", ["Förstås inte: nmnd:HSN"]),
    ],
)
def test_a_query_is_explained_part_by_part(engine: Answerer, text: str, labels: list[str]) -> None:
    """Every part says in Swedish what it was taken for, and taking it away leaves the others."""
    explained = engine.explain(text)
    assert [chip.label for chip in explained] == labels
    for chip in explained:
        assert text[chip.span.start : chip.span.end] not in chip.without.split("  ")
        assert len(engine.explain(chip.without)) <= len(explained)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2022-05-05", [12, 13]),
        ("5 maj 2022", [12, 13]),
        ("HSN maj 2022", [12, 13]),
        ("RS 2022", [88, 40, 41]),
        ("§ 30 HSN", [30]),
        ("hsn 5-2022 utfall:avslag", [60]),
        ("2022-05-05 -ersättning", [13]),
        ("2020-01-01", []),
    ],
)
def test_a_date_or_name_goes_straight_to_its_paragraphs(engine: Answerer, text: str, numbers: list[int]) -> None:
    """Meetings are listed by §, the latest first, and what filters stand beside them hold."""
    answer = whole(engine, text)
    assert [hit.number for hit in answer.hits] == numbers
    assert answer.no_match == (not numbers)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("HSN 2022-05-07", "HSN 2022-05-05"),
        ("HSN 2022-05-05 § 999", "HSN 2022-05-05"),
        ("HSN 2022-05-07 § 13", "HSN 2022-05-05 § 13"),
        ("HSN 2022-05-05", None),
        ("HSN 1999", None),
    ],
)
def test_for_a_meeting_that_is_not_there_the_nearest_is_named(engine: Answerer, text: str, meant: str | None) -> None:
    """A day without a meeting leads to the nearest of that board, a § that it has not to the meeting itself."""
    assert engine.search(Query(text)).suggestion == meant
    assert meant is None or whole(engine, meant).hits


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("skolskjutsana", "skolskjutsarna"),
        ("Ersätning till vårdcentraler", "Ersättning till vårdcentraler"),
        ("skolskjutsarna", None),
        ('"skolskjutsana"', None),
        ("vårdcentralernas ersättning", None),
    ],
)
def test_a_misspelt_word_is_asked_back(engine: Answerer, text: str, meant: str | None) -> None:
    """Words that the collection has in no form are suggested in its own spelling; what is quoted stands as typed."""
    assert engine.search(Query(text)).suggestion == meant


def test_ranges_of_marks_do_not_overlap(engine: Answerer) -> None:
    """A word of a phrase is marked once."""
    for hit in whole(engine, 'bussar "bussar till skolan"').hits:
        ends = [Range(mark.start, mark.end) for mark in hit.marked]
        assert all(one.end <= other.start for one, other in pairwise(ends))


def test_what_is_like_a_paragraph_is_found_without_itself(store: SqliteStore, engine: Answerer) -> None:
    """The other meeting about the same matter is nearest to a paragraph; it is no hit of its own."""
    first = next(head for head in store.heads() if head.number == 12)
    answer = engine.similar(first.id, limit=3, offset=0)
    assert answer.hits[0].number == 30
    assert first.id not in {hit.paragraph_id for hit in answer.hits}
    assert [hit.score for hit in answer.hits] == sorted((hit.score for hit in answer.hits), reverse=True)


def test_the_account_of_a_hit_is_that_of_its_score(engine: Answerer) -> None:
    """The parts add up to the score of the hit; words are told that stand there, that do not, and that carry it."""
    query = Query("ersättning för vårdcentraler helikopter")
    hit = engine.search(query).hits[0]
    why = engine.why(query, hit.paragraph_id)
    assert why.score == hit.score == pytest.approx(sum(value for _, value in why.parts))
    assert {word for word, _ in why.met} == {"ersättning", "vårdcentraler"}
    assert why.missing == ("helikopter",)
    carried = dict(why.carried)
    assert max(carried, key=lambda word: carried[word]) in {"ersättning", "vårdcentraler"}
    named = engine.why(Query("HSN 5-2022"), hit.paragraph_id)
    assert (named.score, named.carried) == (1.0, ())


def test_the_whole_result_is_what_is_near_and_what_has_the_words() -> None:
    """Of many that were reached the better half is kept, at least twenty, and beyond it what has every word."""
    ranked = [Ranked(str(place), 1.0 - place / 100, ()) for place in range(100)]
    assert [one.paragraph_id for one in whole_result(ranked, {"90"})] == [*map(str, range(50)), "90"]
    steep = [Ranked(str(place), 0.5**place, ()) for place in range(60)]
    assert len(whole_result(steep, ())) == 20
    assert whole_result([], ()) == []
