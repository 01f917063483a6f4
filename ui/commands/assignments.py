"""`protokollspar assignments`: the ledger of assignments, each with how it stands on a day and what that rests on."""

from __future__ import annotations

from pathlib import Path

import click

from ui import shell
from ui.masked import masked_assignments, masker_of, names_option
from ui.swedish import SwedishCommand

STATUSES = {
    "pågår": "open",
    "försenat": "overdue",
    "utan-spår": "no-trace",
    "redovisat": "reported",
    "avslutat": "closed",
    "förlängt": "prolonged",
    "återtaget": "withdrawn",
    "föreslaget": "proposed",
}
"""What people write after --status; the English names of the records are understood too."""


@click.command(cls=SwedishCommand)
@click.argument("words", metavar="[ORD]", required=False, default="")
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice([*STATUSES, *STATUSES.values()]),
    metavar="STATUS",
    help=f"Bara uppdrag som är: {', '.join(STATUSES)} (upprepa flaggan för flera).",
)
@click.option("--recipient", metavar="MOTTAGARE", default="", help='Bara uppdrag till: "regiondirektören".')
@click.option(
    "--board", "boards", multiple=True, metavar="NAMN", help="Bara givna av detta organ (upprepa flaggan för flera)."
)
@click.option(
    "--from", "given_from", type=shell.reduced_date, metavar="DATUM", help="Givna från och med: 2023 eller 2023-05-01."
)
@click.option("--to", "given_to", type=shell.reduced_date, metavar="DATUM", help="Givna till och med.")
@click.option(
    "--as-of", type=shell.reduced_date, metavar="DATUM", help="Så som det stod den dagen (annars: senaste mötet)."
)
@names_option
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FIL", help="Skriv hit (behövs för xlsx)."
)
@shell.library_option
@shell.format_option("text", "jsonl", "csv", "xlsx")
def assignments(  # noqa: PLR0913, PLR0917 - one option each
    words: str,
    statuses: tuple[str, ...],
    recipient: str,
    boards: tuple[str, ...],
    given_from: str | None,
    given_to: str | None,
    as_of: str | None,
    names: bool,  # noqa: FBT001 - a flag of the command line
    output: Path | None,
    library_path: Path,
    form: str,
) -> None:
    """Visa uppdrag: vem fick vad, till när, och hur det gick.

    ORD tar bara med uppdrag som nämner dem. Status är programmets slutsats av vad protokollen säger; under varje
    uppdrag står det den vilar på. "Försenat" är uppdrag vars tid gått ut, "utan spår" sådana som inget protokoll sedan
    nämner.
    """
    from index.ledger import Asked, AssignmentStatus  # noqa: PLC0415 - keeps --help fast
    from ui import ledger, table_file  # noqa: PLC0415 - keeps --help fast

    wanted = tuple(AssignmentStatus(STATUSES.get(status, status)) for status in statuses)
    with shell.opened(library_path) as library:
        found = library.assignments(Asked(wanted, recipient, boards, given_from, given_to, as_of, words))
        found = masked_assignments(found, masker_of(library, names=names))
    if form == "text":
        table_file.say([ledger.text(found)], output)
    else:
        table_file.write(
            table_file.Table("uppdrag", ledger.COLUMNS, ledger.rows(found, nested=form == "jsonl")), form, output
        )
