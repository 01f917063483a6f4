"""The record of one paragraph: the one that export prints, with its citation and how sure each field is."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from ingest.records import DocumentKind
from nlp.acts import MotionKind, Outcome, SectionKind
from nlp.acts import StepKind as ProcedureKind
from ui.api.models.base import Frozen, Meeting, Placed


class Person(Frozen):
    """En person eller ett parti, som det står."""

    name: str | None = Field(description="Namnet utan titel; null när bara partiet står.")
    party: str | None = Field(description="Partiet; null när det inte står.")


class Section(Frozen):
    """Ett avsnitt av paragrafen."""

    kind: SectionKind = Field(description="Vilket slags avsnitt det är.")
    heading: str = Field(description="Rubriken som den står; tom när det inte finns någon.")
    text: str = Field(description="Texten under rubriken.")


class Decision(Frozen):
    """En beslutspunkt."""

    text: str = Field(description="Punkten ordagrant.")
    outcome: Outcome = Field(description="Vad den gör, läst av dess verb.")


class Motion(Frozen):
    """Ett yrkande."""

    movers: tuple[Person, ...] = Field(description="Alla som står bakom det.")
    kind: MotionKind = Field(description="Vad som yrkas.")
    text: str = Field(description="Yrkandet ordagrant.")


class Ballot(Frozen):
    """En ledamots röst."""

    name: str = Field(description="Ledamoten.")
    party: str | None = Field(description="Partiet.")
    vote: Literal["yes", "no", "abstain"] = Field(description="Rösten.")


class Mismatch(Frozen):
    """Där protokollet säger emot sig självt: fler eller färre namn än röster."""

    vote: str = Field(description="Vilket slags röst.")
    printed: int = Field(description="Antalet som står.")
    named: int = Field(description="Namnen som står.")


class Vote(Frozen):
    """En omröstning. Ett ja kan gälla avslag: yes_means och no_means säger vad som menas."""

    yes: int | None = Field(description="Antal ja-röster.")
    no: int | None = Field(description="Antal nej-röster.")
    abstain: int | None = Field(description="Antal som avstod.")
    yes_means: str | None = Field(description="Vad ja betyder, som det står.")
    no_means: str | None = Field(description="Vad nej betyder, som det står.")
    ballots: tuple[Ballot, ...] = Field(description="Rösterna med namn, där de står.")
    casting: bool = Field(description="Om ordförandens utslagsröst avgjorde.")
    mismatches: tuple[Mismatch, ...] = Field(description="Där antal och namn inte stämmer.")


class Annex(Frozen):
    """En bilaga som bär texten."""

    title: str = Field(description="Bilagans rubrik.")
    page_first: int = Field(description="Första sidan.")
    page_last: int = Field(description="Sista sidan.")
    text: str = Field(description="Texten.")


class Reservation(Frozen):
    """En reservation."""

    by: tuple[Person, ...] = Field(description="Vilka som reserverar sig.")
    text: str = Field(description="Reservationen ordagrant.")
    motions: tuple[int, ...] = Field(
        description="Platserna i motions, från 0, för de yrkanden som den säger sig stå bakom."
    )
    annex: Annex | None = Field(description="Bilagan som den står i.")


class Note(Frozen):
    """En protokollsanteckning eller ett särskilt yttrande; aldrig en reservation."""

    kind: Literal["note", "statement"] = Field(description="note: protokollsanteckning, statement: särskilt yttrande.")
    by: tuple[Person, ...] = Field(description="Vilkas det är.")
    text: str = Field(description="Texten ordagrant.")
    annex: Annex | None = Field(description="Bilagan som den står i.")


class Assigned(Frozen):
    """Ett uppdrag som beslutet ger."""

    recipient: str = Field(description="Mottagaren som den står.")
    text: str = Field(description="Beslutspunkten ordagrant.")
    due: str | None = Field(description="Tryckt datum eller år, förkortat till det som står.")
    due_words: str | None = Field(description="Tiden i protokollets ord.")
    due_derived: str | None = Field(description="Vad orden betyder vid mötets datum: en slutsats.")
    parts: tuple[str, ...] = Field(description="Delar som uppdraget räknar upp.")


class Report(Frozen):
    """Paragrafen återrapporterar eller avslutar ett tidigare uppdrag."""

    board: str | None = Field(description="Organet som gav uppdraget.")
    date: str | None = Field(description="När det gavs.")
    number: int | None = Field(description="I vilken paragraf.")
    closed: bool = Field(description="Om det förklaras fullgjort, besvarat eller avslutat.")


class Reference(Frozen):
    """En annan paragraf eller ett ärende som den löpande texten nämner."""

    kind: Literal["paragraph", "case"] = Field(description="Vad som nämns.")
    board: str | None = Field(None, description="Organet (paragraph).")
    date: str | None = Field(None, description="Datumet (paragraph).")
    number: int | None = Field(None, description="Numret (paragraph).")
    case_number: str | None = Field(None, description="Diarienumret (case).")


class ProcedureStep(Frozen):
    """Ett steg i beslutsgången."""

    kind: ProcedureKind = Field(description="Vilket steg.")
    proposals: tuple[str, ...] = Field(description="Förslagen som ställs.")
    found: str | None = Field(description="Vad ordföranden finner.")
    text: str = Field(description="Steget ordagrant.")


class NamedDocument(Frozen):
    """En handling som texten nämner."""

    name: str = Field(description="Vad den kallas.")
    date: str | None = Field(description="Dess datum.")
    number: str | None = Field(description="Dess nummer.")


class AssignmentChange(Frozen):
    """Vad paragrafen gör med ett tidigare uppdrag."""

    kind: str = Field(description="prolonged, extended, withdrawn eller closed.")
    text: str = Field(description="Ordagrant.")
    due: str | None = Field(description="Ny tid.")
    board: str | None = Field(description="Organet som gav uppdraget.")
    date: str | None = Field(description="När det gavs.")
    number: int | None = Field(description="I vilken paragraf.")


class SetOut(Frozen):
    """En text som ett direktiv eller en rapport ställer upp."""

    text: str = Field(description="Ordagrant.")


class Milestone(Frozen):
    """Ett steg i en tidsplan."""

    name: str = Field(description="Vad det kallas.")
    start: str | None = Field(description="När det börjar.")
    due: str | None = Field(description="När det ska vara klart.")
    printed: str = Field(description="Tiden som den står.")


class Activity(Frozen):
    """En delaktivitet."""

    name: str = Field(description="Vad den kallas.")
    start: str | None = Field(description="När den börjar.")
    end: str | None = Field(description="När den slutar.")
    responsible: str | None = Field(description="Vem som svarar för den.")


class Office(Frozen):
    """Vem som äger, leder eller har skrivit det som handlingen gäller."""

    role: Literal["owner", "leader", "author"] = Field(description="Rollen.")
    name: str = Field(description="Namnet som det står.")


class Definition(Frozen):
    """Ett begrepp och vad handlingen menar med det."""

    term: str = Field(description="Begreppet.")
    meaning: str = Field(description="Betydelsen.")


class Box(Frozen):
    """En rektangel på en sida, i punkter från sidans övre vänstra hörn."""

    x0: float
    top: float
    x1: float
    bottom: float


class Mark(Frozen):
    """Där orden står på sidan."""

    page: int = Field(description="Sidan.")
    box: Box = Field(description="Rektangeln.")


class Correction(Frozen):
    """Hur en människa har rättat ett fält."""

    field: str
    value: str = Field(description="Det nya värdet.")
    was: str = Field(description="Vad som stod förut.")
    who: str = Field(description="Vem som rättade.")
    why: str = Field(description="Varför.")
    when: str = Field(description="När, ISO 8601.")


class FieldReading(Frozen):
    """Hur ett fält lästes."""

    name: str = Field(description='Fältets namn: "title", "decisions.1" för det första beslutet.')
    value: Any = Field(description="Värdet, som i posten.")
    sure: float = Field(description="Hur säker läsningen är, 0–1: en ordning att granska efter, ingen sannolikhet.")
    why: str = Field(description="Vad säkerheten vilar på.")
    pages: tuple[int, ...] = Field(description="Sidorna där orden står.")
    marks: tuple[Mark, ...] = Field(description="Orden på sidorna.")
    corrected: Correction | None = Field(description="Rättelsen, om någon har rättat fältet.")


class ParagraphRecord(Meeting, Placed):
    """Allt som lästes ur en paragraf, eller ur en handling som inte är ett protokoll (då är number null)."""

    id: str = Field(description="Paragrafens id i biblioteket.")
    document_id: str = Field(description="Dokumentets id i biblioteket.")
    citation: str = Field(description="Den officiella hänvisningen.")
    duplicate_of: str | None = Field(description="En utförligare läsning av samma paragraf i ett annat dokument.")
    file: str = Field(description="Filens namn.")
    organisation: str | None = Field(description="Kommunen eller regionen, som det står.")
    page_first: int = Field(description="Paragrafens första sida.")
    page_last: int = Field(description="Paragrafens sista sida, bilagor oräknade.")
    immediate: bool = Field(description="Omedelbar justering.")
    text: str = Field(description="Hela texten; alla teckenposter (quote_range) räknas i den.")
    sections: tuple[Section, ...] = Field(description="Avsnitten i läsordning.")
    decisions: tuple[Decision, ...] = Field(description="Vad organet beslutade.")
    motions: tuple[Motion, ...] = Field(description="Yrkandena.")
    votes: tuple[Vote, ...] = Field(description="Omröstningarna.")
    reservations: tuple[Reservation, ...] = Field(description="Reservationerna.")
    notes: tuple[Note, ...] = Field(description="Protokollsanteckningar och särskilda yttranden.")
    assignments: tuple[Assigned, ...] = Field(description="Uppdragen som beslutet ger.")
    reports: tuple[Report, ...] = Field(description="Återrapporter om tidigare uppdrag.")
    recusals: tuple[Person, ...] = Field(description="Jäv.")
    references: tuple[Reference, ...] = Field(description="Paragrafer och ärenden som texten nämner.")
    procedure: tuple[ProcedureStep, ...] = Field(description="Stegen i beslutsgången.")
    not_participating: tuple[Person, ...] = Field(description="De som inte deltog i beslutet.")
    documents: tuple[NamedDocument, ...] = Field(description="Handlingar som texten nämner.")
    assignment_changes: tuple[AssignmentChange, ...] = Field(description="Vad som görs med tidigare uppdrag.")
    ocr_confidence: float | None = Field(description="Säkerhet (0–1) för sidor som lästes ur sin bild; annars null.")
    kind: DocumentKind = Field(description="Vilket slags dokument det är.")
    goals: tuple[SetOut, ...] = Field((), description="Mål (handlingar).")
    demands: tuple[SetOut, ...] = Field((), description="Krav och förutsättningar (handlingar).")
    milestones: tuple[Milestone, ...] = Field((), description="Milstolpar (handlingar).")
    activities: tuple[Activity, ...] = Field((), description="Delaktiviteter (handlingar).")
    offices: tuple[Office, ...] = Field((), description="Ägare, ledare och författare (handlingar).")
    definitions: tuple[Definition, ...] = Field((), description="Begrepp (handlingar).")
    recommendations: tuple[SetOut, ...] = Field((), description="Rekommendationer (handlingar).")
    fields: tuple[FieldReading, ...] = Field(description="Hur varje fält lästes; tomt om inte fields=true.")
