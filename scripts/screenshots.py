"""The pictures of the user guide and the README: every view of the page over the demo collection.

    .venv/bin/python scripts/screenshots.py --library library/demo

Writes docs/screenshots/*.png. The collection is made up and says so on every picture. Needs Debian's chromium.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

HOUSE = Path(__file__).resolve().parents[1]
PICTURES = HOUSE / "docs" / "screenshots"
CHROMIUM = "/usr/bin/chromium"
WAIT = 60_000
SHADES = 64
"""Colours of a picture: the page has few, and a palette makes the files a quarter of their size."""


@dataclass(frozen=True)
class Picture:
    """One picture: what the address shows, how wide and in which look; ``press`` is a selector to click first."""

    name: str
    address: str
    width: int = 1280
    height: int = 900
    look: str = "light"
    press: str = ""


PICTURES_TO_TAKE = (
    Picture("sok-tom", "/"),
    Picture("sok", "/?flik=sok&q=ambulans+på+natten", height=1050),
    Picture("sok-avgransad", "/?flik=sok&q=nattambulans+parti:C+år:2020-2023", height=1050),
    Picture("sok-ingen", "/?flik=sok&q=kvantdatorer+på+månen"),
    Picture("sok-utkast", "/?flik=sok&lage=utkast"),
    Picture("sidan", "/?flik=sok&q=ambulans+på+natten", press=".ps-hit a[data-view]", height=1000),
    Picture("folj-arende", "/?flik=folj&start=HSN+301-2021", height=1250),
    Picture("uppdrag", "/?flik=uppdrag&per=2025-10-31", height=1100),
    Picture("reservationer", "/?flik=reservationer", height=1100),
    Picture("standpunkter", "/?flik=standpunkter&start=HSN+301-2021", height=1100),
    Picture("protokoll", "/?flik=protokoll", height=1000),
    Picture("paragraf", "/?flik=protokoll&hitta=HSN+2021-03-18+§+14", height=1250),
    Picture("statistik", "/?flik=statistik", height=1100),
    Picture("om", "/?flik=om", height=1000),
    Picture("sok-mobil", "/?flik=sok&q=ambulans+på+natten", width=360, height=780),
    Picture("folj-arende-morkt", "/?flik=folj&start=HSN+301-2021", look="dark", height=1000),
    Picture("sok-engelska", "/?flik=sok&q=ambulans+på+natten&sprak=en", height=900),
)


@contextmanager
def served(library: Path) -> Iterator[str]:
    """Serve a library and yield the page's address."""
    command = [sys.executable, "-m", "ui.cli", "serve", "--port", "0", "--library", str(library)]
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=HOUSE, env=env)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://\S+?:\d+", line)
        if not found:
            raise SystemExit(f"serve said: {line!r}")
        yield found.group()
    finally:
        process.terminate()
        process.wait(timeout=20)


def take(browser: Any, address: str, picture: Picture) -> bytes:
    """Return a picture of the page as PNG."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        base_url=address,
        color_scheme=picture.look,
        locale="sv-SE",
    )
    page = context.new_page()
    page.set_default_timeout(WAIT)
    page.goto(picture.address)
    page.locator(".ps-panel h2:visible").first.wait_for()
    if picture.press:
        page.locator(picture.press).first.click()
        page.locator(".ps-viewer .ps-mark").first.wait_for()
        page.locator(".ps-viewer img").evaluate("one => one.decode()")
    page.wait_for_timeout(400)
    taken: bytes = page.screenshot()
    context.close()
    return taken


def save(name: str, png: bytes) -> Path:
    """Write a picture with a palette of its own; return the file."""
    image = Image.open(io.BytesIO(png)).convert("RGB").quantize(SHADES, dither=Image.Dither.NONE)
    file = PICTURES / f"{name}.png"
    image.save(file, optimize=True)
    return file


def main() -> None:
    """Take all pictures, or those that are named."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - after --help

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("names", nargs="*", help="only these pictures")
    options = parser.parse_args()
    PICTURES.mkdir(exist_ok=True)
    with served(options.library) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for picture in PICTURES_TO_TAKE:
            if not options.names or picture.name in options.names:
                file = save(picture.name, take(browser, address, picture))
                print(f"{file.relative_to(HOUSE)}  {file.stat().st_size // 1024} kB", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
