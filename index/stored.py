"""Values of the store: what crosses the border between a back end and the rest of `index/`.

Owns the shapes and the names (ids, content hashes) that every back end uses alike. Always frozen; a paragraph that
comes out of a store is the one that went in, its boxes apart, which are fetched on demand. How anything is kept is left
to the back ends.
"""

from __future__ import annotations

import bisect
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from index.results import ActKind, Count, UnitKind
from ingest.records import Document, DocumentKind, Paragraph
from nlp.acts import (
    Assignment,
    AssignmentChange,
    Decision,
    DocumentReference,
    Motion,
    NonParticipation,
    Note,
    Person,
    ProcedureStep,
    Range,
    Recusal,
    Reference,
    Report,
    Reservation,
    Vote,
)
from nlp.document_acts import Activity, Definition, Demand, Goal, Milestone, Office, Recommendation

Vector = NDArray[np.float32]
"""One normalised vector ``(dimensions,)`` or a matrix of them ``(n, dimensions)``."""
UnitIds = NDArray[np.int64]
"""Ids of units, ascending, each once."""

Act = (
    Decision
    | Motion
    | Vote
    | Reservation
    | Note
    | Assignment
    | Report
    | Recusal
    | Reference
    | ProcedureStep
    | NonParticipation
    | DocumentReference
    | AssignmentChange
    | Goal
    | Demand
    | Milestone
    | Activity
    | Office
    | Definition
    | Recommendation
)


class ItemKind(StrEnum):
    """Which list of acts an item stands in."""

    DECISION = "decision"
    MOTION = "motion"
    VOTE = "vote"
    RESERVATION = "reservation"
    NOTE = "note"
    ASSIGNMENT = "assignment"
    REPORT = "report"
    RECUSAL = "recusal"
    REFERENCE = "reference"
    PROCEDURE = "procedure"
    NOT_PARTICIPATING = "not_participating"
    DOCUMENT = "document"
    ASSIGNMENT_CHANGE = "assignment_change"
    GOAL = "goal"
    DEMAND = "demand"
    MILESTONE = "milestone"
    ACTIVITY = "activity"
    OFFICE = "office"
    DEFINITION = "definition"
    RECOMMENDATION = "recommendation"


@dataclass(frozen=True, slots=True)
class Unit:
    """A text that is embedded and indexed by itself.

    ``text`` is what the model and the lexical index see (it may carry the title in front); ``range`` is the verbatim
    place in the paragraph's text, from which quotes are cut. ``parties`` are those of the people who act in it.
    """

    kind: UnitKind
    text: str
    range: Range
    parties: tuple[str, ...] = ()

    @property
    def content_hash(self) -> str:
        """The key of the unit's vector: SHA-256 (hex) of ``text`` as UTF-8."""
        return content_hash(self.text)


@dataclass(frozen=True, slots=True)
class StoredUnit:
    """A unit in the store. ``id`` is a positive 63-bit number, also its name in the derived indexes."""

    id: int
    paragraph_id: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class UnitPlace:
    """Where a unit in the store stands, without its text: all that ranking and quoting need."""

    paragraph_id: str
    kind: UnitKind
    range: Range


@dataclass(frozen=True, slots=True)
class Outline:
    """What ranking knows of a paragraph without reading it.

    ``unit`` is the id of its first unit, which stands for the whole, ``units`` how many it has; ``tabled`` whether all
    that is decided in it is to put the matter off.
    """

    unit: int
    units: int
    tabled: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """What to restrict paragraphs and units to; an empty field does not restrict, a set one always holds exactly.

    A unit is let through when it and its paragraph are as every field says, a paragraph when one of its units is; of
    several values in a field one is enough. ``boards``, ``parties``, ``people``, ``recipients`` … are spelled as stored
    (`index.finding.filters` finds the spellings).

    ``years`` is an inclusive span, ``first`` and ``last`` are ISO dates, reduced at will; a paragraph without a date is
    in none, one whose date is a month or a year is where it may lie within. ``dates`` are days, months or years.
    ``kinds`` and ``acts`` are one restriction on what a unit is, ``parties`` and ``people`` on who acts in it;
    ``outcomes`` are of a decision and ``recipients`` of an assignment that the paragraph holds (a decision or
    assignment unit must be one itself). ``beside`` and ``apart`` are ids of units in whose paragraphs it must or must
    not stand. ``duplicates`` lets in paragraphs that another document holds in a longer form.
    """

    boards: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    first: str | None = None
    last: str | None = None
    dates: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    kinds: tuple[UnitKind, ...] = ()
    acts: tuple[ActKind, ...] = ()
    outcomes: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    case_numbers: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    documents: tuple[str, ...] = ()
    beside: tuple[int, ...] | None = None
    apart: tuple[int, ...] | None = None
    duplicates: bool = False


