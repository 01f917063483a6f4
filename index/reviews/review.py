"""Exhaustive reviews: everything about a query, judged paragraph by paragraph, the next chosen by what was learned.

Always holds: only what the query's filters let through is shown; the same judgements over the same library give the
same order and the same estimate. Leaves out how judgements are kept (`index.reviews.book`) and what they teach
(`index.reviews.learning`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.errors import NotInLibraryError
from index.finding.answering import Answerer
from index.finding.search import Searcher
from index.naming import full_name
from index.results import Coverage, Hit
from index.reviews.book import Judgement, Review, ReviewBook, Verdict
from index.reviews.learning import Estimate, Values, centred, order, remaining


@dataclass(frozen=True, slots=True)
class ReviewStatus:
    """How far a review is.

    ``pool`` are the paragraphs that the query's filters let through; ``left`` how many relevant ones are estimated
    among those not judged, None before both a yes and a no were said. ``astray`` are judgements of paragraphs that are
    not in the library now.
    """

    review: Review
    yes: int
    no: int
    pool: int
    left: Estimate | None
    astray: tuple[Judgement, ...]
    coverage: Coverage
    model: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement with the paragraph it is of, shown as a hit of the query."""

    judgement: Judgement
    hit: Hit


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a review stands: the pool, how likely each was to begin with, its vectors, and what was said of which."""

    ids: list[str]
    likely: Values
    vectors: Values
    judged: list[int]
    relevant: list[bool]
    astray: tuple[Judgement, ...]


class Reviews:
    """The reviews of one library; ``model`` names what its vectors are of."""

    def __init__(self, book: ReviewBook, answerer: Answerer, searcher: Searcher, model: str) -> None:
        """Name the parts."""
        self.book, self._answerer, self._searcher, self._model = book, answerer, searcher, model

    def start(self, name: str, text: str, who: str) -> ReviewStatus:
        """Begin a review. Raises BookError, UnknownFilterError where the query cannot be understood."""
        self._answerer.pool(text)
        self.book.start(name, text, who)
        return self.status(name)

    def judge(self, name: str, paragraph_id: str, verdict: Verdict, who: str) -> ReviewStatus:
        """Say of a paragraph whether it is relevant, or take that back. Raises NotInLibraryError, BookError."""
        head = self._searcher.catalogs.current().by_id.get(paragraph_id)
        if head is None:
            raise NotInLibraryError(f"Paragrafen {paragraph_id} finns inte i biblioteket.")
        self.book.judge(self.book.named(name), head, verdict, who)
        return self.status(name)

    def next(self, name: str, limit: int) -> tuple[Hit, ...]:
        """Return what to judge next, at most ``limit``; () when all is judged. Raises NotInLibraryError, BookError."""
        review = self.book.named(name)
        place = self._place(review)
        worth = order(place.likely, place.vectors, place.judged, place.relevant)
        done = set(place.judged)
        ranked = [int(at) for at in np.argsort(-worth, kind="stable") if int(at) not in done]
        return self._answerer.told(review.text, [place.ids[at] for at in ranked[:limit]])

    def status(self, name: str) -> ReviewStatus:
        """Return how far a review is and how many relevant ones are left. Raises NotInLibraryError, BookError."""
        review = self.book.named(name)
        place = self._place(review)
        heads = self._searcher.catalogs.current()
        searched = [heads.by_id[one] for one in place.ids]
        return ReviewStatus(
            review,
            yes=sum(place.relevant),
            no=len(place.relevant) - sum(place.relevant),
            pool=len(place.ids),
            left=remaining(place.likely, place.vectors, place.judged, place.relevant),
            astray=place.astray,
            coverage=heads.coverage(searched),
            model=self._model,
        )

    def judged(self, name: str) -> tuple[Judged, ...]:
        """Return every judgement of what is in the library, in the order in which it was said."""
        review = self.book.named(name)
        at = self._by_name()
        said = [(one, at[one.paragraph, one.file]) for one in self.book.judgements(review) if _key(one) in at]
        hits = self._answerer.told(review.text, [paragraph_id for _, paragraph_id in said])
        shown = {hit.paragraph_id: hit for hit in hits}
        return tuple(Judged(one, shown[paragraph_id]) for one, paragraph_id in said)

    def _place(self, review: Review) -> _Place:
        pool = self._answerer.pool(review.text)
        ids = list(pool)
        at = {one: place for place, one in enumerate(ids)}
        named = self._by_name()
        said = [(one, at.get(named.get(_key(one), ""))) for one in self.book.judgements(review)]
        inside = [(one, place) for one, place in said if place is not None]
        vectors = centred(np.asarray(self._searcher.meanings.of(ids), np.float64))
        return _Place(
            ids,
            np.asarray([pool[one] for one in ids], np.float64),
            vectors,
            [place for _, place in inside],
            [one.verdict is Verdict.YES for one, _ in inside],
            tuple(one for one, place in said if place is None),
        )

    def _by_name(self) -> dict[tuple[str, str], str]:
        return {(full_name(head), head.file): head.id for head in self._searcher.catalogs.current().shown}


def _key(one: Judgement) -> tuple[str, str]:
    return (one.paragraph, one.file)
