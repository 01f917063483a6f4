"""Which spellings are one person: by the name's forms, the party, and who was at the same meeting. Pure.

Always holds: persons of two organisations are never one; nor are two names that one list (of attendance, of ballots)
prints side by side, nor one name that stands there twice with two parties. A spelling is joined to another only where
no third name could be meant, and the join says why.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from index.persons.values import Naming
from nlp.name_forms import Likeness, NameKey, is_full, likeness, name_key
from nlp.names import without_title

_TWICE = 2
_SELDOM = 4
"""A spelling with one letter else must be met at most a fourth as often as the usual one."""


@dataclass(eq=False)
class Named:
    """All the times that one key is named in one organisation (with one party, where it is two persons)."""

    organisation: str | None
    key: NameKey
    namings: Sequence[Naming]

    @cached_property
    def parties(self) -> frozenset[str]:
        """The parties printed beside the name."""
        return frozenset(one.party for one in self.namings if one.party)

    @cached_property
    def lists(self) -> frozenset[str]:
        """The lists on which the name stands: of attendance, of ballots."""
        return frozenset(one.row_of for one in self.namings if one.row_of is not None)

    @cached_property
    def attended(self) -> frozenset[str]:
        """The documents on whose attendance lists the name stands."""
        return frozenset(one.document_id for one in self.namings if one.role is not None)

    @cached_property
    def documents(self) -> frozenset[str]:
        """The documents that name it anywhere."""
        return frozenset(one.document_id for one in self.namings)

    @cached_property
    def boards(self) -> frozenset[str | None]:
        """The boards in whose protocols it is named."""
        return frozenset(one.board for one in self.namings)


def named_apart(namings: Iterable[Naming]) -> list[Named]:
    """Return the namings by organisation and key; a name that two people bear at one time is apart by party.

    Names of one word are left out: nothing tells whose they are.
    """
    found: dict[tuple[str | None, NameKey], list[Naming]] = defaultdict(list)
    for one in namings:
        key = name_key(one.name)
        if is_full(key):
            found[one.organisation, key].append(one)
    return [part for (house, key), named in found.items() for part in _apart(Named(house, key, named))]


def _apart(named: Named) -> list[Named]:
    """Split a name that is two people: two parties on one list, in turns over the same years, or behind one initial."""
    initial = any(len(word) == 1 for word in named.key[:-1])
    if len(named.parties) < _TWICE or not (initial or _side_by_side(named) or _in_turns(named)):
        return [named]
    parts = {party: [one for one in named.namings if one.party == party] for party in sorted(named.parties)}
    # A naming without a party goes with whoever is named with one in that document, where only one is.
    for one in named.namings:
        there = [part for part in parts.values() if one.document_id in {each.document_id for each in part}]
        if one.party is None and len(there) == 1:
            there[0].append(one)
    return [Named(named.organisation, named.key, namings) for namings in parts.values()]


def _side_by_side(named: Named) -> bool:
    rows: dict[str, set[str]] = defaultdict(set)
    for one in named.namings:
        if one.row_of is not None and one.party:
            rows[one.row_of].add(one.party)
    return any(len(parties) > 1 for parties in rows.values())


def _in_turns(named: Named) -> bool:
    """Whether two parties, each at two meetings or more, overlap in time: nobody changes party to and fro."""
    days: dict[str, set[str]] = defaultdict(set)
    for one in named.namings:
        if one.party and one.date:
            days[one.party].add(one.date)
    spans = sorted((min(each), max(each)) for each in days.values() if len(each) >= _TWICE)
    return any(later[0] < earlier[1] for earlier, later in pairwise(spans))


def joined(names: Sequence[Named]) -> list[list[tuple[Named, Likeness | None]]]:
    """Return the names as persons: the usual spelling first (None), then those joined to it and why."""
    usual = sorted(names, key=lambda one: (-len(one.documents), -len(one.namings), one.key))
    found: dict[int, list[tuple[Named, Likeness | None]]] = {id(one): [(one, None)] for one in usual}
    neighbours = _neighbours(usual)
    for one in reversed(usual):
        target = _meant(one, neighbours[id(one)])
        if target is None or any(one.lists & other.lists for other, _ in found[id(target[0])]):
            continue
        moved = found.pop(id(one))
        found[id(target[0])] += [(each, why or target[1]) for each, why in moved]
        for other in neighbours.values():
            other[:] = [each for each in other if each is not one]
    return [found[id(one)] for one in usual if id(one) in found]


def _neighbours(names: Sequence[Named]) -> dict[int, list[Named]]:
    """Return, for each name, those that share a first or a last word with it, in the same organisation."""
    by_word: dict[tuple[str | None, str], list[Named]] = defaultdict(list)
    for one in names:
        for word in {one.key[0], one.key[-1], *one.key[1:]}:
            by_word[one.organisation, word].append(one)
    return {id(one): list(_sharing(one, by_word)) for one in names}


def _sharing(one: Named, by_word: Mapping[tuple[str | None, str], Sequence[Named]]) -> Iterator[Named]:
    seen = {id(one)}
    for word in dict.fromkeys(one.key):
        for other in by_word[one.organisation, word]:
            if id(other) not in seen:
                seen.add(id(other))
                yield other


def _meant(one: Named, others: Sequence[Named]) -> tuple[Named, Likeness] | None:
    """Return the one name that ``one`` is another spelling of, None where there is none or more than one."""
    found = [(other, why) for other in others if (why := _why(one, other)) is not None]
    return found[0] if len(found) == 1 else None


def _why(one: Named, other: Named) -> Likeness | None:
    """Return why ``one`` may be the more usual name ``other``."""
    if one.parties and other.parties and not one.parties & other.parties:
        return None
    if one.lists & other.lists or _rank(one) < _rank(other):
        return None
    why = likeness(one.key, other.key)
    if why is Likeness.SOUND:
        return why if one.boards & other.boards else None
    if why is not Likeness.LETTERS:
        return why
    seldom = len(one.documents) * _SELDOM <= len(other.documents) and bool(one.boards & other.boards)
    at_meeting = not one.attended and one.documents <= other.attended
    return why if seldom or at_meeting else None


def _rank(named: Named) -> tuple[int, int, NameKey]:
    return -len(named.documents), -len(named.namings), named.key


def usual_form(namings: Iterable[Naming]) -> str:
    """Return the form printed most often; among equals the one with most letters beyond a–z, which are easily lost."""
    forms = Counter(without_title(one.name) for one in namings)
    return max(forms, key=lambda form: (forms[form], sum(not letter.isascii() for letter in form), form))
