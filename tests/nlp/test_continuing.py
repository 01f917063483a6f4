"""Texts that say what they go on with, and that they have come back."""

from __future__ import annotations

import pytest

from nlp.acts import Range
from nlp.continuing import read_came_back, read_continued, tells_of_return


@pytest.mark.parametrize(
    ("text", "words", "years"),
    [
        (
            "Arbetet är en fortsättning på den översyn av skolskjutsarna som gjordes under 2023.",
            "översyn av skolskjutsarna",
            ("2023",),
        ),
        (
            "Uppdraget är en fortsättning på 2024 års uppdrag för att utveckla samarbetet mellan hamn och skola.",
            "uppdrag för att utveckla samarbetet mellan hamn och skola",
            ("2024",),
        ),
        ("Planen bygger vidare på strategin för fiske, antagen 2019.", "strategin för fiske", ("2019",)),
        ("Förslaget är en revidering av reglerna för båtplatser.", "reglerna för båtplatser", ()),
        ("Genomfört uppdrag heter Utveckla resorna i glesbygd i syfte att nå fler.", "Utveckla resorna i glesbygd", ()),
    ],
)
def test_an_earlier_matter_is_named_by_its_words(text: str, words: str, years: tuple[str, ...]) -> None:
    """What a text goes on with is read up to where its purpose or its time begins; the sentence's years are kept."""
    (found,) = read_continued(text)
    assert (found.words, found.years) == (words, years)
    assert words in text[found.range.start : found.range.end]


@pytest.mark.parametrize(
    "text", ["Ärendet har sin fortsättning nästa år.", "Nämnden bygger vidare.", "Uppföljning av planen för parker"]
)
def test_nothing_is_named_where_nothing_follows(text: str) -> None:
    """A title that begins with "Uppföljning av" is the matter itself, and words that name nothing are left out."""
    assert read_continued(text) == ()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ärendet återkommer efter återremiss.", None),
        ("Bordlagt den 5 maj 2024.", "2024-05-05"),
        ("Nytt förslag lämnas efter minoritetsåterremissen i fullmäktige den 3 juni 2024.", "2024-06-03"),
        ("Ärendet bordlades vid förra mötet.", None),
    ],
)
def test_what_comes_back_says_so(text: str, date: str | None) -> None:
    """Every printed form is found, with the date where it has one."""
    (found,) = read_came_back(f"Sammanfattning\n{text}")
    assert found.date == date


@pytest.mark.parametrize(
    "text",
    [
        "Eva Ek (C) yrkar att ärendet återupptas efter återremiss.",
        "Ordföranden frågar om ärendet återkommer.",
        "Återkommande vandringar genomförs.",
        "Ärendet bordläggs till sammanträdet den 5 maj 2024.",
    ],
)
def test_what_is_only_asked_for_has_not_come_back(text: str) -> None:
    """A motion, a question and a decision to table are no returns."""
    assert read_came_back(text) == ()


def test_a_cited_paragraph_may_be_where_the_matter_was_tabled() -> None:
    """Behind "Bordlagt den" every § of the list is; behind "enligt beslut" none, nor in a motion."""
    text = "Bordlagt den 5 maj 2024, § 12 och den 9 juni 2024, § 20."
    assert all(tells_of_return(text, Range(text.index(f"§ {n}"), len(text))) for n in (12, 20))
    for other in (
        "Enligt beslut den 5 maj 2024, § 12.",
        "Per Ek (M) yrkar att det återremitterade uppdraget, § 12, avslås.",
    ):
        assert not tells_of_return(other, Range(other.index("§"), len(other)))
