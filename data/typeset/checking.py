"""Checks what must agree between the fields of a meeting, so that the gold says what is printed.

Owns the rules (each a small function from a paragraph to sentences). Always: every mistake of a meeting is found in one
run and names file, paragraph and field. Leaves out the form of single fields (reading).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from data.typeset.composing import section_text
from data.typeset.model import CollectionError, MeetingEntry, ParagraphEntry, Person, SectionEntry, VoteEntry
from nlp.acts import SectionKind

_CASE_NUMBER = re.compile(r"\b(HSN|RS|RSAU|BPT|RF) \d{1,4}(:\d{1,3})?-20\d\d")
_CITATION = re.compile(r"(HSN|RS|RSAU|BPT|RF) 20\d\d-\d\d-\d\d § \d+")


def check_meeting(meeting: MeetingEntry) -> None:
    """Raise a CollectionError that lists everything in ``meeting`` that does not agree."""
    mistakes = [f"{meeting.source}, {mistake}" for mistake in _mistakes(meeting)]
    if mistakes:
        raise CollectionError("\n".join(mistakes))


def _mistakes(meeting: MeetingEntry) -> Iterator[str]:
    numbers = [paragraph.number for paragraph in meeting.paragraphs]
    if numbers != list(range(meeting.number_first, meeting.number_first + len(numbers))):
        yield f"paragraphs: numbers run {numbers}, expected without gaps from {meeting.number_first}"
    if meeting.source != f"{meeting.code}-{meeting.date}.yaml":
        yield f"file name: expected {meeting.code}-{meeting.date}.yaml"
    present = _present(meeting)
    for adjuster in meeting.adjusters:
        if adjuster.name not in {name for name, _ in present}:
            yield f"adjusters: {adjuster.name} is not on the attendance list"
    for paragraph in meeting.paragraphs:
        for mistake in _paragraph_mistakes(paragraph, present):
            yield f"§ {paragraph.number}, {mistake}"


def _present(meeting: MeetingEntry) -> set[tuple[str, str | None]]:
    """Return name and party of everybody who may act: members and all substitutes, who may make statements."""
    rows = (*meeting.members, *meeting.serving_substitutes, *meeting.other_substitutes)
    return {(row.name, row.party) for row in rows}


def _paragraph_mistakes(paragraph: ParagraphEntry, present: set[tuple[str, str | None]]) -> Iterator[str]:
    yield from _head_mistakes(paragraph)
    yield from _decision_mistakes(paragraph)
    for section in paragraph.sections:
        yield from _actor_mistakes(section, present)
        for vote in section.votes:
            yield from _vote_mistakes(vote, section_text(paragraph, section), present)
    yield from _assignment_mistakes(paragraph)
    yield from _reference_mistakes(paragraph)
    for person in paragraph.recusals:
        yield from _person_mistakes("recusals", person, running_text(paragraph), present)


def running_text(paragraph: ParagraphEntry) -> str:
    """Return everything printed below the head of a paragraph."""
    return "\n".join(section_text(paragraph, section) for section in paragraph.sections)


def _head_mistakes(paragraph: ParagraphEntry) -> Iterator[str]:
    for case_number in paragraph.case_numbers:
        if not _CASE_NUMBER.fullmatch(case_number):
            yield f"case_numbers: {case_number!r} is no case number such as HSN 301-2021"
    if paragraph.supersedes and not _CITATION.fullmatch(paragraph.supersedes):
        yield f"supersedes: {paragraph.supersedes!r} is no citation such as RS 2021-05-04 § 61"
    for section in paragraph.sections:
        if not section_text(paragraph, section).strip():
            yield f"sections, {section.heading!r}: is empty"


def _decision_mistakes(paragraph: ParagraphEntry) -> Iterator[str]:
    decisions = [section for section in paragraph.sections if section.kind is SectionKind.DECISION]
    if not decisions or not all(section.points for section in decisions):
        yield "sections: a paragraph needs a decision section, and every decision section points"
    for section in paragraph.sections:
        if section.form == "att" and not all(point.text.startswith("att ") for point in section.points):
            yield f"sections, {section.heading!r}, form: att-points must begin with 'att'"


def _actor_mistakes(section: SectionEntry, present: set[tuple[str, str | None]]) -> Iterator[str]:
    acts = [
        *(("motions", entry.movers, entry.text) for entry in section.motions),
        *(("reservations", entry.by, entry.text) for entry in section.reservations),
        *(("notes", entry.by, entry.text) for entry in section.notes),
    ]
    for field, people, text in acts:
        if not people:
            yield f"{field}: nobody stands behind {text[:40]!r}"
        for person in people:
            yield from _person_mistakes(field, person, text, present)


def _person_mistakes(field: str, person: Person, text: str, present: set[tuple[str, str | None]]) -> Iterator[str]:
    if person.name is None:
        if person.party not in re.findall(r"\w+", text):
            yield f"{field}: the party {person.party} is not named in {text[:60]!r}"
        return
    if person.name not in text:
        yield f"{field}: {person.name} is not named in {text[:60]!r}"
    elif person.party and f"{person.name} ({person.party})" not in text:
        yield f"{field}: the party of {person.name} is not printed as ({person.party}) in {text[:60]!r}"
    if (person.name, person.party) not in present:
        yield f"{field}: {person.name} ({person.party}) is not on the attendance list"


def _vote_mistakes(vote: VoteEntry, text: str, present: set[tuple[str, str | None]]) -> Iterator[str]:
    for word, meaning in (("yes_means", vote.yes_means), ("no_means", vote.no_means)):
        if meaning not in text:
            yield f"votes, {word}: {meaning!r} is not printed in the section"
    if not vote.ballots:
        return
    counted = Counter(ballot.vote for ballot in vote.ballots)
    tally = (vote.yes, vote.no, vote.abstain or 0)
    if tally != (counted["yes"], counted["no"], counted["abstain"]):
        yield f"votes: the tally is {tally}, the ballots are {dict(counted)}"
    for ballot in vote.ballots:
        if (ballot.name, ballot.party) not in present:
            yield f"votes, ballots: {ballot.name} ({ballot.party}) is not on the attendance list"
    if len({ballot.name for ballot in vote.ballots}) != len(vote.ballots):
        yield "votes, ballots: somebody votes twice"


def _assignment_mistakes(paragraph: ParagraphEntry) -> Iterator[str]:
    points = {point.text for section in paragraph.sections for point in section.points if point.outcome}
    for entry in paragraph.assignments:
        if entry.text not in points:
            yield f"assignments, text: is no decision point: {entry.text[:60]!r}"
        if entry.recipient.casefold() not in entry.text.casefold():
            yield f"assignments, recipient: {entry.recipient!r} does not stand in its text"
        if entry.due and entry.due[:4] not in entry.text:
            yield f"assignments, due: the year of {entry.due} does not stand in its text"
    for fate in paragraph.fates:
        if not 0 <= fate.assignment < len(paragraph.assignments):
            yield f"assignment_fate: there is no assignment {fate.assignment}"


def _reference_mistakes(paragraph: ParagraphEntry) -> Iterator[str]:
    text = running_text(paragraph)
    numbers = _printed_numbers(text)
    cited = {(entry.date, entry.number) for entry in paragraph.references if entry.number is not None}
    for entry in paragraph.references:
        if entry.case_number is not None and not re.search(rf"\b{re.escape(entry.case_number)}\b", text):
            yield f"references: {entry.case_number} is not printed in the running text"
        if entry.number is not None and entry.number not in numbers:
            yield f"references: § {entry.number} is not printed in the running text"
    for report in paragraph.reports:
        if report.number is not None and (report.date, report.number) not in cited:
            yield f"reports: {report.date} § {report.number} is not among the references"
    yield from _unlisted(paragraph, text)


def _printed_numbers(text: str) -> set[int]:
    """Return every number in ``text``, ranges such as "§§ 140–142" written out."""
    ranges = (range(int(first), int(last) + 1) for first, last in re.findall(r"§§ (\d+)–(\d+)", text))
    return {int(found) for found in re.findall(r"\d+", text)}.union(*ranges)


def _unlisted(paragraph: ParagraphEntry, text: str) -> Iterator[str]:
    """Yield the cases and paragraphs that the running text names and the gold does not."""
    cases = {entry.case_number for entry in paragraph.references} | set(paragraph.case_numbers)
    for case_number in sorted({found.group() for found in _CASE_NUMBER.finditer(text)} - cases):
        yield f"references: {case_number} is printed in the running text and is no reference"
    numbers = {entry.number for entry in paragraph.references}
    for number in sorted({int(found) for found in re.findall(r"§ (\d+)", text)} - numbers):
        yield f"references: § {number} is printed in the running text and is no reference"
