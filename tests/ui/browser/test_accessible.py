"""Every view, in light and dark, judged by axe-core: WCAG 2.0 to 2.2 at A and AA, and its best practices."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.browser.addresses import ONE_OF_EACH, VIEWS, english, filled, opened
from tests.ui.browser.judged import violations

pytestmark = [pytest.mark.browser, pytest.mark.model]


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_shuts_anyone_out(visit: Any, view: str) -> None:
    """axe-core has nothing to say against any view, empty, filled or refused, in light and in dark."""
    found = {look: violations(visit(VIEWS[view][0], look)) for look in ("light", "dark")}
    assert found == {"light": [], "dark": []}


@pytest.mark.parametrize("view", ONE_OF_EACH)
def test_no_view_shuts_anyone_out_in_english(visit: Any, view: str) -> None:
    """Nor in English, where the words that are printed are still Swedish."""
    assert violations(visit(english(VIEWS[view][0]))) == []


def test_axe_can_find_something(open_page: Any) -> None:
    """The check can fail: a picture without words and a grey text on grey are found."""
    page = open_page("/")
    page.evaluate("document.querySelector('.ps-panel').insertAdjacentHTML('beforeend', '<img src=\"/favicon.svg\">')")
    assert any(one.startswith("image-alt") for one in violations(page))


@pytest.mark.parametrize("spoken", ["", "&sprak=en"])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_page_of_a_protocol_shuts_nobody_out(open_page: Any, decided: Any, look: str, spoken: str) -> None:
    """The open viewer is judged too, in both looks and languages."""
    page = open_page(filled(opened(VIEWS["hits"][0]) + spoken, decided), color_scheme=look)
    page.locator(".ps-viewer .ps-mark").first.wait_for()
    assert violations(page) == []


def test_a_page_that_is_not_there_shuts_nobody_out(open_page: Any) -> None:
    """What the viewer says when a page cannot be shown is judged as well."""
    page = open_page("/?flik=protokoll&dokument=finnsinte&sida=3")
    page.get_by_role("heading", name="Sidan gick inte att visa").wait_for()
    assert violations(page) == []
