"""`protokollspar review`: go through everything about a query, judging paragraph by paragraph."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui import shell
from ui.commands.saved import user
from ui.swedish import SwedishCommand

if TYPE_CHECKING:
    from index.library import Library

DOINGS = ("start", "next", "judge", "status", "export", "list")
_NEEDED = {"start": 2, "next": 1, "judge": 3, "status": 1, "export": 1, "list": 0}
_VERDICTS = {"yes": "YES", "ja": "YES", "no": "NO", "nej": "NO", "undo": "UNDO", "ångra": "UNDO"}
_FORMS = ("text", "jsonl", "csv", "xlsx")


@click.command(cls=SwedishCommand)
@click.argument("doing", type=click.Choice(DOINGS), metavar="|".join(DOINGS))
@click.argument("words", nargs=-1, metavar="[NAMN] [FRÅGA eller PARAGRAF] [yes|no|undo]")
@click.option("--who", metavar="NAMN", help="Vem som börjar eller dömer (annars ditt användarnamn).")
@click.option("--limit", type=click.IntRange(1, 200), default=5, metavar="ANTAL", help="Så många åt gången (annars 5).")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FIL", help="Skriv till denna fil.")
@shell.library_option
@shell.format_option(*_FORMS)
@click.pass_context
def review(  # noqa: PLR0913, PLR0917 - one option each
    context: click.Context,
    doing: str,
    words: tuple[str, ...],
    who: str | None,
    limit: int,
    output: Path | None,
    library_path: Path,
    form: str,
) -> None:
    """Gå igenom allt om en fråga: döm ja eller nej, få nästa valt efter domarna, se hur mycket som är kvar.

    \b
    review start NAMN FRÅGA          börja; FRÅGA skrivs som i search, med filter
    review next NAMN                 vad som bör dömas härnäst
    review judge NAMN PARAGRAF yes   döm (yes, no, undo); flera paragrafer går bra
    review status NAMN               hur många relevanta som uppskattas vara kvar
    review export NAMN               frågan, programmet, modellen, biblioteket och alla domar
    """  # noqa: D301 - \b keeps the lines as they are
    if len(words) < _NEEDED[doing] or (doing != "judge" and len(words) > _NEEDED[doing]):
        raise click.UsageError("Skriv till exempel: review start NAMN FRÅGA, eller review judge NAMN PARAGRAF yes.")
    form = shell.form_for(context, output, form, _FORMS)
    with shell.opened(library_path) as library:
        if doing == "export":
            _export(library, words[0], form, output)
        elif doing == "next":
            _next(library, words[0], limit, form)
        else:
            click.echo(_said(library, doing, words, who or user()))


def _said(library: Library, doing: str, words: tuple[str, ...], who: str) -> str:
    from ui import reviews  # noqa: PLC0415 - keeps --help fast

    desk = library.reviews
    if doing == "list":
        return "\n".join(f"{one.name}: {one.text}" for one in desk.book.all()) or "Ingen genomgång är börjad."
    if doing == "start":
        return reviews.status(desk.start(words[0], words[1], who))
    if doing == "judge":
        _judge(library, words, who)
    return reviews.status(desk.status(words[0]))


def _judge(library: Library, words: tuple[str, ...], who: str) -> None:
    from index.reviews.book import Verdict  # noqa: PLC0415 - keeps --help fast

    name, *named, said = words
    if said not in _VERDICTS:
        raise click.UsageError(f'"{said}" är ingen dom. Skriv yes, no eller undo sist.')
    ids = [library.find_paragraph(each) for each in named]
    for each in ids:
        library.reviews.judge(name, each, Verdict[_VERDICTS[said]], who)


def _next(library: Library, name: str, limit: int, form: str) -> None:
    from ui import reviews, rows, table_file  # noqa: PLC0415 - keeps --help fast

    found = library.reviews.next(name, limit)
    if form == "text":
        click.echo(reviews.hits(found))
    else:
        table_file.write(table_file.Table("nasta", rows.HIT_COLUMNS, map(rows.hit_row, found)), form, None)


def _export(library: Library, name: str, form: str, output: Path | None) -> None:
    from ui import reviews, table_file  # noqa: PLC0415 - keeps --help fast

    desk = library.reviews
    when = datetime.now(UTC).isoformat(timespec="seconds")
    head = reviews.head_row(desk.status(name), version("protokollspar"), when)
    judged = list(reviews.rows(desk.judged(name)))
    if form == "xlsx" and output is not None:
        tables = [
            table_file.Table("domar", reviews.COLUMNS, judged),
            table_file.Table("underlag", reviews.HEAD_COLUMNS, [head]),
        ]
        table_file.write_workbook(tables, output)
    elif form == "csv":
        columns = (*reviews.COLUMNS, *reviews.HEAD_COLUMNS)
        table_file.write(table_file.Table("domar", columns, [{**row, **head} for row in judged]), form, output)
    else:
        table_file.write(table_file.Table("domar", (), [head, *judged]), "xlsx" if form == "xlsx" else "jsonl", output)
