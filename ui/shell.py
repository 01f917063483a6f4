"""What every command shares: where the library is, how answers are printed, how errors end.

Always holds: an error of the library or of a file reaches the user as one Swedish line on stderr and exit code 1, never
as a traceback. Leaves out what the commands themselves do. Nothing heavy is imported until a library is opened.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from index.library import Library

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

DEFAULT_LIBRARY = Path("~/.local/share/protokollspar/bibliotek")
LIBRARY_VARIABLE = "PROTOKOLLSPAR_LIBRARY"

library_option: Decorator = click.option(
    "--library",
    "library_path",
    envvar=LIBRARY_VARIABLE,
    type=click.Path(path_type=Path),
    default=DEFAULT_LIBRARY,
    metavar="MAPP",
    help=f"Bibliotekets mapp (annars {LIBRARY_VARIABLE}, annars {DEFAULT_LIBRARY}).",
)


def format_option(*formats: str) -> Decorator:
    """Return the option that chooses what comes out; the first format is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=formats[0],
        metavar="|".join(formats),
        help=f"Vad som skrivs ut (annars {formats[0]}).",
    )


class ReducedDate(click.ParamType[str]):
    """A date as people write it, whole or reduced: "2023-05-01", "2023-05", "2023"."""

    name = "datum"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the date as text."""
        written = str(value).strip()
        try:
            date.fromisoformat((written + "-01-01")[: len("2023-05-01")])
        except ValueError:
            self.fail(f'"{value}" är inget datum. Skriv 2023-05-01, 2023-05 eller 2023.', param, ctx)
        if len(written) not in _DATE_LENGTHS:
            self.fail(f'"{value}" är inget datum. Skriv 2023-05-01, 2023-05 eller 2023.', param, ctx)
        return written


_DATE_LENGTHS = (4, 7, 10)
reduced_date = ReducedDate()


def fail(message: str) -> click.ClickException:
    """Return the exception that ends the program with this Swedish line and exit code 1."""
    return click.ClickException(" ".join(message.split()))


@contextmanager
def swedish_errors() -> Iterator[None]:
    """Turn errors of the library and of reading into one line for the user."""
    from index.errors import LibraryError  # noqa: PLC0415 - keeps --help fast
    from ingest.errors import ReadingError  # noqa: PLC0415 - keeps --help fast

    try:
        yield
    except (LibraryError, ReadingError) as error:
        raise fail(str(error)) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise fail(os_message(error)) from error


def os_message(error: OSError) -> str:
    """Return what the operating system refused, in Swedish, with the file's name."""
    worded: tuple[tuple[type[OSError], str], ...] = (
        (FileNotFoundError, "filen eller mappen finns inte"),
        (PermissionError, "programmet får inte läsa eller skriva där"),
        (IsADirectoryError, "det är en mapp, inte en fil"),
        (NotADirectoryError, "en del av sökvägen är ingen mapp"),
    )
    what = next((text for kind, text in worded if isinstance(error, kind)), error.strerror or str(error))
    return f"{error.filename}: {what}." if error.filename else f"{what}."


@contextmanager
def opened(path: Path, *, model: str | None = None, create: bool = False) -> Iterator[Library]:
    """Open the library at ``path`` for the length of a command, with Swedish errors."""
    with swedish_errors():
        from index.library import Library  # noqa: PLC0415 - keeps --help fast
        from ui.settings import page_settings  # noqa: PLC0415 - keeps --help fast

        # The library reads its own sections of the settings file; a misspelt section is found only by reading all.
        page_settings(path.expanduser())
        with Library.open(path.expanduser(), model=model, create=create) as library:
            yield library


def form_for(context: click.Context, output: Path | None, form: str, forms: Sequence[str]) -> str:
    """Return the form to write: the one asked for, else the one that the file's name ends with."""
    source = context.get_parameter_source("form")
    ending = output.suffix.removeprefix(".").lower() if output else ""
    chosen = source is not None and source.name != "DEFAULT"
    return form if chosen or ending not in forms else ending


def write(content: str | bytes, output: Path | None) -> None:
    """Write to a file, whole or not at all, or to the terminal where there is none."""
    if output is None:
        click.echo(content)
        return
    data = content if isinstance(content, bytes) else f"{content.rstrip()}\n".encode()
    try:
        beside = output.with_name(f"{output.name}.del")
        beside.write_bytes(data)
        beside.replace(output)
    except OSError as error:
        raise fail(os_message(error)) from error
    click.echo(f"Sparat: {output}", err=True)


def write_lines(lines: Iterable[str], output: Path | None) -> None:
    """Write line after line: to the terminal as they come, to a file all at once."""
    if output is not None:
        write("\n".join(lines), output)
        return
    for line in lines:
        click.echo(line)


def read_json(path: Path) -> Any:
    """Return what a JSON file holds.

    Raises:
        click.ClickException: with a Swedish line when it cannot be read or is no JSON.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise fail(os_message(error)) from error
    except ValueError as error:
        raise fail(f"{path}: filen är inte giltig JSON ({error}).") from error


def jsonl(rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Yield one line of JSON per row, Swedish letters as they are."""
    return (json.dumps(row, ensure_ascii=False) for row in rows)


def csv_lines(rows: Iterable[Mapping[str, object]], columns: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of a CSV table with a head; lists are joined by "; ", other structures are JSON."""
    yield _csv_line(columns)
    for row in rows:
        yield _csv_line([cell(row.get(column)) for column in columns])


def cell(value: object) -> str | int | float:
    """Return a value as one table cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, list | tuple) and all(isinstance(part, str | int) for part in value):
        return "; ".join(map(str, value))
    return json.dumps(value, ensure_ascii=False)


def _csv_line(cells: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()
