"""Documents that are no protocols: directives (uppdragsdirektiv) and reports, cut at their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.blocks import Measure
from ingest.flow import Vocabulary, Writer
from ingest.lines import Line
from ingest.records import DocumentKind, DocumentSection, Paragraph
from ingest.runs import write_lines

_DIRECTIVE = re.compile(r"uppdragsdirektiv|uppdragil|direktiv", re.IGNORECASE)
_REPORT = re.compile(
    r"rapport|utredning|\bPM\b|promemoria|rekommend|utvärdering|översyn|slutredovisning", re.IGNORECASE
)
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-ZÅÄÖ]")
_LARGER = 0.6
_LONGEST_HEADING = 120
_FIRST_LINES = 12


def kind_of(paragraphs: Sequence[Paragraph], before: Sequence[Line], lines: Sequence[Line]) -> DocumentKind:
    """Return what sort of document these lines are; a single § without a cover page is an extract."""
    if paragraphs:
        return DocumentKind.PROTOCOL if before or len(paragraphs) > 1 else DocumentKind.EXTRACT
    opening = " ".join(line.text for line in lines[:_FIRST_LINES])
    if _DIRECTIVE.search(opening):
        return DocumentKind.DIRECTIVE
    return DocumentKind.REPORT if _REPORT.search(opening) else DocumentKind.OTHER


def title_of(lines: Sequence[Line]) -> str:
    """Return the title: the largest type on the first page, lines of it joined."""
    first = [line for line in lines if line.page == lines[0].page] if lines else []
    if not first:
        return ""
    size = max(line.size for line in first)
    largest = [line.text for line in first if line.size > size - _LARGER]
    return " ".join(largest[:3])


def read_sections(lines: Sequence[Line], measure: Measure, vocabulary: Vocabulary) -> tuple[DocumentSection, ...]:
    """Cut the lines at their headings."""
    parts: list[tuple[str, list[Line]]] = [("", [])]
    for line in lines:
        if _is_heading(line, measure):
            parts.append((line.text, []))
        else:
            parts[-1][1].append(line)
    return tuple(_section(heading, body, measure, vocabulary) for heading, body in parts if body)


def _is_heading(line: Line, measure: Measure) -> bool:
    text = line.text
    if (
        line.row is not None
        or len(text) > _LONGEST_HEADING
        or (text.endswith((".", ",", ";")) and not _NUMBERED.match(text))
    ):
        return False
    set_apart = line.bold or line.size > measure.body_size + _LARGER
    return set_apart and text[:1].isalnum()


def _section(heading: str, lines: Sequence[Line], measure: Measure, vocabulary: Vocabulary) -> DocumentSection:
    writer = Writer(vocabulary)
    write_lines(lines, measure, writer)
    text, spans = writer.done()
    return DocumentSection(heading, lines[0].page, lines[-1].page, text, spans)
