"""Swedish words for searching: where they stand, their stems, and which of them carry meaning.

Owns the one analysis that indexing, querying and marking share, so that what is found can also be marked. Always holds:
pure, the same text gives the same terms, å ä ö are letters of their own. Leaves out lemmas, compounds and spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from nlp.acts import Range

# Measured over 4 to 6 with bench/search_quality.py.
GROUP = 5

_WORD = re.compile(r"[^\W_]+")

# The Snowball stemmer for Swedish (snowballstem.org/algorithms/swedish/stemmer.html), its lists by step.
_VOWELS = frozenset("aeiouyåäö")
_S_ENDINGS = frozenset("bcdfghjklmnoprtvy")
_FIRST = (
    "a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas ernas ornas "
    "es ades andes ens arens hetens erns at et andet het ast s"
)
_FIRST_SUFFIXES = tuple(sorted(_FIRST.split(), key=len, reverse=True))
# "alfabet", "paket", "universitet": et is no ending here.
_BEFORE_ET = "fab h pak rak stak kom iet cit dit alit ilit mit nit pit rit sit tit uit ivit kvit xit"
_NO_ET = tuple(_BEFORE_ET.split())
_SECOND_SUFFIXES = ("dd", "gd", "nn", "dt", "gt", "kt", "tt")
_THIRD_SUFFIXES = (("fullt", "full"), ("lig", ""), ("els", ""), ("öst", "ös"), ("ig", ""))
_OST_ENDINGS = frozenset("iklnprtuv")
_SHORTEST_REGION = 3
_LONG_STEM, _ENDING = 5, 2

# Closed classes and question words: "vem ska ta hand om", "vilken nämnd", "när blev det". They never decide a search.
_EMPTY = (
    "alla allt andra att av bara behöver behövs bli blir blev blivit både de dem den denna dennes deras dess dessa "
    "det detta dig din ditt du då där efter eller en enligt er ett finns flera fram från för fick få får före ge "
    "genom ger ha hade han har hans hon hennes honom hos hur i igen in ingen inget inom inte jag ju kan kom komma "
    "kommer kring kunde man med mellan men mer mig min mitt mot mycket må många måste nej ni nog nu nya ny nytt någon "
    "något några när och också om oss per på samt sedan sen ser sig sin sina sitt ska skall skulle så sådan sådana "
    "säga säger som stå står ta tar till tog under upp ut utan vad var vara varför varit varje vart vem vems vi vid "
    "vilka vilken vilket vill ville vår våra är än även över "
)
STOP_WORDS = frozenset(_EMPTY.split())


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: where it stands and its stem."""

    range: Range
    term: str


def words(text: str) -> Iterator[Word]:
    """Yield the words of ``text`` in order: runs of letters and digits, the parts of "SoL-journaler" one by one."""
    for match in _WORD.finditer(text):
        yield Word(Range(match.start(), match.end()), stem(match.group().lower()))


def spelled(text: str) -> list[str]:
    """Return all words of ``text`` in order as they are written, in lower case."""
    return _WORD.findall(text.lower())


def terms(text: str) -> list[str]:
    """Return the stems of all words of ``text`` in order."""
    return [stem(word) for word in _WORD.findall(text.lower())]


def content_terms(text: str) -> list[str]:
    """Return the stems of the words of ``text`` that carry meaning, each once; those of all words when none does."""
    found = [word.lower() for word in _WORD.findall(text)]
    telling = [word for word in found if word not in STOP_WORDS]
    return list(dict.fromkeys(stem(word) for word in telling or found))


def standing(text: str, wanted: Iterable[str]) -> list[tuple[int, str]]:
    """Return where words of ``text`` begin whose stem is among ``wanted``, with it, stem by stem.

    A stem is how its words begin, so that only they are stemmed: ten times as fast as `terms` on a long text.
    """
    lower = _lower(text)
    return [
        (match.start(), one)
        for one in dict.fromkeys(wanted)
        for match in _beginning_with(lower, one)
        if stem(match.group()) == one
    ]


