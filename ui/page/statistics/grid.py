"""A table of statistics as it is shown: board by board, year by year, the years without protocols too.

Always holds: pure; a year of the span that has no protocol of a board is there with no rows, so that nothing read is
never taken for nothing done. Sums over all boards are of numbers that may be added.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.statistics import BoardYear, Statistics
from ui.speech import t
from ui.statistics import labels
from ui.statistics.tables import COVER, Row, StatTable

APART = "handläggningstid"
"""The table whose numbers cannot be added."""
KEYS = ("organ", "år")


@dataclass(frozen=True, slots=True)
class Year:
    """One year of a board: its rows (several where there are sorts, none where no protocol was read)."""

    name: str
    row: BoardYear | None
    rows: tuple[Row, ...]

    @property
    def doubtful(self) -> bool:
        """Whether § numbers or readable pages are missing, so that the numbers may be too low."""
        return any(_number(row.get(column)) for row in self.rows for column in COVER[1:])


@dataclass(frozen=True, slots=True)
class Group:
    """A board and its years."""

    name: str
    years: tuple[Year, ...]


def groups(found: Statistics, shown: StatTable) -> tuple[Group, ...]:
    """Return the boards of a table with their years, by name and time; what is undated last."""
    span = _span(found)
    boards: dict[str, list[BoardYear]] = defaultdict(list)
    for one in found.rows():
        boards[labels.board(one)].append(one)
    rows: dict[tuple[object, str], list[Row]] = defaultdict(list)
    for row in shown.rows:
        rows[row["organ"], str(row["år"])].append(row)
    return tuple(
        Group(board, tuple(_year(board, name, known, rows) for name in _names(span, known)))
        for board, known in boards.items()
    )


def together(found: Statistics, shown: StatTable, by_board: Sequence[Group]) -> Group | None:
    """Return all boards as one, None where there is only one or the numbers cannot be added."""
    if len(by_board) == 1 or shown.name == APART:
        return None
    sums: dict[tuple[str, object], Counter[str]] = {}
    for row in shown.rows:
        counted = sums.setdefault((str(row["år"]), row.get("slag")), Counter())
        counted.update({name: int(_number(row[name])) for name in shown.columns if name not in {*KEYS, "slag", *COVER}})
    names = _names(_span(found), found.rows())
    years = (Year(name, None, tuple(_sums(sums, name, shown.columns))) for name in names)
    return Group(t("Alla organ"), tuple(years))


def empty_years(by_board: Iterable[Group]) -> int:
    """Return in how many years of the boards no protocol was read."""
    return sum(not year.rows for group in by_board for year in group.years)


def _year(board: str, name: str, known: Sequence[BoardYear], rows: Mapping[tuple[object, str], list[Row]]) -> Year:
    row = next((one for one in known if labels.year(one) == name), None)
    # A year that was read has its rows even where the table counts nothing in it.
    return Year(name, row, tuple(rows.get((board, name), [{}] if row else [])))


def _span(found: Statistics) -> range:
    years = [one.year for one in found.rows() if one.year]
    return range(min(years), max(years) + 1) if years else range(0)


def _names(span: range, known: Iterable[BoardYear]) -> list[str]:
    """Return the years of the span as people read them, and the undated where there are any."""
    named = any(one.year for one in known)
    undated = [labels.year(one) for one in known if not one.year]
    return [*(map(str, span) if named else ()), *dict.fromkeys(undated)]


def _sums(sums: Mapping[tuple[str, object], Counter[str]], year: str, columns: Sequence[str]) -> Iterable[Row]:
    for (name, kind), counted in sums.items():
        if name == year:
            sort = {"slag": kind} if "slag" in columns else {}
            yield {**sort, **{column: counted[column] for column in columns if column in counted}}


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
