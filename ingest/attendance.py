"""The attendance list of a cover page: who served, who substituted, who else was there.

Labels open a group ("Beslutande", "Tjänstgörande ersättare", "Ej tjänstgörande ersättare", "Övriga närvarande"): in a
column of their own beside the names, or as headings above them, also in columns side by side. A name belongs to the
nearest label at or to the left of it that no later one has replaced. What stands behind a name, on its line or on the
next, is its note; a role there ("Anna Lind (C) Tjänstgörande ersättare") goes before the group's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.lines import Line
from ingest.people import Named, is_absent, named, party_of, people_in
from ingest.records import Attendee, Role
from ingest.rows import Cell, rows

_LABELS: tuple[tuple[Role, str], ...] = (
    # "Ej tjänstgörande ersättare", "Ej beslutande ersättare", "Övriga ersättare", "Närvarande ersättare"
    (
        Role.OTHER_SUBSTITUTE,
        (
            r"(?:ej|icke|inte) (?:tjänstgörande|beslutande)(?: ersättare)?|övriga ersättare"
            r"|närvarande(?: ej tjänstgörande)? ersättare|ersättare"
        ),
    ),
    # "Tjänstgörande ersättare"
    (Role.SERVING_SUBSTITUTE, r"tjänstgörande ersättare|beslutande ersättare"),
    # "Beslutande", "Beslutande ledamöter", "Ledamöter", "Närvarande ledamöter"
    (
        Role.MEMBER,
        r"(?:beslutande|tjänstgörande) ledamöter|beslutande|närvarande$|(?:närvarande |ordinarie )?ledam(?:öter|ot)",
    ),
    # "Övriga närvarande", "Övriga deltagare", "Tjänstepersoner"
    (
        Role.OTHER,
        r"övriga(?: närvarande| deltagare)?|tjänste(?:personer|män)|föredragande|närvarande tjänstepersoner",
    ),
)
_COMPILED = tuple((role, re.compile(rf"(?:{pattern})\b:?", re.IGNORECASE)) for role, pattern in _LABELS)
# "Ordförande", "1:e vice ordförande" in the column of labels, the name beside it
_OFFICE = re.compile(r"(?:(?:[123]:[ea]|förste|andre|tredje) )?(?:vice )?ordförande:?", re.IGNORECASE)
# Labels that end the list: "Utses att justera", "Justeringsperson", "Underskrifter", "Plats och tid"
_END = re.compile(
    r"(?:tjänstgör (?:för|i stället)|ersätter\b|i stället för|utses att"
    r"|utsedda? att|(?:protokolls?)?juster|underskrift|elektronisk"
    r"|sekreterare\b|ordförande\s*[….]|plats och|paragrafer"
    r"|anslag|bevis|ärende)",
    re.IGNORECASE,
)
_OPEN_NOTE = re.compile(r"(?:[,–\-(]|\b(?:för|och|av|på|i|till|med|samt))$")
_SAME_COLUMN = 4.0  # points
_NEXT_LINE = 1.5  # times the type: what stands further below is no continuation, and a column left so far has ended


@dataclass
class _Column:
    """An open label: where it begins, what it says of the names in it (None: no attendance), its last line."""

    x0: float
    role: Role | None
    last: Line
    people: list[int] = field(default_factory=list)
    office: str = ""


def read_attendance(lines: Sequence[Line]) -> tuple[Attendee, ...]:
    """Return the attendance in printed order."""
    made = rows(lines)
    reader = _Reader()
    for number, row in enumerate(made):
        reader.row(row, made[number + 1 :])
    return tuple(reader.found)


class _Reader:
    """Goes down the rows and keeps which labels are open."""

    def __init__(self) -> None:
        self.found: list[Attendee] = []
        self._columns: list[_Column] = []

    def row(self, row: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> None:
        """Read one row of cells from left to right."""
        inside = False  # a name stands to the left on this row
        for place, cell in enumerate(row):
            opened = self._opened(cell, row[place + 1 :])
            if opened is not None and (not inside or _heads_names(cell, below)):
                self._open(cell, opened[0], office=opened[2])
                inside = False
                if opened[1]:
                    inside = self._take(replace(cell, text=opened[1]), inside=False)
            else:
                inside = self._take(cell, inside=inside) or inside

    def _opened(self, cell: Cell, right: Sequence[Cell]) -> tuple[Role | None, str, str] | None:
        """Return role, rest of the cell and office where the cell is a label."""
        label = _label(cell.text)
        if label is not None:
            return (*label, "")
        if _END.match(cell.text):
            return None, "", ""
        officer = right and (person := named(right[0].text)) is not None and person.party
        return (Role.MEMBER, "", cell.text.strip(" :").lower()) if officer and _OFFICE.fullmatch(cell.text) else None

    def _open(self, cell: Cell, role: Role | None, *, office: str) -> None:
        """Replace the label at this place; a column to the right that was left above has ended."""
        kept = [c for c in self._columns if c.x0 < cell.x0 - _SAME_COLUMN]
        kept += [c for c in self._columns if c.x0 > cell.x0 + _SAME_COLUMN and _follows(c.last, cell.line)]
        self._columns = [*kept, _Column(cell.x0, role, cell.line, office=office)]

    def _take(self, cell: Cell, *, inside: bool) -> bool:
        """Read a cell that is no label; tell whether a name stands in it."""
        column = max((c for c in self._columns if c.x0 <= cell.x0 + _SAME_COLUMN), key=lambda c: c.x0, default=None)
        if column is None or column.role is None:
            return False
        people = people_in(cell.text, bare_party=column.role is not Role.OTHER)
        if people:
            for person in people:
                self._add(column, person)
        elif column.people and not is_absent(cell.text):
            self._go_on(column, cell, inside=inside)
        column.last = cell.line
        return bool(people)

    def _add(self, column: _Column, person: Named) -> None:
        label = _label(person.note)
        role = column.role if label is None or label[0] is None else label[0]
        note = person.note if label is None else label[1]
        column.people.append(len(self.found))
        note = ", ".join(part for part in (column.office, note) if part)
        self.found.append(Attendee(person.name, person.party, role or Role.OTHER, note))
        column.office = ""

    def _go_on(self, column: _Column, cell: Cell, *, inside: bool) -> None:
        """Read what stands behind a name, or on the line below it, as more about the same person."""
        at = column.people[-1]
        person = self.found[at]
        if inside and person.party is None and (party := party_of(cell.text)) is not None:
            self.found[at] = replace(person, party=party)
        elif inside and (label := _label(cell.text)) is not None:
            self.found[at] = replace(person, role=label[0], note=_noted(person.note, label[1]))
        elif inside or (_follows(column.last, cell.line) and _continues(person.note, cell.text)):
            self.found[at] = replace(person, note=_noted(person.note, cell.text))


def _continues(note: str, text: str) -> bool:
    return text[:1].islower() or text[:1] in "(§" or bool(_OPEN_NOTE.search(note))


def _noted(note: str, more: str) -> str:
    return f"{note} {more.strip(' ,')}".strip()


def _follows(above: Line, below: Line) -> bool:
    """Tell whether a line is the next one below, with no room between."""
    return above.page == below.page and below.base - above.base < _NEXT_LINE * max(above.size, below.size)


def _heads_names(cell: Cell, below: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether a label that stands right of a name heads a column: then names stand below it."""
    under = (c for row in below for c in row if abs(c.x0 - cell.x0) < _SAME_COLUMN)
    nearest = next(under, None)
    return nearest is not None and _label(nearest.text) is None and named(nearest.text) is not None


def _label(text: str) -> tuple[Role, str] | None:
    """Return the group that a cell opens and what of the cell stands behind the label."""
    for role, pattern in _COMPILED:
        match = pattern.match(text)
        if match and (match.end() == len(text) or text[match.end()] in " :"):
            return role, text[match.end() :].strip(" :")
    return None
