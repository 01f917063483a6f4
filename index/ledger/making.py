"""The rows of a library's ledger, made once for each state of the library.

Owns where rows come from: assignments of decisions; goals, milestones and part activities of directives. Always holds:
a row's words are verbatim text of its paragraph. Leaves out what happened to them (`index.ledger.trails`).
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from index.boards import BoardName
from index.kept import Kept, digest
from index.ledger.folding import folded
from index.ledger.recipients import recipients_of
from index.ledger.trails import Telling, Trails
from index.ledger.values import AssignmentRow, LedgerRowKind
from index.links import LinkGraph
from index.links.cited import Citations
from index.naming import citation
from index.store import Store
from index.stored import ItemKind, StoredItem, StoredParagraph
from nlp.acts import Assignment, AssignmentChange, Range, Report
from nlp.assignment_words import PROPOSES
from nlp.document_acts import Activity, Goal, Milestone, Office

KeptRows = Kept[tuple[AssignmentRow, ...]]

_ROWS = (ItemKind.ASSIGNMENT, ItemKind.GOAL, ItemKind.MILESTONE, ItemKind.ACTIVITY)
_TELLING = (ItemKind.REPORT, ItemKind.ASSIGNMENT_CHANGE)
_NEEDED = (*_ROWS, *_TELLING, ItemKind.OFFICE)


class LedgerMaker:
    """Makes the ledger of one store; may be used from several threads."""

    def __init__(
        self,
        store: Store,
        graph: Callable[[], LinkGraph],
        boards: Callable[[], Sequence[BoardName]],
        kept: KeptRows | None = None,
    ) -> None:
        """Name the parts; nothing is read before the first use. ``kept`` is where the rows are, once they are made."""
        self._store, self._graph, self._boards, self._kept = store, graph, boards, kept
        self._lock = threading.Lock()
        self._made: tuple[LinkGraph, tuple[AssignmentRow, ...]] | None = None

    def rows(self) -> tuple[AssignmentRow, ...]:
        """Return every row with all that is known of it, in the order in which they were given."""
        graph = self._graph()
        with self._lock:
            if self._made is None or self._made[0] is not graph:
                self._made = graph, self._read_or_made(graph)
            return self._made[1]

    def _read_or_made(self, graph: LinkGraph) -> tuple[AssignmentRow, ...]:
        state = self._store.identity(), graph.catalog.generation, digest(self._boards())
        rows = self._kept.get(*state) if self._kept else None
        if rows is None:
            rows = self._rows(graph)
            if self._kept:
                self._kept.put(rows, *state)
        return rows

    def meetings(self, board: str | None = None) -> list[str]:
        """Return the dates of the meetings that were read of a board (None: of all), ascending."""
        heads = self._graph().catalog.shown
        known = (one for one in heads if one.number is not None and board in (None, one.board))
        return sorted({head.date for head in known if head.date})

    def _rows(self, graph: LinkGraph) -> tuple[AssignmentRow, ...]:
        items: dict[str, list[StoredItem]] = defaultdict(list)
        shown = {head.id for head in graph.catalog.shown}
        for item in self._store.items(_NEEDED):
            if item.paragraph_id in shown:
                items[item.paragraph_id].append(item)
        stored = self._stored(_concerned(items, graph))
        boards = self._boards()
        rows = folded([row for one, found in items.items() for row in _rows_of(stored[one], found, boards)])
        tellings = [Telling(stored[one], acts) for one, found in items.items() if (acts := _tellings(found))]
        citations = Citations(graph.catalog, boards, graph.standing)
        told = Trails(rows, graph, citations, stored).of(tellings)
        rows = [replace(row, trail=told[row.id][0], offered=told[row.id][1]) if row.id in told else row for row in rows]
        return tuple(sorted(rows, key=lambda row: (row.date or "", row.board or "", row.number or 0, row.id)))

    def _stored(self, ids: Collection[str]) -> dict[str, StoredParagraph]:
        return {one.head.id: one for one in self._store.paragraphs(ids, (ItemKind.DECISION,))}


def _concerned(items: Mapping[str, Sequence[StoredItem]], graph: LinkGraph) -> set[str]:
    """Return the paragraphs whose texts are needed: those with rows or tellings, and those that mention a row's."""
    giving = [one for one, found in items.items() if any(item.kind in _ROWS for item in found)]
    mentioning = {tie.source for one in giving for tie in graph.incoming.get(one, ())}
    near = {*giving, *mentioning}
    return {*items, *mentioning, *(other for one in near for other in graph.of_case(one))}


def _tellings(items: Sequence[StoredItem]) -> tuple[Report | AssignmentChange, ...]:
    return tuple(item.act for item in items if isinstance(item.act, Report | AssignmentChange))


def _rows_of(
    stored: StoredParagraph, items: Sequence[StoredItem], boards: Sequence[BoardName]
) -> Iterator[AssignmentRow]:
    owner = next((item.act.name for item in items if isinstance(item.act, Office) and item.act.role == "owner"), "")
    for item in items:
        act = item.act
        if isinstance(act, Assignment):
            row = _row(stored, item, LedgerRowKind.ASSIGNMENT, act.recipient, boards)
            yield replace(row, due=act.due, due_words=act.due_words, due_derived=act.due_derived, parts=act.parts)
        elif isinstance(act, Goal):
            yield _row(stored, item, LedgerRowKind.GOAL, owner, boards)
        elif isinstance(act, Milestone):
            row = _row(stored, item, LedgerRowKind.MILESTONE, owner, boards)
            yield replace(row, due=act.due, due_words=act.printed)
        elif isinstance(act, Activity):
            row = _row(stored, item, LedgerRowKind.ACTIVITY, act.responsible or owner, boards)
            yield replace(row, due=act.end)


def _row(
    stored: StoredParagraph, item: StoredItem, kind: LedgerRowKind, recipient: str, boards: Sequence[BoardName]
) -> AssignmentRow:
    head, act = stored.head, item.act
    text = act.text if isinstance(act, Assignment | Goal) else getattr(act, "name", "")
    place = Range(act.ranges[0].start, act.ranges[-1].end)
    page = stored.page_at(place.start)
    return AssignmentRow(
        id=f"{head.id}-{item.kind}-{item.position + 1}",
        kind=kind,
        text=text,
        recipient=recipient,
        recipients=recipients_of(recipient, boards),
        paragraph_id=head.id,
        organisation=head.organisation,
        board=head.board,
        date=head.date,
        number=head.number,
        title=head.title,
        case_numbers=head.case_numbers,
        file=head.file,
        document_id=head.document_id,
        page=page,
        quote_range=place,
        citation=citation(head, page),
        proposed=_is_proposed(stored, place),
        due=None,
        due_words=None,
        due_derived=None,
    )


def _is_proposed(stored: StoredParagraph, place: Range) -> bool:
    """Whether the line that leads in to a point ("… föreslår att fullmäktige beslutar:") only proposes it."""
    section = next((s for s in stored.paragraph.sections if s.range.start <= place.start < s.range.end), None)
    if section is None:
        return False
    above = stored.paragraph.text[section.range.start : place.start].split("\n")
    leads = [line for line in above if line.rstrip().endswith(":")]
    return bool(leads) and PROPOSES.search(leads[-1]) is not None
