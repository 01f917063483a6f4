"""How an issue is named in an address: by one of its paragraphs, in words that people can read and mail. Pure."""

from __future__ import annotations

from index.naming import meeting_name
from index.results import Event
from index.stored import Head
from ui.page.state import PageState, Tab


def start_of(paragraph: Event | Head) -> str:
    """Return the words that name a paragraph as a start: meeting and §, the file of a document that has none."""
    if paragraph.number is None:
        return paragraph.file
    return f"{meeting_name(paragraph.board, paragraph.date, paragraph.file)} § {paragraph.number}"


def issue_state(state: PageState, paragraph: Event | Head) -> PageState:
    """Return the state that follows the issue of a paragraph."""
    paragraph_id = paragraph.paragraph_id if isinstance(paragraph, Event) else paragraph.id
    return state.at(Tab.FOLLOW, start=start_of(paragraph), startparagraf=paragraph_id)
