"""The view Reservationer: acts, themes and echoes as its address asks for them, from invented texts."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from index.arguments import Argued, ArgumentKind, Echo
from index.arguments.making import argued_in
from index.arguments.themes import themes_of
from index.library import Library
from index.results import Coverage
from nlp.acts import Person
from tests.index.test_arguments import DEAR, EK, FAR, LIND, moved, reservation, stored
from ui import arguments
from ui.page.reservations import asked, panel, told
from ui.page.reservations.answer import answer
from ui.page.reservations.table import table
from ui.page.service import Service
from ui.page.state import PageState, Tab, read
from ui.speech import catalogue

STATE = PageState(Tab.RESERVATIONS)
THEMES, BEFORE = STATE.having(vy="teman"), STATE.having(vy="forut")


@pytest.fixture
def around(coverage: Coverage) -> panel.Around:
    """Return what stands around an answer."""
    return panel.Around(coverage, (("Nämnden", "Nämnden"),), (2023, 2024), ("C", "S"))


def acts() -> tuple[Argued, ...]:
    """Return what two paragraphs argue: a reservation and a statement each, the earliest first."""
    first, second = stored(motions=(moved(LIND),)), stored(date="2024-04-01", by=EK)
    return (*argued_in(first, frozenset()), *argued_in(second, frozenset()))


def test_an_argument_is_a_quote_that_opens_its_page(around: panel.Around) -> None:
    """Who, where and the words themselves stand on the card; the quote's link opens the page with just it marked."""
    shown = unescape(panel.acts(acts()[:1], STATE, around))
    assert "Anna Lind (C)" in shown
    assert f'<blockquote lang="sv">{FAR}</blockquote>' in shown
    places = [read(address).place for address in re.findall(r'href="([^"]+)" data-view', shown)]
    argument = acts()[0].arguments[0]
    assert argument.place in {place.words for place in places if place}
    assert all(place.page == 7 for place in places if place)
    assert 'data-copy="Nämnden 2023-03-01 § 5, s. 7"' in shown


def test_what_it_is_against_and_for_is_told_with_its_basis(around: panel.Around) -> None:
    """The decision and the motion stand folded; that a motion is its own is said to be the program's conclusion."""
    shown = panel.acts(acts()[:1], STATE, around)
    assert "Skolan läggs ned." in shown
    assert "programmets slutsats: samma personer yrkade det" in shown


def test_kinds_are_counted_and_kept_apart(around: panel.Around) -> None:
    """Reservations and statements are never one number; each is a link that shows only its kind."""
    shown = unescape(panel.acts(acts(), STATE, around))
    assert "<b>2</b> Reservationer" in shown
    assert "<b>2</b> Särskilda yttranden" in shown
    only = unescape(panel.acts(acts(), STATE.having(slag="statement"), around))
    assert "<h2>2 särskilda yttranden med 2 argument</h2>" in only
    assert "Bo Ek (S)" in only
    assert ">Reservation</span>" not in only


def test_a_motion_is_shown_only_when_asked_for() -> None:
    """A motion is no dissent: it is left out unless its kind is named."""
    motion = replace(acts()[0], kind=ArgumentKind.MOTION)
    assert asked.wanted((motion,), STATE) == ()
    assert asked.wanted((motion,), STATE.having(slag="motion")) == (motion,)


def test_the_latest_stand_first_unless_asked_otherwise() -> None:
    """The list begins with the latest meeting; the order is stable both ways."""
    assert asked.wanted(acts(), STATE) == acts()[::-1]
    assert asked.wanted(acts(), STATE.having(sortering="aldst")) == acts()


def test_a_theme_is_a_table_of_numbers_that_lead_to_the_quotes(around: panel.Around) -> None:
    """Each number is a link named with theme, year and count; nothing said is a dash that says so."""
    found = themes_of([reservation(stored()), reservation(stored(date="2024-04-01", by=EK))])
    shown = unescape(panel.recurring(found, THEMES, around))
    assert 'scope="col">2023<' in shown
    label = arguments.label(found[0])
    address = re.search(
        rf'href="([^"]+)"[^>]*data-then="tema-2024" aria-label="{re.escape(label)}, 2024: 1 inlaga"', shown
    )
    assert address
    assert read(address[1]).one("tema") == found[0].name


