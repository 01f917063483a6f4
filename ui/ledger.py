"""Assignments as text and as rows. Pure functions from states to lines."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from index.ledger import AssignmentState, AssignmentStatus, Trail
from ui import words

COLUMNS = (
    "status",
    "due",
    "recipient",
    "text",
    "citation",
    "board",
    "date",
    "number",
    "title",
    "case_numbers",
    "issue",
    "kind",
    "due_words",
    "due_is_derived",
    "parts",
    "prepared",
    "because",
    "because_quote",
    "offered",
    "as_of",
    "searched_through",
    "file",
    "page",
)
"""The columns of the table, what is asked for first first."""
_STATUS = {
    AssignmentStatus.OPEN: "pågår",
    AssignmentStatus.OVERDUE: "försenat",
    AssignmentStatus.NO_TRACE: "utan spår",
    AssignmentStatus.REPORTED: "redovisat",
    AssignmentStatus.CLOSED: "avslutat",
    AssignmentStatus.PROLONGED: "förlängt",
    AssignmentStatus.WITHDRAWN: "återtaget",
    AssignmentStatus.PROPOSED: "föreslaget",
}
_KINDS = {"assignment": "uppdrag", "goal": "mål", "milestone": "milstolpe", "activity": "delaktivitet"}
_TRAILS = {
    "mentioned": "nämns",
    "partial": "delredovisat",
    "reported": "redovisat",
    "closed": "avslutat",
    "prolonged": "förlängt",
    "extended": "utökat",
    "withdrawn": "återtaget",
}
_WIDTH = 100


def status(value: AssignmentStatus) -> str:
    """Return a status in Swedish."""
    return _STATUS[value]


def rows(states: Sequence[AssignmentState], *, nested: bool = False) -> Iterator[dict[str, object]]:
    """Yield one row an assignment; with ``nested`` everything that happened to it too, as lists."""
    for one in states:
        row = one.row
        flat: dict[str, object] = {
            "status": one.status.value if nested else _STATUS[one.status],
            "due": one.due,
            "recipient": row.recipient,
            "text": row.text,
            "citation": row.citation,
            "board": row.board,
            "date": row.date,
            "number": row.number,
            "title": row.title,
            "case_numbers": list(row.case_numbers),
            "issue": one.issue,
            "kind": row.kind.value if nested else _KINDS[row.kind],
            "due_words": row.due_words,
            "due_is_derived": row.due is None and row.due_derived is not None,
            "parts": list(row.parts),
            "prepared": list(row.prepared),
            "because": _because(one.because),
            "because_quote": one.because.quote if one.because else None,
            "offered": [trail.citation for trail in row.offered],
            "as_of": one.as_of,
            "searched_through": one.searched_through,
            "file": row.file,
            "page": row.page,
        }
        if nested:
            flat |= {
                "id": row.id,
                "paragraph_id": row.paragraph_id,
                "document_id": row.document_id,
                "quote_range": asdict(row.quote_range),
                "recipients": list(row.recipients),
                "trail": [asdict(trail) for trail in row.trail],
                "offered": [asdict(trail) for trail in row.offered],
            }
        yield flat


def text(states: Sequence[AssignmentState]) -> str:
    """Return the assignments as lines, with what each status rests on, and a count at the end."""
    if not states:
        return "Inga uppdrag passar in på det."
    counts = Counter(one.status for one in states)
    told = ", ".join(f"{counts[value]} {_STATUS[value]}" for value in AssignmentStatus if counts[value])
    first = states[0]
    end = f"{words.count(len(states), 'uppdrag', 'uppdrag')} per den {words.date(first.as_of)}: {told}."
    searched = max((one.searched_through or "" for one in states), default="")
    return "\n\n".join([*(_entry(one) for one in states), f"{end}\nSökt till och med {words.date(searched or None)}."])


def _entry(one: AssignmentState) -> str:
    row = one.row
    kind = "" if row.kind == "assignment" else f" ({_KINDS[row.kind]})"
    lines = [f"{_STATUS[one.status].upper()}{kind}  {_due(one)}  {row.recipient}"]
    lines += textwrap.wrap(row.text, _WIDTH, initial_indent="    ", subsequent_indent="    ")
    lines += [f"    Givet: {row.citation}"]
    lines += [f"    Ärende: {one.issue}"] if one.issue and one.issue != row.title else []
    lines += [f"    Föreslaget: {citation}" for citation in row.prepared]
    lines += [f"    {_TRAILS[trail.kind].capitalize()}: {trail.citation}. {_why(trail)}" for trail in row.trail]
    lines += [f"    Kanske: {trail.citation}. {_why(trail)}" for trail in row.offered]
    if one.status is AssignmentStatus.NO_TRACE:
        lines += [f"    Inget spår hittat (sökt till och med {words.date(one.searched_through)})."]
    return "\n".join(lines)


def _due(one: AssignmentState) -> str:
    if one.due is None:
        return one.row.due_words or "utan slutdatum"
    derived = " (beräknat)" if one.row.due is None and one.due == one.row.due_derived else ""
    return f"senast {words.date(one.due)}{derived}"


def _why(trail: Trail) -> str:
    return f"Grund: {trail.why}, säkerhet {words.decimal(trail.confidence, 2)}."


def _because(trail: Trail | None) -> str | None:
    return None if trail is None else f"{_TRAILS[trail.kind]}: {trail.citation}"
