"""Which assignment a report is about, among those that it may be about.

Always holds: pure; a report is given to an assignment only where it names it, or says its words clearly better than it
says any other's; else it is offered to all that it may be about. Words are weighed by how few assignments have them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.ledger.values import AssignmentRow
from nlp.analysis import content_terms
from nlp.assignment_words import EVERY_ASSIGNMENT

_CLEAR, _TIMES = 0.25, 1.4
"""What a match by words needs: this share of the assignment's words, and so many times the share of the next."""
_STRONG = 0.5
_NAMED, _BY_WORDS, _ALL, _BY_CASE = 0.98, 0.9, 0.8, 0.75
_OFFERED = 0.4


@dataclass(frozen=True, slots=True)
class Match:
    """A report's assignment: how sure, and why (Swedish). Not ``decided``: it may be another's."""

    row: AssignmentRow
    confidence: float
    why: str
    decided: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What a paragraph says of an earlier assignment, and its board as boards are called among recipients.

    ``words`` are those of the report itself, ``context`` what stands around it; the report's own words come first.
    """

    words: str
    context: str
    board: str


class Matcher:
    """Matches reports with the rows of one ledger."""

    def __init__(self, rows: Iterable[AssignmentRow]) -> None:
        """Weigh the words of all rows."""
        self._stems: Mapping[str, frozenset[str]] = {row.id: frozenset(_stems(row)) for row in rows}
        counts = Counter(stem for stems in self._stems.values() for stem in stems)
        total = len(self._stems)
        self._weights = {stem: math.log(1 + total / count) for stem, count in counts.items()}

    def among_named(self, rows: Sequence[AssignmentRow], told: Told, sure: float, why: str) -> list[Match]:
        """Match with the assignments of the paragraph that the report names, with this sureness and for this reason."""
        if len(rows) == 1:
            return [Match(rows[0], min(sure, _NAMED), why, decided=True)]
        if EVERY_ASSIGNMENT.search(told.words):
            return _all_of(rows, sure, why)
        best = self._meant(rows, told)
        if best is not None:
            return [Match(best, min(sure, _BY_WORDS), f"{why} och uppdragets ord", decided=True)]
        by_recipient = [row for row in rows if _is_told_of(row, told)]
        if len(by_recipient) == 1:
            return [Match(by_recipient[0], min(sure, _BY_WORDS), f"{why} och mottagaren", decided=True)]
        if EVERY_ASSIGNMENT.search(told.context):
            return _all_of(rows, sure, why)
        return [Match(row, _OFFERED, f"{why}, men oklart vilket uppdrag i den", decided=False) for row in rows]

    def among_case(self, rows: Sequence[AssignmentRow], told: Told) -> list[Match]:
        """Match with the assignments of the same case, where the report names no paragraph."""
        best = self._meant(rows, told)
        if best is not None or len(rows) == 1:
            return [Match(best or rows[0], _BY_CASE, "samma diarienummer och uppdragets ord", decided=best is not None)]
        return [Match(row, _OFFERED, "samma diarienummer", decided=False) for row in rows]

    def among_all(self, rows: Sequence[AssignmentRow], told: Told) -> list[Match]:
        """Match by words alone; only words that are nearly all there decide nothing more than an offer."""
        best = self._clearly_best(rows, told.words, least=_STRONG)
        return [] if best is None else [Match(best, _OFFERED, "uppdragets ord", decided=False)]

    def _meant(self, rows: Sequence[AssignmentRow], told: Told) -> AssignmentRow | None:
        return self._clearly_best(rows, told.words) or self._clearly_best(rows, told.context)

    def _clearly_best(
        self, rows: Sequence[AssignmentRow], context: str, *, least: float = _CLEAR
    ) -> AssignmentRow | None:
        said = frozenset(content_terms(context))
        ranked = sorted(((self.share(row, said), row.id) for row in rows), reverse=True)
        if not ranked or ranked[0][0] < least:
            return None
        if len(ranked) > 1 and ranked[0][0] < _TIMES * ranked[1][0]:
            return None
        return next(row for row in rows if row.id == ranked[0][1])

    def share(self, row: AssignmentRow, said: frozenset[str]) -> float:
        """Return the share of an assignment's words, by weight, that are said."""
        stems = self._stems[row.id]
        whole = sum(self._weights[stem] for stem in stems)
        return sum(self._weights[stem] for stem in stems & said) / whole if whole else 0.0


def _all_of(rows: Sequence[AssignmentRow], sure: float, why: str) -> list[Match]:
    return [Match(row, min(sure, _ALL), f"{why}; alla uppdrag i paragrafen", decided=True) for row in rows]


def _is_told_of(row: AssignmentRow, told: Told) -> bool:
    """Whether a report names the assignment's recipient, or is made by it."""
    said = told.context.casefold()
    return any(one in said or one == told.board for one in row.recipients)


def _stems(row: AssignmentRow) -> list[str]:
    return content_terms(" ".join((row.text, *row.parts)))
