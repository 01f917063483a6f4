"""What the view Reservationer asks the library: its state as a question about arguments. Pure.

The kinds are sifted here and not by the library, so that one answer gives both the list and how many there are of each.
A motion is no dissent: it is shown only where it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from index.arguments import Argued, ArgumentKind, AskedArguments
from ui.page.state import YEAR_FIRST, YEAR_LAST, PageState

DISSENT = (ArgumentKind.RESERVATION, ArgumentKind.NOTE, ArgumentKind.STATEMENT)
"""What is shown where no kind is asked for."""
FOLDED = {
    "parti": "Parti",
    "namnd": "Organ",
    "fran": "Från och med år",
    "till": "Till och med år",
    "person": "Person",
    "arende": "Ärende",
    "sagt": "Omfång",
}
"""The parameters of the form that are folded away, with their labels."""
FILTERS = ("q", *FOLDED, "slag")
ASKED = ("q", "argument", "inlaga", *FOLDED)
"""The parameters of the form. Who types another argument no longer means the one of an act."""


class Mode(StrEnum):
    """What the view shows, by the word in the address; the first is the default."""

    ACTS = "lista"
    THEMES = "teman"
    BEFORE = "forut"


class Order(StrEnum):
    """How a list is sorted, by the word in the address."""

    NEWEST = "nyast"
    OLDEST = "aldst"
    NEAREST = "narmast"


ORDERS = {Mode.ACTS: (Order.NEWEST, Order.OLDEST), Mode.BEFORE: (Order.NEAREST, Order.OLDEST), Mode.THEMES: ()}
"""The orders of each mode, the default first."""


def mode(state: PageState) -> Mode:
    """Return what is to be shown."""
    named = state.one("vy")
    return Mode(named) if named in set(Mode) else Mode.ACTS


def order(state: PageState) -> Order:
    """Return the order asked for, of those that the mode has. The mode must have any."""
    known = ORDERS[mode(state)]
    return next((one for one in known if one == state.one("sortering")), known[0])


def question(state: PageState) -> AskedArguments:
    """Return what the library is asked, of every kind."""
    first, last = state.year("fran"), state.year("till")
    return AskedArguments(
        words=state.one("q"),
        parties=state.many("parti"),
        people=state.many("person"),
        boards=state.many("namnd"),
        years=(first or YEAR_FIRST, last or YEAR_LAST) if first or last else None,
        issue=state.one("arende"),
        claims_only=bool(state.one("sagt")),
    )


def kinds(state: PageState) -> tuple[ArgumentKind, ...]:
    """Return the kinds asked for; all dissent and remarks where none is."""
    return tuple(kind for kind in ArgumentKind if kind in state.many("slag")) or DISSENT


def wanted(found: Sequence[Argued], state: PageState) -> tuple[Argued, ...]:
    """Return the acts of the kinds asked for, in the order asked for; ``found`` begins with the earliest."""
    shown = kinds(state)
    kept = tuple(one for one in found if one.kind in shown)
    return kept[::-1] if order(state) is Order.NEWEST else kept
