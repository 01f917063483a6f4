"""`protokollspar check`: is the library whole? Every finding with its place and its cure."""

from __future__ import annotations

from pathlib import Path

import click

from ui import shell
from ui.swedish import SwedishCommand


@click.command(cls=SwedishCommand)
@shell.library_option
@shell.format_option("text", "jsonl")
def check(library_path: Path, form: str) -> int:
    """Pröva om biblioteket är helt.

    Slutar med kod 0 när allt stämmer och 1 när något inte gör det.
    """
    from dataclasses import asdict  # noqa: PLC0415 - keeps --help fast

    from ui import text  # noqa: PLC0415 - keeps --help fast

    with shell.opened(library_path) as library:
        found = library.check()
    lines = shell.jsonl(map(asdict, found)) if form == "jsonl" else [text.findings(found)]
    for line in lines:
        click.echo(line)
    return 1 if found else 0
