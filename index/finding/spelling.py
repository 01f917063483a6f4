"""What a query may have meant where it has words that nobody in the collection writes.

Always holds: only words that the collection has in no form and that cannot be made of its words are changed, each to
the likeliest of its own words; what stands in quotation marks or filters stays as it was typed. Leaves out whether
anybody takes the suggestion.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from index.finding.vocabulary import Vocabulary
from index.query.parts import ParsedQuery, Words
from nlp.analysis import STOP_WORDS, stem

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4


def suggested(
    text: str, parsed: ParsedQuery, paragraphs_with: Callable[[str], int], vocabulary: Callable[[], Vocabulary]
) -> str | None:
    """Return ``text`` with its unknown words put right, None when none is unknown or none can be.

    ``paragraphs_with`` tells in how many paragraphs a stem stands; the ``vocabulary`` is read only when it is needed.
    """
    changed = text
    for part in reversed([part for part in parsed.parts if isinstance(part, Words)]):
        for match in reversed(list(_WORD.finditer(text, part.span.start, part.span.end))):
            better = _better(match[0], paragraphs_with, vocabulary)
            if better is not None:
                changed = f"{changed[: match.start()]}{better}{changed[match.end() :]}"
    return changed if changed != text else None


def _better(word: str, paragraphs_with: Callable[[str], int], vocabulary: Callable[[], Vocabulary]) -> str | None:
    lower = word.lower()
    if len(lower) < _SHORTEST or lower in STOP_WORDS or paragraphs_with(stem(lower)):
        return None
    own = vocabulary()
    near = () if own.makes(lower) else own.nearest_words(lower, limit=1)
    if not near:
        return None
    return near[0].capitalize() if word[0].isupper() else near[0]
