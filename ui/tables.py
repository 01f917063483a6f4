"""The tables within the records: one row per paragraph, decision, motion, ballot and so on. Pure.

Those of documents that are no protocols (directives, reports) have rows per goal, milestone, activity and so on. Every
row begins with the paragraph or document that it comes from, so that a table can be read by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

Record = Mapping[str, Any]
Row = dict[str, object]

HEAD = ("file", "organisation", "board", "date", "number", "title", "case_numbers")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "paragraphs": (
        "page_first",
        "page_last",
        "immediate",
        "decisions",
        "motions",
        "votes",
        "reservations",
        "notes",
        "assignments",
    ),
    "decisions": ("outcome", "text"),
    "motions": ("kind", "movers", "text"),
    "votes": ("yes", "no", "abstain", "yes_means", "no_means"),
    "ballots": ("name", "party", "vote", "yes_means", "no_means"),
    "reservations": ("by", "text"),
    "notes": ("kind", "by", "text"),
    "assignments": ("recipient", "due", "text"),
    "reports": ("report_board", "report_date", "report_number", "closed"),
    "recusals": ("name", "party"),
    "references": ("kind", "to_board", "to_date", "to_number", "case_number"),
}
TABLES = tuple(COLUMNS)
DOCUMENT_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "documents": ("kind", "page_first", "page_last", "goals", "demands", "milestones", "activities", "recommendations"),
    "goals": ("text",),
    "demands": ("text",),
    "milestones": ("name", "start", "due", "printed"),
    "activities": ("name", "start", "end", "responsible"),
    "offices": ("role", "name"),
    "definitions": ("term", "meaning"),
    "recommendations": ("text",),
}
DOCUMENT_TABLES = tuple(DOCUMENT_COLUMNS)


def columns(table: str) -> tuple[str, ...]:
    """Return the columns of a table, those of the paragraph first."""
    return HEAD + (COLUMNS[table] if table in COLUMNS else DOCUMENT_COLUMNS[table])


def rows(records: Iterable[Record], table: str) -> Iterator[Row]:
    """Yield the rows of one table out of paragraph records."""
    items = _ITEMS.get(table)
    for record in records:
        head = {name: record.get(name) for name in HEAD}
        found = items(record) if items else [dict(item) for item in record.get(table, ())]
        yield from (head | row for row in found)


def people(values: Iterable[Mapping[str, str | None]]) -> list[str]:
    """Return persons and parties as they are printed: "Anna Lind (C)", "(SD)"."""
    return [person(value) for value in values]


def person(value: Mapping[str, str | None]) -> str:
    """Return one person or party as it is printed."""
    party = f"({value['party']})" if value.get("party") else ""
    return " ".join(part for part in (value.get("name"), party) if part)


def _counted(names: Sequence[str]) -> Callable[[Record], list[Row]]:
    """Return what gives the one row of a record: its fields, of lists how long they are."""
    return lambda record: [
        {name: len(value) if isinstance(value := record.get(name), list | tuple) else value for name in names}
    ]


def _with_people(table: str, field: str) -> Callable[[Record], list[Row]]:
    return lambda record: [{**item, field: people(item[field])} for item in record.get(table, ())]


def _ballots(record: Record) -> list[Row]:
    return [
        {**ballot, "yes_means": vote.get("yes_means"), "no_means": vote.get("no_means")}
        for vote in record.get("votes", ())
        for ballot in vote["ballots"]
    ]


def _renamed(table: str, names: Mapping[str, str]) -> Callable[[Record], list[Row]]:
    # A report and a reference name another board, date and number than the paragraph they stand in.
    return lambda record: [
        {names.get(key, key): value for key, value in item.items()} for item in record.get(table, ())
    ]


_ITEMS: Mapping[str, Callable[[Record], list[Row]]] = {
    "paragraphs": _counted(COLUMNS["paragraphs"]),
    "documents": _counted(DOCUMENT_COLUMNS["documents"]),
    "ballots": _ballots,
    "motions": _with_people("motions", "movers"),
    "reservations": _with_people("reservations", "by"),
    "notes": _with_people("notes", "by"),
    "reports": _renamed("reports", {"board": "report_board", "date": "report_date", "number": "report_number"}),
    "references": _renamed("references", {"board": "to_board", "date": "to_date", "number": "to_number"}),
}
