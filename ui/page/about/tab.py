"""The view Om, built: a panel and nothing to ask."""

from __future__ import annotations

from ui.page.about.answer import answer
from ui.page.components import panel_html, view_column
from ui.page.service import Choices
from ui.page.state import Tab
from ui.page.view import View


def build(_choices: Choices) -> View:
    """Build the view inside the open Blocks."""
    with view_column(Tab.ABOUT) as column:
        result = panel_html("ps-om")
    return View(Tab.ABOUT, column, result, answer)
