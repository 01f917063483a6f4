"""Mentions kept beside the library."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from index.links.kept import KeptMentions
from index.sqlite.store import SqliteStore
from index.stored import ItemKind, StoredParagraph
from tests.index.small_library import CARE_AGAIN, HSN, EngineEmbedder, a_paragraph, add


class Counting:
    """A store that counts the paragraphs that are read from it."""

    def __init__(self, store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
        """Watch ``store``."""
        self.read = 0
        self._paragraphs = store.paragraphs
        monkeypatch.setattr(store, "paragraphs", self._counted)

    def _counted(
        self, ids: Collection[str] | None = None, acts: Collection[ItemKind] = ()
    ) -> Iterator[StoredParagraph]:
        for one in self._paragraphs(ids, acts):
            self.read += 1
            yield one


def test_only_new_documents_are_read(
    store: SqliteStore, embedder: EngineEmbedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read is taken from disk by the next process; a document that is added is read alone."""
    first = KeptMentions(tmp_path, store).all()
    assert first
    counting = Counting(store, monkeypatch)
    kept = KeptMentions(tmp_path, store)
    assert kept.all() == first
    assert counting.read == 0
    more = a_paragraph(
        HSN, "2022-09-01", 50, "Ersättning", None, earlier=("den 16 juni 2022, § 30", None, "2022-06-16", 30)
    )
    add(store, embedder, [more], "mer.pdf")
    assert len(kept.all()) == len(first) + 1
    assert counting.read == 1


def test_damage_is_read_anew(store: SqliteStore, tmp_path: Path) -> None:
    """A file that is cut, or of another store, is not trusted."""
    first = KeptMentions(tmp_path, store).all()
    file = tmp_path / "mentions.jsonl"
    file.write_text(file.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    assert KeptMentions(tmp_path, store).all() == first


def test_a_document_that_leaves_takes_its_mentions(store: SqliteStore, tmp_path: Path) -> None:
    """What is named by a deleted document is named no longer."""
    kept = KeptMentions(tmp_path, store)
    before = kept.all()
    document = next(head.document_id for head in store.heads() if head.number == CARE_AGAIN[0].number)
    store.delete_document(document)
    after = kept.all()
    assert len(after) < len(before)
    assert not any(mention.source.startswith(document) for mention in after)
