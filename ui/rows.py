"""Results as plain rows: what `--format jsonl` and `csv` print. Pure.

Field names are those of the paragraph record and stay as they are once published; new ones may be added.
"""

from __future__ import annotations

from index.course import Change, Quoted, Standing
from index.results import Answer, Event, Hit, Issue, Link, Trace
from nlp.acts import Range

Row = dict[str, object]

HIT_COLUMNS = (
    "board",
    "date",
    "number",
    "title",
    "case_numbers",
    "kind",
    "outcomes",
    "against",
    "outvoted",
    "quote",
    "page",
    "file",
    "citation",
    "score",
)
EVENT_COLUMNS = (
    "board",
    "date",
    "number",
    "title",
    "case_numbers",
    "outcomes",
    "against",
    "quote",
    "page",
    "file",
    "citation",
    "links",
    "kind",
    "changes",
    "standing",
)
ISSUE_COLUMNS = (
    "title",
    "state",
    "state_since",
    "date_first",
    "date_last",
    "boards",
    "case_numbers",
    "paragraphs",
    "id",
)


def hit_row(hit: Hit) -> Row:
    """Return a hit as a row."""
    return {
        "paragraph_id": hit.paragraph_id,
        "board": hit.board,
        "date": hit.date,
        "number": hit.number,
        "title": hit.title,
        "case_numbers": list(hit.case_numbers),
        "score": round(hit.score, 6),
        "kind": str(hit.kind),
        "quote": hit.quote,
        "quote_range": range_row(hit.quote_range),
        "marked": [range_row(one) for one in hit.marked],
        "page": hit.page,
        "file": hit.file,
        "document_id": hit.document_id,
        "citation": hit.citation,
        "outcomes": list(hit.outcomes),
        "against": list(hit.against),
        "outvoted": list(hit.outvoted),
        "votes": [{"yes": one.yes, "no": one.no, "abstain": one.abstain} for one in hit.votes],
        "parts": {name: round(value, 6) for name, value in hit.parts},
    }


def range_row(place: Range) -> list[int]:
    """Return a range of characters as [first, after the last]."""
    return [place.start, place.end]


def answer_row(name: str, answer: Answer) -> Row:
    """Return the answer to one query of a file of queries."""
    return {"id": name, "hits": [hit_row(hit) for hit in answer.hits], "no_match": answer.no_match}


def link_row(link: Link) -> Row:
    """Return a link with its evidence."""
    return {
        "kind": str(link.kind),
        "from_id": link.from_id,
        "to": link.to,
        "to_id": link.to_id,
        "evidence": link.evidence,
        "evidence_range": range_row(link.evidence_range),
        "page": link.page,
        "confidence": round(link.confidence, 4),
    }


def event_row(event: Event) -> Row:
    """Return an event as a row."""
    return {
        "paragraph_id": event.paragraph_id,
        "board": event.board,
        "date": event.date,
        "number": event.number,
        "title": event.title,
        "case_numbers": list(event.case_numbers),
        "file": event.file,
        "document_id": event.document_id,
        "page": event.page,
        "outcomes": list(event.outcomes),
        "against": list(event.against),
        "quote": event.quote,
        "quote_range": range_row(event.quote_range),
        "citation": event.citation,
        "links": [link_row(link) for link in event.links],
        "kind": str(event.kind),
        "issue": event.issue_id,
        "changes": [change_row(change) for change in event.changes],
        "standing": standing_row(event.standing),
    }


def change_row(change: Change) -> Row:
    """Return one changed sentence."""
    return {
        "kind": str(change.kind),
        "base": str(change.base),
        "base_id": change.base_id,
        "before": change.before,
        "after": change.after,
    }


def quoted_row(quoted: Quoted | None) -> Row | None:
    """Return the words that a conclusion rests on."""
    if quoted is None:
        return None
    return {
        "paragraph_id": quoted.paragraph_id,
        "quote": quoted.text,
        "quote_range": range_row(quoted.range),
        "page": quoted.page,
        "citation": quoted.citation,
    }


def standing_row(standing: Standing | None) -> Row | None:
    """Return whether a decision still holds, as far as was looked."""
    if standing is None:
        return None
    return {
        "validity": str(standing.validity),
        "by": quoted_row(standing.by),
        "until": standing.until,
        "searched_to": standing.searched_to,
        "searched": standing.searched,
    }


def issue_row(issue: Issue) -> Row:
    """Return an issue as a row."""
    return {
        "id": issue.id,
        "title": issue.title,
        "date_first": issue.date_first,
        "date_last": issue.date_last,
        "boards": list(issue.boards),
        "case_numbers": list(issue.case_numbers),
        "state": str(issue.state.kind),
        "state_since": issue.state.since,
        "state_by": quoted_row(issue.state.by),
        "paragraphs": list(issue.paragraphs),
        "path": [
            {
                "paragraph_id": step.paragraph_id,
                "board": step.board,
                "date": step.date,
                "kind": str(step.kind),
                "days": step.days,
            }
            for step in issue.path
        ],
        "loops": [
            {"kind": str(loop.kind), "out": loop.out_id, "back": loop.back_id, "days": loop.days}
            for loop in issue.loops
        ],
        "joins": [link_row(link) for link in issue.joins],
        "score": round(issue.score, 6),
    }


def trace_row(start: str, trace: Trace) -> Row:
    """Return the whole course of the issue that one start of a file of starts led to."""
    return {
        "start": start,
        "title": trace.title,
        "events": [event_row(event) for event in trace.events],
        "outside": [link_row(link) for link in trace.outside],
        "issues": [issue_row(issue) for issue in trace.issues],
        "similar": [
            {**link_row(one.link), "title": one.title, "case_numbers": list(one.case_numbers)} for one in trace.similar
        ],
        "no_match": trace.no_match,
    }
