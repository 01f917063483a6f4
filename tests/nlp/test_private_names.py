"""Names of private persons in texts: found where a matter is about an individual, and behind words that say so."""

from __future__ import annotations

import pytest

from nlp.private_names import PERSONAL_NUMBER, is_about_individual, possible_names


@pytest.mark.parametrize(
    "title",
    [
        "Klagomål från Bo Ekman om bemötande",
        "Ansökan om bygglov på Norrgården 3",
        "Yttrande i mål enligt LVU",
        "Medborgarförslag om fler bänkar",
        "Överklagande av delegationsbeslut",
        "Adoption",
    ],
)
def test_matters_about_individuals_are_known_by_their_words(title: str) -> None:
    """Complaints, permits, care by force and proposals of citizens are about somebody."""
    assert is_about_individual(title)


@pytest.mark.parametrize("title", ["Budget 2025", "Motion om fler bänkar", "Verksamhetsplan för skolan", "LVI-frågor"])
def test_other_matters_are_about_nobody_in_particular(title: str) -> None:
    """An ordinary matter has no private person."""
    assert not is_about_individual(title)


@pytest.mark.parametrize(
    ("text", "individual", "names"),
    [
        ("Klagomål från Bo Ekman om bemötande", False, ["Bo Ekman"]),
        ("Sökande: Karin af Segerstam-Öst.", False, ["Karin af Segerstam-Öst"]),
        ("Överklagat av Åsa K. Berg", False, ["Åsa K. Berg"]),
        ("Ansökan om bygglov, Bo Ekman", True, ["Bo Ekman"]),
        ("Ansökan om bygglov, Bo Ekman", False, []),
        ("Skrivelse från Region Norrby", True, []),
        ("Klagomål från Ekman & Ask AB om avgiften", True, []),
        ("Motion av Cia Bergman Ask (L) om vård", True, []),
        ("Bo Ekman och Cia Ask (båda M) yrkar bifall", True, ["Bo Ekman"]),
        ("Bo Ekman C yrkar bifall", True, []),
    ],
)
def test_names_are_found_whole_or_not_at_all(text: str, names: list[str], *, individual: bool) -> None:
    """A name beside a party, or of a company, a place or a body, is left out; no name is cut short."""
    assert [text[one.start : one.end] for one in possible_names(text, individual=individual)] == names


def test_numbers_of_persons_are_told_from_those_of_companies() -> None:
    """A day of birth has a month; the number of a company and a case number have none."""
    assert PERSONAL_NUMBER.search("född 850412-1234")
    assert PERSONAL_NUMBER.search("19850412-1234")
    assert not PERSONAL_NUMBER.search("org.nr 556012-5790")
    assert not PERSONAL_NUMBER.search("dnr 2024-00412")
