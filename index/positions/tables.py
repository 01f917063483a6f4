"""From acts to cells: parties by years. Pure.

Always holds: every act with somebody behind it is in exactly one cell, that of its party and of the year of its
meeting; the cells of one table are all of its parties in all of its years. Parties stand in the order of how much they
do; unknown ones and undated years come last.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from index.positions.values import PositionAct, PositionCell, PositionKind

Key = tuple[str | None, str | None]
"""A party and a year."""


def is_nameless(act: PositionAct) -> bool:
    """Whether nobody is printed behind an act: a vote that tells counts only, a note without an author."""
    return act.party is None and not act.people


def cells_of(
    acts: Iterable[PositionAct], present: Mapping[Key, int], parties: Collection[str] = ()
) -> tuple[PositionCell, ...]:
    """Return the cells of ``acts``, row by row; ``present`` counts the meetings of a party in a year.

    Rows are the parties asked for, else all that act or were present.
    """
    held: dict[Key, list[PositionAct]] = defaultdict(list)
    for act in acts:
        held[act.party, act.year].append(act)
    rows = parties or parties_in_order(held, present)
    years = years_in_order({year for _, year in (*held, *present)})
    return tuple(
        PositionCell(party, year, tuple(sorted(held.get((party, year), ()), key=_order)), present.get((party, year), 0))
        for party in rows
        for year in years
    )


def parties_in_order(held: Mapping[Key, Collection[PositionAct]], present: Mapping[Key, int]) -> list[str | None]:
    """Return the parties, those that do most first."""
    counts: Counter[str | None] = Counter()
    for (party, _), acts in held.items():
        counts[party] += len(acts)
    everybody = {party for party, _ in (*held, *present)}
    return sorted(everybody, key=lambda party: (party is None, -counts[party], party or ""))


def years_in_order(years: Iterable[str | None]) -> list[str | None]:
    """Return the years in the order of time."""
    return sorted(set(years), key=lambda year: (year is None, year or ""))


def _order(act: PositionAct) -> tuple[str, str, int, int, str]:
    return act.date or "9999", act.board or "", act.number or 0, list(PositionKind).index(act.kind), act.item
