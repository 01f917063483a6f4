"""The walks of the three users from an empty page to the goal, and those of who has no mouse or finds nothing."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.model]

ARGUMENT = "det är tio mil till akuten"
QUERY = "hur ska primärvården beställas"
OUTLINE = """
() => {
  const one = document.activeElement;
  const look = getComputedStyle(one);
  const drawn = (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 1) || look.boxShadow !== 'none';
  const around = one.parentElement && getComputedStyle(one.parentElement).boxShadow !== 'none';
  return drawn || around || look.borderColor !== getComputedStyle(document.body).borderColor;
}
"""


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


def test_an_analyst_follows_an_argument_through_the_years_and_takes_it_home(page: Any) -> None:
    """From the menu to one argument, what says the like from the eldest on, and a file with the same rows."""
    page.goto("/")
    page.get_by_role("heading", name="Sök i protokollen").wait_for()
    page.get_by_role("link", name="Reservationer", exact=True).click()
    page.locator(".ps-argued").first.wait_for()
    page.get_by_role("navigation", name="Visa som").get_by_role("link", name="Har detta sagts förut?").click()
    page.get_by_label("Argument", exact=True).fill(ARGUMENT)
    page.get_by_label("Argument", exact=True).press("Enter")
    page.get_by_role("heading", name=re.compile(r"\d+ liknande argument")).wait_for()
    page.get_by_role("link", name="Äldsta först").click()
    page.locator("b[aria-current]", has_text="Äldsta först").wait_for()
    days = page.locator(".ps-argued time").evaluate_all("all => all.map(one => one.dateTime)")
    assert days == sorted(days)
    with page.expect_download() as download:
        page.get_by_role("link", name="csv").click()
    rows = list(csv.reader(Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) - 1 == page.locator(".ps-argued").count() >= 1
    quotes = {" ".join(cell.split()) for row in rows[1:] for cell in row}
    said = [" ".join(one.split()) for one in page.locator(".ps-argued blockquote").all_inner_texts()]
    assert all(any(cell and cell in one for cell in quotes) for one in said)


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


def test_no_hit_is_said_with_what_was_searched_and_a_way_on(page: Any) -> None:
    """A question that nothing answers gets a plain no, what was searched, and no hit that pretends."""
    page.goto("/")
    page.get_by_label("Fråga").fill("kvantdatorer på månen")
    page.get_by_label("Fråga").press("Enter")
    page.get_by_role("heading", name="Inget svarar på").wait_for()
    assert page.locator(".ps-searched").first.is_visible()
    assert "Sökt i" in page.locator(".ps-searched").first.inner_text()


def test_without_a_mouse_from_the_empty_page_to_a_copied_citation(page: Any) -> None:
    """Only keys: the focus begins in the question and goes through the hits; each stop is seen to have it."""
    page.goto("/")
    page.get_by_role("heading", name="Sök i protokollen").wait_for()
    page.wait_for_function("() => document.activeElement.closest('#ps-fraga')")
    page.keyboard.type(QUERY)
    page.keyboard.press("Enter")
    page.locator(".ps-hit").first.wait_for()
    tab_to(page, "one => one.closest('.ps-hit') && one.hasAttribute('data-copy')")
    first = page.evaluate("document.activeElement.closest('.ps-hit') === document.querySelector('.ps-hit')")
    assert first
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Kopierad").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".ps-hit").first.locator(".ps-citation").inner_text()


def test_the_first_stop_leads_past_the_head(page: Any) -> None:
    """Whoever tabs into a page can go straight to its content."""
    page.goto("/?flik=om")
    page.get_by_role("heading", name="Om Protokollspår").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hasAttribute('data-skip')")
    assert page.evaluate(OUTLINE)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "ps-innehall"


def tab_to(page: Any, wanted: str, most: int = 90) -> None:
    """Press Tab until the focus is where it is wanted; on the way it is never lost or unseen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement !== document.body"), "the focus is lost"
        assert page.evaluate(OUTLINE), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        if page.evaluate(f"Boolean(({wanted})(document.activeElement))"):
            return
    pytest.fail(f"{most} presses of Tab do not reach {wanted}")
