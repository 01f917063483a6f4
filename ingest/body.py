"""The body of a paragraph: its sections, their blocks and tables, written into the paragraph's text.

A section begins at a heading on a line of its own, or at "Exp: …" where the text follows the colon. Text below the
decision and its rule that has no heading of its own is a section of kind ``other`` (or a reservation when it is one).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.blocks import Measure
from ingest.flow import Writer
from ingest.furniture import is_rule, is_signature
from ingest.lines import Line, Word
from ingest.records import Section
from ingest.runs import write_lines
from nlp.acts import Range, SectionKind
from nlp.headings import heading_with_text, section_kind

_RESERVES = re.compile(r"\breserver(?:ar|ade) sig\b", re.IGNORECASE)
_HEADING_GAP = 1.25


@dataclass
class _Part:
    """A section while its lines are gathered; ``first`` holds words that stand on the heading's own line."""

    kind: SectionKind
    heading: Line | None
    heading_words: tuple[Word, ...] = ()
    first: tuple[Word, ...] = ()
    lines: list[Line] = field(default_factory=list)


def write_sections(lines: Sequence[Line], measure: Measure, writer: Writer) -> tuple[Section, ...]:
    """Write the body's lines and return the sections they form."""
    return tuple(s for part in _parts(lines, measure) if (s := _write(part, measure, writer)) is not None)


def _parts(lines: Sequence[Line], measure: Measure) -> list[_Part]:
    parts: list[_Part] = [_Part(SectionKind.OTHER, None)]
    for number, line in enumerate(lines):
        if is_rule(line):
            _close_decision(parts)
            continue
        if is_signature(line.text):
            continue
        opened = _opening(lines, number, measure)
        if opened is not None:
            parts.append(opened)
        else:
            parts[-1].lines.append(line)
    return parts


def _close_decision(parts: list[_Part]) -> None:
    """A rule below a decision ends it: what follows without a heading is something else."""
    if parts[-1].heading is not None and parts[-1].lines:
        parts.append(_Part(SectionKind.OTHER, None))


def _opening(lines: Sequence[Line], number: int, measure: Measure) -> _Part | None:
    """Return the section that a line opens, or None."""
    line = lines[number]
    if line.row is not None:
        return None
    kind = section_kind(line.text.strip())
    if kind is not None and _stands_alone(lines, number, measure):
        return _Part(kind, line, heading_words=line.words)
    split = heading_with_text(line.text)
    if split is None or not (line.words[0].bold or _set_off(lines, number, measure)):
        return None
    kind, at = split
    words, rest = _split_words(line, at)
    return _Part(kind, line, heading_words=words, first=rest)


def _stands_alone(lines: Sequence[Line], number: int, measure: Measure) -> bool:
    """Tell whether a heading's words are a line by themselves and not the end of a sentence that was broken there."""
    line = lines[number]
    if line.words[0].bold or line.size > measure.body_size + 0.5 or line.text.strip().isupper() or number == 0:
        return True
    above = lines[number - 1]
    return _set_off(lines, number, measure) or above.text.rstrip().endswith((".", ":", "_", "!", "?"))


def _set_off(lines: Sequence[Line], number: int, measure: Measure) -> bool:
    """Tell whether a line has more space above it than lines of one block have, or begins a page."""
    if number == 0 or is_rule(lines[number - 1]):
        return True
    above, line = lines[number - 1], lines[number]
    return above.page != line.page or line.base - above.base > _HEADING_GAP * measure.usual_step(above)


def _split_words(line: Line, at: int) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Part a line's words at a character position of its text."""
    position = 0
    for number, word in enumerate(line.words):
        if position >= at:
            return line.words[:number], line.words[number:]
        position += len(word.text) + 1
    return line.words, ()


def _write(part: _Part, measure: Measure, writer: Writer) -> Section | None:
    heading = ""
    if part.heading is not None:
        writer.words([part.heading_words], [part.heading.page])
        heading = " ".join(w.text for w in part.heading_words)
    ranges: list[Range] = []
    if part.first and part.heading is not None:
        ranges.append(writer.words([part.first], [part.heading.page]))
    ranges.extend(write_lines(part.lines, measure, writer))
    if part.heading is None and not ranges:
        return None
    span = Range(ranges[0].start, ranges[-1].end) if ranges else _empty(writer)
    kind = (
        SectionKind.RESERVATION
        if part.kind is SectionKind.OTHER and not heading and _is_reservation(part.lines)
        else part.kind
    )
    return Section(kind, heading, span)


def _empty(writer: Writer) -> Range:
    return Range(writer.length, writer.length)


def _is_reservation(lines: Sequence[Line]) -> bool:
    return bool(_RESERVES.search(" ".join(line.text for line in lines[:4])))
