"""A real browser on the real server over a real library."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from index.library import Library
from index.results import Query
from tests.ui.browser.addresses import QUERY, filled
from tests.ui.browser.tour import Tour

CHROMIUM = Path("/usr/bin/chromium")
LOAD = 60_000
"""Milliseconds that an element may take to appear: machines that test are slow and shared."""

GIVEN_UP = ("AbortError: signal is aborted", "Unexpected error Connection errored out")
"""What Gradio's client prints when a page is left (`beforeunload`) before the server has answered it."""
ALONE = Path(__file__).parent / "alone"
"""On PYTHONPATH it makes a Python that reaches no other host, and tells of every try."""


def alone(report: Path) -> dict[str, str]:
    """Return the environment of a process that must not leave this computer; tries are written to ``report``."""
    return {**os.environ, "PYTHONPATH": str(ALONE), "ALONE_REPORT": str(report), "PYTHONUNBUFFERED": "1"}


@contextmanager
def served(library: Path) -> Iterator[str]:
    """Serve a library by the command that people use, and give the address; the server must ask no other host."""
    command = [sys.executable, "-m", "ui.cli", "serve", "--port", "0", "--library", str(library)]
    report = library.parent / f"{library.name}-fragade.txt"
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=alone(report))
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert found, f"serve said: {line!r}"
    yield found.group()
    process.terminate()
    process.wait(timeout=20)
    process.stdout.close()
    assert not report.exists(), report.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def address(library_path: Path) -> Iterator[str]:
    """Return the address of the page."""
    with served(library_path) as found:
        yield found


@pytest.fixture
def filling(library_path: Path, tmp_path: Path) -> Iterator[str]:
    """Return the address of a page on which files may be read into a copy of the library."""
    copy = Path(shutil.copytree(library_path, tmp_path / "bibliotek"))
    (copy / "installningar.toml").write_text("[uppladdning]\ntillaten = true\n", encoding="utf-8")
    with served(copy) as found:
        yield found


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Return Debian's chromium, driven by playwright.

    Not for the whole session: while playwright is there, this thread has an event loop, and no other test can run one.
    """
    if not CHROMIUM.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{CHROMIUM} is missing: install the package chromium")
        pytest.skip(f"{CHROMIUM} is missing: install the package chromium")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def errors() -> list[str]:
    """Return what the page complained about; a test that uses `page` fails when this is not empty at its end."""
    return []


@pytest.fixture
def requested() -> list[str]:
    """Return every address that the page asked for."""
    return []


@pytest.fixture
def page(chromium: Any, address: str, errors: list[str], requested: list[str]) -> Iterator[Any]:
    """Return an empty tab on a large screen."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, base_url=address, locale="en-GB")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.set_default_timeout(LOAD)
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    tab.on("request", lambda request: requested.append(request.url))
    yield tab
    context.close()
    assert complaints(errors) == []


def complaints(told: list[str]) -> list[str]:
    """Return what a page complained about, less what Gradio says of answers that it gives up when it is left."""
    if not any(one.startswith(GIVEN_UP[0]) for one in told):
        return told
    return [one for one in told if not one.startswith(GIVEN_UP)]


@pytest.fixture(scope="session")
def decided(library_path: Path) -> Any:
    """Return the hit of a decision that was fought over: its paragraph, its page and its words."""
    with Library.open(library_path) as opened:
        return opened.search(Query(QUERY)).hits[0]


@pytest.fixture(scope="module")
def tour(chromium: Any, address: str) -> Iterator[Tour]:
    """Return the tab in which all views are visited one after the other; nothing in it moves, as readers may choose."""
    context = chromium.new_context(base_url=address, locale="en-GB", reduced_motion="reduce", color_scheme="light")
    tab = context.new_page()
    tab.set_default_timeout(LOAD)
    yield Tour(tab)
    context.close()


@pytest.fixture
def visit(tour: Tour, address: str, decided: Any) -> Iterator[Any]:
    """Return a function that shows a view in a large window; a complaint or a foreign request fails the test."""
    problems: list[str] = []
    complained = lambda told: problems.append(told.text) if told.type == "error" else None  # noqa: E731
    crashed = lambda error: problems.append(str(error))  # noqa: E731
    asked = lambda request: problems.append(request.url) if is_foreign(request.url, address) else None  # noqa: E731
    listeners = {"console": complained, "pageerror": crashed, "request": asked}

    def visited(path: str, look: str = "light") -> Any:
        tour.tab.set_viewport_size({"width": 1280, "height": 900})
        tour.go(filled(path, decided))
        tour.look(look)
        return tour.tab

    for event, listener in listeners.items():
        tour.tab.on(event, listener)
    yield visited
    for event, listener in listeners.items():
        tour.tab.remove_listener(event, listener)
    assert complaints(problems) == []


def is_foreign(url: str, address: str) -> bool:
    """Return whether a request leaves the server at ``address``."""
    asked = urlsplit(url)
    return asked.scheme not in {"data", "blob", "about"} and asked.netloc != urlsplit(address).netloc


@pytest.fixture
def open_page(chromium: Any, address: str) -> Iterator[Any]:
    """Return a function that opens an address in a new tab and waits until its view has answered."""
    contexts: list[Any] = []

    def opened(path: str, *, width: int = 1280, height: int = 900, **settings: Any) -> Any:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, base_url=address, locale="en-GB", **settings
        )
        contexts.append(context)
        tab = context.new_page()
        tab.set_default_timeout(LOAD)
        tab.goto(path)
        tab.locator(".ps-panel h2:visible").first.wait_for()
        return tab

    yield opened
    for context in contexts:
        context.close()
