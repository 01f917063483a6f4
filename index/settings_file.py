"""The form of a settings file: which sections and keys there may be, of what type, and with which default.

Owns the reading of TOML into values that are all there and all of the right type. Always holds: a section or key that
nobody declared is an error that names the nearest one there is, as is a value of another type; nothing is silently
left out. Leaves out what any key means: each room declares its own.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from index.errors import SettingsError

T = TypeVar("T", bool, int, str, tuple[str, ...])


def anything(_: Any) -> str:
    """Find no fault with a value."""
    return ""


@dataclass(frozen=True)
class Key(Generic[T]):
    """A key in a section, whose values are of the type of its ``default``.

    ``fault`` returns what is wrong with a value, as a Swedish sentence, "" where nothing is.
    """

    section: str
    name: str
    default: T
    fault: Callable[[T], str] = anything


@dataclass(frozen=True)
class Names:
    """A section in which every key is a name and every value a text, as ``example`` shows."""

    section: str
    example: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a file says: the values of its keys, and its tables of names."""

    values: Mapping[tuple[str, str], Any] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __getitem__(self, key: Key[T]) -> T:
        """Return what the file says, the default where it says nothing."""
        found: T = self.values.get((key.section, key.name), key.default)
        return found


Declared = Key[Any] | Names


def read_file(path: Path, declared: Iterable[Declared], *, strangers: bool = False) -> Content:
    """Return what the file at ``path`` says of what is ``declared``; nothing where there is no file.

    ``strangers`` lets sections be in which nothing is declared: another room's. Raises SettingsError.
    """
    if not path.exists():
        return Content()
    every = list(declared)
    tables = _tables(path)
    if not strangers:
        known = [one.section for one in every]
        for section in tables:
            if section not in known:
                raise SettingsError(f"{path}: avsnittet [{section}] finns inte.{_nearest(section, known)}")
    names = {
        one.section: _named(path, one, tables[one.section])
        for one in every
        if isinstance(one, Names) and one.section in tables
    }
    keys = {(one.section, one.name): one for one in every if isinstance(one, Key)}
    values = {
        (section, name): _value(path, keys, section, name, value)
        for section in {section for section, _ in keys}
        for name, value in tables.get(section, {}).items()
    }
    return Content(values, names)


def _tables(path: Path) -> dict[str, dict[str, Any]]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: filen kan inte förstås ({error}). Rätta raden eller ta bort filen.") from error
    except OSError as error:
        raise SettingsError(f"{path}: filen kan inte läsas ({error.strerror}). Kontrollera rättigheterna.") from error
    loose = [name for name, value in content.items() if not isinstance(value, dict)]
    if loose:
        raise SettingsError(f"{path}: {loose[0]} står utanför alla avsnitt. Skriv den under en rad som [{loose[0]}].")
    return content


def _named(path: Path, names: Names, table: Mapping[str, Any]) -> Mapping[str, str]:
    if not all(isinstance(value, str) for value in table.values()):
        raise SettingsError(f"{path}: under [{names.section}] ska varje rad se ut så här: {names.example}.")
    return table


def _value(path: Path, keys: Mapping[tuple[str, str], Key[Any]], section: str, name: str, value: Any) -> Any:
    key = keys.get((section, name))
    if key is None:
        near = _nearest(name, [other for its, other in keys if its == section])
        raise SettingsError(f"{path}: under [{section}] finns ingen inställning {name}.{near}")
    value = tuple(value) if isinstance(value, list) else value
    if not _fits(value, key.default):
        pattern = written(key.default or ("…", "…")) if isinstance(key.default, tuple) else written(key.default)
        raise SettingsError(f"{path}: under [{section}] ska raden se ut så här: {name} = {pattern}.")
    fault = key.fault(value)
    if fault:
        raise SettingsError(f"{path}: {name} = {written(value)} under [{section}]: {fault}")
    return value


def _fits(value: Any, default: Any) -> bool:
    """Whether a value is of the default's type; in TOML true is no number, though in Python it is."""
    texts = not isinstance(value, tuple) or all(isinstance(one, str) for one in value)
    return type(value) is type(default) and texts


def written(value: bool | int | str | tuple[str, ...]) -> str:  # noqa: FBT001 - one of the values of a file
    """Return a value as it stands in the file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    return f"[{', '.join(written(one) for one in value)}]" if isinstance(value, tuple) else str(value)


def _nearest(name: str, known: Iterable[str]) -> str:
    there = sorted(set(known))
    near = difflib.get_close_matches(name, there, n=1, cutoff=0.5)
    return f" Menade du {near[0]}?" if near else f" Det som finns är: {', '.join(there)}."
