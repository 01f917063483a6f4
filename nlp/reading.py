"""From the sections of a paragraph to the acts that it records.

Pure: the same sections give the same acts. Every range points into the whole text of the paragraph, and an act's
text is what its ranges cover, joined by blanks (a newline reads as a blank). Decisions come from decision sections;
assignments from decisions; motions, votes and dissent also from where they stray; references from all running text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from nlp.absence import read_absence
from nlp.acts import (
    Acts,
    Assignment,
    CaseReference,
    Decision,
    DocumentReference,
    Motion,
    NonParticipation,
    Note,
    ParagraphReference,
    Person,
    ProcedureStep,
    Range,
    Recusal,
    Reference,
    Report,
    Reservation,
    SectionKind,
    SectionText,
)
from nlp.assignments import read_assignments
from nlp.blocks import blocks
from nlp.boards import bodies_in
from nlp.changes import read_changes
from nlp.decisions import decision_points, is_lead_in, read_decisions
from nlp.dissent import read_dissent, read_recusals, read_stray_dissent
from nlp.favour import stands_for
from nlp.motion_kinds import called_so
from nlp.motions import find_chair, read_lead_motions, read_motions
from nlp.papers import read_papers
from nlp.procedure import read_procedure
from nlp.references import read_references
from nlp.reports import read_reports
from nlp.votes import read_votes

_Act = TypeVar(
    "_Act",
    Decision,
    Motion,
    Reservation,
    Note,
    Assignment,
    Report,
    Recusal,
    ProcedureStep,
    NonParticipation,
    DocumentReference,
)

# "Paragrafen justeras omedelbart.", "Omedelbar justering", "förklaras omedelbart justerad"
_IMMEDIATE = re.compile(
    (
        r"(?<!ingen )\bomedelbar(?:t)? (?:justera[ds]?t?\b|justering)"
        r"|\bjustera(?:s|des|ts)? (?:(?!inte\b)\w+ ){0,4}omedelbart\b|\bjustering (?:\w+ ){0,3}omedelbart\b"
    ),
    re.IGNORECASE,
)
_PAPERS = (SectionKind.BASIS, SectionKind.DISPATCH, SectionKind.EARLIER)
_WHERE_VOTES_STAND = (
    SectionKind.VOTE,
    SectionKind.PROCEDURE,
    SectionKind.OTHER,
    SectionKind.DECISION,
    SectionKind.MOTIONS,
)
_WHERE_DISSENT_STRAYS = (
    SectionKind.DECISION,
    SectionKind.OTHER,
    SectionKind.PROCEDURE,
    SectionKind.VOTE,
    SectionKind.MOTIONS,
)
_WHERE_MOTIONS_STRAY = (SectionKind.OTHER, SectionKind.PROCEDURE, SectionKind.DECISION)
_WHERE_MOTIONS_ARE_PUT = (SectionKind.PROCEDURE, SectionKind.VOTE)
_DISSENT = (SectionKind.RESERVATION, SectionKind.NOTE)
_WHERE_PROCEDURE_STANDS = (SectionKind.PROCEDURE, SectionKind.VOTE)
_WHERE_PROCEDURE_STRAYS = (SectionKind.OTHER, SectionKind.DECISION, SectionKind.MOTIONS)
_WHERE_ABSENCE_STANDS = (*_WHERE_DISSENT_STRAYS, *_DISSENT)


def read_acts(  # noqa: PLR0913 - one keyword for each thing that the head and the cover page may tell
    sections: Sequence[SectionText],
    *,
    board: str | None,
    date: str | None,
    title: str = "",
    title_ranges: tuple[Range, ...] = (),
    case_numbers: Collection[str] = (),
    chair: Person | None = None,
) -> Acts:
    """Return the acts of one paragraph.

    ``board`` and ``date`` are the meeting's own ("Bordlagt den 18 mars 2021, § 20" means that body). ``title`` tells
    whether the paragraph reports on an assignment; ``case_numbers`` of its head are no references.
    ``chair`` is who "ordföranden" is where the paragraph itself names no chair.
    """
    chair = find_chair([s.text for s in sections]) or chair
    decisions = _decisions(sections, board)
    motions = _motions(sections, chair)
    reservations, notes = _dissent(sections)
    recusals = _recusals(sections)
    return Acts(
        decisions=decisions,
        motions=motions,
        votes=read_votes([(s.text, s.start) for s in sections if s.kind in _WHERE_VOTES_STAND], chair=chair),
        reservations=stands_for(reservations, motions),
        notes=notes,
        assignments=_assignments(sections, board, date),
        reports=read_reports(sections, decisions, board=board, title=title, title_ranges=title_ranges),
        recusals=recusals,
        references=_references(sections, board, date, case_numbers),
        immediate=_is_immediate(sections),
        procedure=_procedure(sections),
        not_participating=_not_participating(sections, recusals),
        documents=_documents(sections),
        assignment_changes=read_changes(decisions, board=board, date=date),
    )


def _shifted(acts: Iterable[_Act], by: int) -> tuple[_Act, ...]:
    """Move ranges of a section's text into the whole text of the paragraph."""
    return tuple(replace(act, ranges=tuple(r.shifted(by) for r in act.ranges)) for act in acts)


