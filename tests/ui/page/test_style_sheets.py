from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import ui.page

STATIC = Path(ui.page.__file__).parent / "static"
SHARED = {"page.css", "forms.css"}
"""What every view may rely on; each other sheet belongs to one view."""
PAPER = re.compile(r"@media print\s*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
FRAMES = {"ps-panel", "ps-leaf", "ps-viewer"}


def ruled(sheet: Path) -> set[str]:
    """Return the classes that a sheet rules everywhere: alone in their selector, on the screen."""
    rules = PAPER.sub("", COMMENT.sub("", sheet.read_text(encoding="utf-8")))
    found: set[str] = set()
    for selector in (one for group in re.findall(r"([^{}]+)\{", rules) for one in group.split(",")):
        classes = set(re.findall(r"\.(ps-[\w-]+)", selector)) - FRAMES
        if len(classes) == 1 and "#" not in selector and "@" not in selector:
            found |= classes
    return found


def test_no_view_rules_what_another_shows() -> None:
    """All sheets are served together: a class of one view never changes the look of another."""
    owners: dict[str, set[str]] = defaultdict(set)
    for sheet in STATIC.glob("*.css"):
        for name in ruled(sheet) if sheet.name not in SHARED else ():
            owners[name].add(sheet.name)
    assert {name: sheets for name, sheets in owners.items() if len(sheets) > 1} == {}
