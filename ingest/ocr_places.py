"""Words that were read from a straightened image get back the places where the page shows them.

Reading works on level lines; what is stored and marked must lie on the page as displayed. Pages read from their text
layer are left as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ingest.ocr import Recognised
from ingest.records import Document, Paragraph, Span

Seen = Mapping[int, Recognised]


def put_back(document: Document, seen: Seen) -> Document:
    """Return the document with the boxes of all words on pages in ``seen`` where the page displays them."""
    if not seen:
        return document
    return replace(document, paragraphs=tuple(_paragraph(one, seen) for one in document.paragraphs))


def _paragraph(one: Paragraph, seen: Seen) -> Paragraph:
    attachments = tuple(replace(part, spans=_spans(part.spans, seen)) for part in one.attachments)
    return replace(one, spans=_spans(one.spans, seen), attachments=attachments)


def _spans(spans: tuple[Span, ...], seen: Seen) -> tuple[Span, ...]:
    return tuple(
        Span(span.range, span.page, seen[span.page].placed(span.box)) if span.page in seen else span for span in spans
    )
