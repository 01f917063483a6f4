"""`protokollspar demo`: the demo collection read in, one search and one trace in the terminal, then the web page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui import demo as collection
from ui import progress, shell
from ui.commands.serve import port_option, run_page
from ui.settings import PORT, PageSettings
from ui.swedish import SwedishCommand

if TYPE_CHECKING:
    from index.library import Library

HITS_SHOWN = 3


@click.command(cls=SwedishCommand)
@port_option
@click.option(
    "--library",
    "library_path",
    type=click.Path(path_type=Path),
    default=collection.LIBRARY,
    metavar="MAPP",
    help="Mapp för exempelbiblioteket (annars library/demo bredvid programmet).",
)
@click.option("--no-page", is_flag=True, help="Sluta innan webbsidan visas.")
def demo(port: int | None, library_path: Path, no_page: bool) -> None:  # noqa: FBT001 - click passes a flag
    """Läs in exempelsamlingen och visa den.

    Första gången läses samlingen in; sedan används samma bibliotek igen.
    """
    if not collection.DOCUMENTS.is_dir():
        raise shell.fail(f"Exempelsamlingen finns inte i {collection.DOCUMENTS}. Hämta hela programmets mapp igen.")
    with shell.opened(library_path, create=True) as library:
        read_in(library, library_path)
        show(library)
        if not no_page:
            run_page(library, PageSettings(port=PORT if port is None else port), made_up=True)


def read_in(library: Library, path: Path) -> None:
    """Bring the library up to the collection: what it does not hold is read, what the collection lost goes."""
    from ui import text  # noqa: PLC0415 - keeps --help fast

    present = collection.hashes()
    for document in library.documents():
        if document.record.sha256 not in present:
            library.delete(document.id)
    held = {document.record.sha256 for document in library.documents()}
    if present <= held and not library.outdated() and collection.is_made_up(path):
        return
    with progress.shown() as show:
        report = library.ingest([collection.DOCUMENTS], progress=show)
    collection.sign(path)
    if report.files_read or report.failures:
        click.echo(text.ingest_report(report))
    if report.failures:
        raise shell.fail("Exempelsamlingen gick inte att läsa in helt.")


def show(library: Library) -> None:
    """Print one search and one trace, with the commands that give them."""
    from index.results import Query  # noqa: PLC0415 - keeps --help fast
    from ui import answers, text  # noqa: PLC0415 - keeps --help fast

    click.echo(f'\n$ protokollspar search "{collection.SEARCH}" --limit {HITS_SHOWN}\n')
    click.echo(answers.text(library.search(Query(collection.SEARCH, limit=HITS_SHOWN))))
    click.echo(f'\n$ protokollspar trace "{collection.TRACE}"\n')
    click.echo(text.trace(library.trace(collection.TRACE)))
    click.echo()
