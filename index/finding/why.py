"""Why a paragraph is where it is: the arithmetic of its score, and the words that its meaning and its letters met.

Always holds: nothing is computed before somebody asks; the parts are those of the ranking itself.
"""

from __future__ import annotations

import numpy as np

from index.finding.fusion import Ranked
from index.finding.search import Searcher
from index.results import UnitKind, Why
from index.stored import StoredParagraph
from nlp.analysis import STOP_WORDS, spelled, stem, terms

_MOST_WORDS = 24
"""Of a longer query only the first so many words are left out in turn: each costs an embedding."""


def account(stored: StoredParagraph, ranked: Ranked, text: str, searcher: Searcher) -> Why:
    """Return the account of one ranked paragraph for a query's words ``text``."""
    there = set(terms(stored.paragraph.text))
    stems = {word: stem(word) for word in dict.fromkeys(spelled(text)) if word not in STOP_WORDS}
    rarity = searcher.stems(text)
    kind, cosine, carried = _meaning(stored.head.id, text, searcher)
    return Why(
        paragraph_id=stored.head.id,
        score=ranked.score,
        parts=ranked.parts,
        kind=kind,
        cosine=cosine,
        carried=carried,
        met=tuple((word, rarity.get(term, 0.0)) for word, term in stems.items() if term in there),
        missing=tuple(word for word, term in stems.items() if term not in there),
    )


def _meaning(
    paragraph_id: str, text: str, searcher: Searcher
) -> tuple[UnitKind | None, float, tuple[tuple[str, float], ...]]:
    """Return the sort of the nearest unit, its cosine, and what each word of the query carries of it."""
    ids, matrix = searcher.vectors_of(paragraph_id)
    if not len(ids):
        return None, 0.0, ()
    words = text.split()
    left_out = [" ".join(words[:at] + words[at + 1 :]) for at in range(min(len(words), _MOST_WORDS))]
    vectors = searcher.meanings_of([text, *left_out] if len(words) > 1 else [text])
    nearest = int(np.argmax(matrix @ vectors[0]))
    cosines = (vectors @ matrix[nearest]).tolist()
    lost = [(word, cosines[0] - without) for word, without in zip(words, cosines[1:], strict=False)]
    return searcher.kind_of(int(ids[nearest])), cosines[0], tuple(sorted(lost, key=lambda one: -one[1]))
