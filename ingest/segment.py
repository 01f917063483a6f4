"""Where paragraphs begin: of all lines that could be a § head, the chain that reads like one protocol.

Numbers rise through a protocol, heads are set alike, and section headings follow them. Agenda lists, running heads on
continued pages, § signs in running text and paragraphs of statutes inside attachments break one of these, and are
left out. Pure: works on cleaned pages, knows no file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.attachments import attachment_pages
from ingest.blocks import Measure
from ingest.cover import paragraph_span
from ingest.furniture import Cleaned
from ingest.heads import Head, head_of
from ingest.lines import Line
from ingest.titles import is_case_line
from nlp.casenumbers import find_case_numbers
from nlp.headings import section_kind

_NEAR = 9  # lines after a head in which its first section heading or case number is looked for
_BESIDE = 3  # lines between two prints of one number at the head of a paragraph
_AGENDA_LINES = 6  # an agenda entry takes fewer lines than this
_MARGIN_SHARE = 0.2  # a head begins in this share of the text's width from the left
_MIDDLE = 0.05  # of the text's width: so near its middle stands what is centred
_ENDS = (".", ":", "!", "?", "_", "”", '"')


@dataclass(frozen=True)
class Candidate:
    """A line that may open a paragraph; ``index`` counts the document's body lines."""

    index: int
    line: Line
    head: Head
    weight: float
    has_section: bool


@dataclass(frozen=True)
class Piece:
    """The lines of one paragraph, its head first."""

    head: Head
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Pieces:
    """A document's body: what stands before the first paragraph, and the paragraphs."""

    before: tuple[Line, ...]
    pieces: tuple[Piece, ...]


def segment(pages: Sequence[Cleaned], measure: Measure) -> Pieces:
    """Cut the body into paragraphs.

    What the cover page prints as § range holds where the body bears it out; heads on pages of attachments (paragraphs
    of statutes) are dropped where they have no section and their numbers fill no gap.
    """
    lines = tuple(line for page in pages for line in page.body)
    found = candidates(lines, measure)
    entries = _agenda(found)
    usable = [c for c in found if c.index not in entries]
    chain = _chain(usable)
    if chain:
        chain = _in_range(chain, usable, paragraph_span(lines[: chain[0].index]))
        chain = _at_home(_without_statutes(chain, usable, pages), usable, pages)
    return _cut(lines, chain, found)


def _in_range(chain: list[Candidate], usable: Sequence[Candidate], span: tuple[int, int] | None) -> list[Candidate]:
    """Return the chain of heads within the printed range, unless that loses most of them."""
    if span is None:
        return chain
    bounded = _chain([c for c in usable if span[0] <= c.head.number <= span[1]])
    return bounded if len(bounded) >= len(chain) // 2 else chain


def _without_statutes(chain: list[Candidate], usable: Sequence[Candidate], pages: Sequence[Cleaned]) -> list[Candidate]:
    """Return the chain without the paragraphs of statutes on pages that open as an attachment.

    Pages on which a § with a section stands are the protocol's; a chain that keeps to them and jumps less is better.
    """
    apart = attachment_pages(pages, {c.line.page for c in usable if c.has_section})
    if not any(c.line.page in apart for c in chain):
        return chain
    home = _chain([c for c in usable if c.line.page not in apart])
    return home if home and _gaps(home) < _gaps(chain) else chain


def _at_home(chain: list[Candidate], usable: Sequence[Candidate], pages: Sequence[Cleaned]) -> list[Candidate]:
    """Return the chain without heads that stand in attachments."""
    apart = attachment_pages(pages, {c.line.page for c in chain})
    if not any(c.line.page in apart for c in chain):
        return chain
    if any(c.line.page in apart and c.has_section for c in chain):
        return chain
    home = _chain([c for c in usable if c.line.page not in apart])
    return home if home and _gaps(home) <= _gaps(chain) else chain


def _gaps(chain: Sequence[Candidate]) -> int:
    return sum(b.head.number - a.head.number - 1 for a, b in pairwise(chain))


def candidates(lines: Sequence[Line], measure: Measure) -> list[Candidate]:
    """Return every line that has the form and the place of a head, weighed by what speaks for it."""
    heads = [(i, line, head) for i, line in enumerate(lines) if (head := head_of(line)) is not None]
    heads = [(i, line, head) for i, line, head in heads if _in_place(line, head, measure)]
    alike = Counter(_look(line, head) for _, line, head in heads)
    return [_weighed(i, line, head, lines, measure, alike) for i, line, head in heads]


def _in_place(line: Line, head: Head, measure: Measure) -> bool:
    """Tell whether a head begins at the left, or stands alone in the middle of the text's width."""
    width = measure.right - measure.left
    if line.box.x0 <= measure.left + _MARGIN_SHARE * width:
        return True
    off = abs((line.box.x0 + line.box.x1) / 2 - (measure.left + measure.right) / 2)
    return off < _MIDDLE * width and (not head.rest or line.words[0].bold)


