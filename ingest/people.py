"""People as attendance lists print them: name, party, and what stands beside them.

Lists name whole people on lines of their own, so a capital and a place are enough to know a name; names in running
text are found by ``nlp.names``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_BARE_PARTY = r"(?:[A-ZÅÄÖ]{1,4}|[A-ZÅÄÖ][a-zåäö]?[A-ZÅÄÖ][a-zåäö]?)(?![\wåäö])"  # "S", "SD", "SoL", "DiD"
_PARTY = rf"\((?P<party>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{0,4}})\)|(?P<bare>{_BARE_PARTY})"
_WORD = rf"(?!{_BARE_PARTY})[A-ZÅÄÖ][\w'’\-]+"
_PARTICLE = r"(?:af|av|de|la|von|van|der|den|el|al|Al|El)"
_NAME = rf"{_WORD}(?: {_PARTICLE}\b)*(?: {_WORD}(?: {_PARTICLE}\b)*){{0,3}} {_WORD}"
# Such as "Ordföranden Anna Ek (S)", "1:e vice ordförande Bo Ask (M)", "Ledamoten Cia Berg (C)"
_OFFICE = (
    r"(?P<office>(?:(?:[123]:[ea]|[Ff]örste|[Aa]ndre|[Tt]redje) )?(?:[Vv]ice )?[Oo]rdföranden?|[Ll]edamoten"
    r"|[Ee]rsättaren),? "
)
_NAME_ALONE = re.compile(_NAME)
# "[X] Anna Ek": ticked as present; "[ ] Bo Ask" was not there and is nobody's line
_PERSON = re.compile(rf"(?:[•\-–] )?(?:\[[xX ]\] )?(?:{_OFFICE})?(?P<name>{_NAME})(?:,? ?(?:{_PARTY}))?(?P<note>.*)")
# "Anna Ek, Bergvik (S)": the place that a federation's member comes from, before the party
_PLACED = re.compile(r", ?(?P<place>[A-ZÅÄÖ][\wåäö\- ]{2,40}) \((?P<party>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4})\)(?P<rest>.*)")
_UNTICKED = re.compile(r"(?:\[ ?\]|☐)")
# "[X] Anna Ek, på distans [ ] Bo Ask": a box begins another person
_BOX = re.compile(r"\s+(?=\[[xX ]?\] |[☐☒☑])")
_ALONE = re.compile(_PARTY)
# "Anna Ek (S), ordförande, Bo Ask (M), Cia Berg (C)": a run of people on one line; "för Bo Ask (M)" is no new one
_NEXT = re.compile(
    rf"[,;]? och (?={_NAME},? \([A-ZÅÄÖ][A-Za-z]{{0,4}}\))|[,;] (?={_NAME},? \([A-ZÅÄÖ][A-Za-z]{{0,4}}\))"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A person of a list; ``note`` is what stands behind or before the name, party and brackets aside."""

    name: str
    party: str | None
    note: str


def named(text: str, *, bare_party: bool = True) -> Named | None:
    """Return the person whom a cell names first, or None.

    ``bare_party`` says whether a party may stand without brackets: beside an official's name capitals are a title.
    """
    text = text.strip()
    match = None if _UNTICKED.match(text) else _PERSON.fullmatch(text)
    if match is None:
        return None
    party, note = match["party"] or match["bare"], match["note"]
    if party is None and (placed := _PLACED.match(note)):
        party, note = placed["party"], f"{placed['place']}{placed['rest']}"
    if match["bare"] and not bare_party:
        party, note = None, f"{match['bare']}{note}"
    office = re.sub(r"n$", "", (match["office"] or "").lower())
    return Named(match["name"], party, " ".join(part for part in (office, _bare(note)) if part))


def people_in(text: str, *, bare_party: bool = True) -> list[Named]:
    """Return the people whom a cell names one after the other."""
    if bare := _bare_names(text):
        return bare
    parts = [part for boxed in _BOX.split(text.strip()) for part in _NEXT.split(boxed)]
    if named(parts[0], bare_party=bare_party) is None and not is_absent(parts[0]):
        return []
    return [person for part in parts if (person := named(part, bare_party=bare_party)) is not None]


def _bare_names(text: str) -> list[Named]:
    """Return the people of a run of names and nothing else: "Anna Ek, Bo Ask och Cia Berg"."""
    parts = re.split(r", | och ", text.strip(" ,."))
    whole = len(parts) > 1 and all(_NAME_ALONE.fullmatch(part) for part in parts)
    return [Named(part, None, "") for part in parts] if whole else []


def is_absent(text: str) -> bool:
    """Tell whether a cell names somebody beside an empty box: a member who was not there."""
    return bool(_UNTICKED.match(text.strip()))


def party_of(text: str) -> str | None:
    """Return the party that a cell names and nothing else, or None."""
    match = _ALONE.fullmatch(text.strip())
    return (match["party"] or match["bare"]) if match else None


def _bare(note: str) -> str:
    """Take separators off, and brackets that surround the whole note."""
    note = note.strip(" ,;")
    whole = note.startswith("(") and note.endswith(")") and note.count("(") == 1
    return note[1:-1].strip() if whole else note
