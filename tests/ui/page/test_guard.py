from __future__ import annotations

import asyncio
import base64
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from ui.page import guard
from ui.page.door import Door
from ui.page.guard import HEADERS, LARGEST_BODY, Guard, Rules
from ui.page.login import (
    FORGIVEN_SECONDS,
    FREE_TRIES,
    FREE_TRIES_OF_ADDRESS,
    LONGEST_WAIT,
    REMEMBERED_SECONDS,
    Admitted,
    Login,
    Refused,
    credentials,
)
from ui.users import NOBODY, Hashed, Users

HOME = "http://127.0.0.1:7860"
PASSWORD = "häst batteri häftklammer"  # noqa: S105 - invented


async def _told(request: Request) -> JSONResponse:
    """Answer with what the app was let know."""
    body = await request.body()
    told = {"user": request.state.user, "bytes": len(body)}
    return JSONResponse({**told, "url": str(request.url), "client": request.client and request.client.host})


async def _greet(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text("hej")
    await socket.close()


PATHS = ("/", "/healthz", "/page/x/1.jpg", "/gradio_api/upload", "/las-in/filer", "/flode/x.atom")


def asking(rules: Rules, **more: Any) -> TestClient:
    """Return a client of a small app behind a guard."""
    routes = [Route(path, _told, methods=["GET", "POST"]) for path in PATHS]
    app = Starlette(routes=[*routes, WebSocketRoute("/ws", _greet)])
    return TestClient(Guard(app, rules), base_url=HOME, **more)


def basic(name: str, password: str = PASSWORD) -> dict[str, str]:
    """Return the header of a login."""
    return {"authorization": f"Basic {base64.b64encode(f'{name}:{password}'.encode()).decode()}"}


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash at little cost: what a hash costs is not what is tested here."""
    monkeypatch.setattr("ui.users.COST", 4)
    monkeypatch.setattr("ui.page.login.NOBODY", replace(NOBODY, cost=4))


@pytest.fixture
def users(tmp_path: Path) -> Users:
    """Return a file with one user."""
    found = Users(tmp_path / "folk.txt")
    found.put("Åsa", PASSWORD)
    return found


@pytest.fixture
def client(users: Users) -> Iterator[TestClient]:
    """Return a client of a page with a login."""
    with asking(Rules(login=Login(users))) as asked:
        yield asked


@pytest.mark.parametrize("path", ["/", "/page/x/1.jpg", "/flode/x.atom", "/gradio_api/upload", "/finns-inte"])
def test_nothing_is_answered_without_a_login(client: TestClient, path: str) -> None:
    """Whatever is asked for, the browser is told to ask who it is; the answer carries the policy like any other."""
    answer = client.get(path)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == 'Basic realm="Protokollspar", charset="UTF-8"'
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert client.get(path, headers=basic("Åsa")).status_code in {200, 404}


def test_a_sign_of_life_needs_no_login(client: TestClient) -> None:
    """A monitor is answered, but learns nothing more; who is logged in gets the whole answer."""
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.post("/healthz?x=1", content=b"x").json() == {"status": "ok"}
    assert client.get("/healthz", headers=basic("Åsa")).json()["user"] == "Åsa"


@pytest.mark.parametrize(
    "header", ["", "Basic", "Basic !!!", "Basic eA==", "Bearer eDp5", f"Basic {'A' * 4000}", "Basic /////w=="]
)
def test_credentials_that_are_none_are_refused(client: TestClient, header: str) -> None:
    """What cannot be understood is no login and no error."""
    assert credentials(header) is None
    assert client.get("/", headers={"authorization": header}).status_code == 401


def test_a_websocket_needs_the_login_too(client: TestClient) -> None:
    """What is no ordinary request passes the same door."""
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("ws://127.0.0.1:7860/ws"):
        pass
    with client.websocket_connect("ws://127.0.0.1:7860/ws", headers=basic("Åsa")) as socket:
        assert socket.receive_text() == "hej"


def test_an_unreadable_file_of_users_lets_nobody_in(tmp_path: Path) -> None:
    """A fault in the file closes the page and says so, rather than opening it."""
    (tmp_path / "anvandare.txt").write_text("trasig", encoding="utf-8")
    with asking(Rules(login=Login(Users(tmp_path / "anvandare.txt")))) as client:
        answer = client.get("/", headers=basic("Åsa"))
        assert (answer.status_code, "rad 1" in answer.text) == (503, True)


class Counted:
    """A clock that is set, and a hash that counts how often it is tried."""

    def __init__(self, users: Users, monkeypatch: pytest.MonkeyPatch) -> None:
        """Begin at zero."""
        self.now, self.tries = 0.0, 0
        self.login = Login(users, clock=lambda: self.now)
        real = Hashed.fits

        def fits(one: Hashed, password: str) -> bool:
            self.tries += 1
            return real(one, password)

        monkeypatch.setattr(Hashed, "fits", fits)

    def ask(self, name: str = "Åsa", password: str = PASSWORD, address: str = "192.0.2.1") -> Admitted | Refused:
        """Return the judgement on a login."""
        return asyncio.run(self.login.check(basic(name, password)["authorization"], address))


@pytest.fixture
def counted(users: Users, monkeypatch: pytest.MonkeyPatch) -> Counted:
    """Return a login that is counted."""
    return Counted(users, monkeypatch)


def test_a_right_credential_is_tried_once_in_a_while(counted: Counted) -> None:
    """The many requests of a page cost one hash together, again after some minutes."""

    async def page() -> list[Admitted | Refused]:
        header = basic("Åsa")["authorization"]
        return await asyncio.gather(*(counted.login.check(header, "192.0.2.1") for _ in range(20)))

    assert asyncio.run(page()) == [Admitted("Åsa")] * 20
    assert counted.tries == 1
    counted.now = REMEMBERED_SECONDS + 1
    assert counted.ask() == Admitted("Åsa")
    assert counted.tries == 2


def test_a_user_that_is_taken_out_is_out_at_once(tmp_path: Path) -> None:
    """What is remembered of a user does not outlive the line in the file."""
    users = Users(tmp_path / "anvandare.txt")
    users.put("Åsa", PASSWORD)
    users.put("Bo", PASSWORD)
    with asking(Rules(login=Login(users))) as client:
        assert client.get("/", headers=basic("Åsa")).status_code == 200
        users.remove("Åsa")
        assert client.get("/", headers=basic("Åsa")).status_code == 401


def test_wrong_tries_are_answered_more_and_more_slowly(counted: Counted) -> None:
    """After some wrong tries nothing is tried for a while that doubles; others and those known are not held up."""
    assert counted.ask() == Admitted("Åsa")
    for _ in range(FREE_TRIES):
        assert counted.ask(password="fel") == Refused()  # noqa: S106 - invented
    tried = counted.tries
    assert counted.ask(password="fel") == Refused(1.0)  # noqa: S106 - invented
    assert counted.ask(password="fel igen") == Refused(1.0)  # noqa: S106 - invented
    assert counted.tries == tried
    assert counted.ask() == Admitted("Åsa"), "a credential that is remembered is not held up"
    assert counted.ask(address="192.0.2.2") == Admitted("Åsa")
    counted.now += 1.5
    assert counted.ask(password="fel") == Refused()  # noqa: S106 - invented
    assert counted.ask(password="fel") == Refused(2.0)  # noqa: S106 - invented
    counted.now += FORGIVEN_SECONDS + 1
    assert counted.ask() == Admitted("Åsa")


def test_many_names_from_one_address_are_slowed_too(users: Users, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who tries a password on every name has to wait as well, and nobody waits longer than the longest wait."""
    monkeypatch.setattr(Hashed, "fits", lambda *_: False)
    login = Login(users, clock=lambda: 0.0)
    for name in range(FREE_TRIES_OF_ADDRESS):
        asyncio.run(login.check(basic(str(name))["authorization"], "192.0.2.1"))
    found = asyncio.run(login.check(basic("en till")["authorization"], "192.0.2.1"))
    assert isinstance(found, Refused)
    assert 0 < found.wait <= LONGEST_WAIT
    assert asyncio.run(login.check(basic("en till")["authorization"], "192.0.2.9")) == Refused()


def test_the_wait_is_told(users: Users) -> None:
    """Whoever has to wait learns for how long."""
    with asking(Rules(login=Login(users, clock=lambda: 0.0))) as client:
        answers = [client.get("/", headers=basic("Åsa", "fel")).status_code for _ in range(FREE_TRIES)]
        last = client.get("/", headers=basic("Åsa", "fel"))
        assert (answers, last.status_code, last.headers["retry-after"]) == ([401] * FREE_TRIES, 429, "1")


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("POST", {}, 200),
        ("POST", {"origin": HOME}, 200),
        ("POST", {"origin": HOME, "sec-fetch-site": "same-origin"}, 200),
        ("POST", {"origin": "https://ond.example"}, 403),
        ("POST", {"origin": "http://127.0.0.1:8000"}, 403),
        ("POST", {"origin": "null"}, 403),
        ("POST", {"origin": "http://["}, 403),
        ("POST", {"sec-fetch-site": "cross-site"}, 403),
        ("POST", {"sec-fetch-site": "same-site"}, 403),
        ("GET", {"sec-fetch-site": "cross-site"}, 200),
        ("GET", {"origin": "https://ond.example"}, 403),
        ("OPTIONS", {"origin": "https://ond.example", "access-control-request-method": "POST"}, 403),
    ],
)
def test_other_web_pages_cannot_use_the_readers_browser(method: str, headers: dict[str, str], status: int) -> None:
    """What a page elsewhere makes the browser send is refused; a link to us is followed, programs have no origin."""
    with asking(Rules()) as client:
        assert client.request(method, "/", headers=headers).status_code == status


