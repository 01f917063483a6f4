from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import ui
from ui import course_words, words
from ui.speech import Language, catalogue, speaking, t, term
from ui.statistics import labels

HOUSE = Path(ui.__file__).parent
SAYS = {"t", "label"}
"""Functions whose first argument is a sentence of the catalogue."""


def said() -> Iterator[tuple[str, str]]:
    """Yield every sentence in the code that is spoken through the catalogue, with the file it stands in."""
    for file in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYS and node.args:
                yield from ((text, file.name) for text in _texts(node.args[0]))
            elif isinstance(node, ast.Call) and _counts(node.func):
                yield from ((text, file.name) for each in node.args[1:3] for text in _texts(each))


def _counts(called: ast.expr) -> bool:
    """Whether this is `words.count`, whose words are said one by one and in the plural."""
    if isinstance(called, ast.Attribute):
        return called.attr == "count" and isinstance(called.value, ast.Name) and called.value.id == "words"
    return False


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


TABLES: tuple[tuple[Mapping[str, str], str], ...] = (
    (words.OUTCOMES, "utfall"),
    (words.UNIT_KINDS, "slag"),
    (words.LINK_KINDS, ""),
    (words.LINK_KINDS_BACKWARDS, ""),
    (words.ITEMS, ""),
    (course_words.EVENT_KINDS, ""),
    (course_words.STATES, ""),
    (labels.MOTION_KINDS, "yrkande"),
    (labels.FATES, ""),
    (labels.GROUNDS, ""),
    (labels.VOTES, ""),
    (labels.STATUSES, ""),
)
"""Tables of words that are spoken, with the sense in which they are meant."""


def test_every_word_of_the_tables_has_its_english() -> None:
    """Outcomes, kinds, links, states and what else a table names are English on the English page."""
    spoken = [(word, sense) for table, sense in TABLES for word in table.values()]
    assert [word for word, sense in spoken if not {word, f"{word} ({sense})"} & set(catalogue())] == []


def test_a_word_is_said_in_its_sense() -> None:
    """A word of several senses is told apart in English, and never shows the sense itself."""
    with speaking(Language.ENGLISH):
        assert (t("Uppdrag"), term("Uppdrag", "utfall"), term("Bifall", "nonsens")) == (
            "Assignments",
            "Assignment",
            "Approved",
        )
    assert term("Uppdrag", "utfall") == "Uppdrag"


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
