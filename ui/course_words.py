"""Words for the course of an issue: what happened, where it stands, what changed, what still holds.

The tables are Swedish; the functions speak the language of the request (`ui.speech`).
"""

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
from ui.speech import t

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
_HOLDS: Mapping[str, str] = {
    **_AGAINST,
    Validity.EXPIRED: "Tiden har gått ut",
    Validity.LATER_DECISION: "Senare beslut finns",
    Validity.NONE_FOUND: "Inget senare beslut funnet",
}


def event_kind(value: str) -> str:
    """Return the word for what an event does."""
    return t(EVENT_KINDS.get(value, value))


def happened(event: Event) -> str:
    """Return what happened in one phrase: "Beslut: bifall, uppdrag"."""
    kind = event_kind(event.kind)
    outcomes = [words.outcome(value).lower() for value in dict.fromkeys(event.outcomes) if value != "other"]
    told = [word for word in outcomes if word != kind.lower()]
    return f"{kind}: {', '.join(told)}" if told else kind


def state(value: State) -> str:
    """Return where an issue stands and since when: "avgjort sedan 12 maj 2024"."""
    stands = t(STATES.get(value.kind, value.kind))
    return t("{state} sedan {day}", state=stands, day=words.date(value.since)) if value.since else stands


def span(issue: Issue) -> str:
    """Return the time that an issue spans."""
    if issue.date_first is None:
        return t("odaterat")
    if issue.date_first == issue.date_last:
        return words.date(issue.date_first)
    return f"{words.date(issue.date_first)} – {words.date(issue.date_last)}"


def standing(value: Standing) -> str:
    """Return whether a decision still holds, with who says otherwise, or how far was looked."""
    until = f" {t('Gäller enligt beslutet till och med {day}.', day=words.date(value.until))}" if value.until else ""
    if value.validity is Validity.EXPIRED:
        return t("Tiden har gått ut: gällde till och med {day}.", day=words.date(value.until))
    if value.by is not None and value.validity in _AGAINST:
        said = t("{change} av {citation}", change=t(_AGAINST[value.validity]), citation=value.by.citation)
        return f"{said}: ”{value.by.text}”{until}"
    if value.by is not None:
        return f"{t('Senare beslut i samma ärende: {citation}.', citation=value.by.citation)}{until}"
    return f"{not_found(value)}{until}"


def holds(value: Standing) -> str:
    """Return in two or three words whether a decision still holds, as far as anybody looked."""
    return t(_HOLDS.get(value.validity, value.validity))


def not_found(value: Standing) -> str:
    """Return that no later decision was found, and how far anybody looked."""
    if value.searched_to is None:
        return t("Inget senare beslut funnet.")
    day = words.date(value.searched_to)
    if not value.searched:
        return t("Inget senare beslut funnet: inga senare paragrafer till och med {day}.", day=day)
    later = words.count(value.searched, "senare paragraf", "senare paragrafer")
    return t("Inget senare beslut funnet (sökt till och med {day}, {later}).", day=day, later=later)


def change(value: Change) -> str:
    """Return one change as a sentence: "Tillagt mot förslaget: ”…”"."""
    base = t({ChangeBase.PROPOSAL: "mot förslaget", ChangeBase.PREVIOUS: "sedan förra beslutet"}[value.base])
    if value.kind is ChangeKind.ADDED:
        return f"{t('Tillagt {base}', base=base)}: ”{value.after}”"
    if value.kind is ChangeKind.REMOVED:
        return f"{t('Borttaget {base}', base=base)}: ”{value.before}”"
    changed = t("Ändrat {base}", base=base)
    return f"{changed}: ”{value.before}” {t('blev')} ”{value.after}”"


def changes(event: Event) -> tuple[str, ...]:
    """Return what an event changed, a sentence each, the first few where there are many."""
    told = [change(one) for one in event.changes[:MOST_CHANGES]]
    left = len(event.changes) - len(told)
    return (*told, more_changes(left)) if left else tuple(told)


def more_changes(left: int) -> str:
    """Return that so many changes are left untold."""
    return t("… och {ändringar} till.", ändringar=words.count(left, "ändring", "ändringar"))


def loop(value: Loop, names: Mapping[str, str]) -> str:
    """Return a way out and back: "Återremiss i A, tillbaka i B efter 28 dagar"."""
    another = t("en annan paragraf")
    out = t("{step} i {place}", step=event_kind(value.kind), place=names.get(value.out_id, another))
    if value.back_id is None:
        return f"{out}, {t('har inte kommit tillbaka')}"
    back = t("tillbaka i {place}", place=names.get(value.back_id, another))
    days = "" if value.days is None else f" {t('efter {dagar}', dagar=words.count(value.days, 'dag', 'dagar'))}"
    return f"{out}, {back}{days}"


def doubt(start: str) -> str:
    """Return that nothing seems to answer a start in own words."""
    return f"Inget svarar på ”{start}”. Det som följer ligger närmast, men verkar handla om något annat."


def boundary(value: Boundary) -> str:
    """Return where a trace from a query stopped."""
    near, kept = (words.decimal(one, 2) for one in (value.similarity, value.least_kept))
    return t(
        "Stannade vid likhet {near}: närmast utanför är ”{title}” (minst {kept} inom spåret).",
        near=near,
        title=value.title,
        kept=kept,
    )


def joined(issue: Issue) -> Sequence[str]:
    """Return why different case numbers are one issue, the program's guesses named as that."""
    told = []
    for link in issue.joins:
        guess = f" ({t('programmets slutsats')})" if link.kind in CONCLUDED else ""
        told.append(f"{words.link_kind(link.kind)} {link.to}: ”{link.evidence}”{guess}")
    return tuple(dict.fromkeys(told))
