"""What a name of a paragraph or a meeting leads to when it is not exactly one."""

from __future__ import annotations

from collections.abc import Sequence

from index.meetings import Meeting
from ui.page import parts
from ui.page.html import Markup, tag
from ui.page.protocols import labels
from ui.page.state import PageState, write
from ui.speech import t


def several(text: str, held: Sequence[Meeting], near: Sequence[Meeting], state: PageState, *, reason: str) -> Markup:
    """Return the meetings that are meant, or those nearest; ``reason`` is the library's own."""
    if "§" not in text and held:
        return parts.message(t("Möten som ”{namn}” kan vara", namn=text), _list(held, state))
    heading = t("Ingen paragraf heter ”{namn}”", namn=text)
    if held or near:
        lead = t("Mötet finns, men inte paragrafen:") if held else t("De närmaste mötena i biblioteket är:")
        return parts.message(heading, tag("p", lead), _list(held or near, state))
    return parts.message(heading, tag("p", reason, lang="sv"))


def _list(meetings: Sequence[Meeting], state: PageState) -> Markup:
    return tag("ul", *(tag("li", _link(one, state)) for one in meetings), class_="ps-bullets")


def _link(one: Meeting, state: PageState) -> Markup:
    address = write(state.having(protokoll=one.document.id, hitta=None))
    named = labels.meeting(one)
    span = labels.numbers(one.first, one.last)
    return tag("a", f"{named}, {span}" if span else named, href=address, data_state=True)
