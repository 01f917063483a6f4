"""What holds of every view: on paper, and asking nobody else."""

from __future__ import annotations

import re
from typing import Any

import pypdfium2
import pytest

from tests.ui.browser.addresses import VIEWS, opened
from tests.ui.browser.conftest import is_foreign

pytestmark = [pytest.mark.browser, pytest.mark.model]

PRINTED_AWAY = ".ps-menu, .ps-choices, .ps-skip, .ps-panel :is(button, input, select, textarea)"


def shown(page: Any, selector: str) -> list[str]:
    """Return the elements that are seen."""
    return [one.evaluate("one => one.outerHTML")[:120] for one in page.locator(selector).all() if one.is_visible()]


@pytest.mark.parametrize("view", VIEWS)
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


def test_a_whole_session_asks_nobody_else(visit: Any, tour: Any, address: str) -> None:
    """Every view, the viewer and every file that is offered: each request goes to this server and is answered.

    That the server itself asks nobody is held by the fixture that serves: it refuses and writes down every try.
    """
    requested: list[str] = []
    listener = lambda request: requested.append(request.url)  # noqa: E731
    tour.on("request", listener)
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
    tour.remove_listener("request", listener)
    assert {url: status for url, status in statuses.items() if status != 200} == {}
    assert len(offered) >= 10
    assert len(requested) > len(VIEWS)
    assert [url for url in requested if is_foreign(url, address)] == []
