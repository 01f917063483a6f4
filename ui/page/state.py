"""The state of the page as the query string of its address. Pure.

Owns the names of the parameters, which are Swedish because people read and mail the addresses, and the views that there
are. Always holds: ``read(write(state)) == state`` for every state in tidy form, and `read` never fails: what it does
not understand it leaves out. What a view makes of its values is the view's own business (``asked.py`` beside each).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from itertools import groupby
from urllib.parse import parse_qs, quote_plus, urlencode

from nlp.acts import Range
from ui.speech import Language

YEAR_FIRST, YEAR_LAST = 1800, 2200
LONGEST_TEXT = 2_000
"""Characters of a value that are kept; servers and mail programs cut addresses that are much longer."""
MOST_VALUES = 50
"""So many values of one parameter are kept."""


class Tab(StrEnum):
    """The views, by the word that stands in the address, in the order of the menu."""

    SEARCH = "sok"
    FOLLOW = "folj"
    ASSIGNMENTS = "uppdrag"
    RESERVATIONS = "reservationer"
    POSITIONS = "standpunkter"
    PROTOCOLS = "protokoll"
    STATISTICS = "statistik"
    INTAKE = "las-in"
    ABOUT = "om"


PARAMETERS: Mapping[Tab, tuple[str, ...]] = {
    Tab.SEARCH: (
        "lage",
        "q",
        "namnd",
        "fran",
        "till",
        "parti",
        "slag",
        "utfall",
        "sortering",
        "sidnr",
        "lika",
        "varfor",
        "utkast",
        "nyckel",
        "granskning",
    ),
    Tab.FOLLOW: ("start", "startparagraf", "namnd", "utan", "ratta", "lage", "lista"),
    Tab.ASSIGNMENTS: (
        "q",
        "mottagare",
        "per",
        "status",
        "namnd",
        "slag",
        "senast_fran",
        "senast_till",
        "givet_fran",
        "givet_till",
        "sortering",
        "sidnr",
    ),
    Tab.RESERVATIONS: (
        "vy",
        "q",
        "argument",
        "inlaga",
        "tema",
        "parti",
        "namnd",
        "fran",
        "till",
        "slag",
        "person",
        "arende",
        "sagt",
        "sortering",
        "sidnr",
    ),
    Tab.POSITIONS: ("start", "person", "parti", "namnd", "fran", "till", "ruta", "par", "visa", "sidnr"),
    Tab.PROTOCOLS: ("hitta", "organ", "ar", "brister", "protokoll", "visa", "ratta", "prova"),
    Tab.STATISTICS: ("tabell", "namnd", "fran", "till", "per", "slag", "utfall", "sidnr"),
    Tab.INTAKE: (),
    Tab.ABOUT: (),
}
"""What each view keeps in the address, in this order; other names are left out. What they mean is its own."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is open in the viewer: a page of a document, and the words of a paragraph to mark on it.

    ``more`` are further pieces of the same words, where they stand in several places.
    """

    document_id: str
    page: int
    paragraph_id: str = ""
    words: Range | None = None
    more: tuple[Range, ...] = ()

    @property
    def pieces(self) -> tuple[Range, ...]:
        """All ranges to be marked."""
        return () if self.words is None else (self.words, *self.more)


@dataclass(frozen=True, slots=True)
class PageState:
    """Everything that the address restores.

    ``values`` are pairs of parameter and value in the order of `PARAMETERS`, stripped, none empty, none twice.
    """

    tab: Tab = Tab.SEARCH
    values: tuple[tuple[str, str], ...] = ()
    language: Language = Language.SWEDISH
    place: Place | None = None

    def one(self, name: str) -> str:
        """Return the first value of a parameter, "" when it has none."""
        return next((value for key, value in self.values if key == name), "")

    def many(self, name: str) -> tuple[str, ...]:
        """Return all values of a parameter."""
        return tuple(value for key, value in self.values if key == name)

    def number(self, name: str) -> int | None:
        """Return a parameter's value as a whole number, None when it is none."""
        return _number(self.one(name))

    def year(self, name: str) -> int | None:
        """Return a parameter's value as a year that a protocol can have, None when it is none."""
        year = self.number(name)
        return year if year is not None and YEAR_FIRST <= year <= YEAR_LAST else None

    def day(self, name: str) -> str | None:
        """Return a parameter's value as an ISO date, None when it is no day of any calendar."""
        try:
            return date.fromisoformat(self.one(name)).isoformat()
        except ValueError:
            return None

    def having(self, **changed: str | int | Iterable[str] | None) -> PageState:
        """Return the state with parameters changed; None, "" and () take one out."""
        kept = [(name, value) for name, value in self.values if name not in changed]
        new = [(name, value) for name, given in changed.items() for value in _given(given)]
        return PageState(self.tab, _tidy(self.tab, kept + new), self.language, self.place)

    def at(self, tab: Tab, **values: str | int | Iterable[str] | None) -> PageState:
        """Return the state of another view with these values, in the same language, nothing open."""
        pairs = [(name, value) for name, given in values.items() for value in _given(given)]
        return PageState(tab, _tidy(tab, pairs), self.language)


