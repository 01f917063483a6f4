"""The state of the page as the query string of its address. Pure.

Owns the names of the parameters, which are Swedish because people read and mail the addresses. Always holds:
``read(write(state)) == state`` for every state that `PageState` can hold in tidy form, and `read` never fails: what it
does not understand it leaves out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from urllib.parse import parse_qs, urlencode

from index.results import Query, UnitKind
from nlp.acts import Range

YEAR_FIRST, YEAR_LAST = 1800, 2200
LONGEST_TEXT = 2_000
"""Characters of a query that are kept; servers and mail programs cut addresses that are much longer."""
MOST_VALUES = 50
"""So many values of one filter are kept."""


class Tab(StrEnum):
    """The tabs, by the word that stands in the address."""

    SEARCH = "sok"
    FOLLOW = "folj"


@dataclass(frozen=True, slots=True)
class Place:
    """What is open in the viewer: a page of a document, and the words of a paragraph to mark on it."""

    document_id: str
    page: int
    paragraph_id: str = ""
    words: Range | None = None


@dataclass(frozen=True, slots=True)
class PageState:
    """Everything that the address restores.

    ``start_id`` is the paragraph that ``start`` tells of in words, where the issue is followed from a hit.
    """

    tab: Tab = Tab.SEARCH
    text: str = ""
    boards: tuple[str, ...] = ()
    year_first: int | None = None
    year_last: int | None = None
    parties: tuple[str, ...] = ()
    kinds: tuple[UnitKind, ...] = ()
    start: str = ""
    start_id: str = ""
    place: Place | None = field(default=None)

    @property
    def filtered(self) -> bool:
        """Whether any filter restricts the search."""
        return bool(self.boards or self.year_first or self.year_last or self.parties or self.kinds)

    def query(self, limit: int) -> Query:
        """Return the search that this state asks for."""
        years = None
        if self.year_first or self.year_last:
            years = (self.year_first or YEAR_FIRST, self.year_last or YEAR_LAST)
        return Query(self.text, self.boards, years, self.parties, self.kinds, limit)

    def following(self, start: str, paragraph_id: str = "") -> PageState:
        """Return the state that follows an issue from ``start``, which tells of the paragraph with this id."""
        return replace(self, tab=Tab.FOLLOW, start=start, start_id=paragraph_id, place=None)


def write(state: PageState) -> str:
    """Return the query string, with its question mark; a default is left out."""
    pairs: list[tuple[str, str]] = [("flik", state.tab)]
    texts = (("q", state.text), ("start", state.start), ("startparagraf", state.start_id))
    pairs += [(name, value) for name, value in texts if value]
    pairs += [("namnd", board) for board in state.boards]
    years = (("fran", state.year_first), ("till", state.year_last))
    pairs += [(name, str(year)) for name, year in years if year is not None]
    pairs += [("parti", party) for party in state.parties]
    pairs += [("slag", kind) for kind in state.kinds]
    if state.place is not None:
        pairs += place_pairs(state.place)
    return "?" + urlencode(pairs, errors="replace")


def place_pairs(place: Place) -> list[tuple[str, str]]:
    """Return the parameters that open the viewer at a place."""
    pairs = [("dokument", place.document_id), ("sida", str(place.page))]
    if place.paragraph_id:
        pairs.append(("paragraf", place.paragraph_id))
    if place.words is not None:
        pairs.append(("ord", f"{place.words.start}-{place.words.end}"))
    return pairs


def read(query_string: str) -> PageState:
    """Return the state that a query string (with or without its question mark) describes."""
    values = parse_qs(query_string.removeprefix("?"), max_num_fields=None, errors="replace")
    first, last = _year(values, "fran"), _year(values, "till")
    return PageState(
        tab=Tab.FOLLOW if _one(values, "flik") == Tab.FOLLOW else Tab.SEARCH,
        text=_one(values, "q"),
        boards=_many(values, "namnd"),
        year_first=first,
        year_last=last,
        parties=_many(values, "parti"),
        kinds=tuple(kind for kind in UnitKind if kind in _many(values, "slag")),
        start=_one(values, "start"),
        start_id=_one(values, "startparagraf"),
        place=read_place(values),
    )


def from_pairs(pairs: Iterable[tuple[str, str]]) -> PageState:
    """Return the state that names and values describe; as forgiving as `read`."""
    return read(urlencode(list(pairs), errors="replace"))


def read_place(values: Mapping[str, Sequence[str]]) -> Place | None:
    """Return the place that the parameters open, None when they name no document."""
    document, page = _one(values, "dokument"), _number(_one(values, "sida"))
    if not document or not page:
        return None
    start, _, end = _one(values, "ord").partition("-")
    first, last = _number(start), _number(end)
    words = Range(first, last) if first is not None and last is not None and first < last else None
    return Place(document, page, _one(values, "paragraf"), words)


def _one(values: Mapping[str, Sequence[str]], name: str) -> str:
    found = values.get(name, ())
    return found[0].strip()[:LONGEST_TEXT].strip() if found else ""


def _many(values: Mapping[str, Sequence[str]], name: str) -> tuple[str, ...]:
    stripped = (value.strip() for value in values.get(name, ()))
    return tuple(dict.fromkeys(value for value in stripped if value))[:MOST_VALUES]


def _year(values: Mapping[str, Sequence[str]], name: str) -> int | None:
    year = _number(_one(values, name))
    return year if year is not None and YEAR_FIRST <= year <= YEAR_LAST else None


LONGEST_NUMBER = 9
"""Digits of a number that is read; no page or offset has more."""


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER else None
