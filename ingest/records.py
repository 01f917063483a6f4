"""What reading a document gives: frozen records whose every character knows its page and box.

A paragraph's ``text`` is the one text that all offsets point into: head (number, case numbers, title) first, then the
body, one printed block per line (blocks are separated by a newline and a newline stands nowhere else; lines of one
block are joined by a blank, or by nothing where a hyphen only broke a word). Page heads, page feet, signature lines
and separator rules are not in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nlp.acts import Acts, Range, SectionKind


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in PDF points, origin in the upper left corner of the page as displayed."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Span:
    """One printed word (or part of one) of a text: its character range, its 1-based page and its box."""

    range: Range
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a paragraph; ``range`` is the text below the heading, ``heading`` as printed ("" if none)."""

    kind: SectionKind
    heading: str
    range: Range


@dataclass(frozen=True, slots=True)
class Attachment:
    """Pages inside the PDF that belong to a paragraph but are no part of it (tjänsteskrivelse, bilaga, table)."""

    title: str
    page_first: int
    page_last: int
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One § of a protocol, or a whole document that is none: that has no number.

    ``board`` and ``date`` repeat the meeting's, of a document its own; unknown is None, never guessed.
    """

    board: str | None
    date: str | None
    number: int | None
    title: str
    case_numbers: tuple[str, ...]
    page_first: int
    page_last: int
    text: str
    spans: tuple[Span, ...]
    title_ranges: tuple[Range, ...]
    sections: tuple[Section, ...]
    acts: Acts
    attachments: tuple[Attachment, ...] = ()


class Role(StrEnum):
    """In what capacity somebody attended a meeting."""

    MEMBER = "member"
    SERVING_SUBSTITUTE = "serving_substitute"
    OTHER_SUBSTITUTE = "other_substitute"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Attendee:
    """One row of the attendance list; ``note`` keeps what is printed beside the name (title, § range, times)."""

    name: str
    party: str | None
    role: Role
    note: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the cover page says. Every field is as printed; None or () where the page does not print it."""

    organisation: str | None
    board: str | None
    date: str | None
    place: str | None = None
    time: str | None = None
    attendance: tuple[Attendee, ...] = ()
    adjusters: tuple[str, ...] = ()
    number_first: int | None = None
    number_last: int | None = None
    notice_posted: str | None = None
    notice_taken_down: str | None = None


class DocumentKind(StrEnum):
    """What sort of document a file holds."""

    PROTOCOL = "protocol"
    EXTRACT = "extract"
    DIRECTIVE = "directive"
    REPORT = "report"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PageProblem:
    """A page of which text is missing or cannot be trusted; ``what`` is a Swedish sentence with the cure."""

    page: int
    what: str


class OcrReason(StrEnum):
    """Why a page was read from its image."""

    SCANNED = "scanned"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class OcrPage:
    """A page whose text was read from its image; ``confidence`` (0 to 1) is the mean over its letters."""

    page: int
    confidence: float
    reason: OcrReason


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read. ``sha256`` is that of its bytes; ``file`` its name without folders.

    What is no protocol (a directive, a report) is one paragraph without a number.
    """

    file: str
    sha256: str
    pages: int
    kind: DocumentKind
    title: str
    meeting: Meeting
    paragraphs: tuple[Paragraph, ...]
    missing_numbers: tuple[int, ...] = ()
    problems: tuple[PageProblem, ...] = ()
    ocr_pages: tuple[OcrPage, ...] = ()
