"""Swedish words for the course of an issue: what happened, where it stands, what changed, what still holds. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.course import (
    Boundary,
    Change,
    ChangeBase,
    ChangeKind,
    EventKind,
    Loop,
    Standing,
    State,
    StateKind,
    Validity,
)
from index.results import CONCLUDED, Event, Issue
from ui import words

EVENT_KINDS: Mapping[str, str] = {
    EventKind.MOTION: "Motion eller förslag",
    EventKind.PREPARATION: "Beredning",
    EventKind.DECISION: "Beslut",
    EventKind.ASSIGNMENT: "Uppdrag",
    EventKind.REMITTED: "Återremiss",
    EventKind.TABLED: "Bordläggning",
    EventKind.REPORT: "Återrapport",
    EventKind.NOTICE: "Anmälan",
    EventKind.WITHDRAWN: "Utgår",
    EventKind.DOCUMENT: "Dokument",
    EventKind.OTHER: "Behandling",
}
STATES: Mapping[str, str] = {
    StateKind.OPEN: "öppet",
    StateKind.DECIDED: "avgjort",
    StateKind.REFERRED: "hänskjutet vidare",
    StateKind.TABLED: "bordlagt",
    StateKind.WITHDRAWN: "utgånget",
}
MOST_CHANGES = 8
"""So many changes of one decision are shown; the whole list stands in `--format jsonl`."""
_AGAINST: Mapping[str, str] = {
    Validity.REPEALED: "Upphävt",
    Validity.REPLACED: "Ersatt",
    Validity.REVISED: "Ändrat",
}


def event_kind(value: str) -> str:
    """Return the Swedish word for what an event does."""
    return EVENT_KINDS.get(value, value)


def happened(event: Event) -> str:
    """Return what happened in one phrase: "Beslut: bifall, uppdrag"."""
    kind = event_kind(event.kind)
    outcomes = [words.outcome(value).lower() for value in dict.fromkeys(event.outcomes)]
    told = [word for word in outcomes if word not in (kind.lower(), "annat beslut")]
    return f"{kind}: {', '.join(told)}" if told else kind


def state(value: State) -> str:
    """Return where an issue stands and since when: "avgjort sedan 12 maj 2024"."""
    since = f" sedan {words.date(value.since)}" if value.since else ""
    return f"{STATES.get(value.kind, value.kind)}{since}"


def span(issue: Issue) -> str:
    """Return the time that an issue spans."""
    if issue.date_first is None:
        return "odaterat"
    if issue.date_first == issue.date_last:
        return words.date(issue.date_first)
    return f"{words.date(issue.date_first)} – {words.date(issue.date_last)}"


def standing(value: Standing) -> str:
    """Return whether a decision still holds, with who says otherwise, or how far was looked."""
    until = f" Gäller enligt beslutet till och med {words.date(value.until)}." if value.until else ""
    if value.validity is Validity.EXPIRED:
        return f"Tiden har gått ut: gällde till och med {words.date(value.until)}."
    if value.by is not None and value.validity in _AGAINST:
        return f"{_AGAINST[value.validity]} av {value.by.citation}: ”{value.by.text}”{until}"
    if value.by is not None:
        return f"Senare beslut i samma ärende: {value.by.citation}.{until}"
    return f"{not_found(value)}{until}"


def not_found(value: Standing) -> str:
    """Return that no later decision was found, and how far anybody looked."""
    if value.searched_to is None:
        return "Inget senare beslut funnet."
    later = words.count(value.searched, "senare paragraf", "senare paragrafer")
    return f"Inget senare beslut funnet (sökt till och med {words.date(value.searched_to)}, {later})."


def change(value: Change) -> str:
    """Return one change as a sentence: "Tillagt mot förslaget: ”…”"."""
    base = {ChangeBase.PROPOSAL: "mot förslaget", ChangeBase.PREVIOUS: "sedan förra beslutet"}[value.base]
    if value.kind is ChangeKind.ADDED:
        return f"Tillagt {base}: ”{value.after}”"
    if value.kind is ChangeKind.REMOVED:
        return f"Borttaget {base}: ”{value.before}”"
    return f"Ändrat {base}: ”{value.before}” blev ”{value.after}”"


def changes(event: Event) -> tuple[str, ...]:
    """Return what an event changed, a sentence each, the first few where there are many."""
    told = [change(one) for one in event.changes[:MOST_CHANGES]]
    left = len(event.changes) - len(told)
    return (*told, f"… och {words.count(left, 'ändring', 'ändringar')} till.") if left else tuple(told)


def loop(value: Loop, names: Mapping[str, str]) -> str:
    """Return a way out and back: "Återremiss i A, tillbaka i B efter 28 dagar"."""
    out = f"{event_kind(value.kind)} i {names.get(value.out_id, 'en annan paragraf')}"
    if value.back_id is None:
        return f"{out}, har inte kommit tillbaka"
    days = f" efter {words.count(value.days, 'dag', 'dagar')}" if value.days is not None else ""
    return f"{out}, tillbaka i {names.get(value.back_id, 'en annan paragraf')}{days}"


def boundary(value: Boundary) -> str:
    """Return where a trace from a query stopped."""
    near, kept = (words.decimal(one, 2) for one in (value.similarity, value.least_kept))
    return f"Stannade vid likhet {near}: närmast utanför är ”{value.title}” (minst {kept} inom spåret)."


def joined(issue: Issue) -> Sequence[str]:
    """Return why different case numbers are one issue, the program's guesses named as that."""
    told = []
    for link in issue.joins:
        guess = " (programmets slutsats)" if link.kind in CONCLUDED else ""
        told.append(f"{words.link_kind(link.kind)} {link.to}: ”{link.evidence}”{guess}")
    return tuple(dict.fromkeys(told))
