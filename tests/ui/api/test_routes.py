"""The API in its own process: citations that lead to their pages, paging, errors that help, masked names."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from index.errors import DamagedLibraryError
from index.library import Library
from index.results import Query
from ui.api.answers.holdings import health
from ui.api.problems import MEDIA_TYPE
from ui.api.service import add_api
from ui.page.state import read

pytestmark = pytest.mark.model

CASE = "HSN 301-2021"
QUOTING = (
    "search?q=vård&limit=100",
    f"trace?start={CASE}",
    "issues",
    "assignments?limit=100",
    "reservations?limit=100",
    "reservations/themes",
    f"positions?start={CASE}",
    "positions/alliances",
)


def quotes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield everything in an answer that quotes a paragraph."""
    if isinstance(value, dict):
        if "page_url" in value and ("quote" in value or "evidence" in value or "recipient" in value):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from quotes(one)


@pytest.mark.parametrize("address", QUOTING)
def test_every_quote_leads_to_its_words_on_its_page(address: str, api: TestClient, library_path: Path) -> None:
    """Each has its page's address, and what that opens are the words of the quote in the paragraph's text."""
    found = list(quotes(api.get(f"/api/v1/{address}").json()))
    assert found
    with Library.open(library_path) as library:
        for one in found:
            base, _, question = one["page_url"].partition("?")
            place = read(question).place
            assert (base, place is not None) == ("http://127.0.0.1:7860/", True)
            assert place is not None
            assert place.page == one["page"]
            words = one.get("quote") or one.get("evidence")
            if words and place.words:
                text = library.paragraph(place.paragraph_id).paragraph.text[place.words.start : place.words.end]
                assert " ".join(words.split())[:40] in " ".join(text.split())
            assert one["file_url"].endswith(f"/file/{place.document_id}#page={place.page}")


def test_pages_of_a_list_are_the_whole_list(api: TestClient) -> None:
    """Page by page comes what comes at once, and each says how much there is."""
    whole = api.get("/api/v1/assignments?limit=100").json()
    assert whole["total"] == len(whole["items"]) >= 3
    parts = [api.get(f"/api/v1/assignments?limit=2&offset={start}").json() for start in range(0, whole["total"], 2)]
    assert [item for part in parts for item in part["items"]] == whole["items"]
    assert {part["total"] for part in parts} == {whole["total"]}


def test_a_search_says_how_it_was_understood_and_what_was_searched(api: TestClient) -> None:
    """Chips, counts, the judgement and the coverage stand beside the hits."""
    answer = api.get("/api/v1/search?q=primärvård nämnd:HSN&facets=true&limit=1").json()
    assert [chip["label"] for chip in answer["chips"]] == ["Ord: primärvård", "Organ: HSN"]
    assert sum(answer["facets"]["board"].values()) == answer["total"] >= 1
    assert answer["coverage"]["told"].startswith("Sökt i ")
    nothing = api.get("/api/v1/search").json()
    assert (nothing["hits"], nothing["message"]) == ([], "Ingen träff. Skriv vad du söker.")
    far = api.get("/api/v1/search?q=skidbackar i alperna").json()
    assert far["no_match"]
    assert far["message"]


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("search?q=vård&board=Hälsonämnden", 400, "Hälso- och sjukvårdsnämnden"),
        ("search?q=vård&party=CC", 400, "C"),
        ("search?q=vård&outcome=bifal", 400, "bifall"),
        ("search?q=utfal:bifall", 400, "utfall"),
        ("assignments?recipient=ingen alls", 400, "ingen alls"),
        ("documents?board=HSX", 400, "HSN"),
        ("paragraphs/finns-inte", 404, "finns-inte"),
        ("paragraphs/HSN 1999-01-01 § 1/similar", 404, "1999"),
        ("why?q=vård&paragraph=finns-inte", 404, "finns-inte"),
        ("finns-inte", 404, "/api"),
        ("search?q=vård&bord=HSN", 422, "Närmast är: board"),
        ("search?limit=101", 422, "högst 100"),
        ("search?limit=x", 422, "heltal"),
        ("search?offset=-1", 422, "minst 0"),
        ("search?from=2024-02-30", 422, "kalendern"),
        ("search?from=igår", 422, "fel form"),
        ("search?from=2024&to=2023", 422, "senare"),
        ("search?year=2024-2020", 422, "tidigare"),
        ("search?kind=bok", 422, "paragraph, passage, decision"),
        ("search?facets=kanske", 422, "true eller false"),
        (f"search?q={'a' * 2001}", 422, "högst 2000 tecken"),
        ("trace", 422, "start: saknas."),
        ("positions", 422, "person"),
        ("statistics/finns-inte", 422, "översikt"),
    ],
)
def test_what_is_wrong_is_told_in_swedish_with_a_cure(address: str, status: int, said: str, api: TestClient) -> None:
    """Every error is a problem as RFC 9457 has it, of its status, with the values that exist."""
    answer = api.get(f"/api/v1/{address}")
    told = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (status, MEDIA_TYPE)
    assert told["status"] == status
    assert said in told["detail"]
    assert told["instance"] == f"/api/v1/{address}".partition("?")[0]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_only_what_an_address_can_do_is_done(method: str, api: TestClient) -> None:
    """Another method is refused with the one that there is."""
    answer = api.request(method, "/api/v1/search")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert api.get("/api/v1/draft").headers["allow"] == "POST"


