"""The course of an issue: events, links with their evidence, changes, what still holds, and where it stands."""

from __future__ import annotations

from pydantic import Field

from index.course import ChangeBase, ChangeKind, EventKind, StateKind, Validity
from index.results import LinkKind
from nlp.acts import Outcome
from ui.api.models.base import Cited, Coverage, Frozen, Placed, Quoted, Span


class Link(Placed):
    """Varför två paragrafer hör ihop, med orden som säger det."""

    kind: LinkKind = Field(description="same-title och similar är programmets slutsatser; övriga står i protokollen.")
    from_id: str = Field(description="Paragrafen som orden står i.")
    to: str = Field(description="Vad som nämns.")
    to_id: str | None = Field(description="Paragrafen som nämns; null när den inte finns i biblioteket.")
    evidence: str = Field(description="Ordagrant ur from_id.")
    evidence_range: Span
    confidence: float = Field(description="Hur säker kopplingen är, 0–1.")


class SimilarMatter(Link):
    """Ett annat ärende i samma ämne; en slutsats, aldrig ett skäl att slå ihop dem."""

    title: str = Field(description="Det andra ärendets rubrik.")
    case_numbers: tuple[str, ...] = Field(description="Det andra ärendets diarienummer.")


class Change(Frozen):
    """En mening som ändrades."""

    kind: ChangeKind = Field(description="Vad som hände med meningen.")
    base: ChangeBase = Field(description="Vad beslutet jämförs med: förslaget eller det förra beslutet.")
    base_id: str = Field(description="Paragrafen som before står i.")
    before: str = Field(description="Före, ordagrant.")
    after: str = Field(description="Efter, ordagrant.")


class Standing(Frozen):
    """Om beslutet fortfarande gäller, så långt biblioteket säger."""

    validity: Validity = Field(description="Vad senare protokoll säger.")
    by: Quoted | None = Field(description="Orden som säger det.")
    until: str | None = Field(description="Sista dagen som står för beslutet.")
    searched_to: str | None = Field(description="Till vilken dag det söktes.")
    searched: int = Field(description="Senare paragrafer som genomsöktes.")


class Event(Cited):
    """En paragraf i ärendets gång."""

    kind: EventKind = Field(description="Vad paragrafen gör i ärendet.")
    outcomes: tuple[Outcome, ...] = Field(description="Utfallen av dess beslut.")
    against: tuple[str, ...] = Field(
        description="Vilka som reserverade sig eller vars sida förlorade en omröstning med namn."
    )
    links: tuple[Link, ...] = Field(description="Kopplingarna som för den hit.")
    issue: str = Field(description="Ärendets id; tomt för det som bara nämns.")
    changes: tuple[Change, ...] = Field(description="Vad beslutet ändrade.")
    standing: Standing | None = Field(description="Om beslutet fortfarande gäller; null för det som inte är beslut.")


class Step(Frozen):
    """Ett steg på ärendets väg."""

    paragraph_id: str = Field(description="Paragrafen.")
    board: str | None = Field(description="Organet.")
    date: str | None = Field(description="Dagen.")
    kind: EventKind = Field(description="Vad paragrafen gör.")
    days: int | None = Field(description="Dagar sedan steget före.")


class Loop(Frozen):
    """En väg ut och tillbaka: återremiss eller bordläggning."""

    kind: EventKind = Field(description="Vilken.")
    out: str = Field(description="Paragrafen som skickade ut ärendet.")
    back: str | None = Field(description="Paragrafen där det kom tillbaka; null när det inte gjort det.")
    days: int | None = Field(description="Dagar däremellan.")


class Issue(Frozen):
    """Ett ärende: paragrafer som hör ihop över möten, organ och diarienummer."""

    id: str = Field(description="Den första paragrafens id.")
    title: str = Field(description="Ärendets rubrik.")
    date_first: str | None = Field(description="Första gången det var uppe.")
    date_last: str | None = Field(description="Senaste gången det var uppe.")
    boards: tuple[str, ...] = Field(description="Organen som hade det uppe.")
    case_numbers: tuple[str, ...] = Field(description="Dess diarienummer.")
    state: StateKind = Field(description="Var det står: en slutsats.")
    state_since: str | None = Field(description="Sedan när.")
    state_by: Quoted | None = Field(description="Orden som säger det.")
    paragraphs: tuple[str, ...] = Field(description="Paragraferna i tidsordning.")
    path: tuple[Step, ...] = Field(description="Vägen genom organen.")
    loops: tuple[Loop, ...] = Field(description="Återremisser och bordläggningar.")
    joins: tuple[Link, ...] = Field(description="Kopplingarna mellan olika diarienummer.")
    score: float = Field(description="Hur väl det svarar på frågan; 1 för det som nämndes.")


class Boundary(Frozen):
    """Var spåret slutade: det närmaste ärende som lämnades utanför."""

    title: str = Field(description="Dess rubrik.")
    paragraph_id: str = Field(description="Dess paragraf.")
    similarity: float = Field(description="Hur nära det var.")
    least_kept: float = Field(description="Hur nära det sista som kom med var.")


class TraceAnswer(Frozen):
    """Ett ärendes gång i tidsordning."""

    start: str = Field(description="Det som spåret började i.")
    title: str = Field(description="Ärendets rubrik.")
    events: tuple[Event, ...] = Field(description="Händelserna, det odaterade sist.")
    outside: tuple[Link, ...] = Field(description="Det som nämns men inte finns i biblioteket.")
    issues: tuple[Issue, ...] = Field(description="Ärendena som starten leder till, det som menas mest först.")
    similar: tuple[SimilarMatter, ...] = Field(description="Andra ärenden i samma ämne.")
    no_match: bool = Field(description="Programmets slutsats att inget svarar på starten: det följda är närmast.")
    boundary: Boundary | None = Field(description="Var en sökning slutade; null där inget lämnades utanför.")
    coverage: Coverage = Field(description="Vad som genomsöktes.")
