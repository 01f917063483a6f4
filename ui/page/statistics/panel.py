"""Statistics as HTML: which table, its filters, what the numbers rest on, the charts, and the table beneath. Pure."""

from __future__ import annotations

from index.results import Coverage
from index.statistics import Statistics
from ui import plots, words
from ui.page import downloads, forms, paging, parts
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.service import Choices
from ui.page.state import PageState, write
from ui.page.statistics import behind, charts, grid, tabulated
from ui.page.statistics.asked import slug
from ui.speech import t, term
from ui.statistics.tables import NAMES, SHOWN, StatTable, told_cover
from ui.statistics.tables import table as tabled

_FILTERS = ("namnd", "fran", "till", "per")
_BEHIND = ("slag", "utfall")
SHORT = {
    "översikt": "Översikt",
    "beslut": "Beslut",
    "yrkanden": "Yrkanden",
    "omröstningar": "Omröstningar",
    "reservationer": "Reservationer",
    "uppdrag": "Uppdrag",
    "handläggningstid": "Tid till beslut",
    "täckning": "Täckning",
    "yrkanden-underlag": "Yrkandena ett och ett",
    "handläggningstid-underlag": "Ärendena ett och ett",
}
"""What the menu of tables calls each."""


def statistics(found: Statistics, name: str, state: PageState, choices: Choices) -> Markup:
    """Return the view: one table of ``found`` by its name."""
    shown = tabled(found, name)
    title = t("Statistik per organ och år") if name == NAMES[0] else shown.title
    head = (tag("h2", title), _menu(name, state), _filters(name, state, choices))
    if not found.covered:
        none = parts.message(t("Inga protokoll passar in på det"), tag("p", t("Ta bort något filter.")))
        return join([*head, none, parts.searched(found.coverage)])
    # A title of many motions is looked for in what they rest on, not in the whole.
    body = _one_by_one(found, name, state) if name in {*NAMES[-2:], "täckning"} else _counted(found, shown, state)
    return join([*head, *body, _downloads(shown, state), _covered(found)])


def library_empty(coverage: Coverage) -> Markup:
    """Return what is shown when nothing has been read."""
    body = tag("p", t("Inget protokoll är inläst än, så det finns inget att räkna.")), parts.searched(coverage)
    return parts.message(t("Ingen statistik än"), *body)


def _counted(found: Statistics, shown: StatTable, state: PageState) -> list[Markup]:
    by_board = grid.groups(found, shown)
    whole = grid.together(found, shown, by_board)
    note = tag("p", shown.note, class_="ps-lead")
    drawn = charts.charts(shown, by_board, whole)
    heading = tag("h3", t("Samma tal som tabell"), class_="ps-part")
    rows = tabulated.table(shown, ((whole, *by_board) if whole else by_board), state, found.as_of)
    return [note, charts.honest(by_board, grid.empty_years(by_board)), drawn, heading, rows, _behind_link(shown, state)]


def _one_by_one(found: Statistics, name: str, state: PageState) -> list[Markup]:
    shown = tabled(found, name)
    note = tag("p", shown.note if name != "täckning" else told_cover(found), class_="ps-lead")
    if name == "täckning":
        return [note, tabulated.files(shown)]
    if name == "yrkanden-underlag":
        part = paging.part(behind.wanted_motions(found, state), state, behind.SIZE)
        return [note, _narrowed(state), behind.motions(part, state)]
    return [note, behind.times(paging.part(behind.longest_first(found), state, behind.SIZE), state)]


def _narrowed(state: PageState) -> Markup:
    """Return which motions are listed, with the link to all of them."""
    asked = behind.asked_for(state)
    if not asked:
        return EMPTY
    every = tag("a", t("Visa alla yrkanden"), href=write(state.having(slag=None, utfall=None)), data_state=True)
    return tag("p", t("Bara: {vilka}.", vilka=asked), " ", every)


def _behind_link(shown: StatTable, state: PageState) -> Markup:
    name = f"{shown.name}-underlag"
    if name not in NAMES:
        return EMPTY
    address = write(state.having(tabell=slug(name), sidnr=None))
    return tag("p", tag("a", t(SHORT[name]), href=address, data_state=True))


def _menu(name: str, state: PageState) -> Markup:
    links = (
        tag(
            "a",
            term(SHORT[one], "tabell"),
            href=write(state.having(tabell=slug(one) if one != NAMES[0] else None, slag=None, utfall=None, sidnr=None)),
            data_state=True,
            aria_current="true" if one == name else None,
        )
        for one in NAMES
    )
    items = (tag("li", link) for link in links)
    return tag("nav", tag("ul", *items), class_="ps-kinds", aria_label=t("Tabeller"))


def _filters(name: str, state: PageState, choices: Choices) -> Markup:
    years = [(str(year), str(year)) for year in choices.years]
    fields = [
        forms.choice(state, "fran", t("Från och med år"), years),
        forms.choice(state, "till", t("Till och med år"), years),
    ]
    if name == "uppdrag":
        fields.append(forms.day(state, "per", t("Så som uppdragen stod den")))
    boards = forms.choices(state, "namnd", t("Organ"), choices.boards)
    chosen = words.listed(state.many("namnd")) or t("alla organ")
    folded = tag("details", tag("summary", t("Organ: {vilka}", vilka=chosen)), boards, class_="ps-more")
    buttons = tag("div", forms.send(t("Visa")), forms.clear(state, _FILTERS), class_="ps-send")
    return forms.asking(state, (forms.row(*fields, buttons), folded), asks=(*_FILTERS, paging.PAGE))


def _downloads(shown: StatTable, state: PageState) -> Markup:
    """Return the files of what is shown; pictures of tables that have charts and are short enough for one."""
    if shown.name not in SHOWN or not 0 < len(shown.rows) <= plots.MOST_ROWS:
        return downloads.links(state)
    pictures = (tag("a", ending, href=f"/statistik.{ending}{write(state)}", download=True) for ending in ("svg", "png"))
    drawn = tag("p", t("Hämta diagrammet:"), " ", join(pictures, " "), class_="ps-takehome")
    return tag("div", downloads.links(state), drawn, class_="ps-listbar")


def _covered(found: Statistics) -> Markup:
    return tag("p", f"{told_cover(found)} {words.coverage(found.coverage)}", class_="ps-searched")