def _deciding(sections: Sequence[SectionText], board: str | None) -> list[SectionText]:
    """The sections that hold the decision; without any, the body's own proposal, else a part that begins like one."""
    headed = [s for s in sections if s.kind is SectionKind.DECISION and s.text.strip()]
    if headed:
        return headed
    own = [s for s in sections if s.kind is SectionKind.PROPOSAL and is_own_proposal(s.heading, board)]
    return own or [
        s for s in sections if s.kind is SectionKind.OTHER and not s.heading and _begins_with_decision(s.text)
    ]


def is_own_proposal(heading: str, board: str | None) -> bool:
    """Whether "Arbetsutskottets förslag till kommunstyrelsen" stands in the protocol of that very arbetsutskott."""
    owner = _indefinite(heading.lower().partition("s förslag")[0])
    return bool(board and owner and "förslag" in heading.lower() and _indefinite(board.lower()).endswith(owner))


def _indefinite(body: str) -> str:
    """Cut the article of "utskottet", "nämnden", "styrelsen", which heads and headings print differently."""
    return re.sub(r"(?:et|en|n)$", "", body.strip())


def _begins_with_decision(text: str) -> bool:
    first = next(iter(blocks(text)), None)
    return first is not None and (
        is_lead_in(first) or re.match(r"[A-ZÅÄÖ][\w\- ]{3,60} beslutar\b", first.text) is not None
    )


def _decisions(sections: Sequence[SectionText], board: str | None) -> tuple[Decision, ...]:
    return tuple(d for s in _deciding(sections, board) for d in _shifted(read_decisions(s.text), s.start))


def _assignments(sections: Sequence[SectionText], board: str | None, date: str | None) -> tuple[Assignment, ...]:
    return tuple(
        assignment
        for s in _deciding(sections, board)
        for assignment in _shifted(read_assignments(s.text, read_decisions(s.text), meeting=date), s.start)
    )


def _motions(sections: Sequence[SectionText], chair: Person | None) -> tuple[Motion, ...]:
    """Motions of their own sections; elsewhere only where a named member moves something that is not yet there."""
    found: list[Motion] = []
    for section in sections:
        if section.kind is SectionKind.MOTIONS:
            found += _shifted(read_motions(section.text, heading=section.heading, chair=chair), section.start)
    headed = bool(found)
    for section in sections:
        if section.kind is SectionKind.DECISION:
            found += _shifted(read_lead_motions(section.text, decision_points(section.text)), section.start)
        if section.kind in _WHERE_MOTIONS_STRAY or (section.kind is SectionKind.SUMMARY and not headed):
            strays = _shifted(read_motions(section.text, chair=chair, only_named=True), section.start)
            found += [
                m
                for m in strays
                if m.movers and not any(m.kind is o.kind and set(m.movers) <= set(o.movers) for o in found)
            ]
    return called_so(found, "\n".join(s.text for s in sections if s.kind in _WHERE_MOTIONS_ARE_PUT))


