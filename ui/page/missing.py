"""What an address of nothing answers: a small page that a person can read, plain text to a program.

Always holds: the status is 404 either way, and the way back is relative, so that it holds behind a proxy's path too.
"""

from __future__ import annotations

from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from ui.page.html import Markup, tag
from ui.page.state import read
from ui.speech import speaking, spoken, t

PLAIN = "text/plain; charset=utf-8"
_STATUS = 404
_STYLE = Markup(
    "<style>:root{color-scheme:light dark}body{max-width:60ch;margin:15vh auto;padding:0 20px;"
    "font:18px/1.5 system-ui,sans-serif}h1{font-size:26px;line-height:1.2}</style>"
)
_META = Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">')


def missing(request: Request, sentence: str) -> Response:
    """Return the answer to a request for what is not there; ``sentence`` says so in Swedish."""
    if "text/html" not in request.headers.get("accept", ""):
        return Response(sentence, status_code=_STATUS, media_type=PLAIN)
    with speaking(read(request.url.query).language):
        return HTMLResponse(_page(sentence, _start(request)), status_code=_STATUS)


def _page(sentence: str, start: str) -> str:
    heading = t("Det här finns inte")
    head = tag("head", _META, tag("title", f"{heading} – Protokollspår"), _STYLE)
    back = tag("p", tag("a", t("Till startsidan"), href=start))
    body = tag("body", tag("main", tag("h1", heading), tag("p", sentence, lang="sv"), back))
    return "<!doctype html>\n" + tag("html", head, body, lang=str(spoken()))


def _start(request: Request) -> str:
    """Return the address of the first page as seen from what was asked for."""
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    return "../" * (path.count("/") - 1) or "./"
