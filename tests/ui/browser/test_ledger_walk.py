"""The walks of a member of staff and of an analyst, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.model]


def test_an_overdue_assignment_and_its_source_in_three_clicks(page: Any) -> None:
    """From the start page: the menu, the status, the page; the words of the assignment are marked on it."""
    page.goto("/")
    page.get_by_role("heading", name="Sök i protokollen").wait_for()
    page.get_by_role("link", name="Uppdrag", exact=True).click()
    page.get_by_role("link", name="Försenat").click()
    page.get_by_role("heading", name="försena").wait_for()
    page.locator(".ps-assignment").first.get_by_role("link", name="med uppdraget markerat").click()
    page.locator(".ps-viewer .ps-mark").first.wait_for()
    assert "status=overdue" in page.url
    assert "dokument=" in page.url


def test_the_day_and_the_words_are_asked_by_the_address(page: Any) -> None:
    """The form becomes an address that back undoes; the day decides how an assignment stands."""
    page.goto("/?flik=uppdrag&status=overdue")
    page.get_by_role("heading", name="försena").wait_for()
    page.get_by_label("Läget den").fill("2020-01-01")
    page.get_by_role("button", name="Visa", exact=True).click()
    page.get_by_role("heading", name="0 försenade uppdrag").wait_for()
    assert "per=2020-01-01" in page.url
    page.wait_for_function("document.title.startsWith('0 försenade')")
    page.go_back()
    page.locator(".ps-assignment").first.wait_for()


def test_an_argument_is_followed_through_the_years_and_taken_home(page: Any) -> None:
    """From a quote in the list to who said the like and when, and to a file with the same rows."""
    page.goto("/?flik=reservationer&sortering=aldst&sagt=ja")
    quote = page.locator(".ps-argued blockquote").first.inner_text()
    page.get_by_role("link", name="Har detta sagts förut?", exact=True).click()
    page.get_by_label("Argument", exact=True).fill(quote)
    page.get_by_role("button", name="Visa", exact=True).click()
    page.locator(".ps-asked").wait_for()
    with page.expect_download() as download:
        page.get_by_role("link", name="csv", exact=True).click()
    lines = Path(download.value.path()).read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"liknande-urval[a-z-]{0,20}\.csv", download.value.suggested_filename)
    assert len(lines) - 1 == page.locator(".ps-argued").count() >= 1
