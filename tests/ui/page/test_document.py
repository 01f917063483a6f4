from __future__ import annotations

from ui.page.document import made_ours

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
