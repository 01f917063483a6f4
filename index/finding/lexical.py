"""The tantivy index over the words of paragraphs or of units, in letter groups and in Swedish stems.

Derived: brought up to the store's generation before it answers, document by document when it can, made anew when it is
missing, damaged or of another store. In scope "paragraph" an entry is a paragraph's whole text (title, case numbers and
names are words of it) under the id of its first unit; in scope "unit" each unit is an entry, for searches restricted to
kinds or parties. Ranking goes by groups of letters, which find the parts of compounds; stems only tell how rare a word
is. Leaves out what is better asked of the store: exact case numbers, boards, years.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from index.derived import Derived, Manifest, best_of, fingerprint
from index.results import UnitKind
from index.store import Store
from index.stored import StoredParagraph, UnitIds
from nlp.analysis import letter_groups, spelled, terms

Scope = Literal["paragraph", "unit"]

_LAYOUT = 3
_HEAP = 64 << 20
# BM25 in tantivy holds long texts down harder (b = 0.75) than fits paragraphs. An entry that is this many words longer
# than it is makes that milder: b' = b * average / (average + padding), here about 0.4.
_PADDING = " ".join(["·"] * 800)

_NONE: UnitIds = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Matching:
    """Units by falling BM25 score: ``ids`` and ``scores``, both (n,)."""

    ids: UnitIds
    scores: npt.NDArray[np.float32]


class LexicalIndex(Derived[Any]):
    """The words of one store's paragraphs or units, kept in ``folder``."""

    def __init__(self, folder: Path, store: Store, scope: Scope) -> None:
        """Name the parts; nothing is read before the first use."""
        super().__init__(store)
        self._folder, self._manifest = folder / f"words-{scope}", folder / f"words-{scope}.json"
        self._scope = scope

    def __len__(self) -> int:
        """Return how many entries there are."""
        return int(self.current().searcher().num_docs)

    def matching(self, text: str, limit: int, allowed: UnitIds | None = None) -> Matching:
        """Return the ``limit`` entries nearest to the words of ``text``, of those ``allowed`` when given."""
        index = self.current()
        searcher = index.searcher()
        query = _query(index.schema, text)
        if query is None or not searcher.num_docs:
            return Matching(np.empty(0, np.int64), np.empty(0, np.float32))

        def some(reach: int) -> tuple[UnitIds, npt.NDArray[np.float32]]:
            hits = searcher.search(query, min(reach, searcher.num_docs), count=False).hits
            ids = np.asarray(searcher.fast_field_values("unit", [address for _, address in hits]), np.int64)
            return ids, np.asarray([score for score, _ in hits], np.float32)

        return Matching(*(some(limit) if allowed is None else best_of(some, limit, allowed)))

    def document_frequency(self, term: str) -> int:
        """Return in how many entries the stem occurs."""
        return int(self.current().searcher().doc_freq("stems", term))

    def holding(self, text: str) -> UnitIds:
        """Return every entry that has the words of ``text`` in a row, as they are written but for case and signs."""
        import tantivy  # noqa: PLC0415

        index, row = self.current(), spelled(text)
        if len(row) == 1:
            return _all_of(index, tantivy.Query.term_query(index.schema, "words", row[0], "basic"))
        return _all_of(index, tantivy.Query.phrase_query(index.schema, "words", list(row))) if row else _NONE

    def akin(self, text: str) -> UnitIds:
        """Return every entry that has each word of ``text`` in some form of it, in any order."""
        import tantivy  # noqa: PLC0415

        index = self.current()
        each = [tantivy.Query.term_query(index.schema, "stems", term, "basic") for term in dict.fromkeys(terms(text))]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, one) for one in each])
        return _all_of(index, query) if each else _NONE

    def words(self) -> tuple[tuple[str, int], ...]:
        """Return every word as it is written (in lower case) with how many entries have it, most first."""
        return tuple(self.current().searcher().terms_with_prefix("words", ""))

    def _renewed(self, held: Any, generation: int) -> Any:  # noqa: ARG002  (the files are opened anew)
        manifest = self._trusted()
        if manifest is None or manifest.generation != generation:
            self._bring_up(manifest, generation)
        return _open(self._folder)

    def _trusted(self) -> Manifest | None:
        manifest = Manifest.read(self._manifest)
        if manifest is None or (manifest.layout, manifest.store) != (_LAYOUT, self._store.identity()):
            return None
        if manifest.print_of != fingerprint(self._folder):
            return None
        try:
            whole = _open(self._folder).searcher().num_docs == manifest.count
        except ValueError:
            return None
        return manifest if whole else None

    def _bring_up(self, manifest: Manifest | None, generation: int) -> None:
        """Write the index of this generation beside the old one, then put it in its place."""
        beside = self._folder.with_name(f"{self._folder.name}.{os.getpid()}.{threading.get_native_id()}")
        shutil.rmtree(beside, ignore_errors=True)
        if manifest is None:
            beside.mkdir(parents=True)
        else:
            shutil.copytree(self._folder, beside)
        there = {document.id for document in self._store.documents()}
        count = self._write(beside, there, set(manifest.parts) if manifest else set())
        self._manifest.unlink(missing_ok=True)
        shutil.rmtree(self._folder, ignore_errors=True)
        beside.rename(self._folder)
        Manifest(
            _LAYOUT, self._store.identity(), generation, count, tuple(sorted(there)), fingerprint(self._folder)
        ).write(self._manifest)

    def _write(self, folder: Path, there: Collection[str], known: Collection[str]) -> int:
        index = _open(folder, create=True)
        writer = index.writer(heap_size=_HEAP, num_threads=1)
        for document in sorted(set(known) - set(there)):
            writer.delete_documents_by_term("document", document)
        new = sorted(set(there) - set(known))
        if new:
            self._add(writer, frozenset(new))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        return int(index.searcher().num_docs)

    def _add(self, writer: Any, documents: frozenset[str]) -> None:
        heads = {head.id: head for head in self._store.heads() if head.document_id in documents}
        texts = {stored.head.id: stored.paragraph.text for stored in self._paragraphs(heads)}
        for stored in self._store.units():
            head = heads.get(stored.paragraph_id)
            if head is None:
                continue
            if self._scope == "unit":
                writer.add_document(_entry(stored.id, head.document_id, stored.unit.text))
            elif stored.unit.kind is UnitKind.PARAGRAPH:
                writer.add_document(_entry(stored.id, head.document_id, texts[stored.paragraph_id]))

    def _paragraphs(self, ids: Collection[str]) -> Iterable[StoredParagraph]:
        return self._store.paragraphs(ids) if self._scope == "paragraph" else ()


