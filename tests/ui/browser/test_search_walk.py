"""The walk of someone who searches, in a real browser."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.model]

QUERY = "strukturerad process inför beställning av primärvård"


def search(page: Any, query: str = QUERY) -> None:
    """Ask a question as people do."""
    page.get_by_label("Fråga").fill(query)
    page.get_by_label("Fråga").press("Enter")
    page.locator(".ps-hit").first.wait_for()


def test_from_a_question_to_the_marked_words_and_through_the_years(
    page: Any, address: str, requested: list[str]
) -> None:
    """The whole walk: search, hits, the marked page, the issue, its timeline; and nothing leaves the house."""
    page.goto("/")
    page.get_by_role("heading", name="Sök i protokollen").wait_for()
    search(page)
    assert page.locator(".ps-hit mark").count() >= 1
    assert "q=strukturerad" in page.url

    page.locator(".ps-hit").first.get_by_role("link", name="Visa sidan").click()
    mark = page.locator(".ps-viewer .ps-mark").first
    mark.wait_for()
    image = page.locator(".ps-viewer img")
    image.evaluate("one => one.decode()")
    assert image.evaluate("one => one.naturalWidth") > 500
    inside, paper = mark.bounding_box(), image.bounding_box()
    assert paper["x"] <= inside["x"] <= paper["x"] + paper["width"]
    assert paper["y"] <= inside["y"] <= paper["y"] + paper["height"]

    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "dokument=" not in url)
    page.locator(".ps-hit").first.get_by_role("link", name="Följ ärendet").click()
    page.locator(".ps-timeline svg").wait_for()
    assert page.locator(".ps-timeline a").count() == page.locator(".ps-events > li").count() >= 2
    assert "flik=folj" in page.url
    assert page.locator(".ps-links li").count() >= 1

    hosts = {urlsplit(url).netloc for url in requested if urlsplit(url).scheme in {"http", "https", "ws", "wss"}}
    assert hosts == {urlsplit(address).netloc}


def test_what_is_typed_before_the_page_has_answered_stays(page: Any) -> None:
    """A question that is typed while the page still loads is not cleared when the page restores its empty address."""
    page.goto("/", wait_until="commit")
    page.get_by_label("Fråga").fill(QUERY)
    page.get_by_role("heading", name="Sök i protokollen").wait_for()
    assert page.get_by_label("Fråga").input_value() == QUERY


def test_a_mailed_address_restores_the_view(page: Any) -> None:
    """Query, filters and the open page come back from the address alone, and so do back and forward."""
    page.goto("/")
    search(page)
    page.locator(".ps-hit").first.get_by_role("link", name="Visa sidan").click()
    page.locator(".ps-mark").first.wait_for()
    mailed = page.url

    page.goto("about:blank")
    page.goto(mailed + "&fran=2020&till=2022")
    page.locator(".ps-mark").first.wait_for()
    page.keyboard.press("Escape")
    page.locator(".ps-hit").first.wait_for()
    assert page.get_by_label("Fråga").input_value() == QUERY
    assert page.get_by_label("Från och med år").input_value() == "2020"
    assert "fran=2020" in page.url

    search(page, "folktandvården")
    page.locator(".ps-status h2", has_text="folktandvården").wait_for()
    page.go_back()
    page.locator(".ps-status h2", has_text=QUERY).wait_for()
    assert page.get_by_label("Fråga").input_value() == QUERY


def test_filters_search_at_once_and_hold(page: Any) -> None:
    """Choosing a kind of text searches again, the address says so, and only such hits remain."""
    page.goto("/?flik=sok&q=beställning")
    page.locator(".ps-hit").first.wait_for()
    page.get_by_text("Avgränsa").click()
    page.get_by_role("checkbox", name="Yrkande").check()
    page.wait_for_url(re.compile("slag=motion"))
    page.locator(".ps-kind", has_text="Yrkande").first.wait_for()
    assert set(page.locator(".ps-kind").all_inner_texts()) == {"YRKANDE"}


def test_a_citation_is_copied(page: Any) -> None:
    """The button puts the citation of the hit on the clipboard and says so."""
    page.goto("/?flik=sok&q=beställning")
    button = page.get_by_role("button", name="Kopiera hänvisning").first
    citation = button.get_attribute("data-copy")
    button.click()
    page.get_by_role("button", name="Kopierad").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == citation


def test_the_viewer_turns_pages_by_keyboard(page: Any) -> None:
    """Opened, turned, zoomed and closed without a mouse; the focus returns to where it was."""
    page.goto("/?flik=sok&q=beställning")
    link = page.locator(".ps-hit").first.get_by_role("link", name="Visa sidan")
    link.focus()
    page.keyboard.press("Enter")
    page.locator(".ps-viewer img").wait_for()
    number = page.locator(".ps-page-number").inner_text()
    turn = page.locator(".ps-toolbar [data-leaf]:enabled").first
    turn.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("was => document.querySelector('.ps-page-number').innerText !== was", arg=number)
    width = page.locator(".ps-paper").bounding_box()["width"]
    page.get_by_role("button", name="Förstora").press("Enter")
    page.wait_for_function("was => document.querySelector('.ps-paper').offsetWidth > was", arg=width + 10)
    page.keyboard.press("Escape")
    page.wait_for_function("() => !document.querySelector('.ps-viewer').open")
    assert link.evaluate("one => one === document.activeElement")


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("view", [f"/?flik=sok&q={QUERY}", f"/?flik=folj&start={QUERY}", "/"])
def test_a_small_screen_needs_no_scrolling_sideways(chromium: Any, address: str, view: str, look: str) -> None:
    """At 360 pixels everything fits; the timeline scrolls inside its own frame."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, base_url=address, color_scheme=look)
    tab = context.new_page()
    tab.goto(view)
    tab.locator(".ps-panel h2:visible").first.wait_for()
    tab.wait_for_timeout(200)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_the_page_says_what_language_it_speaks(page: Any) -> None:
    """Screen readers are told Swedish whatever the browser's language is, and each view has one main heading."""
    page.goto("/")
    page.locator(".ps-panel").first.wait_for()
    assert page.evaluate("document.documentElement.lang").startswith("sv")
    assert page.locator("h1").count() == 1
    assert page.get_by_text("Påhittat exempel").is_visible()


def test_hostile_words_in_the_address_are_only_words(page: Any) -> None:
    """A query made of markup and template marks is shown and searched as text."""
    page.goto("/?flik=sok&q=%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D'tagen'%22%3E%7B%7Bx%7D%7D%24%7By%7D")
    page.locator(".ps-panel h2:visible").first.wait_for()
    page.wait_for_timeout(300)
    assert "tagen" not in page.title().split("onerror")[0]
    assert page.locator(".ps-panel img").count() == 0


def test_who_goes_on_before_the_page_has_answered_gets_there(page: Any) -> None:
    """The first answer, which comes late, neither takes the reader back nor keeps the view that they went to away."""
    page.goto("/", wait_until="commit")
    page.locator("[data-tab-link=uppdrag]").click()
    page.locator("#ps-vy-uppdrag .ps-panel h2:visible").first.wait_for()
    assert "flik=uppdrag" in page.url
