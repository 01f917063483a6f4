"""What a pasted draft wants."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.demands import wanted

MOTION = """Motion om avgiftsfri parkering vid sjukhusen

Många patienter har svårt att betala. Det drabbar
särskilt den som kommer ofta.

Därför yrkar vi
att regionstyrelsen får i uppdrag att utreda möjligheten att avskaffa
parkeringsavgifterna vid sjukhusen,
att busslinjen till lasarettet går varje kvart, samt
att uppdraget redovisas.

Alva Mellberg (C)
"""


def test_each_att_is_a_demand_though_lines_are_broken() -> None:
    """Every att-sats is one demand on one line, reasons and signature are none."""
    assert [one.text for one in wanted(MOTION)] == [
        "att regionstyrelsen får i uppdrag att utreda möjligheten att avskaffa parkeringsavgifterna vid sjukhusen",
        "att busslinjen till lasarettet går varje kvart",
        "att uppdraget redovisas.",
    ]


def test_what_it_is_about_leaves_out_who_shall_do_it() -> None:
    """The words that are searched for are those of the matter; the heading stands in where nothing else is said."""
    assert [one.about for one in wanted(MOTION)] == [
        "avskaffa parkeringsavgifterna vid sjukhusen",
        "busslinjen till lasarettet går varje kvart",
        "avgiftsfri parkering vid sjukhusen",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Vi föreslår att avgiften slopas, att fler tolkar anställs och att köerna kortas.",
            ["Vi föreslår att avgiften slopas", "att fler tolkar anställs", "att köerna kortas."],
        ),
        ("Kostnaden ökar. Regionen bör anställa dietister. Det är dyrt.", ["Regionen bör anställa dietister."]),
        ("Nämnden beslutar:\n1. Taxan höjs till 90 kronor.\n2. Stugan i Björkvik säljs.", None),
        (
            "Hur lång är väntetiden till ögonkliniken? Den var lång i fjol.",
            ["Hur lång är väntetiden till ögonkliniken?"],
        ),
        ("Biblioteket i Tallvik stängde. Bussen slutade gå.", ["Biblioteket i Tallvik stängde.", "Bussen slutade gå."]),
        ("- Stugan målas.\n- Taket måste läggas om.", ["Taket måste läggas om."]),
        ("", []),
    ],
)
def test_points_sentences_and_questions_demand(text: str, found: list[str] | None) -> None:
    """Points under a line that asks, sentences that want something and questions are demands; else every sentence."""
    expected = ["Taxan höjs till 90 kronor.", "Stugan i Björkvik säljs."] if found is None else found
    assert [one.text for one in wanted(text)] == expected


@given(st.text(alphabet="att vill1.-ö,:?\nA", max_size=120))
def test_places_are_of_the_text_and_ascend(text: str) -> None:
    """Whatever is pasted, each demand's words stand at its place, and places never overlap."""
    found = wanted(text)
    assert all(one.text == " ".join(text[one.range.start : one.range.end].split()) for one in found)
    assert all(one.range.end <= other.range.start for one, other in pairwise(found))
