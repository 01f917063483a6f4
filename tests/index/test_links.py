"""Links of every family between invented paragraphs, each with the words that it rests on."""

from __future__ import annotations

from index.links import Tie
from index.results import LinkKind
from index.stored import StoredParagraph
from index.tracing.evidence import evidence_range
from tests.index.matters import graph, matter, named

HARBOUR = "Översyn av småbåtshamnarna i Vassvik"


def said(tie: Tie, source: StoredParagraph) -> str:
    """Return the quoted evidence."""
    place = evidence_range(tie, source)
    return source.paragraph.text[place.start : place.end]


def test_what_was_tabled_is_tied_to_what_came_back() -> None:
    """The paragraph that comes back says where it was, by its §; the tabled one says when it is to come."""
    tabled = matter("Nämnden", "2024-03-05", 12, HARBOUR, decision="Ärendet bordläggs till den 9 april 2024.")
    back = matter(
        "Nämnden", "2024-04-09", 20, HARBOUR, decision="Planen antas.", earlier="Bordlagt den 5 mars 2024, § 12."
    )
    links = graph(tabled, back)
    (returned,) = links.outgoing[back.head.id]
    assert (returned.kind, returned.target) == (LinkKind.RETURNS, tabled.head.id)
    assert said(returned, back) == "Bordlagt den 5 mars 2024, § 12."
    (referred,) = links.returns([tabled.head.id, back.head.id])
    assert (referred.kind, referred.source, referred.target) == (LinkKind.REFERRED, tabled.head.id, back.head.id)
    assert said(referred, tabled) == "Ärendet bordläggs till den 9 april 2024."


def test_a_return_without_a_number_is_tied_by_its_matter() -> None:
    """Back "efter återremiss" means from the last time that the same matter was up, not another one of that meeting."""
    sent = matter("Nämnden", "2024-03-05", 12, HARBOUR, decision="Ärendet återremitteras till förvaltningen.")
    other = matter("Nämnden", "2024-03-05", 13, "Skolskjutsar till Almvik", decision="Rapporten godkänns.")
    back = matter("Nämnden", "2024-05-07", 31, HARBOUR, summary="Ärendet återkommer efter återremiss.")
    ties = graph(sent, other, back).returns([one.head.id for one in (sent, other, back)])
    assert {(tie.kind, tie.source, tie.target) for tie in ties} == {
        (LinkKind.RETURNS, back.head.id, sent.head.id),
        (LinkKind.REFERRED, sent.head.id, back.head.id),
    }


def test_a_meeting_that_nobody_has_read_in_is_named_as_that() -> None:
    """What was tabled to a meeting outside the library leads there, and nowhere else."""
    tabled = matter("Nämnden", "2024-03-05", 12, HARBOUR, decision="Ärendet bordläggs till den 9 april 2024.")
    (tie,) = graph(tabled).returns([tabled.head.id])
    assert (tie.target, tie.named) == (None, "Nämnden 2024-04-09")


def test_a_matter_is_named_by_its_words_and_its_year() -> None:
    """The "översyn … 2023" that something goes on with is that of the year, not its like of another."""
    first = matter("Beredningen", "2023-09-12", 28, "Återrapportering av uppdrag - " + HARBOUR, "BN 83-2023")
    later = matter("Nämnden", "2025-02-11", 7, HARBOUR, "BN 9-2025")
    source = matter(
        "Nämnden",
        "2024-11-21",
        231,
        "Bättre samspel mellan hamn och turism",
        "BN 1203-2024",
        summary="Arbetet är en fortsättning på den översyn av småbåtshamnarna i Vassvik som gjordes under 2023.",
    )
    (tie,) = graph(first, later, source).outgoing[source.head.id]
    assert (tie.kind, tie.target) == (LinkKind.CONTINUES, first.head.id)
    assert "fortsättning på den översyn" in said(tie, source)


