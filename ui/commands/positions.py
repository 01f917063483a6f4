"""`protokollspar positions`: where each party stood year by year, who reserves with whom, what a person has done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ui import shell
from ui.masked import masker_of, names_option
from ui.swedish import SwedishCommand

if TYPE_CHECKING:
    from index.library import Library
    from index.masking import Masker

FORMATS = ("text", "csv", "xlsx", "jsonl")


class YearSpan(click.ParamType[tuple[int, int]]):
    """A year or a span of years: "2023", "2020-2024"."""

    name = "år"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """Return the first and the last year."""
        if isinstance(value, tuple):
            return value
        first, _, last = str(value).replace("–", "-").partition("-")
        if not (_is_year(first) and (not last or _is_year(last))) or int(last or first) < int(first):
            self.fail(f'"{value}" är inga år. Skriv 2023 eller 2020-2024.', param, ctx)
        return int(first), int(last or first)


@click.command(cls=SwedishCommand)
@click.argument("start", metavar="[ÄRENDE]", required=False, default="")
@click.option(
    "--person", metavar="NAMN", default="", help='Bara vad personen gjort: "Anna Lind" eller "Anna Lind (C)".'
)
@click.option("--together", is_flag=True, help="Visa i stället vilka partier som reserverar sig tillsammans.")
@click.option("--party", "parties", multiple=True, metavar="PARTI", help="Bara detta parti (flera går bra).")
@click.option("--years", type=YearSpan(), metavar="ÅR", help="Bara dessa år: 2023 eller 2020-2024.")
@click.option("--board", "boards", multiple=True, metavar="NAMN", help="Bara i detta organ (flera går bra).")
@names_option
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FIL", help="Skriv hit (behövs för xlsx)."
)
@shell.library_option
@shell.format_option(*FORMATS)
@click.pass_context
def positions(context: click.Context, /, **options: Any) -> None:
    """Visa var partierna stod, år för år, i ett ärende.

    ÄRENDE är en fråga, ett diarienummer eller en paragraf: "HSN 2024-11-21 § 231". I varje ruta står de handlingar som
    protokollen skriver ut: yrkanden, reservationer, röster med vad de betydde, anteckningar. En tom ruta är tystnad.
    """
    start, person, together = (options[name] for name in ("start", "person", "together"))
    if not (start or person or together):
        raise click.UsageError("Skriv ett ärende eller en fråga, eller ge --person eller --together.")
    if person and together:
        raise click.UsageError("--person och --together kan inte stå tillsammans.")
    form = shell.form_for(context, options["output"], str(options["form"]), FORMATS)
    with shell.opened(options["library_path"]) as library:
        masker = masker_of(library, names=options["names"])
        if together:
            _say_alliances(library, options, form, masker)
        else:
            _say_positions(library, options, form, masker)


def _say_positions(library: Library, options: dict[str, Any], form: str, masker: Masker | None) -> None:
    from ui import position_text, table_file  # noqa: PLC0415 - keeps --help fast
    from ui import positions as tables  # noqa: PLC0415 - keeps --help fast

    filters = {name: options[name] for name in ("parties", "years", "boards")}
    found = library.positions(options["start"], person=options["person"], **filters)
    output = options["output"]
    acts = table_file.Table("handlingar", tables.COLUMNS, tables.rows(found, masker))
    if form == "text":
        table_file.say([position_text.text(found, masker)], output)
    elif form == "jsonl":
        table_file.say(shell.jsonl(tables.cell_rows(found, masker)), output)
    elif form == "xlsx" and output is not None:
        table_file.write_workbook([tables.grid(found), acts], output)
    else:
        table_file.write(acts, form, output)


def _say_alliances(library: Library, options: dict[str, Any], form: str, masker: Masker | None) -> None:
    from ui import position_text, table_file  # noqa: PLC0415 - keeps --help fast
    from ui import positions as tables  # noqa: PLC0415 - keeps --help fast

    filters = {name: options[name] for name in ("parties", "years", "boards")}
    found = library.alliances(options["start"], **filters)
    if form == "text":
        table_file.say([position_text.alliances_text(found)], options["output"])
    elif form == "jsonl":
        table_file.say(shell.jsonl(tables.nested_pair_rows(found, masker)), options["output"])
    else:
        table = table_file.Table("tillsammans", tables.PAIR_COLUMNS, tables.pair_rows(found))
        table_file.write(table, form, options["output"])


def _is_year(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) == len("2024")
