"""The ledger of assignments: who was given what, by when, and what became of it.

`values` are what comes out, `matching` finds which assignment a report is about, `trails` gathers what happened to
each, `states` says how one stands on a given day, `making` puts the rows of a library together.
"""

from index.ledger.asking import Ledger
from index.ledger.making import LedgerMaker
from index.ledger.states import Asked, state_on
from index.ledger.values import AssignmentRow, AssignmentState, AssignmentStatus, LedgerRowKind, Trail, TrailKind

__all__ = [
    "Asked",
    "AssignmentRow",
    "AssignmentState",
    "AssignmentStatus",
    "Ledger",
    "LedgerMaker",
    "LedgerRowKind",
    "Trail",
    "TrailKind",
    "state_on",
]
