"""One act as people read it: its words, what was read in them, who acts and how each voted. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import singledispatch
from typing import Any

from index.stored import Act, ItemKind
from nlp.acts import (
    Annex,
    Assignment,
    AssignmentChange,
    CaseReference,
    Decision,
    DocumentReference,
    Motion,
    NonParticipation,
    Note,
    ParagraphReference,
    Person,
    ProcedureStep,
    Recusal,
    Report,
    Reservation,
    Vote,
)
from nlp.document_acts import Activity, Definition, Milestone, Office
from ui import words
from ui.page import parts
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.protocols import fields, labels, votes
from ui.page.state import PageState, Place
from ui.speech import t, term


def title(kind: ItemKind, amount: int) -> str:
    """Return the heading over the acts of a kind."""
    many: Mapping[ItemKind, Callable[[], str]] = {
        ItemKind.DECISION: lambda: term("Beslut", "flera"),
        ItemKind.MOTION: lambda: t("Yrkanden"),
        ItemKind.VOTE: lambda: t("Omröstningar"),
        ItemKind.RESERVATION: lambda: t("Reservationer"),
        ItemKind.NOTE: lambda: t("Anteckningar och yttranden"),
        ItemKind.ASSIGNMENT: lambda: t("Uppdrag"),
        ItemKind.ASSIGNMENT_CHANGE: lambda: t("Ändrade uppdrag"),
        ItemKind.REPORT: lambda: t("Återrapporter"),
        ItemKind.RECUSAL: lambda: t("Jäv"),
        ItemKind.NOT_PARTICIPATING: lambda: t("Deltar inte i beslutet"),
        ItemKind.PROCEDURE: lambda: t("Beslutsgång"),
        ItemKind.REFERENCE: lambda: t("Hänvisningar"),
        ItemKind.DOCUMENT: lambda: t("Nämnda handlingar"),
        ItemKind.GOAL: lambda: t("Mål"),
        ItemKind.DEMAND: lambda: t("Krav och förutsättningar"),
        ItemKind.RECOMMENDATION: lambda: t("Rekommendationer"),
        ItemKind.MILESTONE: lambda: t("Milstolpar"),
        ItemKind.ACTIVITY: lambda: t("Delaktiviteter"),
        ItemKind.OFFICE: lambda: t("Ägare, ledare och författare"),
        ItemKind.DEFINITION: lambda: t("Definitioner"),
    }
    return f"{many[kind]()} ({amount})" if amount > 1 else many[kind]()


def has_text(act: Act) -> bool:
    """Whether the printed words of an act say more than its fields do."""
    return not isinstance(act, Vote | Recusal | NonParticipation)


def printed(act: Act, text: str) -> str:
    """Return the printed words of an act."""
    own = getattr(act, "text", None)
    return own or " ".join(" ".join(text[one.start : one.end].split()) for one in act.ranges)


def chip(act: Act) -> Markup:
    """Return what an act was read as, in a word; nothing where it has no sorts."""
    if isinstance(act, Decision):
        tone = parts.tone(act.outcome)
        return tag("span", words.outcome(act.outcome), class_=f"ps-chip ps-tone-{tone}")
    if isinstance(act, Motion | Note | AssignmentChange | ProcedureStep):
        return tag("span", fields.value_name(str(act.kind)), class_="ps-chip ps-tone-plain")
    if isinstance(act, Office):
        return tag("span", fields.value_name(act.role), class_="ps-chip ps-tone-plain")
    return EMPTY


@singledispatch
def _told(_act: Any, _document: str, _state: PageState) -> Sequence[tuple[str, Markup | str]]:
    """Return pairs of a label and what was read."""
    return ()


def facts(act: Act, document_id: str, state: PageState) -> Markup:
    """Return what was read in an act beside its words."""
    if isinstance(act, Vote):
        return votes.vote(act)
    told = [(label, value) for label, value in _told(act, document_id, state) if value]
    if not told:
        return EMPTY
    pairs = [join([tag("dt", label), tag("dd", value)]) for label, value in told]
    return tag("dl", *pairs, class_="ps-facts")


@_told.register
def _(act: Motion, _document: str, _state: PageState) -> Sequence[tuple[str, Markup | str]]:
    return [(t("Yrkar"), _people(act.movers))]


@_told.register
def _(act: Reservation, document: str, state: PageState) -> Sequence[tuple[str, Markup | str]]:
    meant = ", ".join(str(place + 1) for place in act.motions)
    stands = t("för yrkande {nummer}", nummer=meant) if meant else ""
    return [
        (t("Reserverar sig"), _people(act.by)),
        (t("Till förmån"), stands),
        (t("Texten"), _annex(act.annex, document, state)),
    ]


@_told.register
def _(act: Note, document: str, state: PageState) -> Sequence[tuple[str, Markup | str]]:
    return [(t("Av"), _people(act.by)), (t("Texten"), _annex(act.annex, document, state))]


@_told.register
def _(act: Assignment, _document: str, _state: PageState) -> Sequence[tuple[str, Markup | str]]:
    derived = ""
    if act.due_derived and act.due_derived != act.due:
        derived = t("{dag}, programmets slutsats av mötets dag", dag=words.date(act.due_derived))
    return [
        (t("Mottagare"), _swedish(act.recipient)),
        (t("Senast"), words.date(act.due) if act.due else ""),
        (t("Tid, som den är tryckt"), _swedish(act.due_words or "")),
        (t("Betyder"), derived),
        (t("Dessutom"), join([tag("p", part, lang="sv") for part in act.parts])),
    ]


@_told.register
def _(act: AssignmentChange, _document: str, _state: PageState) -> Sequence[tuple[str, Markup | str]]:
    return [(t("Ny tid"), words.date(act.due) if act.due else ""), (t("Gavs i"), _swedish(_named(act)))]


@_told.register
def _(act: Report, _document: str, _state: PageState) -> Sequence[tuple[str, Markup | str]]:
    return [(t("Uppdraget gavs i"), _swedish(_named(act))), (t("Avslutat"), t("ja") if act.closed else t("nej"))]


@_told.register(Recusal)
@_told.register(NonParticipation)
def _(act: Any, _document: str, _state: PageState) -> Sequence[tuple[str, Markup | str]]:
    return [(t("Vem"), _people((act.person,)))]


@_told.register
def _(act: ProcedureStep, _document: str, _state: PageState) -> Sequence[tuple[str, Markup | str]]:
    return [(t("Förslag"), _swedish("; ".join(act.proposals))), (t("Ordföranden finner"), _swedish(act.found or ""))]


@_told.register
def _(act: ParagraphReference, _document: str, _state: PageState) -> Sequence[tuple[str, Markup | str]]:
    return [(t("Till"), _swedish(_named(act)))]


@_told.register
def _(act: CaseReference, _document: str, _state: PageState) -> Sequence[tuple[str, Markup | str]]:
    return [(t("Till ärende"), act.case_number)]


@_told.register
def _(act: DocumentReference, _document: str, _state: PageState) -> Sequence[tuple[str, Markup | str]]:
    return [(t("Datum"), words.date(act.date) if act.date else ""), (t("Nummer"), act.number or "")]


@_told.register
def _(act: Milestone, _document: str, _state: PageState) -> Sequence[tuple[str, Markup | str]]:
    return [(t("Tid, som den är tryckt"), _swedish(act.printed)), (t("Senast"), words.date(act.due) if act.due else "")]


@_told.register
def _(act: Activity, _document: str, _state: PageState) -> Sequence[tuple[str, Markup | str]]:
    span = " – ".join(words.date(one) for one in (act.start, act.end) if one)
    return [(t("Tid"), span), (t("Ansvarig"), _swedish(act.responsible or ""))]


@_told.register
def _(act: Definition, _document: str, _state: PageState) -> Sequence[tuple[str, Markup | str]]:
    return [(t("Begrepp"), _swedish(act.term))]


def _people(people: Sequence[Person]) -> Markup | str:
    named = [labels.person(one) for one in people]
    return tag("span", ", ".join(named), lang="sv") if named else t("det framgår inte vem")


def _named(act: ParagraphReference | Report | AssignmentChange) -> str:
    number = f"§\N{NO-BREAK SPACE}{act.number}" if act.number is not None else ""
    return " ".join(part for part in (act.board or "", words.date(act.date) if act.date else "", number) if part)


def _swedish(text: str) -> Markup | str:
    return tag("span", text, lang="sv") if text else ""


def _annex(annex: Annex | None, document: str, state: PageState) -> Markup | str:
    if annex is None:
        return ""
    name = t("bilagan ”{bilaga}”, sidan {sida}", bilaga=annex.title, sida=annex.page_first)
    return parts.opener(name, Place(document, annex.page_first), state)
