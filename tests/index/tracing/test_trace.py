"""Tracing issues through the small collection."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import NotInLibraryError, UnknownFilterError
from index.results import LinkKind, Trace
from index.sqlite.store import SqliteStore
from index.stored import paragraph_id
from index.tracing.trace import Tracer
from tests.index.small_library import HSN, EngineEmbedder, a_paragraph, add, names, searcher


@pytest.fixture(scope="module")
def store(collection: Path) -> Iterator[SqliteStore]:
    """The small collection, for tests that only read."""
    with SqliteStore(collection) as opened:
        yield opened


@pytest.fixture(scope="module")
def tracer(store: SqliteStore, embedder: EngineEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Tracer:
    """A tracer of it."""
    engine = searcher(store, embedder, tmp_path_factory.mktemp("derived"))
    return Tracer(store, engine, lambda: names(store))


def numbers(trace: Trace) -> list[int | None]:
    """Return the § numbers of the events."""
    return [event.number for event in trace.events]


def test_an_issue_is_followed_through_boards_in_time_order(tracer: Tracer) -> None:
    """Same case, a tabled item, a decision of another board and a cited case are all there, the reduced date too."""
    trace = tracer.trace("HSN 2022-06-16 § 30")
    assert numbers(trace) == [41, 12, 30, 88]
    assert trace.title == "Ersättning till vårdcentraler"


def test_every_event_but_the_start_has_true_evidence(store: SqliteStore, tracer: Tracer) -> None:
    """Each link quotes its source word for word, and the quote holds what names the target."""
    trace = tracer.trace("Hälso- och sjukvårdsnämnden 2022-06-16 § 30")
    kinds = {event.number: {link.kind for link in event.links} for event in trace.events}
    assert kinds[88] == {LinkKind.CITES_PARAGRAPH}
    assert kinds[12] >= {LinkKind.SAME_CASE, LinkKind.CITES_PARAGRAPH}
    assert kinds[41] == {LinkKind.CITES_CASE}
    for link in (link for event in trace.events for link in event.links):
        text = store.paragraph(link.from_id).paragraph.text
        assert link.evidence == text[link.evidence_range.start : link.evidence_range.end] != ""
    tabled = next(link for event in trace.events for link in event.links if "Bordlagt" in link.evidence)
    assert (tabled.to, tabled.page) == ("HSN 2022-05-05 § 12", 1)


def test_what_is_not_in_the_library_is_shown_as_that(tracer: Tracer) -> None:
    """A cited case that nobody has read in stands outside, with its quote."""
    (link,) = tracer.trace("RS 2022-09 § 88").outside
    assert (link.to, link.to_id, link.kind) == ("RS 9-1999", None, LinkKind.CITES_CASE)
    assert "RS 9-1999" in link.evidence


def test_a_standing_item_is_no_issue(tracer: Tracer) -> None:
    """Lists of delegated decisions share a case number and nothing else."""
    assert numbers(tracer.trace("RS 2022-03-10 § 40")) == [40]


def test_a_kind_of_link_can_be_left_out(tracer: Tracer) -> None:
    """Without case numbers the references still hold the issue together; without any link it is alone."""
    by_reference = tracer.trace("HSN 2022-06-16 § 30", without=[LinkKind.SAME_CASE, LinkKind.CITES_CASE])
    assert numbers(by_reference) == [12, 30, 88]
    assert numbers(tracer.trace("HSN 2022-06-16 § 30", without=list(LinkKind))) == [30]


def test_a_trace_starts_from_a_case_number_or_a_question(store: SqliteStore, tracer: Tracer) -> None:
    """A case number gives the whole case, own words the issue that the best hits speak for, an id its paragraph."""
    assert {12, 30} <= set(numbers(tracer.trace("HSN 5-2022")))
    assert {12, 30} <= set(numbers(tracer.trace("hur får läkarmottagningar betalt")))
    head = next(head for head in store.heads() if head.number == 30)
    assert tracer.trace_paragraph(head.id).start == "HSN 2022-06-16 § 30"


def test_a_question_that_nothing_answers_is_doubted(tracer: Tracer) -> None:
    """What lies nearest to words that stand nowhere is no answer; what is named outright is never doubted."""
    assert tracer.trace("zebrors vandringar genom kvartsitgrottor").no_match
    assert tracer.led_to("zebrors vandringar genom kvartsitgrottor").no_match
    assert not tracer.trace("ersättning till vårdcentraler").no_match
    assert not tracer.trace("HSN 5-2022").no_match
    assert not tracer.led_to("HSN 2022-06-16 § 30").no_match


def test_a_start_that_is_not_there_says_so(tracer: Tracer) -> None:
    """A missing § and an unknown board are errors with the cure."""
    with pytest.raises(NotInLibraryError, match="§ 999"):
        tracer.trace("HSN 2022-06-16 § 999")
    with pytest.raises(UnknownFilterError, match="Närmast"):
        tracer.trace("Kulturnämnden 2022-06-16 § 30")


def test_a_paragraph_of_an_unknown_meeting_is_followed(
    collection: Path, embedder: EngineEmbedder, tmp_path: Path
) -> None:
    """Without board and date a paragraph is followed from its id and from the name it is cited by."""
    with SqliteStore(Path(shutil.copy(collection, tmp_path / "bibliotek.sqlite"))) as store:
        lone = dataclasses.replace(
            a_paragraph("", "", 7, "Utdrag", None, summary="Utdraget gäller HSN 5-2022.", cites="HSN 5-2022"),
            board=None,
            date=None,
        )
        name = paragraph_id(add(store, embedder, [lone], "Utdrag 7.pdf"), 1)
        tracer = Tracer(store, searcher(store, embedder, tmp_path / "derived"), lambda: names(store))
        trace = tracer.trace_paragraph(name)
        assert trace.start == "Utdrag 7.pdf § 7"
        assert {7, 12, 30} <= set(numbers(trace))
        assert tracer.trace(trace.start).events == trace.events


def test_another_years_turn_is_shown_and_not_joined(collection: Path, embedder: EngineEmbedder, tmp_path: Path) -> None:
    """Two cases that are alike and name different numbers stay two: the other is told as alike, with its number."""
    with SqliteStore(Path(shutil.copy(collection, tmp_path / "bibliotek.sqlite"))) as store:
        told = "Taxan för färjan till Vassholmen fastställs."
        first = a_paragraph(HSN, "2021-03-01", 61, "Taxa för färjan till Vassholmen 2021", "HSN 61-2021", decision=told)
        later = a_paragraph(HSN, "2022-03-01", 62, "Taxa för färjan till Vassholmen 2022", "HSN 62-2022", decision=told)
        add(store, embedder, [first], "först.pdf")
        add(store, embedder, [later], "sedan.pdf")
        trace = Tracer(store, searcher(store, embedder, tmp_path / "derived"), lambda: names(store)).trace(
            "HSN 62-2022"
        )
        assert numbers(trace) == [62]
        (similar,) = trace.similar
        assert similar.case_numbers == ("HSN 61-2021",)
        assert similar.link.evidence == later.title
