"""`protokollspar draft`: a draft, a motion or a question as the query, demand by demand."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ui import shell
from ui.swedish import SwedishCommand

_FORMS = ("text", "jsonl", "csv", "xlsx")


@click.command(cls=SwedishCommand)
@click.argument("source", metavar="FIL", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FIL", help="Skriv till denna fil.")
@shell.library_option
@shell.format_option(*_FORMS)
@click.pass_context
def draft(context: click.Context, source: Path, output: Path | None, library_path: Path, form: str) -> None:
    """Pröva ett utkast, en motion eller en fråga mot vad som redan sagts och beslutats.

    FIL är en textfil, eller - för att klistra in texten och sluta med Ctrl-D. För varje att-sats, numrerad punkt eller
    mening som kräver något visas tidigare beslut, uppdrag, yrkanden och reservationer om samma sak, och om det redan är
    beslutat, avslaget eller pågår.
    """
    from ui import drafts, table_file  # noqa: PLC0415 - keeps --help fast

    form = shell.form_for(context, output, form, _FORMS)
    text = read_text(source)
    with shell.opened(library_path) as library:
        answer = library.draft(text)
    if form == "text":
        table_file.say([drafts.text(answer)], output)
        return
    rows = drafts.rows(answer) if form == "jsonl" else drafts.table(answer)
    table_file.write(table_file.Table("utkast", drafts.COLUMNS, rows), form, output)


def read_text(source: Path) -> str:
    """Return the text of a file, or what is pasted where it is "-".

    Raises:
        click.ClickException: with a Swedish line when it cannot be read, is no text or is empty.
    """
    try:
        raw = sys.stdin.buffer.read() if str(source) == "-" else source.read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise shell.fail(shell.os_message(error)) from error
    except UnicodeDecodeError as error:
        raise shell.fail(f"{source}: filen är ingen text i UTF-8. Spara den som text, eller klistra in den.") from error
    if not text.strip():
        raise shell.fail(f"{source}: texten är tom.")
    return text
