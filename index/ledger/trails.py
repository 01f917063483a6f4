"""What happened to the assignments of a library: reports, closings, more time, mentions, each with its words.

Always holds: pure; a trail is dated by its paragraph and quotes it. Of several things that one paragraph says of one
assignment the weightiest counts. A report that names what is not in the library is nobody's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.ledger.matching import Match, Matcher, Told
from index.ledger.values import AssignmentRow, Trail, TrailKind
from index.links import LinkGraph, Tie
from index.links.cited import Citations
from index.naming import case_key, citation
from index.results import LinkKind
from index.stored import Head, StoredParagraph
from index.tracing.evidence import evidence_range
from nlp.acts import AssignmentChange, ChangeKind, Outcome, Range, Report
from nlp.assignment_words import PARTIAL_REPORT
from nlp.casenumbers import cited_case_numbers
from nlp.windows import blocks

_WEIGHT = {kind: place for place, kind in enumerate(TrailKind)}
_CHANGES = {
    ChangeKind.PROLONGED: TrailKind.PROLONGED,
    ChangeKind.EXTENDED: TrailKind.EXTENDED,
    ChangeKind.WITHDRAWN: TrailKind.WITHDRAWN,
    ChangeKind.CLOSED: TrailKind.CLOSED,
}
_BY_PLACE = "nämnd, datum och §"
_MENTIONED, _SAME_CASE = 0.9, 0.7
_LIKELY, _CONCLUDED = 0.9, 0.7
_SETTLING = {Outcome.APPROVED, Outcome.NOTED, Outcome.ANSWERED}


@dataclass(frozen=True, slots=True)
class Telling:
    """A paragraph with what it tells of earlier assignments."""

    stored: StoredParagraph
    acts: tuple[Report | AssignmentChange, ...]


class Trails:
    """Gathers trails for ``rows``, the assignments of one library."""

    def __init__(
        self,
        rows: Sequence[AssignmentRow],
        graph: LinkGraph,
        citations: Citations,
        stored: Mapping[str, StoredParagraph],
    ) -> None:
        """Take the library's links, and the paragraphs that tell of assignments or mention theirs."""
        self._graph, self._citations, self._stored = graph, citations, stored
        self._matcher = Matcher(rows)
        self._of_paragraph: dict[str, list[AssignmentRow]] = defaultdict(list)
        for row in rows:
            self._of_paragraph[row.paragraph_id].append(row)

    def of(self, tellings: Iterable[Telling]) -> dict[str, tuple[tuple[Trail, ...], tuple[Trail, ...]]]:
        """Return (what happened, what is offered) by the id of the row; rows without either are left out."""
        told: dict[str, dict[str, Trail]] = defaultdict(dict)
        offered: dict[str, dict[str, Trail]] = defaultdict(dict)
        for telling in tellings:
            for match, trail in self._told(telling):
                kept = (told if match.decided else offered)[match.row.id]
                before = kept.get(trail.paragraph_id)
                if before is None or _WEIGHT[before.kind] < _WEIGHT[trail.kind]:
                    kept[trail.paragraph_id] = trail
        self._mention(told)
        return {
            one: (_in_time(told[one].values()), _in_time(_others(offered[one], told[one])))
            for one in (*told, *(one for one in offered if one not in told))
        }

    def _told(self, telling: Telling) -> Iterator[tuple[Match, Trail]]:
        for act in telling.acts:
            for match in self._matches(telling, act):
                yield match, self._trail(telling.stored, act, match)

    def _matches(self, telling: Telling, act: Report | AssignmentChange) -> list[Match]:
        head = telling.stored.head
        text = telling.stored.paragraph.text
        own = " ".join(text[place.start : place.end] for place in act.ranges)
        told = Told(own, _context(telling.stored, act.ranges), (head.board or "").casefold())
        if act.number is not None:
            target, sure = self._citations.target(head, act.board, act.date, act.number)
            rows = self._of_paragraph.get(target.id, []) if target is not None and target.id != head.id else []
            return self._matcher.among_named(rows, told, sure, _BY_PLACE)
        named = [row for row in self._of_named_cases(own) if _is_before(row, head)]
        if named:
            return self._matcher.among_named(named, told, _LIKELY, "uppdragets diarienummer")
        rows = [row for row in self._of_case(head.id) if _is_before(row, head)]
        if act.date is not None:
            rows = [row for row in rows if (row.date or "").startswith(act.date)]
        if rows:
            return self._matcher.among_case(rows, told)
        return self._matcher.among_all(list(self._earlier(head)), told)

    def _of_case(self, paragraph_id: str) -> Iterator[AssignmentRow]:
        for other in self._graph.of_case(paragraph_id):
            yield from self._of_paragraph.get(other, ())

    def _of_named_cases(self, words: str) -> Iterator[AssignmentRow]:
        """Yield the assignments of the cases that a report names by number."""
        for _, number in cited_case_numbers(words):
            for head in self._graph.catalog.by_case.get(case_key(number), ()):
                yield from self._of_paragraph.get(head.id, ())

    def _earlier(self, head: Head) -> Iterator[AssignmentRow]:
        """Yield the assignments that the same board has given before."""
        for rows in self._of_paragraph.values():
            yield from (row for row in rows if row.board == head.board and _is_before(row, head))

    def _trail(self, stored: StoredParagraph, act: Report | AssignmentChange, match: Match) -> Trail:
        if isinstance(act, AssignmentChange):
            return self._quoted(stored, act.ranges, _CHANGES[act.kind], match.why, match.confidence, act.due)
        due = None if act.closed else self._given_anew(stored, match.row)
        if due is not None:
            why = f"{match.why}; samma mottagare får en ny tid i samma beslut"
            return self._quoted(stored, act.ranges, TrailKind.PROLONGED, why, min(match.confidence, _LIKELY), due)
        return self._quoted(stored, act.ranges, _kind(stored, act), match.why, match.confidence)

    def _given_anew(self, stored: StoredParagraph, row: AssignmentRow) -> str | None:
        """Return the later time by which a paragraph that reports on ``row`` tells the same recipient to go on."""
        again = (
            other.due_known
            for other in self._of_paragraph.get(stored.head.id, ())
            if set(other.recipients) & set(row.recipients) and other.due_known
        )
        return next((due for due in again if due > (row.due_known or "")), None)

    def _quoted(
        self,
        stored: StoredParagraph,
        ranges: tuple[Range, ...],
        kind: TrailKind,
        why: str,
        confidence: float,
        due: str | None = None,
    ) -> Trail:
        head = stored.head
        place = evidence_range(Tie(LinkKind.REPORTS_ON, head.id, None, head.title, ranges, confidence), stored)
        page = stored.page_at(place.start)
        return Trail(
            kind=kind,
            paragraph_id=head.id,
            date=head.date,
            citation=citation(head, page),
            file=head.file,
            document_id=head.document_id,
            page=page,
            quote=stored.paragraph.text[place.start : place.end],
            quote_range=place,
            why=why,
            confidence=confidence,
            due=due,
        )

    def _mention(self, told: dict[str, dict[str, Trail]]) -> None:
        """Add the later paragraphs that cite an assignment's paragraph, or are of its case, and report nothing."""
        for paragraph_id, rows in self._of_paragraph.items():
            citing = {tie.source: tie for tie in self._graph.incoming.get(paragraph_id, ())}
            for source in dict.fromkeys((*citing, *self._graph.of_case(paragraph_id))):
                stored = self._stored.get(source)
                if stored is None or not _is_before(rows[0], stored.head):
                    continue
                trail = self._mentioned(stored, citing.get(source))
                for row in rows:
                    told[row.id].setdefault(source, trail)
                if source in citing and len(rows) == 1:
                    self._conclude(rows[0], stored, citing[source], told[rows[0].id])

    def _mentioned(self, stored: StoredParagraph, tie: Tie | None) -> Trail:
        why, sure = ("§ nämns", _MENTIONED) if tie else ("samma diarienummer", _SAME_CASE)
        return self._quoted(stored, tie.ranges if tie else (), TrailKind.MENTIONED, why, sure)

    def _conclude(self, row: AssignmentRow, stored: StoredParagraph, tie: Tie, told: dict[str, Trail]) -> None:
        """Count as a report that a paragraph names the assignment as such and decides the matter.

        Where it only puts the matter off, the next paragraph of its case that decides it counts.
        """
        if told[stored.head.id].kind is not TrailKind.MENTIONED:
            return
        if (stored.head.board or "").casefold() in row.recipients and _decides(stored):
            why = "mottagaren nämner paragrafen och beslutar"
            told[stored.head.id] = self._quoted(stored, tie.ranges, TrailKind.REPORTED, why, _CONCLUDED)
            return
        if not _names_assignment(stored, tie):
            return
        if _settles(stored):
            why = "paragrafen nämner uppdraget och beslutar i saken"
            told[stored.head.id] = self._quoted(stored, tie.ranges, TrailKind.REPORTED, why, _CONCLUDED)
            return
        later = [self._stored[one] for one in self._graph.of_case(stored.head.id) if one in self._stored]
        after = [one for one in later if (one.head.date or "") > (stored.head.date or "9999") and _settles(one)]
        if after and row.paragraph_id != after[0].head.id:
            then = min(after, key=lambda one: one.head.date or "")
            why = f"beslutar i den sak där uppdraget nämndes ({_short(stored.head)})"
            trail = self._quoted(then, (), TrailKind.REPORTED, why, _CONCLUDED)
            if told.get(then.head.id, trail).kind in (TrailKind.MENTIONED, TrailKind.REPORTED):
                told[then.head.id] = trail


