from __future__ import annotations

from html import unescape
from typing import Any

import pytest

from index.library import Library
from index.masking import Masker
from index.positions import Alliance, Alliances, PositionAct, PositionCell, PositionKind, Positions
from index.results import Coverage
from nlp.acts import Range
from nlp.name_forms import name_key
from ui.page.positions import panel
from ui.page.positions.acts import counted
from ui.page.positions.answer import answer
from ui.page.positions.asked import Chosen, cell_value, chosen
from ui.page.positions.table import table
from ui.page.positions.together import together
from ui.page.service import Service
from ui.page.state import PageState, Place, Tab, read
from ui.speech import Language, speaking

STATE = PageState(Tab.POSITIONS).having(start="HSN 301-2021")
MASKER = Masker({name_key("Åsa Öberg")})


def an_act(**changed: Any) -> PositionAct:
    """Return a vote of one member, which meant a rejection."""
    values: dict[str, Any] = {
        "kind": PositionKind.VOTED_YES,
        "party": "S",
        "people": ("Åsa Öberg",),
        "together": (),
        "party_printed": True,
        "meaning": "avslag",
        "quote": "Åsa Öberg (S) röstar ja.",
        "quote_range": Range(40, 64),
        "places": (Range(40, 64),),
        "page": 6,
        "item": "vote-1",
        "paragraph_id": "d-3",
        "issue_id": "d-3",
        "organisation": None,
        "board": "Hälso- och sjukvårdsnämnden",
        "date": "2021-03-18",
        "number": 14,
        "title": "Uppföljning av väntetider",
        "case_numbers": ("HSN 301-2021",),
        "file": "HSN.pdf",
        "document_id": "d",
        "citation": "Hälso- och sjukvårdsnämnden 2021-03-18 § 14, s. 6",
    }
    return PositionAct(**{**values, **changed})


def found(coverage: Coverage, *acts: PositionAct, nameless: tuple[PositionAct, ...] = ()) -> Positions:
    """Return two parties in one year: S acts, V was present and silent."""
    cells = (PositionCell("S", "2021", acts, 1), PositionCell("V", "2021", (), 2))
    return Positions("HSN 301-2021", None, (), ("S", "V"), ("2021",), cells, nameless, 3, None, coverage)


def addresses(markup: str, kind: str) -> list[PageState]:
    """Return the states of the links that carry an attribute."""
    openings = [piece.split(">")[0] for piece in markup.split("<a ")[1:]]
    return [read(unescape(one.split('href="')[1].split('"')[0])) for one in openings if f" {kind}" in one]


def test_a_cell_says_what_was_done_and_what_a_vote_meant(coverage: Coverage) -> None:
    """A yes that meant rejection says so in the table; silence is told with attendance, never as a stand."""
    shown = panel.table(found(coverage, an_act(), an_act(item="vote-2")), None, MASKER, STATE)
    assert "röstar ja = avslag ×2" in shown
    assert "närvarande vid 2 möten" in shown
    assert "Ett ja i en omröstning kan betyda avslag" in shown
    assert "2021: 2" not in shown, "no cell is open"


def test_a_cell_opens_its_acts_with_words_and_page(coverage: Coverage) -> None:
    """The link of a cell is an address; there the acts stand quoted, each opening its page at the words."""
    first = panel.table(found(coverage, an_act()), None, MASKER, STATE)
    (state,) = [one for one in addresses(first, "data-state") if one.one("ruta") == "S|2021"]
    opened = panel.table(found(coverage, an_act()), None, MASKER, state)
    assert "Åsa Öberg (S) röstar ja." in opened
    assert Place("d", 6, "d-3", Range(40, 64)) in [one.place for one in addresses(opened, "data-view")]
    assert 'aria-current="true"' in opened
    (follow,) = [one for one in addresses(opened, "data-state") if one.tab is Tab.FOLLOW]
    assert follow.one("start") == "Hälso- och sjukvårdsnämnden 2021-03-18 § 14"


@pytest.mark.parametrize(("party", "year"), [("S", "2021"), (None, "2021"), ("S", None), ("S", "")])
def test_an_open_cell_stands_in_the_address(party: str | None, year: str | None) -> None:
    """Unknown parties, undated years and all years come back as they were."""
    assert chosen(STATE.having(ruta=cell_value(party, year))) == Chosen(party, year)


