"""Results that cost seconds and stay the same as long as library and program do, kept beside the library.

Owns one file a result: the state that it was made of, a checksum, the result as JSON. Always holds: what is given back
is what would be made, for any other state, another version of the program (told by its own text) or damage count as
nothing kept; the file may be deleted at any time. One that cannot be written is made anew by the next process.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Hashable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

import nlp
from index import codec

T = TypeVar("T")


class Kept(Generic[T]):
    """One result of the type ``kind``, which `index.codec` must know, in the file ``path``."""

    def __init__(self, path: Path, kind: Any) -> None:
        """Name the file; nothing is read yet."""
        self._path, self._kind = path, kind

    def get(self, *state: Hashable) -> T | None:
        """Return what was made of ``state``, None where that is not kept."""
        try:
            made_of, check, text = self._path.read_text(encoding="utf-8").split("\n", 2)
            if (made_of, check) != (_line(state), _check(text)):
                return None
            return cast("T", codec.loads(self._kind, text))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, value: T, *state: Hashable) -> None:
        """Keep what was made of ``state``, in place of what is kept."""
        text = codec.dumps(self._kind, value)
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        with suppress(OSError):
            beside.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(f"{_line(state)}\n{_check(text)}\n{text}", encoding="utf-8")
            beside.replace(self._path)


def digest(parts: Iterable[object]) -> str:
    """Return a short mark that tells these parts from others by how they print."""
    mark = 0
    for part in parts:
        mark = zlib.crc32(f"{part!r}\n".encode(), mark)
    return f"{mark:08x}"


def _line(state: Iterable[Hashable]) -> str:
    return json.dumps([*map(str, state), _program()])


def _check(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"


@cache
def _program() -> str:
    """Return a mark of the text of the rooms that results are made by."""
    rooms = (Path(__file__).parent, *map(Path, nlp.__path__))
    files = sorted(file for room in rooms for file in room.rglob("*.py"))
    return digest(file.read_bytes() for file in files)
