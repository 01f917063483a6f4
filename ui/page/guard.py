"""What every request passes on its way to the page, whichever route it asks for, and what every answer carries.

Owns the order: who sent it and where to (`ui.page.door`), how large it may be and how long it may take to come, who is
logged in (`ui.page.login`). Always holds: no answer lets the browser ask any other computer for anything, and with a
login nothing is answered without it but that the server is alive. Leaves out what the routes do; `request.state.user`
tells them who asks, "" where nobody had to say.
"""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from starlette.responses import PlainTextResponse, Response

from ui.page.body import Body, Fault, Message, Receive, Send
from ui.page.door import Door, Scope
from ui.page.login import Admitted, Login
from ui.users import UsersError

App = Callable[[Scope, Receive, Send], Awaitable[None]]

# Gradio builds its components with inline scripts and evaluates templates; nothing but this server may be asked.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "cross-origin-resource-policy": "same-origin",
    # Nothing is told to others; with less than this a form of our own would be sent as if from nowhere.
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}
LARGEST_BODY = 4 << 20
"""Bytes of a request that is no upload: a pasted draft of a hundred pages is a tenth of it."""
BODY_SECONDS = 60.0
"""So long may pass between two pieces of a request: a slow line manages, who only holds the line does not."""
SIGN_OF_LIFE = "/healthz"
GRADIO_UPLOAD = "/gradio_api/upload"
"""Open to all in Gradio, whether a page has a part for files or not; nothing of ours uses it."""
SENDING = "/las-in/filer"
"""Where files are sent that are to be read in: the one large request that there is."""
_OK = 200
_CLOSED = {"type": "websocket.close", "code": 1008, "reason": ""}
_CHALLENGE = {"www-authenticate": 'Basic realm="Protokollspar", charset="UTF-8"'}  # headers are ASCII


@dataclass(frozen=True, slots=True)
class Rules:
    """What the guard holds to; ``upload`` is bytes of all files that are sent at a time, 0 where none may be."""

    door: Door = field(default_factory=Door)
    login: Login | None = None
    upload: int = 0


class Guard:
    """Stands before an ASGI app."""

    def __init__(self, app: App, rules: Rules) -> None:
        """Wrap an app."""
        self.app, self.rules = app, rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request, or pass it on; either way with `HEADERS`."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        scope = {**self.rules.door.seen_through(scope), "state": dict(scope.get("state", {}))}
        refusal = await self._refusal(scope)
        if scope["type"] == "websocket":
            await (self.app(scope, receive, send) if refusal is None else send(_CLOSED))
        elif refusal is None:
            await self._passed(scope, receive, _with_headers(send))
        else:
            await refusal(scope, receive, _with_headers(send))

    async def _passed(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app answer; where the body breaks its bounds on the way, say so instead."""
        largest = self._largest(scope)
        send = _bare(send) if scope["state"].get("stranger") else send
        body = Body(receive, send, largest=largest, seconds=BODY_SECONDS)
        try:
            await self.app(scope, body.receive, body.send)
        except Exception:
            if body.fault is None:
                raise
        if body.unanswered_fault is not None:
            slow = _said(408, "Begäran kom för långsamt. Försök igen.")
            await (slow if body.fault is Fault.TOO_SLOW else _too_large(largest))(scope, receive, send)

    async def _refusal(self, scope: Scope) -> Response | None:
        """Return what is answered in the app's place; None when the request may pass."""
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        method = scope.get("method", "GET")
        if not self.rules.door.knows_host(headers.get("host", "")):
            return _said(400, "Sidan svarar inte under det namnet. Lägg till namnet under vardnamn i inställningarna.")
        if self.rules.door.is_foreign(method, headers):
            return _said(403, "Begäran kom från en annan webbsida och utfördes inte.")
        if _path(scope).startswith(GRADIO_UPLOAD) and method == "POST":
            return _said(403, "Filer tas bara emot i vyn Läs in, om bibliotekets inställningar tillåter det.")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._largest(scope):
            return _too_large(self._largest(scope))
        return await self._stranger(scope, headers)

    async def _stranger(self, scope: Scope, headers: Mapping[str, str]) -> Response | None:
        """Write who asks into the request; return the refusal of one who may not."""
        scope["state"]["user"] = ""
        if self.rules.login is None:
            return None
        try:
            client = scope.get("client") or ("", 0)
            found = await self.rules.login.check(headers.get("authorization"), client[0])
        except UsersError as error:
            return _said(503, str(error))
        if isinstance(found, Admitted):
            scope["state"]["user"] = found.user
            return None
        if _path(scope) == SIGN_OF_LIFE:
            scope["state"]["stranger"] = True
            return None
        if found.wait:
            seconds = math.ceil(found.wait)
            return _said(429, f"För många felaktiga försök. Försök igen om {seconds} s.", {"retry-after": str(seconds)})
        return _said(401, "Logga in med användarnamn och lösenord.", _CHALLENGE)

    def _largest(self, scope: Scope) -> int:
        return max(self.rules.upload, LARGEST_BODY) if _path(scope) == SENDING else LARGEST_BODY


def _with_headers(send: Send) -> Send:
    """Return ``send`` with `HEADERS` added to the answer."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            extra = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
            message = {**message, "headers": [*message.get("headers", ()), *extra]}
        await send(message)

    return sending


def _bare(send: Send) -> Send:
    """Return ``send`` with nothing left of the answer but its status: how much there is, is no stranger's business."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            status = message["status"]
            body = b'{"status":"ok"}' if status == _OK else b'{"status":"fel"}'
            headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
            await send({"type": "http.response.start", "status": status, "headers": headers})
            await send({"type": "http.response.body", "body": body, "more_body": False})

    return sending


def _path(scope: Scope) -> str:
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", ""))


def _said(status: int, text: str, headers: Mapping[str, str] | None = None) -> Response:
    return PlainTextResponse(text, status, {"cache-control": "no-store", **(headers or {})})


def _too_large(largest: int) -> Response:
    return _said(413, f"Det som skickades är för stort. Högst {largest >> 20} MB går att ta emot.")
