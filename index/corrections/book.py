"""The book of corrections, ``rattelser.csv`` in the library's folder: who says that what was read wrong, and why.

Always holds: rows are only added; later ones come after earlier ones when they are applied. To take a correction back
its row is deleted by hand and the file is read again.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from index.book import Book, Row
from index.corrections.fields import FieldCorrection
from index.errors import BookError

_COLUMNS = ("fil", "paragraf", "fält", "utdrag", "var", "blev", "vem", "när", "varför")


class CorrectionBook:
    """The corrections of one library, in the file at ``path``."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is made with the first correction."""
        self._book = Book(path, _COLUMNS)

    def all(self) -> tuple[FieldCorrection, ...]:
        """Return every correction, the oldest first. Raises BookError."""
        return tuple(self._read(row) for row in self._book.rows())

    def of(self, file: str) -> tuple[FieldCorrection, ...]:
        """Return the corrections of one file. Raises BookError."""
        return tuple(one for one in self.all() if one.file == file)

    def add(self, correction: FieldCorrection) -> None:
        """Write a correction down with the present moment. Raises BookError."""
        self._book.add(
            {
                "fil": correction.file,
                "paragraf": "" if correction.number is None else str(correction.number),
                "fält": correction.field,
                "utdrag": correction.excerpt,
                "var": correction.was,
                "blev": correction.value,
                "vem": correction.who,
                "när": datetime.now(UTC).isoformat(timespec="seconds"),
                "varför": correction.why,
            }
        )

    def _read(self, row: Row) -> FieldCorrection:
        values = row.values
        number = values["paragraf"].removeprefix("§").strip()
        if number and not number.isdecimal():
            raise BookError(
                f'{self._book.path}, rad {row.line}: paragraf "{number}" är inget tal. Rätta eller ta bort raden.'
            )
        return FieldCorrection(
            file=values["fil"],
            number=int(number) if number else None,
            field=values["fält"],
            value=values["blev"],
            who=values["vem"],
            why=values["varför"],
            when=values["när"],
            excerpt=values["utdrag"],
            was=values["var"],
        )
