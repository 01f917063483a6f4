"""Cutting text at blocks, sentences and words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nlp.acts import Range
from nlp.boilerplate import is_boilerplate
from nlp.windows import blocks, passages

TEXT = "Första punkten.\nAndra punkten är längre. Den har två meningar.\n\nTredje."


def test_blocks_are_the_printed_lines() -> None:
    """Blank lines give no block, and ranges point into the whole text."""
    assert [TEXT[b.start : b.end] for b in blocks(TEXT)] == [
        "Första punkten.",
        "Andra punkten är längre. Den har två meningar.",
        "Tredje.",
    ]


def test_short_blocks_are_joined_and_long_ones_cut_at_sentences() -> None:
    """A passage is as long as it may be without breaking a sentence that fits."""
    assert [TEXT[p.start : p.end] for p in passages(TEXT, blocks(TEXT), longest=42)] == [
        "Första punkten.\nAndra punkten är längre.",
        "Den har två meningar.\n\nTredje.",
    ]


def test_blocks_apart_are_not_joined() -> None:
    """Text between two pieces that was left out is never taken in."""
    apart = (Range(0, 15), Range(64, 71))
    assert tuple(passages(TEXT, apart, longest=500)) == apart


@given(st.text(alphabet="abc åÄ.\n", max_size=200), st.integers(1, 40))
def test_no_passage_is_too_long_and_no_word_lost(text: str, longest: int) -> None:
    """Whatever the text, passages fit, ascend, and hold every visible character once."""
    found = list(passages(text, blocks(text), longest=longest))
    assert all(p.end - p.start <= longest for p in found)
    assert found == sorted(found)
    assert "".join("".join(text[p.start : p.end].split()) for p in found) == "".join(text.split())


def test_standard_sentences_are_boilerplate() -> None:
    """What every protocol says is told from what only one says."""
    assert is_boilerplate("Paragrafen justeras omedelbart.")
    assert is_boilerplate("Nämnden beslutar:\nBordlagt den 18 mars 2021, § 20.")
    assert is_boilerplate(" – ")
    assert not is_boilerplate("Ärendet återremitteras.\nParagrafen justeras omedelbart.")
