"""The register of persons of a library: everybody who is elected, and who is meant by a name in a given document.

Always holds: made once for each generation of the store; an official (on a cover without a party, neither member nor
substitute) is not in it, nor is anybody who is only named without a party. Which spellings are one person is told by
`index.persons.joining`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from index.derived import Derived
from index.finding.catalog import Catalog
from index.items import people_of
from index.persons.joining import Named, joined, named_apart, usual_form
from index.persons.periods import periods_of
from index.persons.values import KnownPerson, Naming, Spelling
from index.store import Store
from index.stored import Head, ItemKind, StoredDocument
from ingest.records import Role
from nlp.acts import Person
from nlp.name_forms import Likeness, NameKey, is_full, name_key

ACTING = (
    ItemKind.MOTION,
    ItemKind.VOTE,
    ItemKind.RESERVATION,
    ItemKind.NOTE,
    ItemKind.RECUSAL,
    ItemKind.NOT_PARTICIPATING,
)
"""The acts in which members and parties take a stand."""
_ELECTED = frozenset({Role.MEMBER, Role.SERVING_SUBSTITUTE, Role.OTHER_SUBSTITUTE})
_WHY: Mapping[Likeness, str] = {
    Likeness.INITIALS: "förnamnet som initial, samma parti",
    Likeness.DOUBLE: "dubbelnamn, samma parti",
    Likeness.SOUND: "låter lika, samma parti och organ",
    Likeness.LETTERS: "en bokstav skiljer, samma parti och organ",
}
_SAME_LETTERS = "samma namn, andra tecken"


class Register:
    """The persons of one generation of a library."""

    def __init__(self, namings: Iterable[Naming], parties: Sequence[str] = ()) -> None:
        """Gather ``namings`` to persons; ``parties`` are the library's, the most common first."""
        self._spelled = {party.casefold(): party for party in reversed(parties)}
        kept = list(namings)
        self.officials = frozenset(name_key(one.name) for one in kept if one.role is Role.OTHER and not one.party)
        self.persons = tuple(sorted(_persons(kept), key=lambda one: (-len(one.namings), one.name)))
        self._rows: dict[str, list[Naming]] = defaultdict(list)
        for one in kept:
            if one.role is not None:
                self._rows[one.document_id].append(one)

    @cached_property
    def elected(self) -> frozenset[NameKey]:
        """The keys of every spelling of an elected person's name."""
        return frozenset(key for one in self.persons for key in one.keys)

    def party(self, printed: str | None) -> str | None:
        """Return a party as the library spells it most often: "Fi" where "FI" stands."""
        return None if printed is None else self._spelled.get(printed.casefold(), printed)

    def party_of(self, person: Person, document_id: str) -> tuple[str | None, bool]:
        """Return the party of somebody who acts, and whether it is printed there.

        Where it is not, the attendance list of the same meeting tells it, if one person of that name is on it.
        """
        if person.party is not None or person.name is None:
            return self.party(person.party), True
        listed = {one.party for one in self._listed(person, document_id)}
        return (self.party(next(iter(listed))), False) if len(listed) == 1 else (None, True)

    def present(self, document_id: str) -> frozenset[str]:
        """Return the parties whose members or serving substitutes stand on the document's attendance list."""
        serving = (Role.MEMBER, Role.SERVING_SUBSTITUTE)
        rows = self._rows.get(document_id, ())
        return frozenset(party for one in rows if one.role in serving and (party := self.party(one.party)))

    def person_of(self, person: Person, document_id: str) -> KnownPerson | None:
        """Return who is meant by a name in a document, None where it is nobody elected, or may be several."""
        key = name_key(person.name or "")
        if not is_full(key):
            rows = self._listed(person, document_id)
            key = name_key(rows[0].name) if len(rows) == 1 else ()
        found = self._by_name.get((document_id, key), ())
        of_party = [one for one in found if self.party(person.party) in one.parties] or found
        return of_party[0] if len(of_party) == 1 else None

    def called(self, asked: str) -> tuple[KnownPerson, ...]:
        """Return the persons whom ``asked`` may mean: just so by any spelling, else with all its words in the name.

        "Anna Lind (C)" is one who has stood for C.
        """
        name, party = _asked(asked)
        key = name_key(name)
        exact = [one for one in self.persons if key in one.keys]
        loose = [one for one in self.persons if any(set(key) <= set(each) for each in one.keys)] if key else []
        found = exact or loose
        if party is None:
            return tuple(found)
        return tuple(one for one in found if party.casefold() in {each.casefold() for each in one.parties})

    @cached_property
    def _by_name(self) -> dict[tuple[str, NameKey], list[KnownPerson]]:
        found: dict[tuple[str, NameKey], list[KnownPerson]] = defaultdict(list)
        for person in self.persons:
            for place in {(one.document_id, name_key(one.name)) for one in person.namings}:
                found[place].append(person)
        return found

    def _listed(self, person: Person, document_id: str) -> list[Naming]:
        """Return the rows of the attendance list that may be this person; a last name alone is enough if one bears it.

        A party that is printed beside the name must be that of the row.
        """
        key = name_key(person.name or "")
        rows = [one for one in self._rows.get(document_id, ()) if one.role in _ELECTED or one.party]
        of_party = [one for one in rows if person.party is None or one.party in (None, person.party)]
        if is_full(key):
            return [one for one in of_party if name_key(one.name) == key]
        return [one for one in of_party if key and name_key(one.name)[-1:] == key]


