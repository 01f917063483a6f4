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


@pytest.mark.parametrize(
    "told",
    [
        "Nämnden gav den 12 mars 2023, § 33, direktören i uppdrag att se över taxan. Ett svar finns nu.",
        "Direktören fick i mars i uppdrag att se över taxan (nämndens beslut den 12 mars 2023, § 33).",
        "Den översyn som nämnden beställde den 12 mars 2023, § 33, visar att taxan är låg.",
        "Direktören redovisar taxan i enlighet med nämndens beslut den 12 mars 2023, § 33.",
        "I uppdraget i § 33 den 12 mars 2023 ingick att se över taxan.",
    ],
)
@pytest.mark.parametrize(
    "declared",
    [
        "Uppdraget till direktören förklaras fullgjort.",
        "att förklara direktörens uppdrag fullgjort",
        "Översynen antecknas och uppdraget avslutas.",
        "Översynen godkänns och uppdraget är därmed slutfört.",
        "Direktörens uppdrag är därmed fullgjort.",
        "Uppdraget anses besvarat.",
    ],
)
def test_an_assignment_declared_done_is_the_one_that_the_summary_cites(read: Read, told: str, declared: str) -> None:
    """Board, date and § come from the summary where the decision only declares the assignment done."""
    other = "Underlag finns i HSN 2023-01-09 § 2."
    (report,) = read(("summary", f"{told} {other}"), ("decision", declared)).reports
    assert (report.board, report.date, report.number, report.closed) == ("Vårdnämnden", "2023-03-12", 33, True)


def test_of_two_assignments_told_none_is_guessed(read: Read) -> None:
    """Where the summary cites two assignments, the one declared done has no §, unless its giver tells them apart."""
    told = (
        "Nämnden gav den 12 mars 2023, § 33, direktören i uppdrag att se över taxan. "
        "Regionstyrelsen gav den 9 april 2023, § 5, nämnden i uppdrag att spara."
    )
    (report,) = read(("summary", told), ("decision", "Uppdraget förklaras fullgjort.")).reports
    assert (report.board, report.date, report.number) == (None, None, None)
    (report,) = read(("summary", told), ("decision", "Regionstyrelsens uppdrag förklaras fullgjort.")).reports
    assert (report.board, report.date, report.number) == ("Regionstyrelsen", "2023-04-09", 5)


@pytest.mark.parametrize("decision", ["Delrapporten antecknas.", "att återremittera ärendet"])
def test_what_was_ordered_and_is_delivered_is_reported_and_still_open(read: Read, decision: str) -> None:
    """A summary that tells of the order and of its delivery is a report, which nothing closes."""
    told = "Nämnden beslutade den 12 mars 2023, § 33, att taxan skulle utvärderas. Direktören lämnar nu en delrapport."
    (report,) = read(("summary", told), ("decision", decision)).reports
    assert (report.date, report.number, report.closed) == ("2023-03-12", 33, False)
    assert read(("summary", told), ("decision", "Ärendet bordläggs.")).reports == ()


def test_a_title_with_the_word_uppdrag_reports_on_none(read: Read) -> None:
    """As printed: "rapporten Översyn av skolans uppdrag" is the name of a report on what schools are for."""
    assert read(("decision", "Synpunkterna på rapporten Översyn av skolans uppdrag godkänns.")).reports == ()
