"""Words for what is counted: Swedish tables, said in the language of the request. An unknown value is shown as is."""

from __future__ import annotations

from collections.abc import Mapping

from index.ledger import AssignmentStatus
from index.statistics import BoardYear, Measure
from nlp.fates import Fate, Ground
from ui import ledger, words
from ui.speech import t, term

UNKNOWN_BOARD, UNKNOWN_YEAR, UNKNOWN_PARTY = "organ framgår inte", "odaterat", "parti framgår inte"

MOTION_KINDS: Mapping[str, str] = {
    "approve": "Bifall",
    "reject": "Avslag",
    "remit": "Återremiss",
    "table": "Bordläggning",
    "amend": "Ändring",
    "add": "Tillägg",
    "other": "Annat yrkande",
}
FATES: Mapping[str, str] = {
    Fate.CARRIED: "vann",
    Fate.LOST: "föll",
    Fate.PUT_OFF: "ärendet sköts upp",
    Fate.UNTOLD: "framgår inte",
}
GROUNDS: Mapping[str, str] = {
    Ground.VOTE: "omröstning",
    Ground.PROCEDURE: "beslutsgång",
    Ground.RESERVATION: "reservation",
    Ground.DECISION: "beslutet",
}
VOTES: Mapping[str, str] = {
    "yes": "fler ja",
    "no": "fler nej",
    "even": "lika röstetal",
    "untold": "röstetal framgår inte",
}
STATUSES: Mapping[str, str] = {one.value: ledger.status(one) for one in AssignmentStatus}


def kind(measure: Measure, value: str | None) -> str:
    """Return the word for a sort of what is counted."""
    if measure is Measure.RESERVING_PARTIES:
        return value or t(UNKNOWN_PARTY)
    if measure is Measure.MOTIONS:
        return motion_kind(value or "")
    known = {
        Measure.DECISIONS: words.OUTCOMES,
        Measure.VOTES: VOTES,
        Measure.ASSIGNMENTS: STATUSES,
    }
    return t(known.get(measure, {}).get(value or "", value or ""))


def motion_kind(value: str) -> str:
    """Return the word for what a motion wants."""
    return term(MOTION_KINDS.get(value, value), "yrkande")


def board(row: BoardYear) -> str:
    """Return the name of a body, with its organisation where several have one of that name."""
    name = row.board or t(UNKNOWN_BOARD)
    return f"{name}, {row.organisation}" if row.organisation else name


def year(row: BoardYear) -> str:
    """Return the year of a row."""
    return str(row.year) if row.year else t(UNKNOWN_YEAR)
