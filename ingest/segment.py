"""Where paragraphs begin: of all lines that could be a § head, the chain that reads like one protocol.

Numbers rise through a protocol, heads are set alike, and section headings follow them. Agenda lists, running heads on
continued pages, § signs in running text and paragraphs of statutes inside attachments break one of these, and are
left out. Pure: works on cleaned pages, knows no file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.attachments import attachment_pages
from ingest.blocks import Measure
from ingest.candidates import Candidate, agenda_entries, candidates, is_listed, look_of
from ingest.cover import paragraph_span
from ingest.furniture import Cleaned
from ingest.heads import Head
from ingest.lines import Line
from ingest.titles import is_case_line

_BESIDE = 3  # lines between two prints of one number at the head of a paragraph


@dataclass(frozen=True)
class Piece:
    """The lines of one paragraph, its head first."""

    head: Head
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Pieces:
    """A document's body: what stands before the first paragraph, and the paragraphs.

    ``astray`` are heads with sections below that stand out of order, so that no paragraph has their number.
    """

    before: tuple[Line, ...]
    pieces: tuple[Piece, ...]
    astray: tuple[Candidate, ...] = ()


def segment(pages: Sequence[Cleaned], measure: Measure) -> Pieces:
    """Cut the body into paragraphs.

    What the cover page prints as § range holds where the body bears it out; heads on pages of attachments (paragraphs
    of statutes) are dropped where they have no section and their numbers fill no gap.
    """
    lines = tuple(line for page in pages for line in page.body)
    found = candidates(lines, measure)
    entries = agenda_entries(found)
    usable = [c for c in found if c.index not in entries]
    chain = _chain(usable)
    if chain:
        chain = _in_range(chain, usable, paragraph_span(lines[: chain[0].index]))
        chain = _at_home(_without_statutes(chain, usable, pages), usable, pages)
    return replace(_cut(lines, chain, found), astray=_astray(chain, usable, pages))


def _astray(chain: Sequence[Candidate], usable: Sequence[Candidate], pages: Sequence[Cleaned]) -> tuple[Candidate, ...]:
    """Return what looks like a paragraph and is none, as where pages lie in a wrong order: people must be told."""
    numbers, looks = {c.head.number for c in chain}, {(look_of(c.line, c.head), c.head.prefix) for c in chain}
    left = [c for c in usable if c.has_section and c.head.number not in numbers and not is_listed(c)]
    left = [c for c in left if (look_of(c.line, c.head), c.head.prefix) in looks]
    left = [c for c in left if not any(_beside(c, other) for other in chain)]
    apart = attachment_pages(pages, {c.line.page for c in chain}) if left else frozenset()
    return tuple(c for c in left if c.line.page not in apart)


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
