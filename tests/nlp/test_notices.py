"""Notice dates are read behind their labels, in the forms that houses print."""

from __future__ import annotations

import pytest

from nlp.notices import Notice, read_notice


@pytest.mark.parametrize(
    "lines",
    [
        ["Datum för anslags uppsättande 2024-03-26 Datum för anslags nedtagande 2024-04-17"],
        ["Datum då anslaget publiceras 2024-03-26 Datum då anslaget avpubliceras 2024-04-17"],
        ["Anslaget sätts upp: 26 mars 2024", "Anslaget tas ned: 17 april 2024"],
        ["Bevis om anslag", "Anslag uppsatt", "2024-03-26", "Anslaget tas ner", "2024-04-17"],
        ["Protokollet har tillkännagetts på anslagstavlan den 26 mars 2024 och tas bort den 17 april 2024."],
        ["Anslagsdatum", "2024-03-26", "Nedtas", "2024-04-17"],
        ["Anslås den 26 mars 2024", "Avpubliceras", "2024-04-17"],
    ],
)
def test_both_days(lines: list[str]) -> None:
    """Put up and taken down, on one line or under each other, whole words or digits."""
    assert read_notice(lines) == Notice("2024-03-26", "2024-04-17")


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["Sammanträdesdatum 2024-03-21"],
        ["Anslag 2024 för kulturföreningar 2024-03-21"],
        ["Datum för anslags uppsättande", "Underskrift"],
    ],
)
def test_no_notice(lines: list[str]) -> None:
    """Where no notice is printed, or no day behind it, none is guessed."""
    assert read_notice(lines) == Notice()