def _look(line: Line, head: Head) -> tuple[int, bool, bool, int]:
    return round(line.size), line.words[0].bold, bool(head.prefix), round(line.box.x0 / 8)


def _weighed(
    index: int,
    line: Line,
    head: Head,
    lines: Sequence[Line],
    measure: Measure,
    alike: Counter[tuple[int, bool, bool, int]],
) -> Candidate:
    following = lines[index + 1 : index + 1 + _NEAR]
    upto = next((n for n, other in enumerate(following) if head_of(other) is not None), len(following))
    near = following[:upto]
    has_section = any(section_kind(other.text) is not None for other in near)
    weight = 1.0 + has_section
    weight += line.words[0].bold or line.size > measure.body_size + 0.5
    weight += bool(find_case_numbers(" ".join([head.rest, *(o.text for o in near[:3])]))) / 2
    weight += alike[_look(line, head)] / max(alike.values())
    weight -= _runs_on(lines[index - 1], line, measure) if index else 0.0
    return Candidate(index, line, head, weight, has_section)


def _runs_on(above: Line, line: Line, measure: Measure) -> float:
    """Return what speaks against a head that follows an unfinished line of running text."""
    tight = above.page == line.page and line.base - above.base < 1.3 * measure.usual_step(above)
    same_type = above.words[0].bold == line.words[0].bold and abs(above.size - line.size) < 0.8  # noqa: PLR2004 - points
    return 2.5 if tight and same_type and not above.text.endswith(_ENDS) else 0.0


def _agenda(found: Sequence[Candidate]) -> frozenset[int]:
    """Return the indexes of entries of an agenda: short, without sections, and the number comes again later."""
    entries = set()
    for here, following in pairwise([*found, None]):
        if here is None or here.has_section:
            continue
        short = following is not None and following.index - here.index <= _AGENDA_LINES
        again = any(c.head.number == here.head.number and c.index > here.index for c in found)
        if again and (short or _listed(here)):
            entries.add(here.index)
    return frozenset(entries)


def _listed(candidate: Candidate) -> bool:
    """Tell whether a line ends in dot leaders or a page number of its own column."""
    cells = candidate.line.cells
    last = cells[-1][-1].text
    return "....." in candidate.line.text or (len(cells) > 1 and last.isdigit())


def _chain(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the heaviest chain of rising numbers."""
    best: list[tuple[float, int | None]] = []
    for j, here in enumerate(found):
        options = [(0.0, None)] + [
            (best[i][0] + _step(found[i], here), i) for i in range(j) if found[i].head.number < here.head.number
        ]
        score, before = max(options, key=lambda o: o[0])
        best.append((score + here.weight, before))
    if not best:
        return []
    at: int | None = max(range(len(best)), key=lambda i: best[i][0])
    chain = []
    while at is not None:
        chain.append(found[at])
        at = best[at][1]
    return chain[::-1]


def _step(before: Candidate, here: Candidate) -> float:
    """Return what speaks for two heads following each other: the very next number."""
    gap = here.head.number - before.head.number
    return 1.0 if gap == 1 else -min(1.0, gap / 20)


def _cut(lines: tuple[Line, ...], chain: Sequence[Candidate], found: Sequence[Candidate]) -> Pieces:
    if not chain:
        return Pieces(lines, ())
    chain = [_titled(c, found) for c in chain]
    repeated = _running_heads(chain, found)
    starts = [_case_above(lines, c.index) for c in chain]
    ends = [*starts[1:], len(lines)]
    pieces = tuple(
        Piece(c.head, (c.line, *(lines[i] for i in range(start, end) if i != c.index and i not in repeated)))
        for c, start, end in zip(chain, starts, ends, strict=True)
    )
    return Pieces(lines[: starts[0]], pieces)


def _titled(chosen: Candidate, found: Sequence[Candidate]) -> Candidate:
    """Return the head beside a bare number that says the number with the title ("14 § Rapport", below it "14 §")."""
    if chosen.head.rest:
        return chosen
    beside = (c for c in found if c.head.number == chosen.head.number and _beside(c, chosen))
    return next((c for c in beside if c.head.rest), chosen)


def _beside(one: Candidate, other: Candidate) -> bool:
    return one.line.page == other.line.page and abs(one.index - other.index) <= _BESIDE


def _case_above(lines: Sequence[Line], index: int) -> int:
    """Return where a head begins: at the case number's own line above it, or at the line with the number."""
    if index == 0 or lines[index - 1].page != lines[index].page:
        return index
    text = lines[index - 1].text.strip()
    return index - 1 if is_case_line(text) else index


def _running_heads(chain: Sequence[Candidate], found: Sequence[Candidate]) -> frozenset[int]:
    """Return heads that only repeat the number of the paragraph they stand in, as on continued pages."""
    chosen = {c.index for c in chain}
    repeated = set()
    current: int | None = None
    for candidate in found:
        if candidate.index in chosen:
            current = candidate.head.number
        elif candidate.head.number == current or any(
            c.head.number == candidate.head.number and _beside(c, candidate) for c in chain
        ):
            repeated.add(candidate.index)
    return frozenset(repeated)
