"""Whether anything answers: by the rare letters that are met, or because all the words stand there."""

from __future__ import annotations

import pytest

from index.finding.judgement import THRESHOLD, answered, strength


@pytest.mark.parametrize(
    ("met", "held", "answers"),
    [(THRESHOLD, False, True), (0.3, False, False), (0.3, True, True), (0.0, True, False), (0.0, False, False)],
)
def test_common_words_that_stand_there_are_an_answer(met: float, held: bool, answers: bool) -> None:  # noqa: FBT001
    """A word that is in every other paragraph scores low, yet whoever asks for it is not told that nothing answers."""
    assert answered(met, held=held) == answers


def test_strength_is_that_of_a_text_that_has_all_the_rare_letters() -> None:
    """Nothing met is 0, in an empty collection too."""
    assert strength(0.0, "kvantdatorer", 100) == 0
    assert strength(3.0, "kvantdatorer", 0) == 0
    assert strength(6.0, "kvantdatorer", 100) > strength(3.0, "kvantdatorer", 100)