@pytest.mark.parametrize(
    ("door", "host", "status"),
    [
        (Door(), "127.0.0.1:7860", 200),
        (Door(), "LOCALHOST", 200),
        (Door(), "[::1]:7860", 200),
        (Door(), "ond.example", 400),
        (Door(), "", 400),
        (Door(), "[", 400),
        (Door(any_name=True), "vad.som.helst", 200),
        (Door(names=("protokoll.example",)), "protokoll.example:8443", 200),
        (Door(names=("protokoll.example",)), "ond.example", 400),
        (Door(names=("protokoll.example",)), "localhost", 200),
    ],
)
def test_only_our_own_names_are_answered(door: Door, host: str, status: int) -> None:
    """A name elsewhere that points at this computer gets nothing."""
    with asking(Rules(door=door)) as client:
        assert client.get("/", headers={"host": host}).status_code == status


FORWARDED = {
    "x-forwarded-for": "198.51.100.1, 203.0.113.5",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "protokoll.example",
}


def test_forwarded_headers_are_believed_from_our_proxy_only() -> None:
    """From a proxy that the settings name the reader's address counts, the last that it added; else nothing does."""
    door = Door(names=("protokoll.example",), proxies=("127.0.0.1",))
    with asking(Rules(door=door), client=("127.0.0.1", 5)) as client:
        told = client.get("/", headers=FORWARDED).json()
        assert (told["client"], told["url"]) == ("203.0.113.5", "https://protokoll.example/")
        assert client.post("/", headers={**FORWARDED, "origin": "https://protokoll.example"}).status_code == 200
        assert client.get("/", headers={**FORWARDED, "x-forwarded-host": "ond.example"}).status_code == 400
        assert client.get("/").json()["client"] == "127.0.0.1"
    with asking(Rules(door=door), client=("192.0.2.1", 5)) as client:
        told = client.get("/", headers=FORWARDED).json()
        assert (told["client"], told["url"]) == ("192.0.2.1", f"{HOME}/")


