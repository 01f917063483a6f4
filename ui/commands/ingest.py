"""`protokollspar ingest`: files and folders into the library, with signs of progress and a report at the end."""

from __future__ import annotations

from pathlib import Path

import click

from ui import progress, shell
from ui.swedish import SwedishCommand

MOST_WORKERS = 64


@click.command(cls=SwedishCommand)
@click.argument("paths", metavar="SÖKVÄG...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--model", metavar="MODELL", help="Språkmodell för ett nytt bibliotek: en mapp eller ett namn hos Hugging Face."
)
@click.option(
    "--workers",
    type=click.IntRange(1, MOST_WORKERS),
    metavar="ANTAL",
    help="Så många filer läses samtidigt (annars en per kärna).",
)
@click.option(
    "--again",
    is_flag=True,
    help="Läs också om det som redan är inläst, så att det ersätts: efter en ny version av programmet eller en skada.",
)
@shell.library_option
def ingest(paths: tuple[Path, ...], model: str | None, workers: int | None, *, again: bool, library_path: Path) -> int:
    """Läs in protokoll i biblioteket.

    SÖKVÄG är filer och mappar; mappar läses med allt som ligger i dem. Det som redan är inläst hoppas över, om inte
    --again sägs. Slutar med kod 0 när allt gick bra och 1 när någon fil inte gick att läsa.
    """
    from ui import text  # noqa: PLC0415 - keeps --help fast

    with progress.shown() as show, shell.opened(library_path, model=model, create=True) as library:
        report = library.ingest(paths, progress=show, workers=workers, again=again)
    click.echo(text.ingest_report(report))
    return 1 if report.failures else 0
