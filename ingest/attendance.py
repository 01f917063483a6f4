"""The attendance list of a cover page: who served, who substituted, who else was there.

Labels open a group ("Beslutande", "Tjänstgörande ersättare", "Ej tjänstgörande ersättare", "Övriga närvarande") in a
column of their own or on a line of their own; the rows below belong to it until the next label. A role may also stand
behind the name ("Anna Lind (C) Tjänstgörande ersättare").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.lines import Line
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
_COMPILED = tuple((role, re.compile(pattern + r"\b:?", re.IGNORECASE)) for role, pattern in _LABELS)
# Labels that end the list: "Utses att justera", "Justeringsperson", "Underskrifter", "Plats och tid"
_END = re.compile(
    r"utses att|justering|justerare|underskrift|sekreterare\b|ordförande\s*[….]|plats och|paragrafer|anslag|bevis"
    r"|ärende",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:\[[xX ]\] )?"
    r"(?P<name>[A-ZÅÄÖ][\w'’\-]+(?: (?:af|av|de|la|von|van|der|el|al|Al|El)\b)*(?: [A-ZÅÄÖ][\w'’\-]+){1,4})"
    r"(?:,? ?\(?(?P<party>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4})\)?(?![\wåäö]))?(?P<note>.*)"
)


def read_attendance(lines: Sequence[Line]) -> tuple[Attendee, ...]:
    """Return the attendance in printed order."""
    role: Role | None = None
    found: list[Attendee] = []
    for line in lines:
        for cell in line.cells:
            text = " ".join(w.text for w in cell)
            label = _label(text)
            if label is not None:
                role, text = label
            elif _END.match(text):
                role = None
            if role is not None and text:
                _add(found, role, text)
    return tuple(found)


def _label(text: str) -> tuple[Role, str] | None:
    """Return the group that a cell opens and what of the cell stands behind the label."""
    for role, pattern in _COMPILED:
        match = pattern.match(text)
        if match and (match.end() == len(text) or text[match.end()] in " :"):
            return role, text[match.end() :].strip(" :")
    return None


def _add(found: list[Attendee], role: Role, text: str) -> None:
    match = _PERSON.match(text.strip())
    if match is None:
        if found and found[-1].role is role and text[:1].islower():
            last = found[-1]
            found[-1] = Attendee(last.name, last.party, role, f"{last.note} {text}".strip())
        return
    own = _label(match["note"].strip(" ,"))
    found.append(
        Attendee(
            match["name"], match["party"], own[0] if own else role, match["note"].strip(" ,()") if not own else own[1]
        )
    )
