"""Counted votes: what Ja and Nej mean, how many voted so, and the ballots where names are printed.

A paragraph may hold several votes: a new one begins with new meanings, or with counts that differ from those just read.
The meanings are kept as printed, for a Ja may stand for avslag. Absent members are no ballots. A vote that was only asked
for ("Omröstning begärs") is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from nlp.acts import Ballot, Person, Range, Vote
from nlp.blocks import Block, blocks
from nlp.names import find_people, without_title

Choice = Literal["yes", "no", "abstain"]

_NUMBERS = {
    word: number
    for number, word in enumerate(
        "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo".split()
    )
} | {"ett": 1, "ingen": 0, "inga": 0}
_NUMBER = rf"(?P<{{}}>\d{{{{1,3}}}}|{'|'.join(_NUMBERS)})"


def _n(name: str) -> str:
    return _NUMBER.format(name).replace("{{", "{").replace("}}", "}")


_BALLOTS = r"(?:[\- ]?röst(?:er)?|ar)?"
# "40 Ja mot 41 Nej", "8 ja-röster mot 5 nej-röster", "åtta ja-röster och fem nej-röster", "8 ja / 5 nej"
_COUNT_FIRST = re.compile(
    rf"\b{_n('yes')} (?:röstar |röster |ledamöter (?:röstar )?|st )?ja{_BALLOTS}\b[^\d.]{{0,40}}?\b{_n('no')} (?:röstar |röster |ledamöter (?:röstar )?|st )?nej{_BALLOTS}\b",
    re.IGNORECASE,
)
# "Ja-röster: 8 Nej-röster: 5", "Ja 8, Nej 5", "Antal ja-röster 8 st"
_COUNT_LAST = re.compile(
    rf"\bja{_BALLOTS}(?:\s*[:=]\s*|\s+){_n('yes')}\b(?:\s*st\b)?[\s,;/–\-]{{1,6}}(?:och |mot |antal )?nej{_BALLOTS}(?:\s*[:=]\s*|\s+){_n('no')}\b", re.IGNORECASE
)
# "Med 8 röster mot 5": yes before no, as the chair put them
_COUNT_PLAIN = re.compile(rf"\b{_n('yes')} röster(?: för [^.\d]{{3,120}}?)?,? (?:mot|och) {_n('no')}(?= röster|\b(?! (?:ja|nej)))(?=[^.]{{0,60}}(?:röst|beslut|bif|avsl|[.]))")
_ABSTAIN_BEHIND = re.compile(rf"\bavst(?:år|ående|od)\w*(?: från att rösta)?\s*[:=(]\s*{_n('last')}\b", re.IGNORECASE)
_ABSTAIN = re.compile(
    rf"\b{_n('abstain')} (?:\w+ )?(?:ledamöter |ledamot |som )?(?:avstår|avstod|avstående|nedlagda|nedlagd|avstå)\b|\b(?:avstår|avstående|avstod|nedlagda röster)(?:\s*[:=]\s*|\s+|\s*\(){_n('last')}\b",
    re.IGNORECASE,
)
# "Ja för avslag och Nej för bifall till yrkandet", "Ja-röst för X. Nej-röst för Y.", "Ja innebär X"
_MEANS = r"(?:\s*[:=–\-]\s*|,?\s+(?:för|till|innebär|betyder|är|åt)\s+(?:att\s+)?)"
_MEANING = re.compile(
    rf"\bja{_BALLOTS}{_MEANS}(?P<yes>[^\n\"”]{{3,400}}?)(?:[.,;]?[\"”]?\s+|,?\s+och\s+|\n)nej{_BALLOTS}{_MEANS}(?P<no>[^\n\"”]{{3,400}}?)(?=[\"”\n]|(?<!m\.fl)\.(?:\s|$)|$)",
    re.IGNORECASE,
)
# "Den som vill bifalla förslaget röstar ja, den som vill avslå det röstar nej"
_WHO_VOTES = re.compile(
    r"\bden(?:/de)? som (?:vill |önskar |stöd(?:j)?er |är för |röstar för )?(?P<yes>[^\n.\"”]{3,300}?),? (?:ska |skall )?rösta[r]? ja\b[.,;]?\s*(?:och |medan )?"
    r"(?:den(?:/de)? som (?:vill |önskar |stöd(?:j)?er |är för |röstar för )?)?(?P<no>[^\n.\"”]{3,300}?),? (?:ska |skall )?rösta[r]? nej\b",
    re.IGNORECASE,
)
_CHOICES: dict[str, Choice] = {"ja": "yes", "nej": "no", "avst": "abstain"}
# "… och ordföranden Anna Lind (S) röstar Ja (7)."
_NAMES_VOTE = re.compile(r"\b(?:röstar|röstade|avgav) (?P<choice>ja|nej)\b|\b(?P<abstain>avstår|avstod)\b", re.IGNORECASE)
# "Ja: Anna Lind (S), Bo Ek (V)", "Följande röstar nej:", "Nej-röster avges av"
_CHOICE_FIRST = re.compile(rf"^(?:\W*(?:följande \w+ |för )?(?:röstar |röstade )?(?:(?P<choice>ja|nej)(?:[\- ]röst(?:er|ar|ade)?)?|(?P<abstain>avst(?:år|ående|od)))(?: \(?\d+\)?)?(?:(?: röstar| avges av| avgavs av| röstade)?\s*:|(?: röstar| avges av| avgavs av| röstade)?(?= (?-i:[A-ZÅÄÖ]))))", re.IGNORECASE)
# "Antal ja-röster: 33", "Nej\t4", "Avstår: 1": one count on a line of its own
_LINE_COUNT = re.compile(r"^(?:antal )?(?P<choice>ja|nej|avst)(?:[\- ]?röst(?:er)?|år|ående)?(?:\s*[:=\t]\s*|\s+)(?P<count>\d{1,3})(?: st| röster)?\.?$", re.IGNORECASE)
_ROW_CHOICE = re.compile(r"\s(?P<choice>[Jj]a|JA|[Nn]ej|NEJ|[Aa]vst(?:år|ått)?)\.?$")
_COUNT_BEHIND = re.compile(r"[^().,]{0,30}\((?P<count>\d{1,3})\)")
_MARKS = frozenset("x X 1 • ✓ ✔ * ja nej avstår avst".split())
_CHAIR = re.compile(r"\bordförande[n]?\b(?! [A-ZÅÄÖ])", re.IGNORECASE)
_ABSENT = re.compile(r"^(?:frånvarande|ej närvarande|summa|totalt|resultat|antal)\b", re.IGNORECASE)


@dataclass
class _Open:
    """A vote being read."""

    counts: dict[Choice, int] = field(default_factory=dict)
    means: tuple[str, str] | None = None
    ballots: list[Ballot] = field(default_factory=list)
    printed: dict[Choice, int] = field(default_factory=dict)
    ranges: list[Range] = field(default_factory=list)

    @property
    def held(self) -> bool:
        return bool(self.counts or self.ballots or self.printed)


@dataclass
class _Reader:
    """State over the sections of a paragraph: votes so far, the columns of the table and the choice of the list being read."""

    chair: Person | None
    votes: list[_Open] = field(default_factory=lambda: [_Open()])
    columns: dict[int, Choice] = field(default_factory=dict)
    choice: Choice | None = None

    @property
    def now(self) -> _Open:
        return self.votes[-1]

    def begin(self) -> _Open:
        if self.now.held or self.now.means:
            self.votes.append(_Open())
        self.columns, self.choice = {}, None
        return self.now


def read_votes(sections: list[tuple[str, int]], *, chair: Person | None = None) -> tuple[Vote, ...]:
    """Return the votes of a paragraph's sections, each given as its text and where it starts; ranges are of the whole."""
    reader = _Reader(chair)
    for text, start in sections:
        for block in blocks(text):
            _read_block(reader, block, start)
        reader.columns, reader.choice = {}, None
    return tuple(_vote(v) for v in reader.votes if v.held)


