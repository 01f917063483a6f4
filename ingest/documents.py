"""Documents that are no protocols: directives (uppdragsdirektiv), reports and memos, read as one text with sections.

A document is a `Paragraph` without a number: its cover first, then each heading with what stands below it. What always
holds: every line but the furniture of its pages is in the text; a heading without text of its own keeps its (empty)
section. The cover is read by ``ingest.labels``, goals, time plans and recommendations by ``nlp.documents``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.blocks import Measure
from ingest.flow import Vocabulary, Writer
from ingest.labels import Labels, read_labels
from ingest.lines import Line
from ingest.outline import Heading, headings_of, is_set_apart
from ingest.records import Box, DocumentKind, Meeting, Paragraph, Section, Span
from ingest.runs import write_lines
from ingest.segment import Pieces
from nlp.acts import Range, SectionKind, SectionText
from nlp.documents import opens_document, read_document_acts
from nlp.headings import section_kind

_DIRECTIVE = re.compile(r"direktiv|uppdragil|uppdragsbeskrivning|projektplan", re.IGNORECASE)
_REPORT = re.compile(
    r"rapport|utredning|\bPM\b|promemoria|rekommend|utvärdering|översyn|slutredovisning", re.IGNORECASE
)
# "Uppdragsdirektiv – Ny vårdcentral", "PM: Restider": a title in the type of the text, told by its first word
_TITLED = re.compile(
    r"(?:uppdrags|projekt|utrednings)?direktiv\b|(?:slut|del|läges)?rapport\b|PM\b|promemoria\b|(?:uppdrags|projekt)"
    r"beskrivning\b|projektplan\b|utredning\b",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"(?:[–\-:,]|\b(?:och|för|av|i|till|om|på|med))$")
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+")
_FIRST_LINES = 12
_LARGE = 1.25  # times the size of the text: such type is a title wherever it stands
_SAME_SIZE = 0.6
_TIGHT = 1.6  # times the type: lines of one title stand no further apart
_RUNNING = 60  # characters: a longer line below a heading is running text
_MOST_ABOVE = 8  # lines of an extract's own head above its §
_TOLD = (SectionKind.SUMMARY, SectionKind.BACKGROUND)


@dataclass
class _Part:
    """A heading and the lines below it; the cover has none."""

    heading: Heading | None
    lines: list[Line] = field(default_factory=list)


def kind_of(pieces: Pieces, whole: Sequence[Paragraph]) -> DocumentKind:
    """Return what sort of document was read: a single § without a cover page is an extract, others say it on theirs."""
    if pieces.pieces:
        is_extract = len(pieces.pieces) == 1 and not _is_cover(pieces)
        return DocumentKind.EXTRACT if is_extract else DocumentKind.PROTOCOL
    for one in whole:
        for words in (one.title, one.text[: one.sections[0].range.start] if one.sections else one.text):
            if _DIRECTIVE.search(words):
                return DocumentKind.DIRECTIVE
            if _REPORT.search(words):
                return DocumentKind.REPORT
    return DocumentKind.OTHER


def _is_cover(pieces: Pieces) -> bool:
    """Tell whether what stands above the first § is a cover page, and not a line or two of an extract's head."""
    before = pieces.before
    return bool(before) and (before[0].page != pieces.pieces[0].lines[0].page or len(before) > _MOST_ABOVE)


def read_whole(
    lines: Sequence[Line], furniture: Sequence[Line], measure: Measure, vocabulary: Vocabulary
) -> tuple[Meeting, Paragraph | None]:
    """Return what a document says of itself, and its whole text; None where it has none."""
    if not lines:
        return Meeting(None, None, None), None
    title = title_lines(lines, measure)
    parts = _parts(lines, title, measure)
    labels = read_labels(parts[0].lines, lines, furniture)
    return Meeting(labels.organisation, labels.board, labels.date), _written(parts, title, labels, measure, vocabulary)


def title_lines(lines: Sequence[Line], measure: Measure) -> tuple[Line, ...]:
    """Return the lines of the title: large type, else what begins like one, else the first heading or line."""
    first = [line for line in lines if line.page == lines[0].page and line.row is None] or list(lines[:1])
    largest = max(line.size for line in first)
    if largest >= _LARGE * measure.body_size:
        return _named(first, next(n for n, line in enumerate(first) if line.size > largest - _SAME_SIZE))
    named = next((n for n, line in enumerate(first[:_FIRST_LINES]) if _TITLED.match(line.text)), None)
    if named is not None:
        return _named(first, named)
    headed = next((n for n, line in enumerate(first[:_FIRST_LINES]) if is_set_apart(line, measure)), 0)
    return _run(first, headed)


def _named(lines: Sequence[Line], at: int) -> tuple[Line, ...]:
    """Return the title that begins at a line; where that only says the kind, the lines below it are the rest."""
    whole = _run(lines, at)
    after = at + len(whole)
    alone = _OPEN_END.search(whole[-1].text) or _TITLED.fullmatch(whole[-1].text.strip(" :–-"))
    return (*whole, *_run(lines, after)) if alone and after < len(lines) else whole


def _run(lines: Sequence[Line], at: int) -> tuple[Line, ...]:
    """Return the lines from ``at`` on that are set alike and follow each other closely."""
    found = [lines[at]]
    for line in lines[at + 1 :]:
        above = found[-1]
        alike = abs(line.size - above.size) < _SAME_SIZE and line.bold == above.bold
        if not alike or line.page != above.page or line.base - above.base > _TIGHT * above.size:
            break
        found.append(line)
    return tuple(found)


