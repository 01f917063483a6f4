"""Sentences that stand in every protocol and say nothing about the matter.

Owns their patterns, each with the printed example it was made for. A text that consists of nothing else need not be
embedded. Leaves out titles that recur: those are told by counting, not by a list.
"""

from __future__ import annotations

import re

from nlp.analysis import words

_PATTERNS = (
    # "Paragrafen justeras omedelbart.", "Punkten förklaras omedelbart justerad"
    r"(?:paragrafen|ärendet|protokollet|punkten|§\s*\d+)?\s*(?:justeras|förklaras)\s+(?:som\s+)?omedelbart(?:\s+justerad)?",
    # "Omedelbar justering"
    r"omedelbar(?:t)?\s+juster\w+",
    # "Bordlagt den 18 mars 2021, § 20."
    r"bordla(?:gt|des)\s+den\s+[\d\s\w]+(?:,\s*§+\s*\d+)?",
    # "Vid protokollet"
    r"vid\s+protokollet",
    # the lead-in "Nämnden beslutar:" or "Nämnden beslutar följande" alone
    r"[\w\s\-]*beslutar(?:\s+följande)?\s*:?",
    # "Beslut enligt ovan"
    r"beslut(?:et)?\s+enligt\s+(?:ovan|förslaget?)",
)
_STANDARD = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)


def is_boilerplate(text: str) -> bool:
    """Whether every line of ``text`` is a standard sentence, or there are no words in it."""
    lines = [line.strip(" .,:;–-•") for line in text.split("\n")]
    return not any(words(text)) or all(_is_standard(line) for line in lines if line)


def _is_standard(line: str) -> bool:
    return any(pattern.fullmatch(line) for pattern in _STANDARD)
