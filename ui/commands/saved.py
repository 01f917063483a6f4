"""`protokollspar saved`: save a query under a name, list those that are saved, remove one."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from ui import shell
from ui.swedish import SwedishCommand

DOINGS = ("add", "list", "remove")


@click.command(cls=SwedishCommand)
@click.argument("doing", type=click.Choice(DOINGS), metavar="|".join(DOINGS))
@click.argument("name", metavar="[NAMN]", required=False)
@click.argument("query", metavar="[FRÅGA]", required=False)
@click.option("--who", metavar="NAMN", help="Vem som sparar eller tar bort (annars ditt användarnamn).")
@shell.library_option
@shell.format_option("text", "jsonl")
def saved(doing: str, name: str | None, query: str | None, who: str | None, library_path: Path, form: str) -> None:
    """Spara en sökning (add NAMN FRÅGA), lista de sparade (list) eller ta bort en (remove NAMN).

    FRÅGA skrivs som i protokollspar search, med filter. Det som finns vid sparandet räknas som känt; protokollspar
    alerts visar vad som tillkommit sedan dess.
    """
    if (doing == "add" and not (name and query)) or (doing == "remove" and not name):
        raise click.UsageError("Skriv saved add NAMN FRÅGA, saved list eller saved remove NAMN.")
    with shell.opened(library_path) as library:
        alerts = library.alerts
        if doing == "list":
            found = alerts.saved.all()
        elif doing == "add":
            found = (alerts.add(name or "", query or "", who or user()),)
        else:
            found = (alerts.saved.remove(name or "", who or user()),)
    if form == "jsonl":
        rows = [{"name": one.name, "query": one.text, "who": one.who, "when": one.when} for one in found]
        shell.write_lines(shell.jsonl(rows), None)
        return
    heading = {"add": "Sparad: ", "remove": "Borttagen: ", "list": ""}[doing]
    lines = [f"{heading}{one.name}: {one.text} ({one.who}, {one.when[:10]})" for one in found]
    click.echo(
        "\n".join(lines) if lines else "Ingen sökning är sparad. Spara en med: protokollspar saved add NAMN FRÅGA"
    )


def user() -> str:
    """Return the name of who is logged in, "okänd" where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "okänd"
