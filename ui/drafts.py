"""What a draft is answered with, as rows and as text. Pure.

Always holds: a demand for which nothing was found has a row too; what the program concludes is named so.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from index.drafts.status import said_by
from index.drafts.values import Because, Demanded, DraftAnswer, DraftStatus, Earlier, Ground
from ui import words

WIDTH = 100
COLUMNS = (
    "demand",
    "status",
    "because",
    "because_quote",
    "kind",
    "outcome",
    "likely",
    "quote",
    "page",
    "file",
    "citation",
    "board",
    "date",
    "number",
    "title",
    "case_numbers",
)
"""The columns of the table: a row for each thing that was found for a demand."""

STATUSES = {
    DraftStatus.DECIDED: "redan beslutat i frågan",
    DraftStatus.REJECTED: "avslaget tidigare",
    DraftStatus.ONGOING: "pågår",
    DraftStatus.TREATED: "behandlat utan beslut i sak",
    DraftStatus.NOTHING: "inget hittat",
}
"""What the statuses are called."""
_GROUNDS = {
    Ground.DECISION: "Beslut",
    Ground.DECIDED_SINCE: "Beslutat senare i ärendet",
    Ground.ASSIGNMENT_OPEN: "Uppdrag som inte är avslutat",
    Ground.ASSIGNMENT_DONE: "Uppdrag som redovisats eller avslutats",
    Ground.ASSIGNMENT_WITHDRAWN: "Uppdrag som återtagits",
    Ground.MOVER_RESERVED: "Yrkande som föll: den som yrkade reserverade sig",
    Ground.MENTIONED: "Togs upp",
}


def ground(value: Ground) -> str:
    """Return what a status rests on, in Swedish."""
    return _GROUNDS[value]


def rows(answer: DraftAnswer) -> Iterator[dict[str, object]]:
    """Yield one object a demand, with everything that was found."""
    for number, one in enumerate(answer.demands, start=1):
        yield {
            "demand": number,
            "text": one.text,
            "start": one.range.start,
            "end": one.range.end,
            "about": one.about,
            "status": str(one.status),
            "because": one.because and _because_row(one.because),
            "against": [_because_row(each) for each in one.against],
            "groups": {str(group.kind): [_earlier_row(each) for each in group.found] for group in one.groups},
            "nearest": one.nearest and one.nearest.citation,
        }


def table(answer: DraftAnswer) -> Iterator[dict[str, object]]:
    """Yield one row for each thing found, its demand in front; a demand without any has one row."""
    for one in answer.demands:
        because = one.because
        head: dict[str, object] = {
            "demand": one.text,
            "status": STATUSES[one.status],
            "because": because and f"{_GROUNDS[because.ground]}: {because.citation}",
            "because_quote": because and because.quote,
        }
        found = [_earlier_row(each) for group in one.groups for each in group.found]
        yield from ({**head, **row} for row in found or [{}])


def text(answer: DraftAnswer) -> str:
    """Return the demands one after the other, each with its status, what that rests on, and what was found."""
    if not answer.demands:
        return "Texten innehåller inget att söka efter."
    parts = [_demanded(number, one) for number, one in enumerate(answer.demands, start=1)]
    if answer.left_out:
        parts.append(f"{words.count(answer.left_out, 'krav', 'krav')} till söktes inte: dela upp texten.")
    parts.append(
        "Status är programmets slutsats av det som står under den; att något gäller samma sak bedöms med en säkerhet "
        "från 0 till 1."
    )
    return "\n\n".join([*parts, words.coverage(answer.coverage)])


def _demanded(number: int, one: Demanded) -> str:
    lines = textwrap.wrap(f"{number}. {one.text}", WIDTH, subsequent_indent="   ")
    lines.append(f"   {STATUSES[one.status].upper()}")
    if one.because:
        lines += _told(one.because)
    for each in one.against:
        lines += _indented(f"Men ({STATUSES[said_by(each)]}):", "      ") + _told(each)
    for group in one.groups:
        lines.append(f"   {words.unit_kind(group.kind)}:")
        lines += [line for each in group.found for line in _earlier(each)]
    if not one.groups:
        lines.append("   Inget i biblioteket gäller samma sak.")
    if one.nearest is not None and not one.groups:
        lines += _indented(f"Närmast är: {one.nearest.citation}: {one.nearest.title}", "   ")
    return "\n".join(lines)


def _told(because: Because) -> list[str]:
    return _indented(f"{_GROUNDS[because.ground]}: {because.citation}: ”{because.quote}”", "      ")


def _earlier(one: Earlier) -> list[str]:
    outcome = f" ({words.outcome(one.outcome)})" if one.outcome else ""
    lines = _indented(
        f"{one.hit.citation}: {one.hit.title}{outcome}, säkerhet {words.decimal(one.likely, 2)}", "      "
    )
    lines += _indented(f"”{one.hit.quote}”", "        ")
    return [*lines, f"        {one.hit.file}, sida {one.hit.page}"]


def _because_row(because: Because) -> dict[str, object]:
    return {
        "ground": str(because.ground),
        "says": str(said_by(because)),
        "quote": because.quote,
        "page": because.page,
        "paragraph_id": because.paragraph_id,
        "citation": because.citation,
        "found": because.earlier.hit.citation,
    }


def _earlier_row(one: Earlier) -> dict[str, object]:
    hit = one.hit
    return {
        "kind": str(hit.kind),
        "outcome": one.outcome,
        "likely": round(one.likely, 4),
        "quote": hit.quote,
        "page": hit.page,
        "file": hit.file,
        "citation": hit.citation,
        "board": hit.board,
        "date": hit.date,
        "number": hit.number,
        "title": hit.title,
        "case_numbers": list(hit.case_numbers),
        "paragraph_id": hit.paragraph_id,
        "document_id": hit.document_id,
        "quote_range": [hit.quote_range.start, hit.quote_range.end],
    }


def _indented(line: str, by: str) -> list[str]:
    return textwrap.wrap(line, WIDTH, initial_indent=by, subsequent_indent=by)
