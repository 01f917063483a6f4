"""Asking for positions: of an issue or a query, of a person, and who reserves with whom.

Always holds: a party, board or person that the library does not know is an error that names the nearest; what was read
is told beside every answer. Duplicate readings of a paragraph are never counted.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from index.boards import BoardName, resolve
from index.errors import NotInLibraryError, UnknownFilterError
from index.finding.catalog import Catalog
from index.finding.filters import known_party
from index.persons import KnownPerson, Register, Registers
from index.persons.register import ACTING
from index.positions.acting import acts_in
from index.positions.tables import Key, cells_of, is_nameless, years_in_order
from index.positions.together import pairs_of, parties_reserving
from index.positions.values import Alliances, PositionAct, Positions, PositionsAsked
from index.results import Issue
from index.store import Store
from index.stored import Head, ItemKind, StoredParagraph
from index.tracing.trace import LedTo, Tracer
from nlp.acts import Person

_NAMED = 6
"""So many persons are named where a name may mean several, or none."""


class PositionTables:
    """Answers for one library; made anew, as far as needed, when the library changes."""

    def __init__(
        self,
        store: Store,
        tracer: Tracer,
        catalog: Callable[[], Catalog],
        boards: Callable[[], Sequence[BoardName]],
    ) -> None:
        """Name the parts; nothing is read before the first use."""
        self._store, self._tracer, self._catalog, self._boards = store, tracer, catalog, boards
        self._registers = Registers(store, catalog)

    def register(self) -> Register:
        """Return the register of persons of the library's present state."""
        return self._registers.current()

    def positions(self, start: str, asked: PositionsAsked, person: str = "") -> Positions:
        """Return the table of what ``start`` leads to, of ``person`` alone where one is named.

        With "" for ``start`` it is everything that the person has done. Raises NotInLibraryError, UnknownFilterError.
        """
        register = self.register()
        who = self.person(person) if person.strip() else None
        led_to = self._tracer.led_to(start) if start.strip() else LedTo()
        heads = [head for head in self._concerned(led_to.issues, who) if self._lets_in(head, asked)]
        return self._table(start, asked, register, who, led_to, heads)

    def alliances(self, start: str, asked: PositionsAsked) -> Alliances:
        """Return who reserves with whom in what ``start`` leads to, with "" in all of the library."""
        register = self.register()
        led_to = self._tracer.led_to(start) if start.strip() else LedTo()
        wanted = {one for issue in led_to.issues for one in issue.paragraphs}
        shown = self._catalog().shown
        heads = [head for head in shown if (not start.strip() or head.id in wanted) and self._lets_in(head, asked)]
        inside = {head.id for head in heads}
        reserving = {item.paragraph_id for item in self._store.items((ItemKind.RESERVATION,))} & inside
        stored = self._store.paragraphs(reserving, (ItemKind.RESERVATION,))
        acts = [act for one in stored for act in _acts(one, register, {}, None)]
        parties = self._parties(asked) or parties_reserving(acts)
        pairs = tuple(pair for pair in pairs_of(acts) if {pair.party, pair.other} <= {*parties})
        years = years_in_order(head.date[:4] if head.date else None for head in heads)
        covered = self._catalog().coverage(heads)
        return Alliances(
            start, parties, tuple(years), pairs, len(reserving), len(heads), covered, no_match=led_to.no_match
        )

    def person(self, asked: str) -> KnownPerson:
        """Return the one person whom ``asked`` means. Raises UnknownFilterError where there is none, or several."""
        found = self.register().called(asked)
        if len(found) == 1:
            return found[0]
        if found:
            told = "; ".join(_told(one) for one in found[:_NAMED])
            raise UnknownFilterError(
                f'"{asked}" kan vara {len(found)} personer: {told}. Skriv hela namnet och partiet.'
            )
        names = {spelling.name.casefold(): one for one in self.register().persons for spelling in one.spellings}
        near = [names[name] for name in difflib.get_close_matches(asked.casefold(), names, n=_NAMED, cutoff=0.6)]
        there = "; ".join(dict.fromkeys(_told(one) for one in near)) or "ingen med ett liknande namn"
        raise UnknownFilterError(f'Ingen förtroendevald i biblioteket heter "{asked}". Närmast är: {there}.')

    def _concerned(self, issues: Sequence[Issue], who: KnownPerson | None) -> Iterator[Head]:
        """Yield the paragraphs to read: those of the issues, or all in which the person acts."""
        if not issues and who is None:
            raise NotInLibraryError("Skriv ett ärende, en fråga eller en person.")
        wanted = {one for issue in issues for one in issue.paragraphs}
        acting = {one.paragraph_id for one in who.namings} if who else set()
        for head in self._catalog().shown:
            if head.id in wanted if issues else head.id in acting:
                yield head

    def _lets_in(self, head: Head, asked: PositionsAsked) -> bool:
        boards = {spelling for name in asked.boards for spelling in resolve(name, self._boards())}
        if boards and head.board not in boards:
            return False
        if asked.years is None:
            return True
        return head.date is not None and asked.years[0] <= int(head.date[:4]) <= asked.years[1]

    def _parties(self, asked: PositionsAsked) -> tuple[str, ...]:
        return tuple(dict.fromkeys(known_party(party, self._store) for party in asked.parties))

    def _table(
        self,
        start: str,
        asked: PositionsAsked,
        register: Register,
        who: KnownPerson | None,
        led_to: LedTo,
        heads: Sequence[Head],
    ) -> Positions:
        issue_of = {one: issue.id for issue in led_to.issues for one in issue.paragraphs}
        stored = self._store.paragraphs([head.id for head in heads], ACTING)
        acts = [act for one in stored for act in _acts(one, register, issue_of, who)]
        present = _present(heads, register) if who is None else _attended(heads, who)
        cells = cells_of([act for act in acts if not is_nameless(act)], present, self._parties(asked))
        return Positions(
            start=start,
            person=who,
            issues=led_to.issues,
            parties=tuple(dict.fromkeys(cell.party for cell in cells)),
            years=tuple(dict.fromkeys(cell.year for cell in cells)),
            cells=cells,
            nameless=tuple(act for act in acts if is_nameless(act)),
            paragraphs=len(heads),
            boundary=led_to.boundary,
            coverage=self._catalog().coverage(heads),
            no_match=led_to.no_match,
        )


