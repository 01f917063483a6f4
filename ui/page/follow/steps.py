"""What an event changed and whether its decision still holds, and the issue as files, as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from index.course import Change, ChangeBase, ChangeKind
from index.results import Event
from index.tracing.changes import word_changes
from ui import course_words
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.state import PageState, write
from ui.speech import t

FILES = (("docx", "Word"), ("html", "HTML"), ("svg", "bild (SVG)"), ("xlsx", "kalkylblad"), ("csv", "CSV"))
"""The forms in which a trace can be taken home."""

_BASES = {ChangeBase.PROPOSAL: "Mot förslaget", ChangeBase.PREVIOUS: "Sedan förra beslutet"}


def downloads(state: PageState) -> Markup:
    """Return the links by which the trace is taken home as a file."""
    query = write(state)
    links = [tag("a", t(name), href=f"/arende.{ending}{query}", download=True) for ending, name in FILES]
    paper = tag("button", t("Skriv ut"), type="button", data_print=True, class_="ps-button ps-quiet")
    return tag("p", t("Ta med ärendet som"), " ", join(links, " "), paper, class_="ps-downloads")


def told(event: Event) -> Markup:
    """Return what the event changed and whether its decision still holds."""
    lines = [_change(change) for change in event.changes[: course_words.MOST_CHANGES]]
    if len(event.changes) > len(lines):
        lines.append(tag("li", course_words.more_changes(len(event.changes) - len(lines))))
    if event.standing is not None:
        lines.append(tag("li", course_words.standing(event.standing), class_=f"ps-standing-{event.standing.validity}"))
    return tag("ul", *lines, class_="ps-told") if lines else EMPTY


def _change(change: Change) -> Markup:
    return tag("li", tag("b", f"{t(_BASES[change.base])}: "), *_words(change))


def _words(change: Change) -> Iterator[Markup]:
    if change.kind is ChangeKind.ADDED:
        yield tag("ins", change.after)
    elif change.kind is ChangeKind.REMOVED:
        yield tag("del", change.before)
    else:
        for kind, piece in word_changes(change.before, change.after):
            name = {None: "span", ChangeKind.ADDED: "ins", ChangeKind.REMOVED: "del"}[kind]
            yield tag(name, f"{piece} ")
