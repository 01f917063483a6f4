"""The page as a web server: Gradio's Blocks, the routes beside it, and what every answer carries.

Always holds: no answer lets the browser ask any other computer for anything (a content policy says so), no query is
written to a log, and by default only this computer's own browser is answered.
"""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware

from ui.page.document import Document
from ui.page.routes import add_routes
from ui.page.service import Service
from ui.page.theme import make_theme

LOOPBACK_NAMES = ["127.0.0.1", "localhost", "[::1]", "::1"]
STYLE_LINK = '<link rel="stylesheet" href="/protokollspar.css">'
"""Put in by Gradio after its own style sheets, so that ours has the last word."""

# Gradio builds its components with inline scripts and evaluates templates; nothing but this server may be asked.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


class Guard:
    """Adds `HEADERS` to every answer."""

    def __init__(self, app: Callable[[Scope, Receive, Send], Awaitable[None]]) -> None:
        """Wrap an ASGI app."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with the headers added."""

        async def send_guarded(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                extra = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
                message = {**message, "headers": [*message.get("headers", ()), *extra]}
            await send(message)

        await self.app(scope, receive, send_guarded)


def create_app(service: Service, *, public: bool = False) -> FastAPI:
    """Return the web application; ``public`` answers requests to any host name, otherwise only to this computer's."""
    import gradio as gr  # noqa: PLC0415 - seconds that the command line does not have

    from ui.page.app import build  # noqa: PLC0415 - imports gradio
    from ui.page.labels import labels  # noqa: PLC0415 - imports gradio

    # FastAPI's own documentation pages load their scripts from elsewhere.
    app = FastAPI(title="Protokollspår", docs_url=None, redoc_url=None)
    add_routes(app, service)
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        build(service),
        "/",
        theme=make_theme(),
        head=STYLE_LINK,
        i18n=labels(),
        footer_links=[],
        favicon_path=str(Path(__file__).parent / "static" / "favicon.svg"),
        ssr_mode=False,
        show_error=True,
    )
    mounted.add_middleware(Document)
    mounted.add_middleware(Guard)
    if not public:
        mounted.add_middleware(TrustedHostMiddleware, allowed_hosts=LOOPBACK_NAMES)
    return mounted


def serve(app: FastAPI, bound: socket.socket, *, ready: Callable[[], None]) -> None:
    """Serve until interrupted; ``ready`` is called when requests are answered."""
    import uvicorn  # noqa: PLC0415 - only the page needs it

    class Announcing(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets=sockets)
            ready()

    # No access log: what people search for is nobody else's business.
    config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=2)
    Announcing(config).run(sockets=[bound])
