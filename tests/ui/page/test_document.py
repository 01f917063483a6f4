from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from ui.page.document import Document, made_ours
from ui.speech import Language

GRADIO = (
    '<!doctype html>\n<html\n lang="en"\n style="x"\n>\n<head>\n'
    '<meta property="og:url" content="https://gradio.app/" />\n'
    "<title>x</title></head><body></body></html>"
)


def test_the_document_speaks_the_language_of_its_address() -> None:
    """What a screen reader and Gradio's own strings go by is there before anything runs."""
    assert '<html lang="sv">' in made_ours(GRADIO, "flik=sok")
    english = made_ours(GRADIO, "flik=sok&sprak=en")
    assert '<html lang="en">' in english
    assert "'en'" in english


def test_no_other_host_is_named() -> None:
    """Not even for those who preview links."""
    assert "https://" not in made_ours(GRADIO, "")
    assert "<title>x</title>" in made_ours(GRADIO, "")


def test_an_address_cannot_write_into_the_document() -> None:
    """A language that there is none of is Swedish."""
    assert "<b>" not in made_ours(GRADIO, "sprak=%3Cb%3E")


async def _page(_: Request) -> HTMLResponse:
    return HTMLResponse(GRADIO)


@pytest.mark.parametrize("root", ["", "/protokoll"])
def test_a_bare_address_is_answered_in_the_language_of_the_settings(root: str) -> None:
    """Who has chosen no language meets the one of the settings; an address that says anything says its language."""
    app = Document(Starlette(routes=[Route("/", _page)]), Language.ENGLISH)
    client = TestClient(app, root_path=root, follow_redirects=False)
    first = client.get(f"{root}/")
    assert (first.status_code, first.headers["location"]) == (303, f"{root}/?flik=sok&sprak=en")
    assert '<html lang="en">' in client.get(first.headers["location"]).text
    assert '<html lang="sv">' in client.get(f"{root}/?flik=sok").text
    assert client.get("/x").status_code == 404
