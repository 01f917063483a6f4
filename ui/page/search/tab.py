"""The view Sök, built: one field, its filters, and the answer."""

from __future__ import annotations

import gradio as gr

from index.results import UnitKind
from nlp.acts import Outcome
from ui import words
from ui.page.components import ask_row, dropdown, panel_html, view_column
from ui.page.labels import label
from ui.page.search.answer import answer
from ui.page.service import Choices
from ui.page.state import Tab
from ui.page.view import Field, View
from ui.speech import t

KINDS = (
    UnitKind.DECISION,
    UnitKind.MOTION,
    UnitKind.RESERVATION,
    UnitKind.NOTE,
    UnitKind.ASSIGNMENT,
    UnitKind.PASSAGE,
    UnitKind.PARAGRAPH,
)
"""In the order in which people ask for them."""


def build(choices: Choices) -> View:
    """Build the view inside the open Blocks."""
    with view_column(Tab.SEARCH) as column:
        with ask_row("ps-fraga-rad"):
            text = gr.Textbox(
                label=label("Fråga"),
                placeholder=label("Vad vill du veta? Till exempel: återremiss av tertialrapporten"),
                elem_id="ps-fraga",
                scale=5,
                min_width=220,
                autofocus=True,
                max_length=2000,
            )
            button = gr.Button(label("Sök"), variant="primary", elem_id="ps-sok", scale=0, min_width=110)
        # The order of the hits is chosen in the answer; a new question keeps it.
        order = gr.State("")
        with gr.Accordion(label("Avgränsa: organ, år, parti, slag, utfall"), open=False, elem_id="ps-filter") as more:
            filters = _filters(choices)
        result = panel_html("ps-svar")
    return View(
        Tab.SEARCH,
        column,
        result,
        answer,
        (Field("q", text), *filters, Field("sortering", order)),
        (button.click, text.submit),
        more,
        frozenset(one.name for one in filters),
    )


def _filters(choices: Choices) -> tuple[Field, ...]:
    with gr.Row(elem_classes=["ps-filters"]):
        boards = dropdown(choices.boards, label("Organ"), "ps-organ", width=260)
        first = dropdown(years(choices), label("Från och med år"), "ps-fran", width=140, many=False)
        last = dropdown(years(choices), label("Till och med år"), "ps-till", width=140, many=False)
        parties = dropdown(_parties(choices), label("Parti som agerar"), "ps-parti", width=200)
        outcomes = dropdown(_outcomes(choices), label("Utfall"), "ps-utfall", width=200)
    kinds = gr.CheckboxGroup(list(_kinds(choices)), label=label("Träff i"), elem_id="ps-slag")
    return (
        Field("namnd", boards, lambda now: now.boards, many=True, at_once=True),
        Field("fran", first, years, at_once=True),
        Field("till", last, years, at_once=True),
        Field("parti", parties, _parties, many=True, at_once=True),
        Field("slag", kinds, _kinds, many=True, at_once=True),
        Field("utfall", outcomes, _outcomes, many=True, at_once=True),
    )


def years(choices: Choices) -> tuple[tuple[str, str], ...]:
    """Return the years that a filter offers."""
    return ((t("Alla"), ""), *((str(year), str(year)) for year in choices.years))


def _parties(choices: Choices) -> tuple[tuple[str, str], ...]:
    return tuple((party, party) for party in choices.parties)


def _outcomes(_choices: Choices) -> tuple[tuple[str, str], ...]:
    return tuple((words.outcome(one), str(one)) for one in Outcome)


def _kinds(_choices: Choices) -> tuple[tuple[str, str], ...]:
    return tuple((words.unit_kind(kind), str(kind)) for kind in KINDS)
