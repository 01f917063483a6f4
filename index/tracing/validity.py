"""Whether a decision still holds, as far as the library tells: repealed, replaced, revised, run out, or nothing found.

Always holds: pure; whatever is said against a decision quotes the words that say it, and where nothing is found it is
told how far was looked. A later decision in the same issue that names no earlier one is shown as just that: whether it
takes the earlier one's place is for the reader to judge.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.course import EventKind, Standing, Step, Validity
from index.dates import is_past
from index.links import Tie
from index.quote import LONGEST
from index.results import Coverage
from index.stored import StoredParagraph
from index.tracing.steps import SETTLING, quoted
from nlp.acts import Outcome, Range
from nlp.course import Effect, effect_of, valid_until
from nlp.dates import find_dates
from nlp.windows import cut_at_words, sentences

_VALIDITY = {
    Effect.REPEALS: Validity.REPEALED,
    Effect.REPLACES: Validity.REPLACED,
    Effect.REVISES: Validity.REVISED,
}
_WEIGHT = {Validity.REPEALED: 0, Validity.REPLACED: 1, Validity.EXPIRED: 2, Validity.REVISED: 3}
_HOLDING = SETTLING | {Outcome.ASSIGNED}
_DECIDING = (EventKind.DECISION, EventKind.ASSIGNMENT, EventKind.PREPARATION)


@dataclass(frozen=True, slots=True)
class Looked:
    """How far anybody looked: the library's coverage, and for a day how many of its paragraphs are later."""

    coverage: Coverage
    dates: Sequence[str]

    def after(self, day: str | None) -> int:
        """Return how many paragraphs are dated later than ``day``; all dated ones where it is not known."""
        return sum(1 for date in self.dates if day is None or date > day)


class Standings:
    """Says of the decisions of one issue whether they hold."""

    def __init__(
        self,
        members: Sequence[StoredParagraph],
        path: Sequence[Step],
        incoming: Mapping[str, Sequence[Tie]],
        looked: Looked,
    ) -> None:
        """Take the issue's paragraphs in time order, their steps, the ties that name them, and how far was looked."""
        self._members, self._path, self._incoming, self._looked = members, path, incoming, looked
        self._by_id = {one.head.id: one for one in members}

    def of(self, one: StoredParagraph) -> Standing | None:
        """Return the standing of a paragraph's decision; None where it decides nothing that could cease to hold."""
        if not any(decision.outcome in _HOLDING for decision in one.paragraph.acts.decisions):
            return None
        until = self._until(one)
        found = [*self._against(one), *self._run_out(one, until)]
        if found:
            return min(found, key=lambda each: _WEIGHT[each.validity])
        return self._nothing_against(one, until)

    def _standing(self, one: StoredParagraph, validity: Validity, by: StoredParagraph, place: Range) -> Standing:
        return Standing(validity, quoted(by, place), None, self._looked.coverage.date_last, self._searched(one))

    def _searched(self, one: StoredParagraph) -> int:
        return self._looked.after(one.head.date)

    def _against(self, one: StoredParagraph) -> Iterator[Standing]:
        """Yield what later decisions say against this one: they name its paragraph, or its day and what it decided."""
        for later in self._members:
            if later.head.id == one.head.id or (later.head.date or "9999") <= (one.head.date or "9999"):
                continue
            for place in _deciding_sentences(later):
                said = effect_of(later.paragraph.text[place.start : place.end])
                if said is not None and self._means(later, place, one):
                    yield self._standing(one, _VALIDITY[said.effect], later, _short(later, place))

    def _means(self, later: StoredParagraph, place: Range, one: StoredParagraph) -> bool:
        named = [
            tie.target
            for tie in self._incoming.get(one.head.id, ())
            if tie.source == later.head.id and any(place.start <= each.start < place.end for each in tie.ranges)
        ]
        if named:
            return True
        days = {day for _, day in find_dates(later.paragraph.text[place.start : place.end])}
        return one.head.date in days and self._only_of_its_day(one)

    def _only_of_its_day(self, one: StoredParagraph) -> bool:
        return sum(each.head.date == one.head.date for each in self._members) == 1

    def _until(self, one: StoredParagraph) -> tuple[str, Range] | None:
        text = one.paragraph.text
        for place in _deciding_sentences(one):
            found = valid_until(text[place.start : place.end])
            if found is not None:
                return found[0], found[1].shifted(place.start)
        return None

    def _run_out(self, one: StoredParagraph, until: tuple[str, Range] | None) -> Iterator[Standing]:
        last = self._looked.coverage.date_last
        if until is not None and last is not None and is_past(until[0], last):
            by = quoted(one, until[1])
            yield Standing(Validity.EXPIRED, by, until[0], last, self._searched(one))

    def _nothing_against(self, one: StoredParagraph, until: tuple[str, Range] | None) -> Standing:
        last = self._looked.coverage.date_last
        later = self._later_decision(one)
        printed = until[0] if until else None
        if later is None:
            return Standing(Validity.NONE_FOUND, None, printed, last, self._searched(one))
        decision = next(each for each in later.paragraph.acts.decisions if each.outcome in _HOLDING)
        place = _short(later, decision.ranges[0]) if decision.ranges else Range(0, 0)
        return Standing(Validity.LATER_DECISION, quoted(later, place), printed, last, self._searched(one))

    def _later_decision(self, one: StoredParagraph) -> StoredParagraph | None:
        """Return the issue's next decision of the same board, which may have taken this one's place."""
        for later, step in zip(self._members, self._path, strict=True):
            after = (later.head.date or "") > (one.head.date or "9999")
            holds = any(each.outcome in _HOLDING for each in later.paragraph.acts.decisions)
            if after and holds and later.head.board == one.head.board and step.kind in _DECIDING:
                return later
        return None


def _deciding_sentences(one: StoredParagraph) -> Iterator[Range]:
    for decision in one.paragraph.acts.decisions:
        for place in decision.ranges:
            yield from sentences(one.paragraph.text, place)


def _short(one: StoredParagraph, place: Range) -> Range:
    return next(cut_at_words(one.paragraph.text, place, LONGEST), place)
