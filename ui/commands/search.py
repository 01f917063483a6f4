"""`protokollspar search`: ranked paragraphs for one query, or for a whole file of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui import shell
from ui.swedish import SwedishCommand

if TYPE_CHECKING:
    from index.library import Library
    from index.results import Query

KINDS = {
    "paragraf": "paragraph",
    "text": "passage",
    "beslut": "decision",
    "yrkande": "motion",
    "reservation": "reservation",
    "anteckning": "note",
    "uppdrag": "assignment",
}
"""What people write after --kind; the English names of the records are understood too."""
YEAR_FIRST, YEAR_LAST = 1800, 2200
MOST_HITS = 1000

year = click.IntRange(YEAR_FIRST, YEAR_LAST)


@click.command(cls=SwedishCommand)
@click.argument("query", metavar="FRÅGA", required=False)
@click.option(
    "--queries",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FIL.json",
    help='Svara på många frågor: [{"id": …, "query": …}, …]. Skrivs ut som jsonl.',
)
@click.option(
    "--board", "boards", multiple=True, metavar="NAMN", help="Bara detta organ, namn eller förkortning (flera går bra)."
)
@click.option("--from", "first", type=year, metavar="ÅR", help="Från och med detta år.")
@click.option("--to", "last", type=year, metavar="ÅR", help="Till och med detta år.")
@click.option("--year", "only", type=year, metavar="ÅR", help="Bara detta år.")
@click.option(
    "--party", "parties", multiple=True, metavar="PARTI", help="Bara där någon från partiet agerar (flera går bra)."
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([*KINDS, *KINDS.values()]),
    metavar="SLAG",
    help=f"Bara träffar i detta slags text: {', '.join(KINDS)}.",
)
@click.option(
    "--limit",
    type=click.IntRange(1, MOST_HITS),
    default=20,
    metavar="ANTAL",
    help="Högst så många träffar (annars 20).",
)
@shell.library_option
@shell.format_option("text", "jsonl", "csv")
def search(**options: object) -> None:
    """Sök paragrafer efter mening och ord.

    Exempel: protokollspar search "kritik mot uppföljningen av vårdval" --from 2021
    """
    text, queries = options.pop("query"), options.pop("queries")
    library_path, form = options.pop("library_path"), str(options.pop("form"))
    if (text is None) == (queries is None):
        raise click.UsageError("Skriv en fråga, eller ge en fil med --queries.")
    asked = [("", str(text))] if queries is None else list(read_queries(Path(str(queries))))
    made = [(name, make_query(text, options)) for name, text in asked]
    with shell.opened(Path(str(library_path))) as library:
        for line in answers(library, made, form, many=queries is not None):
            click.echo(line)


def read_queries(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (id, text) of every query in a file; an entry without an id gets its place, from 1."""
    entries = shell.read_json(path)
    if not isinstance(entries, list):
        raise shell.fail(f"{path}: filen ska vara en lista av frågor.")
    for place, entry in enumerate(entries, start=1):
        text = entry.get("query") if isinstance(entry, Mapping) else entry
        if not isinstance(text, str):
            raise shell.fail(f'{path}: fråga {place} saknar "query".')
        yield (str(entry.get("id", place)) if isinstance(entry, Mapping) else str(place)), text


def make_query(text: str, options: Mapping[str, object]) -> Query:
    """Return the query with the filters that the options set."""
    from index.results import Query, UnitKind  # noqa: PLC0415 - keeps --help fast

    names = _names(options.get("kinds"))
    return Query(
        text=text,
        boards=_names(options.get("boards")),
        years=_span(options),
        parties=_names(options.get("parties")),
        kinds=tuple(UnitKind(KINDS.get(name, name)) for name in names),
        limit=int(str(options.get("limit", 20))),
    )


def answers(library: Library, queries: Iterable[tuple[str, Query]], form: str, *, many: bool) -> Iterator[str]:
    """Yield what is printed: per query one object when there are ``many``, otherwise hits in the form asked for."""
    from ui import rows, text  # noqa: PLC0415 - keeps --help fast

    for name, query in queries:
        answer = library.search(query)
        if many:
            yield from shell.jsonl([rows.answer_row(name, answer)])
        elif form == "jsonl":
            yield from shell.jsonl(map(rows.hit_row, answer.hits))
        elif form == "csv":
            yield from shell.csv_lines(map(rows.hit_row, answer.hits), rows.HIT_COLUMNS)
        else:
            yield text.answer(answer)


def _names(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def _span(options: Mapping[str, object]) -> tuple[int, int] | None:
    first, last, only = (options.get(name) for name in ("first", "last", "only"))
    if only is not None and (first is not None or last is not None):
        raise click.UsageError("Använd --year eller --from och --to, inte båda.")
    if only is not None:
        first = last = only
    if first is None and last is None:
        return None
    span = (int(str(first or YEAR_FIRST)), int(str(last or YEAR_LAST)))
    if span[0] > span[1]:
        raise click.UsageError("--from är ett senare år än --to.")
    return span
