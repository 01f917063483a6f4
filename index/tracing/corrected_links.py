"""Links that people have confirmed or split: kept in the library's folder, by names that survive a new reading.

`samband.csv` names each paragraph as protocols do (board, date, number) beside the name of its file, never by the
program's ids, so that a file that is read again keeps what was decided about it. Always holds: rows are only added; of
two about the same pair the last one counts; a row that names what is not in the library at the moment is kept and
waits. Leaves out what follows for an issue: `index.tracing.gathering` does that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from index.book import Book, Row
from index.errors import BookError
from index.finding.catalog import Catalog
from index.naming import full_name
from index.stored import Head

COLUMNS = ("när", "vem", "vad", "paragraf", "fil", "annan paragraf", "annan fil", "varför")


class Verdict(StrEnum):
    """What somebody said of two paragraphs, in the words of the file."""

    CONFIRM = "bekräfta"
    SPLIT = "skilj"
    UNDO = "ångra"


@dataclass(frozen=True, slots=True)
class Name:
    """A paragraph as the file names it: "Socialnämnden 2024-05-06 § 7" and the file that it was read from."""

    paragraph: str
    file: str

    @classmethod
    def of(cls, head: Head) -> Name:
        """Return the name of a paragraph."""
        return cls(full_name(head), head.file)


@dataclass(frozen=True, slots=True)
class Correction:
    """One row: who said what of which two paragraphs, when (ISO 8601) and why."""

    when: str
    who: str
    verdict: Verdict
    one: Name
    other: Name
    why: str

    @property
    def pair(self) -> frozenset[Name]:
        """The two paragraphs, in no order."""
        return frozenset((self.one, self.other))


@dataclass(frozen=True, slots=True)
class Corrected:
    """What counts now, by pairs of paragraph ids of one generation of the library."""

    confirmed: Mapping[frozenset[str], Correction]
    split: Mapping[frozenset[str], Correction]


NOTHING = Corrected({}, {})


class CorrectedLinks:
    """The file of confirmed and split links in ``path``."""

    def __init__(self, path: Path) -> None:
        """Name the file; nothing is read or made yet."""
        self._book = Book(path, COLUMNS)

    def add(self, verdict: Verdict, one: Head, other: Head, *, who: str, why: str = "") -> Correction:
        """Keep what ``who`` says of two paragraphs. Raises BookError, also when it is one paragraph or nobody."""
        if one.id == other.id:
            raise BookError(f"{full_name(one)}: en paragraf kan inte kopplas till eller skiljas från sig själv.")
        return self._keep(verdict, Name.of(one), Name.of(other), who, why)

    def undo(self, one: Name, other: Name, *, who: str, why: str = "") -> Correction:
        """Keep that what was said of two paragraphs no longer counts, whether or not the library still has them.

        Raises BookError, also when nobody says it or nothing was said of the two.
        """
        if frozenset((one, other)) not in {said.pair for said in self.all()}:
            raise BookError(f"Ingen rättelse gäller {one.paragraph} och {other.paragraph}.")
        return self._keep(Verdict.UNDO, one, other, who, why)

    def _keep(self, verdict: Verdict, one: Name, other: Name, who: str, why: str) -> Correction:
        if not who.strip():
            raise BookError("Skriv vem som rättar kopplingen: rättelser sparas med namn och datum.")
        when = datetime.now().astimezone().isoformat(timespec="seconds")
        made = Correction(when, who.strip(), verdict, one, other, why.strip())
        self._book.add(_cells(made))
        return made

    def all(self) -> tuple[Correction, ...]:
        """Return every row in the order in which they were added. Raises BookError."""
        return tuple(self._read(row) for row in self._book.rows())

    def stamp(self) -> tuple[int, int]:
        """Return what tells one state of the file from another: its size and time, (0, 0) where there is none."""
        try:
            state = self._book.path.stat()
        except FileNotFoundError:
            return 0, 0
        return state.st_size, state.st_mtime_ns

    def corrected(self, catalog: Catalog) -> Corrected:
        """Return what counts now among the paragraphs of ``catalog``. Raises BookError."""
        last: dict[frozenset[Name], Correction] = {}
        for one in self.all():
            last.pop(one.pair, None)
            last[one.pair] = one
        if not last:
            return NOTHING
        found = _Finder(catalog)
        confirmed: dict[frozenset[str], Correction] = {}
        split: dict[frozenset[str], Correction] = {}
        for correction in last.values():
            ids = frozenset(filter(None, (found.id_of(correction.one), found.id_of(correction.other))))
            if len(ids) == len(correction.pair) and correction.verdict is not Verdict.UNDO:
                (confirmed if correction.verdict is Verdict.CONFIRM else split)[ids] = correction
        return Corrected(confirmed, split)

    def _read(self, row: Row) -> Correction:
        values = row.values
        try:
            verdict = Verdict(values["vad"].casefold())
        except ValueError:
            raise BookError(
                f"{self._book.path}, rad {row.line}: kolumnen vad ska vara {', '.join(Verdict)}, "
                f'inte "{values["vad"]}". Rätta raden.'
            ) from None
        one = Name(values["paragraf"], values["fil"])
        other = Name(values["annan paragraf"], values["annan fil"])
        return Correction(values["när"], values["vem"], verdict, one, other, values["varför"])


class _Finder:
    """Finds paragraphs by their names: the one of that file, else the one that is named so in any file."""

    def __init__(self, catalog: Catalog) -> None:
        self._in_file = {Name.of(head): head.id for head in catalog.shown}
        self._named = {full_name(head): head.id for head in catalog.shown}

    def id_of(self, name: Name) -> str | None:
        return self._in_file.get(name) or self._named.get(name.paragraph)


def _cells(made: Correction) -> dict[str, str]:
    cells = (
        made.when,
        made.who,
        str(made.verdict),
        made.one.paragraph,
        made.one.file,
        made.other.paragraph,
        made.other.file,
        made.why,
    )
    return dict(zip(COLUMNS, cells, strict=True))