def _vote(opened: _Open) -> Vote:
    counts = dict(opened.printed) | opened.counts
    if not counts and opened.ballots:
        voted = [b.vote for b in opened.ballots]
        counts = {c: voted.count(c) for c in _CHOICES.values() if c != "abstain" or c in voted}
    if abstained := sum(b.vote == "abstain" for b in opened.ballots):
        counts.setdefault("abstain", abstained)
    yes_means, no_means = opened.means or (None, None)
    return Vote(counts.get("yes"), counts.get("no"), counts.get("abstain"), yes_means, no_means, tuple(opened.ballots), tuple(opened.ranges))


def _read_block(reader: _Reader, block: Block, start: int) -> None:
    text = block.text
    before = len(reader.votes), reader.now.held, reader.now.means, len(reader.now.ballots), len(reader.now.counts)
    for meaning in _meanings(text):
        reader.begin().means = meaning
    _read_counts(reader, text)
    if not _read_table_row(reader, text):
        _read_names(reader, text)
    if before != (len(reader.votes), reader.now.held, reader.now.means, len(reader.now.ballots), len(reader.now.counts)):
        reader.now.ranges.append(block.range.shifted(start))


def _meanings(text: str) -> list[tuple[str, str]]:
    """What Ja and Nej stand for, as printed."""
    matches = list(_MEANING.finditer(text)) or list(_WHO_VOTES.finditer(text))
    return [(_clean(m["yes"]), _clean(m["no"])) for m in matches if not re.match(r"\d+\b|röst", m["yes"])]