@dataclass(frozen=True, slots=True)
class Traits:
    """What a paragraph is counted under: parties and kinds of its units, outcomes of its decisions."""

    parties: tuple[str, ...] = ()
    kinds: tuple[UnitKind, ...] = ()
    outcomes: tuple[str, ...] = ()


EVERYTHING = Filter(duplicates=True)


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document in the store. ``record`` carries no paragraphs; ``paragraphs`` counts them.

    ``suffix`` is the file's ending in lower case with its dot; ``added`` the moment it was stored (ISO 8601, UTC).
    """

    id: str
    record: Document
    suffix: str
    paragraphs: int
    added: str


@dataclass(frozen=True, slots=True)
class Head:
    """A paragraph without its text: what lists, links and timelines need. A document that is no protocol has no number.

    ``duplicate_of`` names the longer reading of the same paragraph (same board, date and number, and no other
    organisation, in another document), None for the one that is shown.
    """

    id: str
    document_id: str
    file: str
    organisation: str | None
    board: str | None
    date: str | None
    number: int | None
    title: str
    case_numbers: tuple[str, ...]
    page_first: int
    page_last: int
    duplicate_of: str | None
    kind: DocumentKind = DocumentKind.PROTOCOL


@dataclass(frozen=True, slots=True)
class StoredParagraph:
    """A paragraph in the store. ``paragraph`` has its text, sections and acts; its ``spans`` and attachments are empty.

    The words' boxes come from `Store.spans`, attachments from `Store.attachments`. ``page_starts`` are pairs (offset,
    page), ascending: from this character on the text is printed on this page.
    """

    head: Head
    paragraph: Paragraph
    page_starts: tuple[tuple[int, int], ...]

    def page_at(self, offset: int) -> int:
        """Return the 1-based page on which the character at ``offset`` is printed."""
        return _page_at(self.page_starts, offset) or self.head.page_first

    def text_on(self, page: int) -> str:
        """Return what of the paragraph's text is printed on a page."""
        ends = (*(start for start, _ in self.page_starts[1:]), len(self.paragraph.text))
        parts = zip(self.page_starts, ends, strict=True)
        return "".join(self.paragraph.text[start:end] for (start, where), end in parts if where == page)


@dataclass(frozen=True, slots=True)
class Glance:
    """What a hit shows of a paragraph, and no more: to read all that was decided in it takes ten times as long.

    ``opening`` is the place of its first unit; ``outcomes`` are those of its decisions, ``against`` those who made
    reservations, ``outvoted`` those whose side lost a named vote (`index.dissent`) and ``votes`` the counted votes
    whose figures are printed, all in printed order.
    """

    head: Head
    text: str
    page_starts: tuple[tuple[int, int], ...]
    opening: Range
    outcomes: tuple[str, ...]
    against: tuple[Person, ...]
    votes: tuple[Count, ...] = ()
    outvoted: tuple[str, ...] = ()

    def page_at(self, offset: int) -> int:
        """Return the 1-based page on which the character at ``offset`` is printed."""
        return _page_at(self.page_starts, offset) or self.head.page_first


@dataclass(frozen=True, slots=True)
class StoredItem:
    """One act of a paragraph; ``position`` counts from 0 within its kind."""

    paragraph_id: str
    kind: ItemKind
    position: int
    act: Act


@dataclass(frozen=True, slots=True)
class Model:
    """An embedding model whose vectors are in the store."""

    name: str
    dimensions: int


@dataclass(frozen=True, slots=True)
class VectorBatch:
    """Vectors of units: ``ids`` (n,) ascending and ``matrix`` (n, dimensions) row by row."""

    ids: UnitIds
    matrix: Vector


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a store holds; ``items`` by kind, ``vectors`` by name of model.

    ``duplicates`` are paragraphs that another document holds in a longer form, ``unreadable_pages`` and
    ``missing_numbers`` what the readers of all documents reported.
    """

    documents: int
    paragraphs: int
    duplicates: int
    units: int
    items: Mapping[ItemKind, int]
    vectors: Mapping[str, int]
    unreadable_pages: int
    missing_numbers: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something a back end finds not whole in its own tables, in Swedish: what, and where it stands."""

    what: str
    where: str


def _page_at(starts: tuple[tuple[int, int], ...], offset: int) -> int | None:
    place = bisect.bisect_right(starts, offset, key=lambda start: start[0])
    return starts[place - 1][1] if place else None


def content_hash(text: str) -> str:
    """Return the key under which the vector of ``text`` is kept: SHA-256 (hex) of its UTF-8 bytes."""
    return hashlib.sha256(text.encode()).hexdigest()


def document_id(sha256: str) -> str:
    """Return the id of the document whose file has this SHA-256: its first 16 digits."""
    return sha256[:16]


def paragraph_id(document: str, position: int) -> str:
    """Return the id of the paragraph at ``position`` (from 1) of the document with this id."""
    return f"{document}-{position}"