def _acts(
    stored: StoredParagraph, register: Register, issue_of: Mapping[str, str], who: KnownPerson | None
) -> Iterator[PositionAct]:
    document = stored.head.document_id

    def party_of(person: Person) -> tuple[str | None, bool]:
        return register.party_of(person, document)

    def is_meant(person: Person) -> bool:
        found = register.person_of(person, document)
        return found is not None and who is not None and found.id == who.id

    yield from acts_in(stored, party_of, issue_of.get(stored.head.id, ""), is_meant if who else None)


def _present(heads: Iterable[Head], register: Register) -> Counter[Key]:
    """Count, for each party and year, the meetings that treated the matter and had a member of it."""
    meetings = {(head.document_id, head.date[:4] if head.date else None) for head in heads}
    return Counter((party, year) for document, year in meetings for party in register.present(document))


def _attended(heads: Collection[Head], who: KnownPerson) -> Counter[Key]:
    """Count the meetings of these paragraphs that the person attended, by the party that the list prints."""
    documents = {head.document_id for head in heads}
    years = {(one.document_id, one.party, (one.date or "")[:4] or None) for one in who.namings if one.role is not None}
    return Counter((party, year) for document, party, year in years if document in documents and party)


def _told(person: KnownPerson) -> str:
    where = f", {person.organisation}" if person.organisation else ""
    return f"{person.name} ({', '.join(person.parties) or '–'}{where})"
