"""Names of organisations as cover pages and page heads print them. All places are made up."""

from __future__ import annotations

import pytest

from ingest.glyphs import Word
from ingest.lines import Line
from ingest.organisation import organisation_of, without_organisation
from ingest.records import Box
from tests.ingest.conftest import ReadTypst


def lines(*rows: str) -> list[Line]:
    """Return rows as lines below each other; a bar in a row begins a cell far to the right."""
    return [line(row, 12.0 * number) for number, row in enumerate(rows, start=1)]


def line(row: str, base: float) -> Line:
    """Return a line with its cells at 0, 200 and 400 points."""
    words = []
    for place, cell in enumerate(row.split("|")):
        x = 200.0 * place
        for text in cell.split():
            words.append(Word(text, Box(x, base - 9, x + 5 * len(text), base), 10.0, bold=False, base=base))
            x += 5 * len(text) + 3
    return Line(1, tuple(words))


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        (["Region Sjöslätten|Sammanträdesprotokoll", "Kulturnämnden|2025-02-11"], "Region Sjöslätten"),
        (["Region Sjöslätten Beredningen för skog och vatten"], "Region Sjöslätten"),
        (["Region Sjöslätten Hälso- och sjukvårdsnämnden"], "Region Sjöslätten"),
        (["Region Norrvad Söderhult|Protokoll"], "Region Norrvad Söderhult"),
        (["Region Sjövads län"], "Region Sjövads län"),
        (["Landstinget i Sjövads län, Landstingsstyrelsen"], "Landstinget i Sjövads län"),
        (["Västra Sjöslättsregionen"], "Västra Sjöslättsregionen"),
        (["Norra Bergviks kommun", "Kommunstyrelsen"], "Norra Bergviks kommun"),
        (["Bergviks Stad, Byggnadsnämnden"], "Bergviks Stad"),
        (["BERGVIKS KOMMUN|PROTOKOLL"], "Bergviks kommun"),
        (["Anslås på Region Sjöslättens digitala anslagstavla"], "Region Sjöslätten"),
        (["Anslås på Bergviks kommuns anslagstavla"], "Bergviks kommun"),
        (["Region|Regionstyrelsen", "Sjöslätten|2024-04-16"], "Region Sjöslätten"),
        (["Region Sjövad", "Regionstyrelsen"], "Region Sjövad"),
        (["Anna Ek, projektledare i Bergviks kommun"], None),
        (["Trafiknämnden", "Protokoll"], None),
    ],
)
def test_organisation_is_found(rows: list[str], name: str | None) -> None:
    """A name is told from the body behind it, from a genitive, and from places that people come from."""
    assert organisation_of(lines(*rows)) == name


def test_most_printed_name_wins() -> None:
    """A guest's municipality on the cover gives way to the name that the page heads repeat."""
    assert organisation_of(lines("Norrbergs kommun", "Region Sjöslätten", "Region Sjöslätten")) == "Region Sjöslätten"


def test_cell_without_its_organisation() -> None:
    """What is left of a cell behind the organisation's name is the body."""
    assert without_organisation("Region Sjöslätten Beredningen för skog") == "Beredningen för skog"
    assert without_organisation("Bergviks Stad, Byggnadsnämnden") == "Byggnadsnämnden"
    assert without_organisation("Byggnadsnämnden") == "Byggnadsnämnden"


def test_heads_of_attachments_name_others(read_typst: ReadTypst) -> None:
    """What an attachment's page head says of its sender is not the meeting's organisation."""
    own = "#set page(header: [Protokoll \\ Miljönämnden \\ 2024-09-03], footer: [Justerandes sign #h(4em) Sign])"
    document = read_typst(
        f"""
        {own}
        #paragraf(50, [Tillsynsplan], [MN 7-2024])
        #rub[Beslut] Planen antas.
        #set page(header: [Norrbergs kommun #h(1fr) Sida 1 (1)], footer: [])
        #text(size: 15pt)[Samrådssvar om tillsynsplan]

        Kommunen tillstyrker planen.
        {own}
        #paragraf(51, [Avgifter], [MN 8-2024])
        #rub[Beslut] Avgifterna antas.
        #pagebreak()
        #paragraf(52, [Meddelanden], [])
        #rub[Beslut] Meddelandena noteras.
        """
    )
    assert document.meeting.board == "Miljönämnden"
    assert document.meeting.organisation is None
