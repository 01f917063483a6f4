"""Tracing: the course of one issue through the boards, in time order, every step with what it rests on.

Owns where a trace starts and how it becomes events. Always holds: every event but the start carries a link with a
verbatim quote, or belongs to an issue that the query leads to; what is named but not in the library is listed as
outside; order is by date. A query may lead to several issues: how far it reaches is told. Leaves out how links are
made (`index.links`), which paragraphs are one issue (`index.tracing.gathering`) and what is mentioned beside it
(`index.tracing.issue`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from index.boards import BoardName
from index.course import Boundary
from index.errors import NotInLibraryError
from index.finding.fusion import Weights, fuse
from index.finding.judgement import answered
from index.finding.search import Searcher
from index.links import LinkGraph, Tie
from index.naming import parse_case_number, parse_place, short_name
from index.results import Issue, LinkKind, Trace
from index.store import Store
from index.stored import Filter, StoredParagraph
from index.tracing.corrected_links import CorrectedLinks
from index.tracing.events import Events
from index.tracing.gathering import Gathered
from index.tracing.issue import grow, in_time, inner_ties, outside_ties, similar_ties
from index.tracing.issues import IssueName, Issues, KeptIssues
from index.tracing.meant import Meant, meant_by
from index.tracing.quoting import Quoting
from index.tracing.validity import Looked

_HITS = 40


@dataclass(frozen=True, slots=True)
class LedTo:
    """The issues that a start leads to, what a query left out by likeness, and whether it is judged to have no answer.

    Each as in `Trace`.
    """

    issues: tuple[Issue, ...] = ()
    boundary: Boundary | None = None
    no_match: bool = False


class Tracer:
    """Follows issues through one store."""

    def __init__(
        self,
        store: Store,
        searcher: Searcher,
        boards: Callable[[], Sequence[BoardName]],
        corrections: CorrectedLinks | None = None,
        kept: KeptIssues | None = None,
    ) -> None:
        """Name the parts; links are made at the first trace.

        ``corrections`` are the links that people decide on, ``kept`` is where all issues are, once they are gathered.
        """
        self._store, self._searcher, self._boards, self._corrections = store, searcher, boards, corrections
        self._kept = kept
        self._lock = threading.Lock()
        self._issues: Issues | None = None
        self._numberless: Issues | None = None

    def trace(self, start: str, *, without: Collection[LinkKind] = ()) -> Trace:
        """Follow the issue of a paragraph ("HSN 2024-11-21 § 231"), a case number, or those that a query means.

        Raises UnknownFilterError for a board and NotInLibraryError for a paragraph or case that is not there.
        """
        issues = self.issues(without)
        seeds = self._named(start, issues)
        if seeds is None:
            meant = self._meant(start, issues, without)
            return self._traced(start, issues, meant.seeds, without, meant)
        return self._traced(start, issues, seeds, without, None)

    def trace_paragraph(self, paragraph_id: str, *, without: Collection[LinkKind] = ()) -> Trace:
        """Follow the issue of the paragraph with this id."""
        issues = self.issues(without)
        known = issues.graph.catalog.by_id
        if paragraph_id not in known:
            raise NotInLibraryError(f"Paragrafen {paragraph_id} finns inte i biblioteket. Sök fram den på nytt.")
        name = short_name(known[paragraph_id], self._boards())
        return self._traced(name, issues, (paragraph_id,), without, None)

    def led_to(self, start: str) -> LedTo:
        """Return the issues that ``start`` (as in `trace`, or an id) leads to, and how far it reached.

        Raises as `trace` does.
        """
        issues = self.issues()
        known = start in issues.graph.catalog.by_id
        seeds = (start,) if known else self._named(start, issues)
        meant = self._meant(start, issues, ()) if seeds is None else None
        gathering = issues.gathering()
        chosen = list(dict.fromkeys(gathering.issue_of(seed) for seed in (meant.seeds if meant else seeds or ())))
        members = [one for gathered in chosen for one in gathered.members]
        stored = {one.head.id: one for one in self._store.paragraphs(members)}
        made = self._made(issues, chosen, stored, meant)
        return LedTo(made, self._boundary(issues, meant), no_match=meant is not None and not meant.answers)

    def graph(self) -> LinkGraph:
        """Return the links of the store's present generation."""
        return self.issues().graph

    def issues(self, without: Collection[LinkKind] = ()) -> Issues:
        """Return the issues of the store's present generation; without the kind same-case numbers tell nothing."""
        catalog = self._searcher.catalogs.current()
        with self._lock:
            if self._issues is None or self._issues.graph.catalog is not catalog:
                meanings = self._searcher.meanings.of
                graph = LinkGraph(catalog, self._searcher.mentions.all(), self._boards(), meanings)
                self._issues, self._numberless = self._of(graph, self._kept), None
            if LinkKind.SAME_CASE not in without:
                return self._issues
            self._numberless = self._numberless or self._of(self._issues.graph.without_numbers())
            return self._numberless

    def _of(self, graph: LinkGraph, kept: KeptIssues | None = None) -> Issues:
        return Issues(self._store, graph, self._searcher.paragraphs_with, self._boards, self._corrections, kept)

    def issue_name(self, paragraph_id: str) -> IssueName:
        """Return what the issue of a paragraph is called, without reading its texts."""
        return self.issues().name_of(paragraph_id)

    def paragraph_named(self, start: str) -> str:
        """Return the id of the one paragraph that ``start`` names, or is the id of.

        Raises NotInLibraryError, UnknownFilterError.
        """
        if start in self.issues().graph.catalog.by_id:
            return start
        seeds = self._named(start, self.issues())
        if seeds is None or parse_case_number(start) is not None:
            raise NotInLibraryError(
                f'"{start.strip()}" är ingen paragraf. Skriv nämnd, datum och nummer: "HSN 2024-11-21 § 231".'
            )
        return seeds[0]

    def _named(self, start: str, issues: Issues) -> tuple[str, ...] | None:
        """Return the paragraphs that ``start`` names, None where it is a query."""
        catalog = issues.graph.catalog
        case = parse_case_number(start)
        place = None if case is not None else parse_place(start, self._boards())
        if case is not None:
            named = tuple(in_time(catalog.by_case.get(case, ())))
        elif place is not None:
            named = catalog.at(place)[:1]
        else:
            return None
        if not named:
            raise NotInLibraryError(
                f"{start.strip()} finns inte i biblioteket. Kontrollera nämnd, datum och nummer eller sök med egna ord."
            )
        return tuple(head.id for head in named)

    def _meant(self, query: str, issues: Issues, without: Collection[LinkKind]) -> Meant:
        candidates = self._searcher.candidates(query)
        ranked = fuse(candidates.features, replace(Weights(), company=0.0))
        hits = [one for one in ranked if one.paragraph_id not in issues.graph.standing][:_HITS] or ranked[:1]
        if not hits:
            raise NotInLibraryError("Biblioteket är tomt. Läs in protokoll med protokollspar ingest.")
        meant = meant_by(hits, issues.gathering(without).issue_of)
        held = bool(self._searcher.holding(query, Filter()))
        return replace(meant, answers=answered(candidates.strength, held=held))

    def _traced(
        self,
        start: str,
        issues: Issues,
        seeds: Sequence[str],
        without: Collection[LinkKind],
        meant: Meant | None,
    ) -> Trace:
        graph, gathering = issues.graph, issues.gathering(without)
        chosen = list(dict.fromkeys(gathering.issue_of(seed) for seed in seeds))
        core = dict.fromkeys((*seeds, *(one for issue in chosen for one in issue.members)))
        split = gathering.split_from(core)
        apart = {one for each in split for one in gathering.issue_of(each).members} - core.keys()
        members = [one for one in grow(graph, list(core), without) if one not in apart]
        stored = {one.head.id: one for one in self._store.paragraphs(members)}
        quoting = Quoting(graph.catalog, stored, self._boards())
        ties = _with_joins(inner_ties(graph, members, seeds[0], without), chosen)
        made = self._made(issues, chosen, stored, meant)
        events = Events(made, stored, graph, self._looked(issues))
        in_order = in_time([stored[one].head for one in members])
        outside = dict.fromkeys(quoting.link(tie) for tie in outside_ties(graph, members, without))
        return Trace(
            start=start,
            title=made[0].title if made else stored[seeds[0]].head.title,
            events=tuple(events.of(head.id, [quoting.link(tie) for tie in ties[head.id]]) for head in in_order),
            outside=tuple(outside),
            similar=tuple(quoting.similar(tie) for tie in similar_ties(graph, core, members, without)),
            coverage=graph.catalog.coverage(),
            issues=made,
            boundary=self._boundary(issues, meant),
            no_match=meant is not None and not meant.answers,
        )

    def _made(
        self, issues: Issues, chosen: Sequence[Gathered], stored: Mapping[str, StoredParagraph], meant: Meant | None
    ) -> tuple[Issue, ...]:
        made = [issues.made(one, stored) for one in chosen]
        if meant is None:
            return tuple(made)
        return tuple(replace(issue, score=score) for issue, score in zip(made, meant.scores, strict=True))

    def _boundary(self, issues: Issues, meant: Meant | None) -> Boundary | None:
        if meant is None or meant.left_out is None:
            return None
        head = issues.graph.catalog.by_id[meant.left_out.paragraph_id]
        return Boundary(head.title, head.id, meant.left_out.score, meant.least_kept)

    def _looked(self, issues: Issues) -> Looked:
        catalog = issues.graph.catalog
        return Looked(catalog.coverage(), [head.date for head in catalog.shown if head.date])


def _with_joins(ties: Mapping[str, Sequence[Tie]], issues: Sequence[Gathered]) -> dict[str, tuple[Tie, ...]]:
    """Return the ties of every member with those by which its issue runs over several case numbers."""
    found = {one: dict.fromkeys(held) for one, held in ties.items()}
    for tie in (tie for issue in issues for tie in issue.joins):
        for one in (tie.source, tie.target):
            if one in found:
                found[one][tie] = None
    return {one: tuple(held) for one, held in found.items()}
