"""The page as a web server: Gradio's Blocks, the routes beside it, and the guard before both.

Always holds: no query is written to a log, and by default only this computer's own browser is answered
(`ui.page.guard`).
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI

from ui.api.service import add_api
from ui.page.document import Document
from ui.page.guard import Guard, Rules
from ui.page.routes import add_routes
from ui.page.service import Service
from ui.page.theme import make_theme
from ui.page.turns import Turns
from ui.speech import Language

MOST_CONNECTIONS = 1_000
STYLE_LINK = '<link rel="stylesheet" href="protokollspar.css">'
"""Put in by Gradio after its own style sheets, so that ours has the last word."""


@dataclass(frozen=True, slots=True)
class Wire:
    """How the server speaks to the network: the path under which a proxy shows it, and its certificate, if it has one.

    ``certificate`` and ``certificate_key`` are files in PEM.
    """

    root: str = ""
    certificate: Path | None = None
    certificate_key: Path | None = None


def create_app(service: Service, rules: Rules | None = None, *, language: Language = Language.SWEDISH) -> FastAPI:
    """Return the web application; without ``rules`` only requests to this computer's own names are answered.

    ``language`` is what a visitor meets who has not chosen any.
    """
    import gradio as gr  # noqa: PLC0415 - seconds that the command line does not have

    from ui.api.tools import speak_json  # noqa: PLC0415 - imports gradio
    from ui.page.app import build  # noqa: PLC0415 - imports gradio
    from ui.page.labels import labels  # noqa: PLC0415 - imports gradio

    # FastAPI's own documentation pages load their scripts from elsewhere.
    app = FastAPI(title="Protokollspår", docs_url=None, redoc_url=None)
    add_routes(app, service)
    add_api(app, service.library)
    blocks = build(service)
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        blocks,
        "/",
        theme=make_theme(),
        head=STYLE_LINK,
        i18n=labels(),
        footer_links=[],
        favicon_path=str(Path(__file__).parent / "static" / "favicon.svg"),
        ssr_mode=False,
        show_error=True,
        mcp_server=True,
    )
    speak_json(blocks)
    mounted.add_middleware(Document, language=language)
    mounted.add_middleware(Turns)
    mounted.add_middleware(Guard, rules=rules or Rules())
    return mounted


def serve(app: FastAPI, bound: socket.socket, wire: Wire, *, ready: Callable[[], None]) -> None:
    """Serve until interrupted; ``ready`` is called when requests are answered."""
    import uvicorn  # noqa: PLC0415 - only the page needs it

    class Announcing(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets=sockets)
            ready()

    config = uvicorn.Config(
        app,
        log_level="warning",
        # What people search for is nobody else's business.
        access_log=False,
        timeout_graceful_shutdown=2,
        # An open page holds one connection for as long as it is open; many more than a region's readers is an attack.
        limit_concurrency=MOST_CONNECTIONS,
        # The guard believes the proxies that the settings name, and no others.
        proxy_headers=False,
        root_path=wire.root,
        ssl_certfile=wire.certificate,
        ssl_keyfile=wire.certificate_key,
    )
    Announcing(config).run(sockets=[bound])
