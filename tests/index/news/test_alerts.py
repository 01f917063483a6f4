"""Saved searches and what they find, over the small collection with real searching."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import BookError, NotInLibraryError, UnknownFilterError
from index.news.alerts import Alerts
from index.news.saved import SavedSearches
from index.sqlite.store import SqliteStore
from index.stored import Filter
from tests.index.small_library import EngineEmbedder, a_paragraph, add, answerer

LATER = [
    a_paragraph(
        "Regionstyrelsen",
        "2023-02-02",
        5,
        "Kortare restid för skolskjutsar",
        "RS 9-2023",
        decision="Restiderna för skolskjutsarna på landsbygden ska vara högst en timme.",
    ),
    a_paragraph("Regionstyrelsen", "2023-02-02", 6, "Lekplatser", None, decision="Lekplatsen vid torget målas om."),
]


@pytest.fixture
def alerts(store: SqliteStore, embedder: EngineEmbedder, tmp_path: Path) -> Alerts:
    """Alerts over the small collection."""
    answers = answerer(store, embedder, tmp_path / "derived").every
    return Alerts(
        tmp_path / "aviseringar.json",
        SavedSearches(tmp_path / "sokningar.csv"),
        lambda: store.heads(Filter()),
        answers,
    )


def test_only_what_came_later_and_answers_is_news(alerts: Alerts, store: SqliteStore, embedder: EngineEmbedder) -> None:
    """What is there when the search is saved is known; of a new document only what answers is told."""
    alerts.add("Skjuts", "skolskjutsar", "Eva")
    assert alerts.ask()[0].news == ()
    add(store, embedder, LATER, "protokoll 9.pdf")
    (told,) = alerts.ask("SKJUTS")[0].news
    assert (told.title, told.file, told.page) == ("Kortare restid för skolskjutsar", "protokoll 9.pdf", 1)
    assert told.quote in store.paragraph(told.paragraph_id).paragraph.text
    assert told.citation.startswith("Regionstyrelsen 2023-02-02 § 5")


def test_nothing_is_lost_before_it_was_told_and_nothing_told_twice(
    alerts: Alerts, store: SqliteStore, embedder: EngineEmbedder
) -> None:
    """A finding stays untold until it is marked, then stays told though its file is read again."""
    alerts.add("Skjuts", "skolskjutsar", "Eva")
    document = add(store, embedder, LATER, "protokoll 9.pdf")
    assert [one.told for one in alerts.ask()[0].news] == [False]
    found = alerts.ask()
    assert [one.told for one in found[0].news] == [False]
    alerts.tell(found)
    store.delete_document(document)
    alerts.ask()
    add(store, embedder, LATER, "protokoll 9.pdf")
    assert [one.told for one in alerts.ask()[0].news] == [True]


def test_filters_alone_are_a_search_too(alerts: Alerts, store: SqliteStore, embedder: EngineEmbedder) -> None:
    """A saved filter tells every new paragraph that it lets through, and no other."""
    alerts.add("Beslut", "typ:beslut år:2023-", "Eva")
    add(store, embedder, LATER, "protokoll 9.pdf")
    add(store, embedder, [replace(LATER[0], date="2021-01-01", number=1)], "protokoll äldre.pdf")
    assert {one.number for one in alerts.ask()[0].news} == {5, 6}


def test_a_query_that_cannot_be_understood_is_not_saved(alerts: Alerts) -> None:
    """An unknown filter value is an error, and no search is kept."""
    with pytest.raises(UnknownFilterError):
        alerts.add("Fel", "nämnd:finnsinte", "Eva")
    assert alerts.saved.all() == ()


def test_a_filter_that_fell_away_misses_nothing(
    alerts: Alerts, store: SqliteStore, embedder: EngineEmbedder, tmp_path: Path
) -> None:
    """A search that can no longer be asked says why, the others are asked, and what came meanwhile is told later."""
    alerts.add("Skjuts", "skolskjutsar", "Eva")
    alerts.add("Trasig", "skolskjutsar", "Eva")
    book = tmp_path / "sokningar.csv"
    whole = book.read_text(encoding="utf-8-sig")
    head, broken, *_ = whole.rsplit("skolskjutsar", 1)
    book.write_text(f"{head}parti:ZZ{broken}", encoding="utf-8")
    add(store, embedder, LATER, "protokoll 9.pdf")
    fine, faulty = alerts.ask()
    assert len(fine.news) == 1
    assert (faulty.news, "ZZ" in faulty.error) == ((), True)
    book.write_text(whole, encoding="utf-8")
    assert [len(one.news) for one in alerts.ask()] == [1, 1]


def test_a_removed_search_is_gone_and_its_name_is_free(
    alerts: Alerts, store: SqliteStore, embedder: EngineEmbedder, tmp_path: Path
) -> None:
    """Removing adds a row; a search saved again under the name begins anew."""
    alerts.add("Skjuts", "skolskjutsar", "Eva")
    add(store, embedder, LATER, "protokoll 9.pdf")
    alerts.ask()
    alerts.saved.remove("skjuts", "Per")
    with pytest.raises(NotInLibraryError, match="Ingen sökning är sparad"):
        alerts.ask("Skjuts")
    alerts.add("Skjuts", "skolskjutsar", "Eva")
    assert alerts.ask()[0].news == ()
    assert len((tmp_path / "sokningar.csv").read_text(encoding="utf-8-sig").splitlines()) == 4


@pytest.mark.parametrize("name", ["", "a/b", "x" * 81])
def test_names_that_cannot_be_used_are_refused(alerts: Alerts, name: str) -> None:
    """An empty, overlong or slashed name is an error, and so is one that is taken."""
    with pytest.raises(BookError):
        alerts.add(name, "skolskjutsar", "Eva")
    alerts.add("Skjuts", "skolskjutsar", "Eva")
    with pytest.raises(BookError, match="heter redan"):
        alerts.add("SKJUTS ", "annat", "Eva")


def test_a_garbled_file_is_named(alerts: Alerts, tmp_path: Path) -> None:
    """A file that is no state of alerts is an error with the cure, and is left as it is."""
    alerts.add("Skjuts", "skolskjutsar", "Eva")
    kept = tmp_path / "aviseringar.json"
    assert json.loads(kept.read_text(encoding="utf-8"))["sökningar"]
    kept.write_text('{"sedda": 3', encoding="utf-8")
    with pytest.raises(BookError, match="bevakningen börjar då om"):
        alerts.ask()
    assert kept.read_text(encoding="utf-8") == '{"sedda": 3'