class Registers(Derived[Register]):
    """Gives the register of the store's present generation."""

    def __init__(self, store: Store, catalog: Callable[[], Catalog]) -> None:
        """Name the parts."""
        super().__init__(store)
        self._catalog = catalog

    def _renewed(self, held: object, generation: int) -> Register:  # noqa: ARG002  (made whole)
        return Register(namings_of(self._store, self._catalog()), list(self._store.parties()))


def namings_of(store: Store, catalog: Catalog) -> Iterator[Naming]:
    """Yield every naming of a library: attendance lists, and those who act in paragraphs that are no duplicates."""
    documents = store.documents()
    houses = _houses(documents)
    for document in documents:
        yield from _attending(document, houses)
    shown = {head.id: head for head in catalog.shown}
    for item in store.items(ACTING):
        head = shown.get(item.paragraph_id)
        if head is not None:
            row_of = f"{head.id}-{item.position}" if item.kind is ItemKind.VOTE else None
            people = (person for person in dict.fromkeys(people_of(item.act)) if person.name)
            yield from (_acting(person, head, houses, row_of) for person in people)


def _houses(documents: Iterable[StoredDocument]) -> dict[str, str]:
    """Return the organisation of each board that is known in one only: files without a cover name none."""
    found: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        meeting = document.record.meeting
        if meeting.board and meeting.organisation:
            found[meeting.board.casefold()].add(meeting.organisation)
    return {board: next(iter(named)) for board, named in found.items() if len(named) == 1}


def _house(organisation: str | None, board: str | None, houses: Mapping[str, str]) -> str | None:
    return organisation or houses.get((board or "").casefold())


def _attending(document: StoredDocument, houses: Mapping[str, str]) -> Iterator[Naming]:
    record = document.record
    meeting = record.meeting
    house = _house(meeting.organisation, meeting.board, houses)
    for row in meeting.attendance:
        yield Naming(
            row.name,
            row.party,
            document.id,
            house,
            meeting.board,
            meeting.date,
            record.file,
            role=row.role,
            row_of=document.id,
        )


def _acting(person: Person, head: Head, houses: Mapping[str, str], row_of: str | None) -> Naming:
    house = _house(head.organisation, head.board, houses)
    return Naming(
        person.name or "",
        person.party,
        head.document_id,
        house,
        head.board,
        head.date,
        head.file,
        paragraph_id=head.id,
        number=head.number,
        row_of=row_of,
    )


def _persons(namings: Sequence[Naming]) -> Iterator[KnownPerson]:
    taken: Counter[str] = Counter()
    for names in joined([one for one in named_apart(namings) if _is_elected(one)]):
        person = _person(names, taken)
        taken[person.id.partition("#")[0]] += 1
        yield person


def _is_elected(named: Named) -> bool:
    return any(one.party or one.role in _ELECTED for one in named.namings)


def _person(names: Sequence[tuple[Named, Likeness | None]], taken: Mapping[str, int]) -> KnownPerson:
    namings = sorted((one for named, _ in names for one in named.namings), key=lambda one: one.date or "9999")
    usual = usual_form(names[0][0].namings)
    dates = [one.date for one in namings if one.date]
    house = names[0][0].organisation
    plain = f"{house or '–'}/{'-'.join(names[0][0].key)}"
    return KnownPerson(
        id=f"{plain}#{taken[plain] + 1}" if taken[plain] else plain,
        name=usual,
        organisation=house,
        spellings=tuple(_spellings(names, usual)),
        periods=periods_of(namings),
        boards=tuple(dict.fromkeys(one.board for one in namings if one.board)),
        date_first=dates[0] if dates else None,
        date_last=dates[-1] if dates else None,
        acts=sum(one.paragraph_id is not None for one in namings),
        attended=len({one.document_id for one in namings if one.role is not None}),
        namings=tuple(namings),
    )


def _spellings(names: Sequence[tuple[Named, Likeness | None]], usual: str) -> Iterator[Spelling]:
    for named, why in names:
        for form, times in Counter(one.name for one in named.namings).most_common():
            yield Spelling(form, times, "" if form == usual else _WHY[why] if why else _SAME_LETTERS)


def _asked(asked: str) -> tuple[str, str | None]:
    """Return name and party of "Anna Lind (C)"."""
    name, bracket, rest = asked.partition("(")
    return name.strip(), (rest.rstrip(" )").strip() or None) if bracket else None
