"""Headings of documents that are no protocols: which lines they are, as a reader sees them.

A heading is set apart from the text, in bold or in larger type; where nothing in a document is, a short line with room
above it that is numbered or says what follows ("Bakgrund"). Captions of tables, entries of a table of contents, labels
with their values and points of lists are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.blocks import Measure
from ingest.lines import Line
from nlp.documents import opens_document

_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-ZÅÄÖ]")
# as in "Tabell 1. Milstolpar", "Figur 2: Flöden", "Diagram 3"
_CAPTION = re.compile(r"(?:tabell|figur|diagram|bild|karta)\s+\d{1,3}\b", re.IGNORECASE)
# "2.1 Effektmål ........ 4", "Bakgrund 3" in a table of contents; "Uppdragsmål 2025" is no such entry
_CONTENTS = re.compile(r"(?:\.{3,}|…|_{3,})\s*\d{0,3}\s*$")
_ENTRY = re.compile(r".*\D\s\d{1,3}$")
_BEGIN = re.compile(r"[\w(\"”]")
_ENDS = (".", ",", ";", ":")
_LARGER = 0.6
_LONGEST = 120
_LONGEST_PLAIN = 70
_TIGHT = 1.6
_GAP = 1.25
_MOST_LINES = 3


@dataclass(frozen=True)
class Heading:
    """The lines of one heading."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The lines joined by a blank."""
        return " ".join(line.text for line in self.lines)


def is_set_apart(line: Line, measure: Measure) -> bool:
    """Tell whether a line stands out from the text by its type: all of it is bold or larger."""
    return all(word.bold for word in line.words) or line.size > measure.body_size + _LARGER


def headings_of(lines: Sequence[Line], measure: Measure) -> tuple[Heading, ...]:
    """Return the headings in reading order."""
    fit = [line for line in lines if _may_head(line) and is_set_apart(line, measure)]
    if fit:
        contents = _contents(lines)
        return _joined([line for line in fit if id(line) not in contents])
    return tuple(Heading((line,)) for line in _plain(lines, measure))


def _may_head(line: Line) -> bool:
    """Tell whether a line has the words of a heading, whatever its type."""
    text = line.text.strip()
    ends = text.endswith(_ENDS) and not _NUMBERED.match(text)
    fits = len(text) <= _LONGEST and _BEGIN.match(text) is not None and not ends
    return fits and line.row is None and not _CAPTION.match(text) and not _CONTENTS.search(text)


def _contents(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines of a table of contents: three or more below each other that end in a page number."""
    found: set[int] = set()
    run: list[Line] = []
    for line in [*lines, None]:
        if line is not None and (_ENTRY.fullmatch(line.text) and len(line.cells) > 1):
            run.append(line)
            continue
        if len(run) >= _MOST_LINES:
            found |= {id(each) for each in run}
        run = []
    return frozenset(found)


def _joined(found: Sequence[Line]) -> tuple[Heading, ...]:
    """Join lines of one heading: set alike, close below each other, the later one without a number."""
    groups: list[list[Line]] = []
    for line in found:
        above = groups[-1][-1] if groups else None
        if above is not None and len(groups[-1]) < _MOST_LINES and _goes_on(above, line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(Heading(tuple(group)) for group in groups)


def _goes_on(above: Line, line: Line) -> bool:
    close = above.page == line.page and 0 < line.base - above.base < _TIGHT * above.size
    alike = abs(above.size - line.size) < _LARGER and above.bold == line.bold
    return close and alike and not _NUMBERED.match(line.text) and not opens_document(line.text)


def _plain(lines: Sequence[Line], measure: Measure) -> list[Line]:
    """Return the headings of a document set in one type throughout."""
    found = []
    for above, line in pairwise([None, *lines]):
        if line is None or not _may_head(line) or len(line.text) > _LONGEST_PLAIN:
            continue
        gap = above is None or above.page != line.page or line.base - above.base > _GAP * measure.usual_step(above)
        if gap and (_NUMBERED.match(line.text) or opens_document(line.text)):
            found.append(line)
    return found
