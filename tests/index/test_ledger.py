"""The ledger's parts: who is told, which assignment a report is about, and how one stands on a day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.boards import BoardName
from index.ledger import AssignmentRow, AssignmentStatus, LedgerRowKind, Trail, TrailKind, state_on
from index.ledger.asking import mentions
from index.ledger.folding import folded
from index.ledger.matching import Matcher, Told
from index.ledger.recipients import recipients_of
from nlp.acts import Range
from nlp.analysis import content_terms
from nlp.assignment_words import PROPOSES

BOARDS = (BoardName("Hälso- och sjukvårdsnämnden", "HSN", 1, spellings=("Hälso- och sjukvårdsnämnden",)),)

ROW = AssignmentRow(
    id="a-1",
    kind=LedgerRowKind.ASSIGNMENT,
    text="Tandvårdschefen får i uppdrag att ta fram en rekryteringsplan.",
    recipient="Tandvårdschefen",
    recipients=("tandvårdschefen",),
    paragraph_id="a",
    organisation=None,
    board="Regionstyrelsen",
    date="2022-03-01",
    number=12,
    title="Tandvårdens bemanning",
    case_numbers=(),
    file="rs.pdf",
    document_id="d",
    page=3,
    quote_range=Range(0, 10),
    citation="Regionstyrelsen 2022-03-01 § 12, s. 3",
    due="2022-09",
    due_words=None,
    due_derived=None,
)
REPORTED_THEN_CLOSED = ((TrailKind.REPORTED, "2022-09-20"), (TrailKind.CLOSED, "2022-11-08"))
MEETINGS = ["2022-03-01", "2022-09-20", "2022-11-08", "2023-02-14"]


def trail(kind: TrailKind, date: str, due: str | None = None) -> Trail:
    """Return something that happened on ``date``."""
    return Trail(
        kind, f"p{date}", date, f"Regionstyrelsen {date} § 1", "x.pdf", "d", 1, "ord", Range(0, 3), "", 1.0, due
    )


@pytest.mark.parametrize(
    ("trails", "day", "status"),
    [
        ((), "2022-03-01", AssignmentStatus.OPEN),
        ((), "2022-09-30", AssignmentStatus.OPEN),
        ((), "2022-10-01", AssignmentStatus.OVERDUE),
        ((), "2022-11-08", AssignmentStatus.NO_TRACE),
        (((TrailKind.MENTIONED, "2022-06-01"),), "2022-12-31", AssignmentStatus.OVERDUE),
        (((TrailKind.PARTIAL, "2022-09-20"),), "2022-12-31", AssignmentStatus.OVERDUE),
        (((TrailKind.REPORTED, "2022-11-08"),), "2022-10-15", AssignmentStatus.OVERDUE),
        (((TrailKind.REPORTED, "2022-11-08"),), "2022-11-08", AssignmentStatus.REPORTED),
        (
            ((TrailKind.REPORTED, "2022-09-20"), (TrailKind.CLOSED, "2022-11-08")),
            "2022-10-01",
            AssignmentStatus.REPORTED,
        ),
        (((TrailKind.REPORTED, "2022-09-20"), (TrailKind.CLOSED, "2022-11-08")), "2023-01-01", AssignmentStatus.CLOSED),
        (((TrailKind.WITHDRAWN, "2022-04-01"),), "2023-01-01", AssignmentStatus.WITHDRAWN),
        (((TrailKind.PROLONGED, "2022-09-20", "2023-01-31"),), "2022-12-31", AssignmentStatus.PROLONGED),
        (((TrailKind.PROLONGED, "2022-09-20", "2023-01-31"),), "2023-02-14", AssignmentStatus.OVERDUE),
    ],
)
def test_status_on_a_day(trails: tuple[tuple[TrailKind, str], ...], day: str, status: AssignmentStatus) -> None:
    """Only what is dated up to the day counts; a month has passed when it has ended; closing outweighs reporting."""
    row = replace(ROW, trail=tuple(trail(*one) for one in trails))
    state = state_on(row, day, MEETINGS)
    assert state is not None
    assert state.status is status
    assert (state.because is None) == (
        status in {AssignmentStatus.OPEN, AssignmentStatus.NO_TRACE} or not _told(row, day)
    )


def _told(row: AssignmentRow, day: str) -> bool:
    return any((one.date or "") <= day for one in row.trail)


def test_how_far_was_looked_is_told() -> None:
    """A status that rests on nothing being found names the last meeting that was read up to the day."""
    state = state_on(ROW, "2022-12-31", MEETINGS)
    assert state is not None
    assert (state.status, state.searched_through) == (AssignmentStatus.NO_TRACE, "2022-11-08")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Regiondirektören", ("regiondirektören",)),
        ("HSN och regiondirektören", ("hälso- och sjukvårdsnämnden", "regiondirektören")),
        ("Hälso- och sjukvårdsdirektören", ("hälso- och sjukvårdsdirektören",)),
        ("nämnden för kultur och fritid", ("nämnden för kultur och fritid",)),
        (
            "trafiknämnden, miljönämnden samt Hamnbolaget AB",
            ("trafiknämnden", "miljönämnden", "hamnbolaget ab"),
        ),
        ("dess presidium", ("presidium",)),
        ("", ()),
    ],
)
def test_recipients(printed: str, expected: tuple[str, ...]) -> None:
    """Several are parted, a joint hyphen and a long name are not, and a short name becomes the board's."""
    assert recipients_of(printed, BOARDS) == expected


