"""Parties by years: a table whose cells say what was done and open the acts behind it. Pure.

Always holds: an empty cell is shown as silence, with at how many meetings the party was present; it is never read as
for or against.
"""

from __future__ import annotations

from index.positions import PositionCell, Positions
from ui import words
from ui.page.html import EMPTY, Markup, tag
from ui.page.positions.acts import counted
from ui.page.positions.asked import Chosen, cell_value
from ui.page.state import PageState, write
from ui.speech import t

PLACE = "ps-ruta"
"""Where the reader is brought when a cell is opened."""


def grid(found: Positions, state: PageState, now: Chosen | None) -> Markup:
    """Return the table."""
    heads = [tag("th", year or t("utan datum"), scope="col") for year in found.years]
    head = tag("thead", tag("tr", tag("th", t("Parti"), scope="col"), *heads))
    rows = [_row(party, found, state, now) for party in found.parties]
    table = tag("table", head, tag("tbody", *rows), class_="ps-sheet-table ps-grid-table")
    name = t("Partier per år")
    return tag("div", table, class_="ps-scroll", tabindex=0, role="region", aria_label=name)


def party_name(party: str | None) -> str:
    """Return a party as a row is headed; who stands without one is in a row of its own."""
    return party or t("parti framgår inte")


def _row(party: str | None, found: Positions, state: PageState, now: Chosen | None) -> Markup:
    acts = any(act.party == party for act in found.acts)
    head = _link(party_name(party), party, "", state, now) if acts else tag("span", party_name(party))
    cells = [tag("td", _cell(found.cell(party, year), state, now)) for year in found.years]
    return tag("tr", tag("th", head, scope="row"), *cells)


def _cell(cell: PositionCell, state: PageState, now: Chosen | None) -> Markup:
    if cell.acts:
        told = "; ".join(counted(cell.acts))
        return _link(
            told, cell.party, cell.year, state, now, name=f"{told}, {party_name(cell.party)} {cell.year or ''}"
        )
    if not cell.present_at:
        return tag("span", "–", class_="ps-silent", title=t("Inget tryckt"))
    meetings = words.count(cell.present_at, "möte", "möten")
    return tag("span", t("närvarande vid {möten}", möten=meetings), class_="ps-silent")


def _link(
    label: str, party: str | None, year: str | None, state: PageState, now: Chosen | None, name: str | None = None
) -> Markup:
    address = write(state.having(ruta=cell_value(party, year), sidnr=None))
    on = "true" if now == Chosen(party, year) else None
    return tag(
        "a", label, href=address, data_state=True, data_then=PLACE, aria_current=on, aria_label=name, class_="ps-cell"
    )


def silence() -> Markup:
    """Return how the table is to be read."""
    lines = (
        t("Varje ruta är handlingar som protokollen trycker; tryck på den för orden och sidan."),
        t("Ett ja i en omröstning kan betyda avslag: efter likhetstecknet står vad rösten stod för."),
        t("En tom ruta är tystnad: den säger inte att partiet var för eller emot."),
    )
    return tag("p", " ".join(lines), class_="ps-searched") if lines else EMPTY
