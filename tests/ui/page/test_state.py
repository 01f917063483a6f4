from __future__ import annotations

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.results import UnitKind
from nlp.acts import Range
from ui.page.state import LONGEST_TEXT, MOST_VALUES, PageState, Place, Tab, from_pairs, read, write

letters = st.characters(exclude_categories=["Cs"])
tidy_text = st.text(letters, max_size=80).map(str.strip)
names = st.lists(tidy_text.filter(bool), max_size=4, unique=True).map(tuple)
years = st.none() | st.integers(1800, 2200)
ranges = st.tuples(st.integers(0, 10_000), st.integers(1, 500)).map(lambda pair: Range(pair[0], pair[0] + pair[1]))
places = st.builds(Place, tidy_text.filter(bool), st.integers(1, 9_999), tidy_text, st.none() | ranges)
states = st.builds(
    PageState,
    tab=st.sampled_from(Tab),
    text=tidy_text,
    boards=names,
    year_first=years,
    year_last=years,
    parties=names,
    kinds=st.sets(st.sampled_from(UnitKind)).map(lambda kinds: tuple(kind for kind in UnitKind if kind in kinds)),
    start=tidy_text,
    start_id=tidy_text,
    place=st.none() | places,
)


@given(states)
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
    state = PageState(text="återremiss", boards=("HSN",), year_first=2021, kinds=(UnitKind.MOTION,))
    assert write(state) == "?" + urlencode(
        {"flik": "sok", "q": "återremiss", "namnd": "HSN", "fran": "2021", "slag": "motion"}
    )


def test_an_empty_state_has_the_shortest_address() -> None:
    """Defaults are left out."""
    assert write(PageState()) == "?flik=sok"


@pytest.mark.parametrize("year", ["12", "20211", "tjugo", "-2021", "²⁰²¹", ""])
def test_a_year_that_is_none_is_left_out(year: str) -> None:
    """Only years that a protocol can have restrict a search."""
    assert read(f"?fran={year}").year_first is None


def test_too_much_is_cut() -> None:
    """An address made to be a burden is cut to what a person would ask."""
    state = read("?q=" + "a" * 10_000 + "".join(f"&namnd={n}" for n in range(200)))
    assert (len(state.text), len(state.boards)) == (LONGEST_TEXT, MOST_VALUES)


def test_an_open_year_reaches_to_the_end() -> None:
    """A first year alone means everything since; no year at all does not restrict."""
    years = PageState(text="x", year_first=2021).query(20).years
    assert years is not None
    assert (years[0], years[1] >= 2100) == (2021, True)
    assert PageState(text="x").query(20).years is None


def test_words_that_end_before_they_begin_are_no_words() -> None:
    """A range must hold at least one character."""
    place = read("?dokument=d&sida=2&ord=9-9").place
    assert place == Place("d", 2)


def test_following_an_issue_keeps_the_search() -> None:
    """Going back to the tab Sök finds the search as it was, and the viewer is closed."""
    state = PageState(text="vårdval", place=Place("d", 1)).following("HSN 301-2021")
    assert (state.tab, state.text, state.start, state.place) == (Tab.FOLLOW, "vårdval", "HSN 301-2021", None)
