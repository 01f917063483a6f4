"""What a filter means in SQL, over paragraphs (p), their documents (d) and their units (u).

Always holds: one meaning everywhere. A unit is let through when it and its paragraph are as the filter says; a
paragraph, when one of its units is let through. Values are bound, never written into the SQL.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from index.results import ActKind
from index.stored import Filter, ItemKind

_WITHIN = "IN (SELECT value FROM json_each(?))"
_SINGLE_ACTS = {
    ActKind.VOTE: ItemKind.VOTE,
    ActKind.RECUSAL: ItemKind.RECUSAL,
    ActKind.NOT_PARTICIPATING: ItemKind.NOT_PARTICIPATING,
    ActKind.REPORT: ItemKind.REPORT,
}
"""Acts that are no units: the paragraph that holds one is told of by its opening."""
_NOTES = {ActKind.PROTOCOL_NOTE: "note", ActKind.STATEMENT: "statement"}
_BY_PEOPLE = "i.key IN (SELECT item FROM people WHERE {column} IN (SELECT value FROM json_each(?)))"


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition and the values of its question marks."""

    sql: str
    values: tuple[Any, ...] = ()


def of_units(where: Filter) -> Clause:
    """Return the condition over p, d and u that lets units through."""
    return _all([*_of_paragraph(where), *_of_unit(where)])


def of_paragraphs(where: Filter) -> Clause:
    """Return the condition over p and d that lets paragraphs through."""
    unit = list(_of_unit(where)) if where.parties or where.people or where.kinds or where.acts else []
    if not unit:
        return _all(_of_paragraph(where))
    some = _all(unit)
    return _all(
        [*_of_paragraph(where), Clause(f"p.key IN (SELECT u.paragraph FROM units u WHERE {some.sql})", some.values)]
    )


def _of_paragraph(where: Filter) -> Iterator[Clause]:
    for column, wanted in (
        ("p.board", where.boards),
        ("p.organisation", where.organisations),
        ("p.number", where.numbers),
        ("d.id", where.documents),
    ):
        if wanted:
            yield Clause(f"{column} {_WITHIN}", _list(wanted))
    yield from _of_time(where)
    if where.case_numbers:
        cases = f"SELECT paragraph FROM case_numbers WHERE case_number {_WITHIN}"
        yield Clause(f"p.key IN ({cases})", _list(where.case_numbers))
    for kind, field, wanted in _of_acts(where):
        holding = f"SELECT i.paragraph FROM items i WHERE i.kind = ? AND json_extract(i.record, '$.{field}') {_WITHIN}"
        yield Clause(f"p.key IN ({holding})", (kind, *_list(wanted)))
    for units, sign in ((where.beside, "IN"), (where.apart, "NOT IN")):
        if units is not None:
            yield Clause(f"p.key {sign} (SELECT paragraph FROM units WHERE id {_WITHIN})", _list(units))
    if not where.duplicates:
        yield Clause("p.duplicate_of IS NULL")


def _of_time(where: Filter) -> Iterator[Clause]:
    """Yield conditions on the date; of a date that is printed as month or year, what may be within is."""
    if where.years:
        yield Clause("p.year BETWEEN ? AND ?", where.years)
    if where.first is not None:
        yield Clause("p.date >= substr(?, 1, length(p.date))", (where.first,))
    if where.last is not None:
        yield Clause("substr(p.date, 1, length(?)) <= ?", (where.last, where.last))
    if where.dates:
        prefix = "SELECT 1 FROM json_each(?) WHERE substr(p.date, 1, length(value)) = value"
        yield Clause(f"EXISTS ({prefix})", _list(where.dates))


def _of_acts(where: Filter) -> Iterator[tuple[ItemKind, str, tuple[str, ...]]]:
    """Yield (kind, field of its record, values) of the acts that a paragraph must hold one of."""
    if where.outcomes:
        yield ItemKind.DECISION, "outcome", where.outcomes
    if where.recipients:
        yield ItemKind.ASSIGNMENT, "recipient", where.recipients


def _of_unit(where: Filter) -> Iterator[Clause]:
    forms = list(_of_form(where))
    if forms:
        yield _any(forms)
    for kind, field, wanted in _of_acts(where):
        # A unit of this kind is itself the one that was asked for, not another of the same paragraph.
        own = _units_of_items("i.kind = ? AND json_extract(i.record, '$." + field + f"') {_WITHIN}")
        yield Clause(f"u.kind <> ? OR {own}", (kind, kind, *_list(wanted)))


def _of_form(where: Filter) -> Iterator[Clause]:
    """Yield the sorts of units, one of which it must be, each with who acts in it."""
    single = [_SINGLE_ACTS[act] for act in where.acts if act in _SINGLE_ACTS]
    notes = [_NOTES[act] for act in where.acts if act in _NOTES]
    acting = list(_of_actors(where))
    if where.kinds:
        yield _all([Clause(f"u.kind {_WITHIN}", _list(where.kinds)), *acting])
    if notes:
        own = _units_of_items(f"i.kind = 'note' AND json_extract(i.record, '$.kind') {_WITHIN}")
        yield _all([Clause(own, _list(notes)), *acting])
    if single:
        people = [Clause(_BY_PEOPLE.format(column=column), _list(named)) for column, named in _actors(where)]
        some = _all([Clause(f"i.kind {_WITHIN}", _list(single)), *people])
        holding = f"SELECT i.paragraph FROM items i WHERE {some.sql}"
        yield Clause(f"u.kind = 'paragraph' AND u.paragraph IN ({holding})", some.values)
    if not (where.kinds or where.acts) and acting:
        yield _all(acting)


def _actors(where: Filter) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the columns of people that are restricted, with their values."""
    if where.parties:
        yield "party", where.parties
    if where.people:
        yield "name", where.people


def _of_actors(where: Filter) -> Iterator[Clause]:
    if where.parties:
        yield Clause(f"u.id IN (SELECT unit FROM unit_parties WHERE party {_WITHIN})", _list(where.parties))
    if where.people:
        anywhere = f"u.kind = 'paragraph' AND u.paragraph IN (SELECT paragraph FROM people WHERE name {_WITHIN})"
        own = _units_of_items(_BY_PEOPLE.format(column="name"))
        yield Clause(f"({anywhere}) OR {own}", _list(where.people) * 2)


def _units_of_items(condition: str) -> str:
    """Return that u stands in an item (i) that meets ``condition``: it begins within one of the item's ranges."""
    return (
        "u.id IN (SELECT v.id FROM items i JOIN units v ON v.paragraph = i.paragraph AND v.kind = i.kind"
        " JOIN json_each(i.record, '$.ranges') r ON v.first >= json_extract(r.value, '$.start')"
        f" AND v.first < json_extract(r.value, '$.end') WHERE {condition})"
    )


def _list(wanted: Iterable[Any]) -> tuple[str]:
    return (json.dumps(list(wanted)),)


def _all(clauses: Iterable[Clause]) -> Clause:
    return _joined(list(clauses), " AND ")


def _any(clauses: list[Clause]) -> Clause:
    return _joined(clauses, " OR ")


def _joined(clauses: list[Clause], sign: str) -> Clause:
    return Clause(
        sign.join(f"({clause.sql})" for clause in clauses) or "1",
        tuple(value for clause in clauses for value in clause.values),
    )
