"""The folder of a library: what lies where in it, and how files come and go without ever being half there.

    protokollspar.sqlite   the truth
    files/                 copies of what was read, named by their SHA-256
    derived/               indexes that are rebuilt from the truth; may be deleted at any time
    installningar.toml     board names and abbreviations that the documents do not print (written by people, optional)
    samband.csv            links that people have confirmed or split (rows are only added)
    rattelser.csv          what people say was read wrong, and what it should be (optional)
    sokningar.csv          saved searches (rows are only added)
    granskningar.csv       what people judged relevant in exhaustive reviews (rows are only added)
    aviseringar.json       what saved searches have found and told
    lasningar.jsonl        one line per file that was begun, stored or failed
    lasning.lock           held while files are read in, so that two runs do not meet

Always holds: a file in ``files/`` under its final name is complete. A copy without a document is left behind only by a
run that was killed, and is cleared away by the next.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from index.errors import LibraryBusyError, LibraryError

_CHUNK = 1 << 20
_UNFINISHED = ".del"


class Folder:
    """Paths and files of the library in ``path``."""

    def __init__(self, path: Path) -> None:
        """Name the places; nothing is made yet."""
        self.path = path
        self.database = path / "protokollspar.sqlite"
        self.files = path / "files"
        self.derived = path / "derived"
        self.settings = path / "installningar.toml"
        self.corrected_links = path / "samband.csv"
        self.corrections = path / "rattelser.csv"
        self.saved_searches = path / "sokningar.csv"
        self.reviews = path / "granskningar.csv"
        self.alerts = path / "aviseringar.json"
        self.journal = path / "lasningar.jsonl"
        self._lock = path / "lasning.lock"

    def make(self) -> None:
        """Make the folder and those in it, where they are missing."""
        try:
            for each in (self.path, self.files, self.derived):
                each.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(
                f"Biblioteket {self.path} kan inte skapas ({error.strerror}). Välj en annan mapp med --library."
            ) from error

    def copy_path(self, sha256: str, suffix: str) -> Path:
        """Return where the copy of the file with this SHA-256 lies."""
        return self.files / f"{sha256}{suffix}"

    def keep_copy(self, source: Path, sha256: str, suffix: str) -> Path:
        """Copy ``source`` into the library and return where it lies; whole and flushed to disk, or not there at all.

        Raises LibraryError when the file has changed since it was read.
        """
        target = self.copy_path(sha256, suffix)
        if target.exists() and file_hash(target) == sha256:
            return target
        unfinished = target.with_name(f"{target.name}{_UNFINISHED}")
        with source.open("rb") as reading, unfinished.open("wb") as writing:
            shutil.copyfileobj(reading, writing, _CHUNK)
            writing.flush()
            os.fsync(writing.fileno())
        if file_hash(unfinished) != sha256:
            unfinished.unlink()
            raise LibraryError(f"{source}: filen ändrades medan den lästes. Läs in den igen.")
        unfinished.replace(target)
        return target

    def orphans(self, known: Callable[[str], bool]) -> list[Path]:
        """Return the unfinished copies, and those whose SHA-256 is not ``known``."""
        return [each for each in self._copies() if not known(each.stem)]

    def clear_orphans(self, known: Callable[[str], bool]) -> None:
        """Delete the `orphans`. Only under `reading`: a run that is going on has copies whose documents come later."""
        for each in self.orphans(known):
            each.unlink(missing_ok=True)

    def forget_derived(self) -> None:
        """Delete the derived indexes, so that they are made anew from the truth."""
        shutil.rmtree(self.derived, ignore_errors=True)
        self.derived.mkdir(exist_ok=True)

    def copy_names(self) -> list[str]:
        """Return the names of all files that lie among the copies."""
        return sorted(each.name for each in self._copies())

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold the right to change the library; LibraryBusyError when another program has it."""
        busy = f"Ett annat program läser just nu in filer i {self.path}. Vänta tills det är klart och försök igen."
        with held(self._lock, busy):
            yield

    def note(self, event: str, source: Path, sha256: str) -> None:
        """Write one line in the journal: ``event`` is "begun", "stored" or "failed"."""
        line = {"at": datetime.now(UTC).isoformat(), "event": event, "sha256": sha256, "file": str(source)}
        with self.journal.open("a", encoding="utf-8") as journal:
            journal.write(json.dumps(line, ensure_ascii=False) + "\n")

    def _copies(self) -> list[Path]:
        return [each for each in self.files.iterdir() if each.is_file()] if self.files.is_dir() else []


@contextmanager
def held(lock: Path, busy: str, *, wait: float = 0) -> Iterator[None]:
    """Hold the file ``lock`` alone; LibraryBusyError saying ``busy`` where another has it for ``wait`` seconds."""
    # SQLite's lock on a file of its own works on every system, and goes when its holder is killed.
    holder = sqlite3.connect(lock, timeout=wait, isolation_level=None, check_same_thread=False)
    try:
        holder.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        holder.close()
        raise LibraryBusyError(busy) from error
    try:
        yield
    finally:
        holder.close()


def file_hash(path: Path) -> str:
    """Return the SHA-256 (hex) of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
