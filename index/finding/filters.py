"""What a query restricts, in the store's terms: what people call things becomes how the library spells them.

Always holds: a value that the library does not know is an error that names the nearest there are, never an open door.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from index.boards import BoardName, resolve
from index.errors import UnknownFilterError
from index.finding.catalog import Catalog
from index.finding.lexical import LexicalIndex
from index.naming import case_key
from index.query.words import OUTCOMES, Field, choice, no_such_choice
from index.results import Query
from index.store import Store
from index.stored import Filter
from nlp.acts import Outcome
from nlp.names import PARTIES

_NEAREST, _FEW = 3, 12
"""So many near values are named; so many of all where none is near."""


@dataclass(frozen=True, slots=True)
class Known:
    """What filters are looked up in; ``boards`` are learned only when they are asked for."""

    store: Store
    catalog: Catalog
    paragraphs: LexicalIndex
    boards: Callable[[], Sequence[BoardName]]

    def filter_of(self, query: Query) -> Filter:
        """Return the filter that ``query`` asks for, its text left aside; raises UnknownFilterError."""
        return Filter(
            boards=_each(query.boards, lambda asked: resolve(asked, self.boards())),
            organisations=_each(query.organisations, self._organisation),
            years=query.years,
            first=query.since,
            last=query.until,
            dates=query.dates,
            parties=_each(query.parties, lambda asked: (known_party(asked, self.store),)),
            people=_each(query.people, self._people),
            kinds=query.kinds,
            acts=query.acts,
            outcomes=_each(query.outcomes, _outcome),
            recipients=_each(query.recipients, self._recipients),
            case_numbers=_each(query.case_numbers, self._cases),
            numbers=query.numbers,
            documents=_each(query.documents, self._documents),
            beside=self._beside(query),
            apart=self._apart(query),
        )

    def _beside(self, query: Query) -> tuple[int, ...] | None:
        """Return the paragraphs, by a unit of each, that have every phrase, None when there is none to have."""
        found = [set(self.paragraphs.holding(phrase).tolist()) for phrase in query.phrases]
        return tuple(sorted(set.intersection(*found))) if found else None

    def _apart(self, query: Query) -> tuple[int, ...] | None:
        found = [self.paragraphs.akin(word) for word in query.without]
        found += [self.paragraphs.holding(phrase) for phrase in query.without_phrases]
        return tuple(sorted({int(one) for each in found for one in each})) if found else None

    def _organisation(self, asked: str) -> tuple[str, ...]:
        known = {head.organisation for head in self.catalog.shown if head.organisation}
        return _containing("Organisationen", asked, sorted(known))

    def _people(self, asked: str) -> tuple[str, ...]:
        return _containing("Personen", asked, list(self.store.people()), whole=True)

    def _recipients(self, asked: str) -> tuple[str, ...]:
        return _containing("Mottagaren", asked, list(self.store.recipients()))

    def _documents(self, asked: str) -> tuple[str, ...]:
        files = {head.file: head.document_id for head in self.catalog.shown}
        found = _containing("Dokumentet", asked, list(files))
        return tuple(head.document_id for head in self.catalog.shown if head.file in found)

    def _cases(self, asked: str) -> tuple[str, ...]:
        key = case_key(asked)
        heads = self.catalog.by_case.get(key, ())
        if heads:
            return tuple({number for head in heads for number in head.case_numbers if case_key(number) == key})
        printed = {
            case_key(number): number for heads in self.catalog.by_case.values() for number in heads[0].case_numbers
        }
        raise _unknown("Diarienumret", asked, key, printed)


def restricts(where: Filter) -> bool:
    """Whether ``where`` keeps anything out."""
    return where != Filter()


def restricts_units(where: Filter) -> bool:
    """Whether ``where`` keeps out units of paragraphs that it lets through."""
    return bool(where.parties or where.people or where.kinds or where.acts)


def of_meaning(where: Filter) -> Filter:
    """Return the filter without what is only asked of the words: phrases and exclusions."""
    return replace(where, beside=None, apart=None)


def known_party(asked: str, store: Store) -> str:
    """Return the party, called by its letters or its name, as the library spells it; raises UnknownFilterError."""
    known = list(store.parties())
    folded = {party.casefold(): party for party in known}
    wanted = " ".join(asked.split()).casefold()
    found = folded.get(wanted) or folded.get(PARTIES.get(wanted, "").casefold())
    if found is not None:
        return found
    near = [folded[one] for one in difflib.get_close_matches(wanted, folded, n=_NEAREST, cutoff=0.3)]
    raise UnknownFilterError(
        f'Partiet "{asked}" har inte handlat i någon paragraf i biblioteket. {_there(near, known)}'
    )


def _outcome(asked: str) -> tuple[str, ...]:
    if asked in set(Outcome):
        return (asked,)
    known = choice(Field.OUTCOME, asked)
    if known is None:
        raise UnknownFilterError(no_such_choice(Field.OUTCOME, asked))
    return (str(OUTCOMES[known]),)


def _each(asked: Iterable[str], spelled: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(spelling for one in asked for spelling in spelled(one)))


def _containing(what: str, asked: str, known: Sequence[str], *, whole: bool = False) -> tuple[str, ...]:
    """Return the ``known`` that are called ``asked``: just so, else with all its words in them.

    With ``whole`` words must be whole ("Ek" is not "Ekman"), otherwise their beginnings are enough ("regiondirektör").
    """
    wanted = " ".join(asked.split()).casefold()
    same = tuple(one for one in known if one.casefold() == wanted)
    if same:
        return same
    end = r"(?!\w)" if whole else ""
    each = [re.compile(rf"(?<!\w){re.escape(word)}{end}") for word in wanted.split()]
    found = tuple(one for one in known if each and all(pattern.search(one.casefold()) for pattern in each))
    if not found:
        raise _unknown(what, asked, wanted, {one.casefold(): one for one in known})
    return found


def _unknown(what: str, asked: str, wanted: str, known: Mapping[str, str]) -> UnknownFilterError:
    near = [known[one] for one in difflib.get_close_matches(wanted, known, n=_NEAREST, cutoff=0.5)]
    return UnknownFilterError(f'{what} "{asked}" finns inte i biblioteket. {_there(near, list(known.values()))}')


def _there(near: Sequence[str], known: Sequence[str]) -> str:
    if near:
        return f"Närmast är: {', '.join(near)}."
    more = f" och {len(known) - _FEW} till" if len(known) > _FEW else ""
    return f"Där finns: {', '.join(known[:_FEW])}{more}." if known else "Där finns inga alls."
