"""One tab that goes from view to view inside the page, as readers do; a page is loaded anew only for its language.

To load the page costs a browser seconds, to go on in it a third of one: tests that walk every view go on. That every
address also restores its view when it is loaded is a test of its own.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

LONGEST = 60_000
"""Milliseconds that an answer may take: machines that test are slow and shared."""
GO = """
async ([address, longest]) => {
  const page = window.protokollspar;
  if (!page.told) {
    const shown = page.shown;
    page.shown = (panel) => { shown(panel); page.told(); };
  }
  const answered = new Promise((done, failed) => {
    page.told = done;
    setTimeout(() => failed(new Error('no answer to ' + address)), longest);
  });
  history.pushState({}, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
  await answered;
}
"""
"""Goes to an address as the back button does, and waits until the page has shown its answer."""
STILL = """
async () => {
  const frame = () => new Promise((done) => { requestAnimationFrame(done); });
  await frame();
  await frame();
  await Promise.allSettled(document.getAnimations().map((one) => one.finished));
}
"""
"""Waits until nothing moves or fades any more."""


class Tour:
    """Goes from view to view in ``tab``."""

    def __init__(self, tab: Any) -> None:
        """Begin with nothing loaded."""
        self.tab = tab
        self._spoken: str | None = None
        self._at = ""

    def go(self, address: str) -> None:
        """Show an address, in the language that it names."""
        spoken = parse_qs(urlsplit(address).query).get("sprak", [""])[0]
        if spoken != self._spoken:
            self.tab.goto(address)
            self._spoken = spoken
        elif address != self._at:
            self.tab.evaluate(GO, [address, LONGEST])
        self._at = address
        self.tab.locator(".ps-panel h2:visible").first.wait_for()

    def forget(self) -> None:
        """Load the page anew at the next address."""
        self._spoken = None

    def look(self, wanted: str) -> None:
        """Turn to the light or the dark look, by the button that people press."""
        dark = self.tab.evaluate("document.body.classList.contains('dark')")
        if dark != (wanted == "dark"):
            self.tab.locator("[data-look]").click()
        self.tab.evaluate(STILL)
