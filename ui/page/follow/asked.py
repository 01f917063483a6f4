"""What the view Följ ärende asks the library: its state as the start of a trace. Pure but for the library it asks."""

from __future__ import annotations

from contextlib import suppress

from index.errors import NotInLibraryError
from index.library import Library
from index.naming import named_by
from index.results import Trace
from ui.page.state import PageState


def trace(library: Library, state: PageState) -> Trace:
    """Return the course of the issue that a state asks for.

    It starts from the paragraph that the address names, as long as that still is the one that its start tells of: a
    file that was read again may number its paragraphs anew, and an address may be years old.

    Raises:
        LibraryError: when it leads nowhere.
    """
    start, start_id = state.one("start"), state.one("startparagraf")
    with suppress(NotInLibraryError):
        if start_id and named_by(start, library.paragraph(start_id).head):
            return library.trace_paragraph(start_id)
    return library.trace(start)
