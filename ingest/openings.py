"""Which lines of a paragraph's body open a section, and what of such a line is its heading.

Owns the look of headings: a line by itself, words before a colon, bold words that a sentence follows, a heading in
the margin beside its text, a bold line that says that a body decides. What headings say is known by ``nlp.headings``.
Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.blocks import Measure, begins_item
from ingest.furniture import is_rule
from ingest.lines import Line, Word
from nlp.acts import SectionKind
from nlp.headings import heading_with_text, is_deciding_line, section_kind

_HEADING_GAP = 1.25
_LARGER = 0.5  # points by which a heading is larger than the text
_SAME_EDGE = 4.0  # points
_MOST_RUN_IN = 8  # words of a heading that a sentence follows on its line
_LISTS = (SectionKind.BASIS, SectionKind.DISPATCH)
_TOLD = (SectionKind.OTHER, SectionKind.SUMMARY, SectionKind.BACKGROUND)
_LED_IN = (SectionKind.DECISION, SectionKind.PROPOSAL)


@dataclass
class Part:
    """A section while its lines are gathered; ``heading`` is the printed line, or the part of it that is heading."""

    kind: SectionKind
    heading: Line | None
    lines: list[Line] = field(default_factory=list)


def opening(lines: Sequence[Line], number: int, measure: Measure, within: Part) -> Part | None:
    """Return the section that a line opens, with what else stands on that line, or None."""
    line = lines[number]
    if line.row is not None:
        return None
    text = line.text.strip()
    kind = section_kind(text)
    if kind is not None and _stands_alone(lines, number, measure) and not _is_listed(line, within, measure):
        return Part(kind, line)
    if _decides(line, text, within, measure):
        return Part(SectionKind.DECISION, line)
    return _with_colon(lines, number, measure) or _in_margin(lines, number) or _run_in(line)


def opens_beside_text(lines: Sequence[Line], number: int) -> bool:
    """Tell whether a line opens with a heading, in the margin or in bold, and goes on with the text under it."""
    return (_in_margin(lines, number) or _run_in(lines[number])) is not None


def deciding_at(part: Part, measure: Measure) -> int | None:
    """Return where in running text a line stands apart that says that the body decides, with points below it."""
    if part.kind not in _TOLD:
        return None
    for number, (line, below) in enumerate(pairwise(part.lines)):
        points = below.text.lower().startswith("att ") or begins_item(below.text)
        if points and line.row is None and is_deciding_line(line.text) and _set_off(part.lines, number, measure):
            return number
    return None


def _stands_alone(lines: Sequence[Line], number: int, measure: Measure) -> bool:
    """Tell whether a heading's words are a line by themselves and not the end of a sentence that was broken there."""
    line = lines[number]
    if _is_marked(line, measure) or number == 0:
        return True
    above = lines[number - 1]
    return _set_off(lines, number, measure) or above.text.rstrip().endswith((".", ":", "_", "!", "?"))


def _is_marked(line: Line, measure: Measure) -> bool:
    """Tell whether a line is set like a heading: bold, larger than the text, or in capitals."""
    return line.words[0].bold or line.size > measure.body_size + _LARGER or line.text.strip().isupper()


def _is_listed(line: Line, within: Part, measure: Measure) -> bool:
    """Tell whether a line in the type of the text is an entry of a list ("Förslag till yttrande" among the papers)."""
    if within.heading is None or within.kind not in _LISTS:
        return False
    return _is_marked(within.heading, measure) and not _is_marked(line, measure)


def _set_off(lines: Sequence[Line], number: int, measure: Measure) -> bool:
    """Tell whether a line has more space above it than lines of one block have, or begins a page."""
    if number == 0 or is_rule(lines[number - 1]):
        return True
    above, line = lines[number - 1], lines[number]
    return above.page != line.page or line.base - above.base > _HEADING_GAP * measure.usual_step(above)


def _decides(line: Line, text: str, within: Part, measure: Measure) -> bool:
    """Tell whether a line set like a heading says that a body decides; below "Beslut" it only leads in."""
    if not _is_marked(line, measure) or not is_deciding_line(text):
        return False
    if within.heading is None or within.kind not in _LED_IN:
        return True
    led_in = not within.lines or is_deciding_line(within.lines[0].text)
    return within.kind is SectionKind.PROPOSAL and not led_in


def _with_colon(lines: Sequence[Line], number: int, measure: Measure) -> Part | None:
    """Return the section of a line such as "Exp: Ekonomikontoret"."""
    line = lines[number]
    split = heading_with_text(line.text)
    if split is None or not (line.words[0].bold or _set_off(lines, number, measure)):
        return None
    kind, at = split
    return _parted(line, kind, _words_before(line, at))


def _in_margin(lines: Sequence[Line], number: int) -> Part | None:
    """Return the section whose heading stands left of its text, on the text's first line."""
    line = lines[number]
    if len(line.cells) == 1:
        return None
    first, text = line.cells[0], line.cells[1]
    kind = section_kind(" ".join(w.text for w in first))
    beside = [other for other in lines[max(0, number - 1) : number + 2] if other is not line]
    in_column = any(abs(other.box.x0 - text[0].box.x0) < _SAME_EDGE for other in beside)
    return _parted(line, kind, len(first)) if kind is not None and in_column else None


def _run_in(line: Line) -> Part | None:
    """Return the section that bold words open before a sentence in the type of the text."""
    bold = next((n for n, word in enumerate(line.words) if not word.bold), len(line.words))
    if not 0 < bold < len(line.words) or bold > _MOST_RUN_IN:
        return None
    kind = section_kind(" ".join(w.text for w in line.words[:bold]).rstrip(" .–-"))
    begins = line.words[bold].text
    anew = begins[:1].isupper() or begins[:1].isdigit() or begins_item(f"{begins} ")
    return _parted(line, kind, bold) if kind is not None and anew else None


def _words_before(line: Line, at: int) -> int:
    """Count the words before a character position of a line's text."""
    position = 0
    for number, word in enumerate(line.words):
        if position >= at:
            return number
        position += len(word.text) + 1
    return len(line.words)


def _parted(line: Line, kind: SectionKind, words: int) -> Part:
    """Return the section whose heading is the first words of a line and whose text begins with the rest."""
    heading: tuple[Word, ...] = line.words[:words]
    return Part(kind, replace(line, words=heading), [replace(line, words=line.words[words:])])
