from __future__ import annotations

import shutil
import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from starlette.testclient import TestClient

from index.library import Library
from index.results import Query
from ui.page.guard import HEADERS
from ui.page.server import create_app
from ui.page.service import Service
from ui.page.state import Place
from ui.page.viewer.panel import leaf_address

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def client(library_path: Path) -> Iterator[TestClient]:
    """Return a client of the whole web application, in this process."""
    with Library.open(library_path) as library:
        app = create_app(Service(library, made_up=True))
        with TestClient(app, base_url="http://127.0.0.1:7860") as asked:
            yield asked


@pytest.fixture(scope="module")
def place(library_path: Path) -> Place:
    """Return where the quote of some hit is printed."""
    with Library.open(library_path) as library:
        hit = library.search(Query("beställning av primärvård", limit=1)).hits[0]
    return Place(hit.document_id, hit.page, hit.paragraph_id, hit.quote_range)


def test_a_sign_of_life(client: TestClient) -> None:
    """A monitor learns that the library can be read and how much it holds."""
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert answer.json()["documents"] == 5


def test_the_page_is_served_with_its_style(client: TestClient) -> None:
    """The start page names our style sheet, and that is there."""
    assert "protokollspar.css" in client.get("/").text
    style = client.get("/protokollspar.css")
    assert style.headers["content-type"].startswith("text/css")
    assert "--ps-ink" in style.text
    assert client.get("/protokollspar.css", headers={"if-none-match": style.headers["etag"]}).status_code == 304


