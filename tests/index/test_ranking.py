"""The pure parts of searching: fusing, quoting, naming, judging, and telling standing items."""

from __future__ import annotations

import dataclasses
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.boards import BoardName
from index.errors import UnknownFilterError
from index.fusion import Weights, fuse
from index.judgement import strength
from index.naming import Place, case_key, citation, parse_case_number, parse_place, short_name
from index.quote import LONGEST, best_quote
from index.standing import standing_items
from index.stored import Head
from nlp.acts import Range
from nlp.standing import is_standing_title

BOARDS = (BoardName("Socialnämnden", "SN", 3, None, ("Socialnämnden", "SOCIALNÄMNDEN")),)
cosines = st.dictionaries(st.sampled_from("abcdef"), st.floats(0.5, 1), max_size=6)


@given(cosines, st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 50), max_size=6))
def test_scores_are_the_sum_of_their_parts_and_fall(dense: dict[str, float], lexical: dict[str, float]) -> None:
    """Every paragraph that either side found is there once, best first, its score accounted for."""
    ranked = fuse(dense, lexical, Weights())
    assert sorted(one.paragraph_id for one in ranked) == sorted(dense.keys() | lexical.keys())
    assert [one.score for one in ranked] == sorted((one.score for one in ranked), reverse=True)
    assert all(one.score == pytest.approx(sum(value for _, value in one.parts)) for one in ranked)


def test_words_lift_a_paragraph_among_those_as_near() -> None:
    """Of two paragraphs as near in meaning, the one with the words comes first."""
    assert [one.paragraph_id for one in fuse({"a": 0.85, "b": 0.85}, {"b": 9.0}, Weights())] == ["b", "a"]


@given(st.text(alphabet="ab skola. \n", max_size=900))
def test_a_quote_is_verbatim_and_short(text: str) -> None:
    """Whatever the text, its quote is a slice of one block and fits."""
    quote = best_quote(text, Range(0, len(text)), {"skol": 1.0})
    assert quote.text == text[quote.range.start : quote.range.end]
    assert len(quote.text) <= LONGEST
    assert "\n" not in quote.text


def test_the_quote_is_where_the_words_are() -> None:
    """The sentence with the rarest words is quoted, not the first."""
    text = "Ärendet gäller något. " * 20 + "Skolans tak läcker. " + "Ärendet gäller något. " * 20
    assert "tak läcker" in best_quote(text, Range(0, len(text)), {"tak": 3.0, "ärend": 0.1}).text


def test_places_are_read_with_name_short_name_or_neither() -> None:
    """Board, date and number are each read where they are named."""
    spellings = BOARDS[0].spellings
    assert parse_place("SN 2024-11-21 § 231", BOARDS) == Place(spellings, "2024-11-21", 231)
    assert parse_place("socialnämnden 2024-11, §12", BOARDS) == Place(spellings, "2024-11", 12)
    assert parse_place("§ 7", BOARDS) == Place((), None, 7)
    assert parse_place("taxor för vatten", BOARDS) is None
    with pytest.raises(UnknownFilterError, match="SN"):
        parse_place("KS § 7", BOARDS)


@pytest.mark.parametrize("unknown", [{"board": None}, {"date": None}])
def test_a_paragraph_of_an_unknown_meeting_is_named_by_its_file(unknown: dict[str, Any]) -> None:
    """Citation and key name the file where board or date is unknown, and the key leads back to the paragraph."""
    known = head(28, "2021-03-03", "Remissvar")
    assert citation(known, 4) == "Socialnämnden 2021-03-03 § 28, s. 4"
    lone = dataclasses.replace(known, file="Bilaga 3 (2021).pdf", **unknown)
    assert citation(lone, 4) == "Bilaga 3 (2021).pdf § 28, s. 4"
    assert short_name(lone, BOARDS) == "Bilaga 3 (2021).pdf § 28"
    place = parse_place(short_name(lone, BOARDS), BOARDS)
    assert place is not None
    assert place.holds(lone)
    assert not place.holds(known)


def test_case_numbers_agree_over_spellings() -> None:
    """One case number is one key however it is typed; a question that holds one is no case number."""
    assert parse_case_number("dnr sn 83-2023") == parse_case_number("SN 83-2023") == case_key("SN 83-2023")
    assert parse_case_number("vad hände med SN 83-2023") is None


def head(number: int, date: str, title: str, case: str | None = None, board: str = "Socialnämnden") -> Head:
    """Return a head of an invented paragraph."""
    cases = (case,) if case else ()
    return Head(f"{board}{date}{number}", date, "p.pdf", None, board, date, number, title, cases, 1, 1, None)


def test_what_most_meetings_have_is_a_standing_item_and_a_tabled_matter_is_not() -> None:
    """Counting tells items of every meeting from a matter that two boards table again and again."""
    dates = [f"2024-0{month}-01" for month in range(1, 7)]
    reports = [head(1, date, f"Verksamheten informerar {date}", "SN 1-2024") for date in dates]
    tabled = [head(2, date, "Ny simhall", "SN 9-2024") for date in dates]
    sent_on = head(3, "2024-07-01", "Ny simhall", "SN 9-2024", board="Kommunstyrelsen")
    assert standing_items([*reports, *tabled, sent_on]) == {one.id for one in reports}


@pytest.mark.parametrize("title", ["Val av justerare", "Anmälan av delegationsbeslut mars 2024", "Meddelanden"])
def test_titles_of_every_meeting_are_standing(title: str) -> None:
    """The few that any meeting has need no counting."""
    assert is_standing_title(title)
    assert not is_standing_title("Ny simhall i hamnen och val av entreprenör")


def test_what_no_word_meets_is_not_answered() -> None:
    """The judgement grows with the score, is nothing without words, and asks more of a long query."""
    assert strength(0.0, "simhallen i hamnen", 100) == 0.0
    assert strength(5.0, "", 100) == strength(5.0, "simhall", 0) == 0.0
    assert strength(6.0, "simhall", 100) > strength(5.0, "simhall", 100) > strength(5.0, "simhall och badhus", 100)


def test_the_judgement_is_the_same_in_a_large_library() -> None:
    """Scores grow with the number of texts as the rarest word's weight does; the judgement does not."""
    scores = {entries: math.log(1 + (entries - 0.5) / 1.5) for entries in (10, 1000, 100_000)}
    judged = {round(strength(score, "simhall", entries), 9) for entries, score in scores.items()}
    assert len(judged) == 1
