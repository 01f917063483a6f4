"""The frame around the views in a real browser: its language, its width, and what stands on paper."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.ui.browser.addresses import ONE_OF_EACH, VIEWS

pytestmark = [pytest.mark.browser, pytest.mark.model]

SWEDISH = re.compile(r"\b(?:och|eller|inte|som|visar|alla|är|av|sidan|dagar|från|med)\b")


@pytest.mark.parametrize("view", ["statistik", "statistik&tabell=uppdrag", "om"])
def test_an_english_page_is_english(visit: Any, view: str) -> None:
    """Menu, heading and every word of ours are English; what is Swedish is marked, or the name of a board."""
    page = visit(f"/?flik={view}&sprak=en")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.get_by_role("navigation", name="Views").get_by_role("link", name="Search").count() == 1
    assert page.get_by_role("link", name="På svenska").count() == 1
    # svg texts and forms carry names of boards too, which no element of their own can mark
    said = page.evaluate(
        """() => {
          const panels = [...document.querySelectorAll('#ps-innehall .ps-panel')];
          const copy = panels.find((one) => one.checkVisibility()).cloneNode(true);
          copy.querySelectorAll('[lang=sv], .ps-boxes').forEach((one) => one.remove());
          return document.querySelector('.ps-menu').innerText + ' ' + copy.textContent;
        }"""
    )
    for name in page.locator(".ps-boxes label").all_text_contents():
        said = said.replace(re.sub(r"\s*\([^)]*\)$", "", name.strip()), "")
    assert SWEDISH.findall(said) == []


@pytest.mark.parametrize("view", ONE_OF_EACH)
def test_nothing_is_wider_than_the_screen(visit: Any, view: str) -> None:
    """From a tablet to a projector only tables scroll sideways, in their own frame."""
    page = visit(VIEWS[view][0])
    for width in (768, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_has_the_numbers_and_where_they_come_from(page: Any) -> None:
    """Printed, the menu and fields are gone; at the end stands the day and the address."""
    page.goto("/?flik=statistik&tabell=beslut")
    page.locator(".ps-panel h2").first.wait_for()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.locator(".ps-menu").is_visible()
    assert not page.locator(".ps-asking").is_visible()
    assert page.locator(".ps-tally").is_visible()
    assert re.search(r"Utskrivet \d+ \w+ \d{4}\. http.*tabell=beslut", page.locator(".ps-printed").inner_text())
