"""One paragraph field by field, and corrections, as text and as rows. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from index.library import FieldCorrection, ShownParagraph
from index.showing import FieldReading
from ui import words

_LONGEST = 160


def shown_row(shown: ShownParagraph) -> dict[str, Any]:
    """Return the paragraph's record with a list ``fields`` beside it: name, sure, why, pages, marks, corrected."""
    fields = [{**asdict(field), "value": value_of(shown.record, field.name)} for field in shown.fields]
    return {**shown.record, "id": shown.head.id, "fields": fields}


def value_of(record: Mapping[str, Any], name: str) -> Any:
    """Return what stands in a record's field: "title", or "decisions.1" for the first of a list."""
    head, _, position = name.partition(".")
    return record[head][int(position) - 1] if position else record[head]


def shown_text(shown: ShownParagraph) -> str:
    """Return the paragraph's fields as lines: value, page, how sure and why."""
    head = shown.head
    lines = [f"{head.board or head.file} {head.date or ''} § {head.number}  {head.title}", f"Fil: {head.file}", ""]
    for field in shown.fields:
        lines += [f"{field.name}: {_told(value_of(shown.record, field.name))}", f"    {_sureness(field)}"]
    return "\n".join(lines)


def correction_line(made: FieldCorrection) -> str:
    """Return what a correction changed, in one line."""
    where = f"{made.file} § {made.number}" if made.number is not None else made.file
    becomes = f"”{made.value}”" if made.value else "borttaget"
    return f"{where}, {made.field}: ”{_short(made.was)}” → {becomes}. Av {made.who}: {made.why}"


def corrections_text(corrections: Sequence[FieldCorrection]) -> str:
    """Return all corrections as lines, the oldest first."""
    if not corrections:
        return "Inga rättelser."
    return "\n".join(f"{one.when[:10]}  {correction_line(one)}" for one in corrections)


def _sureness(field: FieldReading) -> str:
    pages = f"s. {', '.join(map(str, field.pages))}, " if field.pages else ""
    return f"{pages}säkerhet {words.decimal(field.sure, 2)}: {field.why}"


def _told(value: Any) -> str:
    if isinstance(value, Mapping) and value.keys() >= {"name", "party"} and "number" not in value:
        return _person(value)
    if isinstance(value, Mapping):
        return _short("; ".join(f"{key}: {_told(part)}" for key, part in value.items() if part not in (None, [], "")))
    if isinstance(value, list):
        return ", ".join(_told(part) for part in value)
    if value is None:
        return "okänt"
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return str(value)


def _person(value: Mapping[str, Any]) -> str:
    """Return "Åsa Öberg (S)", for a ballot with how it was cast."""
    party = f"({value['party']})" if value["party"] else ""
    name = " ".join(part for part in (value["name"], party) if part)
    return f"{name} {words.ballot(value['vote'])}" if "vote" in value else name


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
