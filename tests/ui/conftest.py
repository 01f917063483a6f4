"""What the tests of the screens stand on: hand-made results with invented text, and a library of demo protocols."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from index.library import Library
from index.results import Answer, Coverage, Event, Hit, Link, LinkKind, Query, Trace, UnitKind
from nlp.acts import Range
from ui import demo

QUOTE = "Nämnden beslutar att återremittera ärendet för ny beredning."

COVERAGE = Coverage(
    documents=12,
    paragraphs=1419,
    searched=1412,
    boards=("Hälso- och sjukvårdsnämnden", "Regionstyrelsen"),
    date_first="2020-01-20",
    date_last="2025-03-01",
    unreadable_pages=7,
    missing_numbers=0,
)

HIT = Hit(
    paragraph_id="0123456789abcdef-3",
    board="Hälso- och sjukvårdsnämnden",
    date="2021-03-18",
    number=14,
    title="Uppföljning av väntetider",
    case_numbers=("HSN 301-2021",),
    score=0.75,
    kind=UnitKind.DECISION,
    quote=QUOTE,
    quote_range=Range(40, 40 + len(QUOTE)),
    marked=(Range(21, 34),),
    page=6,
    file="HSN protokoll 2021-03-18.pdf",
    document_id="0123456789abcdef",
    citation="Hälso- och sjukvårdsnämnden 2021-03-18 § 14",
    outcomes=("remitted",),
    against=("S", "V"),
    parts=(("mening", 0.5), ("ord", 0.25)),
)

EVENT = Event(
    paragraph_id=HIT.paragraph_id,
    board=HIT.board,
    date=HIT.date,
    number=HIT.number,
    title=HIT.title,
    case_numbers=HIT.case_numbers,
    file=HIT.file,
    document_id=HIT.document_id,
    page=HIT.page,
    outcomes=HIT.outcomes,
    against=HIT.against,
    quote=HIT.quote,
    quote_range=HIT.quote_range,
    citation=HIT.citation,
    links=(),
)

LINK = Link(
    kind=LinkKind.CITES_PARAGRAPH,
    from_id="0123456789abcdef-9",
    to_id=HIT.paragraph_id,
    to="HSN 2021-03-18 § 14",
    evidence="enligt nämndens beslut den 18 mars 2021, § 14",
    evidence_range=Range(10, 55),
    page=4,
    confidence=0.95,
)

Make = Callable[..., Any]


@pytest.fixture
def make_hit() -> Make:
    """Return a maker of hits; what is not named is as in `HIT`."""
    return lambda **changed: replace(HIT, **changed)


@pytest.fixture
def make_event() -> Make:
    """Return a maker of events; what is not named is as in `EVENT`."""
    return lambda **changed: replace(EVENT, **changed)


@pytest.fixture
def make_link() -> Make:
    """Return a maker of links; what is not named is as in `LINK`."""
    return lambda **changed: replace(LINK, **changed)


@pytest.fixture
def make_answer() -> Make:
    """Return a maker of answers to "återremiss"."""

    def make(*hits: Hit, no_match: bool = False, coverage: Coverage = COVERAGE, query: str = "återremiss") -> Answer:
        return Answer(Query(query), hits, no_match, coverage, total=len(hits))

    return make


@pytest.fixture
def make_trace() -> Make:
    """Return a maker of the course of an issue."""

    def make(*events: Event, outside: tuple[Link, ...] = ()) -> Trace:
        return Trace("HSN 301-2021", "Uppföljning av väntetider", events, outside, COVERAGE)

    return make


@pytest.fixture
def coverage() -> Coverage:
    """Return what was searched."""
    return COVERAGE


DEMO_FILES = (
    "BPT protokoll 2021-03-03.pdf",
    "HSN protokoll 2021-03-18.pdf",
    "BPT protokoll 2021-10-06.pdf",
    "HSN protokoll 2021-11-25.pdf",
    "RS protokoll 2020-10-20.pdf",
)
"""Meetings of three boards that one issue of the demo collection runs through."""


@pytest.fixture(scope="session")
def library_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library that holds a few protocols of the demo collection, and says that it is made up."""
    path = tmp_path_factory.mktemp("bibliotek")
    with Library.open(path, create=True) as library:
        report = library.ingest([demo.DOCUMENTS / name for name in DEMO_FILES], workers=1)
    assert report.failures == ()
    assert report.files_read == len(DEMO_FILES)
    demo.sign(path)
    return path


@pytest.fixture
def library(library_path: Path) -> Iterator[Library]:
    """Return the library, open."""
    with Library.open(library_path) as opened:
        yield opened
