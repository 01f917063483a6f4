"""One paragraph, the course of an issue, all issues, and a draft."""

from __future__ import annotations

from dataclasses import asdict

from index.library import Library
from index.naming import citation
from index.results import Trace
from ui import drafts, record, rows
from ui.api.answers.desk import Desk, coverage_row, part
from ui.api.asked import IssuesAsked, RecordAsked, TraceAsked, span
from ui.api.models.course import TraceAnswer
from ui.api.models.drafts import DraftReport, DraftText
from ui.api.models.holdings import IssuePage
from ui.api.models.record import ParagraphRecord


def paragraph(desk: Desk, name: str, asked: RecordAsked) -> ParagraphRecord:
    """Return the record of one paragraph, as it is printed."""
    shown = desk.library.shown(name)
    head = shown.head
    row = record.shown_row(shown)
    return ParagraphRecord.model_validate(
        {
            **row,
            "document_id": head.document_id,
            "citation": citation(head, head.page_first),
            "duplicate_of": head.duplicate_of,
            "kind": head.kind,
            "text": desk.library.paragraph(head.id).paragraph.text,
            "page": head.page_first,
            **desk.places(head.id, head.page_first),
            "fields": row["fields"] if asked.fields else (),
        }
    )


def trace(desk: Desk, asked: TraceAsked) -> TraceAnswer:
    """Follow an issue."""
    found = _traced(desk.library, asked)
    row = rows.trace_row(asked.start, found)
    boundary = asdict(found.boundary) if found.boundary else None
    answer = {**desk.cited(row), "boundary": boundary, "coverage": coverage_row(found.coverage)}
    return TraceAnswer.model_validate(answer)


def issues(desk: Desk, asked: IssuesAsked) -> IssuePage:
    """List issues, the one that was up last first."""
    found = desk.library.issues(boards=asked.board, years=span(asked.year), state=asked.state, least=asked.least)
    total, shown = part(found, asked.offset, asked.limit)
    return IssuePage.model_validate(
        {
            "total": total,
            "offset": asked.offset,
            "limit": asked.limit,
            "items": desk.cited([rows.issue_row(issue) for issue in shown]),
            "coverage": desk.coverage(),
        }
    )


def draft(desk: Desk, asked: DraftText) -> DraftReport:
    """Answer a draft, demand by demand."""
    found = desk.library.draft(asked.text)
    return DraftReport.model_validate(
        {
            "demands": desk.cited(list(drafts.rows(found))),
            "left_out": found.left_out,
            "coverage": coverage_row(found.coverage),
        }
    )


def _traced(library: Library, asked: TraceAsked) -> Trace:
    return library.trace(asked.start, without=asked.without)
