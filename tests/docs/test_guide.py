"""The guide and the README say what is there: files, headings, commands, flags and the words on the buttons."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

from ui.cli import protokollspar

HOUSE = Path(__file__).resolve().parents[2]
PICTURES = HOUSE / "docs" / "screenshots"
GUIDE = HOUSE / "docs" / "anvandarguide.md"
README = HOUSE / "README.md"
PAGES = (README, *sorted((HOUSE / "docs").glob("*.md")))
LARGEST = 200_000
LEAST_ALT = 15
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
_COMMAND = re.compile(r"^(?:\$ )?protokollspar (?P<name>[a-z]+)(?P<rest>.*)$", re.MULTILINE)
_FLAG = re.compile(r"(?<!\S)--[a-z][a-z-]*")


def links(page: Path) -> list[tuple[bool, str, str]]:
    """Return whether it is a picture, its text and its target, for every link of a page that stays in the house."""
    found = _LINK.findall(page.read_text(encoding="utf-8"))
    return [(bool(mark), text, target) for mark, text, target in found if "://" not in target]


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as Markdown hosts make them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}


def code(page: Path) -> str:
    """Return what stands as code on a page, a piece a line."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    return "\n".join([*blocks, *spans])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_in_the_house_leads_somewhere(page: Path) -> None:
    """A relative link names a file that is there, and an anchor a heading of it."""
    for _, _, target in links(page):
        path, _, anchor = unquote(target).partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), f"{page.name}: {target}"
        assert not anchor or anchor in anchors(there), f"{page.name}: {target}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_picture_is_told_in_words(page: Path) -> None:
    """A picture has a text that says what it shows to whoever does not see it."""
    short = [target for is_picture, text, target in links(page) if is_picture and len(text) < LEAST_ALT]
    assert not short


def test_every_picture_is_shown_and_small() -> None:
    """The folder of pictures holds those that the pages show and no other, each quick to fetch."""
    shown = {(page.parent / target).resolve() for page in PAGES for is_picture, _, target in links(page) if is_picture}
    kept = set(PICTURES.glob("*.png"))
    assert kept == {one for one in shown if one.parent == PICTURES}
    assert kept
    assert not [one.name for one in kept if one.stat().st_size >= LARGEST]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_and_flag_exists(page: Path) -> None:
    """A command that a page names is one of the program's, and so are its flags."""
    for found in _COMMAND.finditer(code(page)):
        command = protokollspar.get_command(click.Context(protokollspar), found["name"])
        assert command is not None, f"{page.name}: {found[0]}"
        known = {flag for one in command.params for flag in one.opts}
        said = set(_FLAG.findall(found["rest"].partition("#")[0]))
        assert said <= {*known, "--help"}, f"{page.name}: {found[0]}"


def test_readme_lists_every_command() -> None:
    """The table of commands is complete."""
    listed = re.findall(r"^\| `([a-z]+)` \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(protokollspar.list_commands(click.Context(protokollspar))) <= set(listed)


def test_words_of_the_page_are_those_of_the_guide() -> None:
    """What the guide prints in bold as a button, a field or a view is called so on the page."""
    text = GUIDE.read_text(encoding="utf-8")
    named = set(re.findall(r"\*\*([^*]+)\*\*", " ".join(text.split())))
    said = "".join(one.read_text(encoding="utf-8") for one in sorted((HOUSE / "ui").rglob("*.py")))
    emphasis = {"tryckt", "programmets slutsats"}
    assert not [one for one in sorted(named - emphasis) if one not in said]
    assert named >= emphasis
