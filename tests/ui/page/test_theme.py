from __future__ import annotations

import itertools
import math

import pytest

from ui.drawing import bars
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
    """The style sheet finds each colour for light, for dark and for paper, which is light."""
    style = style_variables()
    assert all(style.count(f"--ps-{name.replace('_', '-')}:") == 3 for name in COLOURS)
    paper = style[style.index("@media print") :]
    assert all(f":{light};" in paper for light, _ in COLOURS.values())


# How light reaches who lacks one sort of cones (Machado, Oliveira and Fernandes 2009, severity 1), in linear sRGB.
SIGHTS = {
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}
TONES = ("for", "against", "wait", "task", "done", "dissent")
PLOTS = tuple(f"plot_{number}" for number in range(bars.PATTERNS))


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    """Return how a colour is seen, in CIE L*a*b*."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    red, green, blue = (
        min(1.0, max(0.0, sum(one * other for one, other in zip(row, light, strict=True)))) for row in SIGHTS[sight]
    )
    whites = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116 for one in whites)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(one: str, other: str, look: int, sight: str) -> float:
    """Return how far two colours of the palette are seen from each other (CIE76; 2.3 is just noticeable)."""
    return math.dist(lab(COLOURS[one][look], sight), lab(COLOURS[other][look], sight))


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("look", [0, 1], ids=["light", "dark"])
def test_tones_are_told_apart_in_every_kind_of_sight(look: int, sight: str) -> None:
    """Yes, no, later, task, done and dissent stand beside each other and differ also to who sees no red or green."""
    distances = {pair: apart(*pair, look, sight) for pair in itertools.combinations(TONES, 2)}
    assert min(distances.values()) >= 10, min(distances, key=lambda pair: distances[pair])


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("look", [0, 1], ids=["light", "dark"])
def test_parts_of_a_bar_are_told_apart_in_every_kind_of_sight(look: int, sight: str) -> None:
    """Neighbours in a bar differ in colour, and all parts with one pattern do."""
    beside = set(itertools.pairwise(range(len(PLOTS))))
    alike = {
        pair for pair in itertools.combinations(range(len(PLOTS)), 2) if len({bars.pattern(one) for one in pair}) == 1
    }
    for one, other in beside | alike:
        assert apart(PLOTS[one], PLOTS[other], look, sight) >= 15, (one, other)


def test_the_measure_can_fail() -> None:
    """Red and green of one lightness are far apart to most people and near each other to some."""
    red, green = "#b03a2e", "#6e7a1f"
    assert math.dist(lab(red, "all cones"), lab(green, "all cones")) > 50
    assert math.dist(lab(red, "deuteranopia"), lab(green, "deuteranopia")) < 20


def test_fonts_come_from_the_computer() -> None:
    """No font is fetched: the theme names no style sheet from elsewhere."""
    theme = make_theme()
    assert theme._stylesheets == []
    assert "@import" not in theme._get_theme_css()
    assert "url(http" not in theme._get_theme_css().replace("'", "").replace('"', "")
