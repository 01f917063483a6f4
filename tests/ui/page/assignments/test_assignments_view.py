"""The view Uppdrag: the ledger as its address asks for it, from invented assignments."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from index.ledger import AssignmentRow, AssignmentState, AssignmentStatus, LedgerRowKind, Trail, TrailKind
from index.library import Library
from index.results import Coverage
from nlp.acts import Range
from ui.page.assignments import asked, panel, told
from ui.page.assignments.answer import answer
from ui.page.assignments.table import table
from ui.page.service import Service
from ui.page.state import PageState, Place, Tab, read
from ui.speech import Language, catalogue, speaking

TODAY = date(2025, 3, 1)
STATE = PageState(Tab.ASSIGNMENTS)
ROW = AssignmentRow(
    id="a-1",
    kind=LedgerRowKind.ASSIGNMENT,
    text="Tandvårdschefen får i uppdrag att ta fram en plan <för> bemanningen.",
    recipient="tandvårdschefen",
    recipients=("tandvårdschefen",),
    paragraph_id="a",
    organisation=None,
    board="Regionstyrelsen",
    date="2022-03-01",
    number=12,
    title="Tandvårdens bemanning",
    case_numbers=("RS 5-2022",),
    file="rs.pdf",
    document_id="d",
    page=3,
    quote_range=Range(0, 10),
    citation="Regionstyrelsen 2022-03-01 § 12, dnr RS 5-2022, s. 3",
    due="2022-09",
    due_words="senast i september 2022",
    due_derived=None,
)
CLOSED = Trail(
    TrailKind.CLOSED,
    "b",
    "2022-11-08",
    "Regionstyrelsen 2022-11-08 § 90, s. 2",
    "rs2.pdf",
    "e",
    2,
    "Uppdraget förklaras fullgjort.",
    Range(5, 35),
    "nämnd, datum och §",
    0.98,
)
Make = Callable[..., AssignmentState]


def make(
    status: AssignmentStatus = AssignmentStatus.OVERDUE, because: Trail | None = None, **changed: object
) -> AssignmentState:
    """Return an assignment; what is not named is as in `ROW`."""
    row = replace(ROW, trail=(because,) if because else (), **changed)  # type: ignore[arg-type]
    return AssignmentState(row, status, "2025-03-01", row.due_known, because, "2024-12-10")


@pytest.fixture
def around(coverage: Coverage) -> panel.Around:
    """Return what stands around the list."""
    return panel.Around(coverage, (("Regionstyrelsen (RS)", "Regionstyrelsen"),), ("tandvårdschefen",), TODAY)


def test_both_sides_of_an_assignment_open_their_pages(around: panel.Around) -> None:
    """Where it was given and where it was closed are links to the marked words, each with its citation to copy."""
    shown = unescape(panel.ledger((make(AssignmentStatus.CLOSED, CLOSED),), STATE, around))
    places = {read(address).place for address in re.findall(r'href="([^"]+)" data-view', shown)}
    assert places == {Place("d", 3, "a", Range(0, 10)), Place("e", 2, "b", Range(5, 35))}
    assert f'data-copy="{ROW.citation}"' in shown
    assert f'data-copy="{CLOSED.citation}"' in shown


def test_printed_and_concluded_stand_apart(around: panel.Around) -> None:
    """The words of the protocol are quoted on one side; the status, its reason and sureness are the program's."""
    shown = panel.ledger((make(AssignmentStatus.CLOSED, CLOSED),), STATE, around)
    printed, concluded = shown.split("Programmets slutsats</h4>")
    assert "plan &lt;för&gt; bemanningen" in printed
    assert "Förklarat klart" in concluded
    assert "Kopplat genom: nämnd, datum och §. Säkerhet 0,98." in concluded


def test_the_counts_filter_and_count_what_the_filters_let_through(around: panel.Around) -> None:
    """Each status tells how many there are whatever status is shown, and is a link that shows only these."""
    found = (make(), make(AssignmentStatus.CLOSED, CLOSED), make())
    state = STATE.having(status="overdue", q="bemanning")
    shown = unescape(panel.ledger(found, state, around))
    assert "<b>2</b> Försenat" in shown
    assert "<b>1</b> Avslutat" in shown
    assert "<h2>2 försenade uppdrag</h2>" in shown
    address = re.search(r'href="([^"]+)"[^>]*><b>1</b> Avslutat', shown)
    assert address
    assert read(address[1]) == STATE.having(status="closed", q="bemanning")


