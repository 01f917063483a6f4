from __future__ import annotations

import re
from dataclasses import replace
from importlib.metadata import distribution
from pathlib import Path

import pytest

import ui
from index.library import Library
from index.results import Coverage
from ui.page.about import said
from ui.page.about.answer import answer
from ui.page.about.figures import FIGURES, SOURCE
from ui.page.about.licences import licence, parts
from ui.page.about.panel import Facts, about
from ui.page.about.terms import TERMS
from ui.page.service import Service
from ui.page.state import PageState, Tab
from ui.speech import Language, catalogue, speaking

HOUSE = Path(ui.__file__).parent.parent


@pytest.fixture
def facts(coverage: Coverage) -> Facts:
    """Return facts of a library."""
    return Facts(coverage, "en-modell", "1.2.3", parts(), may_write=True)


def test_every_figure_stands_in_the_bench() -> None:
    """No figure is told that the list of measurements does not have, with its day."""
    measured = (HOUSE / SOURCE).read_text(encoding="utf-8")
    for one in FIGURES:
        assert f"| {one.value:.3f} |" in measured
        assert f"| {one.day} |" in measured


def test_the_library_is_told_as_it_is(facts: Facts) -> None:
    """Documents, paragraphs, time, model and version are those of the library and the program at hand."""
    page = about(facts)
    for told in ("1\N{NO-BREAK SPACE}419", "20 januari 2020 – 1 mars 2025", "en-modell", "Protokollspår 1.2.3"):
        assert told in page
    assert "<dd>nej</dd>" in about(replace(facts, may_write=False))


def test_what_the_law_asks_of_an_accessibility_statement(facts: Facts) -> None:
    """Status, known shortcomings, how to report them, the authority and the day of assessment are there."""
    page = about(facts)
    for told in ("delvis förenlig", "Kända brister", "Rapportera brister", "Digg", "22 november 2026"):
        assert told in page


def test_words_are_in_the_order_of_the_alphabet() -> None:
    """Who looks for a word finds it where a Swedish reader looks."""
    order = "abcdefghijklmnopqrstuvwxyzåäö"
    keys = [[order.find(letter) for letter in word] for word, _ in TERMS]
    assert keys == sorted(keys)


def test_everything_said_has_its_english(facts: Facts) -> None:
    """On the English page no sentence of ours is left in Swedish; words of the trade are marked as Swedish."""
    keys = [word for pair in said.KEYS for word in pair]
    told = (said.DOES, said.DOES_NOT, said.SURE, said.PRIVACY, said.STATUS, said.SHORTCOMINGS, said.REPORT, keys)
    meanings = [meaning for _, meaning in TERMS]
    figures = [word for one in FIGURES for word in (one.said, one.on)]
    assert [one for one in (*sum(map(tuple, told), ()), *meanings, *figures) if one not in catalogue()] == []
    with speaking(Language.ENGLISH):
        page = re.sub(r"<(\w+)[^>]* lang=.sv.[^>]*>.*?</\1>", "", about(facts))
    assert (
        re.findall(r"\b(?:och|eller|inte|som|protokoll|visar|alla|är|av|sidan)\b", re.sub(r"<[^>]+>", " ", page)) == []
    )


def test_licences_are_those_of_the_installed_parts() -> None:
    """Each part that the program needs is named with its version and a licence of its own telling."""
    known = {one.name: one for one in parts()}
    assert known["gradio"].version == distribution("gradio").version
    assert known["gradio"].licence == "Apache-2.0" == licence(distribution("gradio"))
    assert all(len(one.licence) < 120 for one in known.values())
    assert sum(bool(one.licence) for one in known.values()) > len(known) * 0.8


def test_the_view_is_answered(library: Library) -> None:
    """The view tells of the library it is asked for."""
    page = answer(Service(library), PageState(Tab.ABOUT))
    assert library.health().model in page
    assert page.count("<section") == 8
