"""A document made small for its way between processes.

Owns one thing: the words' places, nine tenths of a read document, travel as blobs, since a process takes some twenty
times longer to receive them as objects. What comes out is what went in, boxes to a hundredth of a point.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from index.sqlite.wordblob import pack_spans, unpack_spans
from ingest.records import Attachment, Document, Paragraph

Worded = TypeVar("Worded", Paragraph, Attachment)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A document without the places of its words, and these: paragraphs with their attachments."""

    document: Document
    words: tuple[bytes, ...]


def pack(document: Document) -> Parcel:
    """Return the document as a parcel."""
    paragraphs = tuple(
        dataclasses.replace(one, spans=(), attachments=_bare(one.attachments)) for one in document.paragraphs
    )
    bare = dataclasses.replace(document, paragraphs=paragraphs)
    return Parcel(bare, tuple(pack_spans(one.spans) for one in _worded(document)))


def unpack(parcel: Parcel) -> Document:
    """Return the document of a parcel."""
    words = iter(parcel.words)
    document = parcel.document
    paragraphs = []
    for one in document.paragraphs:
        whole = _filled(one, words)
        attachments = tuple(_filled(part, words) for part in one.attachments)
        paragraphs.append(dataclasses.replace(whole, attachments=attachments))
    return dataclasses.replace(document, paragraphs=tuple(paragraphs))


def _worded(document: Document) -> Iterator[Paragraph | Attachment]:
    """Yield everything in a document whose words have places, in the order of a parcel."""
    for paragraph in document.paragraphs:
        yield paragraph
        yield from paragraph.attachments


def _bare(parts: Sequence[Worded]) -> tuple[Worded, ...]:
    return tuple(dataclasses.replace(part, spans=()) for part in parts)


def _filled(part: Worded, words: Iterator[bytes]) -> Worded:
    return dataclasses.replace(part, spans=unpack_spans(next(words)))
