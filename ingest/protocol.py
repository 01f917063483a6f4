"""A protocol's pieces become its paragraphs: head, sections, acts, and the attachments that follow them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.annexes import with_annexes
from ingest.attachments import read_attachments
from ingest.blocks import Measure
from ingest.body import write_sections
from ingest.closing import closing_at
from ingest.flow import Vocabulary, Writer
from ingest.lines import Line
from ingest.records import Box, Meeting, Paragraph, Section
from ingest.segment import Piece
from ingest.titles import read_title
from nlp.acts import Person, SectionKind, SectionText
from nlp.reading import is_own_proposal, read_acts

_CHAIR = re.compile(r"\W*ordförande\b", re.IGNORECASE)  # "ordförande", "Ordförande §§ 12–20"; no "vice ordförande"


def read_paragraphs(
    pieces: Sequence[Piece], apart: frozenset[int], meeting: Meeting, measure: Measure, vocabulary: Vocabulary
) -> tuple[Paragraph, ...]:
    """Read every piece into a paragraph."""
    return with_annexes([_paragraph(piece, apart, meeting, measure, vocabulary) for piece in pieces])


def _paragraph(
    piece: Piece, apart: frozenset[int], meeting: Meeting, measure: Measure, vocabulary: Vocabulary
) -> Paragraph:
    own = [line for line in piece.lines if line.page not in apart]
    others = [line for line in piece.lines if line.page in apart]
    title = read_title(piece.head, own, measure)
    writer = Writer(vocabulary)
    title_words = {w.box: w.text for row in title.words for w in row}
    _write_head(own[: title.lines], title_words, writer)
    ranges = (writer.words(title.words, title.pages),) if title.words else ()
    body = own[title.lines :]
    sections = _deciding(write_sections(body[: closing_at(body)], measure, writer), meeting.board)
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
        attachments=read_attachments(others, measure, vocabulary),
    )


def _deciding(sections: tuple[Section, ...], board: str | None) -> tuple[Section, ...]:
    """Return the sections where the body's own proposal to another stands in place of the decision that is missing."""
    if any(s.kind is SectionKind.DECISION for s in sections):
        return sections
    return tuple(
        replace(s, kind=SectionKind.DECISION)
        if s.kind is SectionKind.PROPOSAL and is_own_proposal(s.heading, board)
        else s
        for s in sections
    )


def _chair(meeting: Meeting) -> Person | None:
    """Return whom the cover page calls chair; nobody where it calls several so, for they relieved each other."""
    chairs = {Person(a.name, a.party) for a in meeting.attendance if _CHAIR.match(a.note)}
    return chairs.pop() if len(chairs) == 1 else None


def _write_head(lines: Sequence[Line], title_words: Mapping[Box, str], writer: Writer) -> None:
    """Write number and case numbers as blocks of their own, without the words that make the title.

    Of a word that holds both ("12Budget", without a blank) only the number's part is written.
    """
    for line in lines:
        parts = (w._replace(text=w.text.removesuffix(title_words.get(w.box, ""))) for w in line.words)
        rest = [w for w in parts if w.text]
        if rest:
            writer.words([rest], [line.page])


def _texts(sections: Sequence[Section], text: str) -> list[SectionText]:
    return [SectionText(s.kind, s.heading, text[s.range.start : s.range.end], s.range.start) for s in sections]
