"""`protokollspar export`: the paragraph records and the tables within them, as files that others can read."""

from __future__ import annotations

from pathlib import Path

import click

from ui import shell
from ui.swedish import SwedishCommand
from ui.tables import DOCUMENT_TABLES, TABLES


@click.command(cls=SwedishCommand)
@click.option(
    "--what",
    type=click.Choice(("paragraphs", "documents")),
    default="paragraphs",
    metavar="VAD",
    help="paragraphs: protokollens paragrafer (om inget sägs). documents: uppdragsdirektiv, rapporter och andra "
    "handlingar.",
)
@click.option(
    "--table",
    type=click.Choice((*TABLES, *DOCUMENT_TABLES)),
    metavar="TABELL",
    help=(
        f"Bara denna tabell: {', '.join(TABLES)}; av handlingar {', '.join(DOCUMENT_TABLES)}. "
        "Annars: hela poster (jsonl), den första tabellen (csv), alla (xlsx)."
    ),
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FIL",
    help="Skriv hit i stället för på skärmen.",
)
@shell.library_option
@shell.format_option("jsonl", "csv", "xlsx")
def export(what: str, table: str | None, output: Path | None, library_path: Path, form: str) -> None:
    """Skriv ut bibliotekets uppgifter som jsonl, csv eller xlsx."""
    from ui import export, table_file  # noqa: PLC0415 - keeps --help fast

    if form == "xlsx" and output is None:
        raise click.UsageError("Ett kalkylblad behöver en fil: lägg till --output protokoll.xlsx.")
    other = what == "documents" or table in DOCUMENT_TABLES
    of = DOCUMENT_TABLES if other else TABLES
    if table is not None and table not in of:
        raise click.UsageError(f"Tabellen {table} finns inte bland handlingarna. Välj: {', '.join(of)}.")
    with shell.opened(library_path) as library:
        records = library.document_records() if other else library.records()
        if output is not None and form == "xlsx":
            export.write_workbook(records, output, table, of=of)
        else:
            table_file.say(export.lines(records, form, table, of=of), output)
