"""Making a correction: written in the book, and in force at once for searches, traces and tables.

Always holds: a correction that cannot be made is not written; one that is written is made again whenever its file is
read anew. What a correction may change is left to `index.corrections.fields`.
"""

from __future__ import annotations

from dataclasses import replace

from index.corrections.book import CorrectionBook
from index.corrections.fields import FieldCorrection, apply, completed
from index.embedded import new_vectors
from index.folder import Folder
from index.store import Store
from index.stored import Filter, Model
from ingest.records import Document, Paragraph
from nlp.embedding import Embedder


class Corrector:
    """Corrects documents of one library."""

    def __init__(self, store: Store, folder: Folder, embedder: Embedder) -> None:
        """Name the parts."""
        self._store, self._folder, self._embedder = store, folder, embedder
        self.book = CorrectionBook(folder.corrections)

    def correct(self, document_id: str, correction: FieldCorrection) -> FieldCorrection:
        """Make a correction and return it as it was written down.

        Raises CorrectionError, BookError, NotInLibraryError, LibraryBusyError.
        """
        with self._folder.reading():
            document = whole_document(self._store, document_id)
            complete = completed(document, correction)
            changed = apply(document, complete)
            self.book.add(complete)
            self._store_again(changed)
        return complete

    def _store_again(self, document: Document) -> None:
        from index.units import units_of  # noqa: PLC0415  (searching never needs it)

        units = [units_of(paragraph) for paragraph in document.paragraphs]
        texts = {unit.content_hash: unit.text for each in units for unit in each}
        vectors = new_vectors(self._store, self._embedder, texts)
        # Derived indexes know documents by their ids, and this one keeps its id.
        self._folder.forget_derived()
        model = Model(self._embedder.name, self._embedder.dimensions)
        self._store.add_document(document, units, model, vectors, replace=True)


def whole_document(store: Store, document_id: str) -> Document:
    """Return a document as its reader gave it: paragraphs with their spans and attachments."""
    stored = store.document(document_id)
    heads = store.heads(Filter(documents=(document_id,), duplicates=True))
    paragraphs = tuple(_whole(store, one.head.id, one.paragraph) for one in store.paragraphs([h.id for h in heads]))
    return replace(stored.record, paragraphs=paragraphs)


def _whole(store: Store, paragraph_id: str, paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, spans=store.spans(paragraph_id), attachments=store.attachments(paragraph_id))
