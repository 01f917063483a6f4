"""The language in which people are spoken to: Swedish, or English where the page was asked to.

Owns the catalogue: every sentence that the page can show stands in the code in Swedish, inside `t`, and its English in
``ui/i18n/en/*.json`` (one file a view; Swedish sentence → English). Always holds: what has no English is shown in
Swedish and never lost; a test finds every sentence without English and every English without its sentence. Leaves out
what protocols say: quotes, titles and names stay as they are printed, with ``lang="sv"`` around them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Language(StrEnum):
    """The languages of the page, by their BCP 47 tags."""

    SWEDISH = "sv"
    ENGLISH = "en"


# What is spoken belongs to one request; handing it through every function of every view would be all that they say.
_SPOKEN: ContextVar[Language] = ContextVar("spoken", default=Language.SWEDISH)


def spoken() -> Language:
    """Return the language of the request at hand; Swedish outside of any."""
    return _SPOKEN.get()


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak a language inside the block."""
    token = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def t(text: str, /, **values: object) -> str:
    """Return a Swedish sentence in the language spoken, with ``{name}`` replaced by values."""
    said = catalogue().get(text, text) if spoken() is Language.ENGLISH else text
    return said.format(**values) if values else said


def term(word: str, sense: str) -> str:
    """Return a word in the language spoken where it has several senses: "Uppdrag" of one decision, and of a menu.

    The catalogue has the sense behind the word, "Uppdrag (utfall)"; without such an entry it is said as by `t`.
    """
    meant = f"{word} ({sense})"
    return t(meant) if spoken() is Language.ENGLISH and meant in catalogue() else t(word)


@cache
def catalogue() -> Mapping[str, str]:
    """Return every Swedish sentence with its English.

    Raises:
        ValueError: when two files give one sentence two meanings.
    """
    merged: dict[str, str] = {}
    for file in sorted(files("ui").joinpath("i18n", "en").iterdir(), key=lambda one: one.name):
        for swedish, english in json.loads(file.read_text(encoding="utf-8")).items():
            if merged.setdefault(swedish, english) != english:
                raise ValueError(f"{file.name}: ”{swedish}” is translated in two ways")
    return merged
