"""`protokollspar ingest`: files and folders into the library, with a progress bar and a report at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui import shell
from ui.swedish import SwedishCommand

if TYPE_CHECKING:
    from index.progress import Progress

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
@shell.library_option
def ingest(paths: tuple[Path, ...], model: str | None, workers: int | None, library_path: Path) -> int:
    """Läs in protokoll i biblioteket.

    SÖKVÄG är filer och mappar; mappar läses med allt som ligger i dem. Det som redan är inläst hoppas över. Slutar med
    kod 0 när allt gick bra och 1 när någon fil inte gick att läsa.
    """
    from ui import text  # noqa: PLC0415 - keeps --help fast

    with shell.opened(library_path, model=model, create=True) as library, progress_bar() as progress:
        report = library.ingest(paths, progress=progress, workers=workers)
    click.echo(text.ingest_report(report))
    return 1 if report.failures else 0


@contextmanager
def progress_bar() -> Iterator[Callable[[Progress], None]]:
    """Show a bar while files are read (files, pages, seconds left), where stderr is a terminal."""
    from tqdm import tqdm  # noqa: PLC0415 - keeps --help fast

    with tqdm(desc="Läser", bar_format=BAR, dynamic_ncols=True, leave=False, disable=None) as bar:

        def show(progress: Progress) -> None:
            bar.total, bar.n = progress.files_total, progress.files_done
            left = "" if progress.seconds_left is None else f"{progress.seconds_left:.0f} s kvar, "
            bar.set_postfix_str(f"{progress.pages_done} sidor, {left}{progress.file}", refresh=False)
            bar.refresh()

        yield show


BAR = "{desc} {percentage:3.0f} % |{bar}| {n_fmt}/{total_fmt} filer{postfix}"