def _clean(words: str) -> str:
    stripped = words.strip(" ,;:\"”“")
    return stripped if stripped.endswith(("m.fl.", "m.m.")) else stripped.rstrip(".")


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else _NUMBERS[printed.lower()]


def _read_counts(reader: _Reader, text: str) -> None:
    if line := _LINE_COUNT.match(text):
        _add_count(reader, {_CHOICES[line["choice"].lower()]: int(line["count"])})
        return
    for pattern in (_COUNT_FIRST, _COUNT_LAST, _COUNT_PLAIN):
        matches = list(pattern.finditer(text))
        for order, match in enumerate(matches):
            end = matches[order + 1].start() if order + 1 < len(matches) else len(text)
            counts: dict[Choice, int] = {"yes": _number(match["yes"]), "no": _number(match["no"])}
            _add_count(reader, counts | _abstained(text[match.start() : end]))
        if matches:
            return
    if reader.now.counts and "abstain" not in reader.now.counts and not find_people(text):
        reader.now.counts |= _abstained(text)


def _abstained(text: str) -> dict[Choice, int]:
    match = _ABSTAIN_BEHIND.search(text) or _ABSTAIN.search(text)
    if match is None:
        return {}
    return {"abstain": _number(next(group for group in match.groups() if group))}


def _add_count(reader: _Reader, counts: dict[Choice, int]) -> None:
    """Give the open vote its counts; the same counts told again are the same vote, others begin a new one."""
    now = reader.now
    known = dict(now.printed) | now.counts
    if known and any(known.get(c, n) != n for c, n in counts.items()):
        now = reader.begin()
    now.counts |= counts


def _read_table_row(reader: _Reader, text: str) -> bool:
    """Read a row of a ballot table: "Anna Lind (C)\\tX\\t\\t", "Anna Lind C Ja"; tell whether it was one."""
    cells = [c.strip() for c in text.split("\t")]
    columns = {i: _CHOICES[key] for i, c in enumerate(cells) for key in _CHOICES if c.lower().startswith(key) and len(c) < len("avstår från att rösta")}
    if len(columns) > 1:
        if reader.now.ballots:
            reader.begin()
        reader.columns = columns
        return True
    if len(cells) > 1:
        return _read_cells(reader, cells)
    row = _ROW_CHOICE.search(text)
    return bool(row and _add_ballot(reader, text[: row.start()], "", row["choice"]))


