"""The body of a paragraph: its sections, their blocks and tables, written into the paragraph's text.

A section begins at a heading on a line of its own, or at "Exp: …" where the text follows the colon. Text below the
decision and its rule that has no heading of its own is a section of kind ``other`` (or a reservation when it is one).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Measure
from ingest.flow import Writer
from ingest.furniture import is_rule, is_signature
from ingest.lines import Line
from ingest.openings import Part, deciding_at, opening
from ingest.records import Section
from ingest.runs import write_lines
from nlp.acts import Range, SectionKind
from nlp.headings import is_meeting_heading

_MOVES = re.compile(r"\byrka(?:r|de|nde)\b", re.IGNORECASE)
_RESERVES = re.compile(r"\breserver(?:ar|ade) sig\b", re.IGNORECASE)


def write_sections(lines: Sequence[Line], measure: Measure, writer: Writer) -> tuple[Section, ...]:
    """Write the body's lines and return the sections they form."""
    return tuple(s for part in _parts(lines, measure) if (s := _write(part, measure, writer)) is not None)


def _parts(lines: Sequence[Line], measure: Measure) -> list[Part]:
    parts: list[Part] = [Part(SectionKind.OTHER, None)]
    for number, line in enumerate(lines):
        if is_rule(line):
            _close_decision(parts)
            continue
        if line.below_rule and parts[-1].kind is SectionKind.DECISION and _follows(lines, number):
            _close_decision(parts)
        if is_signature(line.text):
            continue
        opened = opening(lines, number, measure, parts[-1])
        if opened is not None:
            parts.append(opened)
        else:
            parts[-1].lines.append(line)
    return _with_decision(parts, measure)


def _with_decision(parts: list[Part], measure: Measure) -> list[Part]:
    """Part off the decision that no heading tells: below a line that says that the body decides, in the text's type."""
    if any(part.kind is SectionKind.DECISION for part in parts):
        return parts
    for number, part in enumerate(parts):
        at = deciding_at(part, measure)
        if at is not None:
            decision = Part(SectionKind.DECISION, part.lines[at], part.lines[at + 1 :])
            return [*parts[:number], replace(part, lines=part.lines[:at]), decision, *parts[number + 1 :]]
    return parts


def _follows(lines: Sequence[Line], number: int) -> bool:
    """Tell whether the line above stands on the same page, so that a rule between is none of the page's head."""
    return number > 0 and lines[number - 1].page == lines[number].page


def _close_decision(parts: list[Part]) -> None:
    """A rule below a decision ends it: what follows without a heading is something else."""
    if parts[-1].heading is not None and parts[-1].lines:
        parts.append(Part(SectionKind.OTHER, None))


def _write(part: Part, measure: Measure, writer: Writer) -> Section | None:
    heading = ""
    if part.heading is not None:
        writer.words([part.heading.words], [part.heading.page])
        heading = part.heading.text
    ranges = write_lines(part.lines, measure, writer)
    if part.heading is None and not ranges:
        return None
    span = Range(ranges[0].start, ranges[-1].end) if ranges else _empty(writer)
    return Section(_kind(part, heading), heading, span)


def _kind(part: Part, heading: str) -> SectionKind:
    """Return a section's kind; without a heading of its own, or under one that says no more than when, by its words."""
    if part.kind is not SectionKind.OTHER:
        return part.kind
    if not heading and _is_reservation(part.lines):
        return SectionKind.RESERVATION
    moved = is_meeting_heading(heading) and any(_MOVES.search(line.text) for line in part.lines)
    return SectionKind.MOTIONS if moved else SectionKind.OTHER


def _empty(writer: Writer) -> Range:
    return Range(writer.length, writer.length)


def _is_reservation(lines: Sequence[Line]) -> bool:
    return bool(_RESERVES.search(" ".join(line.text for line in lines[:4])))
