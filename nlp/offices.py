"""Who owns, leads and wrote what a directive or a report is about, behind the label that says so.

"Uppdragsägare: Anna Ek", a row of a cover with the label in its first cell, or a sentence ("Uppdragsägare är
regiondirektören."); the sentence counts only where the office is not labelled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from nlp.acts import Range, SectionText
from nlp.document_acts import Office
from nlp.sentences import quick_sentences

Role = Literal["owner", "leader", "author"]
_LABELS: tuple[tuple[Role, str], ...] = (
    # "Uppdragsägare", "Projektägare", "Beställare", "Uppdragsgivare", "Ansvarig" on a cover
    (
        "owner",
        (
            r"(?:uppdrags|projekt|process|resultat)ägare|beställare|uppdragsgivare"
            r"|ansvarig(?: (?:chef|tjänste\w+|direktör))?"
        ),
    ),
    # "Uppdragsledare", "Projektledare", "Utredare"
    ("leader", r"(?:uppdrags|projekt|process|utrednings)ledare|(?:huvud)?utredare|särskild utredare"),
    # "Författare", "Handläggare", "Upprättad av"
    ("author", r"(?:rapport)?författare|handläggare|upprätta[dt] av|utarbeta[dt] av|skriven av"),
)
_LABELLED = tuple(
    (role, re.compile(rf"(?:{words})(?:\s*:\s*|\s*\t\s*)(?P<name>[^\t\n]+)", re.IGNORECASE)) for role, words in _LABELS
)
_SAID = tuple(
    (role, re.compile(rf"(?:{words})(?: för uppdraget| i uppdraget)? är (?P<name>[^\n]+)", re.IGNORECASE))
    for role, words in _LABELS
)
_NO_NAME = re.compile(r"(?:datum|underskrift|namnförtydligande|start|slut|n/a|-)\b", re.IGNORECASE)
_LONGEST = 200


def read_offices(sections: Sequence[SectionText]) -> tuple[Office, ...]:
    """Return the offices in reading order, each once."""
    found = [office for section in sections for office in _labelled(section)]
    known = {office.role for office in found}
    found += [office for section in sections for office in _said(section) if office.role not in known]
    return tuple({(office.role, office.name): office for office in reversed(found)}.values())[::-1]


def _labelled(section: SectionText) -> Iterator[Office]:
    at = section.start
    for line in section.text.split("\n"):
        for role, pattern in _LABELLED:
            match = pattern.match(line)
            if match is not None and not _NO_NAME.match(match["name"]) and len(match["name"]) < _LONGEST:
                yield _office(role, match, at)
        at += len(line) + 1


def _said(section: SectionText) -> Iterator[Office]:
    for span in quick_sentences(section.text):
        for role, pattern in _SAID:
            match = pattern.match(section.text[span.start : span.end])
            if match is not None and len(match["name"]) < _LONGEST:
                yield _office(role, match, section.start + span.start)


def _office(role: Role, match: re.Match[str], at: int) -> Office:
    name = match["name"].strip().rstrip(".")
    start = at + match.start("name")
    return Office(role, name, (Range(start, start + len(name)),))
