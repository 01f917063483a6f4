"""The store: what any back end of a library must do.

Owns no data itself. `Store` is the interface that the rest of `index/` is written against; `index.sqlite.store` is the
embedded engine, and a server engine takes its place by passing the public conformance suite
(`tests/index/store_conformance.py`). What always holds of a store: a document enters or leaves whole, in one
transaction; `generation` changes with every such transaction; ids of units are never given twice. Searching, linking
and embedding are left out: they stand on what is here.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self

from index.stored import (
    EVERYTHING,
    Counts,
    Fault,
    Filter,
    Glance,
    Head,
    ItemKind,
    Model,
    Outline,
    StoredDocument,
    StoredItem,
    StoredParagraph,
    StoredUnit,
    Traits,
    Unit,
    UnitIds,
    UnitPlace,
    Vector,
    VectorBatch,
)
from ingest.records import Attachment, Document, Span


class Store(ABC):
    """The truth of one library. May be used from several threads at once; one writer at a time.

    An id that is not there raises `index.errors.NotInLibraryError`.
    """

    @abstractmethod
    def close(self) -> None:
        """Let go of files and connections; the store cannot be used afterwards."""

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    @abstractmethod
    def identity(self) -> str:
        """Return a name that no other store has, made when the store was made."""

    @abstractmethod
    def generation(self) -> int:
        """Return a number that grows with every change of documents, units or vectors; derived indexes keep it."""

    @abstractmethod
    def steady(self) -> AbstractContextManager[None]:
        """Give a while in which this thread is told the generation that there was at its beginning.

        One search asks for it some thirty times. What is newer than that generation serves as well.
        """

    @abstractmethod
    def get_meta(self, key: str) -> str | None:
        """Return what was kept under ``key``, None when nothing was."""

    @abstractmethod
    def set_meta(self, key: str, value: str) -> None:
        """Keep ``value`` under ``key``; no change of generation."""

    @abstractmethod
    def add_document(
        self,
        document: Document,
        units: Sequence[Sequence[Unit]],
        model: Model | None = None,
        vectors: Mapping[str, Vector] | None = None,
        *,
        replace: bool = False,
    ) -> str:
        """Store a whole document in one transaction and return its id.

        With ``replace`` a document with the same SHA-256 leaves in the same transaction.

        ``units[i]`` are those of ``document.paragraphs[i]``; ``vectors`` (content hash → vector of ``model``) holds
        those that are not in the store yet. Raises `AlreadyInLibraryError` when a document with the same SHA-256 is
        there, ValueError when a vector is missing or has the wrong shape; the store is then unchanged.
        """

    @abstractmethod
    def delete_document(self, document_id: str) -> None:
        """Take a document out whole in one transaction, with every vector that no unit needs any longer."""

    @abstractmethod
    def has_document(self, sha256: str) -> bool:
        """Tell whether a file with this SHA-256 is in the store."""

    @abstractmethod
    def documents(self) -> tuple[StoredDocument, ...]:
        """Return all documents in the order in which they came."""

    @abstractmethod
    def document(self, document_id: str) -> StoredDocument:
        """Return one document."""

    @abstractmethod
    def heads(self, where: Filter = EVERYTHING) -> tuple[Head, ...]:
        """Return the heads of the paragraphs that ``where`` lets through, by document and position."""

    @abstractmethod
    def paragraph(self, paragraph_id: str) -> StoredParagraph:
        """Return one paragraph."""

    @abstractmethod
    def paragraphs(
        self, ids: Collection[str] | None = None, acts: Collection[ItemKind] = ()
    ) -> Iterator[StoredParagraph]:
        """Yield paragraphs by document and position: all, or those with these ids.

        They come with their acts of the kinds ``acts`` only, since some lists hold thousands; empty means every kind.
        """

    @abstractmethod
    def glances(self, ids: Collection[str]) -> dict[str, Glance]:
        """Return what hits show of the paragraphs with these ids; ids that are not there are left out."""

    @abstractmethod
    def spans(self, paragraph_id: str) -> tuple[Span, ...]:
        """Return the printed words of a paragraph's text with page and box (boxes to a hundredth of a point)."""

    @abstractmethod
    def attachments(self, paragraph_id: str) -> tuple[Attachment, ...]:
        """Return the attachments that stand after a paragraph, spans included."""

    @abstractmethod
    def items(self, kinds: Collection[ItemKind] = (), where: Filter = EVERYTHING) -> Iterator[StoredItem]:
        """Yield acts by document, paragraph, kind and position; empty ``kinds`` means every kind."""

    @abstractmethod
    def units(self, *, after: int = 0) -> Iterator[StoredUnit]:
        """Yield the units with an id above ``after``, ascending."""

    @abstractmethod
    def unit_places(self, ids: Collection[int]) -> dict[int, UnitPlace]:
        """Return where the units with these ids stand; ids that are not there are left out."""

    @abstractmethod
    def outlines(self) -> dict[str, Outline]:
        """Return the outlines of all paragraphs that have units, by the paragraphs' ids."""

    @abstractmethod
    def unit_ids(self, where: Filter) -> UnitIds:
        """Return the ids of the units that ``where`` lets through."""

    @abstractmethod
    def parties(self) -> dict[str, int]:
        """Return the parties that `Filter.parties` finds units of, with the number of shown paragraphs, most first."""

    @abstractmethod
    def people(self) -> dict[str, int]:
        """Return the names that `Filter.people` finds, with the number of shown paragraphs, most first."""

    @abstractmethod
    def recipients(self) -> dict[str, int]:
        """Return the recipients that `Filter.recipients` finds, with the number of shown paragraphs, most first."""

    @abstractmethod
    def traits(self, ids: Collection[str]) -> dict[str, Traits]:
        """Return what the paragraphs with these ids are counted under; one that is not there has none."""

    @abstractmethod
    def models(self) -> tuple[Model, ...]:
        """Return the models whose vectors are in the store."""

    @abstractmethod
    def vectors(self, model: str, *, after: int = 0) -> Iterator[VectorBatch]:
        """Yield the vectors of all units with an id above ``after`` that have one of this model, in batches."""

    @abstractmethod
    def unit_vectors(self, model: str, ids: Collection[int]) -> VectorBatch:
        """Return the vectors of the units with these ids that have one of this model."""

    @abstractmethod
    def missing_vectors(self, model: str, hashes: Collection[str] | None = None) -> frozenset[str]:
        """Return which of these content hashes (None: those of all units) have no sound vector of this model."""

    @abstractmethod
    def add_vectors(self, model: Model, vectors: Mapping[str, Vector]) -> None:
        """Keep vectors (content hash → vector) in one transaction, in place of any that are there."""

    @abstractmethod
    def prune_vectors(self) -> int:
        """Take out vectors that belong to no unit's text; return how many (with none the generation stays)."""

    @abstractmethod
    def counts(self) -> Counts:
        """Return how much there is."""

    @abstractmethod
    def faults(self) -> Iterator[Fault]:
        """Yield what is not whole in the tables themselves: broken rows, loose ends, vectors without text or shape."""
