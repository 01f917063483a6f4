"""Assignments, when they are due, and reports on them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nlp.acts import Acts

Read = Callable[..., Acts]


@pytest.mark.parametrize(
    ("text", "recipient", "due"),
    [
        ("Direktören får i uppdrag att under 2025 ta fram en plan för 2027.", "Direktören", "2025"),
        ("Nämnden ger förvaltningen i uppdrag att återkomma senast den 31 mars 2025.", "förvaltningen", "2025-03-31"),
        ("Uppdra åt direktören att svara i september 2025.", "direktören", "2025-09"),
        ("Det uppdras till förvaltningen att informera de berörda.", "förvaltningen", None),
        (
            "Parknämnden och vägnämnden ges i uppdrag att enligt yrkande den 3 maj 2024 se över taxan.",
            "Parknämnden och vägnämnden",
            None,
        ),
        (
            "Nämnden uppdrar åt direktören att utreda frågan. Uppdraget ska redovisas kvartal 1 år 2026.",
            "direktören",
            "2026",
        ),
        ("Nämnden ger direktören i uppdrag att se över taxan i januari.", "direktören", None),
    ],
)
def test_recipient_and_due_date_are_as_printed(read: Read, text: str, recipient: str, due: str | None) -> None:
    """A date binds only behind a word of time; a month without a year is no date."""
    (assignment,) = read(("decision", text)).assignments
    assert (assignment.recipient, assignment.due, assignment.text) == (recipient, due, text)


@pytest.mark.parametrize(
    "text",
    [
        "Förvaltningen har fått i uppdrag att se över taxan.",
        "I uppdraget ingår att följa upp.",
        "Nämnden ställer sig positiv till att fullmäktige ger Bolaget i uppdrag att bygga.",
    ],
)
def test_what_is_not_given_by_this_decision_is_no_assignment(read: Read, text: str) -> None:
    """Earlier assignments, their contents and opinions on those of others give nothing."""
    assert read(("decision", text)).assignments == ()


def test_assignments_stand_in_decisions_only(read: Read) -> None:
    """A proposal gives no assignment."""
    assert (
        read(("proposal", "Förvaltningen får i uppdrag att utreda."), ("decision", "Ärendet bordläggs.")).assignments
        == ()
    )


def test_a_noted_redovisning_reports_on_the_assignment_it_names(read: Read) -> None:
    """Body in the nominative, date, § and whether it is declared done, also by a point of its own."""
    text = (
        "1. Redovisning av fullmäktiges uppdrag den 28 november 2023, § 120, godkänns.\n2. Uppdraget "
        "förklaras fullgjort."
    )
    (report,) = read(("decision", text)).reports
    assert (report.board, report.date, report.number, report.closed) == ("Fullmäktige", "2023-11-28", 120, True)


def test_a_report_may_be_told_by_title_or_summary(read: Read) -> None:
    """A generic decision under a telling title, and a summary with the earlier assignment, are reports."""
    (report,) = read(
        ("decision", "Informationen är delgiven."), title="Återrapportering av regionfullmäktiges uppdrag – taxor"
    ).reports
    assert (report.board, report.closed) == ("Regionfullmäktige", False)
    told = (
        "Nämnden gav den 12 mars 2023, § 33, förvaltningen i uppdrag att utreda nattbemanningen vid "
        "sjukhusen. Förvaltningen redovisar nu uppdraget om nattbemanningen vid sjukhusen."
    )
    (report,) = read(("summary", told), ("decision", "Informationen är delgiven.")).reports
    assert (report.board, report.date, report.number) == ("Vårdnämnden", "2023-03-12", 33)


def test_a_tabled_redovisning_reports_nothing_yet(read: Read) -> None:
    """Only what is noted, approved or closed has been reported."""
    assert read(("decision", "Ärendet bordläggs."), title="Redovisning av uppdrag att se över taxan").reports == ()
