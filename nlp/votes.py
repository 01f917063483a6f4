"""Counted votes: what Ja and Nej mean, how many voted so, and the ballots where names are printed.

A paragraph may hold several votes: a new one begins with new meanings, or with counts that differ from those just
read. The meanings are kept as printed, for a Ja may stand for avslag. Absent members are no ballots. A vote that
was only asked for ("Omröstning begärs") is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nlp.acts import Ballot, Person, Range, Vote
from nlp.blocks import Block, blocks
from nlp.names import FULL_NAME, find_people, without_title
from nlp.vote_meanings import read_meanings
from nlp.vote_words import (
    ABSENT,
    ABSTAIN,
    ABSTAIN_BEHIND,
    CASTING,
    CHAIR,
    CHOICE_FIRST,
    CHOICES,
    COUNT_BEHIND,
    COUNT_FIRST,
    COUNT_LAST,
    COUNT_PLAIN,
    LINE_COUNT,
    LIST_BEGINS,
    LIST_FOLLOWS,
    MARKS,
    MAY_VOTE,
    NAMES_VOTE,
    NUMBERS,
    ROW_CHOICE,
    TITLE_BEHIND,
    Choice,
)


@dataclass
class _Open:
    """A vote being read."""

    counts: dict[Choice, int] = field(default_factory=dict)
    means: tuple[str, str] | None = None
    ballots: list[Ballot] = field(default_factory=list)
    printed: dict[Choice, int] = field(default_factory=dict)
    ranges: list[Range] = field(default_factory=list)
    casting: bool = False

    @property
    def held(self) -> bool:
        return bool(self.counts or self.ballots or self.printed)


@dataclass
class _Reader:
    """State over the sections of a paragraph: votes so far, columns of the table, choice of the list being read.

    ``counted`` tells that a total followed the ballots; ``repeated`` that the head of their table came again, which a
    page break does as well as a new vote: then a member who votes again tells that it is a new one.
    """

    chair: Person | None
    votes: list[_Open] = field(default_factory=lambda: [_Open()])
    columns: dict[int, Choice] = field(default_factory=dict)
    choice: Choice | None = None
    yes_means: str | None = None
    counted: bool = False
    repeated: bool = False

    @property
    def now(self) -> _Open:
        return self.votes[-1]

    def begin(self) -> _Open:
        if self.now.held or self.now.means:
            self.votes.append(_Open())
        self.columns, self.choice = {}, None
        self.counted = self.repeated = False
        return self.now


def read_votes(sections: list[tuple[str, int]], *, chair: Person | None = None) -> tuple[Vote, ...]:
    """Return the votes of a paragraph's sections, each given as its text and its start; ranges are of the whole."""
    reader = _Reader(chair)
    for text, start in sections:
        for block in blocks(text) if MAY_VOTE.search(text) else ():
            if reader.columns or reader.choice or MAY_VOTE.search(block.text):
                _read_block(reader, block, start)
        reader.columns, reader.choice = {}, None
    return tuple(_vote(v) for v in reader.votes if v.held)


def _vote(opened: _Open) -> Vote:
    counts = dict(opened.printed) | opened.counts
    if not counts and opened.ballots:
        voted = [b.vote for b in opened.ballots]
        held = "yes" in voted or "no" in voted
        counts = {c: voted.count(c) for c in CHOICES.values() if (held if c != "abstain" else c in voted)}
    if abstained := sum(b.vote == "abstain" for b in opened.ballots):
        counts.setdefault("abstain", abstained)
    yes_means, no_means = opened.means or (None, None)
    return Vote(
        counts.get("yes"),
        counts.get("no"),
        counts.get("abstain"),
        yes_means,
        no_means,
        tuple(opened.ballots),
        tuple(opened.ranges),
        opened.casting,
    )


def _read_block(reader: _Reader, block: Block, start: int) -> None:
    text = block.text
    before = len(reader.votes), reader.now.held, reader.now.means, len(reader.now.ballots), len(reader.now.counts)
    told, reader.yes_means = read_meanings(text, reader.yes_means)
    for meaning in told:
        reader.begin().means = meaning
    _read_counts(reader, text)
    if not _read_table_row(reader, text):
        for piece in LIST_BEGINS.split(text):
            _read_names(reader, piece)
    if CASTING.search(text):
        reader.now.casting = True
    if before != (
        len(reader.votes),
        reader.now.held,
        reader.now.means,
        len(reader.now.ballots),
        len(reader.now.counts),
    ):
        reader.now.ranges.append(block.range.shifted(start))


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else NUMBERS[printed.lower()]


def _read_counts(reader: _Reader, text: str) -> None:
    if line := LINE_COUNT.match(text):
        _add_count(reader, {CHOICES[line["choice"].lower()]: int(line["count"])})
        return
    for pattern in (COUNT_FIRST, COUNT_LAST, COUNT_PLAIN):
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
    match = ABSTAIN_BEHIND.search(text) or ABSTAIN.search(text)
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
    reader.counted = bool(now.ballots)