def _parts(lines: Sequence[Line], title: Sequence[Line], measure: Measure) -> list[_Part]:
    """Cut the lines at their headings; headings that stand on the cover belong to it."""
    parts = [_Part(None)]
    named = {id(line) for line in title}
    found = {
        id(heading.lines[0]): heading for heading in headings_of(lines, measure) if id(heading.lines[0]) not in named
    }
    taken: set[int] = set()
    for line in lines:
        heading = found.get(id(line))
        if heading is not None:
            parts.append(_Part(heading))
            taken |= {id(each) for each in heading.lines}
        elif id(line) not in taken:
            parts[-1].lines.append(line)
    return _behind_cover(parts, title)


def _behind_cover(parts: list[_Part], title: Sequence[Line]) -> list[_Part]:
    """Join what stands above the title, and headings below it with nothing but labels under them, with the cover."""
    last = id(title[-1])
    upto = next((n for n, part in enumerate(parts) if any(id(line) == last for line in part.lines)), 0)
    first = next((n for n, part in enumerate(parts) if n > upto and _opens(part)), len(parts))
    cover = _Part(None, [])
    for part in parts[: first if first < len(parts) else upto + 1]:
        cover.lines += [*(part.heading.lines if part.heading else ()), *part.lines]
    return [cover, *parts[first if first < len(parts) else upto + 1 :]]


def _opens(part: _Part) -> bool:
    """Tell whether a heading begins the text proper: it is numbered, is known, or has running text below it."""
    if part.heading is None:
        return False
    text = part.heading.text
    return bool(_NUMBER.match(text)) or opens_document(text) or any(_runs(line) for line in part.lines)


def _runs(line: Line) -> bool:
    """Tell whether a line is running text, no row of labels and their values."""
    return line.row is None and len(line.cells) == 1 and len(line.text) > _RUNNING


def _written(
    parts: Sequence[_Part], title: Sequence[Line], labels: Labels, measure: Measure, vocabulary: Vocabulary
) -> Paragraph:
    writer = Writer(vocabulary)
    title_range = _write_cover(parts[0].lines, title, measure, writer)
    sections = tuple(_write(part, measure, writer) for part in parts[1:])
    if not sections:
        sections = _only(writer, title_range)
    text, spans = writer.done()
    bold = {(line.page, word.box) for part in parts for line in part.lines for word in line.words if word.bold}
    texts = [SectionText(s.kind, s.heading, text[s.range.start : s.range.end], s.range.start) for s in sections]
    pages = [line.page for part in parts for line in (*(part.heading.lines if part.heading else ()), *part.lines)]
    return Paragraph(
        board=labels.board,
        date=labels.date,
        number=None,
        title=text[title_range.start : title_range.end],
        case_numbers=labels.case_numbers,
        page_first=min(pages),
        page_last=max(pages),
        text=text,
        spans=spans,
        title_ranges=(title_range,),
        sections=sections,
        acts=read_document_acts(
            texts,
            cover=text[: sections[0].range.start] if parts[1:] else text,
            leads=_leads(text, spans, bold),
            case_numbers=labels.case_numbers,
        ),
    )


def _write_cover(lines: Sequence[Line], title: Sequence[Line], measure: Measure, writer: Writer) -> Range:
    """Write the cover, the title as one block in its place; return where that is."""
    named = {id(line) for line in title}
    at = next(n for n, line in enumerate(lines) if id(line) in named)
    write_lines([line for line in lines[:at] if id(line) not in named], measure, writer)
    place = writer.block(title)
    write_lines([line for line in lines[at:] if id(line) not in named], measure, writer)
    return place


def _write(part: _Part, measure: Measure, writer: Writer) -> Section:
    heading = part.heading
    if heading is None:
        raise ValueError("a part without a heading is the cover")
    place = writer.block(heading.lines)
    ranges = write_lines(part.lines, measure, writer)
    span = Range(ranges[0].start, ranges[-1].end) if ranges else Range(place.end, place.end)
    kind = section_kind(_NUMBER.sub("", heading.text))
    return Section(kind if kind in _TOLD else SectionKind.OTHER, heading.text, span)


def _only(writer: Writer, title: Range) -> tuple[Section, ...]:
    """Return the one section of a document without headings: what stands below its title."""
    text, _ = writer.done()
    start = title.end + 1
    return (Section(SectionKind.OTHER, "", Range(start, len(text))),) if start < len(text) else ()


def _leads(text: str, spans: Sequence[Span], bold: set[tuple[int, Box]]) -> tuple[Range, ...]:
    """Return where blocks begin with bold words and go on in others: "**Kontinuitet** Samma läkare vid …"."""
    found: list[Range] = []
    start: int | None = None
    end = 0
    fresh = True  # nothing but a bullet stands before in this block
    for span in spans:
        if span.range.start and text[span.range.start - 1] == "\n":
            if fresh and start is not None:
                found.append(Range(start, end))
            start, fresh = None, True
        word = text[span.range.start : span.range.end]
        if fresh and start is None and not any(c.isalnum() for c in word):
            continue
        if fresh and (span.page, span.box) in bold:
            start, end = (span.range.start if start is None else start), span.range.end
        else:
            if fresh and start is not None:
                found.append(Range(start, end))
            fresh = False
    return tuple(found)
