"""Reading files in through the page: sent, followed, stopped, and found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ui.browser.judged import violations
from ui import demo

pytestmark = [pytest.mark.browser, pytest.mark.model]

LOAD = 120_000
"""Milliseconds that a job's next step may take: machines that test are slow and shared."""
NEW = ("BPT protokoll 2023-02-01.pdf", "BPT protokoll 2024-05-22.pdf", "BPT protokoll 2025-02-12.pdf")


@pytest.fixture
def tab(chromium: Any, filling: str) -> Any:
    """Return a tab on a page that takes files."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, base_url=filling)
    opened = context.new_page()
    opened.set_default_timeout(LOAD)
    opened.problems = []
    opened.on("pageerror", lambda error: opened.problems.append(str(error)))
    opened.on("console", lambda told: opened.problems.append(told.text) if told.type == "error" else None)
    yield opened
    context.close()
    assert opened.problems == []


def test_files_are_sent_stopped_and_read_and_found(tab: Any, tmp_path: Path) -> None:
    """A job is followed file by file, stopped with nothing lost, taken up again; the broken file is named."""
    broken = tmp_path / "trasig.pdf"
    broken.write_bytes((demo.DOCUMENTS / NEW[0]).read_bytes()[:3000])
    files = [str(demo.DOCUMENTS / name) for name in NEW]

    tab.goto("/?flik=las-in")
    tab.get_by_label("Välj filer").set_input_files(files)
    assert violations(tab) == []
    tab.get_by_role("button", name="Läs in filerna").click()
    tab.get_by_role("heading", name="Läser in …").wait_for()
    tab.locator("tr[data-file-state=reading]").first.wait_for()
    assert violations(tab) == []

    other = tab.context.new_page()
    other.goto("/?flik=las-in")
    other.get_by_role("heading", name="Läser in …").wait_for(timeout=LOAD)
    tab.locator("tr[data-file-state=stored]").first.wait_for()
    other.get_by_role("button", name="Avbryt").click()
    tab.get_by_role("heading", name="Inläsningen avbröts").wait_for()
    other.close()
    stored = tab.locator("tr[data-file-state=stored]").count()
    assert 1 <= stored < len(NEW)

    tab.get_by_label("Välj filer").set_input_files([*files, str(broken)])
    tab.get_by_role("button", name="Läs in filerna").press("Enter")
    tab.get_by_role("heading", name="Inläsningen är klar").wait_for()
    assert tab.locator("tr[data-file-state=skipped]").count() == stored
    assert tab.locator("tr[data-file-state=stored]").count() == len(NEW) - stored
    assert tab.locator("tr[data-file-state=failed] th").inner_text() == "trasig.pdf"
    assert "trasig.pdf: filen är ingen hel PDF. Hämta den på nytt" in tab.locator(".ps-report").inner_text()
    assert violations(tab) == []

    tab.goto(f'/?flik=sok&q=dokument:"{NEW[-1]}"')
    tab.locator(".ps-hit").first.wait_for()


def test_a_small_screen_in_the_dark_needs_no_scrolling_sideways(chromium: Any, filling: str) -> None:
    """The view fits 360 pixels in either look, in English too."""
    for look in ("light", "dark"):
        context = chromium.new_context(viewport={"width": 360, "height": 740}, base_url=filling, color_scheme=look)
        opened = context.new_page()
        opened.set_default_timeout(LOAD)
        opened.goto("/?flik=las-in&sprak=en")
        opened.get_by_role("button", name="Read the files").wait_for()
        assert opened.evaluate("document.documentElement.scrollWidth") <= 360
        assert violations(opened) == []
        context.close()