def _dissent(sections: Sequence[SectionText]) -> tuple[tuple[Reservation, ...], tuple[Note, ...]]:
    reservations: list[Reservation] = []
    notes: list[Note] = []
    for section in sections:
        if section.kind in _DISSENT:
            read = read_dissent(section.text, section.kind, section.heading)
        elif section.kind in _WHERE_DISSENT_STRAYS:
            read = read_stray_dissent(section.text)
        else:
            continue
        reservations += _shifted(read[0], section.start)
        notes += _shifted(read[1], section.start)
    return tuple(reservations), tuple(notes)


def _recusals(sections: Sequence[SectionText]) -> tuple[Recusal, ...]:
    found: dict[Person, Recusal] = {}
    for section in sections:
        if section.kind not in (SectionKind.BASIS, SectionKind.DISPATCH):
            for recusal in _shifted(read_recusals(section.text, section.kind), section.start):
                found.setdefault(recusal.person, recusal)
    return tuple(found.values())


def _procedure(sections: Sequence[SectionText]) -> tuple[ProcedureStep, ...]:
    """Steps of the beslutsgång; outside its own sections only where "proposition" says that it is one."""
    return tuple(
        step
        for s in sections
        if s.kind in _WHERE_PROCEDURE_STANDS or (s.kind in _WHERE_PROCEDURE_STRAYS and "roposition" in s.text)
        for step in _shifted(read_procedure(s.text), s.start)
    )


def _not_participating(sections: Sequence[SectionText], recusals: Sequence[Recusal]) -> tuple[NonParticipation, ...]:
    """Those who stood aside, each once; one who is recused did so for that reason."""
    recused = {recusal.person for recusal in recusals}
    found: dict[Person, NonParticipation] = {}
    for section in sections:
        if section.kind in _WHERE_ABSENCE_STANDS:
            for act in _shifted(read_absence(section.text), section.start):
                found.setdefault(act.person, act)
    return tuple(act for person, act in found.items() if person not in recused)


def _documents(sections: Sequence[SectionText]) -> tuple[DocumentReference, ...]:
    """Named documents of all sections but the list of receivers, each once."""
    found: dict[tuple[str, str | None, str | None], DocumentReference] = {}
    for section in sections:
        if section.kind is not SectionKind.DISPATCH:
            for document in _shifted(read_papers(section.text, section.kind), section.start):
                found.setdefault((document.name.lower(), document.date, document.number), document)
    return tuple(found.values())


def _references(
    sections: Sequence[SectionText], board: str | None, date: str | None, own: Collection[str]
) -> tuple[Reference, ...]:
    """References of all sections, each once; "RS § 14" is the "RS 2024-03-05 § 14" beside it."""
    found: dict[object, Reference] = {}
    known = bodies_in("\n".join(s.text for s in sections))
    for section in sections:
        for reference in read_references(section.text, board=board, date=date, kind=section.kind, known=known):
            key: object = (
                reference.case_number
                if isinstance(reference, CaseReference)
                else (reference.board, reference.date, reference.number)
            )
            if key not in own:
                found.setdefault(
                    key, replace(reference, ranges=tuple(r.shifted(section.start) for r in reference.ranges))
                )
    dated = {(r.board, r.number) for r in found.values() if isinstance(r, ParagraphReference) and r.date}
    return tuple(r for r in found.values() if not _is_told_again(r, dated))


def _is_told_again(reference: Reference, dated: Collection[tuple[str | None, int]]) -> bool:
    if isinstance(reference, CaseReference) or reference.date or not reference.board:
        return False
    return (reference.board, reference.number) in dated


def _is_immediate(sections: Sequence[SectionText]) -> bool:
    return any(_IMMEDIATE.search(s.heading) or (s.kind not in _PAPERS and _IMMEDIATE.search(s.text)) for s in sections)
