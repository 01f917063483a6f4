"""Words of pages that were straightened or turned to be read get back the places where the page shows them.

Reading works on level lines; what is stored and marked must lie on the page as displayed. Pages read as they stand are
left as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ingest.records import Document, Paragraph, Span
from ingest.turning import Placing

Ways = Mapping[int, Placing]


def put_back(document: Document, ways: Ways) -> Document:
    """Return the document with the boxes of all words on pages in ``ways`` where the page displays them."""
    if not ways:
        return document
    return replace(document, paragraphs=tuple(_paragraph(one, ways) for one in document.paragraphs))


def _paragraph(one: Paragraph, ways: Ways) -> Paragraph:
    attachments = tuple(replace(part, spans=_spans(part.spans, ways)) for part in one.attachments)
    return replace(one, spans=_spans(one.spans, ways), attachments=attachments)


def _spans(spans: tuple[Span, ...], ways: Ways) -> tuple[Span, ...]:
    return tuple(
        Span(span.range, span.page, ways[span.page].placed(span.box)) if span.page in ways else span for span in spans
    )
