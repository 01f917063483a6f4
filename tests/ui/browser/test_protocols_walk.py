"""Somebody looks a paragraph up, reads it on its page, and corrects a field, in a real browser."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.model]


def test_from_a_name_to_the_marked_page_and_through_its_marks_by_keyboard(page: Any) -> None:
    """A paragraph is found by its name; in the viewer keys turn marks and pages, and each step is told."""
    page.goto("/?flik=protokoll")
    page.get_by_role("heading", name="protokoll från").wait_for()
    page.get_by_label("Gå till paragraf eller möte").fill("HSN 2021-03-18 § 14")
    page.get_by_label("Gå till paragraf eller möte").press("Enter")
    link = page.get_by_role("link", name="Visa Beslut 1 på sidan")
    link.press("Enter")
    page.locator(".ps-viewer .ps-mark").first.wait_for()
    said = page.locator(".ps-viewer > [role=status]")
    first = said.inner_text()
    page.keyboard.press("n")
    page.wait_for_function("was => document.querySelector('.ps-viewer > [role=status]').innerText !== was", arg=first)
    assert "Märke" in said.inner_text()
    assert page.evaluate("document.querySelector('.ps-viewer').contains(document.activeElement)")
    number = page.locator(".ps-page-number").inner_text()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("was => document.querySelector('.ps-page-number').innerText !== was", arg=number)
    page.keyboard.press("+")
    page.wait_for_function("() => document.querySelector('.ps-viewer > [role=status]').innerText.startsWith('Storlek')")
    page.keyboard.press("Escape")
    page.wait_for_function("() => !document.querySelector('.ps-viewer').open")
    assert link.evaluate("one => one === document.activeElement")


def test_a_quote_is_copied_with_its_citation(page: Any) -> None:
    """The clipboard has the words in quotation marks and where they stand."""
    page.goto("/?flik=protokoll&hitta=HSN 2021-03-18 § 14")
    page.get_by_role("link", name="Visa Beslut 1 på sidan").click()
    page.get_by_role("button", name="Kopiera citat").click()
    page.get_by_role("button", name="Kopierad").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("”")
    assert "§ 14" in copied.rpartition("”")[2]


def test_a_page_that_is_not_there_is_said_with_a_way_out(page: Any, errors: list[str]) -> None:
    """An address of a page that does not exist opens a sentence in Swedish that can be closed."""
    page.goto("/?flik=protokoll&dokument=finnsinte&sida=3")
    page.get_by_role("heading", name="Sidan gick inte att visa").wait_for()
    page.get_by_role("button", name="Stäng").click()
    page.wait_for_function("() => !document.querySelector('.ps-viewer').open")
    errors.clear()  # the browser notes every 404
