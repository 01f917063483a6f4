"""Results as plain rows: what `--format jsonl` and `csv` print. Pure.

Field names are those of the paragraph record and stay as they are once published; new ones may be added.
"""

from __future__ import annotations

from index.results import Answer, Event, Hit, Link, Trace

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
        "page": hit.page,
        "file": hit.file,
        "document_id": hit.document_id,
        "citation": hit.citation,
        "outcomes": list(hit.outcomes),
        "against": list(hit.against),
        "parts": {name: round(value, 6) for name, value in hit.parts},
    }


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
        "citation": event.citation,
        "links": [link_row(link) for link in event.links],
    }


def trace_row(start: str, trace: Trace) -> Row:
    """Return the whole course of the issue that one start of a file of starts led to."""
    return {
        "start": start,
        "title": trace.title,
        "events": [event_row(event) for event in trace.events],
        "outside": [link_row(link) for link in trace.outside],
    }
