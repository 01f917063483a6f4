"""Labels of Gradio's own components in both languages: Gradio puts them in as the browser draws them."""

from __future__ import annotations

from functools import cache
from typing import Any

from ui.speech import Language, catalogue


def label(swedish: str) -> Any:
    """Return a label that stands in the language of the page; its English is in the catalogue.

    Raises:
        ValueError: when the catalogue has no English for it: a label cannot fall back by itself.
    """
    if swedish not in catalogue():
        raise ValueError(f"”{swedish}” has no English in ui/i18n/en")
    return _labels()(_key(swedish))


@cache
def _labels() -> Any:
    import gradio as gr  # noqa: PLC0415 - seconds that only the page needs

    swedish = {_key(text): text for text in catalogue()}
    english = {_key(text): said for text, said in catalogue().items()}
    return gr.I18n(**{str(Language.SWEDISH): swedish, str(Language.ENGLISH): english})


def labels() -> Any:
    """Return Gradio's table of all labels, to be handed to the server."""
    return _labels()


def _key(swedish: str) -> str:
    # A dot in a key would be read as a path into the table.
    return swedish.replace(".", "\N{ONE DOT LEADER}")
