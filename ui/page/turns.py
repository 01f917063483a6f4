"""How many of a sort are answered at once, so that no visitor is held up by another.

The server has one pool of `THREADS` for everything that computes. Whatever may take long has turns of its own, and all
turns together are fewer than the threads: what is small (a style sheet, a file, a sign of life) always finds one. More
at once would make nobody's answer come sooner, since the interpreter computes one at a time. Always holds: a turn is
given back as soon as the answer begins, so that a slow line keeps nobody waiting.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import anyio

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

THREADS = 40
"""Of the server's pool: anyio's default, which FastAPI and Gradio share."""


@dataclass(frozen=True, slots=True)
class Group:
    """Events of the page that share their turns, by the name that Gradio knows them by."""

    name: str
    turns: int


SEARCHES = Group("sok", 8)
"""A search takes some tens of milliseconds; eight keep the engine, which waits outside the interpreter, busy."""
RESTORES = Group("aterstall", 8)
"""Everybody's first view, whichever it is: as many as search."""
OTHERS = Group("vyer", 6)
"""Statistics or an issue may take seconds the first time; fewer turns than search, which must not wait for them."""
WAITING = 256
"""Requests that may wait; beyond them a visitor is told to try again instead of waiting for minutes."""


@dataclass(frozen=True, slots=True)
class Routes:
    """Addresses that share their turns, by how their paths begin."""

    paths: tuple[str, ...]
    turns: int


ROUTES = (
    # A page is rendered by one thread at a time (pdfium allows no more): others would only wait in the pool, where
    # somebody could compute. Not one, so that a page that is kept in memory seldom waits for one that is rendered.
    Routes(("/page/", "/blad"), 4),
    # Programs can wait, people cannot.
    Routes(("/api/", "/gradio_api/run/", "/gradio_api/mcp"), 6),
)
"""Turns of what does not go through Gradio's queue."""


class Turns:
    """Lets requests to `ROUTES` in by turns, all others at once."""

    def __init__(self, app: App, routes: Sequence[Routes] = ROUTES) -> None:
        """Wrap an ASGI app."""
        self.app = app
        self._limiters = [(one.paths, anyio.CapacityLimiter(one.turns)) for one in routes]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request when it is its turn."""
        path = scope.get("path", "").removeprefix(scope.get("root_path", ""))
        limiter = next((one for paths, one in self._limiters if path.startswith(paths)), None)
        if limiter is None:
            await self.app(scope, receive, send)
            return
        turn = object()
        await limiter.acquire_on_behalf_of(turn)

        async def sending(message: Message) -> None:
            _give_back(limiter, turn)
            await send(message)

        try:
            await self.app(scope, receive, sending)
        finally:
            _give_back(limiter, turn)


def _give_back(limiter: anyio.CapacityLimiter, turn: object) -> None:
    with suppress(RuntimeError):  # it was given back when the answer began
        limiter.release_on_behalf_of(turn)
