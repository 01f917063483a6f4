"""Asking for arguments: by who, where, when and about what; and whether something has been argued before.

Always holds: a filter value that the library does not know is an error, never an open door; what is alike is told with
how near it is and which lines of argument it shares.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import numpy as np

from index.arguments.alike import ClaimVectors, centred
from index.arguments.making import AllArgued
from index.arguments.nearness import Nearness, Question
from index.arguments.themes import Theme, themes_of
from index.arguments.values import Argued, Argument, AskedArguments, Echo
from index.boards import BoardName
from index.finding.filters import Known
from index.finding.search import Searcher
from index.results import Query
from index.store import Store
from index.stored import Filter, Vector
from nlp.analysis import content_terms
from nlp.embedding import Embedder

_FEW_CLAIMS = 30
"""With fewer claims their middle says more about them than about claims as such."""
IssueOf = Callable[[str], Collection[str]]
"""Gives the ids of the paragraphs of the issue that a case number or the name of a paragraph leads to."""


class Arguments:
    """Answers questions about what is argued in one library."""

    def __init__(
        self,
        store: Store,
        searcher: Searcher,
        embedder: Embedder,
        derived: Path,
        boards: Callable[[], Sequence[BoardName]],
        issue_of: IssueOf,
    ) -> None:
        """Name the parts; nothing is read before the first question."""
        self._store, self._searcher, self._boards, self._issue_of = store, searcher, boards, issue_of
        self._all, self._vectors = AllArgued(store), ClaimVectors(derived, embedder)

    def asked(self, asked: AskedArguments) -> tuple[Argued, ...]:
        """Return what is asked for, the earliest first. Raises UnknownFilterError, NotInLibraryError."""
        where = self._where(asked)
        members = frozenset(self._issue_of(asked.issue)) if asked.issue else None
        terms = frozenset(content_terms(asked.words)) if asked.words.strip() else frozenset()
        found = (one for one in self._all.current() if _fits(one, asked, where, members))
        return tuple(one for one in found if not terms or terms <= _terms(one))

    def themes(self, asked: AskedArguments) -> tuple[Theme, ...]:
        """Return the recurring arguments among what is asked for. Raises UnknownFilterError, NotInLibraryError."""
        return themes_of(self.asked(asked), self._all.current())

    def echoes(self, text: str, asked: AskedArguments, limit: int) -> tuple[Echo, ...]:
        """Return the arguments among what is asked for that say the like of ``text``, the likest first.

        One a paragraph and act: its likest. Raises UnknownFilterError, NotInLibraryError.
        """
        everything = [(one, each) for one in self._all.current() for each in one.arguments]
        if not everything or not text.strip():
            return ()
        question = Question(text, [each for _, each in everything])
        likeness = self._likeness(text, [each for _, each in everything])
        kept = {one.id for one in self.asked(asked)}
        nearest: dict[str, tuple[Nearness, Argued, Argument]] = {}
        for (one, each), cosine in zip(everything, likeness.tolist(), strict=True):
            if one.id in kept:
                near = question.nearness(one, each, cosine)
                if near.is_echo and (one.id not in nearest or near.total > nearest[one.id][0].total):
                    nearest[one.id] = near, one, each
        ranked = sorted(nearest.values(), key=lambda found: -found[0].total)[:limit]
        return tuple(_echo(near, one, each, question.shared(each.quote)) for near, one, each in ranked)

    def _likeness(self, text: str, arguments: Sequence[Argument]) -> Vector:
        vectors = self._vectors.of([one.quote for one in arguments])
        many = len(arguments) >= _FEW_CLAIMS
        middle = vectors.mean(axis=0) if many else np.zeros(vectors.shape[1], np.float32)
        likeness: Vector = centred(vectors, middle) @ centred(self._vectors.asked(text), middle)
        return likeness

    def _where(self, asked: AskedArguments) -> Filter:
        catalog = self._searcher.catalogs.current()
        query = Query("", boards=asked.boards, parties=asked.parties, people=asked.people, years=asked.years)
        return Known(self._store, catalog, self._searcher.paragraphs, self._boards).filter_of(query)


def _fits(one: Argued, asked: AskedArguments, where: Filter, members: frozenset[str] | None) -> bool:
    names = {person.name for person in one.by if person.name}
    return (
        (not where.boards or one.board in where.boards)
        and (not where.parties or not set(where.parties).isdisjoint(one.parties))
        and (not where.people or not names.isdisjoint(where.people))
        and (where.years is None or (one.year is not None and where.years[0] <= one.year <= where.years[1]))
        and (not asked.kinds or one.kind in asked.kinds)
        and (members is None or one.paragraph_id in members)
        and (bool(one.arguments) or not asked.claims_only)
    )


def _terms(one: Argued) -> frozenset[str]:
    return frozenset(content_terms(f"{one.title} {one.text}"))


def _echo(near: Nearness, one: Argued, each: Argument, shared: tuple[str, ...]) -> Echo:
    return Echo(one, each, round(near.total, 3), round(near.cosine, 3), shared, near.lines)
