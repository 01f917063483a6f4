"""A table of numbers, darker where they are greater: rows by columns, each number a link. Pure.

Always holds: the number stands in its cell, so that the colour alone says nothing; an empty cell is a dash that a
screen reader hears as none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ui.page.html import Markup, tag
from ui.speech import t

STEPS = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A number, the link that it is (made of its label), and what a screen reader says of it."""

    count: int
    link: Callable[[str], Markup]


def table(
    caption: str,
    corner: str,
    columns: Sequence[str],
    rows: Sequence[tuple[Markup | str, Mapping[str, Cell]]],
) -> Markup:
    """Return the table in a frame that can be scrolled sideways; a row has its head and its cells by column."""
    most = max((cell.count for _, cells in rows for cell in cells.values()), default=1)
    head = tag("tr", tag("th", corner, scope="col"), *(tag("th", column, scope="col") for column in columns))
    body = (
        tag("tr", tag("th", name, scope="row"), *(_cell(cells.get(column), most) for column in columns))
        for name, cells in rows
    )
    whole = tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *body), class_="ps-heat")
    return tag("div", whole, class_="ps-heat-frame", tabindex=0, role="region", aria_label=caption)


def _cell(cell: Cell | None, most: int) -> Markup:
    if cell is None or not cell.count:
        return tag("td", tag("span", "–", aria_hidden="true"), tag("span", t("inga"), class_="ps-unseen"))
    step = -(-cell.count * STEPS // most)
    return tag("td", cell.link(str(cell.count)), class_=f"ps-heat-{step}")
