"""Words of the collection, and which of them a misspelt word may mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.finding.lexical import LexicalIndex
from index.finding.vocabulary import Vocabularies, Vocabulary
from index.sqlite.store import SqliteStore
from tests.index.small_library import HSN, EngineEmbedder, a_paragraph, add

WORDS = Vocabulary(
    (("och", 9), ("simhallen", 4), ("sjukvården", 3), ("budget", 2), ("simhall", 1), ("2024", 1), ("bad", 1))
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("simhal", ("simhall", "simhallen")),  # a letter is missing
        ("budegt", ("budget",)),  # two letters have changed places
        ("sjukvarden", ("sjukvården",)),  # no ring
        ("sjukvard", ("sjukvården",)),  # no ring, another form
        ("bäd", ("bad",)),  # dots that are not there
        ("ambulans", ()),
        ("hud", ()),  # three letters: any mistake makes another word
        ("2025", ()),
    ],
)
def test_a_misspelt_word_leads_to_the_words_it_may_be(typed: str, meant: tuple[str, ...]) -> None:
    """One mistake in a short word, two in a long one, are seen through; other words are not dragged in."""
    assert set(WORDS.nearest_words(typed)) == set(meant)


@pytest.mark.parametrize(
    ("word", "made"),
    [
        ("simhallens", True),  # a word and an ending
        ("natten", True),  # begins a compound
        ("budgetsimhall", True),  # two words
        ("simhal", False),  # only begins a word
        ("budegt", False),
        ("skolskjutsana", False),  # an ending that lacks a letter
        ("ambulans", False),
    ],
)
def test_what_the_collections_words_can_make_is_no_misspelling(word: str, made: bool) -> None:  # noqa: FBT001
    """A form or a compound that nobody has written yet is a word; what only looks like one is not."""
    words = Vocabulary((*WORDS.counts, ("nattvandring", 1), ("vandring", 1), ("skolskjutsarna", 2), ("skolskjuts", 1)))
    assert words.makes(word) == made


def test_the_nearest_comes_first_and_among_equals_the_commonest() -> None:
    """The order of the words is by distance, then by how many paragraphs have them."""
    assert WORDS.nearest_words("simhall") == ("simhallen",)
    two = Vocabulary((("vård", 9), ("värd", 2)))
    assert two.nearest_words("vard") == ("vård", "värd")
    assert two.nearest_words("vardd", limit=1) == ("vård",)


@given(st.text(max_size=60))
def test_whatever_is_typed_the_words_are_the_collections_own(typed: str) -> None:
    """Any text is answered, with words of the collection other than itself."""
    found = WORDS.nearest_words(typed)
    assert set(found) <= {word for word, _ in WORDS.counts}
    assert typed.lower() not in found


def test_an_empty_collection_has_no_words() -> None:
    """Nothing is near where nothing is."""
    assert Vocabulary(()).nearest_words("simhall") == ()
    assert not Vocabulary(()).knows("simhall")


def test_another_form_of_a_word_is_known() -> None:
    """What only differs in its ending needs no correction."""
    assert WORDS.knows("Budgeten")
    assert not WORDS.knows("budegt")


def test_the_vocabulary_follows_the_store(tmp_path: Path, store: SqliteStore, embedder: EngineEmbedder) -> None:
    """The words of a document that comes are there, and gone when it leaves."""
    index = LexicalIndex(tmp_path / "derived", store, "paragraph")
    vocabularies = Vocabularies(store, index.words)
    assert not vocabularies.current().knows("ambulanshelikopter")
    new = [a_paragraph(HSN, "2023-01-01", 1, "Ambulanshelikopter", "HSN 9-2023", decision="En helikopter köps in.")]
    added = add(store, embedder, new, "ny.pdf")
    assert vocabularies.current().by_word["ambulanshelikopter"] == 1
    assert vocabularies.current().nearest_words("ambulanshelikoptr") == ("ambulanshelikopter",)
    store.delete_document(added)
    assert not vocabularies.current().knows("ambulanshelikopter")
