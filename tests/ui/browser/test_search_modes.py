"""What only a browser shows of the view Sök: one event an answer, forms that lead to an address, what it remembers."""

from __future__ import annotations

import re
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.model]

DEMAND = "Vi yrkar att regionen tar fram en strukturerad process inför beställning av primärvård."


def test_who_asks_the_same_twice_is_answered_twice(page: Any) -> None:
    """Enter on an unchanged question leaves the page ready, not waiting for ever."""
    page.goto("/?flik=sok&q=primärvård")
    page.locator(".ps-hit").first.wait_for()
    first = page.locator("#ps-vy-sok .ps-panel").get_attribute("data-answer")
    page.get_by_label("Fråga").press("Enter")
    page.wait_for_function(
        "was => document.querySelector('#ps-vy-sok .ps-panel').dataset.answer !== was"
        " && !document.querySelector('[aria-busy]')",
        arg=first,
    )


def test_a_facet_narrows_and_its_chip_widens_again(page: Any) -> None:
    """A value beside the hits restricts the search, the filter above says so, and the cross takes it away."""
    page.goto("/?flik=sok&q=primärvård")
    page.locator(".ps-hit").first.wait_for()
    value = page.locator(".ps-side .ps-facet", has_text="Organ").locator("xpath=..").get_by_role("link").first
    board = value.locator("span").first.inner_text()
    value.click()
    page.wait_for_url(re.compile("namnd="))
    page.get_by_role("link", name=f"Ta bort Organ: {board}").click()
    page.wait_for_url(lambda url: "namnd=" not in url)
    page.locator(".ps-hit").first.wait_for()


def test_why_is_computed_when_asked_and_brings_the_reader_there(page: Any) -> None:
    """The account opens beneath its hit, and the focus is in it."""
    page.goto("/?flik=sok&q=beställning av primärvård")
    page.get_by_role("link", name=re.compile("Varför denna träff")).first.click()
    page.locator("#varfor").wait_for()
    page.wait_for_function("() => document.activeElement.id === 'varfor'")
    assert "varfor=" in page.url


def test_a_long_draft_comes_back_whole_when_the_page_is_loaded_anew(page: Any) -> None:
    """Pasted text beyond an address is kept by the program; the address that names it restores the answer."""
    page.goto("/?flik=sok&lage=utkast")
    field = page.get_by_label("Text att pröva")
    field.fill(f"{DEMAND}\n{'Bakgrunden är känd. ' * 150}")
    assert not page.get_by_label("Fråga", exact=True).is_visible()
    page.get_by_role("button", name="Pröva texten").click()
    page.locator("#ps-krav").wait_for()
    assert "nyckel=" in page.url
    assert len(page.url) < 200
    page.reload()
    page.locator("#ps-krav").wait_for()
    page.get_by_text("Visa och ändra texten").click()
    assert page.get_by_label("Text att pröva").input_value().count("Bakgrunden är känd.") == 150


def test_a_search_is_saved_and_the_browser_remembers_by_whom(page: Any) -> None:
    """Saved under a name, listed with its feed, and removed without typing one's own name again."""
    page.goto("/?flik=sok&q=primärvård&fran=2021")
    page.get_by_text("Spara sökningen").first.click()
    page.get_by_label("Namn på sökningen").fill("Vården sedan 2021")
    page.get_by_label("Ditt namn").fill("Eva Ek")
    page.get_by_role("button", name="Spara sökningen").click()
    page.get_by_text("Sökningen är sparad som Vården sedan 2021.").first.wait_for()
    page.goto("/?flik=sok&lage=sparat")
    page.get_by_role("link", name="Atom-flöde").wait_for()
    page.get_by_text("Ta bort …").click()
    assert page.get_by_label("Ditt namn").input_value() == "Eva Ek"
    page.get_by_role("button", name="Ta bort sökningen").click()
    page.get_by_text("Ingen sökning är sparad än").wait_for()
