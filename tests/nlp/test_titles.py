"""What titles say: words of the matter, words of form, times."""

from __future__ import annotations

import pytest

from nlp.titles import GENERIC, title_words


def test_a_title_is_taken_apart() -> None:
    """Words that carry meaning, years, months and other numbers are kept apart."""
    title = title_words("Delårsrapport 2 för Älvdalens bibliotek, augusti 2024")
    assert {"bibliotek", "älvdal"} <= title.words
    assert "för" not in title.words
    assert (title.years, title.seasons, title.numbers) == tuple(map(frozenset, ({"2024"}, {"augusti"}, {"2"})))


@pytest.mark.parametrize(
    ("one", "other", "another"),
    [
        ("Budget 2024", "Budget 2025", True),
        ("Uppföljning mars 2024", "Uppföljning april 2024", True),
        ("Plan 2024-2026", "Plan 2026", False),
        ("Budget 2024 och plan 2025-2026", "Budget 2025 och plan 2026-2027", True),
        ("Budget 2024", "Budget", False),
        ("Avsägelse av Eva Ek (C) som ledamot", "Avsägelse av Per Alm (M) som ledamot", True),
        ("Motion av Eva Ek (C) om träd", "Motion av Eva Ek (C) och Per Alm (M) om träd", False),
        ("Protokoll 2024-01-10", "Protokoll 2024-02-07", True),
    ],
)
def test_another_time_or_person_is_another_matter(one: str, other: str, another: bool) -> None:  # noqa: FBT001 - a parameter
    """Titles that each name a year, month, number or person that the other lacks are told apart; others are not."""
    assert title_words(one).names_another(title_words(other)) is another


def test_the_same_time_is_named_wholly() -> None:
    """A title without any time names none, and a year alone is not a month of it."""
    assert title_words("Budget 2024").names_the_same_time(title_words("budget, 2024"))
    assert not title_words("Budget").names_the_same_time(title_words("Budget"))
    assert not title_words("Rapport mars 2024").names_the_same_time(title_words("Rapport 2024"))


def test_words_of_form_are_known_in_every_inflection() -> None:
    """The list holds stems, so that "informationen" is as generic as "information"."""
    assert title_words("Informationen från förvaltningen").words <= GENERIC
