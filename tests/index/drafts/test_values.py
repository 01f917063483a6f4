"""Drafts: what was said of each demand before, and how it stands by that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from index.course import Quoted, State, StateKind
from index.drafts.answering import Drafting
from index.drafts.concerning import Concerned, Concerning
from index.drafts.relevance import likely
from index.drafts.status import status
from index.drafts.values import DraftStatus, Ground
from index.finding.fusion import Features, Ranked
from index.finding.hits import glance_at, hit_of
from index.ledger import AssignmentState
from index.results import Coverage, Issue, UnitKind
from index.sqlite.store import SqliteStore
from index.stored import StoredParagraph, UnitPlace
from nlp.acts import Motion, MotionKind, Outcome, Person, Range
from tests.index.small_library import EngineEmbedder, searcher


@pytest.fixture(scope="module")
def store(collection: Path) -> Iterator[SqliteStore]:
    """The small collection, for tests that only read."""
    with SqliteStore(collection) as opened:
        yield opened


def _by_title(store: SqliteStore, title: str) -> StoredParagraph:
    return next(one for one in store.paragraphs() if one.head.title == title)


class _Later:
    """Nothing came later, or what is given."""

    def __init__(self, state: State | None = None) -> None:
        self._state = state or State(StateKind.OPEN, None, None)

    def assignments(self, paragraph_id: str) -> Sequence[AssignmentState]:
        assert paragraph_id
        return ()

    def state(self, paragraph_id: str) -> State:
        assert paragraph_id
        return self._state


def _found(stored: StoredParagraph, kind: UnitKind, place: Range, chance: float = 0.8) -> Concerned:
    units = [(UnitPlace(stored.head.id, kind, place), 0.9)]
    hit = hit_of(glance_at(stored), Ranked(stored.head.id, chance, ()), units, {})
    return Concerned(hit, chance, stored)


def _decided(stored: StoredParagraph, outcome: Outcome, date: str, chance: float = 0.8) -> Concerned:
    """Return a finding whose decision has this outcome and date."""
    acts = stored.paragraph.acts
    decision = replace(acts.decisions[0], outcome=outcome)
    changed = replace(stored, paragraph=replace(stored.paragraph, acts=replace(acts, decisions=(decision,))))
    changed = replace(changed, head=replace(stored.head, date=date))
    return _found(changed, UnitKind.DECISION, decision.ranges[0], chance)


@pytest.mark.parametrize(
    ("outcome", "stands"),
    [
        (Outcome.APPROVED, DraftStatus.DECIDED),
        (Outcome.OTHER, DraftStatus.DECIDED),
        (Outcome.REJECTED, DraftStatus.REJECTED),
        (Outcome.REMITTED, DraftStatus.ONGOING),
        (Outcome.ASSIGNED, DraftStatus.ONGOING),
        (Outcome.NOTED, DraftStatus.TREATED),
        (Outcome.ANSWERED, DraftStatus.TREATED),
    ],
)
def test_a_decision_settles_by_its_outcome(store: SqliteStore, outcome: Outcome, stands: DraftStatus) -> None:
    """What was decided of the same says how the demand stands, and is quoted."""
    found = _decided(_by_title(store, "Hälsovalets regelbok"), outcome, "2022-09-01")
    told, because, against = status([found], _Later())
    assert (told, against) == (stands, ())
    assert because is not None
    assert because.quote == "Regelboken för hälsovalet fastställs."
    assert because.citation.startswith("Regionstyrelsen 2022-09-01 § 88")


def test_the_latest_sure_decision_counts_and_the_others_are_named(store: SqliteStore) -> None:
    """A later approval outweighs an earlier rejection, which is kept as what says something else."""
    stored = _by_title(store, "Hälsovalets regelbok")
    found = [_decided(stored, Outcome.REJECTED, "2020-01-01"), _decided(stored, Outcome.APPROVED, "2022-01-01", 0.7)]
    told, because, against = status(found, _Later())
    assert told is DraftStatus.DECIDED
    assert because is not None
    assert because.earlier.hit.date == "2022-01-01"
    assert [one.earlier.outcome for one in against] == ["rejected"]


def test_nothing_rests_on_what_is_not_sure(store: SqliteStore) -> None:
    """A decision that may concern something else settles nothing."""
    found = _decided(_by_title(store, "Hälsovalets regelbok"), Outcome.APPROVED, "2022-01-01", 0.2)
    assert status([found], _Later()) == (DraftStatus.NOTHING, None, ())


def test_what_was_put_off_stands_as_it_was_decided_since(store: SqliteStore) -> None:
    """Where the issue of a tabled paragraph was decided later, that decision counts and is quoted."""
    found = _decided(_by_title(store, "Hälsovalets regelbok"), Outcome.TABLED, "2022-01-01")
    by = Quoted("annan-1", "annan", "Förslaget avslås.", Range(0, 17), 3, "Socialnämnden 2023-05-05 § 2, s. 3")
    told, because, _ = status([found], _Later(State(StateKind.DECIDED, "2023-05-05", by)))
    assert told is DraftStatus.REJECTED
    assert because is not None
    assert (because.ground, because.quote, because.citation) == (Ground.DECIDED_SINCE, by.text, by.citation)


def test_a_proposal_fell_where_its_mover_reserved(store: SqliteStore) -> None:
    """A member's own proposal was turned down where the mover reserves in the same paragraph; that is quoted."""
    stored = _by_title(store, "Skolskjutsar på landsbygden")
    acts, place = stored.paragraph.acts, stored.paragraph.sections[0].range
    moved = Motion((Person("Anna Lind", "C"),), MotionKind.ADD, "", (place,))
    changed = replace(stored, paragraph=replace(stored.paragraph, acts=replace(acts, motions=(moved,))))
    told, because, _ = status([_found(changed, UnitKind.MOTION, place)], _Later())
    assert told is DraftStatus.REJECTED
    assert because is not None
    assert because.quote.startswith("Anna Lind (C) reserverar sig")


