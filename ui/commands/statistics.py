"""`protokollspar statistics`: how much of each act there is per board and year, as tables and as plots."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui import masked, shell
from ui.swedish import SwedishCommand

if TYPE_CHECKING:
    from index.statistics import Statistics

FORMATS = ("text", "csv", "xlsx", "jsonl", "html", "svg", "png")
TABLES = (
    "översikt",
    "beslut",
    "yrkanden",
    "omröstningar",
    "reservationer",
    "uppdrag",
    "handläggningstid",
    "täckning",
    "yrkanden-underlag",
    "handläggningstid-underlag",
)
_QUOTING = ("yrkanden-underlag", "handläggningstid-underlag")
"""Tables that show words of the protocols; the others are numbers."""
FIRST, LAST = 1800, 2200


@click.command(cls=SwedishCommand)
@click.option("--board", "boards", multiple=True, metavar="NAMN", help="Bara detta organ (flera går bra).")
@click.option("--from", "first", type=click.IntRange(FIRST, LAST), metavar="ÅR", help="Från och med detta år.")
@click.option("--to", "last", type=click.IntRange(FIRST, LAST), metavar="ÅR", help="Till och med detta år.")
@click.option("--table", type=click.Choice(TABLES), metavar="TABELL", help=f"Bara en tabell: {', '.join(TABLES)}.")
@click.option(
    "--as-of",
    type=shell.reduced_date,
    metavar="DATUM",
    help="Uppdragen så som de stod den dagen (annars: senaste mötet).",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FIL",
    help="Skriv till denna fil; slutar den på .xlsx, .csv, .html, .svg, .png eller .jsonl behövs inte --format.",
)
@masked.names_option
@shell.library_option
@shell.format_option(*FORMATS)
@click.pass_context
def statistics(  # noqa: PLR0913, PLR0917 - one parameter an option
    context: click.Context,
    boards: tuple[str, ...],
    first: int | None,
    last: int | None,
    table: str | None,
    as_of: str | None,
    output: Path | None,
    names: bool,  # noqa: FBT001 - a flag of the command line
    library_path: Path,
    form: str,
) -> None:
    """Räkna per organ och år: möten, paragrafer, beslut, yrkanden, omröstningar, reservationer, uppdrag och tid.

    Utan --table skrivs alla tabeller; csv och jsonl har då varje antal på en egen rad, svg och png visar översikten.
    Bredvid varje tal står vad det vilar på: filer, saknade §-nummer och sidor utan läsbar text.
    """
    if first and last and first > last:
        raise click.UsageError("--from är senare än --to.")
    form = shell.form_for(context, output, form, FORMATS)
    if form in {"xlsx", "png"} and output is None:
        raise click.UsageError(f"Formatet {form} behöver en fil: -o statistik.{form}.")
    years = (first or FIRST, last or LAST) if first or last else None
    with shell.opened(library_path) as library:
        found = library.statistics(boards, years, as_of=as_of)
        if table in _QUOTING or form == "xlsx":
            found = masked.masked_statistics(found, masked.masker_of(library, names=names))
    if form == "xlsx" and output is not None:
        _workbook(found, table, output)
    else:
        shell.write(_written(found, form, table), output)


def _written(found: Statistics, form: str, name: str | None) -> str | bytes:
    """Return the statistics as text, jsonl, csv, html, svg or png."""
    from ui.statistics import page, tables, text  # noqa: PLC0415 - keeps --help fast

    if form == "html":
        return page.html(found, (name,) if name else tables.SHOWN)
    if form in {"svg", "png"}:
        return _picture(found, form, name or tables.SHOWN[0])
    if form == "text":
        return text.text(found, (name,) if name else tables.SHOWN)
    shown = tables.table(found, name) if name else None
    rows = shown.rows if shown else tables.long_rows(found)
    columns = shown.columns if shown else tables.LONG
    return "\n".join(shell.csv_lines(rows, columns) if form == "csv" else shell.jsonl(rows))


def _picture(found: Statistics, form: str, name: str) -> str | bytes:
    """Draw one chart. Raises click.UsageError where the table has none, or too many rows for one."""
    from ui import plots  # noqa: PLC0415 - keeps --help fast
    from ui.statistics import charts, tables  # noqa: PLC0415 - keeps --help fast

    if name not in tables.SHOWN:
        raise click.UsageError(f"Tabellen {name} har inget diagram. Välj något av {', '.join(tables.SHOWN)}.")
    drawn = charts.chart(found, name)
    if not 0 < len(drawn.rows) <= plots.MOST_ROWS:
        raise click.UsageError(
            f"Det blir {len(drawn.rows)} staplar; ett diagram visar 1–{plots.MOST_ROWS}. Välj --board eller år."
        )
    return plots.svg(drawn) if form == "svg" else plots.png(drawn)


def _workbook(found: Statistics, name: str | None, output: Path) -> None:
    """Write one sheet a table."""
    from ui import table_file  # noqa: PLC0415 - keeps --help fast
    from ui.statistics import tables  # noqa: PLC0415 - keeps --help fast

    with shell.swedish_errors():
        shown = [tables.table(found, name)] if name else tables.tables(found)
        table_file.write_workbook([table_file.Table(one.name, one.columns, one.rows) for one in shown], output)
    click.echo(f"Sparat: {output}", err=True)
