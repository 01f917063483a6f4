"""Short names of boards: which letters may stand for which name.

Owns the language of it: how a Swedish house shortens "Hälso- och sjukvårdsnämnden" to "HSN". Pure; what a house really
uses is learned by `index.boards` from where short and long names are printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PRINTED = re.compile(r"\(([A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,4}[A-ZÅÄÖ])\)")  # "Beredningen för primärvård och tandvård (BPT)"
_PREFIX = re.compile(r"([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,7})[ /.\-]?\d|\d{2}([A-ZÅÄÖ]{2,4})\d")  # "HSN 83-2023", "21RS1234"
_HEAD = re.compile(r"([A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,6})\s+§\s*\d")  # "VON § 22"
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"och", "för", "i", "med", "av", "samt", "till", "om"})
_FAR_ENOUGH = 200  # no board has a longer name
# "sjukvårdsnämnden" counts twice, as S and N: what a board is has a letter of its own.
_BODIES = ("nämnd", "styrelse", "fullmäktige", "utskott", "beredning", "kommitté", "delegation")


def initials(name: str) -> str:
    """Return the letters a clerk would make of a board's name: "Barn- och utbildningsnämnden" gives "BUN"."""
    letters = []
    for word in _WORD.findall(name.casefold()):
        if word in _SMALL:
            continue
        letters.append(word[0])
        body = next((body for body in _BODIES if word.find(body) > 0), None)
        if body is not None:
            letters.append(body[0])
    return "".join(letters).upper()


def may_shorten(short: str, name: str) -> bool:
    """Tell whether the letters of ``short`` stand in ``name`` in this order, the first of them first."""
    rest = iter(name.casefold())
    return name[:1].casefold() == short[:1].casefold() and all(letter in rest for letter in short.casefold())


def printed_beside(text: str, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield (name, short) where one of ``names`` is printed with its short form in parentheses after it."""
    for match in _PRINTED.finditer(text):
        before = text[: match.start()][-_FAR_ENOUGH:].rstrip().casefold()
        for name in names:
            # "Regionstyrelsens (RS)" is the same board in the genitive.
            if before.endswith((name.casefold(), f"{name.casefold()}s")) and may_shorten(match[1], name):
                yield name, match[1]


def case_prefix(case_number: str) -> str | None:
    """Return the letters of a case number: "HSN 83-2023" gives "HSN", "2024/12" gives None."""
    match = _PREFIX.match(case_number)
    return None if match is None else match[1] or match[2]


def head_prefix(text: str) -> str | None:
    """Return the short name in front of a paragraph's number: "VON § 22 …" gives "VON"."""
    match = _HEAD.match(text)
    return None if match is None else match[1]