def _read_table_row(reader: _Reader, text: str) -> bool:
    """Read a row of a ballot table ("Anna Lind (C)" with a mark under "Ja", "Bo Ek C Ja"); tell whether it was one."""
    cells = [c.strip() for c in text.split("\t")]
    columns = {
        i: CHOICES[key]
        for i, c in enumerate(cells)
        for key in CHOICES
        if c.lower().startswith(key) and len(c) < len("avstår från att rösta")
    }
    if len(columns) > 1:
        if reader.now.ballots and reader.counted:
            reader.begin()
        reader.repeated = bool(reader.now.ballots)
        reader.columns = columns
        return True
    if len(cells) > 1:
        return _read_cells(reader, cells)
    row = ROW_CHOICE.search(text)
    return bool(row and _add_ballot(reader, text[: row.start()], "", row["choice"]))


def _read_cells(reader: _Reader, cells: list[str]) -> bool:
    if ABSENT.match(cells[0]):
        return True
    name = next((c for c in cells if re.search(r"[A-Za-zÅÄÖåäö]{2,} \S", c) or "(" in c), "")
    party = next(
        (
            c
            for c in cells
            if re.fullmatch(r"\(?[A-ZÅÄÖ][A-Za-zÅÄÖ]{0,4}\)?", c) and c not in MARKS and c.lower() not in CHOICES
        ),
        "",
    )
    marked = [(i, c) for i, c in enumerate(cells) if c in MARKS or c.lower() in MARKS]
    for place, mark in marked:
        printed = next((key for key in CHOICES if mark.lower().startswith(key)), "")
        choice = CHOICES.get(printed) or reader.columns.get(place)
        if choice and name:
            _add_named(reader, name, party.strip("()"), choice)
            return True
    return bool(name and reader.columns)


def _add_ballot(reader: _Reader, printed: str, party: str, choice: str) -> bool:
    people = find_people(printed)
    if len(people) != 1 or len(printed) > len(str(people[0][1].name)) + 60:
        return False
    _add_named(reader, printed, party, next(v for k, v in CHOICES.items() if choice.lower().startswith(k)))
    return True


def _add_named(reader: _Reader, printed: str, party: str, choice: Choice) -> None:
    bare = TITLE_BEHIND.sub("", printed.strip(" ,"))
    person = next((p for _, p in find_people(printed) if p.name), None) or Person(
        without_title(bare) or bare, party or None
    )
    _add_people(reader, [person if person.party else Person(person.name, party or None)], choice)


def _add_people(reader: _Reader, people: list[Person], choice: Choice) -> None:
    known = {(b.name, b.party) for b in reader.now.ballots}
    if reader.repeated and any((p.name, p.party) in known for p in people):
        columns = reader.columns
        reader.begin()
        reader.columns, known = columns, set()
    now = reader.now
    now.ballots += [Ballot(p.name, p.party, choice) for p in people if p.name and (p.name, p.party) not in known]


def _read_names(reader: _Reader, text: str) -> None:
    """Read names voting in running text, and lists headed by a choice."""
    if first := CHOICE_FIRST.match(text):
        reader.choice = _choice(first)
        _vote_names(reader, text[first.end() :], reader.choice)
        return
    start = 0
    for match in NAMES_VOTE.finditer(text):
        rest = COUNT_BEHIND.match(text[match.end() :].lstrip())
        _vote_names(reader, text[start : match.start()], _choice(match), int(rest["count"]) if rest else None)
        reader.choice = _choice(match) if LIST_FOLLOWS.match(text, match.end()) else None
        if reader.choice:
            _vote_names(reader, text[match.end() :], reader.choice)
        start = match.end()
    if start == 0 and reader.choice:
        _vote_names(reader, text, reader.choice)


def _choice(match: re.Match[str]) -> Choice:
    return CHOICES[match["choice"].lower()] if match["choice"] else "abstain"


def _vote_names(reader: _Reader, text: str, choice: Choice, count: int | None = None) -> None:
    """Add the people of ``text``; "ordföranden" alone is the chair that the paragraph names."""
    people = [p for _, p in find_people(text) if p.name] or list(_names_alone(text))
    if people and (chair := CHAIR.search(text)) and chair.start() > 0:
        people.append(reader.chair or Person("ordföranden", None))
    if not people:
        return
    if (
        any(b.vote == choice for b in reader.now.ballots)
        and choice == "yes"
        and any(b.vote == "no" for b in reader.now.ballots)
    ):
        reader.begin()
    _add_people(reader, list(dict.fromkeys(people)), choice)
    printed = count if count is not None else _printed_count(text)
    if printed is not None:
        reader.now.printed[choice] = printed


def _names_alone(text: str) -> tuple[Person, ...]:
    """Read a list that is nothing but names without parties: "Anna Lind, Bo Ek och ordföranden"."""
    names = [name.strip() for name in re.split(r", | och | samt ", text.strip(" .:"))]
    named = [name for name in names if not CHAIR.fullmatch(name)]
    if not all(FULL_NAME.fullmatch(name) for name in named):
        return ()
    return tuple(Person(without_title(name), None) for name in named)


def _printed_count(text: str) -> int | None:
    match = re.search(r"\((\d{1,3})\)\W*$", text)
    return int(match[1]) if match else None
