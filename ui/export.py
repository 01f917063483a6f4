"""Paragraph records and their tables as lines of text or as a workbook.

Always holds: a text that begins with "=" stays text in a workbook, never becomes a formula. A file appears only when it
is complete: it is written beside its place and moved there at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ui import shell, tables

SHEET_CELL_LIMIT = 32_767
"""Most characters of a cell in the xlsx format; a longer text is cut there with an ellipsis."""


def lines(
    records: Iterable[tables.Record], form: str, table: str | None, *, of: tuple[str, ...] = tables.TABLES
) -> Iterator[str]:
    """Yield lines of jsonl or csv: whole records where no table is named (csv: the first of the tables ``of``)."""
    if form == "csv":
        name = table or of[0]
        return shell.csv_lines(tables.rows(records, name), tables.columns(name))
    return shell.jsonl(tables.rows(records, table) if table else records)


def write_lines(text: Iterable[str], output: Path) -> None:
    """Write lines to a file."""
    beside = _beside(output)
    with beside.open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"{line}\n" for line in text)
    beside.replace(output)


def write_workbook(
    records: Iterable[tables.Record], output: Path, table: str | None, *, of: tuple[str, ...] = tables.TABLES
) -> None:
    """Write one sheet per table ``of``, or only the named one, with a frozen and filterable head."""
    from openpyxl import Workbook  # noqa: PLC0415 - a third of a second that no other export needs

    book = Workbook(write_only=True)
    kept = list(records)
    for name in (table,) if table else of:
        _fill(book.create_sheet(name), kept, name)
    beside = _beside(output)
    book.save(beside)
    beside.replace(output)


def _fill(sheet: Any, records: Iterable[tables.Record], table: str) -> None:
    columns = tables.columns(table)
    sheet.freeze_panes = "A2"
    sheet.append([_text_cell(sheet, name) for name in columns])
    rows = 1
    for row in tables.rows(records, table):
        sheet.append(_cells(sheet, row, columns))
        rows += 1
    sheet.auto_filter.ref = f"A1:{_letters(len(columns))}{rows}"


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
