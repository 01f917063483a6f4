"""Namesakes: issues that no print joins and that yet are one, because one word names both and nothing else.

A matter that comes back after years often has a new number and cites nothing; what stays is its name: "förlossningen"
stands in each title from first to last, and in no other. Always holds: a word names an issue only when it stands in
every one of its titles, alone or within a compound; of those that it names one at least has been up at three times
under two numbers and two titles, so that the name is proved; no more than `MOST_NAMED` may have it, and of them only
the two whose texts are likest are joined. It is a conclusion, and the link says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from itertools import combinations

from index.links import LinkGraph, Tie
from index.results import LinkKind
from index.tracing.kinship import KIN
from nlp.analysis import content_terms
from nlp.standing import comparable_title

MOST_NAMED = 3
_SHORTEST = 6
"""Letters of a word that names an issue, and of what two compounds share."""
_PROVED_MEMBERS, _PROVED_NUMBERS, _PROVED_TITLES = 3, 2, 2

Members = frozenset[str]
Likeness = Callable[[str, str], float]


class Namesakes:
    """The names of the issues in one graph; ``issue_of`` gives the issue of a paragraph as print joins it."""

    def __init__(self, graph: LinkGraph, likeness: Likeness, issue_of: Callable[[str], Members]) -> None:
        """Name the parts; titles are read at the first question."""
        self._graph, self._likeness, self._issue_of = graph, likeness, issue_of
        self._chosen: dict[str, Tie | None] = {}

    def of(self, issue: Members) -> Iterator[Tie]:
        """Yield the ties that join ``issue`` to another by a name."""
        for name in self._names(issue):
            if name not in self._chosen:
                self._chosen[name] = self._joined(name)
            tie = self._chosen[name]
            if tie is not None and (tie.source in issue or tie.target in issue):
                yield tie

    def _names(self, issue: Members) -> list[str]:
        """Return the words that stand in every title of ``issue``, alone or in a compound, in alphabetical order."""
        return sorted(frozenset.intersection(*(self._words.get(one, frozenset()) for one in issue)))

    def _joined(self, name: str) -> Tie | None:
        """Return the tie between the two likest issues that ``name`` names, None where there are too many or none."""
        named = self._named(name)
        pairs = [(one, other) for one, other in combinations(named, 2) if self._proved(one) or self._proved(other)]
        ties = [self._tie(name, one, other) for one, other in pairs if not self._numbers(one) & self._numbers(other)]
        best = max(ties, key=lambda tie: (tie.confidence, tie.source), default=None)
        return best if best is not None and best.confidence >= KIN else None

    def _named(self, name: str) -> list[Members]:
        """Return the issues that have ``name`` in every title; () when more issues than that have it in some title."""
        issues: list[Members] = []
        for one in self._titled[name]:
            if not any(one in issue for issue in issues):
                issues.append(self._issue_of(one))
                if len(issues) > MOST_NAMED:
                    return []
        return [issue for issue in issues if all(name in self._words.get(one, ()) for one in issue)]

    def _proved(self, issue: Members) -> bool:
        titles = {comparable_title(self._graph.catalog.by_id[one].title) for one in issue}
        long = len(issue) >= _PROVED_MEMBERS and len(titles) >= _PROVED_TITLES
        return long and len(self._numbers(issue)) >= _PROVED_NUMBERS

    def _numbers(self, issue: Collection[str]) -> frozenset[str]:
        return frozenset(number for one in issue for number in self._graph.catalog.by_id[one].case_numbers)

    def _tie(self, name: str, one: Members, other: Members) -> Tie:
        """Return the tie between the likest paragraphs of two issues, from the later to the earlier."""
        pairs = ((self._likeness(a, b), a, b) for a in sorted(one) for b in sorted(other))
        likeness, a, b = max(pairs)
        first, last = sorted((a, b), key=lambda each: (self._graph.catalog.by_id[each].date or "", each))
        return Tie(LinkKind.SIMILAR, last, first, name, (), round(likeness, 3))

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        """The words of every title by paragraph, with those words of any title that they begin or end with."""
        heads = [head for head in self._graph.catalog.shown if head.id not in self._graph.standing]
        titles = {head.id: _long(content_terms(comparable_title(head.title))) for head in heads}
        known = frozenset(word for title in titles.values() for word in title)
        edges = {word: _edges(word) & known for word in known}
        return {one: frozenset().union(*(edges[word] for word in title)) for one, title in titles.items()}

    @cached_property
    def _titled(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for one, words in self._words.items():
            for word in words:
                found[word].append(one)
        return found


def _edges(word: str) -> frozenset[str]:
    """Return the word and what it begins or ends with: "patientavgift" is a compound of "avgift"."""
    cuts = range(_SHORTEST, len(word) + 1)
    return frozenset(part for cut in cuts for part in (word[:cut], word[-cut:]))


def _long(words: Collection[str]) -> list[str]:
    return [word for word in words if len(word) >= _SHORTEST]
