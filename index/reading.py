"""What a worker does with one file: reads it and cuts it into units.

Owns nothing but the order of these two steps, in a module that a fresh process imports quickly.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index import parcel
from index.stored import Unit
from ingest.records import Document


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be read, and the SHA-256 it had when it was put in the queue."""

    path: Path
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A file, read: ``units[i]`` are those of ``document.paragraphs[i]``."""

    document: Document
    units: tuple[tuple[Unit, ...], ...]

    def __reduce__(self) -> tuple[Callable[..., Reading], tuple[object, ...]]:
        """Travel between processes as a parcel."""
        return _arrived, (parcel.pack(self.document), self.units)


def _arrived(packed: parcel.Parcel, units: tuple[tuple[Unit, ...], ...]) -> Reading:
    return Reading(parcel.unpack(packed), units)


Reader = Callable[[Job], Reading]


def read_file(job: Job) -> Reading:
    """Read one file. Raises ingest.errors.ReadingError."""
    from index.units import units_of  # noqa: PLC0415  (a process that only searches never needs the readers)
    from ingest.reader import read_document  # noqa: PLC0415

    document = read_document(job.path)
    return Reading(document, tuple(units_of(paragraph) for paragraph in document.paragraphs))
