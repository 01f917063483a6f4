"""Whether anything in the library answers a query.

Owns one number and its threshold. Always holds: pure; where no word of a query is found, nothing answers. Nearness in
meaning says too little here: something is always near. What tells is how much of the query's letters, the rare ones
above all, the best hit has (its BM25 score), beside what a paragraph that has them all would get. A word that stands
everywhere ("vård" in a region that gives care) is too common to tell by its score; that it stands there is an answer.
"""

from __future__ import annotations

import math

from nlp.analysis import letter_groups

# Chosen on every other query of bench/search_quality.py (balanced accuracy 0.98), judged on the rest (0.75 against 0.65
# before); ten queries without an answer are few, so this is a first value.
THRESHOLD = 0.494


def answered(met: float, *, held: bool) -> bool:
    """Return whether something answers: words met to the strength ``met``, or ``held``, all in one paragraph."""
    return met >= THRESHOLD or (held and met > 0)


def strength(best: float, query: str, entries: int) -> float:
    """Return how well the words of ``query`` are met by a hit with the BM25 score ``best`` among ``entries`` texts.

    About 1 when every letter group is met once and is as rare as can be; the same in a small library as in a large one.
    """
    groups = {group for word in letter_groups(query) for group in word}
    rarest = math.log(1 + (entries - 0.5) / 1.5) if entries else 0.0
    return best / (math.sqrt(len(groups)) * rarest) if groups and rarest else 0.0
