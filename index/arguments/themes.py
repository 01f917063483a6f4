"""Recurring arguments gathered into themes, labelled by the words that their own texts say and others do not.

Always holds: pure; a theme recurs (several paragraphs); every cell (year, party) has the quotes that stand behind it; a
year shows only words that are said in its own quotes. That texts belong together is a conclusion: it rests on the words
of one line of argument (`nlp.claims_topoi`), which stand in every quote.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.arguments.values import Argued, Argument
from nlp.analysis import STOP_WORDS, stem
from nlp.claims_topoi import TOPOI, tells

_LEAST_PARAGRAPHS = 2
_LABELS, _YEAR_LABELS = 4, 3
_SHORTEST_WORD = 3
_TELLING = 2.0
_OWN_WORD = 2.5
"""A word that tells the line of argument counts so much more for the label than any other."""
_PRIOR = 0.5
_WORD = re.compile(r"[^\W\d_][\w-]*")
# after a stop, a colon or a quotation mark a capital does not make a name
_NAME = re.compile(r"(?<![.!?:”\"–-]\s)(?<=\s)[A-ZÅÄÖÉ][\w-]*")


@dataclass(frozen=True, slots=True)
class ThemeCell:
    """What one party said of a theme in one year: the argument and the act it stands in. ``party`` may be unknown."""

    year: int | None
    party: str | None
    arguments: tuple[tuple[Argued, Argument], ...]


@dataclass(frozen=True, slots=True)
class ThemeYear:
    """A theme in one year: its telling words, all of them said in that year's quotes, and its cells by party."""

    year: int | None
    words: tuple[str, ...]
    cells: tuple[ThemeCell, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """A recurring argument: ``name`` is its line of argument, ``words`` the label, ``argued`` the acts in order."""

    name: str
    words: tuple[str, ...]
    years: tuple[ThemeYear, ...]
    argued: tuple[Argued, ...]

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties that argue so, those that do it most often first."""
        counts = Counter(party for one in self.argued for party in one.parties)
        return tuple(party for party, _ in counts.most_common())


def themes_of(argued: Iterable[Argued], others: Iterable[Argued] = ()) -> tuple[Theme, ...]:
    """Return the themes of ``argued``, the commonest first; ``others`` are what their words are held against."""
    by_topos: dict[str, list[Argued]] = defaultdict(list)
    for one in argued:
        for name in one.topoi:
            if _quotes(one, name):
                by_topos[name].append(one)
    recurring = {
        name: members
        for name, members in by_topos.items()
        if len({one.paragraph_id for one in members}) >= _LEAST_PARAGRAPHS
    }
    whole = _counts(each.quote for one in others for each in one.arguments)
    made = [_theme(name, members, whole) for name, members in recurring.items()]
    return tuple(sorted(made, key=lambda theme: (-len(theme.argued), TOPOI.index(theme.name))))


def _quotes(one: Argued, name: str) -> tuple[Argument, ...]:
    """Return the arguments of an act that tell the line of argument, the most telling first.

    Those that only hint at it stand for the act where none tells it alone.
    """
    told = [(tells(name, each.quote), each) for each in one.arguments if name in each.topoi]
    strong = [pair for pair in told if pair[0] >= _TELLING]
    return tuple(each for _, each in sorted(strong or told, key=lambda pair: -pair[0]))


def _theme(name: str, members: Sequence[Argued], whole: Counter[str]) -> Theme:
    years: dict[int | None, list[Argued]] = defaultdict(list)
    for one in members:
        years[one.year].append(one)
    label = _label(name, [each.quote for one in members for each in _quotes(one, name)], whole, _LABELS)
    made = tuple(_year(name, year, years[year], whole) for year in sorted(years, key=lambda one: one or 0))
    return Theme(name, label, made, tuple(members))


def _year(name: str, year: int | None, members: Sequence[Argued], whole: Counter[str]) -> ThemeYear:
    cells: dict[str | None, list[tuple[Argued, Argument]]] = defaultdict(list)
    for one in members:
        for party in one.parties or (None,):
            cells[party] += [(one, each) for each in _quotes(one, name)]
    made = tuple(ThemeCell(year, party, tuple(cells[party])) for party in sorted(cells, key=str))
    quotes = [each.quote for one in members for each in _quotes(one, name)]
    return ThemeYear(year, _label(name, quotes, whole, _YEAR_LABELS), made)


def _label(name: str, quotes: Sequence[str], whole: Counter[str], many: int) -> tuple[str, ...]:
    """Return the words of ``quotes`` that tell them best from all quotes: log-odds with a prior, one form a stem."""
    own, forms = _counts(quotes), _forms(quotes)
    inside, outside = sum(own.values()), sum((whole - own).values())
    odds = {term: _log_odds(count, inside, max(whole[term] - count, 0), outside) for term, count in own.items()}
    odds = {
        term: value * (_OWN_WORD if tells(name, forms[term]) else 1.0) * math.log1p(own[term])
        for term, value in odds.items()
    }
    ranked = sorted(odds, key=lambda term: (-odds[term], term))
    return tuple(forms[term] for term in ranked[:many])


def _log_odds(count: int, total: int, other: int, others: int) -> float:
    inside = math.log((count + _PRIOR) / (total - count + _PRIOR))
    outside = math.log((other + _PRIOR) / (max(others - other, 0) + _PRIOR))
    return inside - outside


def _counts(quotes: Iterable[str]) -> Counter[str]:
    """Return in how many quotes each stem stands; names, numbers and words without meaning are left out."""
    return Counter(term for quote in quotes for term in {stem(word) for word in _telling_words(quote)})


def _forms(quotes: Iterable[str]) -> Mapping[str, str]:
    """Return the commonest written form of each stem."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for quote in quotes:
        for word in _telling_words(quote):
            seen[stem(word)][word] += 1
    return {term: forms.most_common(1)[0][0] for term, forms in seen.items()}


def _telling_words(quote: str) -> list[str]:
    names = {word.lower() for word in _NAME.findall(quote)}
    words = [word.lower() for word in _WORD.findall(quote)]
    return [word for word in words if len(word) >= _SHORTEST_WORD and word not in STOP_WORDS and word not in names]
