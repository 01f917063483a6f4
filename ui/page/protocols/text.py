"""The text of a paragraph with its acts marked: each kind has its own colour, and its name stands before the words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.items import FIELDS, items_of
from index.library import StoredParagraph
from index.stored import ItemKind
from nlp.acts import Acts, Range
from ui.page.html import Child, Markup, join, tag
from ui.page.protocols import fields
from ui.speech import t

MARKED = (
    ItemKind.DECISION,
    ItemKind.MOTION,
    ItemKind.VOTE,
    ItemKind.RESERVATION,
    ItemKind.NOTE,
    ItemKind.ASSIGNMENT,
    ItemKind.ASSIGNMENT_CHANGE,
    ItemKind.REPORT,
    ItemKind.RECUSAL,
    ItemKind.NOT_PARTICIPATING,
)
"""Where acts overlap, the first of these gives the colour."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text inside the same acts; ``begins`` names the acts that begin with it."""

    start: int
    end: int
    kinds: tuple[ItemKind, ...]
    begins: tuple[ItemKind, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    heading: bool


def text(stored: StoredParagraph) -> Markup:
    """Return the whole text of a paragraph."""
    paragraph = stored.paragraph
    pieces = pieces_of(paragraph.acts, len(paragraph.text))
    blocks = list(_blocks(stored, pieces))
    heading = tag("h3", t("Paragrafens text"), class_="ps-part")
    lead = t("Texten är protokollets. Det som programmet har läst ut är markerat, med slaget framför.")
    return tag("section", heading, tag("p", lead, class_="ps-lead"), tag("div", *blocks, class_="ps-text", lang="sv"))


def pieces_of(acts: Acts, length: int) -> tuple[Piece, ...]:
    """Return the text cut where acts begin and end, without gaps."""
    marked = [(kind, act.ranges) for kind, _, act in items_of(acts) if kind in MARKED]
    found = [(kind, one) for kind, ranges in marked for one in ranges if 0 <= one.start < one.end <= length]
    firsts = {(kind, ranges[0].start) for kind, ranges in marked if ranges}
    edges = sorted({0, length, *(one.start for _, one in found), *(one.end for _, one in found)})
    return tuple(_piece(start, end, found, firsts) for start, end in pairwise(edges))


def _piece(
    start: int, end: int, found: Sequence[tuple[ItemKind, Range]], firsts: Collection[tuple[ItemKind, int]]
) -> Piece:
    kinds = {kind for kind, one in found if one.start <= start and end <= one.end}
    return Piece(start, end, _ordered(kinds), _ordered({kind for kind in kinds if (kind, start) in firsts}))


def _ordered(kinds: set[ItemKind]) -> tuple[ItemKind, ...]:
    return tuple(kind for kind in MARKED if kind in kinds)


def _blocks(stored: StoredParagraph, pieces: Sequence[Piece]) -> Iterator[Markup]:
    """Yield headings, printed blocks, and tables: lines whose cells are parted by tabs."""
    whole = stored.paragraph.text
    rows: list[Markup] = []
    for line in _lines(stored):
        printed = whole[line.start : line.end]
        if "\t" in printed:
            rows.append(tag("tr", *(tag("td", cell) for cell in printed.split("\t"))))
            continue
        if rows:
            yield _table(rows)
            rows = []
        if printed.strip():
            yield tag("h4" if line.heading else "p", *_marked(whole, line, pieces))
    if rows:
        yield _table(rows)


def _table(rows: Sequence[Markup]) -> Markup:
    name = t("Tabell i protokollet, kan rullas")
    return tag("div", tag("table", *rows), class_="ps-table-frame", tabindex=0, role="region", aria_label=name)


def _lines(stored: StoredParagraph) -> Iterator[_Line]:
    headed = {section.range.start: section.heading for section in stored.paragraph.sections if section.heading}
    start = 0
    for printed in stored.paragraph.text.split("\n"):
        end = start + len(printed)
        yield _Line(start, end, headed.get(end + 1) == printed.strip())
        start = end + 1


def _marked(whole: str, line: _Line, pieces: Sequence[Piece]) -> Iterator[Child]:
    for piece in pieces:
        start, end = max(piece.start, line.start), min(piece.end, line.end)
        if start >= end:
            continue
        if not piece.kinds:
            yield whole[start:end]
            continue
        names = [tag("span", _name(kind), class_="ps-act-name") for kind in piece.begins if start == piece.start]
        yield tag("mark", join(names), whole[start:end], class_=f"ps-in-{piece.kinds[0]}")


def _name(kind: ItemKind) -> str:
    return fields.act_name(FIELDS[kind])
