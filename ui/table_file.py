"""Tables on the screen or in files: jsonl, csv and workbooks, the same for every command.

Always holds: a text that begins with "=" stays text in a workbook, never becomes a formula. A file appears only when it
is complete: it is written beside its place and moved there at the end.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from ui import shell

SHEET_CELL_LIMIT = 32_767
"""Most characters of a cell in the xlsx format; a longer text is cut there with an ellipsis."""
_LONGEST_SHEET_NAME = 31


@dataclass(frozen=True)
class Table:
    """A named table: its columns in order, and rows that may hold more than these."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Mapping[str, object]]


def write(table: Table, form: str, output: Path | None) -> None:
    """Write a table as "jsonl", "csv" or "xlsx" to ``output``, else to the screen.

    Raises:
        click.UsageError: a workbook without a file.
    """
    if form == "xlsx":
        if output is None:
            raise click.UsageError(f"Ett kalkylblad behöver en fil: lägg till --output {table.name}.xlsx.")
        write_workbook([table], output)
    else:
        say(shell.csv_lines(table.rows, table.columns) if form == "csv" else shell.jsonl(table.rows), output)


def say(lines: Iterable[str], output: Path | None) -> None:
    """Write lines to ``output``, else to the screen."""
    if output is not None:
        write_lines(lines, output)
        return
    for line in lines:
        click.echo(line)


def write_lines(lines: Iterable[str], output: Path) -> None:
    """Write lines to a file."""
    beside = _beside(output)
    with beside.open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"{line}\n" for line in lines)
    beside.replace(output)


def write_workbook(tables: Sequence[Table], output: Path) -> None:
    """Write one sheet per table, each with a frozen and filterable head."""
    beside = _beside(output)
    beside.write_bytes(workbook(tables))
    beside.replace(output)


def workbook(tables: Sequence[Table]) -> bytes:
    """Return tables as the content of a workbook."""
    from openpyxl import Workbook  # noqa: PLC0415 - a third of a second that no other form needs

    book = Workbook(write_only=True)
    for table in tables:
        _fill(book.create_sheet(table.name[:_LONGEST_SHEET_NAME]), table)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(sheet: Any, table: Table) -> None:
    sheet.freeze_panes = "A2"
    sheet.append([_text_cell(sheet, name) for name in table.columns])
    count = 1
    for row in table.rows:
        sheet.append(_cells(sheet, row, table.columns))
        count += 1
    sheet.auto_filter.ref = f"A1:{_letters(len(table.columns))}{count}"


def _cells(sheet: Any, row: Mapping[str, object], columns: Iterable[str]) -> list[object]:
    values = [shell.cell(row.get(column)) for column in columns]
    return [_text_cell(sheet, value) if isinstance(value, str) else value for value in values]


def _text_cell(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - see write_workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415 - see write_workbook

    clean = ILLEGAL_CHARACTERS_RE.sub("", text)
    if len(clean) > SHEET_CELL_LIMIT:
        clean = clean[: SHEET_CELL_LIMIT - 1] + "…"
    cell = WriteOnlyCell(sheet, value=clean)
    cell.data_type = "s"
    return cell


def _letters(column: int) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - see write_workbook

    return str(get_column_letter(column))


def _beside(output: Path) -> Path:
    return output.with_name(f".{output.name}.del")