def test_a_body_has_a_largest_size() -> None:
    """Too much is refused, whether its length is said beforehand or not; uploads have their own bound."""
    with asking(Rules()) as client:
        assert client.post("/", content=b"x" * 100).json()["bytes"] == 100
        assert client.post("/", content=b"x" * (LARGEST_BODY + 1)).status_code == 413
        pieces = (b"x" * (1 << 20) for _ in range(6))
        assert client.post("/", content=pieces).status_code == 413
        assert client.post("/las-in/filer", content=b"x" * (LARGEST_BODY + 1)).status_code == 413
    with asking(Rules(upload=5 << 20)) as client:
        assert client.post("/las-in/filer", content=b"x" * (5 << 20)).status_code == 200
        assert client.post("/las-in/filer", content=b"x" * (6 << 20)).status_code == 413
        assert client.post("/gradio_api/upload", content=b"x").status_code == 403
        assert client.post("/", content=b"x" * (5 << 20)).status_code == 413


def test_a_body_that_does_not_come_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who holds the line without sending is told so after a while."""
    monkeypatch.setattr(guard, "BODY_SECONDS", 0.05)
    sent: list[Any] = []

    async def silent() -> Any:
        await asyncio.sleep(60)

    async def send(message: Any) -> None:
        sent.append(message)
        await asyncio.sleep(0)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/",
        "query_string": b"",
        "headers": [(b"host", b"127.0.0.1")],
        "client": ("127.0.0.1", 1),
        "scheme": "http",
        "server": ("127.0.0.1", 80),
    }
    app = Starlette(routes=[Route("/", _told, methods=["POST"])])
    asyncio.run(Guard(app, Rules())(scope, silent, send))
    assert sent[0]["status"] == 408


def test_the_path_of_a_proxy_hides_no_rule(users: Users) -> None:
    """Under a path of its own the sign of life is still the only thing that needs no login."""
    with asking(Rules(login=Login(users)), root_path="/protokoll") as client:
        assert client.get("/protokoll/healthz").status_code == 200
        assert client.get("/protokoll/").status_code == 401
        assert client.post("/protokoll/gradio_api/upload", headers=basic("Åsa")).status_code == 403