def test_a_page_image_is_fetched_once(client: TestClient, place: Place) -> None:
    """A page comes as JPEG that the browser keeps, and asks for again only by its tag."""
    address = f"/page/{place.document_id}/{place.page}.jpg"
    answer = client.get(address)
    assert answer.content.startswith(b"\xff\xd8")
    assert "max-age" in answer.headers["cache-control"]
    again = client.get(address, headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_file_itself_is_shown_under_its_own_name(client: TestClient, place: Place) -> None:
    """The PDF opens in the browser; its name is the one it had when it was read."""
    answer = client.get(f"/file/{place.document_id}")
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("inline")
    assert "protokoll" in answer.headers["content-disposition"]


def test_a_leaf_has_the_words_marked(client: TestClient, place: Place) -> None:
    """The viewer gets the page with boxes over the quote and the page's text."""
    shown = client.get(leaf_address(place)).text
    assert 'class="ps-mark"' in shown
    assert f"Sida {place.page} av" in shown
    assert "Sidans text" in shown


@pytest.mark.parametrize(
    "address",
    [
        "/page/finns-inte/1.jpg",
        "/page/{document}/9999.jpg",
        "/page/{document}/0.jpg",
        "/file/finns-inte",
        "/file/..%2F..%2Fprotokollspar.sqlite",
        "/blad?dokument=finns-inte&sida=1",
        "/blad?dokument={document}&sida=9999",
        "/blad?dokument={document}&sida=x",
        "/blad?dokument={document}&sida=1&paragraf=finns-inte&ord=1-5",
    ],
)
def test_what_is_not_there_is_said_in_swedish(client: TestClient, place: Place, address: str) -> None:
    """A made-up address gives 404 with a sentence, never an error of the server and never another file."""
    answer = client.get(address.format(document=place.document_id))
    assert answer.status_code == 404
    assert "finns inte" in answer.text or "ingen sida" in answer.text or "Not Found" in answer.text
    assert b"SQLite" not in answer.content


@pytest.mark.parametrize("address", ["/", "/healthz", "/protokollspar.css", "/finns-inte", "/gradio_api/info"])
def test_every_answer_keeps_the_browser_in_the_house(client: TestClient, address: str) -> None:
    """The policy that forbids asking other computers stands on every answer."""
    headers = client.get(address).headers
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert "http:" not in HEADERS["content-security-policy"]


def test_only_this_computer_is_answered(client: TestClient) -> None:
    """A page elsewhere that points its own name at this computer gets nothing."""
    assert client.get("/healthz", headers={"host": "ond.example"}).status_code == 400


def test_documentation_pages_that_load_from_elsewhere_are_off(client: TestClient) -> None:
    """FastAPI's own pages fetch scripts from another computer; ours do not exist."""
    assert "cdn" not in client.get("/docs").text
    assert client.get("/openapi.json").status_code == 200
    assert client.get("/gradio_api/info").status_code == 200


def test_every_event_of_the_page_is_its_own_business(client: TestClient) -> None:
    """The page's wiring is no programming interface (that is `ui.api.tools`), and one event is one request."""
    dependencies: list[dict[str, Any]] = client.get("/config").json()["dependencies"]
    public = {one["api_name"] for one in dependencies if one["api_visibility"] != "private"}
    assert public == {"search", "get_paragraph", "trace", "assignments", "reservations", "positions"}
    assert len(dependencies) > len(public)
    assert all(one["trigger_after"] is None for one in dependencies)


def test_searches_are_not_logged(client: TestClient, capfd: pytest.CaptureFixture[str]) -> None:
    """What people ask for is written nowhere."""
    with warnings.catch_warnings():
        client.get("/?q=hemlig-fråga")
    shown = capfd.readouterr()
    assert "hemlig" not in shown.out + shown.err


@pytest.mark.parametrize(
    ("ending", "begins"), [("docx", b"PK"), ("html", b"<!doctype"), ("svg", b"<?xml"), ("csv", b"board")]
)
def test_an_issue_is_taken_home_as_a_file(client: TestClient, ending: str, begins: bytes) -> None:
    """The page's own address, asked for as a file, hands over the same course as a download."""
    answer = client.get(f"/arende.{ending}?flik=folj&start=HSN+301-2021")
    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    assert answer.headers["content-disposition"] == f'attachment; filename="arende.{ending}"'


@pytest.mark.parametrize(
    ("address", "start"),
    [
        ("/file/finns-inte", "../"),
        ("/page/finns-inte/1.jpg", "../../"),
        ("/tabell/annat.csv", "../"),
        ("/arende.exe", "./"),
    ],
)
def test_what_is_not_there_is_a_page_to_a_browser(client: TestClient, address: str, start: str) -> None:
    """Who follows an old link meets a title, a sentence and the way to the start; a program plain text."""
    page = client.get(address, headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    plain = client.get(address, headers={"accept": "*/*"})
    assert (page.status_code, plain.status_code) == (404, 404)
    assert plain.headers["content-type"].startswith("text/plain")
    assert "<h1>Det här finns inte</h1>" in page.text
    assert f'<p lang="sv">{plain.text}</p>' in page.text
    assert f'<a href="{start}">Till startsidan</a>' in page.text


def test_a_file_of_a_part_says_so(client: TestClient) -> None:
    """A stranger sees that filters were set: in the name of every file, and inside those that are no plain table."""
    board = "&namnd=H%C3%A4lso-+och+sjukv%C3%A5rdsn%C3%A4mnden"
    for ending in ("csv", "svg", "xlsx", "docx"):
        answer = client.get(f"/arende.{ending}?flik=folj&start=HSN+301-2021{board}")
        called = f'attachment; filename="arende-urval-halso-och-sjukvardsnamnden.{ending}"'
        assert answer.headers["content-disposition"] == called
        if ending == "xlsx":
            assert load_workbook(BytesIO(answer.content)).sheetnames == ["händelser (urval)", "urval"]
        elif ending == "svg":
            assert "Bara organ: Hälso- och sjukvårdsnämnden." in answer.text
        elif ending == "docx":
            assert "Avgränsat: " in Document(BytesIO(answer.content)).paragraphs[1].text
    rows = client.get(f"/tabell/uppdrag.xlsx?flik=uppdrag{board}")
    assert load_workbook(BytesIO(rows.content)).sheetnames == ["uppdrag (urval)", "urval"]


def test_a_form_or_an_issue_that_is_not_there_is_said_in_swedish(client: TestClient) -> None:
    """No other form is made, and what leads nowhere says so."""
    assert client.get("/arende.exe?start=HSN+301-2021").status_code == 404
    assert "finns inte i biblioteket" in client.get("/arende.svg?start=HSN+9999-1999").text


def test_a_saved_search_has_a_feed(library_path: Path, tmp_path: Path) -> None:
    """The feed of a saved search is served under its name; a name that is none says which there are."""
    with Library.open(Path(shutil.copytree(library_path, tmp_path / "bib"))) as library:
        library.alerts.add("Vård & hälsa", "digital vårdcentral", "Eva")
        with TestClient(create_app(Service(library, made_up=True)), base_url="http://127.0.0.1:7860") as asked:
            answer = asked.get("/flode/v%C3%A5rd%20%26%20h%C3%A4lsa.atom")
            assert answer.headers["content-type"].startswith("application/atom+xml")
            assert 'href="http://127.0.0.1:7860/flode/V%C3%A5rd%20%26%20h%C3%A4lsa.atom"' in answer.text
            missing = asked.get("/flode/annat.atom")
            assert (missing.status_code, "Vård & hälsa" in missing.text) == (404, True)


def test_the_table_of_a_view_is_a_file(client: TestClient) -> None:
    """The rows that an address asks for come as csv and as a workbook, as downloads with a name."""
    rows = client.get("/tabell/uppdrag.csv?flik=uppdrag&per=2022-01-01")
    assert rows.headers["content-disposition"] == 'attachment; filename="uppdrag.csv"'
    assert rows.text.startswith("status,due,recipient,text,citation")
    assert rows.text.count("\n") > 1
    book = client.get("/tabell/uppdrag.xlsx?per=2022-01-01")
    assert book.content.startswith(b"PK")
    assert client.get("/tabell/uppdrag.exe").status_code == 404
    refused = client.get("/tabell/uppdrag.csv?mottagare=Månfararen")
    assert (refused.status_code, "Månfararen" in refused.text) == (404, True)
