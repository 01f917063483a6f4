"""`protokollspar link`: say that two paragraphs are one issue, or that they are not, and see who has said so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui import shell
from ui.swedish import SwedishCommand

if TYPE_CHECKING:
    from index.tracing.corrected_links import Correction

VERDICTS = ("confirm", "split", "undo", "list")


@click.command(cls=SwedishCommand)
@click.argument("verdict", type=click.Choice(VERDICTS), metavar="confirm|split|undo|list")
@click.argument("one", metavar="[PARAGRAF]", required=False)
@click.argument("other", metavar="[PARAGRAF]", required=False)
@click.option("--who", metavar="NAMN", help="Vem som bestämmer det.")
@click.option("--why", default="", metavar="SKÄL", help="Varför.")
@shell.library_option
def link(verdict: str, one: str | None, other: str | None, who: str | None, why: str, library_path: Path) -> None:
    """Bekräfta (confirm) eller skilj (split) två paragrafer som programmet har kopplat, eller ångra (undo) det.

    Paragraferna skrivs som "HSN 2024-11-21 § 231". Det sparas med namn och datum i bibliotekets samband.csv, gäller
    genast och består när filerna läses om. "link list" visar vad som är sagt.
    """
    with shell.opened(library_path) as library:
        if verdict == "list":
            told = [_told(each) for each in library.corrected_links()]
            click.echo("\n".join(told) if told else "Ingen koppling är bekräftad eller skild.")
            return
        if one is None or other is None or not who:
            raise click.UsageError("Skriv två paragrafer och vem som bestämmer: --who NAMN.")
        from index.tracing.corrected_links import Verdict  # noqa: PLC0415 - keeps --help fast

        made = library.correct_link(Verdict[verdict.upper()], one, other, who=who, why=why)
    click.echo(_told(made))


def _told(made: Correction) -> str:
    why = f": {made.why}" if made.why else ""
    return f"{made.when[:10]} {made.who} ({made.verdict}): {made.one.paragraph} – {made.other.paragraph}{why}"
