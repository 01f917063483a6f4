"""Issues as people see them: gathered, named, with their span, boards, path and state, in one generation of a library.

Owns the way from gathered paragraphs to `Issue`. Always holds: an issue is as people have corrected it at the moment
of asking; its state and its joins carry their words. Leaves out how paragraphs are gathered
(`index.tracing.gathering`) and what a paragraph does (`index.tracing.steps`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.boards import BoardName
from index.course import StateKind
from index.kept import Kept, digest
from index.links import LinkGraph
from index.results import Issue, LinkKind
from index.store import Store
from index.stored import Head, StoredParagraph
from index.tracing.corrected_links import NOTHING, CorrectedLinks
from index.tracing.gathering import Gathered, Gathering
from index.tracing.kinship import Frequency, Kinship
from index.tracing.quoting import Quoting
from index.tracing.steps import loops_of, path_of, state_of
from nlp.analysis import content_terms
from nlp.standing import comparable_title

KeptIssues = Kept[tuple[Gathered, ...]]

_AT_ONCE = 400
"""Paragraphs whose texts are in memory together while all issues are listed."""


@dataclass(frozen=True, slots=True)
class IssueName:
    """An issue by the id of its first paragraph, and its title."""

    id: str
    title: str


class Issues:
    """The issues of one graph of links; ``corrected`` is asked anew whenever its file has changed."""

    def __init__(
        self,
        store: Store,
        graph: LinkGraph,
        frequency: Frequency,
        boards: Callable[[], Sequence[BoardName]],
        corrections: CorrectedLinks | None = None,
        kept: KeptIssues | None = None,
    ) -> None:
        """Name the parts; nothing is gathered yet. ``kept`` is where all issues of this graph are kept."""
        self.graph = graph
        self._store, self._boards, self._corrections, self._kept = store, boards, corrections, kept
        self._kinship = Kinship(store, frequency, graph.catalog.shown)
        self._gatherings: dict[frozenset[LinkKind], Gathering] = {}
        self._stamp: tuple[int, int] | None = None
        self._whole = False

    def gathering(self, without: Collection[LinkKind] = ()) -> Gathering:
        """Return the issues as sets of paragraphs, without links of these kinds. Raises BookError."""
        if self._corrections is not None and self._stamp != self._corrections.stamp():
            self._stamp, self._gatherings, self._whole = self._corrections.stamp(), {}, False
        kinds = frozenset(without)
        if kinds not in self._gatherings:
            corrected = self._corrections.corrected(self.graph.catalog) if self._corrections else NOTHING
            known = self._kept.get(*self._state()) if self._kept and not kinds else None
            self._gatherings[kinds] = Gathering(
                self.graph, self._kinship.goes_on, self._kinship.likeness, corrected, kinds, known or ()
            )
            self._whole = self._whole or known is not None
        return self._gatherings[kinds]

    def gathered(self) -> tuple[Gathered, ...]:
        """Return every issue as a set of paragraphs, and keep them for the next process. Raises BookError."""
        found = tuple(self.gathering().all())
        if self._kept and not self._whole:
            self._kept.put(found, *self._state())
            self._whole = True
        return found

    def _state(self) -> tuple[Hashable, ...]:
        """Return what the issues are made of: the library, how its boards are called, and what people say of links."""
        return self._store.identity(), self.graph.catalog.generation, digest(self._boards()), self._stamp

    def of(self, paragraph_id: str, without: Collection[LinkKind] = ()) -> Issue:
        """Return the issue of one paragraph. Raises BookError."""
        return self.made(self.gathering(without).issue_of(paragraph_id))

    def name_of(self, paragraph_id: str) -> IssueName:
        """Return what the issue of one paragraph is called; no text is read for it. Raises BookError."""
        heads = [self.graph.catalog.by_id[one] for one in self.gathering().issue_of(paragraph_id).members]
        return IssueName(heads[0].id, title_of(heads))

    def all(self, *, least: int = 1) -> Iterator[Issue]:
        """Yield every issue of at least so many paragraphs, the one that was up last first. Raises BookError."""
        gathered = [one for one in self.gathered() if len(one.members) >= least]
        gathered.sort(key=self._last_day, reverse=True)
        for some in _in_lots(gathered):
            stored = self._stored([one for issue in some for one in issue.members])
            yield from (self.made(issue, stored) for issue in some)

    def made(self, gathered: Gathered, stored: Mapping[str, StoredParagraph] | None = None) -> Issue:
        """Return the issue of gathered paragraphs; ``stored`` holds theirs, all acts, where they are read already."""
        found = stored or self._stored(gathered.members)
        members = [found[one] for one in gathered.members]
        heads = [one.head for one in members]
        path = path_of(members)
        dates = [head.date for head in heads if head.date]
        quoting = Quoting(self.graph.catalog, found, self._boards())
        return Issue(
            id=heads[0].id,
            title=title_of(heads),
            date_first=dates[0] if dates else None,
            date_last=dates[-1] if dates else None,
            boards=tuple(dict.fromkeys(head.board for head in heads if head.board)),
            case_numbers=tuple(dict.fromkeys(number for head in heads for number in head.case_numbers)),
            paragraphs=gathered.members,
            state=state_of(members, path),
            path=path,
            loops=loops_of(path),
            joins=tuple(quoting.link(tie) for tie in gathered.joins),
        )

    def _stored(self, ids: Collection[str]) -> dict[str, StoredParagraph]:
        return {one.head.id: one for one in self._store.paragraphs(ids)}

    def _last_day(self, issue: Gathered) -> tuple[str, str]:
        dates = [self.graph.catalog.by_id[one].date or "" for one in issue.members]
        return max(dates), issue.members[-1]


def title_of(heads: Sequence[Head]) -> str:
    """Return the title whose words the issue's other titles share most; among equals the earliest."""
    words = {head.title: content_terms(comparable_title(head.title)) for head in heads}
    counts = Counter(word for head in heads for word in words[head.title])

    def shared(title: str) -> float:
        return sum(counts[word] for word in words[title]) / max(len(words[title]), 1)

    return max(dict.fromkeys(head.title for head in heads), key=shared)


def matches(issue: Issue, boards: Collection[str], years: tuple[int, int] | None, state: StateKind | None) -> bool:
    """Return whether an issue was up in one of these boards, in these years, and stands so; empty restricts nothing."""
    in_board = not boards or any(board in boards for board in issue.boards)
    in_state = state is None or issue.state.kind is state
    return in_board and in_state and (years is None or _in_years(issue, years))


def _in_years(issue: Issue, years: tuple[int, int]) -> bool:
    days = [step.date for step in issue.path if step.date]
    return any(years[0] <= int(day[:4]) <= years[1] for day in days)


def _in_lots(gathered: Sequence[Gathered]) -> Iterator[list[Gathered]]:
    lot: list[Gathered] = []
    for issue in gathered:
        lot.append(issue)
        if sum(len(one.members) for one in lot) >= _AT_ONCE:
            yield lot
            lot = []
    if lot:
        yield lot
