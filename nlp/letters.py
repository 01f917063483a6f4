"""Does a text look like Swedish, letter by letter?

Owns one measure: the share of the words' letter triples that Swedish texts print ("pro", "rot" of "protokoll"; a word's
beginning and end count as letters). Running text has nine triples in ten; a text layer whose glyphs lost their letters
("Prouokollj suerasn") has fewer than the same page read aright. Names and foreign words lower the share, so it compares
two readings of one page better than it judges one. The triples are counted in the made-up collection
(``python -m data.letters``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]{2,}")
_FILE = "letters.txt"
_EDGE = "|"
_RARE = 2  # triples counted less often are misprints and odd names


@cache
def known_triples() -> frozenset[str]:
    """Return the triples that Swedish texts print."""
    rows = (line.split() for line in files(__package__).joinpath(_FILE).read_text(encoding="utf-8").splitlines())
    return frozenset(pair + third for pair, thirds in rows for third in thirds)


def swedishness(text: str) -> tuple[float, int]:
    """Return the share of known triples among those of a text's words (1.0 where it has none), and how many it has."""
    counts = [_counts_of(word) for word in _WORD.findall(text)]
    triples = sum([count for _, count in counts])
    return (sum([known for known, _ in counts]) / triples if triples else 1.0), triples


@lru_cache(maxsize=1 << 15)  # the words of a collection are few, and come again on every page
def _counts_of(word: str) -> tuple[int, int]:
    """Return how many of a word's triples are known, and how many it has."""
    known = known_triples()
    triples = list(_triples(word))
    return sum(triple in known for triple in triples), len(triples)


def _triples(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        edged = f"{_EDGE}{word.lower()}{_EDGE}"
        yield from (edged[at : at + 3] for at in range(len(word)))


def table_of(texts: Iterable[str]) -> str:
    """Return the content of the file of triples that these texts give: two letters, and all that may follow them."""
    counts = Counter(triple for text in texts for triple in _triples(text))
    thirds: dict[str, list[str]] = {}
    for triple in sorted(t for t, count in counts.items() if count >= _RARE):
        thirds.setdefault(triple[:2], []).append(triple[2])
    return "".join(f"{pair} {''.join(found)}\n" for pair, found in thirds.items())
