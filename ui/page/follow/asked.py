"""What the view Följ ärende asks the library: its state as the start of a trace, and the filters over what was found.

Always holds: timeline, list and files show the same events, and what a filter hides is counted. Pure but for the
library it asks.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace

from index.boards import resolve
from index.errors import NotInLibraryError
from index.library import Library
from index.naming import named_by
from index.results import LinkKind, Trace
from ui.drawing.layout import board_of
from ui.page.state import PageState


@dataclass(frozen=True, slots=True)
class Followed:
    """A course as it is shown, and the ``whole`` of it before any filter.

    ``boards`` are the lanes that are shown (() is all), ``without`` the kinds of links that do not count.
    """

    trace: Trace
    whole: Trace
    boards: tuple[str, ...] = ()
    without: tuple[LinkKind, ...] = ()

    @property
    def hidden(self) -> int:
        """How many events the filters hide."""
        return max(len(self.whole.events) - len(self.trace.events), 0)


def followed(library: Library, state: PageState) -> Followed:
    """Return the course that a state asks for, filtered as it asks.

    Raises:
        LibraryError: when it leads nowhere, or a board is not known.
    """
    whole = _trace(library, state, ())
    without = tuple(LinkKind(name) for name in state.many("utan") if name in set(LinkKind))
    counted = _trace(library, state, without) if without else whole
    boards = _lanes(library, state.many("namnd"), whole)
    return Followed(in_boards(counted, boards), whole, boards, without)


def in_boards(trace: Trace, boards: Collection[str]) -> Trace:
    """Return a trace with the events of these lanes only; () is all of them."""
    if not boards:
        return trace
    kept = tuple(event for event in trace.events if board_of(event) in boards)
    inside = {event.paragraph_id for event in kept}
    return replace(trace, events=kept, outside=tuple(link for link in trace.outside if link.from_id in inside))


def _trace(library: Library, state: PageState, without: Collection[LinkKind]) -> Trace:
    """Follow the issue from the paragraph that the address names, or else from its words.

    The paragraph must still be the one that the start tells of: a file that was read again may number its paragraphs
    anew, and an address may be years old.
    """
    start, start_id = state.one("start"), state.one("startparagraf")
    with suppress(NotInLibraryError):
        if start_id and named_by(start, library.paragraph(start_id).head):
            return library.trace_paragraph(start_id, without=without)
    return library.trace(start, without=without)


def _lanes(library: Library, asked: Collection[str], whole: Trace) -> tuple[str, ...]:
    """Return the lanes that are named, by the lane's own name or as people name a board."""
    lanes = tuple(dict.fromkeys(board_of(event) for event in whole.events))
    named: set[str] = set()
    for name in asked:
        named |= {name} if name in lanes else set(resolve(name, library.boards()))
    return tuple(lane for lane in lanes if lane in named) or tuple(sorted(named))
