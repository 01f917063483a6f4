"""Answering: a query in, a page of hits out, with what was searched, how it was understood and whether it answers.

Owns the order of steps. Always holds: filters are exact; one hit a paragraph; a bare case number, § or date goes
straight to its paragraphs, and filters alone list what they let through, the latest first; what is asked for in
quotation marks is found wherever it stands, near in meaning or not. Leaves out ranking (`index.finding.search`), the
language (`index.query`), and what a whole result is (`index.finding.paging`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from index.boards import BoardName
from index.drafts.relevance import CONCERNS, likely
from index.errors import UnknownFilterError
from index.finding.catalog import Catalog, KeptGlances, KeptTraits
from index.finding.filters import Known, of_meaning, restricts, restricts_units
from index.finding.fusion import Ranked
from index.finding.hits import hit_of
from index.finding.paging import facets, ordered, whole_result
from index.finding.search import Searcher
from index.finding.spelling import suggested
from index.finding.turns import Turns
from index.finding.why import account
from index.naming import Place, full_name
from index.nearest_meeting import nearest_meeting
from index.query.asking import asked, chips, name_in, settled, spellings
from index.query.language import parse
from index.query.parts import Named, ParsedQuery
from index.results import Answer, Chip, Facet, Hit, Query, UnitKind, Why
from index.store import Store
from index.stored import Filter, Head, UnitPlace

Units = Mapping[str, Sequence[tuple[UnitPlace, float]]]

_AT_ONCE = 2
"""Searches: while the engine reads one's question, which needs no interpreter, another is ranked. With eight inside,
twenty who ask at once waited half as long again, and the last of them twice as long."""


@dataclass(frozen=True, slots=True)
class _Result:
    """A whole result in order of relevance, with the units that were found of its paragraphs."""

    ranked: Sequence[Ranked]
    units: Units
    answers: bool


class Answerer:
    """Answers queries over one store; ``boards`` gives the boards it knows."""

    def __init__(self, store: Store, searcher: Searcher, boards: Callable[[], Sequence[BoardName]]) -> None:
        """Name the parts; nothing is read before the first query."""
        self._store, self._searcher, self._boards = store, searcher, boards
        self._traits, self._glances = KeptTraits(store), KeptGlances(store)
        self._turns = Turns(_AT_ONCE)

    def search(self, query: Query) -> Answer:
        """Answer a query. Raises UnknownFilterError for a filter, or a value of one, that there is none of."""
        with self._turns.one(), self._store.steady():
            return self._answer(query)

    def _answer(self, query: Query) -> Answer:
        catalog = self._searcher.catalogs.current()
        parsed, wanted, where = self._taken_apart(query, catalog)
        searched = self._searched(of_meaning(where), catalog)
        name = name_in(parsed)
        if name is not None:
            result = self._named(name, where, catalog)
        elif wanted.text.strip():
            result = self._found(wanted.text, where)
        else:
            result = self._listed(where)
        hits = self._page(result, query, wanted, where)
        return Answer(
            query,
            hits,
            no_match=not (result.answers and result.ranked),
            coverage=catalog.coverage(searched),
            total=len(result.ranked),
            facets=self._facets(result, catalog) if query.facets else (),
            chips=chips(query.text, parsed),
            suggestion=self._suggestion(query.text, parsed) or self._other(query, name, result, where),
        )

    def explain(self, text: str) -> tuple[Chip, ...]:
        """Return how ``text`` is understood; what is wrong with it is a part like the others."""
        return chips(text, self._understood(text))

    def every(self, text: str, among: Collection[str]) -> dict[str, Hit]:
        """Return what of ``among`` answers ``text``, by id: what is named, what filters let through, what concerns it.

        What is searched for in words must have them all or be likely to concern them, each paragraph by itself
        (`index.drafts.relevance`); what only is the nearest there is does not answer. Raises UnknownFilterError.
        """
        catalog = self._searcher.catalogs.current()
        parsed, wanted, where = self._taken_apart(Query(text), catalog)
        name = name_in(parsed)
        if name is not None or not wanted.text.strip():
            result = self._listed(where) if name is None else self._named(name, where, catalog)
        else:
            result = self._concerned(wanted.text, where)
        result = replace(result, ranked=[one for one in result.ranked if one.paragraph_id in among])
        query = replace(wanted, limit=len(result.ranked))
        return {hit.paragraph_id: hit for hit in self._page(result, query, wanted, where)}

    def pool(self, text: str) -> dict[str, float]:
        """Return every paragraph that the filters of ``text`` let through, with how likely it concerns its words.

        1 for all where there are no words. Raises UnknownFilterError.
        """
        catalog = self._searcher.catalogs.current()
        parsed, wanted, where = self._taken_apart(Query(text), catalog)
        name = name_in(parsed)
        if name is not None:
            return {one.paragraph_id: 1.0 for one in self._named(name, where, catalog).ranked}
        heads = self._store.heads(where)
        if not wanted.text.strip():
            return {head.id: 1.0 for head in heads}
        found = self._searcher.candidates(wanted.text, where)
        chances = likely(found.features, wanted.text, found.entries)
        return {head.id: chances.get(head.id, 0.0) for head in heads}

    def told(self, text: str, ids: Sequence[str]) -> tuple[Hit, ...]:
        """Return these paragraphs as hits of ``text``, in this order, each with the quote that answers best."""
        catalog = self._searcher.catalogs.current()
        _, wanted, where = self._taken_apart(Query(text), catalog)
        units = self._searcher.candidates(wanted.text, where).units if wanted.text.strip() else {}
        result = _Result([Ranked(one, 0.0, ()) for one in ids], units, answers=True)
        return self._page(result, replace(wanted, limit=len(ids)), wanted, where)

    def similar(self, paragraph_id: str, limit: int, offset: int) -> Answer:
        """Return the paragraphs that say the like of this one, the nearest first. Raises NotInLibraryError."""
        source = self._store.paragraph(paragraph_id).head
        reached = self._searcher.near(paragraph_id)
        query = Query(full_name(source), limit=limit, offset=offset)
        result = _Result(whole_result(reached.ranked, ()), reached.units, answers=True)
        hits = self._page(result, query, replace(query, text=source.title), Filter())
        catalog = self._searcher.catalogs.current()
        return Answer(query, hits, not hits, catalog.coverage(), total=len(result.ranked))

    def why(self, query: Query, paragraph_id: str) -> Why:
        """Return why a paragraph is where it is among the hits of ``query``. Raises as `search`, NotInLibraryError."""
        stored = self._store.paragraph(paragraph_id)
        catalog = self._searcher.catalogs.current()
        parsed, wanted, where = self._taken_apart(query, catalog)
        if name_in(parsed) is not None or not wanted.text.strip():
            return Why(paragraph_id, 1.0, (("named", 1.0),), None, 0.0, (), (), ())
        reached = self._searcher.reach(wanted.text, where)
        ranked = next((one for one in reached.ranked if one.paragraph_id == paragraph_id), None)
        return account(stored, ranked or Ranked(paragraph_id, 0.0, ()), wanted.text, self._searcher)

    def _understood(self, text: str) -> ParsedQuery:
        """Return the parts of ``text``; the boards are learned only where a name may be one."""
        return settled(parse(text), self._boards)

    def _taken_apart(self, query: Query, catalog: Catalog) -> tuple[ParsedQuery, Query, Filter]:
        parsed = self._understood(query.text)
        if parsed.faults:
            raise UnknownFilterError(" ".join(parsed.faults))
        wanted = asked(query, parsed)
        known = Known(self._store, catalog, self._searcher.paragraphs, self._boards)
        return parsed, wanted, known.filter_of(wanted)

    def _searched(self, where: Filter, catalog: Catalog) -> Sequence[Head]:
        return self._store.heads(where) if restricts(where) else catalog.shown

    def _named(self, name: Named, where: Filter, catalog: Catalog) -> _Result:
        """Return the paragraphs that are named; a name of what is not there is answered by nothing near it."""
        if name.case is not None:
            heads = _latest_first(catalog.by_case.get(name.case, ()))
        else:
            boards = spellings(name.board, self._boards()) if name.board else ()
            there = boards or not name.board
            heads = _latest_first(catalog.at(Place(boards, name.date, name.number, name.file)) if there else ())
        if restricts(where):
            allowed = {head.id for head in self._store.heads(where)}
            heads = [head for head in heads if head.id in allowed]
        return _Result([_as_asked(head) for head in heads], {}, answers=True)

    def _listed(self, where: Filter) -> _Result:
        """Return everything that the filters let through; without any, nothing was asked."""
        heads = _latest_first(self._store.heads(where)) if restricts(where) else []
        return _Result([_as_asked(head) for head in heads], {}, answers=True)

    def _found(self, text: str, where: Filter) -> _Result:
        reached = self._searcher.reach(text, where)
        asked_for = where.beside is not None
        there = {head.id for head in self._store.heads(where)} if asked_for else reached.holding
        ranked = whole_result(reached.ranked, there)
        reached_ids = {one.paragraph_id for one in reached.ranked}
        heads = self._searcher.catalogs.current().by_id
        rest = _latest_first(heads[one] for one in there - reached_ids)
        behind = [Ranked(head.id, 0.0, ()) for head in rest]
        return _Result([*ranked, *behind], reached.units, answers=asked_for or reached.answers)

    def _concerned(self, text: str, where: Filter) -> _Result:
        """Return what has every word of ``text``, or is likely enough to concern it; with a phrase all that have it."""
        result = self._found(text, where)
        if where.beside is not None:
            return result
        found = self._searcher.candidates(text, where)
        chances = likely(found.features, text, found.entries)
        there = self._searcher.holding(text, where)
        ids = {one.paragraph_id: one for one in result.ranked}
        kept = {name for name in (*ids, *chances) if name in there or chances.get(name, 0.0) >= CONCERNS}
        ranked = [ids.get(name) or Ranked(name, 0.0, ()) for name in kept]
        return _Result(sorted(ranked, key=lambda one: (-one.score, one.paragraph_id)), result.units, answers=True)

    def _page(self, result: _Result, query: Query, wanted: Query, where: Filter) -> tuple[Hit, ...]:
        heads = self._searcher.catalogs.current().by_id
        whole = ordered(result.ranked, heads, query.order)
        shown = whole[query.offset : query.offset + query.limit]
        ids = [one.paragraph_id for one in shown]
        seen = self._glances.of(ids)
        units = self._let_through([one for one in ids if not result.units.get(one)], heads, where)
        stems = self._searcher.stems(wanted.text) if wanted.text.strip() else {}
        return tuple(
            hit_of(
                seen[one.paragraph_id],
                one,
                result.units.get(one.paragraph_id) or units.get(one.paragraph_id, ()),
                stems,
                wanted.phrases,
            )
            for one in shown
        )

    def _let_through(self, ids: Sequence[str], heads: Mapping[str, Head], where: Filter) -> Units:
        """Return the units of these paragraphs that a filter on units lets through; {} where there is none."""
        if not ids or not (restricts_units(where) or where.outcomes or where.recipients):
            return {}
        documents = tuple({heads[one].document_id for one in ids})
        within = self._store.unit_ids(replace(where, documents=documents)).tolist()
        places = self._searcher.places.of(within)
        found: dict[str, list[tuple[UnitPlace, float]]] = {}
        for place in (places[one] for one in within):
            if place.paragraph_id in ids:
                found.setdefault(place.paragraph_id, []).append((place, 0.0))
        return {name: sorted(each, key=lambda unit: _tells_less(unit[0].kind, where)) for name, each in found.items()}

    def _facets(self, result: _Result, catalog: Catalog) -> tuple[Facet, ...]:
        ids = [one.paragraph_id for one in result.ranked]
        return facets([catalog.by_id[one] for one in ids], self._traits.of(ids))

    def _other(self, query: Query, name: Named | None, result: _Result, where: Filter) -> str | None:
        """Return the query with the nearest meeting in place of one that is not there."""
        if result.ranked or name is None or name.date is None:
            return None
        heads = self._searched(of_meaning(where), self._searcher.catalogs.current())
        near = nearest_meeting(name, spellings(name.board, self._boards()) if name.board else (), heads)
        return near and f"{query.text[: name.span.start]}{near}{query.text[name.span.end :]}"

    def _suggestion(self, text: str, parsed: ParsedQuery) -> str | None:
        return suggested(text, parsed, self._searcher.paragraphs_with, self._searcher.vocabularies.current)


def _latest_first(heads: Iterable[Head]) -> list[Head]:
    in_meeting = sorted(heads, key=lambda head: (head.board or "", head.document_id, head.number or 0))
    return sorted(in_meeting, key=lambda head: head.date or "", reverse=True)


def _as_asked(head: Head) -> Ranked:
    return Ranked(head.id, 1.0, (("named", 1.0),))


def _tells_less(kind: UnitKind, where: Filter) -> bool:
    """Whether a unit tells less of what the filter asks for: the decision tells its outcome, an act who acts."""
    if where.outcomes:
        return kind is not UnitKind.DECISION
    if where.recipients:
        return kind is not UnitKind.ASSIGNMENT
    return kind in (UnitKind.PARAGRAPH, UnitKind.PASSAGE)
