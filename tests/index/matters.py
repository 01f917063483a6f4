"""Invented paragraphs whose acts are read by the program itself, for tests of links and issues."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.boards import BoardName
from index.finding.catalog import Catalog
from index.links import LinkGraph
from index.links.mentions import Mention, mentions_of
from index.stored import Counts, Head, StoredParagraph, Vector
from ingest.records import Paragraph, Section
from nlp.acts import Range, SectionKind, SectionText
from nlp.reading import read_acts
from tests.index.builders import where

_HEADINGS = {
    SectionKind.SUMMARY: "Sammanfattning",
    SectionKind.DECISION: "Beslut",
    SectionKind.EARLIER: "Tidigare behandling",
    SectionKind.BASIS: "Beslutsunderlag",
}


def matter(
    board: str | None,
    date: str | None,
    number: int | None,
    title: str,
    case: str | None = None,
    /,
    **sections: str,
) -> StoredParagraph:
    """Return a stored paragraph; ``sections`` are texts by the name of their kind (``summary``, ``basis`` …)."""
    text, placed = f"§ {number} {case or ''}".strip() + f"\n{title}", []
    for kind in map(SectionKind, sections):
        heading = _HEADINGS[kind]
        start = len(text) + len(heading) + 2
        text += f"\n{heading}\n{sections[kind]}"
        placed.append(Section(kind, heading, Range(start, len(text))))
    cases = (case,) if case else ()
    acts = read_acts(
        [SectionText(one.kind, one.heading, text[one.range.start : one.range.end], one.range.start) for one in placed],
        board=board,
        date=date,
        title=title,
        case_numbers=cases,
    )
    name = " ".join(str(part) for part in (board, date, number) if part is not None)
    read = Paragraph(board, date, number, title, cases, 1, 1, text, (), where(text, title), tuple(placed), acts)
    head = Head(name, f"{board} {date}", f"{board} {date}.pdf", None, board, date, number, title, cases, 1, 1, None)
    return StoredParagraph(head, read, ((0, 1),))


def graph(*matters: StoredParagraph) -> LinkGraph:
    """Return the links of these paragraphs, all texts equally near in meaning."""
    heads = tuple(one.head for one in matters)
    boards = tuple(BoardName(name, None, 1, None, (name,)) for name in sorted({h.board for h in heads if h.board}))
    named = tuple(mention for one in matters for mention in mentions_of(one))
    counts = Counts(len(heads), len(heads), 0, 0, {}, {}, 0, 0)
    return LinkGraph(Catalog(1, heads, counts), named, boards, _same)


def named(*matters: StoredParagraph) -> Sequence[Mention]:
    """Return what these paragraphs name."""
    return [mention for one in matters for mention in mentions_of(one)]


def _same(ids: Sequence[str]) -> Vector:
    return np.tile(np.array([1.0, 0.0], np.float32), (len(ids), 1))
