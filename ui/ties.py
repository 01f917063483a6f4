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
from ui.speech import t

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


@dataclass(frozen=True, slots=True)
class Sentence:
    """Ties that one piece of evidence makes, all told alike."""

    ties: tuple[Tie, ...]

    @property
    def told(self) -> str:
        """The phrase that the others' names follow."""
        return self.ties[0].told

    @property
    def others(self) -> str:
        """The others' names as a sentence lists them."""
        return words.listed([tie.other for tie in self.ties])

    @property
    def link(self) -> Link:
        """The link that carries the evidence."""
        return self.ties[0].link


@dataclass(frozen=True, slots=True)
class Outside:
    """Something that the library lacks: its name, the name of the event that names it first, and all such links."""

    name: str
    named_in: str
    links: tuple[Link, ...]


def of_event(event: Event, trace: Trace) -> tuple[Tie, ...]:
    """Return the ties of an event, those whose evidence it carries itself first."""
    names = _names(trace)
    grouped: dict[tuple[str, str, str], list[Link]] = {}
    for link in event.links:
        grouped.setdefault((link.from_id, link.to_id or link.to, link.evidence), []).append(link)
    ties = [_tie(event, links, names) for links in grouped.values()]
    return tuple(sorted(ties, key=lambda tie: tie.incoming))


def printed(event: Event, trace: Trace) -> tuple[Sentence, ...]:
    """Return what an event itself says of others, every other once; what names it, only where it names nobody.

    So each link of a trace is told at one of its ends. That two share a number is left out where more is said: the
    number stands beside both.
    """
    found = of_event(event, trace)
    own = _each_other([tie for tie in found if not tie.incoming]) or [tie for tie in found if tie.incoming][:1]
    telling = [tie for tie in own if tie.link.kind is not LinkKind.SAME_CASE]
    grouped: dict[tuple[str, str], list[Tie]] = {}
    for tie in telling or own[:1]:
        grouped.setdefault((tie.told, tie.link.evidence), []).append(tie)
    return tuple(Sentence(tuple(same)) for same in grouped.values())


def outside(trace: Trace) -> tuple[Outside, ...]:
    """Return what the trace names that is not in the library, each once, the most often named first."""
    names = _names(trace)
    found: dict[str, list[Link]] = {}
    for link in trace.outside:
        found.setdefault(link.to, []).append(link)
    listed = [Outside(name, names.get(links[0].from_id, ""), tuple(links)) for name, links in found.items()]
    return tuple(sorted(listed, key=lambda one: -len(one.links)))


def of_link(link: Link) -> Tie:
    """Return what a link says of a paragraph outside the library."""
    return Tie(words.link_kind(link.kind), link.to, link.to_id, incoming=False, link=link)


def similar_told(similar: Similar) -> str:
    """Return another matter on the same subject as a line: its place, title and number, and how alike it is."""
    number = f" (dnr {', '.join(similar.case_numbers)})" if similar.case_numbers else ""
    alike = t("likhet {tal}", tal=words.decimal(similar.link.confidence, 2))
    return f"{similar.link.to}: {similar.title}{number}, {alike}"


def _each_other(found: Iterable[Tie]) -> list[Tie]:
    """Return one tie to each other paragraph, the most telling."""
    telling = sorted(found, key=lambda tie: _ORDER.index(tie.link.kind))
    kept: dict[str, Tie] = {}
    for tie in telling:
        kept.setdefault(tie.other_id or tie.other, tie)
    return list(kept.values())


def _tie(event: Event, links: list[Link], names: Mapping[str, str]) -> Tie:
    links = sorted(links, key=lambda link: _ORDER.index(link.kind))
    incoming = links[0].from_id != event.paragraph_id
    told = words.link_told(tuple(link.kind for link in links), incoming=incoming)
    if incoming:
        source = links[0].from_id
        return Tie(told, names.get(source, t("en annan paragraf")), source, incoming, links[0])
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
