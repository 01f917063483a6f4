"""The view Protokoll, built: a field that leads to a paragraph or a meeting, filters, and the answer."""

from __future__ import annotations

import gradio as gr

from ui.page.components import ask_row, dropdown, panel_html, view_column
from ui.page.labels import label
from ui.page.protocols.answer import answer
from ui.page.service import Choices
from ui.page.state import Tab
from ui.page.view import Field, View
from ui.speech import t


def build(choices: Choices) -> View:
    """Build the view inside the open Blocks."""
    with view_column(Tab.PROTOCOLS) as column:
        with ask_row("ps-hitta-rad"):
            name = gr.Textbox(
                label=label("Gå till paragraf eller möte"),
                placeholder=label("Organ, datum och §, till exempel: HSN 2024-11-21 § 231"),
                elem_id="ps-hitta",
                scale=5,
                min_width=220,
                max_length=300,
            )
            button = gr.Button(label("Visa"), variant="primary", elem_id="ps-visa", scale=0, min_width=110)
        with gr.Accordion(label("Avgränsa: organ, år, bara med brister"), open=False, elem_id="ps-urval") as more:
            filters = _filters(choices)
        result = panel_html("ps-protokoll")
    return View(
        Tab.PROTOCOLS,
        column,
        result,
        answer,
        (Field("hitta", name), *filters),
        (button.click, name.submit),
        more,
        frozenset(one.name for one in filters),
    )


def _filters(choices: Choices) -> tuple[Field, ...]:
    with gr.Row(elem_classes=["ps-filters"]):
        boards = dropdown(choices.boards, label("Organ"), "ps-protokoll-organ", width=260)
        years = dropdown(_years(choices), label("År"), "ps-protokoll-ar", width=200)
        faults = gr.CheckboxGroup(_faults(choices), label=label("Visa"), elem_id="ps-brister")
    return (
        Field("organ", boards, lambda now: now.boards, many=True, at_once=True),
        Field("ar", years, _years, many=True, at_once=True),
        Field("brister", faults, _faults, many=True, at_once=True),
    )


def _years(choices: Choices) -> tuple[tuple[str, str], ...]:
    return tuple((str(year), str(year)) for year in reversed(choices.years))


def _faults(_choices: Choices) -> list[tuple[str, str]]:
    return [(t("Bara möten med brister"), "ja")]
