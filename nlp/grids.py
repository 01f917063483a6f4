"""Tables in a section's text: rows are blocks whose cells are parted by tabs, and what each column holds.

The first row is the head where it names columns; a head that is printed again on the next page is no row, and a row
below it whose first cell goes on in lower case with nothing beside it is the rest of the row above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from nlp.acts import Range


class Column(StrEnum):
    """What a column of a plan or of a list of terms holds."""

    ACTIVITY = "activity"
    STEP = "step"
    DATE = "date"
    START = "start"
    END = "end"
    RESPONSIBLE = "responsible"
    TERM = "term"
    MEANING = "meaning"


# The words of column heads, tried in this order.
_HEADS: tuple[tuple[Column, re.Pattern[str]], ...] = tuple(
    (column, re.compile(pattern, re.IGNORECASE))
    for column, pattern in (
        # "Startdatum", "Start", "Från", "Påbörjas"
        (Column.START, r"start(?:datum|tid|ar)?|från(?: och med)?|fr\.o\.m\.?|påbörja[sd]|börjar|inleds"),
        # "Slutdatum", "Slut", "Till", "Avslutas"
        (
            Column.END,
            r"slut(?:datum|tid)?|till(?: och med)?|t\.o\.m\.?|avsluta[sd]|klar(?:t|datum)?|färdig(?:t|datum)?",
        ),
        # "Datum", "Tidpunkt", "När", "Klart senast", "Senast"
        (
            Column.DATE,
            (
                r"(?:\w*)datum|tid(?:punkt|plan|sram)?|när|(?:klart?|färdigt?|levereras)? ?senast(?: klart?)?|deadline"
                r"|period|månad|kvartal"
            ),
        ),
        # "Ansvarig", "Ansvarig funktion", "Vem", "Ansvar"
        (Column.RESPONSIBLE, r"ansvar(?:ig(?:a|t)?)?(?: .{1,30})?|vem|utförare|utförs av|huvudansvarig|resurs(?:er)?"),
        # "Begrepp/förkortning", "Term", "Förkortning"
        (Column.TERM, r"(?:begrepp|term|förkortning(?:ar)?|ord|uttryck|benämning)(?:\s?(?:/|och)\s?\w+)?"),
        (Column.MEANING, r"förklaring|betydelse|definition|innebörd|betyder|beskrivning|i klartext"),
        # "Delaktivitet", "Aktivitet", "Arbetsmoment", "Åtgärd"
        (
            Column.ACTIVITY,
            r"(?:del|huvud)?aktivitet(?:er)?|arbetsmoment|moment|åtgärd(?:er)?|insats(?:er)?|uppgift|vad",
        ),
        # "Milstolpe", "Fas/beslutspunkt", "Leverans", "Hållpunkt", "Beslut"
        (
            Column.STEP,
            (
                r"(?:milstolp(?:e|ar)|fas(?:er)?|etapp|steg|delmål|leverans(?:er)?|leverabel|hållpunkt(?:er)?|händelse"
                r"|beslut(?:spunkt)?|resultat|avstämning)(?:\s?/\s?\w+)?"
            ),
        ),
    )
)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's words and their place in the section's text."""

    text: str
    range: Range


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: what its columns hold (None: none of ours) and its rows, each with a cell for every column."""

    columns: tuple[Column | None, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def first(self, *wanted: Column) -> int | None:
        """Return the place of the first column that holds one of these."""
        return next((place for place, column in enumerate(self.columns) if column in wanted), None)


def grids(text: str) -> Iterator[Grid]:
    """Yield the tables of a section's text."""
    run: list[list[Cell]] = []
    for row in (*_rows(text), None):
        if row is not None and len(row) > 1:
            run.append(row)
            continue
        if run:
            yield _grid(run)
        run = []


def _rows(text: str) -> Iterator[list[Cell]]:
    at = 0
    for line in text.split("\n"):
        cells, start = [], at
        for part in line.split("\t"):
            cells.append(_cell(part, start))
            start += len(part) + 1
        yield cells
        at += len(line) + 1


def _cell(part: str, start: int) -> Cell:
    bare = part.strip()
    begin = start + (len(part) - len(part.lstrip()) if bare else 0)
    return Cell(bare, Range(begin, begin + len(bare)))


def _grid(run: list[list[Cell]]) -> Grid:
    columns = tuple(column_of(cell.text) for cell in run[0])
    if sum(column is not None for column in columns) < _FEWEST:
        return Grid(tuple(None for _ in run[0]), tuple(tuple(row) for row in run))
    head = [cell.text for cell in run[0]]
    rows: list[tuple[Cell, ...]] = []
    again = False
    for row in run[1:]:
        if [cell.text for cell in row] == head:
            again = True
        elif again and rows and _is_rest(row):
            rows[-1] = _continued(rows[-1], row)
        else:
            rows.append(_filled(row, len(head)))
            again = False
    return Grid(columns, tuple(rows))


def _is_rest(row: list[Cell]) -> bool:
    return row[0].text[:1].islower() and not any(cell.text for cell in row[1:])


def _continued(row: tuple[Cell, ...], rest: list[Cell]) -> tuple[Cell, ...]:
    """Join the rest of a broken first cell; its range reaches over what is printed between."""
    text = f"{row[0].text} {rest[0].text}"
    return (Cell(text, Range(row[0].range.start, rest[0].range.end)), *row[1:])


def _filled(row: list[Cell], width: int) -> tuple[Cell, ...]:
    end = row[-1].range.end
    return (*row, *(Cell("", Range(end, end)) for _ in range(width - len(row))))


def column_of(head: str) -> Column | None:
    """Return what a column with this head holds."""
    bare = " ".join(head.split()).rstrip(":")
    return next((column for column, pattern in _HEADS if pattern.fullmatch(bare)), None)
