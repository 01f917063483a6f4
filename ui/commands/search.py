"""`protokollspar search`: ranked paragraphs for one query, for a whole file of them, or the like of one paragraph."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ui import shell
from ui.masked import masker_of, names_option
from ui.swedish import SwedishCommand

if TYPE_CHECKING:
    from index.library import Library
    from index.results import Answer, Query, Why

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
ORDERS = {"relevans": "relevance", "datum": "date", "äldst": "oldest"}
"""What people write after --sort; the English names are understood too."""
YEAR_FIRST, YEAR_LAST = 1800, 2200
MOST_HITS = 1000
_PRINTED = ("title", "quote")
"""The columns of a table of hits that are words of the protocol."""

year = click.IntRange(YEAR_FIRST, YEAR_LAST)
_file = click.Path(exists=True, dir_okay=False, path_type=Path)


def _many(name: str, field: str, metavar: str, text: str) -> Callable[[Any], Any]:
    return click.option(name, field, multiple=True, metavar=metavar, help=f"{text} (upprepa flaggan för flera).")


@click.command(cls=SwedishCommand)
@click.argument("query", metavar="FRÅGA", required=False)
@click.option(
    "--queries",
    type=_file,
    metavar="FIL",
    help='Svara på många frågor: [{"id": …, "query": …}, …] eller en csv med kolumnen query. Inte som text.',
)
@click.option("--similar", metavar="PARAGRAF", help='Paragrafer som liknar denna: "HSN 2024-11-21 § 231".')
@_many("--board", "boards", "NAMN", "Bara detta organ, namn eller förkortning")
@click.option("--from", "since", type=shell.reduced_date, metavar="DATUM", help="Från och med: 2023 eller 2023-05-01.")
@click.option("--to", "until", type=shell.reduced_date, metavar="DATUM", help="Till och med.")
@click.option("--year", "only", type=year, metavar="ÅR", help="Bara detta år.")
@_many("--party", "parties", "PARTI", "Bara där någon från partiet agerar")
@_many("--person", "people", "NAMN", "Bara där personen agerar")
@_many("--outcome", "outcomes", "UTFALL", "Bara med detta utfall: bifall, avslag, återremiss …")
@_many("--recipient", "recipients", "MOTTAGARE", "Bara med uppdrag till denna")
@_many("--case", "case_numbers", "DNR", "Bara detta diarienummer")
@_many("--organisation", "organisations", "NAMN", "Bara denna kommun eller region")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([*KINDS, *KINDS.values()]),
    metavar="SLAG",
    help=f"Bara träffar i detta slags text: {', '.join(KINDS)}.",
)
@click.option(
    "--sort",
    "order",
    type=click.Choice([*ORDERS, *ORDERS.values()]),
    default="relevans",
    metavar="ORDNING",
    help=f"Ordning: {', '.join(ORDERS)} (annars relevans).",
)
@click.option(
    "--limit",
    type=click.IntRange(1, MOST_HITS),
    default=20,
    metavar="ANTAL",
    help="Högst så många träffar (annars 20).",
)
@click.option("--offset", type=click.IntRange(0), default=0, metavar="ANTAL", help="Hoppa över de första träffarna.")
@click.option("--facets", is_flag=True, help="Räkna hela resultatet per organ, år, parti, slag och utfall.")
@click.option("--why", is_flag=True, help="Visa för varje träff hur dess poäng är räknad.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FIL", help="Skriv till denna fil.")
@names_option
@shell.library_option
@shell.format_option("text", "jsonl", "csv", "xlsx")
@click.pass_context
def search(context: click.Context, /, **options: Any) -> None:
    """Sök paragrafer efter mening och ord.

    FRÅGA är ord, och om man vill: "exakt fras", -utan, nämnd:HSN, parti:C, person:"Anna Lind", typ:reservation,
    utfall:avslag, mottagare:regiondirektören, år:2022-2024, från:2022-05, till:2023, dnr:"HSN 12-2024", § 231. Bara ett
    diarienummer, en paragraf (HSN 2024-11-21 § 231) eller ett datum leder rakt dit.

    Exempel: protokollspar search 'kritik mot uppföljningen -budget nämnd:HSN år:2021-'
    """
    if sum(options[name] is not None for name in ("query", "queries", "similar")) != 1:
        raise click.UsageError("Skriv en fråga, ge en fil med --queries, eller en paragraf med --similar.")
    forms = ("text", "jsonl", "csv", "xlsx")
    form = shell.form_for(context, options["output"], str(options["form"]), forms)
    texts = [("", options["query"] or "")] if options["queries"] is None else read_queries(options["queries"])
    asked = [(name, make_query(text, options)) for name, text in texts]
    with shell.opened(options["library_path"]) as library:
        if options["queries"] is not None:
            _say_many(library, asked, options, form)
        else:
            _say_one(library, _answered(library, asked[0][1], options["similar"]), options, form)


def read_queries(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (id, text) of every query in a JSON or CSV file; an entry without an id gets its place, from 1."""
    entries = _csv_entries(path) if path.suffix.lower() == ".csv" else shell.read_json(path)
    if not isinstance(entries, list):
        raise shell.fail(f"{path}: filen ska vara en lista av frågor.")
    for place, entry in enumerate(entries, start=1):
        text = entry.get("query") if isinstance(entry, Mapping) else entry
        if not isinstance(text, str):
            raise shell.fail(f'{path}: fråga {place} saknar "query".')
        yield (str(entry.get("id") or place) if isinstance(entry, Mapping) else str(place)), text


