"""What the view Sök asks the library: its state as a query. Pure.

A query has two homes: the words of the field, in the query language, and the filters beside it. They hold together, and
`as_text` says both in the query language, which is how a search is saved and reviewed.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from index.query.language import parse
from index.query.parts import ParsedQuery, Part, Restriction
from index.query.words import KINDS, OUTCOMES, Field
from index.results import Order, Query, UnitKind
from nlp.acts import Outcome, Range
from ui.page.paging import PAGE
from ui.page.state import YEAR_FIRST, YEAR_LAST, PageState

FILTERS = ("namnd", "fran", "till", "parti", "slag", "utfall")
HITS = 20
"""Hits on a page."""
MOST_HITS = 1_000
"""Hits of a result that can be turned to, and taken home as a file."""
_ORDERS = {"datum": Order.NEWEST, "aldst": Order.OLDEST}
_NOWHERE = Range(0, 0)


class Mode(StrEnum):
    """What the view does, by the word that stands in the address; an ordinary search has none."""

    SEARCH = ""
    DRAFT = "utkast"
    SAVED = "sparat"
    REVIEW = "granskning"


def mode(state: PageState) -> Mode:
    """Return what the state asks the view to do."""
    asked = state.one("lage")
    return Mode(asked) if asked in set(Mode) else Mode.SEARCH


def filtered(state: PageState) -> bool:
    """Return whether any filter restricts the search."""
    return any(state.one(name) for name in FILTERS)


def asks(state: PageState) -> bool:
    """Return whether anything is searched for."""
    return bool(state.one("q") or filtered(state))


def order(state: PageState) -> Order:
    """Return the order that hits are asked for in."""
    return _ORDERS.get(state.one("sortering"), Order.RELEVANCE)


def hit_page(state: PageState) -> int:
    """Return which page of hits is asked for, from 1."""
    return max(1, min(state.number(PAGE) or 1, MOST_HITS // HITS))


def years(state: PageState) -> tuple[int, int] | None:
    """Return the span of years that is asked for."""
    first, last = state.year("fran"), state.year("till")
    return (first or YEAR_FIRST, last or YEAR_LAST) if first or last else None


def kinds(state: PageState) -> tuple[UnitKind, ...]:
    """Return the sorts of text that are asked for."""
    return tuple(kind for kind in UnitKind if kind in state.many("slag"))


def outcomes(state: PageState) -> tuple[str, ...]:
    """Return the outcomes that are asked for."""
    return tuple(str(one) for one in Outcome if one in state.many("utfall"))


def query(state: PageState, limit: int = HITS, offset: int | None = None, *, facets: bool = False) -> Query:
    """Return the search that the state asks for; ``offset`` is that of its page where none is named."""
    return Query(
        state.one("q"),
        boards=state.many("namnd"),
        years=years(state),
        parties=state.many("parti"),
        kinds=kinds(state),
        outcomes=outcomes(state),
        limit=limit,
        order=order(state),
        offset=(hit_page(state) - 1) * HITS if offset is None else offset,
        facets=facets,
    )


def as_text(state: PageState) -> str:
    """Return the whole search, words and filters, in the query language."""
    return str(ParsedQuery((*parse(state.one("q")).parts, *_restrictions(state))))


def _restrictions(state: PageState) -> Iterator[Part]:
    kind_names = {kind: name for name, kind in KINDS.items()}
    outcome_names = {outcome: name for name, outcome in OUTCOMES.items()}
    first, last = state.year("fran"), state.year("till")
    span = (str(first or ""), str(last or "")) if first or last else ()
    held = (
        (Field.BOARD, state.many("namnd")),
        (Field.PARTY, state.many("parti")),
        (Field.KIND, tuple(kind_names[kind] for kind in kinds(state))),
        (Field.OUTCOME, tuple(outcome_names[Outcome(one)] for one in outcomes(state))),
        (Field.YEAR, (span[0] if span[0] == span[1] else "-".join(span),) if span else ()),
    )
    yield from (Restriction(field, values, _NOWHERE) for field, values in held if values)
