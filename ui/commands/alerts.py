"""`protokollspar alerts`: what saved searches have found since last time, as text, rows or an Atom feed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui import shell
from ui.swedish import SwedishCommand

if TYPE_CHECKING:
    from index.news.alerts import Alert

_FORMS = ("text", "jsonl", "csv", "xlsx")
BASE = "http://127.0.0.1:7860"


@click.command(cls=SwedishCommand)
@click.argument("name", metavar="[NAMN]", required=False)
@click.option("--all", "every", is_flag=True, help="Visa även det som redan visats.")
@click.option(
    "--atom",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FIL",
    help="Skriv ett Atom-flöde med allt som sökningen funnit; inget räknas som visat.",
)
@click.option("--base", default=BASE, metavar="ADRESS", help=f"Webbsidans adress i flödets länkar (annars {BASE}).")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FIL", help="Skriv till denna fil.")
@shell.library_option
@shell.format_option(*_FORMS)
@click.pass_context
def alerts(  # noqa: PLR0913, PLR0917 - one option each
    context: click.Context,
    name: str | None,
    every: bool,  # noqa: FBT001 - a flag
    atom: Path | None,
    base: str,
    output: Path | None,
    library_path: Path,
    form: str,
) -> None:
    """Visa vad sparade sökningar funnit i det som lästs in sedan sist, för NAMN eller för alla.

    Det som visats sparas som visat när det skrivits ut. Avbryts programmet dessförinnan kommer det nästa gång.
    """
    from ui import news, table_file  # noqa: PLC0415 - keeps --help fast

    form = shell.form_for(context, output, form, _FORMS)
    with shell.opened(library_path) as library:
        desk = library.alerts
        found = desk.ask(name)
        if atom is not None:
            shell.write(_feed(found, base), atom)
            return
        shown = found if every else news.untold(found)
        if form == "text":
            table_file.say([news.text(shown)], output)
        else:
            table_file.write(table_file.Table("nytt", news.COLUMNS, news.rows(shown)), form, output)
        desk.tell(shown)
    for alert in found:
        if alert.error:
            raise shell.fail(f"{alert.search.name}: {alert.error} Ta bort sökningen och spara den på nytt.")


def _feed(found: tuple[Alert, ...], base: str) -> bytes:
    from ui.atom import feed  # noqa: PLC0415 - keeps --help fast

    if len(found) != 1:
        raise click.UsageError("Ett flöde gäller en sökning: skriv vilken, protokollspar alerts NAMN --atom FIL.")
    return feed(found[0].search, found[0].news, base)
