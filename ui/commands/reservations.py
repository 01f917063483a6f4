"""`protokollspar reservations`: who argued what in reservations, notes and statements, and whether it is new."""

from __future__ import annotations

from pathlib import Path

import click

from ui import masked, shell
from ui.swedish import SwedishCommand

KINDS = ("reservation", "note", "statement", "motion")


@click.command(cls=SwedishCommand)
@click.argument("words", metavar="[ORD]", required=False, default="")
@click.option("--party", "parties", multiple=True, metavar="PARTI", help="Bara detta partis (flera går bra): C.")
@click.option("--person", "people", multiple=True, metavar="NAMN", help="Bara denna förtroendevaldas.")
@click.option("--year", metavar="ÅR", default="", help='Bara detta år eller dessa: "2023" eller "2021-2024".')
@click.option("--board", "boards", multiple=True, metavar="NAMN", help="Bara i detta organ (flera går bra).")
@click.option(
    "--issue", metavar="ÄRENDE", default="", help='Bara i ärendet: "HSN 2024-11-21 § 231" eller ett diarienummer.'
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(KINDS),
    metavar="SLAG",
    help="reservation, note (protokollsanteckning), statement (särskilt yttrande) eller motion (yrkande med skäl).",
)
@click.option("--themes", is_flag=True, help="Samla argument som återkommer, år för år och parti för parti.")
@click.option("--argued", metavar="TEXT", default="", help="Har detta argumenterats förut? Visa det mest lika.")
@click.option(
    "--limit", type=click.IntRange(1), default=20, metavar="ANTAL", help="Högst så många med --argued (annars 20)."
)
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FIL", help="Skriv hit (behövs för xlsx)."
)
@masked.names_option
@shell.library_option
@shell.format_option("text", "jsonl", "csv", "xlsx")
def reservations(  # noqa: PLR0913, PLR0917 - one option each
    words: str,
    parties: tuple[str, ...],
    people: tuple[str, ...],
    year: str,
    boards: tuple[str, ...],
    issue: str,
    kinds: tuple[str, ...],
    themes: bool,  # noqa: FBT001 - a flag
    argued: str,
    limit: int,
    output: Path | None,
    names: bool,  # noqa: FBT001 - a flag
    library_path: Path,
    form: str,
) -> None:
    """Visa reservationer, anteckningar och yttranden med sina argument.

    ORD tar bara med dem som nämner orden. Varje argument är ett ordagrant citat med sida. Vilka meningar som är
    argument, vilket yrkande en reservation försvarar när det inte står, och vilka argument som hör ihop är programmets
    slutsatser. Utan --kind visas allt utom yrkanden.
    """
    from index.arguments import ArgumentKind, AskedArguments  # noqa: PLC0415 - keeps --help fast
    from ui import arguments, table_file  # noqa: PLC0415 - keeps --help fast

    if themes and argued:
        raise click.UsageError("--themes och --argued går inte ihop: välj en.")
    wanted = tuple(ArgumentKind(kind) for kind in kinds or KINDS[:3])
    asked = AskedArguments(words, parties, people, boards, _years(year), wanted, issue)
    with shell.opened(library_path) as library:
        masker = masked.masker_of(library, names=names)
        if themes:
            gathered = masked.masked_themes(library.themes(asked), masker)
            told = arguments.theme_text(gathered)
            table = table_file.Table("argument", arguments.THEME_COLUMNS, arguments.theme_rows(gathered))
        elif argued:
            echoes = masked.masked_echoes(library.argued(argued, asked, limit=limit), masker)
            told = arguments.echo_text(echoes)
            table = table_file.Table("liknande", arguments.ECHO_COLUMNS, arguments.echo_rows(echoes))
        else:
            found = masked.masked_argued(library.reservations(asked), masker)
            told = arguments.text(found)
            table = table_file.Table("reservationer", arguments.COLUMNS, arguments.rows(found))
    if form == "text":
        table_file.say([told], output)
    else:
        table_file.write(table, form, output)


def _years(written: str) -> tuple[int, int] | None:
    """Return the span of years of "2023" or "2021-2024"."""
    if not written.strip():
        return None
    first, _, last = written.replace("–", "-").partition("-")
    if not first.strip().isdigit() or (last.strip() and not last.strip().isdigit()):
        raise click.UsageError(f'"{written}" är inget år. Skriv 2023 eller 2021-2024.')
    return int(first), int(last or first)
