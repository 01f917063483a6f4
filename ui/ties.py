"""Why an event belongs to its issue: its links seen from the event, told once where they share evidence. Pure.

A link stands in the trace at both its ends. At the paragraph that carries the evidence it says what that names; at the
other end it says where that is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.naming import meeting_name
from index.results import Event, Link, LinkKind, Similar, Trace
from ui import words

_ORDER = (
    LinkKind.REPORTS_ON,
    LinkKind.RETURNS,
    LinkKind.CONTINUES,
    LinkKind.CITES_PARAGRAPH,
    LinkKind.CITES_DOCUMENT,
    LinkKind.SAME_DOCUMENT,
    LinkKind.CITES_CASE,
    LinkKind.REFERRED,
    LinkKind.SAME_CASE,
    LinkKind.SAME_TITLE,
    LinkKind.SIMILAR,
    LinkKind.CONFIRMED,
)


@dataclass(frozen=True, slots=True)
class Tie:
    """What joins an event to another paragraph, by one piece of evidence.

    ``told`` is the Swedish phrase that the other's name follows ("Återrapporterar", "Nämns i"); ``other_id`` is None
    when the other is not in the library. ``incoming`` when the evidence is printed in the other paragraph.
    """

    told: str
    other: str
    other_id: str | None
    incoming: bool
    link: Link


def of_event(event: Event, trace: Trace) -> tuple[Tie, ...]:
    """Return the ties of an event, those whose evidence it carries itself first."""
    names = _names(trace)
    grouped: dict[tuple[str, str, str], list[Link]] = {}
    for link in event.links:
        grouped.setdefault((link.from_id, link.to_id or link.to, link.evidence), []).append(link)
    ties = [_tie(event, links, names) for links in grouped.values()]
    return tuple(sorted(ties, key=lambda tie: tie.incoming))


def of_link(link: Link) -> Tie:
    """Return what a link says of a paragraph outside the library."""
    return Tie(words.link_kind(link.kind), link.to, link.to_id, incoming=False, link=link)


def similar_told(similar: Similar) -> str:
    """Return another matter on the same subject as a line: its place, title and number, and how alike it is."""
    number = f" (dnr {', '.join(similar.case_numbers)})" if similar.case_numbers else ""
    return f"{similar.link.to}: {similar.title}{number}, likhet {words.decimal(similar.link.confidence, 2)}"


def _tie(event: Event, links: list[Link], names: Mapping[str, str]) -> Tie:
    links = sorted(links, key=lambda link: _ORDER.index(link.kind))
    incoming = links[0].from_id != event.paragraph_id
    told = words.link_told(tuple(link.kind for link in links), incoming=incoming)
    if incoming:
        source = links[0].from_id
        return Tie(told, names.get(source, "en annan paragraf"), source, incoming, links[0])
    return Tie(told, links[0].to, links[0].to_id, incoming, links[0])


def _names(trace: Trace) -> dict[str, str]:
    """Return the names of all events, in the short form where some link names them so."""
    long = {e.paragraph_id: _long_name(e) for e in trace.events}
    return long | {link.to_id: link.to for link in _links(trace) if link.to_id}


def _long_name(event: Event) -> str:
    """Return meeting and §, the file of a document that has none."""
    if event.number is None:
        return event.file
    return f"{meeting_name(event.board, event.date, event.file)} § {event.number}"


def _links(trace: Trace) -> Iterable[Link]:
    return (link for event in trace.events for link in event.links)
