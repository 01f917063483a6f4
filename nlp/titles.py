"""What a title says: its words, the groups of letters they consist of, and the times and numbers it names.

Owns the words that any title may have and that tell no matter from another. Always holds: pure; å ä ö are letters of
their own; words of time and number and names of people are kept apart, for "Budget 2024" and "Budget 2025" are two
matters under one name.
Leaves out how alike two titles are: that depends on the collection.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from nlp.analysis import STOP_WORDS, letter_groups, stem
from nlp.dates import MONTHS

_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
# "delår 2", "kvartal 3", "våren 2024"
_SEASONS = frozenset({*MONTHS, "kvartal", "tertial", "vår", "våren", "höst", "hösten", "sommar", "sommaren", "vinter"})
# a name with its party: "Avsägelse av Eva Ek (C)", "i stället för Per-Olof Alm (SD)"
_PERSON = re.compile(r"[A-ZÅÄÖ][\w\-]+(?: [A-ZÅÄÖ][\w\-]+)+(?= \([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}\))")

# "Redovisning av uppdrag …", "Revidering av riktlinje för …", "Val av ledamot …": words of form, not of matter
_GENERIC = (
    "angående ansökan antagande arbetsordning avgift avseende avsägelse avtal begäran beslut bokslut budget "
    "delårsrapport detaljbudget ekonomisk ersättare fastställande framställan fråga fyllnadsval förslag "
    "förvaltning förvaltningen genomförande godkännande granskning gällande handlingsplan hemställan information "
    "internbudget internkontroll internkontrollplan interpellation kommun kommunal kommunens kompletterande "
    "ledamot ledamöter lägesrapport medborgarförslag motion månadsrapport månadsuppföljning nämnd nämnden "
    "nämndens ordförande organisation plan policy program projekt protokoll rapport redovisning region regional "
    "regionen regionens reglemente regler remiss remissvar revidering revision riktlinje riktlinjer "
    "sammanträdestider samråd slutrapport stad stadens stads strategi styrelse styrelsen svar tagande taxa taxor "
    "tillägg underlag uppdrag uppdraget uppföljning utredning utvärdering val verksamhet verksamhetsberättelse "
    "verksamhetsplan yrkande yttrande ändring årsrapport årsredovisning återrapportering översyn"
)
GENERIC = frozenset(stem(word) for word in _GENERIC.split())
"""Stems of words that tell no matter from another, however rare they are in a small collection."""
GENERIC_GROUPS = frozenset(group for groups in letter_groups(_GENERIC) for group in groups)
"""The groups of letters that these words consist of."""


@dataclass(frozen=True, slots=True)
class TitleWords:
    """A title taken apart.

    ``plain`` is the title without case and signs; ``words`` are the stems of the words that carry meaning, ``groups``
    what all its words consist of (`nlp.analysis.letter_groups`); ``years``, ``seasons`` (months and the like) and
    ``numbers`` are printed tokens, ``people`` the names with a party behind them.
    """

    plain: str
    words: frozenset[str]
    groups: frozenset[str]
    years: frozenset[str]
    seasons: frozenset[str]
    numbers: frozenset[str]
    people: frozenset[str]

    @property
    def times(self) -> tuple[frozenset[str], ...]:
        """What the title names of time and number, sort by sort."""
        return self.years, self.seasons, self.numbers

    def names_another(self, other: TitleWords) -> bool:
        """Whether each names a year, a month, a number or a person that the other does not: "mars 2024", "april 2024".

        What only one of them names parts nothing: "Plan 2024-2026" may go on as "Plan 2026".
        """
        pairs = zip((*self.times, self.people), (*other.times, other.people), strict=True)
        return any(mine - theirs and theirs - mine for mine, theirs in pairs)

    def names_the_same_time(self, other: TitleWords) -> bool:
        """Whether both name some time or number, and wholly the same."""
        return any(self.times) and self.times == other.times


@lru_cache(maxsize=65_536)
def title_words(title: str) -> TitleWords:
    """Return what ``title`` consists of."""
    found = [word.lower() for word in _WORD.findall(title)]
    seasons = {word for word in found if word in _SEASONS}
    digits = {word for word in found if word[0].isdigit()}
    years = {word for word in digits if _YEAR.fullmatch(word)}
    plain = [word for word in found if word not in digits and word not in seasons]
    groups = (group for groups in letter_groups(" ".join(plain)) for group in groups)
    return TitleWords(
        " ".join(found),
        frozenset(stem(word) for word in plain if word not in STOP_WORDS),
        frozenset(groups),
        frozenset(years),
        frozenset(seasons),
        frozenset(digits - years),
        frozenset(_PERSON.findall(title)),
    )
