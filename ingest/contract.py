"""The paragraph record: what ``export --format jsonl`` prints, one JSON object a paragraph.

Texts are given with lines of a block joined and blocks parted by a newline, as the reader keeps them. Fields beyond the
contract come last: steps of the beslutsgång, who did not take part, named documents, what became of assignments.
"""

from __future__ import annotations

from typing import Any

from ingest.records import Document, Paragraph
from nlp.acts import (
    Annex,
    Assignment,
    AssignmentChange,
    CaseReference,
    Decision,
    DocumentReference,
    Motion,
    Note,
    Person,
    ProcedureStep,
    Reference,
    Report,
    Reservation,
    Vote,
)


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
        "procedure": [_step(s) for s in acts.procedure],
        "not_participating": [_person(n.person) for n in acts.not_participating],
        "documents": [_document(d) for d in acts.documents],
        "assignment_changes": [_change(c) for c in acts.assignment_changes],
        "ocr_confidence": _ocr_confidence(document, paragraph),
    }


def _ocr_confidence(document: Document, paragraph: Paragraph) -> float | None:
    """Return the mean certainty (0 to 1) of the paragraph's pages that were read as images; None without any."""
    pages = range(paragraph.page_first, paragraph.page_last + 1)
    sure = [page.confidence for page in document.ocr_pages if page.page in pages]
    return round(sum(sure) / len(sure), 3) if sure else None


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
        "casting": vote.casting,
        "mismatches": [{"vote": m.vote, "printed": m.printed, "named": m.named} for m in vote.mismatches],
    }


def _reservation(reservation: Reservation) -> dict[str, Any]:
    return {
        "by": [_person(p) for p in reservation.by],
        "text": reservation.text,
        "motions": list(reservation.motions),
        "annex": _annex(reservation.annex),
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "kind": note.kind,
        "by": [_person(p) for p in note.by],
        "text": note.text,
        "annex": _annex(note.annex),
    }


def _annex(annex: Annex | None) -> dict[str, Any] | None:
    if annex is None:
        return None
    return {
        "title": annex.title,
        "page_first": annex.page_first,
        "page_last": annex.page_last,
        "text": annex.text,
    }


def _assignment(assignment: Assignment) -> dict[str, Any]:
    return {
        "recipient": assignment.recipient,
        "text": assignment.text,
        "due": assignment.due,
        "due_words": assignment.due_words,
        "due_derived": assignment.due_derived,
        "parts": list(assignment.parts),
    }


def _report(report: Report) -> dict[str, Any]:
    return {"board": report.board, "date": report.date, "number": report.number, "closed": report.closed}


def _reference(reference: Reference) -> dict[str, Any]:
    if isinstance(reference, CaseReference):
        return {"kind": "case", "case_number": reference.case_number}
    return {"kind": "paragraph", "board": reference.board, "date": reference.date, "number": reference.number}


def _step(step: ProcedureStep) -> dict[str, Any]:
    return {"kind": step.kind.value, "proposals": list(step.proposals), "found": step.found, "text": step.text}


def _document(document: DocumentReference) -> dict[str, Any]:
    return {"name": document.name, "date": document.date, "number": document.number}


def _change(change: AssignmentChange) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "text": change.text,
        "due": change.due,
        "board": change.board,
        "date": change.date,
        "number": change.number,
    }
