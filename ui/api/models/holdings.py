"""What the library holds: documents with what is missing in them, boards, values for filters, and a sign of life."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ingest.records import DocumentKind
from ui.api.models.base import Frozen, Paged
from ui.api.models.course import Issue


class PageProblem(Frozen):
    """En sida vars text saknas eller inte går att lita på."""

    page: int = Field(description="Sidan.")
    what: str = Field(description="Vad som är fel och vad man kan göra.")


class OcrPage(Frozen):
    """En sida som lästes ur sin bild."""

    page: int = Field(description="Sidan.")
    confidence: float = Field(description="Hur säker läsningen är, 0–1.")
    reason: Literal["scanned", "damaged"] = Field(description="Varför.")


class DocumentRow(Frozen):
    """Ett dokument, och vad som saknas i det."""

    id: str = Field(description="Dokumentets id i biblioteket.")
    file: str = Field(description="Filens namn.")
    kind: DocumentKind = Field(description="Vilket slags dokument det är.")
    organisation: str | None = Field(description="Kommunen eller regionen, som det står.")
    board: str | None = Field(description="Organet.")
    date: str | None = Field(description="Mötets datum.")
    title: str = Field(description="Dokumentets rubrik.")
    pages: int = Field(description="Antal sidor.")
    paragraphs: int = Field(description="Antal paragrafer.")
    missing_numbers: tuple[int, ...] = Field(description="§-nummer som saknas mellan det första och det sista.")
    problems: tuple[PageProblem, ...] = Field(description="Sidor vars text saknas eller inte går att lita på.")
    ocr_pages: tuple[OcrPage, ...] = Field(description="Sidor som lästes ur sin bild.")
    added: str = Field(description="När det lästes in, ISO 8601 (UTC).")
    file_url: str = Field(description="Filen själv.")


class BoardRow(Frozen):
    """Ett organ och de namn det går under."""

    name: str = Field(description="Namnet som det oftast står.")
    abbreviation: str | None = Field(description="Kortnamnet.")
    spellings: tuple[str, ...] = Field(description="Alla skrivsätt i biblioteket.")
    paragraphs: int = Field(description="Antal paragrafer.")
    documents: int = Field(description="Antal dokument.")
    date_first: str | None = Field(description="Första mötet i biblioteket.")
    date_last: str | None = Field(description="Senaste mötet i biblioteket.")
    missing_numbers: int = Field(description="§-nummer som saknas i dokumenten.")
    problem_pages: int = Field(description="Sidor vars text saknas eller inte går att lita på.")


class Suggestion(Frozen):
    """Ett värde som ett filter kan ha."""

    value: str = Field(description="Värdet.")
    label: str = Field(description="Hur det visas.")


class SuggestionList(Frozen):
    """Värden som ett filter kan ha, de vanligaste först."""

    field: str = Field(description="Filtret.")
    values: tuple[Suggestion, ...] = Field(description="Värdena.")


class DocumentPage(Paged[DocumentRow]):
    """En del av dokumenten, det senaste mötet först."""


class BoardPage(Paged[BoardRow]):
    """En del av organen, det med flest paragrafer först."""


class IssuePage(Paged[Issue]):
    """En del av ärendena, det senast behandlade först."""


class HealthAnswer(Frozen):
    """Om biblioteket går att läsa, och hur mycket det rymmer."""

    status: Literal["ok", "fel"] = Field(description="ok när biblioteket går att läsa.")
    reason: str | None = Field(description="Varför det inte går att läsa.")
    version: str = Field(description="Programmets version.")
    documents: int | None = Field(description="Dokument.")
    paragraphs: int | None = Field(description="Paragrafer.")
    model: str | None = Field(description="Språkmodellen.")
    indexes_current: bool | None = Field(
        description="Om indexen rymmer allt som är inläst; annars görs de i ordning vid nästa sökning."
    )
    texts: int | None = Field(description="Texter som genomsöks: paragrafer, beslut, yrkanden …")
    vectors: int | None = Field(description="Hur många av dem som hittas efter mening.")
    date_last: str | None = Field(description="Sista mötesdagen i biblioteket.")
