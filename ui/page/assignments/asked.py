"""What the view Uppdrag asks the library: its state as a question to the ledger, and what it sifts itself. Pure.

The statuses and the times of the due date are sifted here and not by the ledger, so that one answer gives both the
list and how many there are of each status.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum

from index.ledger import Asked, AssignmentState, AssignmentStatus, LedgerRowKind
from ui.page.state import PageState

FOLDED = {
    "namnd": "Givet av",
    "slag": "Slag",
    "senast_fran": "Slutdatum från",
    "senast_till": "Slutdatum till",
    "givet_fran": "Givet från",
    "givet_till": "Givet till",
}
"""The parameters of the form that are folded away, with their labels."""
ASKED = ("q", "mottagare", "per", *FOLDED)
"""The parameters of the form."""
FILTERS = ("q", "mottagare", *FOLDED, "status")
"""What can leave assignments out; the day on which they are judged leaves none out."""


class Source(StrEnum):
    """Where an assignment stands, by the word in the address."""

    DECISION = "beslut"
    DIRECTIVE = "direktiv"


class Order(StrEnum):
    """How the list is sorted, by the word in the address; the first is the default."""

    URGENT = "att-gora"
    DUE = "slutdatum"
    GIVEN = "senast-givet"
    RECIPIENT = "mottagare"


URGENCY = (
    AssignmentStatus.OVERDUE,
    AssignmentStatus.NO_TRACE,
    AssignmentStatus.OPEN,
    AssignmentStatus.PROLONGED,
    AssignmentStatus.REPORTED,
    AssignmentStatus.CLOSED,
    AssignmentStatus.WITHDRAWN,
    AssignmentStatus.PROPOSED,
)
"""The statuses, what somebody has to act on first."""


def day(state: PageState, today: date) -> str:
    """Return the day on which the assignments are judged, ISO: the one asked for, else today."""
    return state.day("per") or today.isoformat()


def question(state: PageState, today: date) -> Asked:
    """Return what the ledger is asked."""
    return Asked(
        recipient=state.one("mottagare"),
        boards=state.many("namnd"),
        given_from=state.day("givet_fran"),
        given_to=state.day("givet_till"),
        as_of=day(state, today),
        words=state.one("q"),
    )


def statuses(state: PageState) -> tuple[AssignmentStatus, ...]:
    """Return the statuses asked for; () for all."""
    return tuple(status for status in AssignmentStatus if status in state.many("status"))


def sifted(found: Sequence[AssignmentState], state: PageState) -> tuple[AssignmentState, ...]:
    """Return those whose due date and sort are asked for, of any status."""
    first, last = state.day("senast_fran"), state.day("senast_till")
    source = state.one("slag")
    return tuple(one for one in found if _is_due(one, first, last) and _is_from(one, source))


def wanted(found: Sequence[AssignmentState], state: PageState) -> tuple[AssignmentState, ...]:
    """Return those whose status is asked for, in the order asked for."""
    chosen = statuses(state)
    kept = [one for one in found if not chosen or one.status in chosen]
    order = sort(state)
    # Sorting is stable: what the ledger puts first, which is what is due first, stays first among equals.
    return tuple(kept) if order is Order.DUE else tuple(sorted(kept, key=_KEYS[order], reverse=order is Order.GIVEN))


def sort(state: PageState) -> Order:
    """Return the order asked for."""
    named = state.one("sortering")
    return Order(named) if named in set(Order) else Order.URGENT


def _recipient(one: AssignmentState) -> str:
    return one.row.recipients[0] if one.row.recipients else one.row.recipient.casefold()


_KEYS: dict[Order, Callable[[AssignmentState], str | int]] = {
    Order.URGENT: lambda one: URGENCY.index(one.status),
    Order.GIVEN: lambda one: one.row.date or "",
    Order.RECIPIENT: _recipient,
}


def _is_due(one: AssignmentState, first: str | None, last: str | None) -> bool:
    if first is None and last is None:
        return True
    # A due date may be a month or a year only: it counts where any day of it is within the span.
    due = one.due or ""
    return bool(due) and (first is None or due >= first[: len(due)]) and (last is None or due <= last[: len(due)])


def _is_from(one: AssignmentState, source: str) -> bool:
    if source not in set(Source):
        return True
    return (one.row.kind is LedgerRowKind.ASSIGNMENT) == (source == Source.DECISION)
