"""`protokollspar correct`: say that a field was read wrong, what it should be, who says so and why."""

from __future__ import annotations

from pathlib import Path

import click

from ui import shell
from ui.swedish import SwedishCommand


@click.command(cls=SwedishCommand)
@click.argument("paragraph", metavar="[PARAGRAF]", required=False)
@click.argument("field", metavar="[FÄLT]", required=False)
@click.argument("value", metavar="[VÄRDE]", required=False)
@click.option("--who", metavar="NAMN", help="Vem som rättar.")
@click.option("--why", metavar="SKÄL", help="Varför: vad som egentligen står, och var.")
@click.option("--list", "listed", is_flag=True, help="Visa alla rättelser som gäller.")
@shell.library_option
def correct(  # noqa: PLR0913 - a correction is what, where, who and why
    paragraph: str | None,
    field: str | None,
    value: str | None,
    who: str | None,
    why: str | None,
    *,
    listed: bool,
    library_path: Path,
) -> None:
    """Rätta ett fält som lästes fel. Rättelsen gäller genast och består när filen läses om.

    PARAGRAF skrivs som "HSN 2024-11-21 § 231" och FÄLT som i protokollspar show: title, case_numbers,
    decisions.1.outcome, motions.2.movers, assignments.1.due … För hela filen: fil.board, fil.date, fil.organisation.
    Ett yrkande eller annat som inte finns tas bort med bara "motions.2" och VÄRDE "". Personer skrivs
    "Åsa Öberg (S); (SD)".
    """
    from ui import record  # noqa: PLC0415 - keeps --help fast

    with shell.opened(library_path) as library:
        if listed:
            click.echo(record.corrections_text(library.corrections()))
            return
        if paragraph is None or field is None or value is None or not who or not why:
            raise click.UsageError(
                "Skriv PARAGRAF, FÄLT och VÄRDE, och vem som rättar och varför: --who NAMN --why SKÄL."
            )
        made = library.correct(paragraph, field, value, who=who, why=why)
    click.echo(record.correction_line(made))
