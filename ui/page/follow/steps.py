"""What an event changed, whether its decision still holds, and where each issue of a trace stands, as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from index.changes import word_changes
from index.course import Change, ChangeBase, ChangeKind
from index.results import Event, Issue, Trace
from ui import course_words, words
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.state import PageState, write

FILES = (("docx", "Word"), ("html", "HTML"), ("svg", "bild"), ("csv", "tabell"))
"""The forms in which a trace can be taken home."""

_BASES = {ChangeBase.PROPOSAL: "Mot förslaget", ChangeBase.PREVIOUS: "Sedan förra beslutet"}


def issues(found: Trace) -> Markup:
    """Return where each issue of the trace stands, and where the trace stopped."""
    parts: list[Markup] = [_issue(issue, named=len(found.issues) > 1) for issue in found.issues]
    if found.boundary is not None:
        parts.append(tag("p", course_words.boundary(found.boundary), class_="ps-searched"))
    return tag("section", *parts, class_="ps-issues", aria_label="Läge") if parts else EMPTY


def downloads(state: PageState) -> Markup:
    """Return the links by which the trace is taken home as a file."""
    query = write(state)
    links = [tag("a", name, href=f"/arende.{ending}{query}", download=True) for ending, name in FILES]
    return tag("p", "Ta med ärendet som ", join(links, ", "), class_="ps-downloads")


def told(event: Event) -> Markup:
    """Return what the event changed and whether its decision still holds."""
    lines = [_change(change) for change in event.changes[: course_words.MOST_CHANGES]]
    if len(event.changes) > len(lines):
        left = words.count(len(event.changes) - len(lines), "ändring", "ändringar")
        lines.append(tag("li", f"… och {left} till."))
    if event.standing is not None:
        lines.append(tag("li", course_words.standing(event.standing), class_=f"ps-standing-{event.standing.validity}"))
    if not event.issue_id and event.links:
        lines.append(tag("li", "Hör till ett annat ärende, som nämns i det här."))
    return tag("ul", *lines, class_="ps-told") if lines else EMPTY


def _issue(issue: Issue, *, named: bool) -> Markup:
    by = f" {issue.state.by.citation}: ”{issue.state.by.text}”" if issue.state.by else ""
    facts = [
        ("Läge", f"{course_words.state(issue.state).capitalize()}.{by}"),
        ("Organ", words.listed(issue.boards)),
        ("Diarienummer", ", ".join(issue.case_numbers)),
        *(("Samma ärende", joined) for joined in course_words.joined(issue)),
    ]
    rows = [join([tag("dt", name), tag("dd", value)]) for name, value in facts if value]
    heading = tag("h3", issue.title) if named else EMPTY
    return join([heading, tag("dl", *rows, class_="ps-facts")])


def _change(change: Change) -> Markup:
    return tag("li", tag("b", f"{_BASES[change.base]}: "), *_words(change))


def _words(change: Change) -> Iterator[Markup]:
    if change.kind is ChangeKind.ADDED:
        yield tag("ins", change.after)
    elif change.kind is ChangeKind.REMOVED:
        yield tag("del", change.before)
    else:
        for kind, piece in word_changes(change.before, change.after):
            name = {None: "span", ChangeKind.ADDED: "ins", ChangeKind.REMOVED: "del"}[kind]
            yield tag(name, f"{piece} ")
