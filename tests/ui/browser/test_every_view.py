"""What holds of every view: restored by its address, on a telephone, in English, on paper, and asking nobody else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pypdfium2
import pytest

import ui.speech
from tests.ui.browser.addresses import ONE_OF_EACH, VIEWS, english, filled, opened
from tests.ui.browser.conftest import LOAD, is_foreign
from tests.ui.browser.tour import Tour
from ui.page.state import read

pytestmark = [pytest.mark.browser, pytest.mark.model]

CATALOGUES = Path(ui.speech.__file__).parent / "i18n" / "en"
NARROW = (320, 360)
SAID = """
() => {
  const own = (node) => !node.parentElement.closest('[lang=sv], script, style, mark, q, blockquote, .ps-live, option');
  const seen = (node) => node.parentElement.checkVisibility({ visibilityProperty: true });
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const said = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (own(node) && seen(node)) said.push(node.data.trim());
  }
  return said.filter(Boolean);
}
"""
"""The texts of the page that are shown and not marked as Swedish."""
WIDE = """
() => [...document.querySelectorAll('.ps-panel *, .ps-head *, .ps-menu *')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('[tabindex="0"]'))
  .slice(0, 5).map((one) => one.outerHTML.slice(0, 120))
"""
"""What reaches beyond the window and stands in no frame of its own that can be scrolled."""
PRINTED_AWAY = ".ps-menu, .ps-choices, .ps-skip, .ps-panel :is(button, input, select, textarea)"


def shown(page: Any, selector: str) -> list[str]:
    """Return the elements that are seen."""
    return [one.evaluate("one => one.outerHTML")[:120] for one in page.locator(selector).all() if one.is_visible()]


@pytest.fixture(scope="module")
def telephone(chromium: Any, address: str) -> Iterator[Any]:
    """Return a tab of the width of a telephone."""
    context = chromium.new_context(viewport={"width": NARROW[0], "height": 740}, base_url=address, locale="en-GB")
    tab = context.new_page()
    tab.set_default_timeout(LOAD)
    yield tab
    context.close()


@pytest.mark.parametrize("view", VIEWS)
def test_an_address_alone_restores_the_view_and_it_fits_a_telephone(telephone: Any, decided: Any, view: str) -> None:
    """Loaded from its address and nothing else: the same state and heading, and nothing to scroll sideways."""
    address, says = VIEWS[view]
    mailed = filled(address, decided)
    telephone.set_viewport_size({"width": NARROW[0], "height": 740})
    telephone.goto(mailed)
    heading = telephone.locator(".ps-panel h2:visible").first
    heading.wait_for()
    assert says.lower() in heading.inner_text().lower()
    assert read(urlsplit(telephone.url).query) == read(urlsplit(mailed).query)
    for width in NARROW:
        telephone.set_viewport_size({"width": width, "height": 740})
        assert telephone.evaluate("document.documentElement.scrollWidth") <= width, telephone.evaluate(WIDE)


@pytest.fixture(scope="module")
def swedish() -> re.Pattern[str]:
    """Return what matches a sentence or a phrase of ours in Swedish: every one that has an English of its own."""
    said = {
        key: told for file in CATALOGUES.glob("*.json") for key, told in json.loads(file.read_text("utf-8")).items()
    }
    ours = [key for key, told in said.items() if told != key and len(re.sub(r"\{\w+\}", "", key).split()) > 1]
    assert len(ours) > 100
    return re.compile("|".join(re.sub(r"\\{\w+\\}", ".+", re.escape(key.strip())) for key in ours))


@pytest.mark.parametrize("view", VIEWS)
def test_in_english_no_sentence_of_ours_is_swedish(visit: Any, view: str, swedish: re.Pattern[str]) -> None:
    """What the page itself says is English; names, titles and what the protocols print stay as they are."""
    page = visit(english(VIEWS[view][0]))
    assert page.evaluate("document.documentElement.lang") == "en"
    assert [one for one in page.evaluate(SAID) if swedish.fullmatch(one)] == []


def test_the_search_for_swedish_can_find_some(visit: Any, swedish: re.Pattern[str]) -> None:
    """The Swedish page, called English, is full of what the English one must not have."""
    page = visit(VIEWS["assignments"][0])
    page.evaluate("document.querySelectorAll('html, .ps-panel').forEach((one) => { one.lang = 'en'; })")
    assert len([one for one in page.evaluate(SAID) if swedish.fullmatch(one)]) > 10


@pytest.mark.parametrize("view", ONE_OF_EACH)
def test_on_paper_stands_what_is_read_and_nothing_to_press(visit: Any, view: str) -> None:
    """The menu, fields and buttons are left out; heading and content are there, on pages of their own."""
    page = visit(VIEWS[view][0])
    heading = page.locator(".ps-panel h2:visible").first.inner_text()
    page.emulate_media(media="print")
    try:
        assert shown(page, PRINTED_AWAY) == []
        assert page.locator(".ps-panel h2").first.is_visible()
        paper = pypdfium2.PdfDocument(page.pdf(format="A4"))
        text = "".join(sheet.get_textpage().get_text_range() for sheet in paper)
        paper.close()
    finally:
        page.emulate_media(media="screen")
    squeezed = re.sub(r"[\s\xad\ufffe-]", "", text)
    assert re.sub(r"[\s\xad-]", "", heading)[:30] in squeezed


def test_a_whole_session_asks_nobody_else(visit: Any, tour: Tour, address: str) -> None:
    """Every view, the viewer and every file that is offered: each request goes to this server and is answered.

    That the server itself asks nobody is held by the fixture that serves: it refuses and writes down every try.
    """
    requested: list[str] = []
    listener = lambda request: requested.append(request.url)  # noqa: E731
    tour.tab.on("request", listener)
    tour.tab.goto("about:blank")
    tour.forget()
    offered: set[str] = set()
    for path, _ in VIEWS.values():
        page = visit(path)
        offered |= set(
            page.eval_on_selector_all(
                "a[download], a[href*='.atom'], a[href*='/file/']", "all => all.map(one => one.href)"
            )
        )
    page = visit(opened(VIEWS["hits"][0]))
    page.locator(".ps-viewer .ps-mark").first.wait_for()
    offered |= set(page.eval_on_selector_all(".ps-viewer a[href*='file/']", "all => all.map(one => one.href)"))
    statuses = {url: page.evaluate("async (url) => (await fetch(url)).status", url) for url in sorted(offered)}
    tour.tab.remove_listener("request", listener)
    assert {url: status for url, status in statuses.items() if status != 200} == {}
    assert len(offered) >= 10
    assert len(requested) > len(VIEWS)
    assert [url for url in requested if is_foreign(url, address)] == []
