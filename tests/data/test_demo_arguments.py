"""The arguments of the demo collection are cut as they were marked and gathered as they were written."""

from __future__ import annotations

import pytest

from bench.arguments import marked, scores, themes_of_acts
from index.arguments.making import AllArgued
from index.arguments.themes import themes_of
from index.arguments.values import Argued
from index.sqlite.store import SqliteStore


@pytest.fixture(scope="module")
def argued(demo_store: SqliteStore) -> tuple[Argued, ...]:
    """Everything that is argued in the collection."""
    return AllArgued(demo_store).current()


def test_claims_are_those_that_were_marked(demo_store: SqliteStore) -> None:
    """Of the marked sentences at least nine of ten that are taken are claims, and four of five claims are taken."""
    texts = list(marked("demo", demo_store))
    precision, recall, both = scores([one.gold for one in texts], [one.found for one in texts])
    assert len(texts) == 32
    assert precision > 0.9
    assert recall > 0.8
    assert both > 0.88


def test_acts_stand_in_the_themes_that_they_were_written_on(argued: tuple[Argued, ...]) -> None:
    """Recurring arguments are gathered with precision over 0.9 and recall over 0.8."""
    acts = themes_of_acts(argued)
    precision, recall, _ = scores([gold for gold, _ in acts], [found for _, found in acts])
    assert precision > 0.9
    assert recall > 0.8


def test_no_theme_shows_a_word_in_a_year_where_nobody_said_it(
    argued: tuple[Argued, ...], demo_store: SqliteStore
) -> None:
    """Every quote is verbatim in its paragraph, of the cell's year and party; every word of a year is in its quotes."""
    texts = {one.head.id: one.paragraph.text for one in demo_store.paragraphs()}
    themes = themes_of(argued, argued)
    assert len(themes) >= 9
    for year in (year for theme in themes for year in theme.years):
        quotes = [(act, each) for cell in year.cells for act, each in cell.arguments]
        assert all(each.quote in texts[act.paragraph_id] and act.year == year.year for act, each in quotes)
        assert all(cell.party in act.parties for cell in year.cells for act, _ in cell.arguments)
        said = " ".join(each.quote.lower() for _, each in quotes)
        assert all(word in said for word in year.words)
