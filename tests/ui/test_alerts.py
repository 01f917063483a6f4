"""Saved searches from the command line, as text and as an Atom feed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from index.news.alerts import Alert, News
from index.news.saved import SavedSearch
from ui import news
from ui.atom import NAMESPACE, feed
from ui.cli import run

SEARCH = SavedSearch("Torget & ån", 'torget "rött"', "Eva", "2024-05-01T10:00:00+00:00")
NEWS = News(
    found="2024-05-06T08:00:00+00:00",
    name="a.pdf § 7 2024-05-05",
    paragraph_id="a-7",
    document_id="a",
    board="Kulturnämnden",
    date="2024-05-05",
    number=7,
    title="Torget <målas>\x0b om",
    kind="decision",
    quote="Torget målas om i rött & vitt.",
    page=3,
    file="a.pdf",
    citation="Kulturnämnden 2024-05-05 § 7, s. 3",
)
ATOM = {"a": NAMESPACE}


def _parsed(written: bytes) -> ET.Element:
    return ET.fromstring(written)  # noqa: S314 - written by the program itself


def test_a_feed_has_what_the_standard_asks_for() -> None:
    """Feed and entries have id, title, updated, an author and links; ids are unique and forbidden letters gone."""
    other = replace(NEWS, name="a.pdf § 8 2024-05-05", number=8, found="2024-05-04T08:00:00+00:00")
    root = _parsed(feed(SEARCH, [NEWS, other], "http://bibliotek.example/"))
    assert root.tag == f"{{{NAMESPACE}}}feed"
    for each in (root, *root.findall("a:entry", ATOM)):
        assert each.findtext("a:title", None, ATOM)
        assert (each.findtext("a:id", None, ATOM) or "").startswith("urn:uuid:")
        assert datetime.fromisoformat(each.findtext("a:updated", "", ATOM)).tzinfo
    assert root.findtext("a:updated", None, ATOM) == NEWS.found
    assert root.findtext("a:author/a:name", None, ATOM)
    ids = [one.text for one in root.iter(f"{{{NAMESPACE}}}id")]
    assert len(set(ids)) == len(ids) == 3
    assert root.findtext("a:entry/a:title", None, ATOM) == "Torget <målas> om"
    links = {one.get("rel"): one.get("href") or "" for one in root.findall("a:link", ATOM)}
    assert links["self"] == "http://bibliotek.example/flode/Torget%20%26%20%C3%A5n.atom"
    entry = root.find("a:entry/a:link", ATOM)
    assert entry is not None
    assert "dokument=a&sida=3&paragraf=a-7" in (entry.get("href") or "")


def test_ids_outlive_corrections_and_an_empty_feed_is_whole() -> None:
    """A changed title or page keeps the entry's id; without findings the feed was updated when it was saved."""
    ids = [
        _parsed(feed(SEARCH, [one], "http://a.example")).findtext("a:entry/a:id", None, ATOM)
        for one in (NEWS, replace(NEWS, title="Annan", page=4, paragraph_id="b-1"))
    ]
    assert ids[0] == ids[1]
    assert _parsed(feed(SEARCH, (), "http://a.example")).findtext("a:updated", None, ATOM) == SEARCH.when


def test_only_what_was_not_told_is_shown() -> None:
    """Told findings are left out, and a search with nothing says so; one that failed is not called empty."""
    alert = Alert(SEARCH, (NEWS, replace(NEWS, name="x", told=True, title="Gammal")))
    told = news.text(news.untold([alert]))
    assert "1 ny paragraf" in told
    assert "Gammal" not in told
    assert "inget nytt" in news.text([Alert(SEARCH, ())])
    assert "kunde inte frågas" in news.text([Alert(SEARCH, (), "fel")])
    assert [row["search"] for row in news.rows([alert])] == ["Torget & ån"] * 2


def test_saving_asking_and_removing(library_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A search is saved, asked, written as a feed, listed and removed; wrong use is explained."""
    at = ["--library", str(shutil.copytree(library_path, tmp_path / "bib"))]
    assert run(["saved", "add", "Vård", "digital vårdcentral", "--who", "Eva", *at]) == 0
    assert run(["alerts", *at]) == 0
    assert "inget nytt" in capsys.readouterr().out
    assert run(["alerts", "vård", "--atom", str(tmp_path / "f.atom"), *at]) == 0
    assert (
        _parsed((tmp_path / "f.atom").read_bytes()).findtext("a:subtitle", None, ATOM) == "Nytt om: digital vårdcentral"
    )
    assert run(["saved", "list", *at]) == 0
    assert "Vård: digital vårdcentral (Eva" in capsys.readouterr().out
    assert run(["saved", "remove", "Vård", *at]) == 0
    assert run(["alerts", "Vård", *at]) == 1
    assert "Ingen sparad sökning" in capsys.readouterr().err
    assert run(["saved", "add", "Vård", *at]) == 2
