"""Searching the small collection, with the real model and the real indexes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from index.errors import UnknownFilterError
from index.finding.answering import Answerer
from index.results import Query, UnitKind
from index.sqlite.store import SqliteStore
from nlp.embedding import Vectors
from tests.index.small_library import HSN, RS, EngineEmbedder, answerer


@pytest.fixture(scope="module")
def store(collection: Path) -> Iterator[SqliteStore]:
    """The small collection, for tests that only read."""
    with SqliteStore(collection) as opened:
        yield opened


@pytest.fixture(scope="module")
def engine(store: SqliteStore, embedder: EngineEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """What answers queries over it."""
    return answerer(store, embedder, tmp_path_factory.mktemp("derived"))


def test_other_words_find_the_paragraph_with_quote_and_citation(store: SqliteStore, engine: Answerer) -> None:
    """A question in everyday words puts the right paragraph first, with a verbatim quote and all that cites it."""
    best = engine.search(Query("bussresor för elever som bor långt bort")).hits[0]
    assert best.citation == "Regionstyrelsen 2022-03-10 § 41, dnr RS 77-2022, s. 1"
    assert (best.outcomes, best.against) == (("approved",), ("Anna Lind (C)",))
    text = store.paragraph(best.paragraph_id).paragraph.text
    assert best.quote == text[best.quote_range.start : best.quote_range.end]
    assert 0 < len(best.quote) <= 300
    assert best.score == pytest.approx(sum(value for _, value in best.parts))


def test_words_of_the_query_are_marked_in_their_other_forms(engine: Answerer) -> None:
    """The marked ranges of the quote are inflected words of the query."""
    best = engine.search(Query("restid för skolskjuts")).hits[0]
    assert {best.quote[place.start : place.end] for place in best.marked} == {"restiderna", "skolskjutsarna"}


def test_one_hit_a_paragraph_and_no_more_than_asked_for(engine: Answerer) -> None:
    """However many units answer, each paragraph is there once, best first."""
    hits = engine.search(Query("ersättning till vårdcentraler", limit=4)).hits
    assert len({hit.paragraph_id for hit in hits}) == len(hits) == 4
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize("text", ["skolskjuts", "ersättning till vårdcentraler", "avslag"])
def test_filters_hold_exactly(engine: Answerer, text: str) -> None:
    """Board (by short name), year, party and kind let nothing else through."""
    assert {hit.board for hit in engine.search(Query(text, boards=("hsn",))).hits} == {HSN}
    assert engine.search(Query(text, years=(2020, 2021))).hits == ()
    assert {hit.number for hit in engine.search(Query(text, parties=("c",))).hits} == {41}
    kinds = {hit.kind for hit in engine.search(Query(text, kinds=(UnitKind.MOTION,))).hits}
    assert kinds == {UnitKind.MOTION}


def test_an_unknown_filter_value_names_the_nearest(engine: Answerer) -> None:
    """A misspelt board or a party that never acts is an error, not an unrestricted search."""
    with pytest.raises(UnknownFilterError, match=RS):
        engine.search(Query("skolskjuts", boards=("Regionstyrelse",)))
    with pytest.raises(UnknownFilterError, match="Där finns: C, M"):
        engine.search(Query("skolskjuts", parties=("XYZ",)))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("HSN 2022-06-16 § 30", [30]),
        ("§ 41", [41]),
        ("Hälso- och sjukvårdsnämnden § 12", [12]),
        ("HSN 5-2022", [30, 12]),
        ("dnr hsn 5-2022", [30, 12]),
    ],
)
def test_a_place_or_case_number_goes_straight_to_its_paragraphs(
    engine: Answerer, text: str, numbers: list[int]
) -> None:
    """What names paragraphs gives just these, the latest first."""
    answer = engine.search(Query(text))
    assert [hit.number for hit in answer.hits] == numbers
    assert not answer.no_match


@pytest.mark.parametrize("text", ["§ 999", "HSN 2022-06-16 § 31", "HSN 77-1999", "Kulturnämnden § 30"])
def test_a_name_of_nothing_has_no_answer(engine: Answerer, text: str) -> None:
    """A place or case number that the library does not hold is not answered by what is near in meaning."""
    assert engine.search(Query(text)).no_match


def test_every_answer_says_what_was_searched(engine: Answerer) -> None:
    """Coverage counts what the filter let through, with its boards and dates."""
    whole, part = engine.search(Query("buss")).coverage, engine.search(Query("buss", boards=("RS",))).coverage
    assert (whole.paragraphs, whole.searched, whole.documents) == (6, 6, 4)
    assert (part.searched, part.boards, part.date_first, part.date_last) == (3, (RS,), "2022-03-10", "2022-09")


def test_it_is_said_when_nothing_answers(engine: Answerer) -> None:
    """Hits of a query that shares no word with the collection are only the nearest; others are answers."""
    nearest = engine.search(Query("kärnfysik xylofon"))
    assert (bool(nearest.hits), nearest.no_match) == (True, True)
    assert not engine.search(Query("restiderna för skolskjutsarna")).no_match


def test_an_empty_query_has_no_answer(engine: Answerer) -> None:
    """Nothing asked, nothing found, and said so."""
    answer = engine.search(Query("  "))
    assert (answer.hits, answer.no_match) == ((), True)


def test_a_query_is_embedded_once(store: SqliteStore, embedder: EngineEmbedder, tmp_path: Path) -> None:
    """Its next page, the same with a filter and why a hit is one ask for no new vector of it; other words do."""
    counting = CountingEmbedder(embedder)
    asked = answerer(store, counting, tmp_path)
    for query in (Query("långa resor"), Query("långa resor", offset=1), Query("långa resor", boards=("RS",))):
        assert asked.search(query).hits
    assert counting.texts == ["långa resor"]
    asked.search(Query("korta resor"))
    assert counting.texts == ["långa resor", "korta resor"]


class CountingEmbedder(EngineEmbedder):
    """The embedded model, remembering what it was asked."""

    def __init__(self, real: EngineEmbedder) -> None:
        """Ask ``real``."""
        self.name, self.dimensions, self._asked = real.name, real.dimensions, real
        self.texts: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return what the model returns."""
        self.texts += texts
        return self._asked.encode_queries(texts)


def test_searching_loads_no_model_library_and_no_reader(store: SqliteStore, tmp_path: Path) -> None:
    """A process that searches has neither torch nor spaCy nor the readers in it."""
    assert store.counts().paragraphs == 6
    code = (
        "import sys; from pathlib import Path; from nlp.embedding import open_embedder\n"
        "from index.sqlite.store import SqliteStore; from index.finding.search import Searcher\n"
        "from index.finding.answering import Answerer\n"
        "from index.results import Query\n"
        f"store = SqliteStore(Path({str(store_path(store))!r}))\n"
        f"searcher = Searcher(store, open_embedder(), Path({str(tmp_path)!r}))\n"
        "assert Answerer(store, searcher, tuple).search(Query('skolskjuts')).hits\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'spacy', 'pdfplumber', 'pypdfium2', 'gradio'}\n"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def store_path(store: SqliteStore) -> Path:
    """Return the file of the store."""
    return store._connections.path
