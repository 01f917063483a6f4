"""Sentence cutting, by spaCy and by the quick way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nlp.acts import Range
from nlp.sentences import quick_sentences, sentences

Cutter = Callable[[str], tuple[Range, ...]]


@pytest.mark.parametrize("cut", [sentences, quick_sentences])
def test_abbreviations_initials_and_numbers_end_no_sentence(cut: Cutter) -> None:
    """Both ways keep "m.fl.", "kap.", "K." and "1." inside their sentence and end one at a block's end."""
    text = (
        "Anna K. Lind (C) m.fl. yrkar bifall enligt 3 kap. 5 § lagen. ”Ja för bifall.” Nej vinner\n1. "
        "Första punkten. Andra."
    )
    printed = [text[r.start : r.end] for r in cut(text)]
    assert printed == [
        "Anna K. Lind (C) m.fl. yrkar bifall enligt 3 kap. 5 § lagen.",
        "”Ja för bifall.”",
        "Nej vinner",
        "1. Första punkten.",
        "Andra.",
    ]


@pytest.mark.parametrize("cut", [sentences, quick_sentences])
def test_a_long_text_is_cut_whole(cut: Cutter) -> None:
    """A block of 100,000 characters has all its sentences (bench/language.py tells how long that takes)."""
    assert len(cut("Nämnden säger ja. " * 5500)) == 5500
