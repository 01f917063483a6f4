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
from index.finding.fusion import Features, Weights, fuse
from index.finding.judgement import strength
from index.finding.matters import Matters
from index.finding.standing import standing_items
from index.naming import Place, case_key, citation, parse_case_number, parse_place, short_name
from index.quote import LONGEST, best_quote
from index.stored import Head
from nlp.acts import Range
from nlp.standing import is_standing_title

BOARDS = (BoardName("Socialnämnden", "SN", 3, None, ("Socialnämnden", "SOCIALNÄMNDEN")),)
NAMES = st.sampled_from("abcdefghijklmnopqr")
cosines = st.none() | st.floats(0.5, 1)
features = st.builds(
    Features,
    nearest=cosines,
    whole=cosines,
    words=st.floats(0, 50),
    units=st.integers(1, 400),
    standing=st.booleans(),
    tabled=st.booleans(),
    matters=st.lists(st.sampled_from("xyz"), unique=True).map(tuple),
)


@given(st.dictionaries(NAMES, features, max_size=18))
def test_scores_are_the_sum_of_their_parts_and_fall(found: dict[str, Features]) -> None:
    """Every paragraph that was found is there once, best first, its score accounted for."""
    ranked = fuse(found, Weights())
    assert sorted(one.paragraph_id for one in ranked) == sorted(found)
    assert [one.score for one in ranked] == sorted((one.score for one in ranked), reverse=True)
    assert all(one.score == pytest.approx(sum(value for _, value in one.parts)) for one in ranked)


def order(**found: Features) -> str:
    """Return the names of the paragraphs in their order."""
    return "".join(one.paragraph_id for one in fuse(found, Weights()))


def test_words_lift_a_paragraph_among_those_as_near() -> None:
    """Of two paragraphs as near in meaning, the one with the words comes first."""
    assert order(a=Features(0.85), b=Features(0.85, words=9.0)) == "ba"


def test_what_is_near_as_a_whole_comes_before_what_is_near_in_one_place() -> None:
    """Of two paragraphs with as near a unit, the one that is about it comes first; so does the shorter one."""
    assert order(a=Features(0.85, 0.78), b=Features(0.85, 0.84)) == "ba"
    assert order(a=Features(0.85, units=90), b=Features(0.85, units=3)) == "ba"


def test_standing_items_and_those_that_only_table_come_last_among_equals() -> None:
    """What is on every agenda and what only puts off gives way to what decides."""
    assert order(a=Features(0.85, standing=True), b=Features(0.85, tabled=True), c=Features(0.85)) == "cba"


def test_paragraphs_of_one_matter_lift_each_other_but_never_above_the_best() -> None:
    """A paragraph comes nearer to the best of its matter and past those that are no nearer by themselves."""
    best, other = Features(0.9, matters=("x",)), Features(0.82)
    assert order(a=best, b=other, c=Features(0.81, matters=("x",))) == "acb"
    assert order(a=best, b=other, c=Features(0.81, matters=("y",))) == "abc"


def test_below_the_first_ten_a_matter_counts_for_more() -> None:
    """Further down the rest of a matter that is above goes past what is somewhat nearer by itself; the ten stay."""
    ten = {name: Features(0.95 - 0.001 * at) for at, name in enumerate("abcdefghi")}
    rest = {"k": Features(0.86), "l": Features(0.83), "m": Features(0.82, matters=("x",))}
    found = {**ten, "j": Features(0.88, matters=("x",)), **rest}
    assert order(**found) == "abcdefghijmkl"
    assert order(**{name: found[name] for name in "jklm"}) == "jkml"


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


def test_a_line_that_only_leads_in_is_not_quoted_where_what_follows_is_worth_as_much() -> None:
    """Without words of the query to go by, the decision is quoted and not "Enligt nämndens förslag:"."""
    text = "Enligt nämndens förslag:\n\n1. Planen för skolgården antas."
    assert best_quote(text, Range(0, len(text)), {}).text == "1. Planen för skolgården antas."
    assert best_quote("Enligt nämndens förslag:", Range(0, 24), {}).text == "Enligt nämndens förslag:"


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


def test_a_matter_is_a_case_or_a_telling_title() -> None:
    """What shares a case number, or a title that tells, is of one matter; standing items and lone ones are of none."""
    case = head(1, "2024-01-01", "Ny simhall", "SN 9-2024")
    same = head(2, "2024-02-01", "Simhallen, delrapport", "SN 9-2024")
    title = head(3, "2024-03-01", "Förstudie om simhallens framtida drift")
    again = head(4, "2024-04-01", "Förstudie om  simhallens framtida drift", board="Kommunstyrelsen")
    standing = head(5, "2024-05-01", "Meddelanden", "SN 9-2024")
    alone = head(6, "2024-06-01", "Nytt bibliotek", "SN 7-2024")
    matters = Matters([case, same, title, again, standing, alone])
    assert matters.of(case) == matters.of(same) != ()
    assert matters.of(title) == matters.of(again) != ()
    assert matters.of(standing) == matters.of(alone) == ()
    assert set(matters.members(matters.of(title)[0])) == {title.id, again.id}


def test_a_number_of_very_many_is_no_matter() -> None:
    """A number under which a whole year's elections stand ties nothing together."""
    heads = [head(number, "2024-01-01", f"Val av ombud {number}", "SN 1-2024") for number in range(60)]
    matters = Matters(heads)
    assert not any(matters.of(one) for one in heads)


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
