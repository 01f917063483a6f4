"""The invented corpus of act texts: how many of their acts the reader finds, field by field.

The texts under ``corpus/`` are invented, in the forms that regions and municipalities print; their gold was written
before the reader was run on them. A field that a text leaves out must be empty, except those in ``_ASKED_ONLY``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from nlp.acts import Acts, CaseReference, Person, SectionKind, SectionText
from nlp.reading import read_acts

_FOLDER = Path(__file__).parent / "corpus"
_ASKED_ONLY = frozenset(
    ["decisions", "references", "documents", "procedure", "reservation_motions", "due_words", "derived"]
)
_SAME = 0.9


def _person(person: Person) -> str:
    return f"{person.name or ''} ({person.party})".strip() if person.party else str(person.name)


def _people(people: tuple[Person, ...]) -> str:
    return "; ".join(sorted(_person(p) for p in people))


def _sorted(printed: str) -> str:
    return "; ".join(sorted(p.strip() for p in printed.split(";")))


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _votes(acts: Acts) -> list[Any]:
    return [(v.yes, v.no, v.abstain or 0) for v in acts.votes]


def _references(acts: Acts) -> list[Any]:
    return [
        ("case", r.case_number) if isinstance(r, CaseReference) else ("paragraph", r.board, r.date, r.number)
        for r in acts.references
    ]


_READ: dict[str, Callable[[Acts], list[Any]]] = {
    "decisions": lambda a: [(d.outcome.value, d.text) for d in a.decisions],
    "motions": lambda a: [(m.kind.value, _people(m.movers)) for m in a.motions],
    "votes": _votes,
    "meanings": lambda a: [(v.yes_means, v.no_means) for v in a.votes if v.yes_means],
    "ballots": lambda a: [f"{_person(Person(b.name, b.party))} {b.vote}" for v in a.votes for b in v.ballots],
    "casting": lambda a: [True for v in a.votes if v.casting],
    "mismatch": lambda a: [(m.vote, m.printed, m.named) for v in a.votes for m in v.mismatches],
    "reservations": lambda a: [(_people(r.by), r.text) for r in a.reservations],
    "reservation_motions": lambda a: [(_people(r.by), *r.motions) for r in a.reservations],
    "notes": lambda a: [(n.kind, _people(n.by)) for n in a.notes],
    "recusals": lambda a: [_person(r.person) for r in a.recusals],
    "not_participating": lambda a: [_person(p.person) for p in a.not_participating],
    "assignments": lambda a: [(x.recipient, x.text) for x in a.assignments],
    "due": lambda a: [x.due for x in a.assignments if x.due],
    "due_words": lambda a: [x.due_words for x in a.assignments],
    "derived": lambda a: [x.due_derived for x in a.assignments],
    "changes": lambda a: [(c.kind, c.due) for c in a.assignment_changes],
    "reports": lambda a: [(r.board, r.date, r.number, r.closed) for r in a.reports],
    "references": _references,
    "documents": lambda a: [(d.name, d.date, d.number) for d in a.documents],
    "procedure": lambda a: [(s.kind, *s.proposals, s.found) for s in a.procedure],
    "immediate": lambda a: [True] if a.immediate else [],
}

_GOLD: dict[str, Callable[[dict[str, Any]], list[Any]]] = {
    "decisions": lambda g: [tuple(d) for d in g["decisions"]],
    "motions": lambda g: [(kind, _sorted(who)) for kind, who in g.get("motions", [])],
    "votes": lambda g: [(v[0], v[1], v[2] or 0) for v in g.get("votes", [])],
    "meanings": lambda g: [(v[3], v[4]) for v in g.get("votes", []) if v[3]],
    "ballots": lambda g: list(g.get("ballots", [])),
    "casting": lambda g: [True] if g.get("casting") else [],
    "mismatch": lambda g: [tuple(m) for m in g.get("mismatch", [])],
    "reservations": lambda g: [(_sorted(r[0]), r[1]) for r in g.get("reservations", [])],
    "reservation_motions": lambda g: [(_sorted(r[0]), *r[2]) for r in g["reservations"]],
    "notes": lambda g: [(kind, _sorted(who)) for kind, who in g.get("notes", [])],
    "recusals": lambda g: [p.strip() for p in g.get("recusals", "").split(";") if p],
    "not_participating": lambda g: [p.strip() for p in g.get("not_participating", "").split(";") if p],
    "assignments": lambda g: [(a[0], a[1]) for a in g.get("assignments", [])],
    "due": lambda g: [str(a[2]) for a in g.get("assignments", []) if a[2]],
    "due_words": lambda g: [a[3] if len(a) > 3 else None for a in g["assignments"]],
    "derived": lambda g: [_text(a[4]) if len(a) > 4 else None for a in g["assignments"]],
    "changes": lambda g: [(kind, _text(due)) for kind, due in g.get("changes", [])],
    "reports": lambda g: [(r[0], _text(r[1]), r[2], r[3]) for r in g.get("reports", [])],
    "references": lambda g: [(*r[:2], *map(_text, r[2:3]), *r[3:]) for r in g["references"]],
    "documents": lambda g: [(name, _text(date), number) for name, date, number in g["documents"]],
    "procedure": lambda g: [(kind, *put, found) for kind, put, found in g["procedure"]],
    "immediate": lambda g: [True] if g.get("immediate") else [],
}
_NEEDS = {"reservation_motions": "reservations", "due_words": "assignments", "derived": "assignments"}


def _sections(parts: list[dict[str, str]]) -> list[SectionText]:
    found, position = [], 0
    for part in parts:
        for key, text in part.items():
            kind, _, heading = key.partition(" | ")
            found.append(SectionText(SectionKind(kind), heading, text, position))
            position += len(text) + 1
    return found


def _read(case: dict[str, Any]) -> Acts:
    chair = re.fullmatch(r"(?P<name>.+) \((?P<party>\w+)\)", case.get("chair", ""))
    return read_acts(
        _sections(case["text"]),
        board="Regionstyrelsen",
        date="2025-02-11",
        chair=Person(chair["name"], chair["party"]) if chair else None,
    )


def _same(one: Any, other: Any) -> bool:
    """Whether two items say the same; of long texts nine words in ten must agree."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(_same(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, str) and isinstance(other, str) and min(len(one), len(other)) > 40:
        a, b = Counter(re.findall(r"\w+", one.lower())), Counter(re.findall(r"\w+", other.lower()))
        return 2 * sum((a & b).values()) / (sum(a.values()) + sum(b.values())) >= _SAME
    return bool(one == other)


