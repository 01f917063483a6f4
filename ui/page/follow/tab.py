"""The view Följ ärende, built: one field, and the course of the issue."""

from __future__ import annotations

import gradio as gr

from ui.page.components import ask_row, panel_html, view_column
from ui.page.follow.answer import answer
from ui.page.labels import label
from ui.page.service import Choices
from ui.page.state import Tab
from ui.page.view import Field, View


def build(_choices: Choices) -> View:
    """Build the view inside the open Blocks."""
    with view_column(Tab.FOLLOW) as column:
        with ask_row("ps-start-rad"):
            start = gr.Textbox(
                label=label("Ärende"),
                placeholder=label("Diarienummer, paragraf eller egna ord, till exempel: HSN 2024-11-21 § 231"),
                elem_id="ps-start",
                scale=5,
                min_width=220,
                max_length=2000,
            )
            button = gr.Button(label("Följ"), variant="primary", elem_id="ps-folj", scale=0, min_width=110)
        result = panel_html("ps-arende")
    return View(Tab.FOLLOW, column, result, answer, (Field("start", start),), (button.click, start.submit))
