"""Words and stems of Swedish."""

from __future__ import annotations

import tantivy
from hypothesis import example, given
from hypothesis import strategies as st

from nlp.acts import Range
from nlp.analysis import content_terms, letter_groups, matches, standing, stem, terms, words


def test_stems_are_those_of_snowball() -> None:
    """The stemmer gives what the Snowball stemmer in the lexical engine gives, word for word."""
    text = (
        "nämnden nämndernas beslutade beslutet besluten sjukvårdens universitetet paketet alfabetet årligen enligt "
        "enighet lösningar meningslöst meningsfullt arbetslöst riksdagens skolskjutsar primärvårdsuppdraget ordnat "
        "vård- och omsorgsboende åtgärder östra kostnader is as fritt byggt klokt ledamöterna avgifterna bostäders"
    )
    reference = (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.stemmer("swedish")).build()
    )
    assert terms(text) == reference.analyze(text)


def test_words_stand_where_they_are_printed() -> None:
    """Each part of a joined word is a word with its own range, in lower case and stemmed."""
    assert [(word.range, word.term) for word in words("SoL-journaler 2024")] == [
        (Range(0, 3), "sol"),
        (Range(4, 13), "journal"),
        (Range(14, 18), "2024"),
    ]


def test_swedish_letters_are_their_own() -> None:
    """The stem of "vårdens" is not that of "vardens"."""
    assert stem("vårdens") != stem("vardens")


def test_a_question_keeps_the_words_that_carry_meaning() -> None:
    """Question words fall away, each stem stays once, and a question of nothing else keeps what it has."""
    assert content_terms("vem ska ta hand om skolskjutsarna och skolskjutsen") == ["hand", "skolskjuts"]
    assert content_terms("vad är det") == ["vad", "är", "det"]


@given(
    st.text(st.sampled_from("abdefgiklnorstuåäöÅß0 -._"), max_size=60),
    st.lists(st.sampled_from(("bo", "skol", "nämnd", "full")), max_size=3),
)
@example("meningsfullt arbetslöst, full lös", ["full"])
@example("Skolan, skolorna-skol_förskolan", ["skol"])
def test_words_are_found_by_their_stems(text: str, others: list[str]) -> None:
    """Looking for stems finds the words that going through all words of the text finds, in the same places."""
    wanted = {*others, *terms(text)[::2]} - {""}
    there = [(word.range.start, word.term) for word in words(text) if word.term in wanted]
    assert sorted(standing(text, wanted)) == there


def test_a_letter_that_becomes_two_in_lower_case_moves_nothing() -> None:
    """What stands after such a letter is found where it is printed."""
    assert standing("İ Skolor", ["skol"]) == [(2, "skol")]
    assert matches("İ Skolor", ["skol"]) == (Range(2, 8),)


def test_inflected_words_are_marked() -> None:
    """A word of the query is found in its other forms."""
    assert matches("Nämndernas beslut. Beslutet gäller.", content_terms("besluten")) == (Range(11, 17), Range(19, 27))


def test_a_long_word_is_marked_though_its_stem_is_cut_otherwise() -> None:
    """Stems that differ by one or two letters at the end are one word if what they share is long; no others are."""
    text = "skolskjut skolskjuts skolskjutsar skolskjutning buss bussen bu"
    assert [text[one.start : one.end] for one in matches(text, ["skolskjuts"])] == [
        "skolskjut",
        "skolskjuts",
        "skolskjutsar",
    ]
    assert [text[one.start : one.end] for one in matches(text, ["skolskj", "bus"])] == ["skolskjut", "skolskjuts"]
    assert matches(text, []) == ()


def test_compounds_share_groups_of_letters() -> None:
    """A compound and its parts written apart have groups in common; words without meaning give none."""
    compound = {group for word in letter_groups("skolskjutsarna") for group in word}
    apart = {group for word in letter_groups("skjuts till skolan") for group in word}
    assert {"_skol", "skjut", "kjuts"} <= compound & apart
    assert list(letter_groups("vem ska SD")) == [("_sd_",)]