def _names_assignment(stored: StoredParagraph, tie: Tie) -> bool:
    """Whether the sentence that names a paragraph speaks of an assignment given there."""
    place = evidence_range(tie, stored)
    return "uppdrag" in stored.paragraph.text[place.start : place.end].casefold()


def _settles(stored: StoredParagraph) -> bool:
    """Whether a paragraph decides its matter by one of the words that settle."""
    outcomes = {decision.outcome for decision in stored.paragraph.acts.decisions}
    return bool(outcomes & _SETTLING) and _decides(stored)


def _decides(stored: StoredParagraph) -> bool:
    """Whether a paragraph decides something ("Yttrande lämnas"), and does not only put it off."""
    outcomes = {decision.outcome for decision in stored.paragraph.acts.decisions}
    return bool(outcomes) and not outcomes & {Outcome.TABLED, Outcome.REMITTED}


def _short(head: Head) -> str:
    """Return "2025-04-10 § 21" for people."""
    return f"{head.date or head.file} § {head.number}"


def _kind(stored: StoredParagraph, act: Report) -> TrailKind:
    if act.closed:
        return TrailKind.CLOSED
    return TrailKind.PARTIAL if PARTIAL_REPORT.search(_context(stored, act.ranges)) else TrailKind.REPORTED


def _context(stored: StoredParagraph, ranges: Sequence[Range]) -> str:
    """Return the words around what a paragraph tells: its title, the blocks that tell it, and what was decided."""
    text = stored.paragraph.text
    near = [text[b.start : b.end] for b in blocks(text) if any(b.start <= r.start < b.end for r in ranges)]
    decided = [decision.text for decision in stored.paragraph.acts.decisions]
    return "\n".join((stored.head.title, *near, *decided))


def _is_before(row: AssignmentRow, head: Head) -> bool:
    return row.paragraph_id != head.id and (row.date or "") <= (head.date or "9999")


def _in_time(trails: Iterable[Trail]) -> tuple[Trail, ...]:
    return tuple(sorted(trails, key=lambda trail: (trail.date is None, trail.date or "", _WEIGHT[trail.kind])))


def _others(offered: Mapping[str, Trail], told: Mapping[str, Trail]) -> Iterator[Trail]:
    """Yield what is offered by paragraphs that tell nothing surer of the same assignment."""
    for paragraph_id, trail in offered.items():
        if paragraph_id not in told or told[paragraph_id].kind is TrailKind.MENTIONED:
            yield trail