def test_a_report_goes_to_the_assignment_whose_words_it_says() -> None:
    """Of two assignments in one paragraph the one is meant whose words the report says."""
    other = replace(
        ROW, id="a-2", text="Ekonomidirektören ska se över taxan för sjukresor.", recipients=("ekonomidirektören",)
    )
    matcher = Matcher([ROW, other])
    found = matcher.among_named([ROW, other], Told("Redovisning av rekryteringsplan för tandvården", "", ""), 1.0, "§")
    assert [(match.row.id, match.decided) for match in found] == [("a-1", True)]


def test_a_report_that_may_be_about_either_is_offered() -> None:
    """Where nothing tells two assignments apart both are offered and neither is decided."""
    other = replace(ROW, id="a-2")
    found = Matcher([ROW, other]).among_named([ROW, other], Told("Redovisning av uppdrag", "", ""), 1.0, "§")
    assert [(match.row.id, match.decided) for match in found] == [("a-1", False), ("a-2", False)]


def test_who_reports_tells_which_assignment() -> None:
    """A board that reports closes its own assignment of two, not the other one's."""
    own = replace(ROW, id="a-2", text="Beredningen får i uppdrag att bereda frågan.", recipients=("beredningen",))
    found = Matcher([ROW, own]).among_named([ROW, own], Told("", "Uppdraget avslutas", "beredningen"), 1.0, "§")
    assert [(match.row.id, match.decided) for match in found] == [("a-2", True)]


def test_all_of_them_are_closed_together() -> None:
    """A report on "uppdragen" of a paragraph is about each of them."""
    other = replace(ROW, id="a-2")
    found = Matcher([ROW, other]).among_named([ROW, other], Told("", "Uppdragen förklaras fullgjorda", ""), 1.0, "§")
    assert all(match.decided for match in found)
    assert len(found) == 2


def test_what_one_board_proposes_and_another_decides_is_one_row() -> None:
    """Of the same words in one case the row of who decided last stays, with who proposed it."""
    proposed = replace(
        ROW, id="a-0", board="Arbetsutskottet", date="2022-02-01", citation="AU § 3", case_numbers=("RS 1-2022",)
    )
    decided = replace(ROW, case_numbers=("RS 1-2022",))
    other = replace(ROW, id="a-9", case_numbers=("RS 2-2022",), board="Arbetsutskottet")
    rows = folded([proposed, decided, other])
    assert [(row.id, row.prepared) for row in rows] == [("a-1", ("AU § 3",)), ("a-9", ())]


def test_a_proposal_is_no_assignment_yet() -> None:
    """What another body is asked to give stands as proposed, whatever day it is, until somebody closes it."""
    state = state_on(replace(ROW, proposed=True), "2023-02-14", MEETINGS)
    assert state is not None
    assert state.status is AssignmentStatus.PROPOSED


@pytest.mark.parametrize(
    ("lead", "proposes"),
    [
        ("Regionstyrelsen föreslår att regionfullmäktige beslutar:", True),
        ("Förslag till regionfullmäktige:", True),
        ("Regionstyrelsen beslutar:", False),
        ("Enligt förvaltningens förslag:", False),
    ],
)
def test_leads_that_propose(lead: str, proposes: bool) -> None:  # noqa: FBT001 - a column of the table above
    """A line over points proposes where it asks another body to decide."""
    assert (PROPOSES.search(lead) is not None) == proposes


@pytest.mark.parametrize(
    ("asked", "found"), [("plan", False), ("tandvård", True), ("rekrytering", True), ("buss", False)]
)
def test_an_assignment_is_found_by_a_part_of_a_compound(asked: str, found: bool) -> None:  # noqa: FBT001  (what is expected)
    """A word of five letters or more is met inside longer words too, a shorter one only whole."""
    assert mentions(ROW, set(content_terms(asked))) is found
