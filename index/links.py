"""Links between paragraphs, each with what it rests on.

Owns how references become links: same case number, a case cited, a paragraph cited, a report on an assignment. Always
holds: a link's evidence is verbatim text of its source at its range; what is not in the library is kept with no target.
Standing items share case numbers without sharing an issue: no link by case number goes to or from them. One graph is of
one generation of the store. Leaves out growing issues out of links: `index.trace` does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from index.boards import BoardName, resolve
from index.catalog import Catalog
from index.errors import UnknownFilterError
from index.naming import case_key
from index.results import LinkKind
from index.standing import standing_items
from index.stored import Act, Head, ItemKind, StoredItem
from nlp.acts import CaseReference, ParagraphReference, Range, Report

_SURE, _LIKELY, _GUESSED = 1.0, 0.9, 0.6


@dataclass(frozen=True, slots=True)
class Tie:
    """A link before its evidence is quoted: ``ranges`` are where the source names the target.

    ``target`` is None for what is not in the library, ``named`` is then what the source calls it.
    """

    kind: LinkKind
    source: str
    target: str | None
    named: str
    ranges: tuple[Range, ...]
    confidence: float


class LinkGraph:
    """All ties of one generation of a store."""

    def __init__(self, catalog: Catalog, items: Iterable[StoredItem], boards: Sequence[BoardName]) -> None:
        """Tie the paragraphs of ``catalog`` by their references and reports (``items``)."""
        self.catalog, self._boards = catalog, boards
        self._items = tuple(items)

    @cached_property
    def standing(self) -> frozenset[str]:
        """The ids of standing items."""
        return standing_items(self.catalog.shown)

    @cached_property
    def outgoing(self) -> dict[str, tuple[Tie, ...]]:
        """The ties by citation or report, by the paragraph that carries the evidence."""
        return _grouped(self._ties(), source=True)

    @cached_property
    def incoming(self) -> dict[str, tuple[Tie, ...]]:
        """The same ties by the paragraph that is named."""
        return _grouped((tie for ties in self.outgoing.values() for tie in ties), source=False)

    def of_case(self, paragraph_id: str) -> tuple[str, ...]:
        """Return the paragraphs with a case number of this one, itself left out; () for standing items."""
        if paragraph_id in self.standing:
            return ()
        head = self.catalog.by_id[paragraph_id]
        keys = {case_key(number) for number in head.case_numbers}
        found = (other.id for key in keys for other in self.catalog.by_case.get(key, ()))
        return tuple(dict.fromkeys(one for one in found if one != paragraph_id and one not in self.standing))

    def one_case(self, one: str, other: str) -> bool:
        """Whether two paragraphs may be of one case: they share a number, or one of them has none."""
        keys = [{case_key(number) for number in self.catalog.by_id[each].case_numbers} for each in (one, other)]
        return not all(keys) or bool(keys[0] & keys[1])

    def shared_number(self, one: str, other: str) -> str:
        """Return the case number that both paragraphs have, as the first of them prints it."""
        keys = {case_key(number) for number in self.catalog.by_id[other].case_numbers}
        return next(number for number in self.catalog.by_id[one].case_numbers if case_key(number) in keys)

    def _ties(self) -> Iterator[Tie]:
        for item in self._items:
            head = self.catalog.by_id.get(item.paragraph_id)
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
        found = [one for one in self.catalog.by_case.get(case_key(act.case_number), ()) if one.id not in self.standing]
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
        """Return the paragraph that is named and how sure that is.

        Without a board it is the source's own. Without a date it is the latest of that number up to the source's own
        meeting, for numbers begin anew each year.
        """
        boards = (head.board,) if board is None else self._spellings(board)
        known = [
            one for one in self.catalog.by_number.get(number, ()) if one.board in boards and _same_house(one, head)
        ]
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


def _grouped(ties: Iterable[Tie], *, source: bool) -> dict[str, tuple[Tie, ...]]:
    found: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        key = tie.source if source else tie.target
        if key is not None:
            found[key].append(tie)
    return {key: tuple(group) for key, group in found.items()}


LINKING = (ItemKind.REFERENCE, ItemKind.REPORT)
"""The acts that links are made of."""