def test_one_theme_shows_every_quote_once_by_year(around: panel.Around) -> None:
    """The table of parties and years leads to the quotes beneath; a quote of two parties stands there once."""
    both = replace(reservation(stored()), by=(LIND, EK))
    found = themes_of([both, reservation(stored(date="2024-04-01", by=EK))])
    shown = unescape(panel.recurring(found, THEMES.having(tema=found[0].name), around))
    assert shown.count(f'<blockquote lang="sv">{FAR}</blockquote>') == 2
    for anchor in re.findall(r'href="#([^"]+)" data-jump', shown):
        assert f'id="{anchor}"' in shown
    assert 'aria-label="S, 2023: 1 argument"' in shown


def test_what_was_said_before_is_told_as_a_conclusion(around: panel.Around) -> None:
    """Earlier and later are told apart by the date of the act asked about; nearness is told with what it rests on."""
    first, second = (one for one in acts() if one.kind is ArgumentKind.RESERVATION)
    echo = Echo(first, first.arguments[0], 0.91, 0.4, ("restiden",), ("distance",))
    state = BEFORE.having(argument=DEAR, inlaga=second.id)
    shown = unescape(panel.before((echo,), state, around, second.date))
    assert "1 liknande argument, varav 1 tidigare, först 1 mars 2023" in shown
    assert "Närhet 0,91 – betydelse 0,40; gemensamma ord: restiden; samma slags argument." in shown
    assert "Programmets slutsats" in shown
    assert 'aria-label="C, 2023: 1 argument"' in shown


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (STATE, "finns i de protokoll som är inlästa"),
        (STATE.having(q="flygplats"), "passar in på det"),
        (THEMES, "Inga argument återkommer i det urvalet"),
        (BEFORE, "Skriv ett argument med egna ord"),
        (BEFORE.having(argument="Det är dyrt."), "Det kan ändå vara sagt med helt andra ord."),
    ],
)
def test_an_empty_answer_says_what_was_searched(state: PageState, sentence: str, around: panel.Around) -> None:
    """Every empty state says why, what was searched, and leaves the form."""
    shown = {
        asked.Mode.ACTS: lambda: panel.acts((), state, around),
        asked.Mode.THEMES: lambda: panel.recurring((), state, around),
        asked.Mode.BEFORE: lambda: panel.before((), state, around, None),
    }[asked.mode(state)]()
    assert sentence in shown
    assert "Sökt i 1\N{NO-BREAK SPACE}412 av" in shown
    assert "data-ask" in shown


def test_another_argument_is_nobodys(around: panel.Around) -> None:
    """Who types an argument of their own no longer asks about the act that the address named."""
    form = unescape(panel.form(BEFORE.having(argument=FAR, inlaga="x-1", parti="C"), around))
    assert 'type="hidden" name="vy" value="forut"' in form
    assert 'type="hidden" name="inlaga"' not in form
    assert 'name="parti" value="C" checked' in form


def test_every_word_has_its_english() -> None:
    """Kinds, their meanings, signs, ways of showing and orders are English on the English page."""
    counted = [word for pair in told.COUNTED.values() for word in pair]
    tables = (told.KINDS, told.MANY, told.MEANINGS, told.BASES, panel.MODES, panel.SORTS, asked.FOLDED, arguments.SIGNS)
    every = [*counted, *(word for one in tables for word in one.values())]
    assert [word for word in every if word not in catalogue()] == []


@pytest.mark.model
def test_the_library_is_asked_as_the_command_asks_it(library: Library) -> None:
    """The three ways of showing answer, their tables hold the same; an unknown party leaves the form standing."""
    service = Service(library)
    found = asked.wanted(library.reservations(), STATE)
    assert found
    assert f"{len(found)} inlagor" in answer(service, STATE)
    assert len({(row["citation"], row["kind"]) for row in table(service, STATE).rows}) <= len(found)
    quote = next(each.quote for one in found for each in one.arguments)
    mine = next(one for one in found if one.arguments)
    rows = list(table(service, BEFORE.having(argument=quote, inlaga=mine.id)).rows)
    assert mine.citation not in {row["citation"] for row in rows if row["quote"] == quote}
    refused = answer(service, STATE.having(parti="Månpartiet"))
    assert "data-ask" in refused
    assert "Månpartiet" in refused


def test_a_party_that_reserved_as_one_stands_without_brackets() -> None:
    """The heading of a whole party's reservation is the party; a name keeps its party behind it."""
    party, anna = Person(None, "SD"), Person("Anna Lind", "C")
    assert told.by(replace(acts()[0], by=(party, anna))) == "SD och Anna Lind (C)"
