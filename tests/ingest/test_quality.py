"""Damaged text layers are recognised by the language."""

from __future__ import annotations

import pytest

from ingest.quality import is_damaged


@pytest.mark.parametrize(
    "text",
    [
        "Styrelsen beslöt at anteckna informatonen tll kännedom och at ärendet ges ffr utormning.",
        "Pr\ufffdt\ufffdk\ufffdll ska j\ufffdster\ufffds i dag",
        "Förslag: " + "brtnkl srndvt kolmn strpq " * 12,
    ],
)
def test_lost_letters_are_noticed(text: str) -> None:
    """Words that lost a letter pair, unknown signs and words without vowels tell a damaged layer."""
    assert is_damaged(text)


@pytest.mark.parametrize(
    "text",
    [
        "Avgiften gäller fr o m januari och betalas till kommunen för att täcka kostnaden; jfr tabell 3.",
        "HSLF-FS, KPMG och SKR nämns. " * 20,
        "Barytonen sjöng och kartongen bars in. Hälso- och sjukvårdsförvaltningsorganisationen tackade.",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    """Abbreviations, names in capitals and long compounds are no damage."""
    assert not is_damaged(text)
