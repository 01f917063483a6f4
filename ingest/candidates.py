"""Lines that may open a paragraph, weighed by what speaks for each, and those of them that an agenda only lists.

Pure. Which of them do is judged in ``ingest.segment``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.blocks import Measure
from ingest.heads import Head, head_of
from ingest.lines import Line
from nlp.casenumbers import find_case_numbers
from nlp.headings import section_kind

_NEAR = 9  # lines after a head in which its first section heading or case number is looked for
_AGENDA_LINES = 6  # an agenda entry takes fewer lines than this
_FEWEST = 3  # entries make a list
_MARGIN_SHARE = 0.2  # a head begins in this share of the text's width from the left
_MIDDLE = 0.05  # of the text's width: so near its middle stands what is centred
_Look = tuple[int, bool, bool, int]
_ENDS = (".", ":", "!", "?", "_", "”", '"')


@dataclass(frozen=True)
class Candidate:
    """A line that may open a paragraph; ``index`` counts the document's body lines."""

    index: int
    line: Line
    head: Head
    weight: float
    has_section: bool


def candidates(lines: Sequence[Line], measure: Measure) -> list[Candidate]:
    """Return every line that has the form and the place of a head, weighed by what speaks for it."""
    heads = [(i, line, head) for i, line in enumerate(lines) if (head := head_of(line)) is not None]
    heads = [(i, line, head) for i, line, head in heads if _in_place(line, head, measure)]
    alike = Counter(look_of(line, head) for _, line, head in heads)
    return [_weighed(i, line, head, lines, measure, alike) for i, line, head in heads]


def _in_place(line: Line, head: Head, measure: Measure) -> bool:
    """Tell whether a head begins at the left, or stands alone in the middle of the text's width."""
    width = measure.right - measure.left
    if line.box.x0 <= measure.left + _MARGIN_SHARE * width:
        return True
    off = abs((line.box.x0 + line.box.x1) / 2 - (measure.left + measure.right) / 2)
    return off < _MIDDLE * width and (not head.rest or line.words[0].bold)


def look_of(line: Line, head: Head) -> _Look:
    """Return how a head is set: size, weight, whether a body is named, and where it begins."""
    return round(line.size), line.words[0].bold, bool(head.prefix), round(line.box.x0 / 8)


def _weighed(
    index: int,
    line: Line,
    head: Head,
    lines: Sequence[Line],
    measure: Measure,
    alike: Counter[_Look],
) -> Candidate:
    following = lines[index + 1 : index + 1 + _NEAR]
    upto = next((n for n, other in enumerate(following) if head_of(other) is not None), len(following))
    near = following[:upto]
    has_section = any(section_kind(other.text) is not None for other in near)
    weight = 1.0 + has_section
    weight += line.words[0].bold or line.size > measure.body_size + 0.5
    weight += bool(find_case_numbers(" ".join([head.rest, *(o.text for o in near[:3])]))) / 2
    weight += alike[look_of(line, head)] / max(alike.values())
    weight -= _runs_on(lines[index - 1], line, measure) if index else 0.0
    return Candidate(index, line, head, weight, has_section)


def _runs_on(above: Line, line: Line, measure: Measure) -> float:
    """Return what speaks against a head that follows an unfinished line of running text."""
    tight = above.page == line.page and line.base - above.base < 1.3 * measure.usual_step(above)
    same_type = above.words[0].bold == line.words[0].bold and abs(above.size - line.size) < 0.8  # noqa: PLR2004 - points
    return 2.5 if tight and same_type and not above.text.endswith(_ENDS) else 0.0


def agenda_entries(found: Sequence[Candidate]) -> frozenset[int]:
    """Return the indexes of entries of an agenda: short, without sections, and the number comes again later."""
    entries = set()
    for here, following in pairwise([*found, None]):
        if here is None or here.has_section:
            continue
        short = following is not None and following.index - here.index <= _AGENDA_LINES
        again = any(c.head.number == here.head.number and c.index > here.index for c in found)
        if again and (short or is_listed(here)):
            entries.add(here.index)
    return frozenset(entries) | _listed_alike(found)


def _listed_alike(found: Sequence[Candidate]) -> frozenset[int]:
    """Return all entries of lists of which one or more open a paragraph elsewhere, set otherwise than in the list.

    A part of a protocol may bring the whole agenda and a few of its paragraphs.
    """
    opening: dict[int, set[_Look]] = {}
    for one in found:
        if one.has_section:
            opening.setdefault(one.head.number, set()).add(look_of(one.line, one.head))
    entries: set[int] = set()
    for run in _lists(found):
        look = look_of(run[0].line, run[0].head)
        if any(opening.get(one.head.number, set()) - {look} for one in run):
            entries.update(one.index for one in run)
    return frozenset(entries)


def _lists(found: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Yield runs of heads that follow each other closely, are set alike and open no section."""
    run: list[Candidate] = []
    for one in [*found, None]:
        goes_on = run and one is not None and not one.has_section and one.index - run[-1].index <= _AGENDA_LINES
        if goes_on and one is not None and look_of(one.line, one.head) == look_of(run[0].line, run[0].head):
            run.append(one)
            continue
        if len(run) >= _FEWEST:
            yield run
        run = [] if one is None or one.has_section else [one]


def is_listed(candidate: Candidate) -> bool:
    """Tell whether a line ends in dot leaders or a page number of its own column."""
    cells = candidate.line.cells
    last = cells[-1][-1].text
    return "....." in candidate.line.text or (len(cells) > 1 and last.isdigit())