def test_what_waits_comes_first_and_ends_last() -> None:
    """By default what is overdue stands before what is closed, each in the order of its due date."""
    late, later = make(), make(due="2023-01")
    closed = make(AssignmentStatus.CLOSED, CLOSED, due="2020-01")
    assert asked.wanted((closed, late, later), STATE) == (late, later, closed)
    assert asked.wanted((closed, late, later), STATE.having(sortering="slutdatum")) == (closed, late, later)


def test_a_due_date_is_sifted_as_coarsely_as_it_is_printed() -> None:
    """A month counts where any day of it is asked for; what has no due date is in no span."""
    found = (make(), make(due=None, due_words=None), make(due="2022-10-05"))
    between = STATE.having(senast_fran="2022-09-15", senast_till="2022-10-01")
    assert asked.sifted(found, between) == found[:1]
    assert asked.sifted(found, STATE) == found


def test_only_what_had_happened_by_the_day_is_shown(around: panel.Around) -> None:
    """A report after the day that is asked for is no evidence of how it stood then."""
    then = replace(make(because=CLOSED), as_of="2022-10-31", because=None)
    shown = panel.ledger((then,), STATE.having(per="2022-10-31"), around)
    assert "Uppdraget förklaras fullgjort" not in shown
    assert "Läget den 31 oktober 2022." in shown


def test_the_page_says_how_far_was_read(around: panel.Around) -> None:
    """Where the day is later than the last meeting read, that is said, with a link to that day."""
    shown = unescape(panel.ledger((make(),), STATE.having(per="2025-06-01"), around))
    assert "Det senaste inlästa mötet är från 1 mars 2025" in shown
    assert "per=2025-03-01" in shown


def test_a_date_that_is_reckoned_is_told_apart(around: panel.Around) -> None:
    """What "within six months" means is the program's reckoning, and says so."""
    reckoned = make(due=None, due_words="inom sex månader", due_derived="2022-09-01")
    shown = panel.ledger((reckoned,), STATE, around)
    assert '<q lang="sv">inom sex månader</q>' in shown
    assert "programmets uträkning: 1 september 2022" in shown


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (STATE, "Inga uppdrag är givna i de protokoll som är inlästa."),
        (STATE.having(q="flygplats"), "Inga uppdrag passar in på det."),
    ],
)
def test_an_empty_list_says_what_was_searched(state: PageState, sentence: str, around: panel.Around) -> None:
    """Nothing given and nothing that fits are told apart, beside what was searched and the form to change."""
    shown = panel.ledger((), state, around)
    assert sentence in shown
    assert "Sökt i 1\N{NO-BREAK SPACE}412 av" in shown
    assert "data-ask" in shown


def test_a_form_carries_what_else_the_address_says(around: panel.Around) -> None:
    """A new word keeps the status, the order and the language, and begins at the first page."""
    state = replace(STATE.having(status="overdue", sortering="mottagare", sidnr=3), language=Language.ENGLISH)
    form = unescape(panel.form(state, around))
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]+)"', form))
    assert hidden == {"flik": "uppdrag", "status": "overdue", "sortering": "mottagare", "sprak": "en"}


def test_every_word_has_its_english() -> None:
    """Statuses, their meanings, what happened and the kinds are English on the English page."""
    counted = [word for pair in told.COUNTED.values() for word in pair]
    tables = (told.NAMES, told.MEANINGS, told.TRAILS, told.KINDS, panel.SORTS, asked.FOLDED)
    every = [*counted, *(word for one in tables for word in one.values())]
    assert [word for word in every if word not in catalogue()] == []
    with speaking(Language.ENGLISH):
        assert (
            told.reason(make())
            == "The time ran out in September 2022. No later meeting has been read, so it may have been reported."
        )


@pytest.mark.model
def test_the_library_is_asked_as_the_command_asks_it(library: Library) -> None:
    """A recipient that nobody is leaves the form standing; the table holds the rows of the list, whole."""
    service = Service(library)
    day = STATE.having(per="2022-01-01")
    shown = answer(service, day)
    rows = list(table(service, day).rows)
    assert rows
    assert shown.count("<article") == len(rows)
    refused = answer(service, day.having(mottagare="Månfararen"))
    assert "Ingen mottagare i biblioteket heter" in refused
    assert "data-ask" in refused


def test_a_time_that_is_a_month_is_told_as_a_sentence_says_it(around: panel.Around) -> None:
    """A month takes its preposition, "i september 2022", and a day takes none."""
    assert "Tiden gick ut i september 2022." in panel.ledger((make(because=CLOSED),), STATE, around)
    assert "Tiden gick ut 30 september 2022." in panel.ledger((make(because=CLOSED, due="2022-09-30"),), STATE, around)
