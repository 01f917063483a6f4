"""The tab Följ ärende: one field, and the course of the issue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from ui.page.tabs.search import SHOWN


@dataclass(frozen=True, slots=True)
class FollowTab:
    """The tab's components."""

    tab: Any
    start: Any
    button: Any
    result: Any


def build(name: str) -> FollowTab:
    """Build the tab inside the open Blocks."""
    with gr.Tab("Följ ärende", id=name, elem_id="ps-tab-folj") as tab:
        with gr.Row(elem_id="ps-start-rad", elem_classes=["ps-ask"]):
            start = gr.Textbox(
                label="Ärende",
                placeholder="Diarienummer, paragraf eller egna ord, till exempel: HSN 2024-11-21 § 231",
                elem_id="ps-start",
                scale=5,
                min_width=220,
                max_length=2000,
            )
            button = gr.Button("Följ", variant="primary", elem_id="ps-folj", scale=0, min_width=110)
        result = gr.HTML(elem_id="ps-arende", js_on_load=SHOWN, apply_default_css=False)
    return FollowTab(tab, start, button, result)
