"""`protokollspar trace`: the events of one issue in time order, or of every start in a file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui import shell
from ui.swedish import SwedishCommand

if TYPE_CHECKING:
    from index.library import Library
    from index.results import LinkKind

FORMATS = ("text", "jsonl", "csv", "xlsx", "svg", "html", "docx")
LINKS = {
    "samma-diarienummer": "same-case",
    "nämner-diarienummer": "cites-case",
    "hänvisar": "cites-paragraph",
    "bygger-på-handling": "cites-document",
    "samma-handling": "same-document",
    "återrapporterar": "reports-on",
    "fortsätter": "continues",
    "kommer-tillbaka": "returns",
    "skickat-vidare": "referred",
    "samma-rubrik": "same-title",
    "liknar": "similar",
}
"""What people write after --without; the English names of the records are understood too."""


@click.command(cls=SwedishCommand)
@click.argument("start", metavar="START", required=False)
@click.option("--paragraph", metavar="PARAGRAF", help='Börja i denna paragraf: "HSN 2024-11-21 § 231".')
@click.option(
    "--starts",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FIL.json",
    help='Följ många: [{"start": …}, …] eller en lista av texter. Skrivs ut som jsonl.',
)
@click.option(
    "--without",
    multiple=True,
    type=click.Choice([*LINKS, *LINKS.values()]),
    metavar="SLAG",
    help=f"Räkna inte denna sorts koppling: {', '.join(LINKS)} (upprepa flaggan för flera).",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FIL",
    help="Skriv till denna fil; slutar den på .svg, .html, .docx, .xlsx, .csv eller .jsonl behövs inte --format.",
)
@shell.library_option
@shell.format_option(*FORMATS)
@click.pass_context
def trace(  # noqa: PLR0913, PLR0917 - one parameter an option
    context: click.Context,
    start: str | None,
    paragraph: str | None,
    starts: Path | None,
    without: tuple[str, ...],
    output: Path | None,
    library_path: Path,
    form: str,
) -> None:
    """Följ ett ärende genom nämnderna.

    START är en fråga, ett diarienummer eller en paragraf: "HSN 2024-11-21 § 231".
    """
    if sum(value is not None for value in (start, paragraph, starts)) != 1:
        raise click.UsageError("Skriv var spåret börjar: en fråga, --paragraph eller en fil med --starts.")
    from index.results import LinkKind  # noqa: PLC0415 - keeps --help fast

    form = shell.form_for(context, output, form, FORMATS)
    kinds = [LinkKind(LINKS.get(kind, kind)) for kind in without]
    with shell.opened(library_path) as library:
        if starts is not None:
            shell.write_lines(traces(library, read_starts(starts), kinds), output)
            return
        found = library.trace(start or paragraph or "", without=kinds)
    if form in ("docx", "xlsx") and output is None:
        raise click.UsageError(f"Den formen behöver en fil: -o ärende.{form}.")
    from ui.trace_outputs.writing import written  # noqa: PLC0415 - keeps --help fast

    shell.write(written(found, form), output)


def read_starts(path: Path) -> Iterator[str]:
    """Yield the starts of a file: a JSON array of {"start": …} or of strings."""
    entries = shell.read_json(path)
    if not isinstance(entries, list):
        raise shell.fail(f"{path}: filen ska vara en lista av starter.")
    for place, entry in enumerate(entries, start=1):
        start = entry.get("start") if isinstance(entry, Mapping) else entry
        if not isinstance(start, str):
            raise shell.fail(f'{path}: start {place} saknar "start".')
        yield start


def traces(library: Library, starts: Iterator[str], without: Collection[LinkKind]) -> Iterator[str]:
    """Yield one object per start."""
    from ui import rows  # noqa: PLC0415 - keeps --help fast

    for start in starts:
        yield from shell.jsonl([rows.trace_row(start, library.trace(start, without=without))])
