"""What searching answers: hits, how the question was understood, and why a hit is where it is."""

from __future__ import annotations

from pydantic import Field

from index.results import FacetName, UnitKind
from nlp.acts import Outcome
from ui.api.models.base import Cited, Coverage, Frozen, Span


class VoteCount(Frozen):
    """En omröstnings siffror; null är vad som inte är tryckt."""

    yes: int | None = Field(description="Antal ja-röster.")
    no: int | None = Field(description="Antal nej-röster.")
    abstain: int | None = Field(description="Antal som avstod.")


class Hit(Cited):
    """En paragraf som svarar, med sitt bästa citat."""

    kind: UnitKind = Field(description="Vilket slags text citatet är.")
    score: float = Field(description="Poängen som träffarna är ordnade efter.")
    parts: dict[str, float] = Field(description="Vad poängen är summan av.")
    marked: tuple[Span, ...] = Field(description="Frågans ord i citatet, räknat från citatets första tecken.")
    outcomes: tuple[Outcome, ...] = Field(description="Utfallen av paragrafens beslut.")
    against: tuple[str, ...] = Field(description="Vilka som reserverade sig: partier eller personer.")
    outvoted: tuple[str, ...] = Field(description="Vilka som förlorade en omröstning i sak utan att reservera sig.")
    votes: tuple[VoteCount, ...] = Field(description="Omröstningarnas tryckta siffror.")


class Chip(Frozen):
    """En del av frågan, så som den förstods."""

    label: str = Field(description='I ord: "Organ: HSN".')
    span: Span
    without: str = Field(description="Frågan utan den delen.")


class Explained(Frozen):
    """Hur en fråga förstås, del för del."""

    query: str = Field(description="Frågan.")
    chips: tuple[Chip, ...] = Field(description="Delarna i den ordning de skrevs.")


class SearchAnswer(Frozen):
    """Svaret på en sökning: en sida träffar, hur frågan förstods och vad som genomsöktes."""

    query: str = Field(description="Frågan.")
    chips: tuple[Chip, ...] = Field(description="Hur frågan förstods, del för del.")
    suggestion: str | None = Field(description="Frågan så som den kan ha varit menad; null när alla ord är kända.")
    no_match: bool = Field(description="Programmets slutsats att inget svarar på frågan; träffarna är då de närmaste.")
    message: str | None = Field(description="Varför det inte finns någon träff, eller att inget svarar; annars null.")
    total: int = Field(description="Paragrafer i hela resultatet.")
    offset: int = Field(description="Hur många träffar som hoppades över.")
    limit: int = Field(description="Hur många träffar som mest kunde komma.")
    hits: tuple[Hit, ...] = Field(description="Träffarna.")
    facets: dict[FacetName, dict[str, int]] = Field(
        description="Antal paragrafer i hela resultatet per värde; tomt om inte facets=true."
    )
    coverage: Coverage = Field(description="Vad som genomsöktes.")


class SimilarAnswer(Frozen):
    """Paragrafer som säger något liknande, den närmaste först."""

    paragraph_id: str = Field(description="Paragrafen som de liknar.")
    total: int = Field(description="Hur många det finns i allt.")
    offset: int = Field(description="Hur många som hoppades över.")
    limit: int = Field(description="Hur många som mest kunde komma.")
    hits: tuple[Hit, ...] = Field(description="Paragraferna.")
    coverage: Coverage = Field(description="Vad som genomsöktes.")


class WhyAnswer(Frozen):
    """Varför en paragraf står där den står bland träffarna: en räkning, ingen berättelse."""

    paragraph_id: str = Field(description="Paragrafen.")
    score: float = Field(description="Poängen; 0 där paragrafen inte nåddes.")
    parts: dict[str, float] = Field(description="Vad poängen är summan av.")
    kind: UnitKind | None = Field(description="Vilket slags text som låg närmast i mening.")
    cosine: float = Field(description="Hur nära i mening den låg, -1 till 1.")
    carried: dict[str, float] = Field(
        description="Hur mycket av närheten som försvinner när ett ord i frågan utelämnas."
    )
    met: dict[str, float] = Field(description="Frågans ord som står i paragrafen, med hur ovanliga de är.")
    missing: tuple[str, ...] = Field(description="Frågans ord som inte står där.")