def test_words_that_nothing_answers_lead_out_of_the_library() -> None:
    """An earlier matter that is not there is kept as its words; a year's task as its name."""
    source = matter(
        "Nämnden",
        "2024-11-21",
        231,
        "Bättre samspel - RF-uppdrag 2024",
        summary="Arbetet är en fortsättning på genomlysningen av tågtrafiken.",
    )
    ties = graph(source).outgoing[source.head.id]
    assert {(tie.target, tie.named) for tie in ties} == {
        (None, "genomlysningen av tågtrafiken"),
        (None, "RF-uppdrag 2024"),
    }


def test_a_numbered_paper_ties_the_times_that_it_was_up() -> None:
    """Each paragraph of the board is tied to the one before it; a list of many papers ties nothing."""
    papers = [
        matter("Fullmäktige", date, n, HARBOUR, basis="Handling 2024 nr 166.")
        for date, n in (("2024-03-05", 1), ("2024-04-09", 2), ("2024-05-14", 3))
    ]
    lists = "\n".join(f"2024 nr {n}" for n in range(160, 175))
    links = graph(*papers, matter("Fullmäktige", "2024-06-01", 4, "Bordlagda ärenden", basis=lists))
    assert [(t.source, t.target) for t in links.outgoing[papers[1].head.id]] == [(papers[1].head.id, papers[0].head.id)]
    assert links.outgoing[papers[2].head.id][0].target == papers[1].head.id
    assert papers[0].head.id not in links.outgoing
    assert {tie.kind for ties in links.outgoing.values() for tie in ties} == {LinkKind.SAME_DOCUMENT}


def test_a_document_in_the_library_is_found_among_the_papers() -> None:
    """Its title in the printed line is enough, its kind before it no matter; what is not there ties nothing."""
    report = matter(None, "2024", None, "Vägen till levande hamnar i Vassvik")
    source = matter(
        "Nämnden", "2024-11-21", 231, "Hamnarna", basis="- Rapport Vägen till levande hamnar i Vassvik\n- Presentation"
    )
    (tie,) = graph(report, source).outgoing[source.head.id]
    assert (tie.kind, tie.target) == (LinkKind.CITES_DOCUMENT, report.head.id)
    assert "levande hamnar" in said(tie, source)


def test_a_report_points_at_its_own_line() -> None:
    """Of a decision of many points the evidence is the one that names the assignment."""
    source = matter(
        "Nämnden",
        "2024-11-21",
        231,
        "Återrapportering av uppdrag",
        decision="1. Redovisning av nämndens uppdrag 2023-02-01 § 3 om badplatser godkänns.\n"
        "2. Redovisning av nämndens uppdrag 2023-03-01 § 9 om cykelställ godkänns.",
    )
    reports = [one for one in named(source) if one.kind is LinkKind.REPORTS_ON]
    quoted = {one.number: source.paragraph.text[one.ranges[0].start : one.ranges[0].end] for one in reports}
    assert set(quoted) == {3, 9}
    assert "§ 3" in quoted[3]
    assert "§ 9" in quoted[9]


def test_a_collective_number_joins_only_what_is_alike() -> None:
    """All elections of a year under one number are not one issue; the same one at two meetings is."""
    titles = [
        "Val till hamnstyrelsen",
        "Ersättare i skolrådet Almvik",
        "Ombud vid vattenstämman",
        "Nämndemän i Björkdal",
    ]
    spread = [matter("Nämnden", f"2024-0{n}-05", n, title, "N 1-2024") for n, title in enumerate(titles, start=1)]
    again = matter("Styrelsen", "2024-02-20", 9, titles[1], "N 1-2024")
    links = graph(*spread, again)
    assert links.is_collective("n-1-2024")
    assert links.of_case(again.head.id) == (spread[1].head.id,)
    assert links.of_case(spread[0].head.id) == ()


def test_numbers_can_be_hidden() -> None:
    """The graph without numbers knows no case, and still what is cited and alike."""
    one = matter("Nämnden", "2024-03-05", 1, HARBOUR, "N 1-2024")
    two = matter("Styrelsen", "2024-04-05", 2, HARBOUR, "S 7-2024")
    links = graph(one, two)
    assert not links.one_case(one.head.id, two.head.id)
    hidden = links.without_numbers()
    assert hidden.one_case(one.head.id, two.head.id)
    assert [tie.target for tie in hidden.alike.joined(one.head.id)] == [two.head.id]
