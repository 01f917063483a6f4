"""The look of the timeline: its rules, and the palette for files that stand alone, in light, dark and on paper."""

from __future__ import annotations

from pathlib import Path

from ui.page.theme import COLOURS, FONTS

_RULES = Path(__file__).parent / "timeline.css"


def timeline_rules() -> str:
    """Return the rules of the timeline; they name the palette's variables."""
    return _RULES.read_text(encoding="utf-8")


def own_palette() -> str:
    """Return the palette for a file of its own: light, dark where the reader wishes it, light on paper."""
    light, dark = (
        "".join(f"--ps-{name.replace('_', '-')}:{value[place]};" for name, value in COLOURS.items()) for place in (0, 1)
    )
    fonts = ",".join(f"'{font}'" if " " in font else font for font in FONTS)
    return (
        f":root{{color-scheme:light dark;--ps-font:{fonts};{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
    )
