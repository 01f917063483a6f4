"""Events: a paragraph as one step of its issue, with what it decided, what it changed and whether that still holds.

Always holds: pure; quotes are verbatim. What is only mentioned in an issue is an event too, with no issue of its own,
and nothing is said of what it changed there.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.course import Change, EventKind, Standing
from index.dissent import outvoted
from index.finding.hits import against_of, outcomes_of, votes_of
from index.links import LinkGraph
from index.naming import citation
from index.quote import best_quote
from index.results import Event, Issue, Link
from index.stored import StoredParagraph
from index.tracing.changes import changes_of
from index.tracing.steps import kind_of
from index.tracing.validity import Looked, Standings
from index.units import units_of

_SETTLES_NOTHING = (EventKind.TABLED, EventKind.REMITTED, EventKind.NOTICE, EventKind.OTHER)


class Events:
    """Makes the events of a trace whose paragraphs are ``stored``."""

    def __init__(
        self, issues: Sequence[Issue], stored: dict[str, StoredParagraph], graph: LinkGraph, looked: Looked
    ) -> None:
        """Take the issues with their paths."""
        self._stored = stored
        self._issue = {one: issue for issue in issues for one in issue.paragraphs}
        self._standings = {
            issue.id: Standings([stored[one] for one in issue.paragraphs], issue.path, graph.incoming, looked)
            for issue in issues
        }

    def of(self, paragraph_id: str, links: Sequence[Link]) -> Event:
        """Return the event of one paragraph with the links that brought it in."""
        stored = self._stored[paragraph_id]
        head, acts = stored.head, stored.paragraph.acts
        decided = next((one.ranges[0] for one in acts.decisions if one.ranges), None)
        quote = best_quote(stored.paragraph.text, decided or units_of(stored.paragraph)[0].range, {})
        page = stored.page_at(quote.range.start)
        issue = self._issue.get(paragraph_id)
        return Event(
            paragraph_id=head.id,
            board=head.board,
            date=head.date,
            number=head.number,
            title=head.title,
            case_numbers=head.case_numbers,
            file=head.file,
            document_id=head.document_id,
            page=page,
            outcomes=outcomes_of(acts),
            against=(*against_of(acts), *outvoted(acts)),
            quote=quote.text,
            quote_range=quote.range,
            citation=citation(head, page),
            links=tuple(links),
            kind=kind_of(stored),
            issue_id=issue.id if issue else "",
            changes=self._changes(stored, issue),
            standing=self._standing(stored, issue),
            votes=votes_of(acts),
        )

    def _changes(self, stored: StoredParagraph, issue: Issue | None) -> tuple[Change, ...]:
        return changes_of(stored, self._decided_before(stored, issue) if issue else None)

    def _decided_before(self, stored: StoredParagraph, issue: Issue) -> StoredParagraph | None:
        """Return the issue's last decision before this paragraph; what only put it off decided nothing to compare."""
        before = None
        for step in issue.path:
            if step.paragraph_id == stored.head.id:
                return before
            if step.kind not in _SETTLES_NOTHING and self._stored[step.paragraph_id].paragraph.acts.decisions:
                before = self._stored[step.paragraph_id]
        return None

    def _standing(self, stored: StoredParagraph, issue: Issue | None) -> Standing | None:
        return self._standings[issue.id].of(stored) if issue else None
