"""Items that stand on the agenda of every meeting, and titles made comparable.

Owns the words for it. `is_standing_title` knows the few titles that Swedish meetings always have; what else a board has
at every meeting is learned by counting comparable titles (`index.finding.standing`).
"""

from __future__ import annotations

import re
from functools import lru_cache

_TITLES = (
    # "Val av justerare", "Bestämmande av tid för justering", "Utseende av justeringspersoner"
    r"(?:val|utseende) av (?:protokolls)?juster\w+(?: (?:och|samt|tid\w*|plats|dag|för|av|(?:protokolls)?juster\w+))*",
    r"(?:bestämmande av )?tid (?:och plats )?för justering\w*",
    r"(?:protokolls)?justering(?: av protokoll\w*)?",
    # "Fastställande av dagordning", "Godkännande av föredragningslistan"
    r"(?:fastställande|godkännande) av (?:dagordning|föredragningslist|ärendelist)\w*",
    r"(?:dagordning|föredragningslista|upprop)\w*",
    # "Anmälan av delegationsbeslut 2024", "Redovisning av delegeringsbeslut", "Delegationsbeslut"
    r"(?:(?:anmälan|redovisning) av )?(?:anmälda )?(?:delegation|delegering)s?\w*(?: \w+){0,4}",
    # "Inkomna skrivelser", "Meddelanden", "Anmälningsärenden", "Delgivningar"
    r"(?:inkomna (?:skrivelser|handlingar)|meddelanden|anmälningsärenden|anmälningar|delgivning\w*)",
    # "Informationsärenden", "Övriga frågor", "Frågestund"
    r"(?:information(?:er|särenden)?|övrig information|övriga (?:frågor|ärenden)|(?:allmänhetens )?frågestund)",
)
_STANDING = re.compile("|".join(f"(?:{title})" for title in _TITLES))
_NUMBERS = re.compile(r"\d+")
_MONTHS = re.compile(
    r"\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|kvartal|vår|höst)\b"
)
_NOT_WORDS = re.compile(r"[\W_]+")


def comparable_title(title: str) -> str:
    """Return ``title`` without numbers, months, case and signs: "Delegationsbeslut mars 2024" is that of any month."""
    bare = _MONTHS.sub(" ", _NUMBERS.sub(" ", title.casefold()))
    return _NOT_WORDS.sub(" ", bare).strip()


@lru_cache(maxsize=65_536)
def is_standing_title(title: str) -> bool:
    """Whether ``title`` is one that the agenda of any meeting may have."""
    return _STANDING.fullmatch(comparable_title(title)) is not None
