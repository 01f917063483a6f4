"""Turns meetings and documents into the JSON values that the typst templates set.

Owns the names that the templates read. Always: the same entry gives the same JSON text, byte for byte, so that its hash
tells whether a PDF is up to date. Leaves out looks (templates) and compiling (pages).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from data.typeset import model
from data.typeset.composing import Block, point_blocks, section_blocks, text_blocks
from nlp.dates import MONTHS

_KINDS = {"directive": "Uppdragsdirektiv", "report": "Rapport"}
# the two looks name the same paper differently, as houses do when they change templates
_PROTOCOL = {"a": "Sammanträdesprotokoll", "b": "Protokoll"}
_EXTRACT = {"a": "Sammanträdesprotokoll, utdrag", "b": "Protokollsutdrag"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One PDF to be set: its file name, its template and the JSON text that the template reads."""

    file: str
    template: str
    data: str


def protocol_sheet(meeting: model.MeetingEntry) -> Sheet:
    """Return the sheet of a whole protocol."""
    return _meeting_sheet(meeting, f"{meeting.code} protokoll {meeting.date}.pdf", extract=False)


def extract_sheet(meeting: model.MeetingEntry, number: int) -> Sheet:
    """Return the sheet of one immediately adjusted paragraph, without cover page, agenda and attachments."""
    chosen = tuple(replace(paragraph, attachments=()) for paragraph in meeting.paragraphs if paragraph.number == number)
    if not chosen or not chosen[0].immediate:
        raise model.CollectionError(f"{meeting.source}, § {number}: no immediately adjusted paragraph to extract")
    file = f"{meeting.code} § {number} {meeting.date} omedelbar justering.pdf"
    return _meeting_sheet(replace(meeting, paragraphs=chosen), file, extract=True)


def document_sheet(document: model.DocumentEntry) -> Sheet:
    """Return the sheet of a directive or report."""
    recommendations = document.recommendations
    data = {
        "title": document.title,
        "subtitle": document.subtitle,
        "template": document.template,
        "organisation": document.organisation,
        "date": document.date,
        "kind_word": _KINDS[document.kind],
        "facts": _facts(document),
        "summary": _blocks(text_blocks(document.summary)),
        "sections": [_document_section(section) for section in document.sections],
        "recommendations": recommendations and _recommendations(recommendations),
    }
    return Sheet(f"{document.file}.pdf", "document", _json(data))


def long_date(date: str) -> str:
    """Return "18 mars 2021" for "2021-03-18"."""
    year, month, day = date.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def _meeting_sheet(meeting: model.MeetingEntry, file: str, *, extract: bool) -> Sheet:
    data: dict[str, Any] = {
        name: value for name, value in asdict(meeting).items() if name not in ("source", "paragraphs", "template")
    }
    data |= {
        "title": file.removesuffix(".pdf"),
        "kind": (_EXTRACT if extract else _PROTOCOL)[meeting.template],
        "extract": extract,
        "date_long": long_date(meeting.date),
        "adjusted_long": long_date(meeting.adjusted),
        "number_last": meeting.paragraphs[-1].number,
        "paragraphs": [_paragraph(paragraph) for paragraph in meeting.paragraphs],
    }
    return Sheet(file, meeting.template, _json(data))


def _paragraph(paragraph: model.ParagraphEntry) -> dict[str, Any]:
    return {
        "number": paragraph.number,
        "title": paragraph.title,
        "case_numbers": paragraph.case_numbers,
        "sections": [
            {"heading": section.heading, "blocks": _blocks(section_blocks(paragraph, section))}
            for section in paragraph.sections
        ],
        "attachments": [
            {"title": entry.title, "blocks": _blocks(text_blocks(entry.text))} for entry in paragraph.attachments
        ],
    }


def _facts(document: model.DocumentEntry) -> list[tuple[str, str]]:
    """Return label and value of the lines in the title block."""
    owner = "Uppdragsägare" if document.kind == "directive" else "Ansvarig"
    facts = [
        ("Organ", document.board),
        ("Datum", document.date),
        ("Diarienummer", ", ".join(document.case_numbers)),
        (owner, _official(document.owner)),
        ("Författare", _official(document.author) if document.author else ""),
        ("Version", document.version or ""),
    ]
    return [(label, value) for label, value in facts if value]


def _official(person: model.Attendee) -> str:
    return f"{person.name}, {person.title}" if person.title else person.name


def _document_section(section: model.DocumentSectionEntry) -> dict[str, Any]:
    return {
        "number": section.number,
        "heading": section.heading,
        "blocks": _blocks(text_blocks(section.text)),
        "tables": [asdict(table) for table in section.tables],
    }


def _recommendations(entry: model.RecommendationsEntry) -> dict[str, Any]:
    points = point_blocks(tuple(model.Point(text, None) for text in entry.points), "numbered")
    return {"heading": entry.heading, "blocks": _blocks((*text_blocks(entry.lead or ""), *points))}


def _blocks(blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    return [asdict(block) for block in blocks]


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)