def _read_cells(reader: _Reader, cells: list[str]) -> bool:
    if _ABSENT.match(cells[0]):
        return True
    name = next((c for c in cells if re.search(r"[A-Za-zÅÄÖåäö]{2,} \S", c) or "(" in c), "")
    party = next((c for c in cells if re.fullmatch(r"\(?[A-ZÅÄÖ][A-Za-zÅÄÖ]{0,4}\)?", c) and c not in _MARKS and c.lower() not in _CHOICES), "")
    marked = [(i, c) for i, c in enumerate(cells) if c in _MARKS or c.lower() in _MARKS]
    for place, mark in marked:
        printed = next((key for key in _CHOICES if mark.lower().startswith(key)), "")
        choice = _CHOICES.get(printed) or reader.columns.get(place)
        if choice and name:
            _add_named(reader, name, party.strip("()"), choice)
            return True
    return bool(name and reader.columns)


def _add_ballot(reader: _Reader, printed: str, party: str, choice: str) -> bool:
    people = find_people(printed)
    if len(people) != 1 or len(printed) > len(str(people[0][1].name)) + 60:
        return False
    _add_named(reader, printed, party, next(v for k, v in _CHOICES.items() if choice.lower().startswith(k)))
    return True


def _add_named(reader: _Reader, printed: str, party: str, choice: Choice) -> None:
    person = next((p for _, p in find_people(printed) if p.name), None) or Person(without_title(printed.strip(" ,")) or printed, party or None)
    _add_people(reader, [person if person.party else Person(person.name, party or None)], choice)


def _add_people(reader: _Reader, people: list[Person], choice: Choice) -> None:
    now = reader.now
    known = {(b.name, b.party) for b in now.ballots}
    now.ballots += [Ballot(p.name, p.party, choice) for p in people if p.name and (p.name, p.party) not in known]


def _read_names(reader: _Reader, text: str) -> None:
    """Read names voting in running text, and lists headed by a choice."""
    if first := _CHOICE_FIRST.match(text):
        reader.choice = _choice(first)
        _vote_names(reader, text[first.end() :], reader.choice)
        return
    start = 0
    for match in _NAMES_VOTE.finditer(text):
        rest = _COUNT_BEHIND.match(text[match.end() :].lstrip())
        _vote_names(reader, text[start : match.start()], _choice(match), int(rest["count"]) if rest else None)
        reader.choice = _choice(match) if text.rstrip().endswith(":") else None
        if reader.choice:
            _vote_names(reader, text[match.end() :], reader.choice)
        start = match.end()
    if start == 0 and reader.choice:
        _vote_names(reader, text, reader.choice)


def _choice(match: re.Match[str]) -> Choice:
    return _CHOICES[match["choice"].lower()] if match["choice"] else "abstain"


def _vote_names(reader: _Reader, text: str, choice: Choice, count: int | None = None) -> None:
    """Add the people of ``text``; "ordföranden" alone is the chair that the paragraph names."""
    people = [p for _, p in find_people(text) if p.name]
    if people and (chair := _CHAIR.search(text)) and chair.start() > 0:
        people.append(reader.chair or Person("ordföranden", None))
    if not people:
        return
    if any(b.vote == choice for b in reader.now.ballots) and choice == "yes" and any(b.vote == "no" for b in reader.now.ballots):
        reader.begin()
    _add_people(reader, list(dict.fromkeys(people)), choice)
    printed = count if count is not None else _printed_count(text)
    if printed is not None:
        reader.now.printed[choice] = printed


def _printed_count(text: str) -> int | None:
    match = re.search(r"\((\d{1,3})\)\W*$", text)
    return int(match[1]) if match else None