def _paired(gold: list[Any], read: list[Any]) -> tuple[int, list[Any], list[Any]]:
    left, missed = list(read), []
    for item in gold:
        place = next((i for i, x in enumerate(left) if _same(item, x)), None)
        if place is None:
            missed.append(item)
        else:
            left.pop(place)
    return len(gold) - len(missed), missed, left


@cache
def _scores() -> dict[str, tuple[int, int, int, tuple[str, ...]]]:
    """Return (hits, gold items, read items, what went wrong) by field."""
    totals = {field: [0, 0, 0] for field in _READ}
    wrong: dict[str, list[str]] = {field: [] for field in _READ}
    for case in _cases():
        acts = _read(case)
        for field, read in _READ.items():
            if field in _ASKED_ONLY and _NEEDS.get(field, field) not in case:
                continue
            gold, got = _GOLD[field](case), read(acts)
            hits, missed, false = _paired(gold, got)
            totals[field] = [a + b for a, b in zip(totals[field], (hits, len(gold), len(got)), strict=True)]
            if missed or false:
                wrong[field].append(f"{case['text']}\n    missed {missed}\n    false  {false}")
    return {field: (t[0], t[1], t[2], tuple(wrong[field])) for field, t in totals.items()}


def _cases() -> list[dict[str, Any]]:
    return [case for file in sorted(_FOLDER.glob("*.yaml")) for case in yaml.safe_load(file.read_text("utf-8"))]


# What the reader must reach on every field.
_LEAST = 0.95


@pytest.mark.parametrize("field", _READ)
def test_the_acts_of_invented_texts_are_found(field: str) -> None:
    """Of the acts of each kind that the corpus holds nearly all are read, and hardly any that it does not hold."""
    hits, gold, read, wrong = _scores()[field]
    assert gold, f"the corpus has no {field}"
    assert 2 * hits / (gold + read) >= _LEAST, "\n".join(wrong)
