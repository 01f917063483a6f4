"""Exhaustive reviews: what judgements teach, and how they are kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.errors import BookError, NotInLibraryError, UnknownFilterError
from index.reviews.book import ReviewBook, Verdict
from index.reviews.learning import centred, order, remaining
from index.reviews.review import Reviews
from index.sqlite.store import SqliteStore
from tests.index.small_library import EngineEmbedder, answerer, searcher


def _two_heaps() -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return 60 vectors: the first ten point one way, the rest anywhere else."""
    dice = np.random.default_rng(3)
    vectors = dice.normal(size=(60, 16)) * 0.3
    vectors[:10, 0] += 2.0
    return centred(vectors)


def test_the_next_are_like_those_judged_yes() -> None:
    """After one yes and one no the rest of the yes's kind comes first, though the query reached none of it."""
    vectors, likely = _two_heaps(), np.zeros(60)
    likely[40] = 0.3
    assert int(np.argmax(order(likely, vectors, [], []))) == 40
    ranked = np.argsort(-order(likely, vectors, [0, 40], [True, False]))
    assert set(ranked[:10].tolist()) == set(range(10))


def test_the_estimate_falls_as_the_relevant_are_found() -> None:
    """Much is left after the first yes, nearly nothing once all of its kind and enough others are judged."""
    vectors, likely = _two_heaps(), np.zeros(60)
    early = remaining(likely, vectors, [0, 1, 30], [True, True, False])
    late = remaining(likely, vectors, list(range(40)), [at < 10 for at in range(40)])
    assert early is not None
    assert late is not None
    assert late.low <= 0 <= late.high
    assert late.expected < 1 < early.expected
    assert early.low <= early.expected <= early.high


def test_no_estimate_without_both_a_yes_and_a_no() -> None:
    """One sort of judgement alone says nothing of what is left; with everything judged nothing is."""
    vectors, likely = _two_heaps(), np.zeros(60)
    assert remaining(likely, vectors, [], []) is None
    assert remaining(likely, vectors, [1], [True]) is None
    done = remaining(likely, vectors, list(range(60)), [at < 10 for at in range(60)])
    assert done is not None
    assert (done.expected, done.low, done.high) == (0.0, 0, 0)


@pytest.fixture
def reviews(store: SqliteStore, embedder: EngineEmbedder, tmp_path: Path) -> Reviews:
    """Reviews over the small collection."""
    engine = answerer(store, embedder, tmp_path / "derived")
    book = ReviewBook(tmp_path / "granskningar.csv")
    return Reviews(book, engine, searcher(store, embedder, tmp_path / "derived"), embedder.name)


def test_what_is_judged_is_not_shown_again(reviews: Reviews) -> None:
    """Each round shows what is not judged yet, until all is; judgements are kept with who made them."""
    reviews.start("Vård", "ersättning till vårdcentraler", "Eva")
    first = reviews.next("vård", 2)
    assert {hit.title for hit in first} == {"Ersättning till vårdcentraler"}
    for hit in first:
        reviews.judge("Vård", hit.paragraph_id, Verdict.YES, "Eva")
    rest = reviews.next("Vård", 50)
    assert {hit.paragraph_id for hit in first}.isdisjoint(hit.paragraph_id for hit in rest)
    status = reviews.judge("Vård", rest[0].paragraph_id, Verdict.NO, "Per")
    assert (status.yes, status.no, status.pool) == (2, 1, 6)
    assert status.left is not None
    for hit in rest[1:]:
        reviews.judge("Vård", hit.paragraph_id, Verdict.NO, "Per")
    assert reviews.next("Vård", 5) == ()
    judged = reviews.judged("Vård")
    assert [(one.judgement.verdict, one.judgement.who) for one in judged[:3]] == [
        (Verdict.YES, "Eva"),
        (Verdict.YES, "Eva"),
        (Verdict.NO, "Per"),
    ]
    assert [one.hit.paragraph_id for one in judged[:2]] == [hit.paragraph_id for hit in first]


def test_the_last_judgement_counts_and_may_be_undone(reviews: Reviews) -> None:
    """A change of mind replaces what was said, and an undone judgement comes up again."""
    reviews.start("Vård", "ersättning till vårdcentraler", "Eva")
    hit = reviews.next("Vård", 1)[0]
    reviews.judge("Vård", hit.paragraph_id, Verdict.NO, "Eva")
    assert reviews.judge("Vård", hit.paragraph_id, Verdict.YES, "Eva").yes == 1
    assert reviews.judge("Vård", hit.paragraph_id, Verdict.UNDO, "Eva").yes == 0
    assert reviews.next("Vård", 1)[0].paragraph_id == hit.paragraph_id


def test_filters_bound_what_is_reviewed(reviews: Reviews) -> None:
    """Only what the query's filters let through is in the pool; a judgement outside it is named, not counted."""
    status = reviews.start("RS", "nämnd:RS", "Eva")
    shown = reviews.next("RS", 50)
    assert {hit.board for hit in shown} == {"Regionstyrelsen"}
    assert status.pool == len(shown) == 3
    reviews.start("Allt", "ersättning", "Eva")
    other = next(hit for hit in reviews.next("Allt", 50) if hit.board != "Regionstyrelsen")
    after = reviews.judge("RS", other.paragraph_id, Verdict.YES, "Eva")
    assert (after.yes, len(after.astray)) == (0, 1)


def test_wrong_names_and_queries_are_errors(reviews: Reviews, tmp_path: Path) -> None:
    """An unknown review, a taken name, an unknown paragraph and an unknown filter each say so; nothing is written."""
    with pytest.raises(UnknownFilterError):
        reviews.start("Fel", "nämnd:finnsinte", "Eva")
    assert not (tmp_path / "granskningar.csv").exists()
    with pytest.raises(NotInLibraryError, match="Det finns ingen"):
        reviews.next("Vård", 1)
    reviews.start("Vård", "ersättning", "Eva")
    with pytest.raises(BookError, match="upptaget"):
        reviews.start("vård ", "annat", "Eva")
    with pytest.raises(NotInLibraryError):
        reviews.judge("Vård", "finns-inte", Verdict.YES, "Eva")