def _lower(text: str) -> str:
    """Return ``text`` in lower case, letter by letter in its place: "İ" alone would become two."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(one.lower()[0] for one in text)


def _beginning_with(lower: str, start: str) -> Iterator[re.Match[str]]:
    """Yield the words of a text in lower case that begin with ``start``."""
    at = lower.find(start)
    while at >= 0:
        if at == 0 or not lower[at - 1].isalnum():
            match = _WORD.match(lower, at)
            if match:
                yield match
        at = lower.find(start, at + 1)


def letter_groups(text: str) -> Iterator[tuple[str, ...]]:
    """Yield, for each word that carries meaning, the groups of `GROUP` letters that it consists of.

    Swedish writes compounds as one word; their groups are what "skolskjutsarna" and "skjuts till skolan" share, without
    a word list. An edge of a word counts as a letter ("_"): "_skol" is not inside "förskola".
    """
    for word in _WORD.findall(text.lower()):
        if word not in STOP_WORDS:
            edged = f"_{word}_"
            yield tuple(edged[at : at + GROUP] for at in range(max(1, len(edged) - GROUP + 1)))


def matches(text: str, wanted: Iterable[str]) -> tuple[Range, ...]:
    """Return where words of ``text`` stand whose stem is among ``wanted``, or but for its ending.

    The stemmer cuts some forms of a word shorter than others: "skolskjuts" to "skolskjut", "skolskjutsarna" to
    "skolskjuts".
    """
    chosen = frozenset(wanted)
    accepted = chosen.union(*map(_shortened, chosen))

    def met(term: str) -> bool:
        return term in accepted or not chosen.isdisjoint(_shortened(term))

    lower = _lower(text)
    begins = {one[: max(_LONG_STEM, len(one) - _ENDING)] for one in chosen}
    found = {match.span() for begin in begins for match in _beginning_with(lower, begin) if met(stem(match.group()))}
    return tuple(Range(start, end) for start, end in sorted(found))


@lru_cache(maxsize=65_536)
def _shortened(term: str) -> tuple[str, ...]:
    """Return what is left of a stem without one or two more letters, if that is still long."""
    return tuple(term[:end] for end in range(max(_LONG_STEM, len(term) - _ENDING), len(term)))


@lru_cache(maxsize=262_144)
def stem(word: str) -> str:
    """Return the stem of one lower-case word: "nämndens" and "nämnder" both give "nämnd"."""
    start = _first_region(word)
    word = _without_first_suffix(word, start)
    if word.endswith(_SECOND_SUFFIXES) and len(word) - 2 >= start:
        word = word[:-1]
    return _without_third_suffix(word, start)


def _first_region(word: str) -> int:
    """Return where R1 begins: after the first consonant that follows a vowel, at least three letters in."""
    for at in range(1, len(word)):
        if word[at] not in _VOWELS and word[at - 1] in _VOWELS:
            return max(at + 1, _SHORTEST_REGION)
    return len(word)


def _without_first_suffix(word: str, start: int) -> str:
    suffix = _longest(word, start, _FIRST_SUFFIXES)
    kept = word.removesuffix(suffix)
    if suffix == "et":
        return kept if _et_is_ending(kept) else word
    if suffix == "s":
        if kept.endswith("et") and _et_is_ending(kept[:-2]):
            return kept[:-2]
        return kept if kept[-1] in _S_ENDINGS else word
    return kept


def _longest(word: str, start: int, suffixes: tuple[str, ...]) -> str:
    region = word[start:]
    return next((suffix for suffix in suffixes if region.endswith(suffix)), "")


def _et_is_ending(before: str) -> bool:
    consonant_after_vowel = len(before) > 2 and before[-1] not in _VOWELS and before[-2] in _VOWELS  # noqa: PLR2004
    return consonant_after_vowel and not before.endswith(_NO_ET)


def _without_third_suffix(word: str, start: int) -> str:
    suffix = _longest(word, start, tuple(suffix for suffix, _ in _THIRD_SUFFIXES))
    kept = word.removesuffix(suffix)
    if suffix == "öst" and (not kept or kept[-1] not in _OST_ENDINGS):
        return word
    return kept + dict(_THIRD_SUFFIXES).get(suffix, "")
