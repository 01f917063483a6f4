"""The tab Sök: one field, its filters, and the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from index.results import UnitKind
from ui import words
from ui.page.service import Choices

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


@dataclass(frozen=True, slots=True)
class SearchTab:
    """The tab's components; ``filters`` are boards, first year, last year, parties and kinds."""

    tab: Any
    text: Any
    button: Any
    more: Any
    filters: list[Any]
    result: Any


def build(choices: Choices, name: str) -> SearchTab:
    """Build the tab inside the open Blocks."""
    with gr.Tab("Sök", id=name, elem_id="ps-tab-sok") as tab:
        with gr.Row(elem_id="ps-fraga-rad", elem_classes=["ps-ask"]):
            text = gr.Textbox(
                label="Fråga",
                placeholder="Vad vill du veta? Till exempel: återremiss av tertialrapporten",
                elem_id="ps-fraga",
                scale=5,
                min_width=220,
                autofocus=True,
                max_length=2000,
            )
            button = gr.Button("Sök", variant="primary", elem_id="ps-sok", scale=0, min_width=110)
        more, filters = _filters(choices)
        result = gr.HTML(elem_id="ps-svar", js_on_load=SHOWN, apply_default_css=False)
    return SearchTab(tab, text, button, more, filters, result)


SHOWN = """
watch('value', () => window.protokollspar && window.protokollspar.shown(element.querySelector('[data-address]')));
"""


def _filters(choices: Choices) -> tuple[Any, list[Any]]:
    years = [("Alla", ""), *((str(year), str(year)) for year in choices.years)]
    with gr.Accordion("Avgränsa: organ, år, parti, slag", open=False, elem_id="ps-filter") as more:
        with gr.Row(elem_classes=["ps-filters"]):
            boards = _dropdown(choices.boards, "Organ", "ps-organ", width=260)
            first = _dropdown(years, "Från och med år", "ps-fran", width=140, many=False)
            last = _dropdown(years, "Till och med år", "ps-till", width=140, many=False)
            parties = _dropdown(choices.parties, "Parti som agerar", "ps-parti", width=200)
        kinds = gr.CheckboxGroup(
            [(words.unit_kind(kind), str(kind)) for kind in KINDS], label="Träff i", elem_id="ps-slag"
        )
    return more, [boards, first, last, parties, kinds]


def _dropdown(choices: Sequence[Any], label: str, name: str, *, width: int, many: bool = True) -> Any:
    # A column of its own keeps Gradio from joining neighbouring fields into one block.
    with gr.Column(min_width=width):
        # An address may name what this library does not know: the library says so in words, Gradio must not refuse it.
        return gr.Dropdown(
            list(choices),
            value=None if many else "",
            label=label,
            elem_id=name,
            multiselect=many,
            allow_custom_value=True,
        )
