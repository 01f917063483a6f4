"""The statistics of one library, made once for each state of it and cut to what is asked for.

Always holds: every count is of shown paragraphs of protocols; a board that the library does not know is an error. The
same question to the same library gives the same answer, in the same order.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.boards import BoardName, resolve
from index.course import Quoted
from index.ledger import Asked, AssignmentState
from index.naming import citation
from index.statistics.counting import Tally
from index.statistics.covering import covered_of, row_order, rows_of
from index.statistics.times import NEEDED, decision_times
from index.statistics.values import BoardYear, Count, Covered, DecisionTime, MotionFate, Statistics
from index.store import Store
from index.stored import Head, ItemKind, StoredParagraph
from index.tracing.issues import Issues
from nlp.acts import Motion, Range
from nlp.fates import Told, fates_of

_ACTS = (*NEEDED, ItemKind.MOTION, ItemKind.VOTE, ItemKind.RESERVATION, ItemKind.PROCEDURE)


@dataclass(frozen=True)
class _Made:
    """All that is counted of one state of a library, assignments apart, which depend on the day."""

    state: object
    rows: Mapping[str, BoardYear]
    counts: tuple[Count, ...]
    motions: tuple[MotionFate, ...]
    times: tuple[DecisionTime, ...]
    covered: tuple[Covered, ...]


class StatisticsMaker:
    """Makes the statistics of one store; may be used from several threads."""

    def __init__(
        self,
        store: Store,
        issues: Callable[[], Issues],
        boards: Callable[[], Sequence[BoardName]],
        assignments: Callable[[Asked], Sequence[AssignmentState]],
    ) -> None:
        """Name the parts; nothing is read before the first use."""
        self._store, self._issues, self._boards, self._assignments = store, issues, boards, assignments
        self._lock = threading.Lock()
        self._made: _Made | None = None

    def statistics(
        self, boards: Sequence[str] = (), years: tuple[int, int] | None = None, as_of: str | None = None
    ) -> Statistics:
        """Return the statistics of these boards in these years (inclusive), assignments as they stood on a day.

        Empty restricts nothing; ``as_of`` None is the last meeting that was read. Raises UnknownFilterError, BookError.
        """
        known = self._boards()
        wanted = {spelling for asked in boards for spelling in resolve(asked, known)}
        issues = self._issues()
        made = self._all(issues)
        states = self._assignments(Asked(as_of=as_of))
        given = Tally()
        given.add_assignments(made.rows, states)
        kept = {row for row in set(made.rows.values()) if _is_asked(row, wanted, years)}
        counts = [one for one in (*made.counts, *given.counts()) if one.row in kept]
        return Statistics(
            years=years,
            as_of=states[0].as_of if states else as_of,
            counts=tuple(sorted(counts, key=_order)),
            motions=tuple(one for one in made.motions if one.row in kept),
            times=tuple(one for one in made.times if one.row in kept),
            covered=tuple(one for one in made.covered if one.row in kept),
            coverage=issues.graph.catalog.coverage(),
        )

    def _all(self, issues: Issues) -> _Made:
        """Return what is counted; made anew when the library, or what people say of its links, has changed."""
        gathering = issues.gathering()
        with self._lock:
            if self._made is None or self._made.state is not gathering:
                self._made = self._counted(issues)
            return self._made

    def _counted(self, issues: Issues) -> _Made:
        shown = issues.graph.catalog.shown
        heads = [head for head in shown if head.number is not None]
        rows = rows_of(heads, self._boards())
        stored = {one.head.id: one for one in self._store.paragraphs([head.id for head in shown], _ACTS)}
        tally = Tally()
        tally.add_meetings(rows, heads)
        for head in heads:
            tally.add(rows[head.id], stored[head.id])
        gathering = issues.gathering()
        times = decision_times(issues.gathered(), stored, rows, issues.graph.standing)
        return _Made(
            gathering,
            rows,
            tuple(tally.counts()),
            tuple(_fates(heads, stored, rows)),
            tuple(sorted(times, key=lambda one: (row_order(one.row), one.decided_date or "", one.decided))),
            covered_of(rows, heads, self._store.documents()),
        )


def _is_asked(row: BoardYear, spellings: Collection[str], years: tuple[int, int] | None) -> bool:
    in_years = years is None or (row.year is not None and years[0] <= row.year <= years[1])
    return in_years and (not spellings or row.board in spellings)


def _order(count: Count) -> tuple[object, ...]:
    return count.measure, row_order(count.row), -count.amount, count.kind or "", count.fate or ""


def _fates(
    heads: Sequence[Head], stored: Mapping[str, StoredParagraph], rows: Mapping[str, BoardYear]
) -> Iterator[MotionFate]:
    """Yield every motion with its fate, in time order."""
    for head in sorted(heads, key=lambda head: (row_order(rows[head.id]), head.date or "", head.number or 0, head.id)):
        one = stored[head.id]
        acts = one.paragraph.acts
        for motion, told in zip(acts.motions, fates_of(acts), strict=True):
            yield _fate(rows[head.id], one, motion, told)


def _fate(row: BoardYear, stored: StoredParagraph, motion: Motion, told: Told) -> MotionFate:
    head = stored.head
    return MotionFate(
        row=row,
        date=head.date,
        number=head.number,
        title=head.title,
        movers=tuple(_named(person.name, person.party) for person in motion.movers),
        kind=motion.kind.value,
        fate=told.fate,
        ground=told.ground,
        motion=_quoted(stored, motion.ranges),
        evidence=_quoted(stored, told.ranges) if told.ranges else None,
        file=head.file,
    )


def _named(name: str | None, party: str | None) -> str:
    return f"{name} ({party})" if name and party else name or party or ""


def _quoted(stored: StoredParagraph, ranges: Sequence[Range]) -> Quoted:
    """Return the words from the first range to the last of one printed place."""
    place = ranges[0] if ranges else Range(0, 0)
    page = stored.page_at(place.start)
    words = stored.paragraph.text[place.start : place.end]
    return Quoted(stored.head.id, stored.head.document_id, words, place, page, citation(stored.head, page))
