"""The attendance list of a cover page: who served, who substituted, who else was there.

Labels open a group ("Beslutande", "Tjänstgörande ersättare", "Ej tjänstgörande ersättare", "Övriga närvarande"). They
stand to the left of their names or above them, and groups may stand side by side: a name belongs to the label whose
column it stands in. A role may also stand behind the name ("Anna Lind (C) Tjänstgörande ersättare"), and the party in
a column of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.lines import Line, Word
from ingest.records import Attendee, Role

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
    (Role.MEMBER, r"beslutande(?: ledamöter)?|närvarande$|(?:närvarande |ordinarie )?ledam(?:öter|ot)"),
    # "Övriga närvarande", "Övriga deltagare", "Tjänstepersoner"
    (
        Role.OTHER,
        r"övriga(?: närvarande| deltagare)?|tjänste(?:personer|män)|föredragande|närvarande tjänstepersoner",
    ),
)
_COMPILED = tuple((role, re.compile(rf"(?:{pattern})(?!\w):?", re.IGNORECASE)) for role, pattern in _LABELS)
# Labels that end the list: "Utses att justera", "Justeringsperson", "Underskrifter", "Plats och tid"
_END = re.compile(
    r"utses att|justering|justerare|justerande|underskrift|sekreterare\b|ordförande\s*[….]|plats och|paragrafer|anslag"
    r"|bevis|ärende|elektronisk",
    re.IGNORECASE,
)
_BETWEEN = r"(?: (?:af|av|de|la|von|van|der|el|al|Al|El)\b)*"
_NAME = rf"[A-ZÅÄÖ][\w'’\-]+{_BETWEEN}(?: [A-ZÅÄÖ][\w'’\-]+{_BETWEEN}){{1,4}}"
_PARTY = r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}"
_PERSON = re.compile(rf"(?:\[[xX]\] )?(?P<name>{_NAME})(?:,? ?\(?(?P<party>{_PARTY})\)?(?![\wåäö]))?(?P<note>.*)")
_LONE_PARTY = re.compile(rf"\(?({_PARTY})\)?")
_ABSENT = re.compile(r"\[ ?\]|☐")  # "[ ] Storm Julia": an empty box before a member who was not there
_SAME_COLUMN = 9.0  # points


@dataclass(frozen=True, slots=True)
class _Group:
    """An open column of names: its role, its left edge, and that of the label that opened it."""

    role: Role
    left: float
    label: float


def read_attendance(lines: Sequence[Line]) -> tuple[Attendee, ...]:
    """Return the attendance in printed order."""
    groups: list[_Group] = []
    found: list[tuple[Attendee, float]] = []
    for line in lines:
        for words in _cells(line):
            text, left = _text(words), words[0].box.x0
            label = _label(text)
            if label is not None:
                groups = [g for g in groups if abs(g.label - left) > _SAME_COLUMN]
                groups.append(_Group(label[0], left, left))
            elif _END.match(text):
                groups.clear()
            elif groups:
                _add(found, _role_at(groups, left), text, left)
    return tuple(attendee for attendee, _ in found)


def _cells(line: Line) -> Iterator[tuple[Word, ...]]:
    """Yield the cells of a line, a label apart from the name behind it."""
    for cell in line.cells:
        label = _label(_text(cell))
        count = 0 if label is None else len(cell) - len(label[1].split())
        yield from (part for part in (cell[:count], cell[count:]) if part)


def _text(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)


def _role_at(groups: list[_Group], left: float) -> Role:
    """Return the role of the label in whose column a cell stands; a first cell beside a label makes its column."""
    for group in reversed(groups):
        if abs(group.left - left) <= _SAME_COLUMN:
            return group.role
    newest = next((g for g in reversed(groups) if g.left < left), groups[-1])
    groups.append(_Group(newest.role, left, newest.label))
    return newest.role


def _label(text: str) -> tuple[Role, str] | None:
    """Return the group that a cell opens and what of the cell stands behind the label."""
    for role, pattern in _COMPILED:
        match = pattern.match(text)
        if match and (match.end() == len(text) or text[match.end()] in " :"):
            return role, text[match.end() :].strip(" :")
    return None


def _add(found: list[tuple[Attendee, float]], role: Role, text: str, left: float) -> None:
    """Add a person, or what a cell says of the person before it."""
    if _ABSENT.match(text):
        return
    match = _PERSON.fullmatch(text.strip())
    if match is None:
        _add_to_last(found, text, left)
        return
    note = match["note"].strip(" ,()")
    own = _label(note)
    attendee = Attendee(match["name"], match["party"], own[0] if own else role, own[1] if own else note)
    found.append((attendee, left))


def _add_to_last(found: list[tuple[Attendee, float]], text: str, left: float) -> None:
    """Take a lone cell as party or note of the person it stands beside or below."""
    if not found:
        return
    party = _LONE_PARTY.fullmatch(text)
    if party and found[-1][0].party is None and left > found[-1][1] + _SAME_COLUMN:
        found[-1] = (replace(found[-1][0], party=party[1]), found[-1][1])
        return
    for index in range(len(found) - 1, -1, -1):
        attendee, column = found[index]
        if abs(column - left) <= _SAME_COLUMN or (index == len(found) - 1 and left > column):
            found[index] = (replace(attendee, note=f"{attendee.note} {text}".strip()), column)
            return
