"""Asking the ledger: which assignments stand how, on which day, for whom.

Always holds: a filter value that the library does not know is an error, never an open door; the day is the one asked
for, else the last meeting that was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from index.boards import BoardName, resolve
from index.errors import UnknownFilterError
from index.ledger.making import LedgerMaker
from index.ledger.states import Asked, state_on
from index.ledger.values import AssignmentRow, AssignmentState
from index.tracing.issues import IssueName
from nlp.analysis import content_terms

# a shorter stem stands in words that have nothing to do with it: "bil" in "stabil"
_IN_COMPOUND = 5


class Ledger:
    """Answers questions about the assignments of one library."""

    def __init__(
        self, maker: LedgerMaker, boards: Callable[[], Sequence[BoardName]], issue_of: Callable[[str], IssueName]
    ) -> None:
        """Name the parts; ``issue_of`` tells the issue of a paragraph."""
        self._maker, self._boards, self._issue_of = maker, boards, issue_of

    def asked(self, asked: Asked) -> tuple[AssignmentState, ...]:
        """Return how the rows asked for stand, what is due first first. Raises UnknownFilterError."""
        days = self._maker.meetings()
        as_of = asked.as_of or (days[-1] if days else "9999")
        kept = self._filtered(asked)
        meetings = {board: self._maker.meetings(board) for board in {row.board for row in kept}}
        states = (state_on(row, as_of, meetings[row.board]) for row in kept)
        wanted = [self._named(one) for one in states if one and (not asked.statuses or one.status in asked.statuses)]
        return tuple(sorted(wanted, key=lambda one: (one.due is None, one.due or "", one.row.date or "", one.row.id)))

    def _named(self, state: AssignmentState) -> AssignmentState:
        issue = self._issue_of(state.row.paragraph_id)
        return replace(state, issue=issue.title, issue_id=issue.id)

    def _filtered(self, asked: Asked) -> list[AssignmentRow]:
        boards = {spelling for name in asked.boards for spelling in resolve(name, self._boards())}
        words = set(content_terms(asked.words)) if asked.words.strip() else set()
        rows = self._maker.rows()
        if asked.recipient and not any(_is_for(row, asked.recipient) for row in rows):
            raise UnknownFilterError(_nobody(asked.recipient, rows))
        return [row for row in rows if _fits(row, asked, boards) and mentions(row, words)]


def _fits(row: AssignmentRow, asked: Asked, boards: set[str]) -> bool:
    given = row.date or ""
    return (
        (not boards or row.board in boards)
        and (not asked.recipient or _is_for(row, asked.recipient))
        and (asked.given_from is None or given >= asked.given_from)
        and (asked.given_to is None or (bool(given) and given[: len(asked.given_to)] <= asked.given_to))
    )


def _is_for(row: AssignmentRow, recipient: str) -> bool:
    wanted = " ".join(recipient.casefold().split())
    return wanted in row.recipient.casefold() or any(wanted in one for one in row.recipients)


def mentions(row: AssignmentRow, words: AbstractSet[str]) -> bool:
    """Whether the row has every stem of ``words``, or a compound of it: "ambulans" in "nattambulansen"."""
    if not words:
        return True
    there = content_terms(" ".join((row.title, row.text, *row.parts)))
    return all(any(word == one or (len(word) >= _IN_COMPOUND and word in one) for one in there) for word in words)


def _nobody(recipient: str, rows: Sequence[AssignmentRow]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  (only for the message)

    known = dict.fromkeys(one for row in rows for one in row.recipients)
    near: Iterator[str] | list[str] = get_close_matches(recipient.casefold(), list(known), n=3, cutoff=0.4)
    there = ", ".join(near) or ", ".join(list(known)[:8]) or "inga uppdrag alls"
    return f'Ingen mottagare i biblioteket heter "{recipient}". Närmast är: {there}.'
