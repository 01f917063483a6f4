"""What is kept of one state of library and program is given back for that state and for no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import kept
from index.kept import Kept, digest
from index.ledger import AssignmentRow, LedgerMaker
from index.sqlite.store import SqliteStore
from index.tracing.trace import Tracer
from nlp.acts import Range
from tests.index.small_library import CARE, EngineEmbedder, add, names, searcher

PLACES = (Range(1, 2), Range(30, 44))


@pytest.fixture
def places(tmp_path: Path) -> Kept[tuple[Range, ...]]:
    """Places kept of state 7."""
    made = Kept[tuple[Range, ...]](tmp_path / "derived" / "places.json", tuple[Range, ...])
    made.put(PLACES, "a", 7)
    return made


def test_what_is_kept_comes_back_for_the_same_state_only(places: Kept[tuple[Range, ...]]) -> None:
    """Another state finds nothing; keeping its result takes the place of the first."""
    assert places.get("a", 7) == PLACES
    assert places.get("a", 8) is None
    places.put(PLACES[:1], "a", 8)
    assert places.get("a", 8) == PLACES[:1]
    assert places.get("a", 7) is None


def test_another_version_of_the_program_finds_nothing(
    places: Kept[tuple[Range, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A result is as the program's text made it; with another text it is made anew."""
    monkeypatch.setattr(kept, "_program", lambda: "another")
    assert places.get("a", 7) is None


@pytest.mark.parametrize("damage", [lambda text: text[:-3], lambda text: text.replace("30", "31"), lambda _: "", None])
def test_damage_counts_as_nothing_kept(tmp_path: Path, places: Kept[tuple[Range, ...]], damage: object) -> None:
    """A file that is cut, changed, empty or gone gives nothing, and no error."""
    file = tmp_path / "derived" / "places.json"
    if callable(damage):
        file.write_text(damage(file.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        file.unlink()
    assert places.get("a", 7) is None


def test_what_cannot_be_kept_is_no_error(tmp_path: Path) -> None:
    """Where a folder stands in the way of the file, the result is simply not kept."""
    (tmp_path / "places.json").mkdir()
    made = Kept[tuple[Range, ...]](tmp_path / "places.json", tuple[Range, ...])
    made.put(PLACES, 1)
    assert made.get(1) is None


def test_a_digest_tells_parts_apart() -> None:
    """The same parts give the same mark, others another."""
    assert digest(["a", 1]) == digest(("a", 1)) != digest(["a1"])


def test_the_rows_of_the_ledger_are_made_once_for_each_state(
    store: SqliteStore, embedder: EngineEmbedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next process reads the rows that the first one made; a new document makes them anew."""
    rows = Kept[tuple[AssignmentRow, ...]](tmp_path / "ledger.json", tuple[AssignmentRow, ...])

    def made() -> tuple[AssignmentRow, ...]:
        tracer = Tracer(store, searcher(store, embedder, tmp_path), lambda: names(store))
        return LedgerMaker(store, tracer.graph, lambda: names(store), rows).rows()

    first = made()
    with monkeypatch.context() as patched:
        patched.setattr(LedgerMaker, "_rows", None)
        assert made() == first
    add(store, embedder, CARE[:1], "omtryck.pdf")
    monkeypatch.setattr(LedgerMaker, "_rows", lambda _, __: ())
    assert made() == ()
