"""Plots of rows of bars: drawn by matplotlib, the same bytes for the same numbers.

Owns how a plot looks and what makes it readable without colours: every series has a colour that colour-blind people
tell apart (Okabe and Ito) and a pattern of its own, and every bar its number in figures. Always holds: an SVG has a
title and a description for those who do not see it, its words are text, and neither it nor a PNG tells when it was
made. What is plotted is told by `ui.statistics.charts`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from ui import words

# Okabe and Ito's colours for the colour-blind, each with the ink that is read on it, and patterns beside them.
_COLOURS = (
    ("#0072B2", "white"),
    ("#E69F00", "black"),
    ("#56B4E9", "black"),
    ("#D55E00", "black"),
    ("#009E73", "black"),
    ("#F0E442", "black"),
    ("#CC79A7", "black"),
    ("#999999", "black"),
    ("#FFFFFF", "black"),
)
_PATTERNS = ("", "///", "...", "\\\\\\", "xx", "--", "++", "", "oo")
_SHIFT = 4
"""With more series than colours the patterns move on by so many, so that no two look alike."""
# names that matplotlib gives to groups, which several pictures on one page must not share
_NUMBERED = re.compile(r' id="[A-Za-z0-9.]+_\d+"')
_STYLE: Any = {
    "text.parse_math": False,
    "font.family": ["DejaVu Sans"],
    "font.size": 9,
    "svg.fonttype": "none",
    "svg.hashsalt": "protokollspar",
    "hatch.linewidth": 0.5,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
}
_ROW, _HEAD, _WIDTH, _DOTS = 0.3, 1.5, 10.5, 144
MOST_ROWS = 300
"""More bars below each other than this are no picture any longer."""
_ROOM = 0.011
"""The share of the width that one figure of a number takes inside its bar."""


@dataclass(frozen=True)
class Series:
    """One part of every bar: its name and a value a row, None where there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Chart:
    """Rows of bars. ``stacked``: the series are parts of one bar; else each has a panel of its own.

    ``groups`` and ``rows`` name the rows: a heading over those that follow each other with the same one, and the row.
    ``spread``, where given, is a pair (from, to) a row, drawn as a line across the bar. ``note`` stands below.
    """

    title: str
    description: str
    groups: tuple[str, ...]
    rows: tuple[str, ...]
    series: tuple[Series, ...]
    stacked: bool = True
    spread: tuple[tuple[float, float] | None, ...] = ()
    note: str = ""


def svg(chart: Chart) -> str:
    """Return the chart as an SVG picture."""
    drawn = _drawn(chart, "svg", {"Date": None, "Creator": None, "Type": None, "Format": None}).decode()
    drawn = _NUMBERED.sub("", drawn)
    start = drawn.index("<svg")
    end = drawn.index(">", start)
    told = f"<title>{escape(chart.title)}</title>\n<desc>{escape(chart.description)}</desc>"
    return f'{drawn[start:end]} role="img" xml:lang="sv">\n{told}{drawn[end + 1 :]}'


def png(chart: Chart) -> bytes:
    """Return the chart as a PNG picture."""
    return _drawn(chart, "png", {"Software": None, "Title": chart.title, "Description": chart.description})


def _drawn(chart: Chart, form: str, metadata: dict[str, str | None]) -> bytes:
    import matplotlib as mpl  # noqa: PLC0415 - heavy; only pictures need it
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - as above
    from matplotlib.figure import Figure  # noqa: PLC0415 - as above

    places, height = _places(chart.groups)
    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=(_WIDTH, _HEAD + height * _ROW), layout="constrained")
        FigureCanvasAgg(figure)
        panels = [chart.series] if chart.stacked else [(one,) for one in chart.series]
        axes = figure.subplots(1, len(panels), sharey=True, squeeze=False)[0]
        for axis, series in zip(axes, panels, strict=True):
            _panel(axis, chart, series, places, len(panels))
        _named(axes[0], chart, places, height)
        figure.suptitle(chart.title, x=0.01, ha="left", fontsize=13, fontweight="bold")
        if chart.stacked and len(chart.series) > 1:
            axes[0].legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=5, frameon=False, fontsize=9)
        figure.supxlabel(chart.note, x=0.01, ha="left", fontsize=8)
        out = io.BytesIO()
        figure.savefig(out, format=form, metadata=metadata, dpi=_DOTS)
    return out.getvalue()


