"""What several answers share: the frozen base, where a quote stands, pages of a list, and what was searched."""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


class Frozen(BaseModel):
    """A model whose values never change."""

    model_config = ConfigDict(frozen=True)


Item = TypeVar("Item")


def _as_pair(value: Any) -> Any:
    return (value["start"], value["end"]) if isinstance(value, dict) else value


Span = Annotated[
    tuple[int, int],
    BeforeValidator(_as_pair),
    Field(description="Teckenposter i paragrafens text: [första, efter sista]."),
]


class Placed(Frozen):
    """Där orden står: sidan, och adresser som öppnar den."""

    page: int = Field(description="Sida i filen, räknad från 1.")
    page_url: str = Field(description="Webbsidan som visar protokollssidan, med orden markerade där platsen är känd.")
    file_url: str = Field(description="Filen själv, öppnad på sidan.")


class Meeting(Frozen):
    """Vilken paragraf det är, så som protokollet säger."""

    board: str | None = Field(description="Organet som höll mötet, som det står; null när det inte framgår.")
    date: str | None = Field(description="Mötets datum enligt ISO 8601, förkortat till det som är känt.")
    number: int | None = Field(description="Paragrafens nummer; null för en handling som inte är ett protokoll.")
    title: str = Field(description="Paragrafens rubrik.")
    case_numbers: tuple[str, ...] = Field(description="Diarienummer i paragrafens huvud.")


class Cited(Meeting, Placed):
    """En paragraf med ett ordagrant citat, hänvisningen till det och sidan där det står."""

    paragraph_id: str = Field(description="Paragrafens id i biblioteket.")
    document_id: str = Field(description="Dokumentets id i biblioteket.")
    file: str = Field(description="Filens namn.")
    quote: str = Field(description="Ordagrant ur paragrafen.")
    quote_range: Span
    citation: str = Field(description="Den officiella hänvisningen: organ, datum, §, diarienummer och sida.")


class Quoted(Placed):
    """Orden som en slutsats vilar på."""

    paragraph_id: str = Field(description="Paragrafen som orden står i.")
    quote: str = Field(description="Ordagrant ur paragrafen.")
    quote_range: Span
    citation: str = Field(description="Den officiella hänvisningen.")


class Coverage(Frozen):
    """Vad som genomsöktes: att inget hittas betyder inte att inget finns."""

    documents: int = Field(description="Dokument i biblioteket.")
    paragraphs: int = Field(description="Paragrafer i biblioteket.")
    searched: int = Field(description="Paragrafer som filtren släppte igenom och som genomsöktes.")
    boards: tuple[str, ...] = Field(description="Organen i biblioteket.")
    date_first: str | None = Field(description="Första mötesdagen.")
    date_last: str | None = Field(description="Sista mötesdagen.")
    unreadable_pages: int = Field(description="Sidor som inte gick att läsa.")
    missing_numbers: int = Field(description="§-nummer som saknas i dokumenten.")
    told: str = Field(description="Samma sak som en mening.")


class Paged(Frozen, Generic[Item]):
    """En del av en lista."""

    total: int = Field(description="Hur många det finns i allt.")
    offset: int = Field(description="Hur många som hoppades över.")
    limit: int = Field(description="Hur många som mest kunde komma.")
    items: tuple[Item, ...] = Field(description="Den här delen.")
    coverage: Coverage = Field(description="Vad som genomsöktes.")
