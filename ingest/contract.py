"""The paragraph record: what ``export --format jsonl`` prints, one JSON object a paragraph.

Texts are given with lines of a block joined and blocks parted by a newline, as the reader keeps them.
"""

from __future__ import annotations

from typing import Any

from ingest.records import Document, Paragraph
from nlp.acts import Assignment, CaseReference, Decision, Motion, Note, Person, Reference, Report, Reservation, Vote


def paragraph_record(document: Document, paragraph: Paragraph) -> dict[str, Any]:
    """Return the record of one paragraph of a document."""
    acts = paragraph.acts
    return {
        "file": document.file,
        "organisation": document.meeting.organisation,
        "board": paragraph.board,
        "date": paragraph.date,
        "number": paragraph.number,
        "title": paragraph.title,
        "case_numbers": list(paragraph.case_numbers),
        "page_first": paragraph.page_first,
        "page_last": paragraph.page_last,
        "immediate": acts.immediate,
        "sections": [
            {"kind": s.kind.value, "heading": s.heading, "text": paragraph.text[s.range.start : s.range.end]}
            for s in paragraph.sections
        ],
        "decisions": [_decision(d) for d in acts.decisions],
        "motions": [_motion(m) for m in acts.motions],
        "votes": [_vote(v) for v in acts.votes],
        "reservations": [_reservation(r) for r in acts.reservations],
        "notes": [_note(n) for n in acts.notes],
        "assignments": [_assignment(a) for a in acts.assignments],
        "reports": [_report(r) for r in acts.reports],
        "recusals": [_person(r.person) for r in acts.recusals],
        "references": [_reference(r) for r in acts.references],
    }


def _person(person: Person) -> dict[str, Any]:
    return {"name": person.name, "party": person.party}


def _decision(decision: Decision) -> dict[str, Any]:
    return {"text": decision.text, "outcome": decision.outcome.value}


def _motion(motion: Motion) -> dict[str, Any]:
    return {"movers": [_person(p) for p in motion.movers], "kind": motion.kind.value, "text": motion.text}


def _vote(vote: Vote) -> dict[str, Any]:
    return {
        "yes": vote.yes,
        "no": vote.no,
        "abstain": vote.abstain,
        "yes_means": vote.yes_means,
        "no_means": vote.no_means,
        "ballots": [{"name": b.name, "party": b.party, "vote": b.vote} for b in vote.ballots],
    }


def _reservation(reservation: Reservation) -> dict[str, Any]:
    return {"by": [_person(p) for p in reservation.by], "text": reservation.text}


def _note(note: Note) -> dict[str, Any]:
    return {"kind": note.kind, "by": [_person(p) for p in note.by], "text": note.text}


def _assignment(assignment: Assignment) -> dict[str, Any]:
    return {"recipient": assignment.recipient, "text": assignment.text, "due": assignment.due}


def _report(report: Report) -> dict[str, Any]:
    return {"board": report.board, "date": report.date, "number": report.number, "closed": report.closed}


def _reference(reference: Reference) -> dict[str, Any]:
    if isinstance(reference, CaseReference):
        return {"kind": "case", "case_number": reference.case_number}
    return {"kind": "paragraph", "board": reference.board, "date": reference.date, "number": reference.number}
