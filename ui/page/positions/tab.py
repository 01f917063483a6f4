"""The view Ståndpunkter, built: its panel holds its form, as its filters belong together and ask by the address."""

from __future__ import annotations

from ui.page.components import panel_html, view_column
from ui.page.positions.answer import answer
from ui.page.service import Choices
from ui.page.state import Tab
from ui.page.view import View


def build(_choices: Choices) -> View:
    """Build the view inside the open Blocks."""
    with view_column(Tab.POSITIONS) as column:
        result = panel_html("ps-standpunkter")
    return View(Tab.POSITIONS, column, result, answer)
