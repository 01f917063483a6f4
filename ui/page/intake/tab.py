"""The view Läs in, built: all of it is one panel, since what it shows is no answer to an address."""

from __future__ import annotations

from ui.page.components import panel_html, view_column
from ui.page.intake.answer import answer
from ui.page.service import Choices
from ui.page.state import Tab
from ui.page.view import View


def build(_choices: Choices) -> View:
    """Build the view inside the open Blocks."""
    with view_column(Tab.INTAKE) as column:
        result = panel_html("ps-las-in")
    return View(Tab.INTAKE, column, result, answer)
