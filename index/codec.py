"""Dataclasses to JSON and back, by their type annotations.

Owns one generic codec for every frozen record that is kept in the library. What always holds: ``decode(kind,
encode(kind, value)) == value`` for every value of a supported annotation: str, int, float, bool, None, enums of
strings, Literal, tuples (of any length, or of fixed kinds), dataclasses, and unions of these; in a union of several
dataclasses each value carries the name of its class. Anything else raises TypeError when the codec is made, not when
data is met. A field that a record lacks has the default of its dataclass, so that a shape may grow; other versions of
the shapes are left to the schema version of the store.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable, Hashable
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

_TAG = "type"
_PLAIN = (str, int, float, bool, type(None))


@dataclasses.dataclass(frozen=True, slots=True)
class _Codec:
    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


def dumps(kind: type[T], value: T) -> str:
    """Return ``value``, declared as ``kind``, as compact JSON text."""
    return json.dumps(encode(kind, value), ensure_ascii=False, separators=(",", ":"))


def loads(kind: type[T], text: str) -> T:
    """Return the value of ``kind`` that ``dumps`` wrote; raises ValueError, KeyError or TypeError when it is none."""
    return decode(kind, json.loads(text))


def encode(kind: type[T], value: T) -> Any:
    """Return ``value``, declared as ``kind``, in the values that JSON knows."""
    return _codec(cast("Hashable", kind)).encode(value)


def decode(kind: type[T], data: Any) -> T:
    """Return the value of ``kind`` that ``encode`` turned into ``data``."""
    return cast("T", _codec(cast("Hashable", kind)).decode(data))


@cache
def _codec(kind: Any) -> _Codec:
    origin = get_origin(kind)
    if kind in _PLAIN or origin is Literal:
        return _Codec(_same, _same)
    if origin is tuple:
        return _tuple_codec(get_args(kind))
    if origin in (Union, types.UnionType):
        return _union_codec(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _Codec(lambda value: value.value, kind)
    if dataclasses.is_dataclass(kind):
        return _dataclass_codec(cast("type[Any]", kind))
    raise TypeError(f"no codec for {kind!r}")


def _same(value: Any) -> Any:
    return value


def _tuple_codec(inner: tuple[Any, ...]) -> _Codec:
    if len(inner) == 2 and inner[1] is Ellipsis:  # noqa: PLR2004  (two arguments are what ``tuple[X, ...]`` has)
        one = _codec(inner[0])
        return _Codec(
            lambda values: [one.encode(value) for value in values],
            lambda data: tuple([one.decode(value) for value in data]),
        )
    each = [_codec(kind) for kind in inner]
    return _Codec(
        lambda values: [codec.encode(value) for codec, value in zip(each, values, strict=True)],
        lambda data: tuple([codec.decode(value) for codec, value in zip(each, data, strict=True)]),
    )


def _union_codec(members: tuple[Any, ...]) -> _Codec:
    classes = [member for member in members if dataclasses.is_dataclass(member)]
    if len(classes) > 1:
        return _tagged_codec(members)
    rich = [_codec(member) for member in members if member not in _PLAIN]
    if not rich:
        return _Codec(_same, _same)
    if len(rich) > 1 or set(members) & set(_PLAIN) - {type(None)}:
        raise TypeError(f"no codec for a union of {members!r}")
    one = rich[0]
    return _Codec(
        lambda value: None if value is None else one.encode(value),
        lambda data: None if data is None else one.decode(data),
    )


def _tagged_codec(members: tuple[Any, ...]) -> _Codec:
    by_name = {member.__name__: _codec(member) for member in members}

    def encode_tagged(value: Any) -> Any:
        name = type(value).__name__
        return {_TAG: name, **by_name[name].encode(value)}

    def decode_tagged(data: Any) -> Any:
        return by_name[data[_TAG]].decode(data)

    return _Codec(encode_tagged, decode_tagged)


def _dataclass_codec(kind: type[Any]) -> _Codec:
    hints = get_type_hints(kind)
    fields = [(field.name, _codec(hints[field.name])) for field in dataclasses.fields(kind)]
    needed = [one for one, field in zip(fields, dataclasses.fields(kind), strict=True) if not _has_default(field)]
    grown = [one for one in fields if one not in needed]
    names = frozenset(name for name, _ in fields)

    def encode_fields(value: Any) -> dict[str, Any]:
        return {name: codec.encode(getattr(value, name)) for name, codec in fields}

    def decode_fields(data: dict[str, Any]) -> Any:
        if names <= data.keys():
            return kind(*[codec.decode(data[name]) for name, codec in fields])
        there = {name: codec.decode(data[name]) for name, codec in grown if name in data}
        return kind(**{name: codec.decode(data[name]) for name, codec in needed}, **there)

    return _Codec(encode_fields, decode_fields)


def _has_default(field: dataclasses.Field[Any]) -> bool:
    return field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
