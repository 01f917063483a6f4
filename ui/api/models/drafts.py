"""What a draft is answered with: demand by demand, what was said and decided before."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from index.drafts.values import DraftStatus, Ground
from index.results import UnitKind
from nlp.acts import Outcome
from ui.api.models.base import Cited, Coverage, Frozen, Placed


class DraftText(Frozen):
    """Ett utkast, en motion eller en fråga."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = Field(min_length=1, max_length=50_000, description="Texten, klistrad rakt in.")


class Earlier(Cited):
    """Något som sagts eller beslutats förut."""

    kind: UnitKind = Field(description="Vilket slags text citatet är.")
    outcome: Outcome | None = Field(description="Utfallet, om det är ett beslut.")
    likely: float = Field(description="Hur säkert det är att det gäller samma sak, 0–1.")


class Because(Placed):
    """Vad en status vilar på."""

    ground: Ground = Field(description="Vilket slags grund.")
    says: DraftStatus = Field(description="Vilken status den talar för.")
    quote: str = Field(description="Ordagrant ur paragrafen.")
    paragraph_id: str = Field(description="Paragrafen.")
    citation: str = Field(description="Den officiella hänvisningen.")
    found: str = Field(description="Hänvisningen till det som hittades; det avgörande kan stå i en senare paragraf.")


class Demand(Frozen):
    """Något som utkastet vill, och hur det står."""

    demand: int = Field(description="Nummer, från 1.")
    text: str = Field(description="Kravet, ordagrant ur utkastet.")
    start: int = Field(description="Första tecknet i utkastet.")
    end: int = Field(description="Tecknet efter det sista.")
    about: str = Field(description="Orden som söktes.")
    status: DraftStatus = Field(description="Hur det står: en slutsats.")
    because: Because | None = Field(description="Vad den vilar på; null för nothing.")
    against: tuple[Because, ...] = Field(description="Säkra fynd som säger något annat.")
    groups: dict[UnitKind, tuple[Earlier, ...]] = Field(description="Det som hittades, per slag.")
    nearest: str | None = Field(description="Hänvisningen till det närmaste, där inget hittades.")


class DraftReport(Frozen):
    """Svaret på ett utkast, krav för krav."""

    demands: tuple[Demand, ...] = Field(description="Kraven.")
    left_out: int = Field(description="Krav som inte söktes, för att de var för många.")
    coverage: Coverage = Field(description="Vad som genomsöktes.")
