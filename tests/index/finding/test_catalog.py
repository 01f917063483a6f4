"""What is kept of a generation of the store: never longer than it holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.finding.catalog import Catalogs, KeptGlances, KeptPlaces, KeptTraits
from index.results import FacetName, Query
from index.sqlite.store import SqliteStore
from index.stored import EVERYTHING
from tests.index.small_library import CARE, EngineEmbedder, add, answerer


def test_traits_are_kept_until_the_store_changes(store: SqliteStore, embedder: EngineEmbedder) -> None:
    """What is asked for twice is the same object; after a change it is read again, and equals what the store says."""
    traits = KeptTraits(store)
    ids = [head.id for head in store.heads(EVERYTHING)]
    first = dict(traits.of(ids[:2]))
    assert all(traits.of(ids)[name] is first[name] for name in first)
    add(store, embedder, CARE[:1], "omtryck.pdf")
    assert not any(traits.of(ids)[name] is first[name] for name in first)
    assert {name: traits.of(ids)[name] for name in ids} == store.traits(ids)


def test_facets_count_what_was_read_in_after_the_first_search(
    store: SqliteStore, embedder: EngineEmbedder, tmp_path: Path
) -> None:
    """A facet of the same query counts a paragraph that was added since."""
    engine = answerer(store, embedder, tmp_path / "derived")
    asked = Query("vårdcentraler", facets=True)

    def years() -> dict[str, int]:
        return dict(next(facet.counts for facet in engine.search(asked).facets if facet.name is FacetName.YEAR))

    before = years()
    add(store, embedder, [replace(CARE[0], date="2024-05-05")], "senare.pdf")
    assert years() == {"2024": 1, **before}


def test_coverage_of_all_is_that_of_every_shown_head(store: SqliteStore) -> None:
    """Whether nothing, all that is shown or a copy of it is named, the coverage is the same; of a part it is less."""
    catalog = Catalogs(store).current()
    assert catalog.coverage() == catalog.coverage(catalog.shown) == catalog.coverage(list(catalog.shown))
    assert catalog.coverage(catalog.shown[:2]).searched == 2


def test_places_are_those_of_the_store_whether_kept_or_not(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where units stand is the same the first time, the second time and where there is no room to keep it."""
    ids = [one.id for one in store.units()]
    there, places = store.unit_places(ids), KeptPlaces(store)
    assert dict(places.of([*ids, 10**9])) == there
    assert dict(places.of(ids[:1])) == there
    monkeypatch.setattr("index.finding.catalog._PLACES_KEPT", 1)
    small = KeptPlaces(store)
    assert dict(small.of(ids[:1])) == {ids[0]: there[ids[0]]}
    assert dict(small.of(ids)) == there


def test_glances_are_those_of_the_store_whether_kept_or_not(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What hits show is the same read once, read again and where there is no room to keep it."""
    ids = [head.id for head in store.heads(EVERYTHING)]
    there, glances = store.glances(ids), KeptGlances(store)
    first = glances.of(ids[:1])
    assert dict(glances.of([*ids, "borta-1"])) == there
    assert glances.of(ids)[ids[0]] is first[ids[0]]
    monkeypatch.setattr("index.finding.catalog._GLANCES_KEPT", 1)
    small = KeptGlances(store)
    assert [dict(small.of(ids)) for _ in range(2)] == [there, there]
    assert store.glances([]) == {}
