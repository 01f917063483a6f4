"""Claims and lines of argument in invented sentences, in the forms that reservations are written in."""

from __future__ import annotations

import pytest

from nlp.acts import Range
from nlp.claims import Sign, claims_of, sentences_of, signs_of
from nlp.claims_topoi import tells, topoi_of

CLAIMS = [
    ("Vi anser att frågan hade vunnit på en öppen remiss.", Sign.DEMAND),
    ("En så stor ombyggnad bör prövas av fullmäktige.", Sign.DEMAND),
    ("Det är fel att stänga badet mitt i terminen.", Sign.VALUE),
    ("Simhallen läcker eftersom underhållet har skjutits upp.", Sign.CAUSE),
    ("Det leder till längre köer på den simskola som blir kvar.", Sign.CONSEQUENCE),
    ("Hade vi väntat en månad hade anbuden kunnat jämföras.", Sign.CONSEQUENCE),
    ("Ingen har redovisat vad driften kostar.", Sign.LACK),
    ("Föreningarna har inte ens tillfrågats.", Sign.LACK),
    ("Ändå får de minsta byarna vänta längst.", Sign.CONTRAST),
    ("Den som saknar bil är den som förlorar mest.", Sign.RULE),
    ("I vilken annan kommun ritar man huset först och köper tomten sedan?", Sign.QUESTION),
]
NO_CLAIMS = [
    "Anna Lind (C) reserverar sig mot beslutet till förmån för eget yrkande.",
    "Bo Ek (S) och Eva Ström (S) yrkar bifall till förvaltningens förslag.",
    "Mitt yrkande var att bygga ut badet i två etapper.",
    "Ledamöterna från KD antecknar som yttrande en skrivelse från den 3 maj 2024.",
    "Förra året gjordes 4 120 besök i simhallen.",
    "Vid justeringen har ingen skriftlig reservation inkommit.",
    "Kommunalrådet Bo Ek (S) besvarar frågan.",
    "Centerpartiet står bakom planen.",
]


@pytest.mark.parametrize(("sentence", "sign"), CLAIMS)
def test_a_stand_is_told_by_its_sign(sentence: str, sign: Sign) -> None:
    """A sentence that demands, values, explains, foresees, misses or contrasts is a claim, told by that sign."""
    assert sign in signs_of(sentence)


@pytest.mark.parametrize("sentence", NO_CLAIMS)
def test_form_and_bare_fact_are_no_claims(sentence: str) -> None:
    """Who reserves, what is moved, figures and answers to questions are no claims."""
    assert signs_of(sentence) == ()


def test_a_formal_sentence_with_its_reason_is_a_claim() -> None:
    """A reservation that gives its reason in the same sentence argues."""
    assert signs_of("Anna Lind (C) reserverar sig mot beslutet, eftersom badet behövs för skolornas skull.")


def test_the_formal_opening_is_no_part_of_a_claim() -> None:
    """A claim on the same line as "… med följande motivering:" begins behind the colon, and is verbatim text."""
    text = "Anna Lind (C) reserverar sig mot beslutet med följande motivering: Badet måste vara öppet. Vi ses där."
    (claim,) = claims_of(text, [Range(0, len(text))])
    assert text[claim.range.start : claim.range.end] == "Badet måste vara öppet."


def test_sentences_keep_to_their_ranges() -> None:
    """Only what stands in the ranges is read, each range by itself."""
    text = "Badet bör stänga.\nNej.\nBadet bör öppna."
    places = list(sentences_of(text, [Range(0, 17), Range(23, 39)]))
    assert [text[one.start : one.end] for one in places] == ["Badet bör stänga.", "Badet bör öppna."]


def test_a_line_of_argument_needs_more_than_a_hint() -> None:
    """Words that only hint at a line of argument do not make it one; with a telling word they do."""
    assert topoi_of(["Bussen går på vägen."]) == ()
    assert [one.name for one in topoi_of(["Restiden till skolan är en timme, och bussen går sällan."])] == ["distance"]


def test_a_text_may_follow_two_lines() -> None:
    """Two lines of argument that are about as strong are both kept, a much weaker one is not."""
    both = [
        "Handlingarna kom i går och underlaget är tunt.",
        "Barnen i förskolan är inte hörda.",
    ]
    assert {one.name for one in topoi_of(both)} == {"basis", "children"}
    one = [*both[:1], "Konsekvenserna är inte utredda.", "Det finns en app."]
    assert [each.name for each in topoi_of(one)] == ["basis"]


def test_the_places_are_the_words_that_tell() -> None:
    """The places of a line of argument are those of its words in the joined text."""
    (found,) = topoi_of(["Avgiften är 400 kronor.", "Alla har inte råd."])
    joined = "Avgiften är 400 kronor. Alla har inte råd."
    assert [joined[one.start : one.end] for one in found.places] == ["Avgiften", "kronor", "inte råd"]
    assert tells("affordability", joined) == found.score