def write(state: PageState) -> str:
    """Return the query string, with its question mark; a default is left out."""
    pairs: list[tuple[str, str]] = [("flik", state.tab), *state.values]
    if state.language is not Language.SWEDISH:
        pairs.append(("sprak", state.language))
    if state.place is not None:
        pairs += place_pairs(state.place)
    return "?" + "&".join(f"{name}={_quoted(value)}" for name, value in pairs)


@lru_cache(maxsize=1024)
def _quoted(value: str) -> str:
    """Return a value as it stands in an address; a page of hits has one question in a hundred links."""
    return quote_plus(value, errors="replace")


def place_pairs(place: Place) -> list[tuple[str, str]]:
    """Return the parameters that open the viewer at a place."""
    pairs = [("dokument", place.document_id), ("sida", str(place.page))]
    if place.paragraph_id:
        pairs.append(("paragraf", place.paragraph_id))
    if place.words is not None:
        pairs.append(("ord", "_".join(f"{one.start}-{one.end}" for one in place.pieces[:MOST_VALUES])))
    return pairs


def read(query_string: str) -> PageState:
    """Return the state that a query string (with or without its question mark) describes."""
    values = parse_qs(query_string.removeprefix("?"), max_num_fields=None, errors="replace")
    named = _one(values, "flik")
    tab = Tab(named) if named in set(Tab) else Tab.SEARCH
    pairs = [(name, value) for name in PARAMETERS[tab] for value in values.get(name, ())]
    language = Language.ENGLISH if _one(values, "sprak") == Language.ENGLISH else Language.SWEDISH
    return PageState(tab, _tidy(tab, pairs), language, read_place(values))


def from_pairs(pairs: Iterable[tuple[str, str]]) -> PageState:
    """Return the state that names and values describe; as forgiving as `read`."""
    return read(urlencode(list(pairs), errors="replace"))


def read_place(values: Mapping[str, Sequence[str]]) -> Place | None:
    """Return the place that the parameters open, None when they name no document."""
    document, page = _one(values, "dokument"), _number(_one(values, "sida"))
    if not document or not page:
        return None
    words = [one for piece in _one(values, "ord").split("_") if (one := _range(piece)) is not None]
    return Place(document, page, _one(values, "paragraf"), words[0] if words else None, tuple(words[1:]))


def _given(value: str | int | Iterable[str] | None) -> Iterable[str]:
    if value is None:
        return ()
    return (str(value),) if isinstance(value, str | int) else value


def _tidy(tab: Tab, pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    places = _places(tab)
    stripped = [(name, value.strip()[:LONGEST_TEXT].strip()) for name, value in pairs if name in places]
    kept = sorted(dict.fromkeys(pair for pair in stripped if pair[1]), key=lambda pair: places[pair[0]])
    if len(kept) > MOST_VALUES:
        of_each = (list(named)[:MOST_VALUES] for _, named in groupby(kept, key=lambda pair: pair[0]))
        return tuple(pair for named in of_each for pair in named)
    return tuple(kept)


@cache
def _places(tab: Tab) -> Mapping[str, int]:
    """Return the parameters of a view with their places in the address."""
    return {name: place for place, name in enumerate(PARAMETERS[tab])}


def _one(values: Mapping[str, Sequence[str]], name: str) -> str:
    found = values.get(name, ())
    return found[0].strip()[:LONGEST_TEXT].strip() if found else ""


def _range(text: str) -> Range | None:
    start, _, end = text.partition("-")
    first, last = _number(start), _number(end)
    return Range(first, last) if first is not None and last is not None and first < last else None


LONGEST_NUMBER = 9
"""Digits of a number that is read; no page or offset has more."""


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER else None
