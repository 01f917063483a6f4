"""Links that are printed as a name: a case number, a § of a meeting, the § of the assignment that is reported on.

Always holds: pure; the ranges of a tie are where the source prints the name; what is not in the library is kept with no
target. Numbers begin anew each year: a § without a date is the latest of its number up to the source's own meeting.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from index.boards import BoardName, resolve
from index.catalog import Catalog
from index.errors import UnknownFilterError
from index.links.ties import Tie
from index.naming import case_key
from index.results import LinkKind
from index.stored import Act, Head, StoredItem
from nlp.acts import CaseReference, ParagraphReference, Report

_SURE, _LIKELY, _GUESSED = 1.0, 0.9, 0.6


class Citations:
    """Resolves what is cited in one collection; ``standing`` are no targets of cited case numbers."""

    def __init__(self, catalog: Catalog, boards: Sequence[BoardName], standing: Collection[str]) -> None:
        """Name the parts."""
        self._catalog, self._boards, self._standing = catalog, boards, standing

    def ties(self, items: Iterable[StoredItem]) -> Iterator[Tie]:
        """Yield the ties that these acts make; acts that cite nothing make none."""
        for item in items:
            head = self._catalog.by_id.get(item.paragraph_id)
            if head is not None and head.duplicate_of is None:
                yield from self._ties_of(head, item.act)

    def _ties_of(self, head: Head, act: Act) -> Iterator[Tie]:
        if isinstance(act, CaseReference):
            yield from self._case_ties(head, act)
        elif isinstance(act, ParagraphReference):
            yield from self._paragraph_ties(LinkKind.CITES_PARAGRAPH, head, act)
        elif isinstance(act, Report) and act.number is not None:
            yield from self._paragraph_ties(LinkKind.REPORTS_ON, head, act)

    def _case_ties(self, head: Head, act: CaseReference) -> Iterator[Tie]:
        """Tie to the paragraph of the cited case that came last before the source; its others hang on that one."""
        if case_key(act.case_number) in {case_key(number) for number in head.case_numbers}:
            return
        cased = self._catalog.by_case.get(case_key(act.case_number), ())
        found = [one for one in cased if one.id not in self._standing]
        earlier = [one for one in found if (one.date or "") <= (head.date or "9999")]
        ordered = sorted(earlier or found, key=lambda one: one.date or "")
        target = ordered[-1 if earlier else 0].id if ordered else None
        yield Tie(LinkKind.CITES_CASE, head.id, target, act.case_number, act.ranges, _LIKELY)

    def _paragraph_ties(self, kind: LinkKind, head: Head, act: ParagraphReference | Report) -> Iterator[Tie]:
        target, confidence = self._target(head, act.board, act.date, act.number or 0)
        named = " ".join(part for part in (act.board or head.board, act.date, f"§ {act.number}") if part)
        if target is None or target.id != head.id:
            yield Tie(kind, head.id, None if target is None else target.id, named, act.ranges, confidence)

    def _target(self, head: Head, board: str | None, date: str | None, number: int) -> tuple[Head | None, float]:
        """Return the paragraph that is named and how sure that is; without a board it is the source's own."""
        boards = (head.board,) if board is None else self._spellings(board)
        numbered = self._catalog.by_number.get(number, ())
        known = [one for one in numbered if one.board in boards and _same_house(one, head)]
        if date is not None:
            found = [one for one in known if one.date and (one.date.startswith(date) or date.startswith(one.date))]
            return (found[0], _SURE) if len(found) == 1 else (None, _SURE) if not found else (found[-1], _GUESSED)
        earlier = [one for one in known if (one.date or "") <= (head.date or "9999")]
        same_year = [one for one in earlier if (one.date or "")[:4] == (head.date or "")[:4]]
        found = sorted(same_year or earlier, key=lambda one: one.date or "")
        return (found[-1], _LIKELY if same_year else _GUESSED) if found else (None, _LIKELY)

    def _spellings(self, board: str) -> tuple[str | None, ...]:
        try:
            return resolve(board, self._boards)
        except UnknownFilterError:
            return ()


def _same_house(one: Head, other: Head) -> bool:
    """Whether two paragraphs may be of one organisation; "Kommunstyrelsen" is in every municipality."""
    return one.organisation is None or other.organisation is None or one.organisation == other.organisation
