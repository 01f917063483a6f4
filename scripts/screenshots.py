"""The pictures of the user guide and the README: every view of the page over the demo collection.

    .venv/bin/python scripts/screenshots.py --library library/demo

Writes docs/screenshots/*.png; names after the library take only these. The collection is made up and says so on every
picture. The page is served from a copy, which has a saved search and takes files, so the library stays as it is. Needs
Debian's chromium.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

HOUSE = Path(__file__).resolve().parents[1]
PICTURES = HOUSE / "docs" / "screenshots"
CHROMIUM = "/usr/bin/chromium"
PROGRAM = (sys.executable, "-m", "ui.cli")
WAIT = 60_000
SHADES = 256
"""Colours of a picture: a palette makes the files a third of their size, and fewer would shift the rarer tones."""
DRAFT = "Regionen+ska+införa+nattambulans+i+Lillhärje.+Avgiften+för+uteblivna+besök+ska+höjas+till+400+kronor."
SEARCH = "ambulans på natten"
UPLOAD = "[uppladdning]\ntillaten = true\n"


@dataclass(frozen=True)
class Picture:
    """One picture: what the address shows, how wide and in which look; ``press`` is what to click first."""

    name: str
    address: str
    width: int = 1280
    height: int = 900
    look: str = "light"
    press: str = ""
    takes: bool = False
    """Whether the page that is shown lets visitors send files to be read."""


PICTURES_TO_TAKE = (
    Picture("sok-tom", "/"),
    Picture("sok", "/?flik=sok&q=ambulans+på+natten", height=1050),
    Picture("sok-avgransad", "/?flik=sok&q=nattambulans+parti:C+år:2020-2023", height=1050),
    Picture("sok-ingen", "/?flik=sok&q=kvantdatorer+på+månen"),
    Picture("sok-utkast", f"/?flik=sok&lage=utkast&utkast={DRAFT}", height=1050),
    Picture("sok-sparade", "/?flik=sok&lage=sparat", height=700),
    Picture("sok-granskning", "/?flik=sok&lage=granskning&granskning=Nattambulans", height=1000),
    Picture("sidan", "/?flik=sok&q=ambulans+på+natten", press=".ps-hit a[data-view]", height=1000),
    Picture("folj-arende", "/?flik=folj&start=HSN+301-2021", height=1250),
    Picture("uppdrag", "/?flik=uppdrag&per=2025-10-31", height=1100),
    Picture("reservationer", "/?flik=reservationer", height=1100),
    Picture("standpunkter", "/?flik=standpunkter&start=HSN+301-2021", height=1100),
    Picture("protokoll", "/?flik=protokoll", height=1000),
    Picture("paragraf", "/?flik=protokoll&hitta=HSN+2021-03-18+§+14", height=1250),
    Picture("statistik", "/?flik=statistik", height=1100),
    Picture("las-in", "/?flik=las-in", height=700, takes=True),
    Picture("om", "/?flik=om", height=1000),
    Picture("sok-mobil", "/?flik=sok&q=ambulans+på+natten", width=360, height=780),
    Picture("folj-arende-morkt", "/?flik=folj&start=HSN+301-2021", look="dark", height=1000),
    Picture("sok-engelska", "/?flik=sok&q=ambulans+på+natten&sprak=en", height=900),
)


@contextmanager
def copied(library: Path) -> Iterator[Path]:
    """Yield a copy of a library with a saved search and a review that is begun."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "bibliotek"
        shutil.copytree(library, copy)
        for words in (("saved", "add"), ("review", "start")):
            said = [*PROGRAM, *words, "Nattambulans", SEARCH, "--who", "Anna", "--library", str(copy)]
            subprocess.run(said, check=True, cwd=HOUSE, stdout=subprocess.DEVNULL)
        yield copy


@contextmanager
def served(library: Path, *, takes: bool) -> Iterator[str]:
    """Serve a library and yield the page's address; ``takes`` lets visitors send files."""
    settings = library / "installningar.toml"
    settings.write_text(UPLOAD if takes else "", encoding="utf-8")
    command = [*PROGRAM, "serve", "--port", "0", "--library", str(library)]
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
    wanted = [one for one in PICTURES_TO_TAKE if not options.names or one.name in options.names]
    with copied(options.library) as library, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for takes in sorted({one.takes for one in wanted}):
            with served(library, takes=takes) as address:
                for picture in (one for one in wanted if one.takes is takes):
                    file = save(picture.name, take(browser, address, picture))
                    print(f"{file.relative_to(HOUSE)}  {file.stat().st_size // 1024} kB", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
