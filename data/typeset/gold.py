"""The gold records: what the parser of the project is expected to read in the typeset files.

Owns the mapping from the YAML's values to the paragraph record. Always: every field of the record is there, and its
texts come from the same composed blocks that are printed. Leaves out page numbers, which the typesetter knows (pages).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from data.typeset import model
from data.typeset.composing import section_text
from nlp.acts import SectionKind

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a paragraph stands: the PDF's name and its first and last page, attachments not counted."""

    file: str
    page_first: int
    page_last: int


def gold_record(meeting: model.MeetingEntry, paragraph: model.ParagraphEntry, printed: Printed) -> Record:
    """Return the paragraph record (JSON values) that reading ``printed.file`` should give."""
    return {
        "file": printed.file,
        "organisation": meeting.organisation,
        "board": meeting.board,
        "date": meeting.date,
        "number": paragraph.number,
        "title": paragraph.title,
        "case_numbers": list(paragraph.case_numbers),
        "page_first": printed.page_first,
        "page_last": printed.page_last,
        "immediate": paragraph.immediate,
        "sections": [_section(paragraph, section) for section in paragraph.sections],
        **_acts(paragraph),
        "assignments": [
            {"recipient": entry.recipient, "text": entry.text, "due": entry.due} for entry in paragraph.assignments
        ],
        "reports": [
            {"board": entry.board, "date": entry.date, "number": entry.number, "closed": entry.closed}
            for entry in paragraph.reports
        ],
        "recusals": _people(paragraph.recusals),
        "references": [_reference(entry) for entry in paragraph.references],
    }


def _acts(paragraph: model.ParagraphEntry) -> Record:
    """Return the acts that stand inside the sections."""
    sections = paragraph.sections
    return {
        "decisions": [
            {"text": point.text, "outcome": str(point.outcome)}
            for section in sections
            if section.kind is SectionKind.DECISION
            for point in section.points
        ],
        "motions": [
            {"movers": _people(entry.movers), "kind": str(entry.kind), "text": _line(entry.text)}
            for section in sections
            for entry in section.motions
        ],
        "votes": [_vote(entry) for section in sections for entry in section.votes],
        "reservations": [
            {"by": _people(entry.by), "text": _line(entry.text)}
            for section in sections
            for entry in section.reservations
        ],
        "notes": [
            {"kind": entry.kind, "by": _people(entry.by), "text": _line(entry.text)}
            for section in sections
            for entry in section.notes
        ],
    }


def _section(paragraph: model.ParagraphEntry, section: model.SectionEntry) -> Record:
    return {"kind": str(section.kind), "heading": section.heading, "text": section_text(paragraph, section)}


def _vote(entry: model.VoteEntry) -> Record:
    return {
        "yes": entry.yes,
        "no": entry.no,
        "abstain": entry.abstain,
        "yes_means": entry.yes_means,
        "no_means": entry.no_means,
        "ballots": [{"name": ballot.name, "party": ballot.party, "vote": ballot.vote} for ballot in entry.ballots],
    }


def _reference(entry: model.ReferenceEntry) -> Record:
    if entry.case_number is not None:
        return {"kind": "case", "case_number": entry.case_number}
    return {"kind": "paragraph", "board": entry.board, "date": entry.date, "number": entry.number}


def _people(people: tuple[model.Person, ...]) -> list[Record]:
    return [{"name": person.name, "party": person.party} for person in people]


def _line(text: str) -> str:
    """Return a text of several blocks with one block per line and without bullet signs."""
    return "\n".join(line.removeprefix("- ") for line in text.split("\n") if line)
