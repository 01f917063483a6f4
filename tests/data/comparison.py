"""Compares read paragraph records with the gold of the demo collection, field by field.

Owns what counts as the same. Always: paragraphs are paired by file and number, items one to one; texts match when they
share nine tenths of their words. A field's figure is its micro-averaged F1 over all paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Record = Mapping[str, Any]
Match = Callable[[Any, Any], bool]

_SAME_TEXT = 0.9
_ALIKE = str.maketrans("–“”", '-""', "\u00ad")


@dataclass(frozen=True, slots=True)
class Field:
    """How one field is compared: its items in a record, and when two items are the same."""

    items: Callable[[Record], Sequence[Any]]
    same: Match


@dataclass(frozen=True, slots=True)
class Difference:
    """What one paragraph lacks (``missed``) and has too much (``invented``) in one field."""

    field: str
    file: str
    number: int
    missed: tuple[Any, ...]
    invented: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Items found of items expected, and items read, with the differences."""

    found: int
    expected: int
    read: int
    differences: tuple[Difference, ...]

    @property
    def f1(self) -> float:
        """Return the F1 of precision and recall; 1 where nothing was expected and nothing read."""
        return 2 * self.found / (self.expected + self.read) if self.expected + self.read else 1.0


def plain(text: str | None) -> str:
    """Return ``text`` in lower case, blanks joined, quotation marks and dashes made alike."""
    alike = (text or "").translate(_ALIKE)
    return re.sub(r"\s+", " ", alike).strip().casefold()


def overlap(one: str | None, other: str | None) -> float:
    """Return the F1 of the words that two texts share; 1 for two empty texts."""
    a, b = (Counter(re.findall(r"\w+", plain(text))) for text in (one, other))
    both = a.total() + b.total()
    return 2 * (a & b).total() / both if both else 1.0


def same_text(one: str | None, other: str | None) -> bool:
    """Tell whether two texts are the same but for little."""
    return overlap(one, other) >= _SAME_TEXT


def same_people(one: Sequence[Record], other: Sequence[Record]) -> bool:
    """Tell whether the same people and parties are named, in any order."""
    return Counter(map(person, one)) == Counter(map(person, other))


def person(named: Record) -> Hashable:
    """Return a person as a value that can be compared."""
    return plain(named.get("name")), plain(named.get("party"))


def compare(gold: Iterable[Record], read: Iterable[Record]) -> dict[str, Score]:
    """Return the score of every field; "paragraph" tells whether the paragraphs were found at all."""
    expected = {_key(record): record for record in gold}
    parsed = {_key(record): record for record in read}
    paragraphs = _score(
        "paragraph", [((file, number), (number,), ()) for file, number in expected if (file, number) not in parsed]
    )
    found = len(expected.keys() & parsed.keys())
    scores = {"paragraph": Score(found, len(expected), len(parsed), paragraphs)}
    for name, field in FIELDS.items():
        scores[name] = _field_score(name, field, expected, parsed)
    return scores


def _field_score(
    name: str, field: Field, expected: Mapping[tuple[str, int], Record], parsed: Mapping[tuple[str, int], Record]
) -> Score:
    found = wanted = read = 0
    rows = []
    for key, record in expected.items():
        gold_items, read_items = field.items(record), field.items(parsed.get(key, {}))
        missed, invented = pair(gold_items, read_items, field.same)
        wanted += len(gold_items)
        read += len(read_items)
        found += len(gold_items) - len(missed)
        if missed or invented:
            rows.append((key, missed, invented))
    return Score(found, wanted, read, _score(name, rows))


def _score(name: str, rows: Iterable[tuple[tuple[str, int], Sequence[Any], Sequence[Any]]]) -> tuple[Difference, ...]:
    return tuple(Difference(name, file, number, tuple(missed), tuple(more)) for (file, number), missed, more in rows)


def pair(gold: Sequence[Any], read: Sequence[Any], same: Match) -> tuple[list[Any], list[Any]]:
    """Pair items one to one and return what is left over on both sides."""
    left, missed = list(read), []
    for item in gold:
        place = next((place for place, other in enumerate(left) if same(item, other)), None)
        if place is None:
            missed.append(item)
        else:
            left.pop(place)
    return missed, left


def _key(record: Record) -> tuple[str, int]:
    return record["file"], record["number"]


def _one(name: str) -> Field:
    """Compare a field that holds one value."""
    return Field(lambda record: [record[name]] if record.get(name) else [], lambda a, b: plain(str(a)) == plain(str(b)))


def _many(name: str, same: Match, inner: str | None = None) -> Field:
    """Compare a field that holds a list; with ``inner``, the lists inside its items."""
    if inner is None:
        return Field(lambda record: record.get(name) or [], same)
    return Field(lambda record: [item for entry in record.get(name) or [] for item in entry[inner]], same)


def _keyed(key: Callable[[Any], Hashable]) -> Match:
    return lambda a, b: key(a) == key(b)


def _same_decision(a: Record, b: Record) -> bool:
    return a["outcome"] == b["outcome"] and same_text(a["text"], b["text"])


def _same_assignment(a: Record, b: Record) -> bool:
    return plain(a["recipient"]) == plain(b["recipient"]) and same_text(a["text"], b["text"])


def _reference(item: Record) -> Hashable:
    return tuple(plain(str(item.get(name))) for name in ("kind", "board", "date", "number", "case_number"))


FIELDS: dict[str, Field] = {
    "organisation": _one("organisation"),
    "board": _one("board"),
    "date": _one("date"),
    "title": _one("title"),
    "case_numbers": _many("case_numbers", _keyed(plain)),
    "pages": Field(
        lambda record: [(record["page_first"], record["page_last"])] if record.get("page_first") else [],
        lambda a, b: bool(a == b),
    ),
    "immediate": _one("immediate"),
    "section_kinds": _many("sections", _keyed(lambda item: (item["kind"], plain(item["heading"])))),
    "section_texts": _many("sections", lambda a, b: a["kind"] == b["kind"] and same_text(a["text"], b["text"])),
    "decisions": _many("decisions", lambda a, b: same_text(a["text"], b["text"])),
    "decision_outcomes": _many("decisions", _same_decision),
    "motions": _many("motions", lambda a, b: a["kind"] == b["kind"] and same_people(a["movers"], b["movers"])),
    "motion_texts": _many("motions", lambda a, b: same_text(a["text"], b["text"])),
    "votes": _many("votes", _keyed(lambda item: (item["yes"], item["no"], item["abstain"]))),
    "vote_meanings": _many("votes", _keyed(lambda item: (plain(item["yes_means"]), plain(item["no_means"])))),
    "ballots": _many("votes", _keyed(lambda item: (person(item), item["vote"])), "ballots"),
    "reservations_by": _many("reservations", lambda a, b: same_people(a["by"], b["by"])),
    "reservation_texts": _many("reservations", lambda a, b: same_text(a["text"], b["text"])),
    "notes": _many("notes", lambda a, b: a["kind"] == b["kind"] and same_people(a["by"], b["by"])),
    "note_texts": _many("notes", lambda a, b: same_text(a["text"], b["text"])),
    "assignments": _many("assignments", _same_assignment),
    "assignment_dues": _many("assignments", _keyed(lambda item: (plain(item["text"]), item["due"]))),
    "reports": _many(
        "reports", _keyed(lambda item: (plain(item["board"]), item["date"], item["number"], item["closed"]))
    ),
    "recusals": _many("recusals", _keyed(person)),
    "references": _many("references", _keyed(_reference)),
}
