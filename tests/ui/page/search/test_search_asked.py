from __future__ import annotations

from dataclasses import replace

import pytest

from index.query.asking import asked
from index.query.language import parse
from index.results import Order, Query, UnitKind
from ui.page.search.asked import HITS, Mode, as_text, hit_page, mode, query
from ui.page.state import PageState


@pytest.mark.parametrize(
    "state",
    [
        PageState().having(q="långa väntetider"),
        PageState().having(
            q="väntetider -budget", namnd=("Hälso- och sjukvårdsnämnden", "RS"), fran="2021", till="2023"
        ),
        PageState().having(q='"ökad tillgänglighet" nämnd:HSN', parti=("S", "V"), slag=("motion", "decision")),
        PageState().having(q="väntetider", fran="2022"),
        PageState().having(till="2020", utfall=("rejected", "remitted")),
        PageState().having(q="år:2022-", fran="2023", till="2023"),
    ],
)
def test_a_search_in_words_asks_what_its_fields_ask(state: PageState) -> None:
    """Written out in the query language, words and filters ask for the same as the fields do."""
    told = asked(Query(as_text(state)), parse(as_text(state)))
    fields = asked(query(state), parse(state.one("q")))
    for name in ("text", "boards", "parties", "phrases", "without"):
        assert getattr(told, name) == getattr(fields, name)
    assert set(told.kinds) == set(fields.kinds)
    assert set(told.outcomes) == set(fields.outcomes)
    assert _span(told) == _span(fields)


def _span(wanted: Query) -> tuple[int, int] | None:
    """Return the years that are asked for, those beyond any protocol left out."""
    return wanted.years and (max(wanted.years[0], 1800), min(wanted.years[1], 2200))


def test_the_address_says_which_hits_in_which_order() -> None:
    """Page and order of the address become offset and order of the query; nonsense is the first page by relevance."""
    state = PageState().having(q="a", sidnr="3", sortering="datum", slag="motion")
    assert query(state, facets=True) == replace(
        Query("a", kinds=(UnitKind.MOTION,), limit=HITS, offset=2 * HITS, order=Order.NEWEST), facets=True
    )
    odd = PageState().having(q="a", sidnr="0", sortering="x")
    assert (hit_page(odd), query(odd).order) == (1, Order.RELEVANCE)
    assert hit_page(PageState().having(sidnr="999999999")) == 50


def test_an_unknown_way_of_asking_is_a_search() -> None:
    """An address that names what the view does not do asks an ordinary question."""
    assert mode(PageState().having(lage="utkast")) is Mode.DRAFT
    assert mode(PageState().having(lage="annat")) is Mode.SEARCH
