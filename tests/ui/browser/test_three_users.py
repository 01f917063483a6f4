"""The walks of those who use the page, from an empty page to the goal."""

from __future__ import annotations

import re
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.model]

QUERY = "hur ska primärvården beställas"


def test_a_politician_finds_an_earlier_decision_and_copies_its_citation(page: Any) -> None:
    """From the empty page: asked in one's own words, narrowed to decisions, read in its place, cited."""
    page.goto("/")
    page.get_by_role("heading", name="Sök i protokollen").wait_for()
    page.get_by_label("Fråga").fill(QUERY)
    page.get_by_label("Fråga").press("Enter")
    page.locator(".ps-hit").first.wait_for()
    page.goto(f"{page.url}&slag=decision")
    hit = page.locator(".ps-hit").first
    hit.wait_for()
    assert "BESLUT" in hit.locator(".ps-kind").inner_text()
    assert hit.locator(".ps-chips").is_visible()
    hit.get_by_role("link", name=re.compile("Visa sidan")).click()
    page.locator(".ps-viewer .ps-mark").first.wait_for()
    page.get_by_role("button", name="Stäng").first.click()
    hit.get_by_role("button", name="Kopiera hänvisning").click()
    page.get_by_role("button", name="Kopierad").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"\d{4}-\d{2}-\d{2} § \d+", copied)
    assert copied == hit.locator(".ps-citation").inner_text()


def test_a_member_of_staff_finds_an_overdue_assignment_and_its_page(page: Any) -> None:
    """Menu, status, page: the words of the assignment lie inside the page that is shown."""
    page.goto("/")
    page.get_by_role("heading", name="Sök i protokollen").wait_for()
    page.get_by_role("link", name="Uppdrag", exact=True).click()
    page.get_by_role("link", name="Försenat").click()
    page.get_by_role("heading", name="försena").wait_for()
    card = page.locator(".ps-assignment").first
    task = card.locator("blockquote").first.inner_text()
    assert "Försenat" in card.locator(".ps-chip").first.inner_text()
    card.get_by_role("link", name=re.compile("Visa sidan")).first.click()
    mark = page.locator(".ps-viewer .ps-mark").first
    mark.wait_for()
    image = page.locator(".ps-viewer img")
    image.evaluate("one => one.decode()")
    inside, paper = mark.bounding_box(), image.bounding_box()
    assert paper["x"] <= inside["x"] <= paper["x"] + paper["width"]
    assert paper["y"] <= inside["y"] <= paper["y"] + paper["height"]
    first = " ".join(task.split()[:4])
    assert first in " ".join(page.locator(".ps-page-text pre").text_content().split())


def test_back_and_forward_pass_through_the_views_as_they_were(page: Any) -> None:
    """Five views in a row, then backwards and forwards: each comes back with what was asked in it."""
    page.goto("/?flik=sok&q=primärvård")
    page.locator(".ps-hit").first.wait_for()
    walked = [page.url]
    for name in ("Uppdrag", "Reservationer", "Protokoll", "Statistik", "Om"):
        before = page.title()
        page.get_by_role("navigation", name="Vyer").get_by_role("link", name=name, exact=True).click()
        page.wait_for_function("was => document.title !== was", arg=before)
        walked.append(page.url)
    for url in reversed(walked[:-1]):
        page.go_back()
        arrived(page, url)
    assert page.get_by_label("Fråga").input_value() == "primärvård"
    for url in walked[1:]:
        page.go_forward()
        arrived(page, url)


def arrived(page: Any, url: str) -> None:
    """Wait until the view of an address is shown, the menu says so, and no other view is."""
    page.wait_for_url(url)
    tab = re.search(r"flik=([a-z-]+)", url)
    assert tab
    page.locator(f".ps-panel[data-tab={tab[1]}] h2").first.wait_for()
    page.locator(f"[data-tab-link={tab[1]}][aria-current=page]").wait_for()
    page.wait_for_function(
        "() => [...document.querySelectorAll('.ps-panel')].filter((one) => one.checkVisibility()).length === 1"
    )
