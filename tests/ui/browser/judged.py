"""What axe-core says of a page that is shown: WCAG 2.0 to 2.2 at A and AA, and its best practices."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Any) -> list[str]:
    """Return what axe-core finds wrong with the page as it is shown."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    # What it finds right is ten times as much, and nobody reads it.
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = page.evaluate("async (options) => (await axe.run(options)).violations", options)
    return [f"{one['id']}: {one['help']} — {node['html'][:160]}" for one in found for node in one["nodes"]]
