"""Every view, in light and dark, judged by axe-core: WCAG 2.0 to 2.2 at A and AA, and its best practices."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.browser, pytest.mark.model]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUERY = "strukturerad process inför beställning av primärvård"
VIEWS = {
    "nothing searched": "/",
    "hits": f"/?flik=sok&q={QUERY}",
    "hits in English": f"/?flik=sok&q={QUERY}&sprak=en",
    "nothing answers": "/?flik=sok&q=kvantdatorer+på+månen",
    "filtered": "/?flik=sok&q=vård&parti=S&fran=2020",
    "a draft": f"/?flik=sok&lage=utkast&utkast=Vi yrkar att regionen inför en {QUERY}.",
    "saved searches": "/?flik=sok&lage=sparat",
    "reviews": "/?flik=sok&lage=granskning",
    "not understood": "/?flik=sok&q=utfall:avslagg",
    "nothing followed": "/?flik=folj",
    "statistics": "/?flik=statistik",
    "decisions by outcome": "/?flik=statistik&tabell=beslut",
    "motions one by one": "/?flik=statistik&tabell=yrkanden-underlag&sprak=en",
    "about": "/?flik=om",
    "an issue": "/?flik=folj&start=HSN+301-2021",
    "assignments": "/?flik=uppdrag",
    "assignments that nobody was given": "/?flik=uppdrag&mottagare=Månfararen",
    "reservations": "/?flik=reservationer&parti=C",
    "arguments that return": "/?flik=reservationer&vy=teman",
    "said before": "/?flik=reservationer&vy=forut&argument=det+är+tio+mil+till+akuten",
}
"""What each address shows: every view empty and filled."""


def violations(page: Any) -> list[str]:
    """Return what axe-core finds wrong with the page as it is shown."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    return [
        f"{one['id']}: {one['help']} — {node['html'][:160]}"
        for one in found.response["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_no_view_shuts_anyone_out(open_page: Any, view: str, look: str) -> None:
    """axe-core has nothing to say against any view in either look."""
    page = open_page(VIEWS[view], color_scheme=look)
    assert violations(page) == []


def test_axe_can_find_something(open_page: Any) -> None:
    """The check can fail: a picture without words and a grey text on grey are found."""
    page = open_page("/")
    page.evaluate("document.querySelector('.ps-panel').insertAdjacentHTML('beforeend', '<img src=\"/favicon.svg\">')")
    assert any(one.startswith("image-alt") for one in violations(page))


def test_the_page_of_a_protocol_shuts_nobody_out(open_page: Any) -> None:
    """The open viewer is judged too."""
    page = open_page(f"/?flik=sok&q={QUERY}")
    page.locator(".ps-hit").first.get_by_role("link", name="Visa sidan").click()
    page.locator(".ps-viewer .ps-mark").first.wait_for()
    assert violations(page) == []
