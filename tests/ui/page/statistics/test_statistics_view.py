from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.library import Library
from index.statistics import BoardYear, Measure, Statistics
from ui import words
from ui.drawing.bars import Bar, drawing
from ui.page.search.asked import query
from ui.page.service import Service
from ui.page.state import PageState, Tab, read, write
from ui.page.statistics import grid
from ui.page.statistics.answer import answer
from ui.page.statistics.asked import asked, slug
from ui.page.statistics.links import Number, leads_to
from ui.speech import Language, speaking
from ui.statistics.tables import NAMES, SHOWN, table

HERE = PageState(Tab.STATISTICS)


@pytest.fixture(scope="module")
def shared(library_path: Path) -> Iterator[Library]:
    """Return the library, open for all tests of this module."""
    with Library.open(library_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def found(shared: Library) -> Statistics:
    """Return all statistics of the library."""
    return shared.statistics()


def counted(found: Statistics, measure: Measure, row: BoardYear, kind: str | None = None) -> set[str]:
    """Return the paragraphs that were counted."""
    wanted = (one for one in found.counts if one.measure is measure and one.row == row)
    return {id_ for one in wanted if kind is None or one.kind == kind for id_ in one.paragraphs}


def test_an_address_is_the_question() -> None:
    """Table, boards and years stand in the address; what nobody knows is left out."""
    state = read("?flik=statistik&tabell=handlaggningstid&namnd=HSN&fran=2020&till=2021&per=2024-01-01")
    wanted = asked(state)
    assert (wanted.name, wanted.boards, wanted.years, wanted.as_of) == (
        "handläggningstid",
        ("HSN",),
        (2020, 2021),
        "2024-01-01",
    )
    assert asked(read("?flik=statistik&tabell=nonsens&fran=sen")).name == NAMES[0]


def searched(shared: Library, number: Number) -> set[str]:
    """Return the paragraphs that the link of a number leads to."""
    state = leads_to(number, HERE)
    assert state is not None
    assert state.tab is Tab.SEARCH
    return {hit.paragraph_id for hit in shared.search(replace(query(state, 100), limit=100)).hits}


def test_a_number_leads_to_what_it_counts(shared: Library, found: Statistics) -> None:
    """The search behind each number of decisions, votes and reservations finds exactly the paragraphs counted."""
    compared = 0
    for row in found.rows():
        for column, measure in (
            ("beslut", Measure.DECISIONS),
            ("omröstningar", Measure.VOTES),
            ("reservationer", Measure.RESERVATIONS),
        ):
            assert searched(shared, Number("översikt", column, row)) == counted(found, measure, row)
        for outcome, column in words.OUTCOMES.items():
            if expected := counted(found, Measure.DECISIONS, row, outcome):
                assert searched(shared, Number("beslut", column, row)) == expected
                compared += 1
        for party in {one.kind for one in found.counts if one.measure is Measure.RESERVING_PARTIES and one.row == row}:
            if party:
                expected = counted(found, Measure.RESERVING_PARTIES, row, party)
                assert searched(shared, Number("reservationer", party, row)) == expected
                compared += 1
    assert compared >= 20


def test_a_number_that_nothing_can_show_leads_nowhere(found: Statistics) -> None:
    """The side that won a vote, a party that is not printed, and rows of an unknown board or year have no link."""
    row = found.rows()[0]
    assert leads_to(Number("omröstningar", "fler ja", row), HERE) is None
    assert leads_to(Number("reservationer", "parti framgår inte", row), HERE) is None
    assert leads_to(Number("översikt", "beslut", replace(row, year=None)), HERE) is None
    assert leads_to(Number("översikt", "beslut", None), HERE) is None


def test_a_year_without_protocols_says_so(found: Statistics) -> None:
    """Between the years of the library a board that has no protocol of one is told to have none, not zero."""
    by_board = grid.groups(found, table(found, "översikt"))
    years = {year.name for group in by_board for year in group.years}
    assert all({year.name for year in group.years} == years for group in by_board)
    assert grid.empty_years(by_board) == sum(
        len(years) - len({r.year for r in found.rows() if r.board == g.name}) for g in by_board
    )
    assert grid.empty_years(by_board) > 0
    page = answer_of(found_in="översikt", state=HERE)
    assert "inga protokoll inlästa" in page


def answer_of(found_in: str, state: PageState) -> str:
    """Return the view of the table of the fixture's library; kept by `kept`."""
    return kept[found_in, state.language]


kept: dict[tuple[str, Language], str] = {}


@pytest.fixture(scope="module", autouse=True)
def every_table(shared: Library) -> None:
    """Show every table once in both languages."""
    service = Service(shared)
    for language in Language:
        with speaking(language):
            for name in NAMES:
                state = replace(HERE.having(tabell=slug(name)), language=language)
                kept[name, language] = answer(service, state)


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_shown_with_what_it_rests_on(name: str) -> None:
    """Each table has a heading, a way to the others, files to fetch, and says how many files it is counted in."""
    page = kept[name, Language.SWEDISH]
    assert page.startswith("<h2>")
    assert 'aria-current="true"' in page
    assert f"/tabell/statistik.csv{write(HERE.having(tabell=slug(name)))}".replace("&", "&amp;") in page
    assert "Räknat i 5 filer" in page
    assert page.count('role="img"') == page.count("<desc>")
    assert (name in SHOWN) == ('class="ps-chart"' in page)


@pytest.mark.parametrize("name", SHOWN)
def test_a_chart_has_the_numbers_of_its_table(name: str) -> None:
    """The picture's words say numbers that stand in the table beneath too."""
    page = kept[name, Language.SWEDISH]
    drawn = re.findall(r'class="ps-bar-total">([\d\xa0,]+)', page)
    rows = re.findall(r'class="ps-number[^"]*">(?:<a [^>]*>)?([^<]+)<', page)
    # in so few protocols no matter comes up on a day before it is decided
    assert drawn or name == "handläggningstid"
    # motions are drawn all kinds together, reservations party by party: their sums stand in no one cell
    assert name in {"yrkanden", "reservationer"} or set(drawn) <= set(rows) | {"0"}


def test_what_stands_behind_the_motions_is_told_apart() -> None:
    """A motion is quoted with its page; what became of it is said to be the program's conclusion."""
    page = kept["yrkanden-underlag", Language.SWEDISH]
    assert "Programmets slutsats:" in page
    assert page.count('lang="sv"') >= page.count('class="ps-hit"') > 0
    assert "data-view" in page


def test_only_the_motions_asked_for(shared: Library) -> None:
    """The number of motions of one kind and fate leads to just these."""
    state = HERE.having(tabell="yrkanden-underlag", slag="approve", utfall="carried")
    motions = [one for one in shared.statistics().motions if (one.kind, one.fate) == ("approve", "carried")]
    page = answer(Service(shared), state)
    assert f"Visar {len(motions)}<" in page
    assert "Bara: Bifall – vann." in page


def test_no_swedish_sentence_is_left_in_english(found: Statistics) -> None:
    """On the English page our own words are English; what is Swedish are names and quotes of the protocols."""
    for name in NAMES:
        page = kept[name, Language.ENGLISH]
        for printed in {row.board for row in found.rows() if row.board}:
            page = page.replace(printed, "")
        page = re.sub(r"<(\w+)[^>]* lang=.sv.[^>]*>.*?</\1>", "", page)
        said = re.sub(r"<[^>]+>", " ", page)
        left = re.findall(r"\b(?:och|eller|inte|som|protokoll|visar|beslut|alla|är|av|sidan|dagar)\b", said)
        assert left == [], f"{name}: {left}"


def test_bars_are_as_long_as_their_numbers() -> None:
    """A bar of half the number is half as long, whatever the width; one that counts nothing says why."""
    drawn = drawing([Bar("2020", (2.0, 2.0)), Bar("2021", (8.0,)), Bar("2022", None, "inga protokoll")], 8.0, "T", "D")
    widths = [float(one) for one in re.findall(r'ps-bar-\d" x="[\d.]+%" y="\d+" width="([\d.]+)%"', drawn)]
    assert widths[0] + widths[1] == pytest.approx(widths[2] / 2, abs=0.02)
    assert "inga protokoll" in drawn
    assert drawn.count("<rect") >= 3
