from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import ui
from ui.speech import Language, catalogue, speaking, t

HOUSE = Path(ui.__file__).parent
SAYS = {"t", "label"}
"""Functions whose first argument is a sentence of the catalogue."""


def said() -> Iterator[tuple[str, str]]:
    """Yield every sentence in the code that is spoken through the catalogue, with the file it stands in."""
    for file in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYS and node.args:
                for text in _texts(node.args[0]):
                    yield text, file.name


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)


def test_every_sentence_has_its_english() -> None:
    """Whoever reads English meets no sentence of the page's own in Swedish."""
    missing = sorted({f"{file}: {text}" for text, file in said() if text not in catalogue()})
    assert missing == []


def test_both_languages_name_the_same_values() -> None:
    """A sentence with places for values has the same places in English."""
    for swedish, english in catalogue().items():
        assert set(re.findall(r"{(\w+)}", swedish)) == set(re.findall(r"{(\w+)}", english)), swedish


def test_the_language_is_that_of_the_request() -> None:
    """Inside the block English is spoken, outside Swedish, whatever fails in between."""

    def fail() -> None:
        with speaking(Language.ENGLISH):
            assert t("Sök") == "Search"
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert t("Sök") == "Sök"


def test_what_has_no_english_is_not_lost() -> None:
    """A word that the catalogue does not know is shown as it is."""
    with speaking(Language.ENGLISH):
        assert t("Hålsängs kommun {antal}", antal=3) == "Hålsängs kommun 3"
