"""Statistics: every count with the paragraphs behind it, and the tables that people read."""

from __future__ import annotations

from pydantic import Field

from index.statistics import Measure
from nlp.fates import Fate
from ui.api.models.base import Frozen, Paged


class CountRow(Frozen):
    """Ett antal."""

    measure: Measure = Field(description="Vad som räknas.")
    board: str | None = Field(description="Organet.")
    organisation: str | None = Field(description="Kommunen eller regionen, där flera har ett organ av det namnet.")
    year: int | None = Field(description="Året.")
    kind: str | None = Field(description="Vilket slag: utfall, yrkande, röst, parti eller status.")
    fate: Fate | None = Field(description="Hur det gick för yrkandena.")
    count: int = Field(description="Antalet.")
    label: str = Field(description="Slaget på svenska.")
    paragraphs: tuple[str, ...] = Field(description="Paragraferna som räknades.")


Value = str | int | float | tuple[str | int, ...] | None


class StatisticsTable(Frozen):
    """En tabell så som den visas, med svenska kolumnnamn."""

    name: str = Field(description="Tabellens namn.")
    title: str = Field(description="Rubriken.")
    note: str = Field(description="Hur det är räknat.")
    columns: tuple[str, ...] = Field(description="Kolumnerna i ordning.")
    total: int = Field(description="Rader i allt.")
    offset: int = Field(description="Rader som hoppades över.")
    limit: int = Field(description="Hur många rader som mest kunde komma.")
    rows: tuple[dict[str, Value], ...] = Field(description="Raderna: värde per kolumn.")


class CountPage(Paged[CountRow]):
    """En del av antalen."""
