"""Alerts: what saved searches have found that was not in the library when they were last asked.

What was found is kept in ``aviseringar.json`` in the library's folder before anybody is told, and marked as told after:
a program that is killed loses nothing, and a feed has every finding once. Always holds: the file is replaced whole; one
program at a time changes it; a search that cannot be understood any longer stops no other and misses nothing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from index.errors import BookError, UnknownFilterError
from index.folder import held
from index.news.saved import SavedSearch, SavedSearches
from index.news.seen import Batch, Name, batch_from_json, batch_to_json, next_batch
from index.results import Hit
from index.stored import Head

_WAIT = 30.0


@dataclass(frozen=True, slots=True)
class News:
    """A paragraph that a saved search found: when (ISO 8601), what is needed to cite it, and whether it was told.

    ``name`` is what the paragraph goes by in its file, stable over new readings; the ids are those of the finding.
    """

    found: str
    name: str
    paragraph_id: str
    document_id: str
    board: str | None
    date: str | None
    number: int | None
    title: str
    kind: str
    quote: str
    page: int
    file: str
    citation: str
    told: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """What a saved search has found; ``error`` says in Swedish why it could not be asked, "" when it was."""

    search: SavedSearch
    news: tuple[News, ...]
    error: str = ""


@dataclass
class _Kept:
    """One search in the file: up to which batch it was asked, and all that it found."""

    upto: int
    news: list[News] = field(default_factory=list)


@dataclass
class _State:
    batches: list[Batch] = field(default_factory=list)
    searches: dict[str, _Kept] = field(default_factory=dict)


Answers = Callable[[str, Collection[str]], Mapping[str, Hit]]
"""What answers the text of a query among the paragraphs with these ids."""


class Alerts:
    """The alerts of one library; ``heads`` gives the paragraphs that are shown."""

    def __init__(self, path: Path, saved: SavedSearches, heads: Callable[[], Sequence[Head]], answers: Answers) -> None:
        """Name the parts; nothing is read or made yet."""
        self._path, self.saved, self._heads, self._answers = path, saved, heads, answers

    def add(self, name: str, text: str, who: str) -> SavedSearch:
        """Save a query; what it finds now is known, what comes later is news.

        Raises BookError, UnknownFilterError where the query cannot be understood, LibraryBusyError.
        """
        self._answers(text, ())
        saved = self.saved.add(name, text, who)
        with self._changed() as state:
            state.searches[saved.key] = _Kept(len(state.batches))
        return saved

    def ask(self, name: str | None = None) -> tuple[Alert, ...]:
        """Ask one saved search, or all, and return each with all that it has found, the latest first.

        Raises NotInLibraryError, BookError, LibraryBusyError.
        """
        searches = self.saved.all() if name is None else (self.saved.named(name),)
        with self._changed() as state:
            return tuple(self._asked(one, state) for one in searches)

    def tell(self, alerts: Iterable[Alert]) -> None:
        """Mark what these alerts hold as told. Raises BookError, LibraryBusyError."""
        told = {(alert.search.key, one.name) for alert in alerts for one in alert.news}
        with self._changed() as state:
            for key, kept in state.searches.items():
                kept.news = [replace(one, told=one.told or (key, one.name) in told) for one in kept.news]

    def _asked(self, search: SavedSearch, state: _State) -> Alert:
        kept = state.searches.setdefault(search.key, _Kept(len(state.batches)))
        unasked = {name for batch in state.batches[kept.upto :] for name in batch.new}
        error = ""
        if unasked:
            try:
                kept.news += self._found(search, unasked, {one.name for one in kept.news})
                kept.upto = len(state.batches)
            except UnknownFilterError as fault:
                error = str(fault)
        return Alert(search, tuple(reversed(kept.news)), error)

    def _found(self, search: SavedSearch, unasked: set[Name], known: set[str]) -> Iterator[News]:
        names = {head.id: Name.of(head) for head in self._heads()}
        asked = {one: name for one, name in names.items() if name in unasked and _written(name) not in known}
        now = datetime.now(UTC).isoformat(timespec="seconds")
        for hit in self._answers(search.text, asked.keys()).values():
            yield _news(hit, _written(asked[hit.paragraph_id]), now)

    @contextmanager
    def _changed(self) -> Iterator[_State]:
        """Give the state with what is in the library now, and keep what becomes of it."""
        busy = f"Ett annat program använder {self._path} just nu. Vänta tills det är klart och försök igen."
        with held(self._path.with_suffix(".lock"), busy, wait=_WAIT):
            state = self._read()
            now = datetime.now(UTC).isoformat(timespec="seconds")
            batch = next_batch(state.batches, self._heads(), now)
            if batch is not None:
                state.batches.append(batch)
            yield state
            self._write(state)

    def _read(self) -> _State:
        try:
            value = json.loads(self._path.read_text(encoding="utf-8"))
            return _state(value)
        except FileNotFoundError:
            return _State()
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise BookError(
                f"{self._path}: filen kan inte förstås ({error}). Ta bort den; bevakningen börjar då om från nu."
            ) from error

    def _write(self, state: _State) -> None:
        value = {
            "sedda": [batch_to_json(one) for one in state.batches],
            "sökningar": {
                key: {"till": kept.upto, "funnet": [asdict(one) for one in kept.news]}
                for key, kept in state.searches.items()
            },
        }
        beside = self._path.with_name(f"{self._path.name}.del")
        try:
            with beside.open("w", encoding="utf-8") as file:
                json.dump(value, file, ensure_ascii=False)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self._path)
        except OSError as error:
            raise BookError(f"{self._path}: filen kan inte sparas ({error.strerror}).") from error


def _state(value: Mapping[str, Any]) -> _State:
    batches = [batch_from_json(one) for one in value["sedda"]]
    searches = {
        key: _Kept(int(kept["till"]), [News(**one) for one in kept["funnet"]])
        for key, kept in value["sökningar"].items()
    }
    return _State(batches, searches)


def _written(name: Name) -> str:
    number = "" if name.number is None else f" § {name.number}"
    return f"{name.file}{number} {name.date or ''}".strip()


def _news(hit: Hit, name: str, found: str) -> News:
    return News(
        found=found,
        name=name,
        paragraph_id=hit.paragraph_id,
        document_id=hit.document_id,
        board=hit.board,
        date=hit.date,
        number=hit.number,
        title=hit.title,
        kind=str(hit.kind),
        quote=hit.quote,
        page=hit.page,
        file=hit.file,
        citation=hit.citation,
    )
