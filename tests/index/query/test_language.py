"""The query language: what is typed becomes parts, whatever is typed."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query.language import parse, without
from index.query.parts import Fault, Named, Part, Phrase, Restriction, Without, Words
from index.query.words import Field
from nlp.acts import Range

HERE = Range(0, 0)
"""Parts are equal wherever they stand."""

pieces = st.sampled_from(
    (
        "vårdval", "HSN", "C", "§", "§ 12", "13 §", "kap.", "lagen", "2024", "2022-2024", "-2024", "2024-11-21", "den",
        "21 november 2024", "SN 12-2024", "SN 2024/12", "nämnd:", "nmnd:", "år:", "från:", "till: ", "typ:", "dnr:",
        "utfall:", "person:", "paragraf:", "SD:s", "-", "-utan", '"', "“", "”", ",", "avslag", "reservation", ":", "//",
        "“exakt fras”", "Anna Lind", "Bilaga 3.pdf", " ", "\n", "\u00a0",
    )
)  # fmt: skip
typed = st.lists(st.tuples(pieces, st.sampled_from(("", " ", "  "))), max_size=9).map(
    lambda each: "".join(piece + gap for piece, gap in each)
)


def parts(text: str) -> tuple[Part, ...]:
    """Return the parts of a query."""
    return parse(text).parts


@given(st.one_of(st.text(max_size=60), typed))
def test_a_query_printed_and_parsed_again_is_the_same(text: str) -> None:
    """No text raises, and what is understood can be said again in the language itself."""
    once = parse(text)
    assert parse(str(once)) == once


@given(st.one_of(st.text(max_size=60), typed))
def test_every_part_knows_where_it_was_typed(text: str) -> None:
    """Spans lie in the text in order, none over another, and leave out no letter that was typed."""
    spans = [part.span for part in parts(text)]
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    left = text
    for span in reversed(spans):
        assert 0 <= span.start < span.end <= len(text)
        left = left[: span.start] + left[span.end :]
    assert not any(letter.isalnum() for letter in left)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vårdval i norr", (Words("vårdval i norr", HERE),)),
        ("  vårdval \n i ", (Words("vårdval i", HERE),)),
        ('"fritt val" skola', (Phrase("fritt val", HERE), Words("skola", HERE))),
        ("”fritt  val”", (Phrase("fritt val", HERE),)),
        ('skola "fritt val', (Words("skola", HERE), Phrase("fritt val", HERE))),
        ("skola -buss", (Words("skola", HERE), Without("buss", exact=False, span=HERE))),
        ('-"fritt val"', (Without("fritt val", exact=True, span=HERE),)),
        ("hälso- och sjukvård - en plan", (Words("hälso- och sjukvård - en plan", HERE),)),
        ("nämnd:HSN", (Restriction(Field.BOARD, ("HSN",), HERE),)),
        ("Namnd: HSN,RS", (Restriction(Field.BOARD, ("HSN", "RS"), HERE),)),
        ('person:"Anna Lind"', (Restriction(Field.PERSON, ("Anna Lind",), HERE),)),
        ("typ:Reservationer", (Restriction(Field.KIND, ("reservation",), HERE),)),
        ('typ:"sarskilt yttrande"', (Restriction(Field.KIND, ("särskilt yttrande",), HERE),)),
        ("utfall:återremitterat", (Restriction(Field.OUTCOME, ("återremiss",), HERE),)),
        ("ar:2022–2024", (Restriction(Field.YEAR, ("2022-2024",), HERE),)),
        ("år:2022-", (Restriction(Field.YEAR, ("2022-",), HERE),)),
        ("från: 1 maj 2023 till:2024", tuple(
            Restriction(field, (date,), HERE) for field, date in ((Field.SINCE, "2023-05-01"), (Field.UNTIL, "2024"))
        )),
        ("dnr:hsn 12-2024 skola", (Restriction(Field.CASE, ("hsn 12-2024",), HERE), Words("skola", HERE))),
        ("skola på § 12 i centrum", (Words("skola på", HERE), Restriction(Field.NUMBER, ("12",), HERE),
                                     Words("i centrum", HERE))),
        ("jäv enligt 6 kap. § 28 kommunallagen", (Words("jäv enligt 6 kap. § 28 kommunallagen", HERE),)),
        ("SD:s förslag kl:10", (Words("SD:s förslag kl:10", HERE),)),
        ("typ: något annat", (Words("typ: något annat", HERE),)),
        ("", ()),
    ],
)  # fmt: skip
def test_what_is_typed_is_understood(text: str, expected: tuple[Part, ...]) -> None:
    """Words, phrases, exclusions and filters are each read as people type them."""
    found = [one for part in parts(text) for one in (part.plain if isinstance(part, Named) else (part,))]
    assert found == list(expected)


@pytest.mark.parametrize(
    ("text", "board", "date", "number"),
    [
        ("§ 231", "", None, 231),
        ("13 §", "", None, 13),
        ("paragraf:7", "", None, 7),
        ("HSN § 231", "HSN", None, 231),
        ("hsn§231", "hsn", None, 231),
        ("§ 53 BPT", "BPT", None, 53),
        ("HSN 2024-11-21 § 231", "HSN", "2024-11-21", 231),
        ("Socialnämnden den 21 november 2024, § 12", "Socialnämnden", "2024-11-21", 12),
        ("Socialnämnden 21 november 2024 § 12", "Socialnämnden", "2024-11-21", 12),
        ("Socialnämnden 2024-11-21 § 12, dnr SN 12-2024, s. 34", "Socialnämnden", "2024-11-21", 12),
        ("Socialnämnden 2024-11-21 § 12, s. 34", "Socialnämnden", "2024-11-21", 12),
        ("§ 8/2025", "", "2025", 8),
        ("2024-11-21", "", "2024-11-21", None),
        ("november 2024", "", "2024-11", None),
        ("HSN 2024", "HSN", "2024", None),
    ],
)
def test_a_name_of_paragraphs_is_told_from_words(text: str, board: str, date: str | None, number: int | None) -> None:
    """Board, date and § are read in the orders and forms in which people write them."""
    (part,) = parts(text)
    assert isinstance(part, Named)
    assert (part.board, part.date, part.number) == (board, date, number)


def test_a_name_may_stand_beside_filters() -> None:
    """A case number is one also where a filter restricts it."""
    named, restricted = parts("hsn 12-2024 typ:reservation")
    assert isinstance(named, Named)
    assert named.case == "hsn-12-2024"
    assert isinstance(restricted, Restriction)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nmnd:HSN", "Närmast är: nämnd"),
        ("blomma:röd", "Filtren är: nämnd"),
        ("typ:reservasion", "Närmast är: reservation"),
        ("utfall:avslog", "Närmast är: avslag"),
        ("år:tjugo", "Skriv år:2024"),
        ("år:2024-2022", "Skriv år:2024"),
        ("från:igår", "Skriv från:2024-11-21"),
        ("skola nämnd:", "nämnd: saknar värde"),
        ("-nämnd:HSN", "bara att utesluta ord"),
    ],
)
def test_what_is_no_filter_is_said_to_be_none(text: str, said: str) -> None:
    """An unknown filter or value is a fault with what there is instead, never a word among others."""
    faults = parse(text).faults
    assert len(faults) == 1
    assert said in faults[0]
    assert any(isinstance(part, Fault) for part in parts(text))


def test_a_part_can_be_taken_away() -> None:
    """What is left when a part is removed is the rest as it was typed."""
    text = "skola  nämnd:HSN buss"
    assert without(text, parts(text)[1].span) == "skola buss"
