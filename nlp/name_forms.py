"""The forms in which one name is written, and whether two forms may be one.

Owns the language of it: capitals, å, ä and ö that were lost, hyphens, initials, double names, a letter that differs.
Pure; whether two forms are in fact one person, only who was where and for which party can tell (`index.persons`).
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from nlp.names import without_title

NameKey = tuple[str, ...]
"""The words of a name without titles, hyphens, capitals and accents: "Anna-Karin Åhs" is ("anna", "karin", "ahs")."""

_LETTERS = str.maketrans({"ø": "o", "æ": "a", "đ": "d", "ł": "l", "ß": "ss"})
_BETWEEN = re.compile(r"[\s.\-–'’´]+")
# What stands where a letter could not be read: "H�kan", "H?kan"
_UNREAD = re.compile(r"[�?*]")
# Letters that Swedish names are written with in turns: "Kristina" and "Christina", "Eriksson" and "Ericson", "Sara(h)"
_SOUNDS = (
    (re.compile(r"sch"), "sk"),
    (re.compile(r"ck|ch|q|c"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th|dt"), "t"),
    (re.compile(r"w"), "v"),
    (re.compile(r"z"), "s"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"(?<=[aeiouy])h$"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_SHORTEST_MISSPELT = 5
"""A word must have so many letters before one of them may differ: "Ek" and "Ask" are two names."""
_FULL = 2


class Likeness(StrEnum):
    """Why two forms may be one name, the surest first."""

    INITIALS = "initials"
    DOUBLE = "double-name"
    SOUND = "sound"
    LETTERS = "letters"


def name_key(name: str) -> NameKey:
    """Return the words by which forms of a name are compared; () for a title alone."""
    plain = unicodedata.normalize("NFKD", without_title(" ".join(name.split())).casefold().translate(_LETTERS))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(word for word in _BETWEEN.split(bare) if word)


def is_full(key: NameKey) -> bool:
    """Whether a name has more than one word: "Lind" alone is nobody in particular."""
    return len(key) >= _FULL


def likeness(one: NameKey, other: NameKey) -> Likeness | None:
    """Return why two different keys may be one name, None when they are two names."""
    if not (is_full(one) and is_full(other)) or one == other:
        return None
    if _by_initials(one, other) or _by_initials(other, one):
        return Likeness.INITIALS
    short, long = sorted((one, other), key=len)
    if _by_double_name(short, long):
        return Likeness.DOUBLE
    if _sound(one) == _sound(other):
        return Likeness.SOUND
    return Likeness.LETTERS if _by_letters(one, other) else None


def _by_initials(short: NameKey, long: NameKey) -> bool:
    """Whether ``short`` is ``long`` with given names as letters: "H Andersson", "B. G. Lind", "B Lind"."""
    given, full = short[:-1], long[:-1]
    if short[-1] != long[-1] or len(given) > len(full) or not any(len(word) == 1 for word in given):
        return False
    return all(mine == yours or (len(mine) == 1 and yours[0] == mine) for mine, yours in zip(given, full, strict=False))


def _by_double_name(short: NameKey, long: NameKey) -> bool:
    """Whether ``long`` is ``short`` with another last or middle name: "Anna Lind Berg", "Anna Berg Lind"."""
    if len(short) == len(long) or short[0] != long[0] or len(short[0]) == 1:
        return False
    rest = iter(long[1:])
    return all(word in rest for word in short[1:])


def _sound(key: NameKey) -> NameKey:
    """Return the words as they sound, whichever letters they are written with."""
    heard = []
    for word in key:
        for letters, plain in _SOUNDS:
            word = letters.sub(plain, word)  # noqa: PLW2901  (each rule works on what the one before has left)
        heard.append(word)
    return tuple(heard)


def _by_letters(one: NameKey, other: NameKey) -> bool:
    """Whether one letter of one word differs, or could not be read: "Karlsson" and "Carlsson", "H?kan"."""
    if len(one) != len(other):
        return False
    differing = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and (_unread(*differing[0]) or _one_letter(*differing[0]))


def _unread(one: str, other: str) -> bool:
    """Whether a sign for an unread letter stands where the other word has one, or two that became one sign."""
    for word, whole in ((one, other), (other, one)):
        if _UNREAD.search(word):
            pattern = ".".join(re.escape(part) for part in _UNREAD.split(word))
            return re.fullmatch(pattern, whole) is not None
    return False


def _one_letter(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST_MISSPELT or len(long) - len(short) > 1:
        return False
    same = next((n for n, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]
