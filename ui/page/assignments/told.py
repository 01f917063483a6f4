"""The words of the view Uppdrag: what a status is called, what it means, and what it rests on. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from index.ledger import AssignmentState, AssignmentStatus, LedgerRowKind, Trail, TrailKind
from ui import words
from ui.speech import t

NAMES: Mapping[AssignmentStatus, str] = {
    AssignmentStatus.OVERDUE: "Försenat",
    AssignmentStatus.NO_TRACE: "Utan spår",
    AssignmentStatus.OPEN: "Pågår",
    AssignmentStatus.PROLONGED: "Förlängt",
    AssignmentStatus.REPORTED: "Redovisat",
    AssignmentStatus.CLOSED: "Avslutat",
    AssignmentStatus.WITHDRAWN: "Återtaget",
    AssignmentStatus.PROPOSED: "Föreslaget",
}
COUNTED: Mapping[AssignmentStatus, tuple[str, str]] = {
    AssignmentStatus.OVERDUE: ("försenat uppdrag", "försenade uppdrag"),
    AssignmentStatus.NO_TRACE: ("uppdrag utan spår", "uppdrag utan spår"),
    AssignmentStatus.OPEN: ("pågående uppdrag", "pågående uppdrag"),
    AssignmentStatus.PROLONGED: ("förlängt uppdrag", "förlängda uppdrag"),
    AssignmentStatus.REPORTED: ("redovisat uppdrag", "redovisade uppdrag"),
    AssignmentStatus.CLOSED: ("avslutat uppdrag", "avslutade uppdrag"),
    AssignmentStatus.WITHDRAWN: ("återtaget uppdrag", "återtagna uppdrag"),
    AssignmentStatus.PROPOSED: ("föreslaget uppdrag", "föreslagna uppdrag"),
}
"""What one and several are called after their number."""
MEANINGS: Mapping[AssignmentStatus, str] = {
    AssignmentStatus.OVERDUE: "Tiden har gått ut och det är inte redovisat. Det har nämnts, eller så är inget senare "
    "protokoll inläst.",
    AssignmentStatus.NO_TRACE: "Tiden har gått ut, och inget senare protokoll som är inläst nämner det.",
    AssignmentStatus.OPEN: "Tiden har inte gått ut, eller så är ingen tid satt.",
    AssignmentStatus.PROLONGED: "Det har fått mer tid, och den har inte gått ut.",
    AssignmentStatus.REPORTED: "Det är redovisat, men ingen har förklarat det klart.",
    AssignmentStatus.CLOSED: "Det är förklarat klart.",
    AssignmentStatus.WITHDRAWN: "Den som gav det har tagit tillbaka det.",
    AssignmentStatus.PROPOSED: "Någon har föreslagit att det ges. Beslutet att ge det är inte hittat.",
}
TONES: Mapping[AssignmentStatus, str] = {
    AssignmentStatus.OVERDUE: "against",
    AssignmentStatus.NO_TRACE: "wait",
    AssignmentStatus.OPEN: "task",
    AssignmentStatus.PROLONGED: "task",
    AssignmentStatus.REPORTED: "done",
    AssignmentStatus.CLOSED: "for",
}
"""Status → the tone of its colour; the word always stands beside it."""
TRAILS: Mapping[TrailKind, str] = {
    TrailKind.MENTIONED: "Nämnt",
    TrailKind.PARTIAL: "Delvis redovisat",
    TrailKind.REPORTED: "Redovisat",
    TrailKind.CLOSED: "Förklarat klart",
    TrailKind.PROLONGED: "Fick mer tid",
    TrailKind.EXTENDED: "Utökat",
    TrailKind.WITHDRAWN: "Återtaget",
}
KINDS: Mapping[LedgerRowKind, str] = {
    LedgerRowKind.GOAL: "Mål i direktiv",
    LedgerRowKind.MILESTONE: "Milstolpe i direktiv",
    LedgerRowKind.ACTIVITY: "Delaktivitet i direktiv",
}


def reason(one: AssignmentState) -> str:
    """Return what the status of an assignment rests on, in a sentence or two; "" where the protocol's words say it."""
    if one.status in (AssignmentStatus.CLOSED, AssignmentStatus.WITHDRAWN):
        return ""
    if one.status is AssignmentStatus.OPEN:
        return _open(one)
    if one.status is AssignmentStatus.OVERDUE:
        return _overdue(one)
    if one.status is AssignmentStatus.NO_TRACE:
        ended, read = _when(one.due), words.date(one.searched_through)
        return t("Tiden gick ut {tid}. Inget protokoll till och med {dag} nämner uppdraget.", tid=ended, dag=read)
    if one.status is AssignmentStatus.PROLONGED:
        return t("Fick mer tid, till {tid}.", tid=words.date(one.due)) if one.due else t("Fick mer tid.")
    return t(MEANINGS[one.status])


def _open(one: AssignmentState) -> str:
    if one.due is None:
        return t("Ingen tid är satt, och inget protokoll säger att det är klart.")
    return t("Tiden går ut {tid}. Inget protokoll säger att det är klart.", tid=_when(one.due))


def _when(due: str | None) -> str:
    """Return when a time runs out, as a sentence says it: a day or a year stands alone, a month takes "i"."""
    told = words.date(due)
    return t("i {månad}", månad=told) if due is not None and len(due) == len("2024-05") else told


def _overdue(one: AssignmentState) -> str:
    due = _when(one.due)
    if one.because is None:
        return t("Tiden gick ut {tid}. Inget möte efter det är inläst, så det kan vara redovisat.", tid=due)
    return t("Tiden gick ut {tid}. Ingen redovisning är hittad.", tid=due)


def due(one: AssignmentState) -> str:
    """Return by when an assignment is due: "senast 30 september 2020"."""
    return t("senast {tid}", tid=words.date(one.due)) if one.due else t("utan slutdatum")


def why(trail: Trail) -> str:
    """Return what joins something that happened to an assignment, and how sure that is."""
    return t("Kopplat genom: {grund}. Säkerhet {tal}.", grund=trail.why, tal=words.decimal(trail.confidence, 2))
