"""A protocol's cleaned pages become its paragraphs, with attachments kept apart.

An attachment is a page inside the file that carries none of the heads and feet that the pages of the protocol carry: it
belongs to the paragraph before it and is no part of its text or of its page count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.blocks import Measure, grouped
from ingest.body import write_sections
from ingest.flow import Vocabulary, Writer
from ingest.furniture import Cleaned
from ingest.lines import Line
from ingest.records import Attachment, Meeting, Paragraph, Section
from ingest.segment import Piece, Pieces
from ingest.titles import read_title
from nlp.acts import Person, SectionText
from nlp.reading import read_acts

_DIGITS = re.compile(r"\d+")
_SHARE = 0.6
_CHAIR = re.compile(r"\W*ordförande\b", re.IGNORECASE)  # "ordförande", "Ordförande §§ 12–20"; no "vice ordförande"


def attachment_pages(pages: Sequence[Cleaned], pieces: Pieces) -> frozenset[int]:
    """Return the numbers of pages that carry none of the heads and feet of the pages on which paragraphs begin."""
    opening = {piece.lines[0].page for piece in pieces.pieces}
    marks = {page.page.number: _marks(page) for page in pages}
    counts = Counter(mark for number in opening for mark in marks[number])
    common = {mark for mark, count in counts.items() if count >= _SHARE * len(opening)}
    if not common:
        return frozenset()
    first = min(opening, default=0)
    return frozenset(n for n, found in marks.items() if n > first and n not in opening and not found & common)


def _marks(page: Cleaned) -> frozenset[str]:
    texts = (_DIGITS.sub("#", line.text.lower()) for line in (*page.head, *page.foot))
    return frozenset(t for t in texts if any(c.isalpha() for c in t))


def read_paragraphs(
    pieces: Sequence[Piece], apart: frozenset[int], meeting: Meeting, measure: Measure, vocabulary: Vocabulary
) -> tuple[Paragraph, ...]:
    """Read every piece into a paragraph."""
    return tuple(_paragraph(piece, apart, meeting, measure, vocabulary) for piece in pieces)


def _paragraph(
    piece: Piece, apart: frozenset[int], meeting: Meeting, measure: Measure, vocabulary: Vocabulary
) -> Paragraph:
    own = [line for line in piece.lines if line.page not in apart]
    others = [line for line in piece.lines if line.page in apart]
    title = read_title(piece.head, own, measure)
    writer = Writer(vocabulary)
    title_words = {id(w) for row in title.words for w in row}
    _write_head(own[: title.lines], title_words, writer)
    ranges = (writer.words(title.words, title.pages),) if title.words else ()
    sections = write_sections(own[title.lines :], measure, writer)
    text, spans = writer.done()
    printed = " ".join(text[r.start : r.end] for r in ranges)
    return Paragraph(
        board=meeting.board,
        date=meeting.date,
        number=piece.head.number,
        title=printed,
        case_numbers=title.case_numbers,
        page_first=own[0].page,
        page_last=own[-1].page,
        text=text,
        spans=spans,
        title_ranges=ranges,
        sections=sections,
        acts=read_acts(
            _texts(sections, text),
            board=meeting.board,
            date=meeting.date,
            title=printed,
            title_ranges=ranges,
            case_numbers=title.case_numbers,
            chair=_chair(meeting),
        ),
        attachments=_attachments(others, measure, vocabulary),
    )


def _chair(meeting: Meeting) -> Person | None:
    """Return whom the cover page calls chair; nobody where it calls several so, for they relieved each other."""
    chairs = {Person(a.name, a.party) for a in meeting.attendance if _CHAIR.match(a.note)}
    return chairs.pop() if len(chairs) == 1 else None


def _write_head(lines: Sequence[Line], title_words: set[int], writer: Writer) -> None:
    """Write number and case numbers as blocks of their own, without the words that make the title."""
    for line in lines:
        rest = [w for w in line.words if id(w) not in title_words]
        if rest:
            writer.words([rest], [line.page])


def _texts(sections: Sequence[Section], text: str) -> list[SectionText]:
    return [SectionText(s.kind, s.heading, text[s.range.start : s.range.end], s.range.start) for s in sections]


def _attachments(lines: Sequence[Line], measure: Measure, vocabulary: Vocabulary) -> tuple[Attachment, ...]:
    """Gather the pages of attachments; pages that follow each other are one attachment."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and line.page - groups[-1][-1].page <= 1:
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_attachment(group, measure, vocabulary) for group in groups)


def _attachment(lines: Sequence[Line], measure: Measure, vocabulary: Vocabulary) -> Attachment:
    writer = Writer(vocabulary)
    for block in grouped(lines, measure):
        writer.block(block)
    text, spans = writer.done()
    return Attachment(lines[0].text, lines[0].page, lines[-1].page, text, spans)
