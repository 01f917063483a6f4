"""What every derived index keeps beside itself: a manifest that says of which store and generation it was made.

Always holds: a manifest is written whole or not at all, after the files it vouches for; one that cannot be read, or
that vouches for other files, counts as none. Derived indexes may be deleted at any time.
"""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path

_EDGE = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """Of what an index was made. ``parts`` are documents or models, ``print_of`` the fingerprint of its files."""

    layout: int
    store: str
    generation: int
    count: int
    parts: tuple[str, ...]
    print_of: str

    def write(self, path: Path) -> None:
        """Put the manifest at ``path`` in one step."""
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        beside.write_text(json.dumps(asdict(self)), encoding="utf-8")
        beside.replace(path)

    @classmethod
    def read(cls, path: Path) -> Manifest | None:
        """Return the manifest at ``path``, None when there is none that can be read."""
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            return cls(**{**data, "parts": tuple(data["parts"])})
        except (OSError, ValueError, TypeError, KeyError):
            return None


def fingerprint(path: Path) -> str:
    """Return a mark of a file, or of the files in a folder, that damage and replacement change.

    Sizes and the first and last MiB of each file, so that it costs the same at any size.
    """
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    mark = 0
    for file in files:
        if file.is_file() and not file.name.endswith(".lock"):
            mark = zlib.crc32(f"{file.name}:{file.stat().st_size}".encode(), mark)
            mark = zlib.crc32(_edges(file), mark)
    return f"{mark:08x}"


def _edges(file: Path) -> bytes:
    with file.open("rb") as stream:
        head = stream.read(_EDGE)
        stream.seek(max(len(head), file.stat().st_size - _EDGE))
        return head + stream.read()