@pytest.mark.parametrize(
    "sent", [b"\xff", b"{", b"[]", b'{"text": 1}', b'{"text": ""}', b"{}", b'{"text": "a", "b": 1}']
)
def test_a_draft_that_is_none_is_refused(sent: bytes, api: TestClient) -> None:
    """Broken JSON and other forms are told, not fallen over."""
    answer = api.post("/api/v1/draft", content=sent, headers={"content-type": "application/json"})
    assert (answer.status_code in (400, 422), answer.headers["content-type"]) == (True, MEDIA_TYPE)


def test_values_for_filters_are_values_of_filters(api: TestClient) -> None:
    """What is suggested for a filter is accepted by it, and the beginning of a word is enough to find it."""
    for field in ("board", "party", "person", "organisation", "outcome", "kind"):
        values = api.get(f"/api/v1/suggestions?field={field}").json()["values"]
        assert values
        for one in values[:3]:
            assert api.get("/api/v1/search", params={"q": "vård", field: one["value"]}).status_code == 200
    (found,) = api.get("/api/v1/suggestions?field=board&q=SJUK").json()["values"]
    assert found == {"value": "Hälso- och sjukvårdsnämnden", "label": "Hälso- och sjukvårdsnämnden (HSN)"}


def test_documents_and_boards_say_what_is_missing(api: TestClient) -> None:
    """Every file is listed, the latest meeting first, and boards add up what their files lack."""
    documents = api.get("/api/v1/documents").json()
    assert documents["total"] == documents["coverage"]["documents"] == 5
    dates = [one["date"] for one in documents["items"]]
    assert dates == sorted(dates, reverse=True)
    board = api.get("/api/v1/boards").json()["items"][0]
    own = api.get("/api/v1/documents", params={"board": board["name"]}).json()
    assert (own["total"], own["items"][0]["date"]) == (board["documents"], board["date_last"])
    gaps = api.get("/api/v1/documents?gaps=true").json()
    assert all(one["missing_numbers"] or one["problems"] for one in gaps["items"])


class Unreadable(Library):
    """A library whose database went bad while it was open."""

    def coverage(self) -> Any:
        """Raise what a damaged database raises."""
        raise DamagedLibraryError("Databasen går inte att läsa. Ta fram den ur en säkerhetskopia.")


def test_a_sign_of_life_says_how_the_library_is(api: TestClient, library_path: Path) -> None:
    """Version, model and whether the indexes hold what was read; 503 with the cause when the library is unreadable."""
    told = api.get("/healthz").json()
    assert (told["status"], told["documents"], told["texts"] > 100) == ("ok", 5, True)
    assert told["indexes_current"]
    assert told["vectors"] == told["texts"]
    assert "e5" in told["model"]
    with Unreadable.open(library_path) as library:
        app = FastAPI()
        add_api(app, library)
        with TestClient(app) as client:
            answer = client.get("/healthz")
            assert (answer.status_code, answer.json()["status"]) == (503, "fel")
            assert "säkerhetskopia" in answer.json()["reason"]
            refused = client.get("/api/v1/boards")
            assert (refused.status_code, refused.headers["content-type"]) == (503, MEDIA_TYPE)


def test_indexes_that_lag_behind_are_told(library_path: Path, tmp_path: Path) -> None:
    """A library whose saved indexes do not hold what was read says so, and is whole after the next search."""
    copy = Path(shutil.copytree(library_path, tmp_path / "bibliotek"))
    (copy / "derived" / "vectors.json").unlink()
    with Library.open(copy) as library:
        assert not health(library).indexes_current
        library.search(Query("vård"))
        assert health(library).indexes_current
