"""Tracing: the course of one issue through the boards, in time order, every step with what it rests on.

Owns where a trace starts and how it becomes events. Always holds: every event but the start carries a link with a
verbatim quote; what is named but not in the library is listed as outside; order is by date. Leaves out how links are
made (`index.links`) and how far an issue reaches (`index.issue`).
"""

from __future__ import annotations

import math
import threading
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from index.boards import BoardName
from index.catalog import Catalog
from index.errors import NotInLibraryError
from index.evidence import evidence_range
from index.fusion import Weights, fuse
from index.hits import against_of, outcomes_of
from index.issue import grow, in_time, inner_ties, outside_ties
from index.links import LINKING, LinkGraph, Tie
from index.naming import citation, parse_case_number, parse_place, short_name
from index.quote import best_quote
from index.results import Event, Link, LinkKind, Trace
from index.search import Searcher
from index.store import Store
from index.stored import Head, StoredParagraph
from index.units import units_of

_HITS = 10
# A hit this much below the best one weighs e times less when the issue that a query means is chosen.
_SCALE = 0.02


class Tracer:
    """Follows issues through one store."""

    def __init__(self, store: Store, searcher: Searcher, boards: Callable[[], Sequence[BoardName]]) -> None:
        """Name the parts; links are made at the first trace."""
        self._store, self._searcher, self._boards = store, searcher, boards
        self._lock = threading.Lock()
        self._graph: LinkGraph | None = None
        self._numberless: LinkGraph | None = None

    def trace(self, start: str, *, without: Collection[LinkKind] = ()) -> Trace:
        """Follow the issue of a paragraph ("HSN 2024-11-21 § 231"), a case number, or the one that a query means.

        Raises UnknownFilterError for a board and NotInLibraryError for a paragraph or case that is not there.
        """
        graph = self.graph(without)
        seeds = self._seeds(start, graph, without)
        return self._traced(start, graph, seeds, without)

    def trace_paragraph(self, paragraph_id: str, *, without: Collection[LinkKind] = ()) -> Trace:
        """Follow the issue of the paragraph with this id."""
        graph = self.graph(without)
        if paragraph_id not in graph.catalog.by_id:
            raise NotInLibraryError(f"Paragrafen {paragraph_id} finns inte i biblioteket. Sök fram den på nytt.")
        name = short_name(graph.catalog.by_id[paragraph_id], self._boards())
        return self._traced(name, graph, (paragraph_id,), without)

    def graph(self, without: Collection[LinkKind] = ()) -> LinkGraph:
        """Return the links of the store's present generation; without the kind same-case numbers tell nothing."""
        catalog = self._searcher.catalogs.current()
        with self._lock:
            if self._graph is None or self._graph.catalog is not catalog:
                meanings = self._searcher.meanings.of
                self._graph = LinkGraph(catalog, self._store.items(LINKING), self._boards(), meanings)
                self._numberless = None
            if LinkKind.SAME_CASE not in without:
                return self._graph
            self._numberless = self._numberless or self._graph.without_numbers()
            return self._numberless

    def _seeds(self, start: str, graph: LinkGraph, without: Collection[LinkKind]) -> tuple[str, ...]:
        case = parse_case_number(start)
        place = None if case is not None else parse_place(start, self._boards())
        if case is not None:
            named = tuple(in_time(graph.catalog.by_case.get(case, ())))
        elif place is not None:
            named = graph.catalog.at(place)[:1]
        else:
            return self._meant(start, graph, without)
        if not named:
            raise NotInLibraryError(
                f"{start.strip()} finns inte i biblioteket. Kontrollera nämnd, datum och nummer eller sök med egna ord."
            )
        return tuple(head.id for head in named)

    def _meant(self, query: str, graph: LinkGraph, without: Collection[LinkKind]) -> tuple[str, ...]:
        """Return the hits of ``query`` in the issue that its best hits speak for most, the best hit first."""
        candidates = self._searcher.candidates(query)
        ranked = fuse(candidates.dense, candidates.lexical, Weights())
        hits = [one for one in ranked if one.paragraph_id not in graph.standing][:_HITS] or ranked[:1]
        if not hits:
            raise NotInLibraryError("Biblioteket är tomt. Läs in protokoll med protokollspar ingest.")
        weights: dict[frozenset[str], float] = defaultdict(float)
        issues = {hit.paragraph_id: frozenset(grow(graph, [hit.paragraph_id], without)) for hit in hits}
        for hit in hits:
            weights[issues[hit.paragraph_id]] += math.exp((hit.score - hits[0].score) / _SCALE)
        chosen = max(weights, key=lambda issue: weights[issue])
        return next((hit.paragraph_id,) for hit in hits if issues[hit.paragraph_id] == chosen)

    def _traced(self, start: str, graph: LinkGraph, seeds: Sequence[str], without: Collection[LinkKind]) -> Trace:
        members = grow(graph, seeds, without)
        stored = {one.head.id: one for one in self._store.paragraphs(members)}
        ties = inner_ties(graph, members, seeds[0], without)
        quoting = _Quoting(graph.catalog, stored, self._boards())
        events = tuple(
            _event(stored[head.id], [quoting.link(tie) for tie in ties[head.id]])
            for head in in_time([stored[one].head for one in members])
        )
        outside = tuple(dict.fromkeys(quoting.link(tie) for tie in outside_ties(graph, members, without)))
        return Trace(start, stored[seeds[0]].head.title, events, outside, graph.catalog.coverage())


class _Quoting:
    """Turns ties into links by quoting their sources."""

    def __init__(self, catalog: Catalog, stored: Mapping[str, StoredParagraph], boards: Sequence[BoardName]) -> None:
        self._catalog, self._stored, self._boards = catalog, stored, boards

    def link(self, tie: Tie) -> Link:
        source = self._stored[tie.source]
        place = evidence_range(tie, source)
        return Link(
            kind=tie.kind,
            from_id=tie.source,
            to_id=tie.target,
            to=tie.named if tie.target is None else self._key(self._catalog.by_id[tie.target]),
            evidence=source.paragraph.text[place.start : place.end],
            evidence_range=place,
            page=source.page_at(place.start),
            confidence=tie.confidence,
        )

    def _key(self, head: Head) -> str:
        return short_name(head, self._boards)


def _event(stored: StoredParagraph, links: Sequence[Link]) -> Event:
    head, acts = stored.head, stored.paragraph.acts
    decided = next((one.ranges[0] for one in acts.decisions if one.ranges), None)
    quote = best_quote(stored.paragraph.text, decided or units_of(stored.paragraph)[0].range, {})
    page = stored.page_at(quote.range.start)
    return Event(
        paragraph_id=head.id,
        board=head.board,
        date=head.date,
        number=head.number,
        title=head.title,
        case_numbers=head.case_numbers,
        file=head.file,
        document_id=head.document_id,
        page=page,
        outcomes=outcomes_of(acts),
        against=against_of(acts),
        quote=quote.text,
        quote_range=quote.range,
        citation=citation(head, page),
        links=tuple(links),
    )
