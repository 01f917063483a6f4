"""`protokollspar user`: who may log in to the page."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ui import shell
from ui.swedish import SwedishCommand

DOINGS = ("add", "list", "remove")


@click.command(cls=SwedishCommand)
@click.argument("doing", type=click.Choice(DOINGS), metavar="|".join(DOINGS))
@click.argument("name", metavar="[NAMN]", required=False)
@shell.library_option
def user(doing: str, name: str | None, library_path: Path) -> None:
    """Lägg till en användare (add NAMN), lista dem (list) eller ta bort en (remove NAMN).

    De får logga in på webbsidan när protokollspar serve körs med --auth. Den som redan finns får ett nytt lösenord.
    Lösenordet frågas efter två gånger, eller läses som en rad från standard in.
    """
    from ui.settings import page_settings  # noqa: PLC0415 - keeps --help fast
    from ui.users import Users  # noqa: PLC0415 - keeps --help fast

    if doing != "list" and not name:
        raise click.UsageError("Skriv user add NAMN, user list eller user remove NAMN.")
    with shell.swedish_errors():
        users = Users(page_settings(library_path.expanduser()).users)
        if doing == "list":
            click.echo("\n".join(users.all()) or "Ingen användare finns. Lägg till en: protokollspar user add NAMN")
        elif doing == "remove":
            users.remove(name or "")
            click.echo(f"Borttagen: {name}")
        else:
            new = users.put(name or "", asked())
            click.echo(f"{'Tillagd' if new else 'Nytt lösenord för'}: {name}")


def asked() -> str:
    """Return the password: typed twice at a terminal, else the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    while True:
        first: str = click.prompt("Lösenord", hide_input=True, err=True)
        if click.prompt("En gång till", hide_input=True, err=True) == first:
            return first
        click.echo("De två är inte lika. Försök igen.", err=True)
