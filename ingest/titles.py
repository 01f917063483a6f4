"""The head of a paragraph: its title and case numbers, and the line where its body begins.

The title may stand behind the number, on the lines below, or both; case numbers before or after it. It ends at a case
number's own line, at a section heading, at a change of type, or where the distance says that something new begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.blocks import Measure, begins_item
from ingest.heads import Head
from ingest.lines import Line, Word
from ingest.openings import opens_beside_text
from nlp.acts import Range, SectionKind
from nlp.casenumbers import find_case_numbers
from nlp.headings import heading_with_text, section_kind

# the word before a case number: "Dnr", "Ärendenummer:", "Diarienr."
_LABEL_WORD = r"\b(?:dnr|diarie(?:nummer|nr)|ärende(?:nummer|nr|-id)|d\.nr)\b\.?:?"
_LABEL = re.compile(_LABEL_WORD, re.IGNORECASE)
# "Ärendenummer KLK:16342": whatever a label names is no word of the title
_LABELLED = re.compile(rf"{_LABEL_WORD}\s+\S*\d\S*", re.IGNORECASE)
# "Dnr SN-2024-12  Dpl 02": the class of the archive beside the case number
_FILING = re.compile(r"\b(?:dpl|diarieplan|arkivkod|klassificering)\b\.?:?\s*\d[\d.:]*", re.IGNORECASE)
# "… längs strandpromenaden TN" above "2023/0761": a case number that the line's end broke
_BROKEN_OFF = re.compile(rf"[A-ZÅÄÖ]{{2,6}}|(?i:{_LABEL_WORD})")
# "Fråga 1", "Del 2": headings inside the paragraph
_SUBHEADING = re.compile(r"[A-ZÅÄÖ][a-zåäö]+ \d{1,2}[.:]?")
# a title line that ends like this goes on: "Yttrande över remiss –", "uppdrag att utveckla vård-"
_OPEN_END = re.compile(r"(?:[–\-,:/]|^(?:och|eller|samt|att|av|för|i|till|om|på|med|från|vid|den|det|de|en|ett))$")
_MOST_LINES = 12
_MOST_UNLIKE = 3  # lines of a title that are not set like its first
_ABBREVIATED = ("m.fl.", "m.m.", "kap.", "st.", "nr.")
_NEW_TYPE = 0.8
_TIGHT = 1.35  # no wider than inside a block
_TITLE_GAP = 1.9  # times the leading: more than the space between the lines of one title
_HEAD_GAP = 4.5  # a title below its number may stand this far away


@dataclass(frozen=True)
class Title:
    """A paragraph's title in words, its case numbers, and how many lines the head takes."""

    words: tuple[tuple[Word, ...], ...]
    pages: tuple[int, ...]
    case_numbers: tuple[str, ...]
    lines: int


def read_title(head: Head, lines: Sequence[Line], measure: Measure) -> Title:
    """Read the head of a paragraph from its lines; the first is the line with the number."""
    cases: list[str] = []
    rows: list[tuple[tuple[Word, ...], int]] = []
    first = _rest_words(head, lines[0])
    kept = _without_cases(first, cases)
    if kept:
        rows.append((kept, lines[0].page))
    taken = 1
    while taken < min(len(lines), _MOST_LINES) and _is_head(lines, taken, rows, measure, has_case=bool(cases)):
        kept = _without_cases((*_broken_off(rows, lines[taken]), *lines[taken].words), cases)
        if kept:
            rows.append((kept, lines[taken].page))
        taken += 1
    return Title(tuple(r[0] for r in rows), tuple(r[1] for r in rows), tuple(dict.fromkeys(cases)), taken)


def _broken_off(rows: list[tuple[tuple[Word, ...], int]], line: Line) -> tuple[Word, ...]:
    """Take the first part of a case number off the end of the title where the rest of it opens the next line."""
    last = rows[-1][0][-1] if rows else None
    if last is None or not line.text[:1].isdigit() or not _BROKEN_OFF.fullmatch(last.text):
        return ()
    found = find_case_numbers(f"{last.text} {line.text}")
    if not found or found[0][0].start > 0:
        return ()
    words, page = rows.pop()
    if words[:-1]:
        rows.append((words[:-1], page))
    return (last,)


