"""Every assignment of the demo collection stands, on three dates, as its gold says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import pytest

from data.typeset.collection import load_collection
from data.typeset.model import FateEntry
from index.boards import BoardName
from index.ledger import AssignmentRow, LedgerMaker, LedgerRowKind, state_on
from index.sqlite.store import SqliteStore
from index.tracing.trace import Tracer
from tests.index.small_library import names


@pytest.fixture(scope="module")
def ledger(demo_store: SqliteStore, tracer: Tracer) -> LedgerMaker:
    """The ledger of the whole collection."""
    known: Sequence[BoardName] = names(demo_store)
    return LedgerMaker(demo_store, tracer.graph, lambda: known)


def rows_by_place(ledger: LedgerMaker) -> dict[tuple[str | None, str | None, int | None], list[AssignmentRow]]:
    """Return the assignments of decisions by board, date and number, in printed order."""
    found = defaultdict(list)
    for row in ledger.rows():
        if row.kind is LedgerRowKind.ASSIGNMENT:
            found[row.board, row.date, row.number].append(row)
    return found


def gold() -> list[tuple[str, str, int, FateEntry]]:
    """Return board, date, number and fate of every judged assignment and date."""
    meetings = load_collection().meetings
    return [(m.board, m.date, p.number, fate) for m in meetings for p in m.paragraphs for fate in p.fates]


def test_every_assignment_stands_as_the_gold_says(ledger: LedgerMaker) -> None:
    """Status on the day, and the paragraph that reported or closed it, are those of the YAML: all of them."""
    rows = rows_by_place(ledger)
    wrong = []
    for board, date, number, fate in gold():
        row = rows[board, date, number][fate.assignment]
        state = state_on(row, fate.as_of, ledger.meetings(row.board))
        told = state.because.citation if state is not None and state.because is not None else ""
        named = fate.reported.split(" ", 1)[1] if fate.reported else ""
        if state is None or state.status != fate.status or named not in told:
            wrong.append((row.citation, fate.as_of, fate.status, state and state.status, fate.reported, told))
    assert wrong == []
    assert len(gold()) > 100


def test_every_trail_quotes_its_paragraph(ledger: LedgerMaker, demo_store: SqliteStore) -> None:
    """What a status rests on, and what is offered, are words that stand in the paragraph that is cited."""
    texts = {one.head.id: one.paragraph.text for one in demo_store.paragraphs()}
    trails = [trail for row in ledger.rows() for trail in (*row.trail, *row.offered)]
    assert trails
    for trail in trails:
        place = trail.quote_range
        assert trail.quote
        assert texts[trail.paragraph_id][place.start : place.end] == trail.quote


def test_directives_are_in_the_ledger(ledger: LedgerMaker) -> None:
    """Goals, milestones and part activities of the two directives are rows with page and citation."""
    kinds = {row.kind for row in ledger.rows()}
    assert kinds == set(LedgerRowKind)
    assert all(row.page >= 1 and row.citation for row in ledger.rows())


def test_nothing_stands_before_it_was_given(ledger: LedgerMaker) -> None:
    """On a day before its meeting an assignment is not there at all."""
    row = next(row for row in ledger.rows() if row.date == "2025-10-23")
    assert state_on(row, "2025-10-22", ledger.meetings(row.board)) is None
    assert state_on(row, "2025-10-23", ledger.meetings(row.board)) is not None
