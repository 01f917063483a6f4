"""`protokollspar issues`: all issues of the library, with where each stands."""

from __future__ import annotations

from pathlib import Path

import click

from ui import shell
from ui.swedish import SwedishCommand

STATES = {
    "öppet": "open",
    "avgjort": "decided",
    "hänskjutet": "referred",
    "bordlagt": "tabled",
    "utgånget": "withdrawn",
}
"""What people write after --state; the English names of the records are understood too."""
FIRST, LAST = 1800, 2200


@click.command(cls=SwedishCommand)
@click.option("--board", "boards", multiple=True, metavar="NÄMND", help="Bara ärenden som varit uppe i denna nämnd.")
@click.option("--from", "first", type=click.IntRange(FIRST, LAST), metavar="ÅR", help="Uppe detta år eller senare.")
@click.option("--to", "last", type=click.IntRange(FIRST, LAST), metavar="ÅR", help="Uppe detta år eller tidigare.")
@click.option(
    "--state",
    type=click.Choice([*STATES, *STATES.values()]),
    metavar="LÄGE",
    help=f"Bara i detta läge: {', '.join(STATES)}.",
)
@click.option(
    "--least",
    type=click.IntRange(1, 1000),
    default=2,
    metavar="ANTAL",
    help="Bara ärenden med minst så många paragrafer (annars 2).",
)
@shell.library_option
@shell.format_option("text", "jsonl", "csv")
def issues(  # noqa: PLR0913, PLR0917 - one parameter an option
    boards: tuple[str, ...],
    first: int | None,
    last: int | None,
    state: str | None,
    least: int,
    library_path: Path,
    form: str,
) -> None:
    """Lista ärendena: paragrafer som hör ihop över nämnder, år och diarienummer, senast behandlat först."""
    from index.course import StateKind  # noqa: PLC0415 - keeps --help fast
    from ui import rows, text  # noqa: PLC0415 - keeps --help fast

    years = (first or FIRST, last or LAST) if first or last else None
    wanted = StateKind(STATES.get(state, state)) if state else None
    with shell.opened(library_path) as library:
        found = library.issues(boards=boards, years=years, state=wanted, least=least)
        if form == "jsonl":
            lines = shell.jsonl(map(rows.issue_row, found))
        elif form == "csv":
            lines = shell.csv_lines(map(rows.issue_row, found), rows.ISSUE_COLUMNS)
        else:
            lines = (f"{text.issue(issue)}\n" for issue in found)
        shell.write_lines(lines, None)
