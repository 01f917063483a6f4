"""Rows of bars as SVG with letters that stay readable at any width: only lengths are shares of the width.

Always holds: pure; every part of a bar has a colour and a pattern of its own, so that nobody needs the colours; a bar
says its number in figures; the picture has a title and a description in words. The patterns stand once a page, in
`patterns`; the rules are those of ui/page/static/statistics.css, the colours the palette's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui import words
from ui.page.html import EMPTY, Markup, join, tag

ROW, THICK = 30, 20
LEFT, WIDE = 24.0, 59.0
"""Where bars begin, and how long the longest is, in hundredths of the width; the rest is for names and numbers."""
PATTERNS = 10
"""So many parts of a bar can be told apart."""
_SMALL = 250
"""Pixels of the narrowest picture: a number stands inside its part where it has room even there."""
_FIGURE = 9
"""Pixels of a figure."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: its name and its parts. ``parts`` None: there is nothing to count, ``told`` says why.

    ``spread`` is a pair (from, to) drawn as a line across the bar, ``told`` stands behind the number.
    """

    name: str
    parts: tuple[float, ...] | None
    told: str = ""
    spread: tuple[float, float] | None = None
    hint: str = ""


def figure(value: float) -> str:
    """Return a number as people write it."""
    return words.number(int(value)) if value == int(value) else words.decimal(value)


def drawing(bars: Sequence[Bar], most: float, title: str, described: str) -> Markup:
    """Return the picture of bars; ``most`` is the value of the longest that may stand beside them."""
    rows = (_row(bar, place, max(most, 1.0)) for place, bar in enumerate(bars))
    height = len(bars) * ROW + 2
    return tag(
        "svg",
        tag("title", title),
        tag("desc", described),
        tag("line", x1=f"{LEFT}%", x2=f"{LEFT}%", y1=0, y2=height, class_="ps-bar-axis"),
        *rows,
        role="img",
        width="100%",
        height=height,
        class_="ps-bars",
    )


def swatch(part: int) -> Markup:
    """Return the small sign of a part for a legend."""
    shapes = _filled(part, x="1", y="2", width="20", height="14")
    return tag("svg", *shapes, width=22, height=18, aria_hidden="true", class_="ps-bars")


def patterns() -> Markup:
    """Return the patterns, to stand once on a page that shows bars."""
    drawn = (
        tag("pattern", *lines, id=f"ps-monster-{number}", width=8, height=8, patternUnits="userSpaceOnUse")
        for number, lines in enumerate(_LINES)
        if lines
    )
    return tag("svg", tag("defs", *drawn), width=0, height=0, aria_hidden="true", focusable="false", class_="ps-aside")


def _row(bar: Bar, place: int, most: float) -> Markup:
    top, middle = place * ROW + (ROW - THICK) / 2, place * ROW + ROW / 2
    name = tag("text", bar.name, x=0, y=middle, dy="0.35em", class_="ps-bar-name")
    if bar.parts is None:
        told = tag("text", bar.told, x=f"{LEFT}%", dx=8, y=middle, dy="0.35em", class_="ps-bar-none")
        return tag("g", name, told)
    whole = sum(bar.parts)
    shapes: list[Markup] = []
    start = 0.0
    for number, value in enumerate(bar.parts):
        shapes += _part(number, start, value, most, top) if value else ()
        start += value
    end = max(whole, bar.spread[1] if bar.spread else 0)
    line = _spread(bar.spread, most, middle) if bar.spread else EMPTY
    said = f"{figure(whole)}{bar.told}"
    total = tag("text", said, x=_at(end, most), dx=7, y=middle, dy="0.35em", class_="ps-bar-total")
    inside = _numbers(bar.parts, most, middle)
    return tag("g", tag("title", bar.hint) if bar.hint else EMPTY, name, *shapes, line, *inside, total)


def _part(number: int, start: float, value: float, most: float, top: float) -> tuple[Markup, ...]:
    width = f"{value / most * WIDE:.2f}%"
    return _filled(number, x=_at(start, most), y=f"{top:.0f}", width=width, height=str(THICK))


def _filled(number: int, **place: str) -> tuple[Markup, ...]:
    number %= PATTERNS
    ground = tag("rect", class_=f"ps-bar ps-bar-{number}", **place)
    pattern = f"url(#ps-monster-{number})" if _LINES[number] else None
    return (ground, tag("rect", fill=pattern, **place)) if pattern else (ground,)


def _numbers(parts: Sequence[float], most: float, middle: float) -> list[Markup]:
    """Return the numbers of the parts of a bar that has several, where there is room."""
    several = sum(value > 0 for value in parts) > 1
    shown = []
    start = 0.0
    for value in parts:
        room = value / most * WIDE / 100 * _SMALL
        if several and value and room >= (len(figure(value)) + 1) * _FIGURE:
            x = _at(start + value / 2, most)
            shown.append(tag("text", figure(value), x=x, y=middle, dy="0.35em", class_="ps-bar-inside"))
        start += value
    return shown


def _spread(spread: tuple[float, float], most: float, middle: float) -> Markup:
    low, high = (_at(value, most) for value in spread)
    ends = (tag("line", x1=x, x2=x, y1=middle - 5, y2=middle + 5) for x in (low, high))
    return tag("g", tag("line", x1=low, x2=high, y1=middle, y2=middle), *ends, class_="ps-bar-spread")


def _at(value: float, most: float) -> str:
    return f"{LEFT + value / most * WIDE:.2f}%"


def _line(way: str) -> Markup:
    return tag("path", d=way, class_="ps-bar-line")


def _spot(x: float, y: float) -> Markup:
    return tag("circle", cx=x, cy=y, r=1.3, class_="ps-bar-spot")


# Plain and patterned by turns, so that parts that stand beside each other differ in both.
_LINES: tuple[tuple[Markup, ...], ...] = (
    (),
    (_line("M-2 2l4-4M0 8l8-8M6 10l4-4"),),
    (),
    (_spot(2, 2), _spot(6, 6)),
    (_line("M0 2h8M0 6h8"),),
    (),
    (_line("M-2 6l4 4M0 0l8 8M6-2l4 4"),),
    (_line("M2 0v8M6 0v8"),),
    (_line("M0 4h8M4 0v8"),),
    (_line("M-2 2l4-4M0 8l8-8M6 10l4-4M-2 6l4 4M0 0l8 8M6-2l4 4"),),
)


def pattern(part: int) -> Markup:
    """Return the lines over the colour of a part; nothing for a plain one."""
    return join(_LINES[part % PATTERNS])


def legend(names: Sequence[tuple[int, str]]) -> Markup:
    """Return what the parts are: pairs of part and name."""
    entries = (tag("li", swatch(part), tag("span", name)) for part, name in names)
    return tag("ul", join(entries), class_="ps-legend")
