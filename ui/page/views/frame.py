"""What stands around the tabs: the name of the page and, over a made-up collection, the sign that says so."""

from __future__ import annotations

from ui.page.html import EMPTY, Markup, join, tag


def head(*, made_up: bool) -> Markup:
    """Return the page's head."""
    banner = EMPTY
    if made_up:
        note = "Region, nämnder, personer och ärenden är uppdiktade för att visa programmet."
        banner = tag("p", tag("b", "Påhittat exempel. "), note, class_="ps-made-up", role="note")
    name = tag("h1", _sign(), tag("span", "Protokollspår"))
    lead = tag("p", "Sök i protokoll efter mening och följ ärenden genom nämnderna.")
    return join([banner, tag("header", name, lead, class_="ps-head")])


def _sign() -> Markup:
    trail = tag("path", d="M5 25C5 15 14 19 14 12S23 12 27 6", class_="ps-sign-trail")
    dots = (tag("circle", cx=x, cy=y, r=3.4, class_="ps-sign-dot") for x, y in ((5, 25), (14, 13), (27, 6)))
    return tag("svg", trail, *dots, viewBox="0 0 32 32", width=30, height=30, aria_hidden="true", class_="ps-sign")
