from __future__ import annotations

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.acts import Range
from ui.page.state import LONGEST_TEXT, MOST_VALUES, PARAMETERS, PageState, Place, Tab, from_pairs, read, write
from ui.speech import Language

letters = st.characters(exclude_categories=["Cs"])
tidy_text = st.text(letters, max_size=80).map(str.strip)
ranges = st.tuples(st.integers(0, 10_000), st.integers(1, 500)).map(lambda pair: Range(pair[0], pair[0] + pair[1]))
places = st.builds(Place, tidy_text.filter(bool), st.integers(1, 9_999), tidy_text, st.none() | ranges)


@st.composite
def states(draw: st.DrawFn) -> PageState:
    """Draw a state in tidy form: any view, any values of its parameters."""
    tab = draw(st.sampled_from(Tab))
    names = st.sampled_from(PARAMETERS[tab]) if PARAMETERS[tab] else st.nothing()
    given_values = draw(st.lists(st.tuples(names, tidy_text), max_size=6)) if PARAMETERS[tab] else []
    grouped = {name: [value for key, value in given_values if key == name] for name, _ in given_values}
    state = PageState(tab, language=draw(st.sampled_from(Language)), place=draw(st.none() | places))
    return state.having(**grouped)


@given(states())
def test_an_address_restores_the_page_that_wrote_it(state: PageState) -> None:
    """Whatever the page shows, its address brings it back."""
    assert read(write(state)) == state


@given(st.text())
def test_any_address_is_read(address: str) -> None:
    """A damaged or made-up address never fails, and what is read is tidy: it survives being written."""
    state = read(address)
    assert read(write(state)) == state


@given(
    st.lists(st.tuples(st.sampled_from(["q", "fran", "till", "sida", "ord", "slag", "flik", "dokument"]), st.text()))
)
def test_any_value_of_a_known_parameter_is_read(pairs: list[tuple[str, str]]) -> None:
    """Known parameters with any content, lone surrogates included, never fail."""
    state = from_pairs(pairs)
    assert read(write(state)) == state


def test_addresses_are_words_that_people_can_read() -> None:
    """The parameters are Swedish and short, as addresses are mailed."""
    state = PageState().having(q="återremiss", namnd=["HSN"], fran=2021, slag=["motion"])
    assert write(state) == "?" + urlencode(
        {"flik": "sok", "q": "återremiss", "namnd": "HSN", "fran": "2021", "slag": "motion"}
    )


def test_an_empty_state_has_the_shortest_address() -> None:
    """Defaults are left out."""
    assert write(PageState()) == "?flik=sok"


@pytest.mark.parametrize("year", ["12", "20211", "tjugo", "-2021", "²⁰²¹", ""])
def test_a_year_that_is_none_restricts_nothing(year: str) -> None:
    """Only years that a protocol can have restrict a search."""
    assert read(f"?fran={year}").year("fran") is None


@pytest.mark.parametrize(("text", "day"), [("2024-11-21", "2024-11-21"), ("2024-13-01", None), ("igår", None)])
def test_a_day_is_one_of_the_calendar(text: str, day: str | None) -> None:
    """What is no date is none, and is not taken for another."""
    assert PageState().having(q=text).day("q") == day


def test_too_much_is_cut() -> None:
    """An address made to be a burden is cut to what a person would ask."""
    state = read("?q=" + "a" * 10_000 + "".join(f"&namnd={n}" for n in range(200)))
    assert (len(state.one("q")), len(state.many("namnd"))) == (LONGEST_TEXT, MOST_VALUES)


def test_words_that_end_before_they_begin_are_no_words() -> None:
    """A range must hold at least one character."""
    place = read("?dokument=d&sida=2&ord=9-9").place
    assert place == Place("d", 2)


def test_another_view_takes_the_language_along_and_nothing_else() -> None:
    """Going on from a hit to its issue closes the viewer, drops the search, and stays in English."""
    state = PageState(language=Language.ENGLISH, place=Place("d", 1)).having(q="vårdval")
    assert write(state.at(Tab.FOLLOW, start="HSN 301-2021")) == "?flik=folj&start=HSN+301-2021&sprak=en"


def test_a_value_can_be_changed_and_taken_out() -> None:
    """A filter chosen replaces the one before, and an empty one goes."""
    state = PageState().having(q="vård", namnd=["A", "B"])
    assert state.having(namnd="C").many("namnd") == ("C",)
    assert state.having(namnd=None) == PageState().having(q="vård")