def _rest_words(head: Head, line: Line) -> tuple[Word, ...]:
    """Return the words of the head's line behind the number."""
    rest: list[Word] = []
    at = 0
    for word in line.words:
        if at >= head.at:
            rest.append(word)
        elif at + len(word.text) > head.at and word.text[head.at - at :].strip(" .:,"):
            rest.append(word._replace(text=word.text[head.at - at :]))
        at += len(word.text) + 1
    while rest and not any(c.isalnum() or c in "(\"”“'" for c in rest[0].text):
        rest.pop(0)
    return tuple(rest)


def _without_cases(words: Sequence[Word], cases: list[str]) -> tuple[Word, ...]:
    """Take case numbers and their labels out of words; the numbers are added to ``cases``."""
    text = " ".join(w.text for w in words)
    found = find_case_numbers(text)
    only_case = _only_cases(text, found)
    at_end = bool(found) and found[-1][0].end >= len(text) - 1
    labelled = bool(_LABEL.search(text))
    if not only_case and not (found and (labelled or at_end)):
        return tuple(words)
    cases.extend(number for _, number in found)
    if only_case:
        return ()
    cut = [r for r, _ in found] + [Range(*m.span()) for p in (_LABEL, _FILING) for m in p.finditer(text)]
    return tuple(
        word for word, span in _placed(words) if not any(span.start < c.end and c.start < span.end for c in cut)
    )


def _placed(words: Sequence[Word]) -> list[tuple[Word, Range]]:
    at = 0
    placed = []
    for word in words:
        placed.append((word, Range(at, at + len(word.text))))
        at += len(word.text) + 1
    return placed


def _only_cases(text: str, found: Sequence[tuple[Range, str]]) -> bool:
    """Tell whether nothing but case numbers and their labels, at least one of these, stands in a text."""
    if not found and not _LABEL.search(text):
        return bool(_FILING.fullmatch(text.strip()))
    rest = text
    for span, _ in reversed(found):
        rest = rest[: span.start] + rest[span.end :]
    rest = _FILING.sub("", _LABEL.sub("", _LABELLED.sub("", rest)))
    return not any(c.isalpha() for c in rest)


def is_case_line(text: str) -> bool:
    """Tell whether a line prints nothing but a case number, with or without its label."""
    return _only_cases(text, find_case_numbers(text))


def _is_head(
    lines: Sequence[Line], at: int, rows: Sequence[tuple[tuple[Word, ...], int]], measure: Measure, *, has_case: bool
) -> bool:
    """Tell whether the line at ``at`` still belongs to the paragraph's head."""
    line, above = lines[at], lines[at - 1]
    text = line.text.strip()
    if _is_heading(lines, at, untitled=not rows):
        return False
    if is_case_line(text):
        return True
    gap = (line.base - above.base) / measure.usual_step(above) if line.page == above.page else 1.0
    if not rows:
        return gap < _HEAD_GAP
    if has_case and _case_line_closed(lines, at, rows):
        return False
    return _goes_on(lines, at, rows, gap, measure)


def _case_line_closed(lines: Sequence[Line], at: int, rows: Sequence[tuple[tuple[Word, ...], int]]) -> bool:
    """Tell whether the line above was a case number's own line below the title: then the title has ended."""
    return bool(rows) and at > 1 and is_case_line(lines[at - 1].text)


def _is_heading(lines: Sequence[Line], at: int, *, untitled: bool) -> bool:
    """Tell whether a line heads a section; before a title, a heading with no text below is the title."""
    kind = section_kind(lines[at].text.strip())
    if kind is None:
        return heading_with_text(lines[at].text.strip()) is not None or opens_beside_text(lines, at)
    return not (untitled and (kind is SectionKind.OTHER or _heading_below(lines, at)))