def test_what_nobody_is_printed_behind_is_in_no_cell(coverage: Coverage) -> None:
    """Counts without names are told beneath the table, as nobody knows whose they are."""
    nameless = an_act(party=None, people=())
    shown = panel.table(found(coverage, an_act(), nameless=(nameless,)), None, MASKER, STATE)
    assert "1 handling utan utskrivna namn: av vem framgår inte" in shown


def test_private_names_are_masked_and_a_concluded_party_is_called_so(coverage: Coverage) -> None:
    """Who is not elected is [namn] in the page as in the commands; a party from the attendance list is a conclusion."""
    private = an_act(party=None, people=("Per Ek",), kind=PositionKind.NOTED, meaning=None, quote="Anteckning.")
    told = an_act(party_printed=False)
    cells = (PositionCell(None, "2021", (private, told), 0),)
    positions = Positions("x", None, (), (None,), ("2021",), cells, (), 1, None, coverage)
    shown = panel.table(positions, None, MASKER, STATE.having(ruta=cell_value(None, "2021")))
    assert "Per Ek" not in shown
    assert "[namn]" in shown
    assert "partiet enligt närvarolistan, programmets slutsats" in shown


def test_the_matrix_counts_and_opens_joint_reservations(coverage: Coverage) -> None:
    """A pair stands once on each side with its count, and opens the reservations behind it."""
    act = an_act(kind=PositionKind.RESERVED, meaning=None, together=("V",))
    pairs = (Alliance("2021", "S", "S", (act,)), Alliance("2021", "S", "V", (act,), beside=(act,)))
    allied = Alliances("", ("S", "V"), ("2021",), pairs, 1, 3, coverage)
    shown = together(allied, MASKER, STATE)
    assert shown.count(">1</a>") == 3
    opened = together(allied, MASKER, STATE.having(par="S|V"))
    assert "S och V tillsammans: 1" in opened
    assert "Var för sig i 1 paragraf." in opened
    assert "tillsammans med V" in opened


def test_a_doubtful_start_is_doubted_here_too(coverage: Coverage) -> None:
    """Words that nothing answers lead nowhere that is shown without a doubt."""
    doubtful = Positions("zebror", None, (), (), (), (), (), 1, None, coverage, no_match=True)
    shown = panel.table(doubtful, None, MASKER, STATE)
    assert "Inget svarar på ”zebror”." in shown
    assert "Protokollen trycker inget yrkande" in shown


def test_the_view_speaks_english(coverage: Coverage) -> None:
    """Acts and instructions are told in English, what is printed is not."""
    with speaking(Language.ENGLISH):
        shown = panel.table(found(coverage, an_act()), None, MASKER, STATE)
    assert "votes yes = avslag" in shown
    assert "An empty cell is silence" in shown


@pytest.mark.model
def test_the_view_answers_from_a_library(library: Library) -> None:
    """Nothing asked, an issue, a person and their tables come from the same questions as the commands'."""
    service = Service(library)
    empty = answer(service, PageState(Tab.POSITIONS))
    assert "<h2>Var partierna stod</h2>" in empty
    assert "ps-matrix" in empty
    asked = PageState(Tab.POSITIONS).having(start="HSN 301-2021")
    assert "ps-grid-table" in answer(service, asked)
    person = next(one for one in library.persons() if one.acts)
    named = PageState(Tab.POSITIONS).having(person=f"{person.name} ({person.parties[0]})")
    shown = answer(service, named)
    assert person.name in shown
    assert "ps-acts" in shown, "the latest year is open"
    assert list(table(service, asked).rows)
    assert table(service, asked.having(visa="tillsammans")).name == "tillsammans"


def test_votes_on_many_proposals_are_counted_together() -> None:
    """A year of votes of one member is one line of a cell and no page of text; few meanings are told each."""
    votes = [an_act(meaning=f"bifall till yrkande {number}") for number in range(5)]
    assert counted(votes) == ["röstar ja = olika förslag ×5"]
    assert len(counted(votes[:4])) == 4
