"""Masking: names of private persons in tables and exports, unless they are asked for.

Owns the one decision of what is masked. A private person is somebody whose full name stands without a party, who is on
no attendance list and has acted for no party anywhere in the library, in a paragraph about an individual (an
application, a complaint, LVU, a building permit …) or behind words that say so ("sökande", "överklagande från");
personal numbers are always masked. Always holds: elected people and those who attend meetings for their work are never
masked; the protocol's own text and pages are never changed, only what is tabled and exported from it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from nlp.name_forms import NameKey, name_key
from nlp.private_names import PERSONAL_NUMBER, is_about_individual, possible_names

NAME, NUMBER = "[namn]", "[personnummer]"
_GENITIVE = re.compile(r"s$")


class Masker:
    """Masks texts of one library; ``known`` are the names of its elected people and of those on its covers."""

    def __init__(self, known: Collection[NameKey]) -> None:
        """Name those who are never masked."""
        self._known = frozenset(known)

    def text(self, text: str, about: str = "") -> str:
        """Return ``text`` with private names masked; ``about`` is more of the same paragraph (its title)."""
        individual = is_about_individual(f"{about}\n{text}")
        masked = text
        for place in reversed(list(possible_names(text, individual=individual))):
            if not self.is_known(text[place.start : place.end]):
                masked = masked[: place.start] + NAME + masked[place.end :]
        return PERSONAL_NUMBER.sub(NUMBER, masked)

    def person(self, name: str) -> str:
        """Return the name of somebody who acts without a party, masked unless it is known."""
        return name if self.is_known(name) else NAME

    def row(self, row: Mapping[str, object], fields: Iterable[str], about: str = "title") -> dict[str, object]:
        """Return a row of a table with the texts of these ``fields`` masked; lists are masked text by text."""
        title = str(row.get(about) or "")
        return {**row, **{field: self._value(row[field], title) for field in fields if field in row}}

    def rows(
        self, rows: Iterable[Mapping[str, object]], fields: Collection[str], about: str = "title"
    ) -> Iterator[dict[str, object]]:
        """Yield rows as `row` returns them."""
        return (self.row(row, fields, about) for row in rows)

    def is_known(self, name: str) -> bool:
        """Whether a name, also as "Anna Linds", is that of somebody elected or on a list."""
        return bool({name_key(name), name_key(_GENITIVE.sub("", name))} & self._known)

    def _value(self, value: object, about: str) -> object:
        if isinstance(value, str):
            return self.text(value, about)
        if isinstance(value, list | tuple):
            return [self._value(one, about) for one in value]
        if isinstance(value, Mapping):
            return {key: self._value(one, about) for key, one in value.items()}
        return value