def _all_of(index: Any, query: Any) -> UnitIds:
    """Return the ids of all entries that ``query`` lets through, ascending."""
    searcher = index.searcher()
    if not searcher.num_docs:
        return _NONE
    addresses = [address for _, address in searcher.search(query, searcher.num_docs, count=False).hits]
    return np.sort(np.asarray(searcher.fast_field_values("unit", addresses), np.int64))


def _open(folder: Path, *, create: bool = False) -> Any:
    import tantivy  # noqa: PLC0415

    return tantivy.Index(_schema(), path=str(folder)) if create else tantivy.Index.open(str(folder))


def _schema() -> Any:
    import tantivy  # noqa: PLC0415

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("document", tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("unit", fast=True)
    builder.add_text_field("groups", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("stems", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="position")
    return builder.build()


def _query(schema: Any, text: str) -> Any:
    """Return the query for the words of ``text``; a long word counts for more than a short one, not by its length."""
    import tantivy  # noqa: PLC0415

    clauses = []
    for groups in dict.fromkeys(letter_groups(text)):
        weight = len(groups) ** -0.5
        for group in groups:
            term = tantivy.Query.term_query(schema, "groups", group, "freq")
            clauses.append((tantivy.Occur.Should, tantivy.Query.boost_query(term, weight)))
    return tantivy.Query.boolean_query(clauses) if clauses else None


def _entry(unit: int, document: str, text: str) -> Any:
    import tantivy  # noqa: PLC0415

    entry = tantivy.Document()
    entry.add_text("document", document)
    entry.add_integer("unit", unit)
    groups = (group for word in letter_groups(text) for group in word)
    entry.add_text("groups", f"{' '.join(groups)} {_PADDING}")
    entry.add_text("stems", " ".join(terms(text)))
    entry.add_text("words", " ".join(dict.fromkeys(spelled(text))))
    return entry
