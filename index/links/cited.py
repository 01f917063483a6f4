"""Links that are printed as a name: a case number, or a § of a meeting, whatever is said of it.

Always holds: pure; the ranges of a tie are where the source prints the name; what is not in the library is kept with no
target. Numbers begin anew each year: a § without a date is the latest of its number up to the source's own meeting.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from index.boards import BoardName, resolve
from index.errors import UnknownFilterError
from index.finding.catalog import Catalog
from index.links.mentions import Mention
from index.links.ties import Tie
from index.naming import case_key
from index.results import LinkKind
from index.stored import Head

_SURE, _LIKELY, _GUESSED = 1.0, 0.9, 0.6
_MANY = 16
_WHOLE, _REDUCED = len("2024-11-21"), (len("2024-11"), len("2024"))


class Citations:
    """Resolves what is cited in one collection; ``standing`` are no targets of cited case numbers."""

    def __init__(self, catalog: Catalog, boards: Sequence[BoardName], standing: Collection[str]) -> None:
        """Name the parts."""
        self._catalog, self._boards, self._standing = catalog, boards, standing
        self._of_day: dict[tuple[int | None, str | None], list[Head]] = {}

    def ties(self, mentions: Iterable[Mention]) -> Iterator[Tie]:
        """Yield the ties of the mentions that name a case, or a § by its number."""
        for mention in mentions:
            head = self._catalog.by_id.get(mention.source)
            if head is None or head.duplicate_of is not None:
                continue
            if mention.kind is LinkKind.CITES_CASE:
                yield from self._case_ties(head, mention)
            elif mention.number is not None:
                yield from self._paragraph_ties(head, mention, mention.number)

    def _case_ties(self, head: Head, mention: Mention) -> Iterator[Tie]:
        """Tie to the paragraph of the cited case that came last before the source; its others hang on that one."""
        key = case_key(mention.named)
        if key in {case_key(number) for number in head.case_numbers}:
            return
        found = [one for one in self._catalog.by_case.get(key, ()) if one.id not in self._standing]
        earlier = [one for one in found if (one.date or "") <= (head.date or "9999")]
        ordered = sorted(earlier or found, key=lambda one: one.date or "")
        target = ordered[-1 if earlier else 0].id if ordered else None
        yield Tie(LinkKind.CITES_CASE, head.id, target, mention.named, mention.ranges, _LIKELY)

    def _paragraph_ties(self, head: Head, mention: Mention, number: int) -> Iterator[Tie]:
        target, confidence = self.target(head, mention.board, mention.date, number)
        named = " ".join(part for part in (mention.board or head.board, mention.date, f"§ {number}") if part)
        if target is None or target.id != head.id:
            yield Tie(mention.kind, head.id, None if target is None else target.id, named, mention.ranges, confidence)

    def target(self, head: Head, board: str | None, date: str | None, number: int) -> tuple[Head | None, float]:
        """Return the paragraph that ``head`` names and how sure that is; without a board it is of the source's own."""
        boards = (head.board,) if board is None else self._spellings(board)
        known = [one for one in self._numbered(number, date) if one.board in boards and _same_house(one, head)]
        if date is not None:
            found = [one for one in known if one.date and (one.date.startswith(date) or date.startswith(one.date))]
            return (found[0], _SURE) if len(found) == 1 else (None, _SURE) if not found else (found[-1], _GUESSED)
        earlier = [one for one in known if (one.date or "") <= (head.date or "9999")]
        same_year = [one for one in earlier if (one.date or "")[:4] == (head.date or "")[:4]]
        found = sorted(same_year or earlier, key=lambda one: one.date or "")
        return (found[-1], _LIKELY if same_year else _GUESSED) if found else (None, _LIKELY)

    def _numbered(self, number: int, date: str | None) -> Sequence[Head]:
        """Return the paragraphs of this number that may be meant: of many years only those of the day that is named."""
        numbered = self._catalog.by_number.get(number, ())
        if date is None or len(numbered) < _MANY:
            return numbered
        if not self._of_day:
            for head in self._catalog.shown:
                self._of_day.setdefault((head.number, head.date), []).append(head)
        reduced = [date[:length] for length in _REDUCED if length < len(date)]
        exact = [head for day in (date, *reduced) for head in self._of_day.get((number, day), ())]
        return exact if len(date) == _WHOLE else numbered

    def _spellings(self, board: str) -> tuple[str | None, ...]:
        try:
            return resolve(board, self._boards)
        except UnknownFilterError:
            return ()


def _same_house(one: Head, other: Head) -> bool:
    """Whether two paragraphs may be of one organisation; "Kommunstyrelsen" is in every municipality."""
    return one.organisation is None or other.organisation is None or one.organisation == other.organisation
