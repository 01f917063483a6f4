"""Which arguments say the like: vectors kept beside the library, and what a nearness rests on."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from index.arguments.alike import ClaimVectors, centred
from index.arguments.nearness import Question
from index.arguments.values import Argued, Argument
from tests.index.embedders import SeededEmbedder
from tests.index.test_arguments import DEAR, FAR, reservation, stored


def act(words: str) -> tuple[Argued, Argument]:
    """Return an act and its argument."""
    one = reservation(stored(words=words))
    return one, one.arguments[0]


def test_only_new_claims_are_embedded(tmp_path: Path) -> None:
    """Vectors are kept by the claim's words; a second reader of the folder embeds only what is new."""
    first = SeededEmbedder()
    rows = ClaimVectors(tmp_path, first).of(["ett", "två"])
    second = SeededEmbedder()
    again = ClaimVectors(tmp_path, second).of(["två", "tre", "ett"])
    assert second.embedded == ["tre"]
    assert np.allclose(again[[2, 0]], rows, atol=1e-3)


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    """What cannot be read counts as nothing."""
    (tmp_path / "arguments.npz").write_bytes(b"trasig")
    embedder = SeededEmbedder()
    assert ClaimVectors(tmp_path, embedder).of(["ett"]).shape == (1, embedder.dimensions)
    assert embedder.embedded == ["ett"]


def test_what_all_have_in_common_is_no_likeness() -> None:
    """Vectors that differ only by what they share with all become opposite, not alike."""
    rows = np.array([[1.0, 0.1], [1.0, -0.1]], np.float32)
    turned = centred(rows, rows.mean(axis=0))
    assert float(turned[0] @ turned[1]) < 0


def test_nearness_rests_on_words_and_lines() -> None:
    """A text with the same line of argument and words is nearer than one without; both parts are told."""
    far, dear = act(FAR), act(DEAR)
    question = Question("Restiden till skolan är för lång", [far[1], dear[1]])
    near, other = question.nearness(*far, 0.1), question.nearness(*dear, 0.1)
    assert near.total > other.total
    assert near.lines == ("distance",)
    assert near.is_echo
    assert not other.is_echo
    assert question.shared(FAR) == ("restiden",)
