from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from index.results import Coverage, LinkKind, UnitKind
from index.stored import ItemKind
from nlp.acts import Outcome
from ui import words
from ui.speech import Language, speaking


@pytest.mark.parametrize(
    ("iso", "printed"),
    [
        ("2024-11-21", "21 november 2024"),
        ("2024-05-01", "1 maj 2024"),
        ("2024-11", "november 2024"),
        ("2024", "2024"),
        (None, "odaterat"),
        ("våren 2024", "våren 2024"),
        ("2024-13-01", "2024-13-01"),
    ],
)
def test_dates_are_written_as_people_write_them(iso: str | None, printed: str) -> None:
    """A date, also a reduced one, comes out in words; what is no date is left as it is."""
    assert words.date(iso) == printed


def test_every_value_has_a_swedish_word() -> None:
    """No outcome, unit or link reaches people under its English name."""
    assert set(map(str, Outcome)) == set(words.OUTCOMES)
    assert set(UnitKind) == set(words.UNIT_KINDS)
    assert set(LinkKind) == set(words.LINK_KINDS)
    assert set(ItemKind) == set(words.ITEMS)


def test_unknown_values_are_shown_as_they_are() -> None:
    """A value of a newer library is shown, not hidden behind an error."""
    assert words.outcome("postponed") == "postponed"
    assert words.item("protests") == "protests"


def test_numbers_are_swedish() -> None:
    """Thousands are parted by a no-break space and decimals by a comma."""
    assert words.number(1412000) == "1\N{NO-BREAK SPACE}412\N{NO-BREAK SPACE}000"
    assert words.decimal(2.25, 2) == "2,25"
    assert words.count(1, "fil", "filer") == "1 fil"


def test_lists_end_with_and() -> None:
    """Names are joined as in a sentence."""
    assert words.listed([]) == ""
    assert words.listed(["S"]) == "S"
    assert words.listed(["S", "V", "MP"]) == "S, V och MP"


def test_coverage_says_what_was_searched_and_what_could_not_be(coverage: Coverage) -> None:
    """Silence is not absence: unreadable pages are counted in the same sentence as the answer's ground."""
    said = words.coverage(coverage).replace("\N{NO-BREAK SPACE}", " ")
    assert said == (
        "Sökt i 1 412 av 1 419 paragrafer i 12 dokument, 20 januari 2020 – 1 mars 2025. 7 sidor gick inte att läsa."
    )


def test_coverage_of_a_whole_library_has_no_gaps(coverage: Coverage) -> None:
    """Nothing is said of gaps where there are none."""
    assert "gick" not in words.coverage(replace(coverage, unreadable_pages=0))


@pytest.mark.parametrize("unknown", [{"board": None}, {"date": None}, {"board": None, "date": None}])
def test_a_paragraph_without_board_or_date_goes_by_its_file(
    make_hit: Callable[..., Any], unknown: dict[str, None]
) -> None:
    """Half the name of a meeting finds no meeting: the file stands in its place."""
    assert words.paragraph_name(make_hit()) == "Hälso- och sjukvårdsnämnden 18 mars 2021 § 14"
    assert words.paragraph_name(make_hit(**unknown)) == "HSN protokoll 2021-03-18.pdf § 14"


def test_english_readers_meet_english_words(coverage: Coverage) -> None:
    """Where English is spoken dates, numbers, counts and what was searched are English."""
    with speaking(Language.ENGLISH):
        assert words.date("2024-11-21") == "21 November 2024"
        assert (words.number(1412), words.decimal(2.25, 2)) == ("1,412", "2.25")
        assert (words.count(1, "dokument", "dokument"), words.count(2, "fil", "filer")) == ("1 document", "2 files")
        assert words.listed(["S", "V"]) == "S and V"
        assert words.outcome("remitted") == "Referred back"
        assert words.coverage(coverage) == (
            "Searched 1,412 of 1,419 items in 12 documents, 20 January 2020 – 1 March 2025. 7 pages could not be read."
        )
