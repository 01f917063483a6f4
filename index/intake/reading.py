"""What a worker does with one file: reads it and cuts it into units.

Owns nothing but the order of these two steps, in a module that a fresh process imports quickly.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from index.intake import parcel
from index.intake.limits import enter_step
from index.intake.workers import Broken
from index.stored import Unit
from ingest.records import Document, PageProblem

_MOST_SKIPPED = 10  # pages of a file: each costs a reading of those before it, and up to a minute


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be read, and the SHA-256 it had when it was put in the queue.

    ``ocr`` lets pages without usable text be read from their images; ``skip`` names pages that broke an earlier try.
    """

    path: Path
    sha256: str
    size: int
    ocr: bool = True
    skip: tuple[PageProblem, ...] = ()


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
    from ingest.options import Options  # noqa: PLC0415
    from ingest.reader import read_document  # noqa: PLC0415

    document = read_document(job.path, Options(ocr=job.ocr, skip=job.skip, on_page=enter_step))
    return Reading(document, tuple(units_of(paragraph) for paragraph in document.paragraphs))


def without_page(broken: Broken[Job]) -> Job | None:
    """Return the same file without the page that broke its reading; None when it was no page, or too many broke."""
    job = broken.job
    if not broken.step or len(job.skip) >= _MOST_SKIPPED or any(one.page == broken.step for one in job.skip):
        return None
    what = f"Sidan hoppades över: läsningen {broken.why}. Spara om filen i en PDF-läsare och läs in den igen."
    return replace(job, skip=(*job.skip, PageProblem(broken.step, what)))
