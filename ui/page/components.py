"""The Gradio parts that every view is built of, so that all look and behave alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import gradio as gr

from ui.page.state import Tab

SHOWN = """
const tell = () => window.protokollspar && window.protokollspar.shown(element.querySelector('[data-address]'));
watch('value', tell);
tell();
"""
"""Run by the browser when a panel has a new answer; a view that is built late has its answer already."""


def view_column(tab: Tab) -> Any:
    """Return the column that holds a view; only the one in front is built in the browser."""
    return gr.Column(visible=tab is Tab.SEARCH, elem_id=f"ps-vy-{tab}", elem_classes=["ps-view"])


def ask_row(name: str) -> Any:
    """Return the row of a view's main field and its button."""
    return gr.Row(elem_id=name, elem_classes=["ps-ask"])


def panel_html(name: str) -> Any:
    """Return the component that shows a view's answer."""
    return gr.HTML(elem_id=name, js_on_load=SHOWN, apply_default_css=False)


def dropdown(choices: Sequence[tuple[str, str]], label: Any, name: str, *, width: int, many: bool = True) -> Any:
    """Return a list to choose from."""
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