def _csv_entries(path: Path) -> list[dict[str, str | None]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise shell.fail(f"{path}: filen kan inte läsas som UTF-8 ({error}).") from error
    first = text.partition("\n")[0]
    return list(csv.DictReader(text.splitlines(), delimiter=";" if ";" in first else ","))


def make_query(text: str, options: Mapping[str, object]) -> Query:
    """Return the query with the filters that the options set."""
    from index.results import Order, Query, UnitKind  # noqa: PLC0415 - keeps --help fast

    only, order = options.get("only"), str(options.get("order", "relevance"))
    since, until = _span(options)
    return Query(
        text=text,
        boards=_names(options.get("boards")),
        years=None if only is None else (int(str(only)), int(str(only))),
        parties=_names(options.get("parties")),
        kinds=tuple(UnitKind(KINDS.get(name, name)) for name in _names(options.get("kinds"))),
        limit=int(str(options.get("limit", 20))),
        organisations=_names(options.get("organisations")),
        people=_names(options.get("people")),
        outcomes=_names(options.get("outcomes")),
        recipients=_names(options.get("recipients")),
        case_numbers=_names(options.get("case_numbers")),
        since=since,
        until=until,
        order=Order(ORDERS.get(order, order)),
        offset=int(str(options.get("offset", 0))),
        facets=bool(options.get("facets")),
    )


def _answered(library: Library, query: Query, similar: str | None) -> Answer:
    if similar is not None:
        return library.similar(library.find_paragraph(similar), query.limit, query.offset)
    return library.search(query)


def _say_one(library: Library, answer: Answer, options: Mapping[str, Any], form: str) -> None:
    from ui import answers, rows, table_file  # noqa: PLC0415 - keeps --help fast

    whys: tuple[Why, ...] = ()
    if options["why"] and options["similar"] is None:
        whys = tuple(library.why(answer.query, hit.paragraph_id) for hit in answer.hits)
    if form == "text":
        table_file.say([answers.text(answer, whys)], options["output"])
        return
    found = [rows.hit_row(hit) for hit in answer.hits]
    for row, why in zip(found, whys, strict=False):
        row["why"] = answers.why_row(why)
    if answer.facets and form == "jsonl":
        found.append({"facets": answers.facets_row(answer.facets), "total": answer.total})
    shown = _masked(library, found, form, names=options["names"])
    table_file.write(table_file.Table("traffar", rows.HIT_COLUMNS, shown), form, options["output"])


def _say_many(library: Library, asked: Iterable[tuple[str, Query]], options: Mapping[str, Any], form: str) -> None:
    from ui import answers, rows, table_file  # noqa: PLC0415 - keeps --help fast

    told = answered(library, asked)
    if form in ("text", "jsonl"):
        table_file.say(shell.jsonl(told), options["output"])
        return
    columns = ("id", "query", "no_match", "rank", *rows.HIT_COLUMNS)
    shown = _masked(library, answers.flat(told), form, names=options["names"])
    table_file.write(table_file.Table("svar", columns, shown), form, options["output"])


def _masked(
    library: Library, found: Iterable[Mapping[str, object]], form: str, *, names: bool
) -> Iterable[Mapping[str, object]]:
    """Return rows with private names masked where they become a table; a record (jsonl) quotes what is printed."""
    masker = None if form == "jsonl" else masker_of(library, names=names)
    return found if masker is None else masker.rows(found, _PRINTED)


def answered(library: Library, queries: Iterable[tuple[str, Query]]) -> Iterator[dict[str, object]]:
    """Yield one object per query; one that cannot be understood says so in ``error`` and stops no other."""
    from index.errors import UnknownFilterError  # noqa: PLC0415 - keeps --help fast
    from ui import rows  # noqa: PLC0415 - keeps --help fast

    for name, query in queries:
        try:
            yield {**rows.answer_row(name, library.search(query)), "query": query.text}
        except UnknownFilterError as error:
            click.echo(f"{name}: {error}", err=True)
            yield {"id": name, "query": query.text, "hits": [], "no_match": True, "error": str(error)}


def _names(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def _span(options: Mapping[str, object]) -> tuple[str | None, str | None]:
    """Return the first and the last date that are asked for, either as reduced as it was written."""
    since, until = (None if value is None else str(value) for value in (options.get("since"), options.get("until")))
    if options.get("only") is not None and (since or until):
        raise click.UsageError("Använd --year eller --from och --to, inte båda.")
    if since and until and since[: len(until)] > until[: len(since)]:
        raise click.UsageError("--from är senare än --to.")
    return since, until
