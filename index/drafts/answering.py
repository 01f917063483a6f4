"""A text as the query: what was said and decided before of each thing that a draft wants.

Owns the order of steps. Always holds: each demand is searched by itself, kind by kind, and only what is likely to
concern the same is shown; a demand for which nothing is says so. Leaves out what a draft demands (`nlp.demands`) and
how a demand stands (`index.drafts.status`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from index.course import State
from index.drafts.concerning import Concerned, Concerning
from index.drafts.status import earlier_of, status
from index.drafts.values import Demanded, DraftAnswer, Group
from index.ledger import AssignmentState
from index.results import Coverage, Issue, UnitKind
from index.stored import Filter
from nlp.demands import Wanted, wanted

KINDS = (UnitKind.DECISION, UnitKind.ASSIGNMENT, UnitKind.MOTION, UnitKind.RESERVATION)
"""The kinds that a demand is compared with, in the order in which they are shown."""
_A_KIND = 5
_MOST_DEMANDS = 100


class Drafting:
    """Answers drafts over one library.

    ``ledger`` gives how all assignments stand and ``issue`` the issue of a paragraph; each is asked only where a
    demand needs it.
    """

    def __init__(
        self,
        concerning: Concerning,
        ledger: Callable[[], Sequence[AssignmentState]],
        issue: Callable[[str], Issue],
        coverage: Callable[[], Coverage],
    ) -> None:
        """Name the parts."""
        self._concerning, self._coverage = concerning, coverage
        self._later = _Later(ledger, issue)

    def answer(self, text: str) -> DraftAnswer:
        """Return for each thing that ``text`` wants what was said and decided of it before."""
        asked = wanted(text)
        demands = tuple(map(self._demanded, asked[:_MOST_DEMANDS]))
        return DraftAnswer(demands, self._coverage(), max(0, len(asked) - _MOST_DEMANDS))

    def _demanded(self, one: Wanted) -> Demanded:
        whole = self._concerning.find(one.about)
        known = {each.hit.paragraph_id: each.likely for each in whole}
        found = {kind: self._of_kind(one.about, kind, known) for kind in KINDS}
        stands, because, against = status(_each_once(found.values()), self._later)
        groups = tuple(Group(kind, tuple(map(earlier_of, each))) for kind, each in found.items() if each)
        nearest = () if groups else whole or self._concerning.find(one.about, least=0.0, limit=1)
        return Demanded(
            one.text, one.range, one.about, stands, because, against, groups, nearest[0].hit if nearest else None
        )

    def _of_kind(self, about: str, kind: UnitKind, known: Mapping[str, float]) -> tuple[Concerned, ...]:
        return self._concerning.find(about, Filter(kinds=(kind,)), limit=_A_KIND, known=known)


class _Later:
    """What came after a paragraph; the ledger is made when the first is asked for."""

    def __init__(self, ledger: Callable[[], Sequence[AssignmentState]], issue: Callable[[str], Issue]) -> None:
        self._ledger, self._issue = ledger, issue
        self._by_paragraph: dict[str, list[AssignmentState]] | None = None

    def assignments(self, paragraph_id: str) -> Sequence[AssignmentState]:
        if self._by_paragraph is None:
            self._by_paragraph = {}
            for state in self._ledger():
                self._by_paragraph.setdefault(state.row.paragraph_id, []).append(state)
        return self._by_paragraph.get(paragraph_id, ())

    def state(self, paragraph_id: str) -> State:
        return self._issue(paragraph_id).state


def _each_once(groups: Iterable[Sequence[Concerned]]) -> list[Concerned]:
    """Return what was found, a passage that is of two kinds (a decision that assigns) once."""
    found: dict[tuple[str, int], Concerned] = {}
    for each in groups:
        for one in each:
            found.setdefault((one.hit.paragraph_id, one.hit.quote_range.start), one)
    return list(found.values())
