"""The document record: what ``export --what documents`` prints, one JSON object a directive or report.

The fields that a paragraph record has too mean the same; a list that holds nothing is [], what is not printed null.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from ingest.contract import paragraph_record
from ingest.records import Document, Paragraph

_HEAD = ("file", "organisation", "board", "date", "number", "title", "case_numbers", "page_first", "page_last")
_SHARED = ("sections", "assignments", "references")
LISTS = ("goals", "demands", "milestones", "activities", "offices", "definitions", "recommendations")
"""The lists of what a document sets out, by the names of their fields in `nlp.acts.Acts`."""


def document_record(document: Document, whole: Paragraph) -> dict[str, Any]:
    """Return the record of a document that is no protocol; ``whole`` is its one text."""
    shared = paragraph_record(document, whole)
    return {
        **{name: shared[name] for name in _HEAD},
        "kind": document.kind.value,
        **{name: shared[name] for name in _SHARED},
        **{name: [_item(one) for one in getattr(whole.acts, name)] for name in LISTS},
    }


def full_record(document: Document, paragraph: Paragraph) -> dict[str, Any]:
    """Return every field of a paragraph; of a document that is no protocol, those of both records."""
    record = paragraph_record(document, paragraph)
    return record if paragraph.number is not None else {**record, **document_record(document, paragraph)}


def _item(act: Any) -> dict[str, Any]:
    """Return an act's fields without its places."""
    return {field.name: getattr(act, field.name) for field in fields(act) if field.name != "ranges"}
