"""The ways of asking that the view Sök has beside its field. Pure."""

from __future__ import annotations

from ui.page.html import Markup, tag
from ui.page.search.asked import Mode, mode
from ui.page.state import PageState, Tab, write
from ui.speech import t


def bar(state: PageState) -> Markup:
    """Return the choice of what the view does."""
    names = {
        Mode.SEARCH: t("Ställ en fråga"),
        Mode.DRAFT: t("Pröva ett utkast"),
        Mode.SAVED: t("Sparade sökningar"),
        Mode.REVIEW: t("Granskning"),
    }
    now = mode(state)
    links = (
        tag(
            "li",
            tag("a", name, href=write(to(one, state)), data_state=True, aria_current="page" if one is now else None),
        )
        for one, name in names.items()
    )
    return tag("nav", tag("ul", *links), class_="ps-modes", aria_label=t("Sätt att söka"), data_mode=str(now) or "sok")


def to(one: Mode, state: PageState) -> PageState:
    """Return the state that asks for one of them, with nothing asked yet."""
    return state.at(Tab.SEARCH, lage=str(one))
