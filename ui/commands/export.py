"""`protokollspar export`: the paragraph records and the tables within them, as files that others can read."""

from __future__ import annotations

from pathlib import Path

import click

from ui import shell
from ui.swedish import SwedishCommand
from ui.tables import TABLES


@click.command(cls=SwedishCommand)
@click.option(
    "--table",
    type=click.Choice(TABLES),
    metavar="TABELL",
    help=f"Bara denna tabell: {', '.join(TABLES)}. Annars: hela poster (jsonl), paragraphs (csv), alla (xlsx).",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FIL",
    help="Skriv hit i stället för på skärmen.",
)
@shell.library_option
@shell.format_option("jsonl", "csv", "xlsx")
def export(table: str | None, output: Path | None, library_path: Path, form: str) -> None:
    """Skriv ut bibliotekets uppgifter som jsonl, csv eller xlsx."""
    from ui import export, table_file  # noqa: PLC0415 - keeps --help fast

    if form == "xlsx" and output is None:
        raise click.UsageError("Ett kalkylblad behöver en fil: lägg till --output protokoll.xlsx.")
    with shell.opened(library_path) as library:
        records = library.records()
        if output is not None and form == "xlsx":
            export.write_workbook(records, output, table)
        else:
            table_file.say(export.lines(records, form, table), output)
