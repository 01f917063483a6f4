"""The FAISS and tantivy indexes follow the store by themselves."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from index.derived import Manifest, Scores, best_of, fingerprint
from index.finding.lexical import LexicalIndex
from index.finding.vectors import VectorIndex
from index.results import UnitKind
from index.sqlite.store import SqliteStore
from index.stored import EVERYTHING, Filter, UnitIds
from tests.index.small_library import HSN, EngineEmbedder, a_paragraph, add


def vectors(tmp_path: Path, store: SqliteStore, embedder: EngineEmbedder) -> VectorIndex:
    """Return a newly opened vector index."""
    return VectorIndex(tmp_path / "derived", store, embedder.name, embedder.dimensions)


def exact(store: SqliteStore, embedder: EngineEmbedder, question: str, allowed: UnitIds) -> list[float]:
    """Return the cosines of the allowed units, compared one by one, the highest first."""
    query = embedder.encode_queries([question])[0]
    scored = [
        float(row @ query)
        for batch in store.vectors(embedder.name)
        for one, row in zip(batch.ids, batch.matrix, strict=True)
        if one in set(allowed.tolist())
    ]
    return sorted(scored, reverse=True)


def test_nearest_units_are_exact_under_any_filter(tmp_path: Path, store: SqliteStore, embedder: EngineEmbedder) -> None:
    """What FAISS gives is what comparing every allowed vector gives, with and without a narrow filter."""
    index = vectors(tmp_path, store, embedder)
    query = embedder.encode_queries(["buss till skolan"])[0]
    for where in (EVERYTHING, Filter(kinds=(UnitKind.RESERVATION,)), Filter(boards=(HSN,), years=(2022, 2022))):
        allowed = store.unit_ids(where)
        found = index.nearest(query, 5, None if where is EVERYTHING else allowed)
        assert np.allclose(found.cosines, exact(store, embedder, "buss till skolan", allowed)[:5], atol=1e-5)
        assert set(found.ids.tolist()) <= set(allowed.tolist())
    assert len(index.nearest(query, 5, np.empty(0, np.int64)).ids) == 0


def test_what_comes_and_goes_is_followed_without_embedding(
    tmp_path: Path, store: SqliteStore, embedder: EngineEmbedder
) -> None:
    """After a document is added and another deleted, both indexes hold just the units of the store."""
    index, words = vectors(tmp_path, store, embedder), LexicalIndex(tmp_path / "derived", store, "unit")
    before = len(index)
    new = [a_paragraph(HSN, "2023-01-01", 1, "Ambulanshelikopter", "HSN 9-2023", decision="En helikopter köps in.")]
    added = add(store, embedder, new, "ny.pdf")
    assert len(index) == before + len(store.unit_ids(Filter(documents=(added,))))
    assert len(words.matching("helikoptern", 10).ids) == len(store.unit_ids(Filter(documents=(added,))))
    store.delete_document(added)
    assert len(index) == before
    assert len(words.matching("helikoptern", 10).ids) == 0


@pytest.mark.parametrize("name", ["vectors.faiss", "vectors.json", "words-paragraph", "words-paragraph.json"])
@pytest.mark.parametrize("harm", ["gone", "damaged"])
def test_missing_and_damaged_files_are_made_anew(
    tmp_path: Path, store: SqliteStore, embedder: EngineEmbedder, name: str, harm: str
) -> None:
    """A derived file that is deleted or overwritten costs nothing but the time to make it again."""
    query = embedder.encode_queries(["ersättning"])[0]
    first = vectors(tmp_path, store, embedder).nearest(query, 9).ids.tolist()
    words = LexicalIndex(tmp_path / "derived", store, "paragraph").matching("skolskjuts", 9).ids.tolist()
    spoil(tmp_path / "derived" / name, harm)
    assert vectors(tmp_path, store, embedder).nearest(query, 9).ids.tolist() == first
    assert LexicalIndex(tmp_path / "derived", store, "paragraph").matching("skolskjuts", 9).ids.tolist() == words


def spoil(path: Path, harm: str) -> None:
    """Delete a file or folder, or overwrite (one file of) it."""
    if harm == "gone":
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        return
    file = max(path.glob("*.store"), default=path) if path.is_dir() else path
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def test_an_index_of_another_store_is_not_believed(
    tmp_path: Path, store: SqliteStore, embedder: EngineEmbedder
) -> None:
    """Derived files that were copied from another library are made anew."""
    assert len(vectors(tmp_path, store, embedder)) > 2
    with SqliteStore(tmp_path / "annat.sqlite", create=True) as other:
        assert len(vectors(tmp_path, other, embedder)) == 0


def test_words_find_inflections_and_parts_of_compounds(tmp_path: Path, store: SqliteStore) -> None:
    """A word is found in another form and inside a compound, under a filter too."""
    index = LexicalIndex(tmp_path / "derived", store, "paragraph")
    found = store.unit_places(index.matching("skjuts till skolor", 1).ids.tolist())
    assert [one.paragraph_id for one in found.values()] == [store.heads()[1].id]
    allowed = store.unit_ids(Filter(boards=(HSN,)))
    assert set(index.matching("ersättningar", 10, allowed).ids.tolist()) <= set(allowed.tolist())
    assert len(index.matching("", 10).ids) == 0


def test_a_row_of_words_is_found_wherever_it_stands_and_nowhere_else(tmp_path: Path, store: SqliteStore) -> None:
    """A row is met by just the texts that have it, whatever stands between its words; akin words in any form."""
    index = LexicalIndex(tmp_path / "derived", store, "paragraph")

    def numbers(units: UnitIds) -> list[int]:
        places = store.unit_places(units.tolist()).values()
        return sorted(store.paragraph(place.paragraph_id).head.number or 0 for place in places)

    assert numbers(index.holding("Behov av VÅRD")) == [30]
    assert numbers(index.holding("§ 12, HSN 5-2022")) == [12]
    assert numbers(index.holding("vård av behov")) == numbers(index.holding("vårdcentral")) == []
    assert numbers(index.holding(" – ")) == numbers(index.akin("")) == []
    assert numbers(index.akin("delegationsbesluten")) == [13, 40]
    assert numbers(index.akin("delegationsbesluten förteckningar")) == [13]


def test_manifests_are_whole_or_nothing(tmp_path: Path) -> None:
    """What is written is read back; anything else is none; a changed file has another fingerprint."""
    path = tmp_path / "m.json"
    manifest = Manifest(1, "a", 2, 3, ("b",), "c")
    manifest.write(path)
    assert Manifest.read(path) == manifest
    path.write_text("{}", encoding="utf-8")
    assert Manifest.read(path) is None
    before = fingerprint(path)
    path.write_text("{} ", encoding="utf-8")
    assert fingerprint(path) != before


def test_the_best_that_are_let_through_are_found_however_far_down_they_are() -> None:
    """Asking for the best of those allowed gives just them in their order, wherever they stand and however few."""
    order = np.random.default_rng(3).permutation(5000).astype(np.int64)
    scores = np.linspace(1, 0, 5000, dtype=np.float32)

    def some(reach: int) -> tuple[UnitIds, Scores]:
        return order[:reach], scores[:reach]

    for allowed in (np.arange(0, 5000, 7), np.sort(order[-3:]), order[:0], np.arange(5000)):
        ids, found = best_of(some, 20, allowed.astype(np.int64))
        assert ids.tolist() == [one for one in order.tolist() if one in set(allowed.tolist())][:20]
        assert found.tolist() == sorted(found.tolist(), reverse=True)


def test_vectors_in_half_precision_answer_alike(
    tmp_path: Path, store: SqliteStore, embedder: EngineEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library that has grown large keeps half the bits, finds the same units and gives their vectors back."""
    query = embedder.encode_queries(["buss till skolan"])[0]
    small = vectors(tmp_path, store, embedder)
    before, ids = small.nearest(query, 5), store.unit_ids(EVERYTHING).tolist()
    monkeypatch.setattr("index.finding.vectors._LARGE", 3)
    add(store, embedder, [a_paragraph(HSN, "2023-01-01", 1, "Ambulanshelikopter", "HSN 9-2023")], "ny.pdf")
    large = vectors(tmp_path, store, embedder)
    assert large.nearest(query, 5).ids.tolist() == before.ids.tolist()
    assert np.allclose(large.nearest(query, 5).cosines, before.cosines, atol=2e-3)
    assert np.allclose(large.of(ids), small.of(ids), atol=2e-3)
