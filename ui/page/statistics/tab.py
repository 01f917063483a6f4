"""The view Statistik, built: its tables and filters are links and a form of its panel, so that it needs no fields."""

from __future__ import annotations

from ui.page.components import panel_html, view_column
from ui.page.service import Choices
from ui.page.state import Tab
from ui.page.statistics.answer import answer
from ui.page.view import View


def build(_choices: Choices) -> View:
    """Build the view inside the open Blocks."""
    with view_column(Tab.STATISTICS) as column:
        result = panel_html("ps-statistik")
    return View(Tab.STATISTICS, column, result, answer)
