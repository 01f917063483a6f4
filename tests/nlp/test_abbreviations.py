"""What letters a house makes of the names of its boards."""

from __future__ import annotations

import pytest

from nlp.abbreviations import case_prefix, head_prefix, initials, may_shorten, printed_beside


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Hälso- och sjukvårdsnämnden", "HSN"),
        ("Regionstyrelsen", "RS"),
        ("Regionstyrelsens arbetsutskott", "RSAU"),
        ("Beredningen för primärvård och tandvård", "BPT"),
        ("Regionfullmäktige", "RF"),
        ("Vård- och omsorgsnämnden", "VON"),
        ("Barn- och utbildningsnämnden", "BUN"),
        ("Kulturnämnden", "KN"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    """The initials of the words, with a letter of its own for what kind of body it is."""
    assert initials(name) == letters


def test_letters_must_stand_in_the_name() -> None:
    """A short name has letters of the name in their order, from its first; those of an office are not its board's."""
    assert may_shorten("SBN", "Stadsbyggnadsnämnden")
    assert not may_shorten("SLK", "Kommunstyrelsen")
    assert not may_shorten("NH", "Hamnnämnden")
    assert not may_shorten("HX", "Hamnnämnden")


def test_short_name_in_parentheses() -> None:
    """A short name stands in parentheses after the long one, also in the genitive; a party's letter is none."""
    names = ("Hamnnämnden", "Parknämnden")
    text = "Hamnnämndens (HN) svar till parknämnden (PAN). Karin Ek (KD) i Parknämnden (XX) yrkar."
    assert list(printed_beside(text, names)) == [("Hamnnämnden", "HN"), ("Parknämnden", "PAN")]


@pytest.mark.parametrize(
    ("case", "letters"),
    [("HSN 83-2023", "HSN"), ("SLK-2025-00982", "SLK"), ("Bun/2024:685", "Bun"), ("21RS1234", "RS"), ("2024/12", None)],
)
def test_case_prefix(case: str, letters: str | None) -> None:
    """The letters of a case number in each house's form; one without letters has none."""
    assert case_prefix(case) == letters


def test_head_prefix() -> None:
    """The letters in front of a paragraph's own number, and nowhere else."""
    assert head_prefix("VON § 22 Dnr 2024/12") == "VON"
    assert head_prefix("§ 22 VON § 3") is None
