"""The committed demo collection is whole, up to date and holds what it promises."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain

import pytest

from data.typeset.building import file_hash, read_pages
from data.typeset.checking import running_text
from data.typeset.collection import DEMO, Collection, gold_records, load_collection, sheets
from data.typeset.model import MeetingEntry, ParagraphEntry, VoteEntry
from data.typeset.pages import inputs_hash
from nlp.acts import MotionKind, Outcome, SectionKind
from tests.data.test_typesetting import page_texts

# A reservation with reasons, not the one sentence that only announces it.
_ARGUED_WORDS = 45


@pytest.fixture(scope="module")
def collection() -> Collection:
    """Return the demo collection, loaded and checked."""
    return load_collection()


@pytest.fixture(scope="module")
def paragraphs(collection: Collection) -> list[tuple[MeetingEntry, ParagraphEntry]]:
    """Return every paragraph with its meeting."""
    return [(meeting, paragraph) for meeting in collection.meetings for paragraph in meeting.paragraphs]


def votes(paragraph: ParagraphEntry) -> Iterator[VoteEntry]:
    """Yield the counted votes of a paragraph."""
    return chain.from_iterable(section.votes for section in paragraph.sections)


def test_pdfs_are_up_to_date(collection: Collection) -> None:
    """Every PDF was made from the YAML and templates as they stand now, and no other PDF lies beside them."""
    known = read_pages()
    wanted = sheets(collection)
    stale = [sheet.file for sheet in wanted if known.get(sheet.file, {}).get("inputs") != inputs_hash(sheet)]
    assert stale == [], "run: make demo-pdf"
    assert {path.name for path in (DEMO / "pdf").glob("*")} == {sheet.file for sheet in wanted}
    assert {name: entry["pdf"] for name, entry in known.items()} == {
        sheet.file: file_hash(DEMO / "pdf" / sheet.file) for sheet in wanted
    }


def test_every_page_says_it_is_made_up(collection: Collection) -> None:
    """The words "Påhittat exempel" stand on every page of every PDF."""
    silent = [
        (sheet.file, page)
        for sheet in sheets(collection)
        for page, text in enumerate(page_texts(DEMO / "pdf" / sheet.file), start=1)
        if "Påhittat exempel" not in text
    ]
    assert silent == []


def test_size_is_as_promised(collection: Collection, paragraphs: list[tuple[MeetingEntry, ParagraphEntry]]) -> None:
    """There are at least 30 meetings, 250 paragraphs, 2 directives, 2 reports and 3 extracts, from 2020 to 2025."""
    assert len(collection.meetings) >= 30
    assert len(paragraphs) >= 250
    assert Counter(document.kind for document in collection.documents) >= Counter(directive=2, report=2)
    assert len(collection.extracts) >= 3
    assert {meeting.date[:4] for meeting in collection.meetings} == {str(year) for year in range(2020, 2026)}
    assert {meeting.code for meeting in collection.meetings} == {"HSN", "RS", "RSAU", "BPT"}
    assert {meeting.template for meeting in collection.meetings} == {"a", "b"}


def test_ten_issues_run_over_years_and_boards(paragraphs: list[tuple[MeetingEntry, ParagraphEntry]]) -> None:
    """At least ten issues come back in three or more years and in two or more bodies."""
    seen: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for meeting, paragraph in paragraphs:
        if paragraph.issue:
            seen[paragraph.issue].add((meeting.date[:4], meeting.code))
    long = [
        issue
        for issue, places in seen.items()
        if len({year for year, _ in places}) >= 3 and len({code for _, code in places}) >= 2
    ]
    assert len(long) >= 10


def test_every_kind_of_act_occurs(paragraphs: list[tuple[MeetingEntry, ParagraphEntry]]) -> None:
    """Motions of every kind, every outcome, both kinds of note, recusals and immediate adjustment are there."""
    sections = [section for _, paragraph in paragraphs for section in paragraph.sections]
    assert {motion.kind for section in sections for motion in section.motions} == set(MotionKind)
    assert {point.outcome for section in sections for point in section.points if point.outcome} == set(Outcome)
    assert {note.kind for section in sections for note in section.notes} == {"note", "statement"}
    assert sum(bool(paragraph.recusals) for _, paragraph in paragraphs) >= 5
    assert sum(paragraph.immediate for _, paragraph in paragraphs) >= 10
    assert any(paragraph.attachments for _, paragraph in paragraphs)


def test_votes_of_every_kind_occur(paragraphs: list[tuple[MeetingEntry, ParagraphEntry]]) -> None:
    """Ja means avslag in some votes; ballots stand in prose, in tables and nowhere; somebody abstains."""
    counted = [vote for _, paragraph in paragraphs for vote in votes(paragraph)]
    assert sum("avslag" in vote.yes_means for vote in counted) >= 5
    assert {vote.form for vote in counted if vote.ballots} == {"prose", "table"}
    assert any(not vote.ballots for vote in counted)
    assert any(vote.abstain for vote in counted)


def test_argued_reservations_return(paragraphs: list[tuple[MeetingEntry, ParagraphEntry]]) -> None:
    """Argued reservations stand in every year, and none of them repeats another word by word."""
    argued = [
        (meeting.date[:4], entry.text)
        for meeting, paragraph in paragraphs
        for section in paragraph.sections
        for entry in section.reservations
        if len(entry.text.split()) > _ARGUED_WORDS
    ]
    assert {year for year, _ in argued} == {str(year) for year in range(2020, 2026)}
    assert len(argued) >= 40
    assert len({text for _, text in argued}) == len(argued)


def test_assignments_are_closed_and_forgotten(paragraphs: list[tuple[MeetingEntry, ParagraphEntry]]) -> None:
    """Assignments have due dates; some are reported and closed later, some go overdue, some are never heard of."""
    given = [entry for _, paragraph in paragraphs for entry in paragraph.assignments]
    assert sum(entry.due is not None for entry in given) >= 40
    states = {fate.status for _, paragraph in paragraphs for fate in paragraph.fates}
    assert {"open", "closed", "overdue", "no-trace"} <= states
    assert sum(report.closed for _, paragraph in paragraphs for report in paragraph.reports) >= 20
    assert any(not report.closed for _, paragraph in paragraphs for report in paragraph.reports)


def test_cases_are_renumbered_and_a_decision_superseded(
    paragraphs: list[tuple[MeetingEntry, ParagraphEntry]],
) -> None:
    """Cases change number on their way, and one decision replaces an earlier one that is in the collection."""
    printed = {f"{meeting.code} {meeting.date} § {paragraph.number}" for meeting, paragraph in paragraphs}
    superseded = [paragraph.supersedes for _, paragraph in paragraphs if paragraph.supersedes]
    assert superseded
    assert set(superseded) <= printed
    renumbered = 0
    earlier: dict[str, set[str]] = defaultdict(set)
    for _, paragraph in sorted(paragraphs, key=lambda pair: pair[0].date):
        if paragraph.issue:
            old = earlier[paragraph.issue] - set(paragraph.case_numbers)
            renumbered += any(re.search(rf"\b{number}\b", running_text(paragraph)) for number in old)
            earlier[paragraph.issue].update(paragraph.case_numbers)
    assert renumbered >= 10


def test_paragraph_pages_are_known(collection: Collection) -> None:
    """Every paragraph of the gold has its pages, in rising order through the file; some run over several pages."""
    records = list(gold_records(collection))
    assert len(records) == sum(len(m.paragraphs) for m in collection.meetings) + len(collection.extracts)
    assert all(record["page_first"] <= record["page_last"] for record in records)
    assert sum(record["page_last"] > record["page_first"] for record in records) >= 50


def test_tables_and_attachments_keep_pages_apart(collection: Collection) -> None:
    """Pages of attachments belong to no paragraph: the next paragraph begins after them."""
    pages = read_pages()
    for meeting in collection.meetings:
        entry = pages[f"{meeting.code} protokoll {meeting.date}.pdf"]["paragraphs"]
        for paragraph, following in zip(meeting.paragraphs, meeting.paragraphs[1:], strict=False):
            if paragraph.attachments:
                assert entry[str(following.number)][0] > entry[str(paragraph.number)][1] + 1


def test_sections_are_of_every_kind(paragraphs: list[tuple[MeetingEntry, ParagraphEntry]]) -> None:
    """The kinds of section that the record knows occur, under varied headings."""
    sections = [section for _, paragraph in paragraphs for section in paragraph.sections]
    assert {section.kind for section in sections} >= set(SectionKind) - {SectionKind.OTHER, SectionKind.BACKGROUND}
    assert len({section.heading for section in sections if section.kind is SectionKind.DECISION}) >= 3
