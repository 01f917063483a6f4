"""Books: the files in a library's folder that people write through the program, or by hand in a spreadsheet.

A book is a CSV file with a header (UTF-8; semicolons, as Swedish spreadsheets write them, though commas are read too).
Always holds: rows are only ever added, each whole or not at all, so that nothing anybody decided is lost; a row that
cannot be understood is an error that names file, line and cure. Leaves out what rows mean: of two rows about the same
thing it is for the owner of the book to say that the last one counts.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import BookError

_MARK = "\ufeff"
"""Tells spreadsheets that the file is UTF-8."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``line`` is its first line in the file, from 1; ``values`` are by column, stripped."""

    line: int
    values: Mapping[str, str]


class Book:
    """The book in ``path`` with these ``columns``; nothing is made before the first row is added."""

    def __init__(self, path: Path, columns: Sequence[str]) -> None:
        """Name file and columns."""
        self.path, self.columns = path, tuple(columns)

    def rows(self) -> tuple[Row, ...]:
        """Return all rows in the order in which they were added; () where there is no file. Raises BookError."""
        try:
            text = self.path.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            return ()
        except (OSError, UnicodeDecodeError) as error:
            raise BookError(f"{self.path}: filen kan inte läsas ({error}). Spara den som CSV med UTF-8.") from error
        return tuple(self._parsed(text))

    def add(self, values: Mapping[str, str]) -> None:
        """Add one row; a column that ``values`` lacks is left empty. Raises BookError."""
        unknown = set(values) - set(self.columns)
        if unknown:
            raise BookError(f"{self.path}: det finns ingen kolumn {', '.join(sorted(unknown))}.")
        separator, columns = self._form()
        line = _line([values.get(column, "") for column in columns], separator)
        try:
            self._append(line, _line(columns, separator))
        except OSError as error:
            raise BookError(
                f"{self.path}: raden kan inte sparas ({error.strerror}). Stäng filen och försök igen."
            ) from error

    def _parsed(self, text: str) -> Iterator[Row]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
        try:
            header = self._header(next(reader, []))
            begins = reader.line_num + 1
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield self._row(begins, header, cells)
                begins = reader.line_num + 1
        except csv.Error as error:
            raise BookError(f"{self.path}, rad {reader.line_num}: {error}. Rätta raden eller ta bort den.") from error

    def _header(self, cells: Sequence[str]) -> list[str]:
        header = [cell.strip().lower() for cell in cells]
        missing = [column for column in self.columns if column not in header]
        if missing:
            raise BookError(
                f"{self.path}, rad 1: kolumnen {', '.join(missing)} saknas. "
                f"Första raden ska vara: {';'.join(self.columns)}"
            )
        return header

    def _row(self, line: int, header: Sequence[str], cells: Sequence[str]) -> Row:
        if len(cells) > len(header):
            raise BookError(
                f"{self.path}, rad {line}: {len(cells)} fält, men det finns {len(header)} kolumner. "
                "Sätt text med semikolon inom citattecken."
            )
        padded = [*cells, *[""] * (len(header) - len(cells))]
        return Row(
            line, {name: cell.strip() for name, cell in zip(header, padded, strict=True) if name in self.columns}
        )

    def _form(self) -> tuple[str, Sequence[str]]:
        """Return the separator and the columns as the file has them: somebody may have saved it in another form."""
        try:
            with self.path.open(encoding="utf-8-sig", newline="") as file:
                first = file.readline()
        except FileNotFoundError:
            return ";", self.columns
        except (OSError, UnicodeDecodeError) as error:
            raise BookError(f"{self.path}: filen kan inte läsas ({error}). Spara den som CSV med UTF-8.") from error
        if not first.strip():
            return ";", self.columns
        separator = _separator(first)
        return separator, self._header(next(csv.reader([first], delimiter=separator)))

    def _append(self, line: str, header: str) -> None:
        """Write ``line`` in one go at the end of the file, after the header where the file is new or empty."""
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            size = os.fstat(descriptor).st_size
            if size == 0:
                line = f"{_MARK}{header}{line}"
            elif os.pread(descriptor, 1, size - 1) != b"\n":
                line = f"\n{line}"
            os.write(descriptor, line.encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _separator(text: str) -> str:
    first = text.partition("\n")[0]
    return ";" if ";" in first or "," not in first else ","


def _line(cells: Sequence[str], separator: str) -> str:
    """Return one row as text; line breaks inside a cell would make rows hard to find again, so they become blanks."""
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator="\n").writerow([" ".join(cell.split()) for cell in cells])
    return written.getvalue()
