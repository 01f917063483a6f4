"""A reading run: files and folders in, a report out.

Owns the order in which a file becomes a document of the library. What always holds: a document is either wholly in the
library or not at all, whenever the run is killed; a run that follows goes on where it ended and reads nothing twice
that was stored; a bad file is named in the report and stops nothing; a run that is told to stop stores the document in
hand and drops what is only being read. Files are read in processes of their own, each
up to one file ahead, while texts are embedded and documents stored here, one at a time. How files are read and texts
embedded is left to others.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from index.corrections.book import CorrectionBook
from index.corrections.fields import corrected
from index.embedded import new_vectors
from index.errors import LibraryError
from index.folder import Folder, file_hash
from index.intake.ahead import ahead
from index.intake.doubts import doubts_of
from index.intake.limits import Limits
from index.intake.progress import FileNews, FileState, Listener, Meter
from index.intake.reading import Job, Reader, Reading, without_page
from index.intake.workers import Care, Outcome, run_all
from index.items import items_of
from index.results import FileFailure, IngestReport
from index.settings import read_settings
from index.store import Store
from index.stored import Model, Vector, document_id
from index.units import units_of
from ingest.manifest import NAME as MANIFEST
from ingest.reader import READER, SUFFIXES
from ingest.records import Document
from nlp.embedding import Embedder


@dataclass(slots=True)
class _Tally:
    """What the report is made of."""

    files_read: int = 0
    files_skipped: int = 0
    items: Counter[str] = field(default_factory=Counter)
    missing_numbers: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    unreadable_pages: list[tuple[str, int, str]] = field(default_factory=list)
    ocr_pages: list[tuple[str, int, float]] = field(default_factory=list)
    doubts: list[tuple[str, int, str]] = field(default_factory=list)
    failures: list[FileFailure] = field(default_factory=list)
    same_content: list[tuple[str, str]] = field(default_factory=list)
    corrections_astray: list[tuple[str, str]] = field(default_factory=list)
    other_formats: list[str] = field(default_factory=list)


class Intake:
    """One reading run into a store and its folder."""

    def __init__(self, store: Store, folder: Folder, embedder: Embedder, read: Reader) -> None:
        """Name the parts; ``read`` runs in other processes and stands at the top of a module."""
        self._store, self._folder, self._embedder, self._read = store, folder, embedder, read
        self._corrections = CorrectionBook(folder.corrections)
        self._tally = _Tally()
        self._meter = Meter([], None)
        self._seen: dict[str, str] = {}
        self._loading = ThreadPoolExecutor(1)

    def run(
        self,
        paths: Sequence[Path],
        *,
        progress: Listener | None,
        workers: int | None,
        again: bool = False,
        stopped: Callable[[], bool] = lambda: False,
    ) -> IngestReport:
        """Read every file that is named, and every readable one below a folder that is named; return the report.

        With ``again`` what is in the library already is read anew and takes its own place. ``stopped`` is asked often,
        and ends the run when it says so.

        Raises LibraryBusyError when another run is going on, and lets through what stops the whole run: Ctrl-C, a model
        that cannot be loaded, a database that cannot be written.
        """
        with self._folder.reading():
            self._folder.clear_orphans(self._store.has_document)
            files = [(path, _size(path)) for path in self._found(paths)]
            self._meter = Meter([size for _, size in files], progress)
            self._meter.tell()
            self._mend_vectors()
            processes = max(1, min(workers or usable_cores(), len(files)))
            queue = self._queue(files, again=again)
            with self._loading, self._outcomes(queue, processes, stopped) as outcomes:
                for outcome in outcomes:
                    self._take(outcome)
        return self._report()

    def _outcomes(
        self, queue: Iterator[Job], processes: int, stopped: Callable[[], bool]
    ) -> AbstractContextManager[Iterator[Outcome[Job, Reading]]]:
        """Give what becomes of the files; they are read on while a document is embedded, each worker one ahead."""
        care = Care(Limits(), without_page, self._watched)
        return ahead(
            lambda stop: run_all(self._read, queue, processes=processes, stop=stop, care=care), processes, stopped
        )

    def _watched(self, job: Job, page: int) -> None:
        """Tell of a page that takes a while: a scan, as a rule."""
        self._meter.tell(f"{job.path.name}, sida {page}", FileNews(job.path, FileState.READING, page))

    def _found(self, paths: Sequence[Path]) -> list[Path]:
        found: dict[Path, Path] = {}
        for path in paths:
            if path.is_dir():
                below = list(_files_below(path, self._folder.path))
                found.update((each.resolve(), each) for each in below if _is_read(each))
                self._tally.other_formats += [
                    each.name for each in below if not _is_read(each) and each.name != MANIFEST
                ]
            elif path.is_file():
                found[path.resolve()] = path
            else:
                self._tally.failures.append(FileFailure(str(path), "filen eller mappen finns inte. Rätta sökvägen."))
        return list(found.values())

    def _queue(self, files: Sequence[tuple[Path, int]], *, again: bool) -> Iterator[Job]:
        """Yield the files that need reading, counting the others on the way."""
        ocr = read_settings(self._folder.settings).ocr
        for path, size in files:
            try:
                sha256 = file_hash(path)
            except OSError as error:
                self._fail(Job(path, "", size), f"filen kan inte öppnas ({error.strerror}). Kontrollera rättigheterna.")
                continue
            known = self._seen.get(sha256) or self._stored_as(sha256)
            if known is None or (
                sha256 not in self._seen and (again or not read_by_this_reader(self._store, document_id(sha256)))
            ):
                if not self._seen:
                    # While the first files are read, this process has nothing to do but to load the model. Whether it
                    # can be loaded shows when it is needed.
                    self._loading.submit(self._embedder.prepare)
                self._seen[sha256] = path.name
                self._folder.note("begun", path, sha256)
                self._meter.tell(path.name, FileNews(path, FileState.READING))
                yield Job(path, sha256, size, ocr)
            else:
                self._skip(Job(path, sha256, size), known)

    def _stored_as(self, sha256: str) -> str | None:
        if not self._store.has_document(sha256):
            return None
        return self._store.document(document_id(sha256)).record.file

    def _skip(self, job: Job, known: str) -> None:
        self._tally.files_skipped += 1
        if known != job.path.name:
            self._tally.same_content.append((job.path.name, known))
        if self._store.has_document(job.sha256):
            self._restore_copy(job)
        self._meter.skipped(job.path, job.size)

    def _restore_copy(self, job: Job) -> None:
        """Put the copy back where somebody has deleted or cut it."""
        copy = self._folder.copy_path(job.sha256, self._store.document(document_id(job.sha256)).suffix)
        if not copy.exists() or copy.stat().st_size != job.size:
            self._folder.keep_copy(job.path, job.sha256, copy.suffix)

    def _take(self, outcome: Outcome[Job, Reading]) -> None:
        job = outcome.job
        if outcome.result is None:
            self._fail(job, outcome.error or "")
            return
        try:
            self._keep(job, outcome.result)
        except LibraryError as error:
            self._fail(job, str(error))
        except OSError as error:
            self._fail(job, f"filen kunde inte kopieras till biblioteket ({error.strerror}). Läs in den igen.")

    def _keep(self, job: Job, reading: Reading) -> None:
        if reading.document.sha256 != job.sha256:
            raise LibraryError("filen ändrades medan den lästes. Läs in den igen.")
        reading = self._corrected(reading)
        document = reading.document
        vectors, model = self._embedded(job, reading)
        self._folder.keep_copy(job.path, job.sha256, job.path.suffix.lower())
        if self._store.has_document(job.sha256):
            # Derived indexes know documents by their ids, and this one keeps its id.
            self._folder.forget_derived()
        # Before the document itself: a run that is killed between the two reads nothing twice.
        self._store.set_meta(_reader_key(document_id(job.sha256)), str(READER))
        self._store.add_document(document, reading.units, model, vectors, replace=True)
        self._folder.note("stored", job.path, job.sha256)
        self._count(reading)
        news = FileNews(job.path, FileState.STORED, pages=document.pages, paragraphs=_numbered(document))
        self._meter.finished(job.size, news)

    def _corrected(self, reading: Reading) -> Reading:
        """Return what was read with what people have corrected in it."""
        known = self._corrections.of(reading.document.file)
        if not known:
            return reading
        document, astray = corrected(reading.document, known)
        self._tally.corrections_astray.extend((document.file, why) for why in astray)
        return Reading(document, tuple(units_of(paragraph) for paragraph in document.paragraphs))

    def _mend_vectors(self) -> None:
        """Embed the texts that have lost their vectors, and let go of vectors that have lost their text."""
        self._store.prune_vectors()
        missing = self._store.missing_vectors(self._embedder.name)
        if missing:
            units = (one.unit for one in self._store.units())
            texts = {name: unit.text for unit in units if (name := unit.content_hash) in missing}
            model = Model(self._embedder.name, self._embedder.dimensions)
            self._store.add_vectors(model, self._vectors(texts, ""))

    def _embedded(self, job: Job, reading: Reading) -> tuple[dict[str, Vector], Model]:
        """Return the vectors that the store lacks for a document's units."""
        texts = {unit.content_hash: unit.text for units in reading.units for unit in units}
        return self._vectors(texts, job.path.name), Model(self._embedder.name, self._embedder.dimensions)

    def _vectors(self, texts: Mapping[str, str], file: str) -> dict[str, Vector]:
        """Return the vectors that the store lacks for these texts (by content hash)."""
        return new_vectors(self._store, self._embedder, texts, lambda: self._meter.tell(file))

    def _count(self, reading: Reading) -> None:
        document, tally = reading.document, self._tally
        tally.files_read += 1
        for paragraph in document.paragraphs:
            tally.items.update(str(kind) for kind, _, _ in items_of(paragraph.acts))
        if document.missing_numbers:
            tally.missing_numbers.append((document.file, document.missing_numbers))
        tally.ocr_pages.extend((document.file, page.page, page.confidence) for page in document.ocr_pages)
        tally.doubts.extend((document.file, page, what) for page, what in doubts_of(document))
        tally.unreadable_pages.extend((document.file, problem.page, problem.what) for problem in document.problems)

    def _fail(self, job: Job, reason: str) -> None:
        self._folder.note("failed", job.path, job.sha256)
        self._tally.failures.append(FileFailure(str(job.path), reason))
        self._meter.finished(job.size, FileNews(job.path, FileState.FAILED, reason=reason))

    def _report(self) -> IngestReport:
        tally = self._tally
        return IngestReport(
            files_read=tally.files_read,
            files_skipped=tally.files_skipped,
            pages=self._meter.pages,
            paragraphs=self._meter.paragraphs,
            items=dict(tally.items),
            missing_numbers=tuple(tally.missing_numbers),
            unreadable_pages=tuple(tally.unreadable_pages),
            ocr_pages=tuple(tally.ocr_pages),
            doubts=tuple(tally.doubts),
            failures=tuple(tally.failures),
            seconds=self._meter.seconds,
            same_content=tuple(tally.same_content),
            corrections_astray=tuple(tally.corrections_astray),
            other_formats=tuple(tally.other_formats),
            files_left=self._meter.files_left,
        )


def read_by_this_reader(store: Store, document: str) -> bool:
    """Whether the document with this id was read by this version of the reader: an earlier one reads less in it."""
    return store.get_meta(_reader_key(document)) == str(READER)


def _reader_key(document: str) -> str:
    return f"reader-{document}"


def usable_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _numbered(document: Document) -> int:
    """Count the paragraphs of a protocol: the whole text of another document is none."""
    return sum(paragraph.number is not None for paragraph in document.paragraphs)


def _files_below(folder: Path, leave_out: Path) -> Iterator[Path]:
    """Yield the files below a folder, in order, hidden ones and the library's own left out."""
    own = leave_out.resolve()
    for root, folders, files in os.walk(folder):
        here = Path(root)
        folders[:] = sorted(each for each in folders if not each.startswith(".") and (here / each).resolve() != own)
        for name in sorted(files):
            if not name.startswith("."):
                yield here / name


def _is_read(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
