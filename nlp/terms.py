"""What a document means by its words: tables of terms, points that begin with the term, and "Med X avses …"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from nlp.acts import Range, SectionText
from nlp.blocks import Block, blocks
from nlp.document_acts import Definition
from nlp.grids import Column, Grid, grids

# "Primärvården som nav innebär;", "Följande begrepp används:", before points that define
_LEADS_IN = re.compile(
    r"\b(?:innebär|avses|menas|betyder|definieras|begrepp\w*|definition\w*)\b[^.]{0,40}$", re.IGNORECASE
)
# as in "Närsjukvård: vård som …", "Närsjukvård – vård som …"
_PAIR = re.compile(r"(?P<term>[^:–—\t]{1,60}?)\s*(?::|\s[–—-])\s+(?P<meaning>\S.*)")
# as in "Med norra länsdelen avses kommunerna …", "Med vårdtyngd menas här …"
_MEANT = re.compile(r"\bMed (?P<term>[^.,;]{2,60}?) (?:avses|menas)(?: här| i detta direktiv)? (?P<meaning>[^.]+)")
_PAIR_COLUMNS = 2


def read_definitions(section: SectionText, *, headed: bool, leads: Collection[Range] = ()) -> Iterator[Definition]:
    """Yield the definitions of a section; ``headed`` says that its heading speaks of terms.

    ``leads`` are where blocks of the document begin in bold.
    """
    tabled = [one for grid in grids(section.text) for one in _of_grid(grid, section.start, headed=headed)]
    yield from tabled
    headed = headed and not tabled
    plain = [block for block in blocks(section.text) if "\t" not in block.text]
    yield from _of_points(section, plain, leads, headed=headed)
    for match in _MEANT.finditer(section.text):
        yield _definition(match["term"], match["meaning"], section.start + match.start(), section.start + match.end())


def _of_grid(grid: Grid, by: int, *, headed: bool) -> Iterator[Definition]:
    term, meaning = grid.first(Column.TERM), grid.first(Column.MEANING)
    if headed and len(grid.columns) == _PAIR_COLUMNS and not any(grid.columns):
        term, meaning = 0, 1
    if term is None or meaning is None:
        return
    for row in grid.rows:
        if row[term].text and row[meaning].text:
            start, end = row[term].range.start, row[meaning].range.end
            yield _definition(row[term].text, row[meaning].text, by + start, by + end)


def _of_points(
    section: SectionText, plain: Sequence[Block], leads: Collection[Range], *, headed: bool
) -> Iterator[Definition]:
    starts = {lead.start: lead for lead in leads}
    defining = headed
    for place, block in enumerate(plain):
        lead = starts.get(section.start + block.range.start)
        if not block.marker and lead is None and not _is_meaning(section, plain, place, starts):
            defining = headed or _LEADS_IN.search(block.text.rstrip(" :;")) is not None
        if defining and lead is not None:
            yield from _by_type(section, plain, place, lead)
        elif headed and (pair := _PAIR.fullmatch(block.text)):
            start = section.start + block.range.start
            yield _definition(pair["term"], pair["meaning"], start, start + len(block.text))


def _is_meaning(section: SectionText, plain: Sequence[Block], place: int, starts: Mapping[int, Range]) -> bool:
    """Tell whether a block is the meaning of the term in bold that stands by itself above it."""
    above = plain[place - 1] if place else None
    lead = starts.get(section.start + above.range.start) if above is not None else None
    return above is not None and lead is not None and lead.end - lead.start >= len(above.text.rstrip(" :"))


def _by_type(section: SectionText, plain: Sequence[Block], place: int, lead: Range) -> Iterator[Definition]:
    """Yield the definition of a term in bold: its meaning goes on in the block, or is the block below."""
    block = plain[place]
    length = lead.end - lead.start
    term, meaning, last = block.text[:length], block.text[length:].strip(" :–—-"), block
    below = plain[place + 1] if place + 1 < len(plain) else None
    if not meaning and below is not None and not below.marker:
        meaning, last = below.text, below
    if meaning:
        yield _definition(term.rstrip(" :"), meaning, lead.start, section.start + last.range.end)


def _definition(term: str, meaning: str, start: int, end: int) -> Definition:
    return Definition(term.strip(' "”“'), meaning.strip().rstrip("."), (Range(start, end),))
