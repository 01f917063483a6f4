"""How long issues took: from the first paragraph in the library to the first that decides.

Always holds: standing items are no issues; what an issue's paragraphs do is told by `index.tracing.steps`, as in a
trace. An issue that began before the library does has a shorter time here than in truth: that is for the one who shows
it to say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from index.course import EventKind
from index.dates import days_between
from index.naming import citation
from index.statistics.values import BoardYear, DecisionTime
from index.stored import Head, ItemKind, StoredParagraph
from index.tracing.gathering import Gathered
from index.tracing.issues import title_of
from index.tracing.steps import kind_of

NEEDED = (ItemKind.DECISION, ItemKind.REPORT)
"""The acts that tell what a paragraph does."""


def decision_times(
    issues: Iterable[Gathered],
    stored: Mapping[str, StoredParagraph],
    rows: Mapping[str, BoardYear],
    standing: Collection[str],
) -> Iterator[DecisionTime]:
    """Yield the time of every issue that a paragraph of a protocol decides; ``rows`` are those of protocols."""
    for issue in issues:
        members = [stored[one] for one in issue.members if one in stored and one not in standing]
        decided = next((one for one in members if one.head.id in rows and _decides(one)), None)
        if decided is not None:
            first = members[0].head
            yield _time([one.head for one in members], first, decided.head, rows[decided.head.id])


def _decides(stored: StoredParagraph) -> bool:
    return kind_of(stored) is EventKind.DECISION


def _time(heads: list[Head], first: Head, decided: Head, row: BoardYear) -> DecisionTime:
    return DecisionTime(
        row=row,
        issue_id=first.id,
        title=title_of(heads),
        days=days_between(first.date, decided.date),
        first=first.id,
        first_date=first.date,
        first_citation=citation(first, first.page_first),
        decided=decided.id,
        decided_date=decided.date,
        decided_citation=citation(decided, decided.page_first),
        file=decided.file,
        page=decided.page_first,
    )