def _heading_below(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a heading comes next, with at most the rest of this line's own sentence between."""
    following = [line.text.strip() for line in lines[at + 1 : at + 4]]
    rest = next((text for text in following if not text[:1].islower()), "")
    return section_kind(rest) is not None


def _goes_on(
    lines: Sequence[Line], at: int, rows: Sequence[tuple[tuple[Word, ...], int]], gap: float, measure: Measure
) -> bool:
    """Tell whether a title that has begun goes on in the line at ``at``."""
    line = lines[at]
    title = rows[-1][0]
    if _SUBHEADING.fullmatch(line.text.strip()) or _begins_anew(line, rows) or _begins_text(lines, at, rows, measure):
        return False
    same_size = abs(line.words[0].size - title[-1].size) < _NEW_TYPE
    if same_size and gap < _TIGHT and (_inside_sentence(title, line) or _ends_at_heading(lines, at, measure)):
        return True
    if line.words[0].bold != title[-1].bold or not same_size:
        return gap < _TITLE_GAP and _case_follows(lines, at) and not _ends_sentence(title)
    if title[0].bold or title[0].size > measure.body_size + _NEW_TYPE:
        return gap < _TITLE_GAP
    return gap < _TIGHT and (_case_follows(lines, at) or _heading_follows(lines, at))


def _begins_anew(line: Line, rows: Sequence[tuple[tuple[Word, ...], int]]) -> bool:
    """Tell whether a line begins a sentence below a title that ended before its own width was used up."""
    first = line.words[0]
    if not first.text[:1].isupper() or _OPEN_END.search(rows[-1][0][-1].text):
        return False
    widest = max(row[-1].box.x1 for row, _ in rows[:-1]) if len(rows) > 1 else 0.0
    return rows[-1][0][-1].box.x1 + first.box.x1 - first.box.x0 + first.size < widest


def _begins_text(
    lines: Sequence[Line], at: int, rows: Sequence[tuple[tuple[Word, ...], int]], measure: Measure
) -> bool:
    """Tell whether a sentence of the text begins here below a line with room for more, and loses the title's type."""
    line, title = lines[at], rows[-1][0]
    if not line.text[:1].isupper() or _OPEN_END.search(title[-1].text):
        return False
    first = line.words[0].box
    had_room = title[-1].box.x1 + first.x1 - first.x0 + line.words[0].size < line.box.x1
    run = _run(lines, at, measure)
    last = run[-1].text
    changes = any(other.words[0].bold != title[-1].bold for other in run)
    return had_room and changes and last.endswith(".") and not last.endswith(_ABBREVIATED)


def _ends_at_heading(lines: Sequence[Line], at: int, measure: Measure) -> bool:
    """Tell whether a few lines down to a section's heading are no sentence: the title goes on, though in other type."""
    run = _run(lines, at, measure)
    end = at + len(run)
    if len(run) > _MOST_UNLIKE or end >= len(lines) or section_kind(lines[end].text.strip()) is None:
        return False
    return not run[-1].text.endswith((".", ":", "!", "?")) and not begins_item(run[0].text)


def _run(lines: Sequence[Line], at: int, measure: Measure) -> list[Line]:
    """Return the lines that follow each other tightly from ``at`` on, up to a heading."""
    run = [lines[at]]
    for above, line in pairwise(lines[at : at + _MOST_LINES]):
        apart = line.base - above.base > _TIGHT * measure.usual_step(above)
        if above.page != line.page:
            apart = above.text.endswith(".") and not above.text.endswith(_ABBREVIATED)
        if apart or section_kind(line.text) is not None:
            break
        run.append(line)
    return run


def _inside_sentence(title: Sequence[Word], line: Line) -> bool:
    """Tell whether a line only ends the sentence that the title's last line left open."""
    return line.text[:1].islower() and line.text.endswith(".") and not _ends_sentence(title)


def _ends_sentence(title: Sequence[Word]) -> bool:
    """Tell whether a title ends like a sentence, so that nothing more of it is to come."""
    return title[-1].text.endswith(".")


def _case_follows(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a case number's own line comes within two lines."""
    return any(is_case_line(line.text) for line in lines[at + 1 : at + 3])


def _heading_follows(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a section heading comes within two lines."""
    return any(section_kind(line.text) is not None for line in lines[at + 1 : at + 3])
