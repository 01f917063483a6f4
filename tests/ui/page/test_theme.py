from __future__ import annotations

import pytest

from ui.page.theme import COLOURS, PAIRS, make_theme, style_variables

READABLE = 4.5


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_text_can_be_read(ink: str, ground: str, look: int) -> None:
    """Every pair of text and ground has a contrast of at least 4.5 to 1, in light and dark."""
    assert contrast(COLOURS[ink][look], COLOURS[ground][look]) >= READABLE


@pytest.mark.parametrize("look", [0, 1], ids=["light", "dark"])
def test_borders_of_fields_can_be_seen(look: int) -> None:
    """The edge of a field stands out from the page by at least 3 to 1."""
    assert contrast(COLOURS["edge"][look], COLOURS["page"][look]) >= 3


def test_every_colour_is_a_variable_in_both_looks() -> None:
    """The style sheet finds each colour once for light and once for dark."""
    style = style_variables()
    assert all(style.count(f"--ps-{name.replace('_', '-')}:") == 2 for name in COLOURS)


def test_fonts_come_from_the_computer() -> None:
    """No font is fetched: the theme names no style sheet from elsewhere."""
    theme = make_theme()
    assert theme._stylesheets == []
    assert "@import" not in theme._get_theme_css()
    assert "url(http" not in theme._get_theme_css().replace("'", "").replace('"', "")
