"""Tables that keep being tables on small screens: each row becomes a card whose cells say what they are.

Browsers forget that a table is one when its parts are laid out otherwise, so the roles stand in the markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ui.page.html import EMPTY, Child, Markup, tag


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, the first of which names it; a ``wide`` one has a single cell as wide as the table."""

    cells: tuple[Child, ...]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """Rows under a heading of their own."""

    heading: str
    rows: tuple[Row, ...]


def row(*cells: Child) -> Row:
    """Return a row."""
    return Row(cells)


def table(caption: str, heads: Sequence[str], rows: Iterable[Row], *, kind: str) -> Markup:
    """Return a table of rows; ``kind`` names it in the style sheet, which sets its columns."""
    return grouped(caption, heads, [Body("", tuple(rows))], kind=kind)


def grouped(caption: str, heads: Sequence[str], bodies: Iterable[Body], *, kind: str) -> Markup:
    """Return a table of several bodies."""
    columns = [tag("th", head, scope="col", role="columnheader") for head in heads]
    head = tag("thead", tag("tr", *columns, role="row"), role="rowgroup")
    title = tag("caption", caption, class_="ps-hidden")
    filled = [_body(body, heads) for body in bodies]
    return tag("table", title, head, *filled, class_=f"ps-card-table ps-cards-{kind}", role="table")


def _body(body: Body, heads: Sequence[str]) -> Markup:
    head = tag("th", body.heading, colspan=len(heads), scope="rowgroup", role="rowheader")
    group = tag("tr", head, role="row", class_="ps-group") if body.heading else EMPTY
    return tag("tbody", group, *(_row(row, heads) for row in body.rows), role="rowgroup")


def _row(row: Row, heads: Sequence[str]) -> Markup:
    if row.wide:
        return tag("tr", tag("td", *row.cells, colspan=len(heads), role="cell"), role="row", class_="ps-gap")
    first, *rest = row.cells
    cells = (tag("td", cell, role="cell", data_head=head) for cell, head in zip(rest, heads[1:], strict=True))
    return tag("tr", tag("th", first, scope="row", role="rowheader"), *cells, role="row")
