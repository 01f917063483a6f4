"""The HTML document that Gradio hands out, made ours before anything in it runs.

Gradio puts a page's ``head`` in only after its program has started, which is too late for the language: its strings are
chosen at the start. So it is written into the document here. Addresses of other hosts, which Gradio offers to those who
preview links, are taken out.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.responses import RedirectResponse

from ui.page.state import PageState, read, write
from ui.speech import Language

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_OPENING = re.compile(r"<html[^>]*>\s*<head>")
_OUTSIDE = re.compile(r"\s*<(?:meta|link)\b[^>]*https?://[^>]*>")
_HEAD = """
<script>
Object.defineProperty(navigator, 'language', { get: () => '{language}' });
</script>"""


def made_ours(html: str, query_string: str) -> str:
    """Return Gradio's document in the language that the address asks for, naming no other host."""
    language = read(query_string).language
    head = _HEAD.replace("{language}", language)
    return _OUTSIDE.sub("", _OPENING.sub(lambda _: f'<html lang="{language}"><head>{head}', html, count=1))


class Document:
    """Passes every request on; the answer to the page's own address is `made_ours` on its way back."""

    def __init__(self, app: App, language: Language = Language.SWEDISH) -> None:
        """Wrap an ASGI app; who comes with a bare address is spoken to in ``language``."""
        self.app, self.language = app, language

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        root = scope.get("root_path", "")
        if scope["type"] != "http" or scope["path"] != f"{root}/" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        if not scope["query_string"] and self.language is not Language.SWEDISH:
            # An address that says anything says its language too, Swedish by saying none.
            begin = RedirectResponse(f"{root}/{write(PageState(language=self.language))}", 303)
            await begin(scope, receive, send)
            return
        # Without this the body would come compressed.
        plain = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
        started: MutableMapping[str, Any] = {}
        body = bytearray()

        async def rewrite(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                started.update(message)
            elif message["type"] == "http.response.body":
                await finish(message)
            else:
                await send(message)

        async def finish(message: MutableMapping[str, Any]) -> None:
            body.extend(message.get("body", b""))
            if not message.get("more_body", False):
                made = made_ours(body.decode("utf-8"), scope["query_string"].decode("latin-1")).encode()
                await send({**started, "headers": _sized(started["headers"], len(made))})
                await send({"type": "http.response.body", "body": made})

        await self.app({**scope, "headers": plain}, receive, rewrite)


def _sized(headers: list[tuple[bytes, bytes]], length: int) -> list[tuple[bytes, bytes]]:
    kept = [pair for pair in headers if pair[0].lower() != b"content-length"]
    return [*kept, (b"content-length", str(length).encode())]