def _places(groups: Sequence[str]) -> tuple[list[float], float]:
    """Return how far down each row stands, with room for a heading where a group begins, and the whole depth."""
    places: list[float] = []
    depth = 0.0
    for place, group in enumerate(groups):
        depth += 1 if place and groups[place - 1] == group else 2.2
        places.append(depth)
    return places, depth + 1


def _named(axis: Any, chart: Chart, places: Sequence[float], height: float) -> None:
    axis.set_yticks(places, chart.rows)
    axis.set_ylim(height - 0.3, 0.2)
    for place, group in enumerate(chart.groups):
        if not place or chart.groups[place - 1] != group:
            head = axis.text(0, places[place] - 1, group, fontweight="bold", va="center", clip_on=False)
            head.set_in_layout(False)


def _panel(axis: Any, chart: Chart, series: Sequence[Series], places: Sequence[float], panels: int) -> None:
    """Draw the bars of one panel, their parts from the left, each with its number where it has room."""
    spreads = chart.spread or (None,) * len(chart.rows)
    whole = [_sum([one.values[row] for one in series]) for row in range(len(chart.rows))]
    ends = [max(end or 0, spread[1] if spread else 0) for end, spread in zip(whole, spreads, strict=True)]
    most = max([*ends, 1])
    _parts(axis, series, places, most)
    for place, end, total, spread in zip(places, ends, whole, spreads, strict=True):
        if spread:
            axis.plot(spread, (place, place), color="#333333", linewidth=2, marker="|", markersize=9)
        between = f" ({_figure(spread[0])}–{_figure(spread[1])})" if spread else ""
        axis.text(end + most * 0.01 * panels, place, _figure(total) + between, va="center", fontsize=9)
    axis.set_xlim(0, most * (1.1 + 0.05 * panels))
    axis.xaxis.set_major_formatter(lambda value, _: _figure(value))
    axis.locator_params(axis="x", nbins=max(2, 8 // panels), integer=True)
    axis.tick_params(axis="y", length=0)
    axis.patch.set_visible(False)
    if not chart.stacked:
        axis.set_title(series[0].name, fontsize=9, loc="left")


def _parts(axis: Any, series: Sequence[Series], places: Sequence[float], most: float) -> None:
    """Draw the parts of the bars; a part that is the whole bar has its number beside it."""
    left = [0.0] * len(places)
    for each, one in enumerate(series):
        colour, ink = _COLOURS[each % len(_COLOURS)]
        values = [value or 0.0 for value in one.values]
        axis.barh(
            places,
            values,
            left=left,
            height=0.72,
            color=colour,
            hatch=_PATTERNS[(each + each // len(_COLOURS) * _SHIFT) % len(_PATTERNS)],
            edgecolor="#333333",
            linewidth=0.5,
            label=one.name,
        )
        for place, start, value in zip(places, left, values, strict=True):
            if len(series) > 1 and value >= most * _ROOM * (len(_figure(value)) + 1):
                _number_inside(axis, start + value / 2, place, _figure(value), ink)
        left = [start + value for start, value in zip(left, values, strict=True)]


def _number_inside(axis: Any, across: float, place: float, figure: str, ink: str) -> None:
    ground = {"facecolor": "white", "edgecolor": "none", "pad": 1.0} if ink == "black" else None
    axis.text(across, place, figure, ha="center", va="center", color=ink, fontsize=8, bbox=ground)


def _sum(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _figure(value: float | None) -> str:
    if value is None:
        return "–"
    return words.number(int(value)) if value == int(value) else words.decimal(value)
