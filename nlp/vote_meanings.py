"""What Ja and Nej stand for in a vote, as printed: in one sentence, or on a line each.

The words are kept as they stand, for a Ja may mean avslag. A line that counts or names voters means nothing.
"""

from __future__ import annotations

import re

from nlp.vote_words import MEANING, MEANING_LINE, WHO_VOTES, WHO_VOTES_LINE


def read_meanings(text: str, yes_before: str | None) -> tuple[list[tuple[str, str]], str | None]:
    """Return the meanings (of Ja, of Nej) of one block, and what Ja means where only that is printed yet.

    ``yes_before`` is what the block before told of Ja: "Ja-röst för bifall" there and "Nej-röst för avslag" here.
    """
    told = _told(MEANING, text) or _told(WHO_VOTES, text)
    line = None if told else MEANING_LINE.match(text) or WHO_VOTES_LINE.match(text)
    if line is None:
        return told, None
    if line["choice"].lower() == "ja":
        return [], _clean(line["what"])
    return [(yes_before, _clean(line["what"]))] if yes_before else [], None


def _told(pattern: re.Pattern[str], text: str) -> list[tuple[str, str]]:
    found = pattern.finditer(text)
    return [(_clean(m["yes"]), _clean(m["no"])) for m in found if not re.match(r"\d+\b|röst", m["yes"])]


def _clean(words: str) -> str:
    stripped = words.strip(' ,;:"”“')
    return stripped if stripped.endswith(("m.fl.", "m.m.")) else stripped.rstrip(".")
