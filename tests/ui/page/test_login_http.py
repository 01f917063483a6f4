from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from index.library import Library
from ui.page.guard import HEADERS, Rules
from ui.page.login import Login
from ui.page.server import create_app
from ui.page.service import Service
from ui.users import Users

pytestmark = pytest.mark.model
LOGIN = ("anna", "häst batteri häftklammer")


@pytest.fixture(scope="module")
def client(library_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a client of the whole web application with a login."""
    users = Users(tmp_path_factory.mktemp("folk") / "anvandare.txt")
    users.put(*LOGIN)
    with Library.open(library_path) as library:
        app = create_app(Service(library), Rules(login=Login(users)))
        with TestClient(app, base_url="http://127.0.0.1:7860") as asked:
            yield asked


GRADIO = ("info", "queue/data", "queue/join", "upload", "file=x", "call/x", "run/x", "mcp/", "heartbeat/x")


def addresses(client: TestClient) -> list[tuple[str, str]]:
    """Return a method and an address of every route that the application has, its own and Gradio's."""
    described = client.get("/openapi.json", auth=LOGIN).json()["paths"]
    own = [(method.upper(), path) for path, methods in described.items() for method in methods]
    paths = ["/", "/config", "/finns-inte", "/assets/index.js", *(f"/gradio_api/{path}" for path in GRADIO)]
    filled = [(method, re.sub(r"\{[^}]+\}", "x", path)) for method, path in own]
    return [*filled, *((method, path) for method in ("GET", "POST") for path in paths)]


def test_no_route_is_open(client: TestClient) -> None:
    """Whatever the application has, a stranger gets nothing of it but the sign of life."""
    found = addresses(client)
    assert ("GET", "/page/x/x.jpg") in found
    open_to_all = {("GET", "/healthz"): 200, ("POST", "/gradio_api/upload"): 403}
    for method, path in found:
        answer = client.request(method, path)
        assert (method, path, answer.status_code) == (method, path, open_to_all.get((method, path), 401))
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_the_page_is_whole_for_who_is_logged_in(client: TestClient) -> None:
    """With the login page, style sheet, description and an event of the page are answered as without a guard."""
    for path in ("/", "/config", "/protokollspar.css", "/gradio_api/info", "/openapi.json"):
        assert client.get(path, auth=LOGIN).status_code == 200
    assert client.get("/healthz", auth=LOGIN).json()["documents"] == 5
    assert client.get("/healthz").json() == {"status": "ok"}


@pytest.fixture(scope="module")
def writing(library_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a client of an application with a login, over a library of its own that may be changed."""
    users = Users(tmp_path_factory.mktemp("folk") / "anvandare.txt")
    users.put(*LOGIN)
    with Library.open(Path(shutil.copytree(library_path, tmp_path_factory.mktemp("eget") / "bib"))) as library:
        app = create_app(Service(library), Rules(login=Login(users)))
        with TestClient(app, base_url="http://127.0.0.1:7860") as asked:
            asked.auth = LOGIN
            yield asked


def restored(client: TestClient, search: str) -> str:
    """Return what the page shows at an address, asked for as the browser does."""
    config = client.get("/config").json()
    number = next(one["id"] for one in config["dependencies"] if any(hit[1] == "restore" for hit in one["targets"]))
    body = {"data": [], "event_data": {"search": search, "first": True}, "fn_index": number, "session_hash": "a"}
    client.post("/gradio_api/queue/join", json=body)
    with client.stream("GET", "/gradio_api/queue/data", params={"session_hash": "a"}) as stream:
        return next(json.dumps(json.loads(line[5:])) for line in stream.iter_lines() if "process_completed" in line)


def test_who_is_logged_in_is_who_writes(writing: TestClient) -> None:
    """Whatever a form says, the name is that of the login; who gives none need not."""
    form = {"namn": "Vård", "fraga": "vård"}
    assert writing.post("/gor/spara-sokning", json={**form, "vem": "Någon annan"}).status_code == 200
    assert writing.post("/gor/starta-granskning", json={**form, "vem": "Någon annan"}).status_code == 200
    page = restored(writing, "?flik=sok&lage=granskning")
    assert "Någon annan" not in page
    assert "B\\u00f6rjad av anna" in page


def test_no_form_asks_who_is_logged_in(writing: TestClient) -> None:
    """The form says under which name is saved; it has no field for another."""
    page = restored(writing, "?flik=sok&lage=granskning")
    assert "Sparas med ditt namn: anna" in page
    assert 'name=\\"vem' not in page


def test_another_pages_event_is_refused(client: TestClient) -> None:
    """Gradio's own interface is held to the origin too, though its own answer would let any page in."""
    asked = {"data": [], "fn_index": 0, "session_hash": "x"}
    answer = client.post("/gradio_api/queue/join", json=asked, auth=LOGIN, headers={"origin": "https://ond.example"})
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers
