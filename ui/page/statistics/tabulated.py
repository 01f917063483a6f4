"""A table of statistics as HTML: a body of rows a board, each number a link to what it counts.

Always holds: pure; the table scrolls in a frame of its own that the keyboard reaches, and has a caption.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ui.page.html import EMPTY, Markup, join, tag
from ui.page.state import PageState, write
from ui.page.statistics.charts import heading
from ui.page.statistics.grid import Group, Year
from ui.page.statistics.links import Number, leads_to
from ui.speech import t
from ui.statistics import labels
from ui.statistics.tables import COVER, Row, StatTable
from ui.statistics.text import cell


def table(shown: StatTable, groups: Sequence[Group], state: PageState, as_of: str | None = None) -> Markup:
    """Return the table of all groups; ``as_of`` is the day on which assignments are judged."""
    state = state.having(per=as_of)
    columns = [name for name in shown.columns if name != "organ"]
    head = tag("thead", tag("tr", *(tag("th", heading(name), scope="col") for name in columns)))
    bodies = (_body(shown, group, columns, state) for group in groups)
    caption = tag("caption", shown.title, class_="ps-unseen")
    return scrolled(tag("table", caption, head, *bodies, class_="ps-tally ps-numbers"), shown.title)


def scrolled(inner: Markup, name: str) -> Markup:
    """Return something wide in a frame that scrolls sideways, also by the keyboard."""
    return tag("div", inner, class_="ps-wide", tabindex=0, role="region", aria_label=t("Tabell: {namn}", namn=name))


def _body(shown: StatTable, group: Group, columns: Sequence[str], state: PageState) -> Markup:
    name = tag(
        "th",
        tag("span", group.name, lang="sv" if any(year.row for year in group.years) else None),
        colspan=len(columns),
        scope="rowgroup",
    )
    rows = (row for year in group.years for row in _rows(shown, group, year, columns, state))
    return tag("tbody", tag("tr", name, class_="ps-group"), *rows)


def _rows(shown: StatTable, group: Group, year: Year, columns: Sequence[str], state: PageState) -> Iterable[Markup]:
    if not any(year.rows):
        told = t("inget att räkna") if year.rows else t("inga protokoll inlästa")
        empty = tag("td", told, colspan=len(columns) - 1, class_="ps-none")
        yield tag("tr", tag("th", year.name, scope="row"), empty)
    known = [row for row in year.rows if row]
    for place, row in enumerate(known):
        cells = (_cell(shown, name, row, group, year, state) for name in columns[1:])
        name = EMPTY if place else tag("th", year.name, scope="row", rowspan=len(known) if len(known) > 1 else None)
        yield tag("tr", name, *cells)


def _cell(shown: StatTable, column: str, row: Row, group: Group, year: Year, state: PageState) -> Markup:
    value = row.get(column)
    if column in COVER and value is None:
        return tag("td")
    said = cell(column, value)
    if not isinstance(value, int | float):
        return tag("td", said, class_="ps-number" if value is None else None)
    kind = kind_of(row)
    leads = leads_to(Number(shown.name, column, year.row, kind, state.one("per")), state) if value else None
    if leads is None:
        return tag("td", said, class_="ps-number" if value else "ps-number ps-zero")
    of = " ".join(filter(None, (str(row.get("slag") or ""), t(column))))
    name = f"{said} {of}, {group.name} {year.name}"
    return tag("td", tag("a", said, href=write(leads), data_state=True, aria_label=name), class_="ps-number")


def kind_of(row: Row) -> str:
    """Return the sort of motion that a row counts, "" where it counts no motions."""
    return next((kind for kind in labels.MOTION_KINDS if labels.motion_kind(kind) == row.get("slag")), "")


def files(shown: StatTable) -> Markup:
    """Return what was read, file by file."""
    head = tag("thead", tag("tr", *(tag("th", heading(name), scope="col") for name in shown.columns)))
    rows = (tag("tr", *_file(shown.columns, row)) for row in shown.rows)
    caption = tag("caption", shown.title, class_="ps-unseen")
    return scrolled(tag("table", caption, head, tag("tbody", join(rows)), class_="ps-tally"), shown.title)


def _file(columns: Sequence[str], row: Row) -> Iterable[Markup]:
    for column in columns:
        said = cell(column, row.get(column))
        yield tag("th", said, scope="row", lang="sv") if column == "fil" else tag("td", said)
