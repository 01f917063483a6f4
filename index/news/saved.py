"""Saved searches: named queries that a library keeps, in ``sokningar.csv`` in its folder.

Always holds: rows are only added, so that who saved or removed what stays on record; of two rows about one name the
last counts. A name is one whatever its capitals. Leaves out what a saved search has found (`index.news.alerts`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from index.book import Book, Row
from index.errors import BookError, NotInLibraryError

COLUMNS = ("när", "vem", "vad", "namn", "fråga")
_LONGEST_NAME = 80


class _What(StrEnum):
    SAVE = "spara"
    REMOVE = "ta bort"


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A named query: who saved it and when (ISO 8601)."""

    name: str
    text: str
    who: str
    when: str

    @property
    def key(self) -> str:
        """What names it whatever its capitals."""
        return key_of(self.name)


class SavedSearches:
    """The saved searches of the file at ``path``."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is made with the first search."""
        self._book = Book(path, COLUMNS)

    def all(self) -> tuple[SavedSearch, ...]:
        """Return the searches that are saved now, the oldest first. Raises BookError."""
        found: dict[str, SavedSearch] = {}
        for row in self._book.rows():
            saved = SavedSearch(row.values["namn"], row.values["fråga"], row.values["vem"], row.values["när"])
            found.pop(saved.key, None)
            if self._what(row) is _What.SAVE:
                found[saved.key] = saved
        return tuple(found.values())

    def named(self, name: str) -> SavedSearch:
        """Return the search of this name. Raises NotInLibraryError, BookError."""
        every = self.all()
        found = next((one for one in every if one.key == key_of(name)), None)
        if found is None:
            there = f"Sparade är: {', '.join(one.name for one in every)}." if every else "Ingen sökning är sparad."
            raise NotInLibraryError(f'Ingen sparad sökning heter "{name}". {there}')
        return found

    def add(self, name: str, text: str, who: str) -> SavedSearch:
        """Save a query under a name that is free. Raises BookError."""
        bare = " ".join(name.split())
        if not bare or len(bare) > _LONGEST_NAME or "/" in bare:
            raise BookError(f'"{name}" går inte som namn. Skriv högst {_LONGEST_NAME} tecken utan snedstreck.')
        if any(one.key == key_of(bare) for one in self.all()):
            raise BookError(f'En sökning heter redan "{bare}". Ta bort den först, eller välj ett annat namn.')
        self._write(_What.SAVE, bare, text, who)
        return self.named(bare)

    def remove(self, name: str, who: str) -> SavedSearch:
        """Remove the search of this name and return it. Raises NotInLibraryError, BookError."""
        saved = self.named(name)
        self._write(_What.REMOVE, saved.name, saved.text, who)
        return saved

    def _write(self, what: _What, name: str, text: str, who: str) -> None:
        when = datetime.now(UTC).isoformat(timespec="seconds")
        self._book.add({"när": when, "vem": who, "vad": what, "namn": name, "fråga": text})

    def _what(self, row: Row) -> _What:
        try:
            return _What(row.values["vad"])
        except ValueError as error:
            raise BookError(
                f'{self._book.path}, rad {row.line}: "{row.values["vad"]}" i kolumnen vad är varken '
                f"{_What.SAVE} eller {_What.REMOVE}. Rätta eller ta bort raden."
            ) from error


def key_of(name: str) -> str:
    """Return what a name is known by, whatever its capitals and blanks."""
    return " ".join(name.split()).casefold()
