"""What stands around the views: the name of the page, the menu, and the sign over a made-up collection."""

from __future__ import annotations

from collections.abc import Mapping

from ui.page.html import EMPTY, Markup, join, tag
from ui.page.state import PageState, Tab, write
from ui.speech import Language, t

NAMES: Mapping[Tab, str] = {
    Tab.SEARCH: "Sök",
    Tab.FOLLOW: "Följ ärende",
    Tab.ASSIGNMENTS: "Uppdrag",
    Tab.RESERVATIONS: "Reservationer",
    Tab.POSITIONS: "Ståndpunkter",
    Tab.PROTOCOLS: "Protokoll",
    Tab.STATISTICS: "Statistik",
    Tab.INTAKE: "Läs in",
    Tab.ABOUT: "Om",
}
"""What the menu calls each view."""


def head(*, made_up: bool, tabs: tuple[Tab, ...] = tuple(Tab), state: PageState | None = None) -> Markup:
    """Return the page's head, with a menu of the views that are there; ``state`` is what the page shows."""
    now = state or PageState()
    name = tag("h1", _sign(), tag("span", "Protokollspår"))
    lead = tag("p", t("Sök i protokoll efter mening och följ ärenden genom nämnderna."), class_="ps-motto")
    bar = tag("div", name, lead, _choices(now), class_="ps-head")
    return join([_skip(), _banner() if made_up else EMPTY, tag("header", bar), _menu(tabs, now)])


def _skip() -> Markup:
    return tag("a", t("Hoppa till innehållet"), href="#ps-innehall", data_skip=True, class_="ps-skip")


def _banner() -> Markup:
    note = t("Region, nämnder, personer och ärenden är uppdiktade för att visa programmet.")
    return tag("p", tag("b", f"{t('Påhittat exempel.')} "), note, class_="ps-made-up", role="note")


def _menu(tabs: tuple[Tab, ...], state: PageState) -> Markup:
    links = [tag("li", _entry(tab, state)) for tab in tabs]
    return tag("nav", tag("ul", *links), class_="ps-menu", aria_label=t("Vyer"))


def _entry(tab: Tab, state: PageState) -> Markup:
    current = "page" if tab is state.tab else None
    return tag("a", t(NAMES[tab]), href=write(state.at(tab)), data_tab_link=tab, aria_current=current)


def _choices(state: PageState) -> Markup:
    """Return the choice of language and of light or dark; the browser keeps the second."""
    other = Language.ENGLISH if state.language is Language.SWEDISH else Language.SWEDISH
    name = {Language.ENGLISH: "In English", Language.SWEDISH: "På svenska"}[other]
    address = write(PageState(state.tab, language=other))
    language = tag("a", name, href=address, hreflang=other, lang=other, data_language=other)
    names = {"data_light": t("Ljust läge"), "data_dark": t("Mörkt läge")}
    look = tag("button", t("Mörkt läge"), type="button", data_look=True, class_="ps-link", **names)
    return tag("div", language, look, class_="ps-choices")


def _sign() -> Markup:
    trail = tag("path", d="M5 25C5 15 14 19 14 12S23 12 27 6", class_="ps-sign-trail")
    dots = (tag("circle", cx=x, cy=y, r=3.4, class_="ps-sign-dot") for x, y in ((5, 25), (14, 13), (27, 6)))
    return tag("svg", trail, *dots, viewBox="0 0 32 32", width=30, height=30, aria_hidden="true", class_="ps-sign")
