"""Values of corrected fields, as people write them: "Åsa Öberg (S); (SD)", "2024-11", "ja", "approved".

Always holds: pure; what is written by `written` is read by `parsed` as the same value. A value that cannot be read is a
ValueError whose Swedish words say what may stand there.
"""

from __future__ import annotations

import re
import types
from datetime import date
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from nlp.acts import Person

_NONE = ("", "-")
_YES, _NO = ("ja", "true"), ("nej", "false")
_PERSON = re.compile(r"\s*(?P<name>[^()]*?)\s*(?:\((?P<party>[^()]+)\))?\s*")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_PLAIN = (str, int, bool)


def wanted_kinds(act: Any) -> dict[str, Any]:
    """Return the annotations of the fields of a dataclass that people can write: not ranges, not ballots."""
    return {name: kind for name, kind in get_type_hints(type(act)).items() if _writable(kind)}


def parsed(kind: Any, text: str) -> Any:
    """Return the value of an annotation that ``text`` writes. Raises ValueError."""
    text = text.strip()
    if get_origin(kind) in (Union, types.UnionType):
        return None if text in _NONE else parsed(_without_none(kind), text)
    if get_origin(kind) is tuple:
        one = get_args(kind)[0]
        return tuple(parsed(one, part) for part in text.split(";") if part.strip())
    if get_origin(kind) is Literal:
        return _one_of(text, {str(value): value for value in get_args(kind)})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _one_of(text, {str(member.value): member for member in kind})
    return _plain(kind, text)


def _plain(kind: Any, text: str) -> Any:
    if kind is Person:
        return _person(text)
    if kind is bool:
        return _one_of(text.lower(), {**dict.fromkeys(_YES, True), **dict.fromkeys(_NO, False)})
    if kind is int:
        if not text.isdecimal():
            raise ValueError("Skriv ett tal.")
        return int(text)
    if not text:
        raise ValueError("Skriv något: fältet får inte vara tomt.")
    return " ".join(text.split())


def written(value: Any) -> str:
    """Return a value as people write it."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, Person):
        return " ".join(part for part in (value.name or "", f"({value.party})" if value.party else "") if part)
    if isinstance(value, tuple):
        return "; ".join(written(one) for one in value)
    return str(value.value) if isinstance(value, Enum) else str(value)


def reduced_date(text: str) -> str | None:
    """Return an ISO date, whole or reduced to month or year; None for "-". Raises ValueError."""
    if text in _NONE:
        return None
    if not _DATE.fullmatch(text):
        raise ValueError("Skriv datumet som 2024-11-21, 2024-11 eller 2024.")
    try:
        date.fromisoformat((text + "-01-01")[:10] if len(text) == len("2024") else (text + "-01")[:10])
    except ValueError as error:
        raise ValueError("Det datumet finns inte i kalendern.") from error
    return text


def _writable(kind: Any) -> bool:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        members = [member for member in get_args(kind) if member is not type(None)]
        return len(members) == 1 and _writable(members[0])
    if origin is tuple:
        inner = get_args(kind)
        return len(inner) == 2 and inner[1] is Ellipsis and inner[0] in (Person, str)  # noqa: PLR2004 - tuple[X, ...]
    return origin is Literal or kind in _PLAIN or kind is Person or (isinstance(kind, type) and issubclass(kind, Enum))


def _without_none(kind: Any) -> Any:
    return next(member for member in get_args(kind) if member is not type(None))


def _one_of(text: str, known: dict[str, Any]) -> Any:
    if text not in known:
        raise ValueError(f"Det ska vara ett av: {', '.join(known)}.")
    return known[text]


def _person(text: str) -> Person:
    match = _PERSON.fullmatch(text)
    if match is None or not (match["name"] or match["party"]):
        raise ValueError('Skriv namn och parti så här: "Åsa Öberg (S)", ett parti utan namn "(SD)".')
    return Person(match["name"] or None, match["party"])
