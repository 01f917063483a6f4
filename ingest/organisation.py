"""Which organisation a document is of: a region, a municipality, a town, as cover and page heads print its name.

The name printed most often wins, one that fills its cell before one that opens it. A genitive ("Region Sjöslättens
anslagstavla") counts where nothing better is printed, and then in its nominative. Names inside sentences and behind
people are somebody else's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ingest.lines import Line, Word, around

_WORD = r"[A-ZÅÄÖ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöé]+)*(?![\w\-])"
# words that stand behind or before a name in a page head and belong to no name
_NO_NAME = (
    r"(?!(?i:[\w\-]*(?:nämnd|styrelse|utskott|fullmäktige|beredning|kommitté|delegation|direktion|förbund|sektion|förvaltning"
    r"|kontor|protokoll|kallelse))|(?:Rådet|Sida?|Datum|Diarie\w*|Dnr|Ärende\w*|Organ|Plats|Anslag|Justering\w*|Box)\b)"
)
_PLACE = rf"{_NO_NAME}{_WORD}"
_KIND = r"(?:Region|Landstinget|Regionförbundet|Kommunalförbundet|Kommunförbundet|Samordningsförbundet)"
# "Region Sjöslätten", "Region Norra Sjön", "Region Sjövads län", "Landstinget i Sjövads län"
_REGION = rf"{_KIND}(?: i)? {_PLACE}(?: {_PLACE})?(?: län)?(?!\w)"
# "Kommunalförbundet Sjöslättens räddningstjänst"
_FEDERATION = (
    rf"(?:{_KIND} )?{_PLACE} [a-zåäö]*"
    r"(?:räddningstjänst|kollektivtrafik|gymnasie|utbildnings|vatten|avfall)(?:förbund)?\b"
)
# "Västra Sjöslättsregionen"
_OF_REGION = rf"{_PLACE} {_NO_NAME}[A-ZÅÄÖ][a-zåäö]+regionen(?=s?\b)"
# "Bergviks kommun", "Norra Bergviks Stad", "Bergviks kommuns"
_TOWN = rf"(?:{_PLACE} ){{1,3}}(?:[Kk]ommun|[Ss]tad)(?=s?\b)"
_NAME = re.compile(rf"(?:{_FEDERATION}|{_REGION}|{_OF_REGION}|{_TOWN})")
_CAPITALS = re.compile(r"(?:REGION [A-ZÅÄÖ\- ]+|[A-ZÅÄÖ\- ]+ (?:KOMMUN|STAD))")
_STEM = re.compile(rf"(?:{_KIND}|(?:{_KIND} )?{_WORD}(?: {_WORD})?)")
_SMALL = frozenset(("kommun", "stad", "län", "i"))
_WHOLE, _OPENS, _OWNS = 6, 3, 1  # what a name weighs that fills its cell, opens it, or owns what follows
_SAME_EDGE = 4.0  # points
_NEXT_LINE = 1.8  # times the type
_LINES_BELOW = 4
_SAME_SIZE = 0.6


def organisation_of(lines: Sequence[Line]) -> str | None:
    """Return the organisation that lines of a cover page, page heads and page feet name, or None."""
    weights: Counter[str] = Counter()
    for text in (*_cells(lines), *_stacked(lines)):
        for name, weight in _named(text):
            weights[name] += weight
    return max(weights, key=lambda name: weights[name], default=None)


def without_organisation(text: str) -> str:
    """Return a cell's text without the organisation's name that opens it."""
    match = _NAME.match(text)
    return text[match.end() :].strip(" ,:–-") if match and not _genitive(match) else text


def _cells(lines: Iterable[Line]) -> Iterator[str]:
    return (_text(cell) for line in lines for cell in line.cells)


def _text(cell: Iterable[Word]) -> str:
    return " ".join(word.text for word in cell)


def _named(text: str) -> Iterator[tuple[str, int]]:
    """Yield the organisation that a cell names and its weight."""
    if _CAPITALS.fullmatch(text):
        yield _spelt(text), _WHOLE
        return
    match = _NAME.search(text)
    if match is None:
        return
    if _genitive(match):
        yield match[0].removesuffix("s") if text[match.end() :][:1] != "s" else match[0], _OWNS
    elif match.start() == 0:
        yield match[0], _WHOLE if match.end() == len(text) else _OPENS


def _genitive(match: re.Match[str]) -> bool:
    """Tell whether a name owns what follows: "Region Sjöslättens anslagstavla", "Bergviks kommuns anslagstavla"."""
    rest = match.string[match.end() :]
    owner = match[0].endswith("s") and not match[0].endswith(("län", "kommun", "tad"))
    return rest.startswith("s") or (owner and rest[:1] == " " and rest[1:2].islower())


def _spelt(capitals: str) -> str:
    """Return a name printed in capitals as it is written in text: "BERGVIKS KOMMUN" is "Bergviks kommun"."""
    return " ".join(w.lower() if w.lower() in _SMALL else w.title() for w in capitals.split())


def _stacked(lines: Sequence[Line]) -> Iterator[str]:
    """Yield names that a logo sets on lines below each other ("Region" above "Sjöslätten")."""
    for number, line in enumerate(lines):
        for cell in line.cells:
            text, rest = _text(cell), lines[number + 1 : number + 1 + _LINES_BELOW]
            if _STEM.fullmatch(text) and (under := _under(cell, line, rest)) and _NAME.fullmatch(f"{text} {under}"):
                yield f"{text} {under}"


def _under(cell: Sequence[Word], line: Line, below: Sequence[Line]) -> str:
    """Return what stands right below a cell, at its left edge and in its type."""
    box = around(word.box for word in cell)
    for other in below:
        if other.page != line.page or other.base - line.base > _NEXT_LINE * cell[0].size:
            return ""
        for candidate in other.cells:
            same_type = abs(candidate[0].size - cell[0].size) < _SAME_SIZE and candidate[0].bold == cell[0].bold
            if same_type and abs(candidate[0].box.x0 - box.x0) < _SAME_EDGE:
                return _text(candidate)
    return ""
