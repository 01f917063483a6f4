"""Paragraph records and their tables as lines of text or as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ui import shell, table_file, tables


def lines(
    records: Iterable[tables.Record], form: str, table: str | None, *, of: tuple[str, ...] = tables.TABLES
) -> Iterator[str]:
    """Yield lines of jsonl or csv: whole records where no table is named (csv: the first of the tables ``of``)."""
    if form == "csv":
        name = table or of[0]
        return shell.csv_lines(tables.rows(records, name), tables.columns(name))
    return shell.jsonl(tables.rows(records, table) if table else records)


def write_workbook(
    records: Iterable[tables.Record], output: Path, table: str | None, *, of: tuple[str, ...] = tables.TABLES
) -> None:
    """Write one sheet per table ``of``, or only the named one."""
    kept = list(records)
    names = (table,) if table else of
    sheets = [table_file.Table(name, tables.columns(name), tables.rows(kept, name)) for name in names]
    table_file.write_workbook(sheets, output)
