"""How an assignment stands on a day, told by what the protocols up to that day say.

Always holds: pure; only what is dated up to the day counts; a status that rests on something quotes it, and one that
rests on nothing being found says how far was looked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.dates import is_past
from index.ledger.values import AssignmentRow, AssignmentState, AssignmentStatus, Trail, TrailKind

_ENDS = {TrailKind.CLOSED: AssignmentStatus.CLOSED, TrailKind.WITHDRAWN: AssignmentStatus.WITHDRAWN}
_TRACES = (TrailKind.MENTIONED, TrailKind.PARTIAL, TrailKind.EXTENDED)


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which rows the ledger is asked; empty filters do not restrict.

    ``recipient`` is looked for in the recipient as printed and as normalised; ``given_from`` and ``given_to`` are ISO
    dates, inclusive and possibly reduced; ``as_of`` the day on which the rows are judged, None for the last meeting.
    """

    statuses: tuple[AssignmentStatus, ...] = ()
    recipient: str = ""
    boards: tuple[str, ...] = ()
    given_from: str | None = None
    given_to: str | None = None
    as_of: str | None = None
    words: str = ""


def state_on(row: AssignmentRow, as_of: str, meetings: Sequence[str]) -> AssignmentState | None:
    """Return how ``row`` stands on the day ``as_of``, None where it was not given yet.

    ``meetings`` are the dates (ISO, ascending) of the meetings that were read of the board that gave it.
    """
    if row.date is not None and row.date[: len(as_of)] > as_of:
        return None
    read = [date for date in meetings if date <= as_of]
    told = [trail for trail in row.trail if trail.date is not None and trail.date <= as_of]
    status, because, due = _judged(row, told, as_of, read)
    return AssignmentState(row, status, as_of, due, because, read[-1] if read else None)


def _judged(
    row: AssignmentRow, told: Sequence[Trail], as_of: str, read: Sequence[str]
) -> tuple[AssignmentStatus, Trail | None, str | None]:
    """Return status, what it rests on, and the time that counts."""
    ended = next((trail for trail in told if trail.kind in _ENDS), None)
    if ended is not None:
        return _ENDS[ended.kind], ended, row.due_known
    if row.proposed:
        return AssignmentStatus.PROPOSED, None, row.due_known
    moved = _last(told, TrailKind.PROLONGED)
    reported = _last(told, TrailKind.REPORTED)
    if reported is not None and (moved is None or (moved.date or "") < (reported.date or "")):
        return AssignmentStatus.REPORTED, reported, row.due_known
    due = (moved.due or None) if moved else row.due_known
    if due is None or not is_past(due, as_of):
        return (AssignmentStatus.PROLONGED if moved else AssignmentStatus.OPEN), moved, due
    trace = moved or next((trail for trail in reversed(told) if trail.kind in _TRACES), None)
    later = any(is_past(due, date) for date in read)
    missing = AssignmentStatus.NO_TRACE if later and trace is None else AssignmentStatus.OVERDUE
    return missing, trace, due


def _last(told: Sequence[Trail], kind: TrailKind) -> Trail | None:
    return next((trail for trail in reversed(told) if trail.kind is kind), None)