@pytest.fixture(scope="module")
def drafting(store: SqliteStore, embedder: EngineEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Drafting:
    """Return what answers drafts over the small collection, in which no assignment is followed up."""
    concerning = Concerning(store, searcher(store, embedder, tmp_path_factory.mktemp("derived")))

    def issue(paragraph_id: str) -> Issue:
        state = State(StateKind.OPEN, None, None)
        return Issue(paragraph_id, "", None, None, (), (), (paragraph_id,), state)

    return Drafting(concerning, tuple, issue, lambda: Coverage(4, 6, 6, (), None, None, 0, 0))


def test_each_demand_is_answered_by_itself(drafting: Drafting, store: SqliteStore) -> None:
    """A demand that was decided finds it, with quotes of the store; one that never was says that there is nothing."""
    answer = drafting.answer(
        "Vi yrkar att restiderna för skolskjutsarna kortas och att fyrverkerier förbjuds på torget."
    )
    first, second = answer.demands
    assert first.status is DraftStatus.DECIDED
    groups = {group.kind: group.found for group in first.groups}
    best = groups[UnitKind.DECISION][0]
    assert (best.hit.title, best.outcome) == ("Skolskjutsar på landsbygden", "approved")
    assert best.hit.quote in store.paragraph(best.hit.paragraph_id).paragraph.text
    assert groups[UnitKind.RESERVATION][0].hit.title == "Skolskjutsar på landsbygden"
    assert (second.status, second.because, second.groups) == (DraftStatus.NOTHING, None, ())
    assert second.nearest is not None


def test_a_text_is_words_and_no_query(drafting: Drafting) -> None:
    """What looks like a filter or an exclusion in a pasted text is read as words."""
    answer = drafting.answer('Vi yrkar att nämnd:finnsinte ändrar "skolskjutsarna" -landsbygden.')
    assert answer.demands[0].groups


def test_more_words_and_more_nearness_make_it_likelier() -> None:
    """Of two paragraphs the one that is nearer, or has more of the words, is the likelier; all are probabilities."""
    found = {
        "near": Features(nearest=0.9, whole=0.9),
        "far": Features(nearest=0.8, whole=0.8),
        "words": Features(nearest=0.8, whole=0.8, words=9.0),
        "unknown": Features(),
    }
    chances = likely(found, "restider för skolskjutsar", 100)
    assert chances["far"] < min(chances["near"], chances["words"])
    assert all(0 < chance < 1 for chance in chances.values())
    assert likely({}, "ord", 0) == {}
