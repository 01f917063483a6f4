"""`protokollspar show`: one paragraph field by field, each with where it was read and how sure that is."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ui import shell
from ui.swedish import SwedishCommand


@click.command(cls=SwedishCommand)
@click.argument("paragraph", metavar="PARAGRAF")
@shell.library_option
@shell.format_option("text", "json")
def show(paragraph: str, library_path: Path, form: str) -> None:
    """Visa en paragraf fält för fält: vad som lästes, var det står och hur säkert det är.

    PARAGRAF skrivs som "HSN 2024-11-21 § 231". Fälten heter som i --format json; rätta dem med protokollspar correct.
    """
    from ui import record  # noqa: PLC0415 - keeps --help fast

    with shell.opened(library_path) as library:
        shown = library.shown(paragraph)
    if form == "json":
        click.echo(json.dumps(record.shown_row(shown), ensure_ascii=False, indent=1))
    else:
        click.echo(record.shown_text(shown))
