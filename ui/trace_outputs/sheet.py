"""The content of a briefing on one trace, the same in every form: facts, rows in time order, what lies outside.

Always holds: every row carries its official citation; what the program concludes is called that; what was searched, and
on which day the program made it, stands at the end. Pure; knows neither HTML nor Word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from index.naming import meeting_name
from index.results import Event, Issue, Trace
from ui import course_words, ties, words

COLUMNS = ("Datum", "Organ och paragraf", "Vad som hände", "Beslut", "Hänvisning")


@dataclass(frozen=True, slots=True)
class Row:
    """One event in words. ``place`` counts from 1; ``after`` are sentences on dissent, changes, validity and links."""

    place: int
    date: str
    where: str
    happened: str
    title: str
    quote: str
    after: tuple[str, ...]
    citation: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A briefing: what each part says, in the order in which it is read."""

    title: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    outside: tuple[str, ...]
    notes: tuple[str, ...]


def sheet_of(trace: Trace, today: date, notes: Sequence[str] = ()) -> Sheet:
    """Return the briefing on a trace; ``today`` is printed as the day on which it was made; ``notes`` lead."""
    return Sheet(
        title=trace.title or trace.start,
        lead=". ".join([f"Ärendets gång, följt från ”{trace.start}”", *notes]),
        facts=tuple(_facts(trace)),
        rows=tuple(_row(place, event, trace) for place, event in enumerate(trace.events, start=1)),
        outside=tuple(_outside(one) for one in ties.outside(trace)),
        notes=tuple(_notes(trace, today)),
    )


def _facts(trace: Trace) -> Iterator[tuple[str, str]]:
    several = len(trace.issues) > 1
    for number, issue in enumerate(trace.issues, start=1):
        if several:
            yield f"Ärende {number}", issue.title
        yield from _issue_facts(issue, trace)


def _issue_facts(issue: Issue, trace: Trace) -> Iterator[tuple[str, str]]:
    yield "Tid", course_words.span(issue)
    yield "Organ", words.listed(issue.boards)
    if issue.case_numbers:
        yield "Diarienummer", ", ".join(issue.case_numbers)
    by = f" {issue.state.by.citation}: ”{issue.state.by.text}”" if issue.state.by else ""
    yield "Läge", f"{course_words.state(issue.state).capitalize()}.{by}"
    path = " → ".join(_step(step.board, step.kind, step.days) for step in issue.path)
    yield "Vägen", path
    names = {event.paragraph_id: _name(event) for event in trace.events}
    for loop in issue.loops:
        yield "Tur och retur", course_words.loop(loop, names)
    for joined in course_words.joined(issue):
        yield "Byter diarienummer", joined


def _step(board: str | None, kind: str, days: int | None) -> str:
    waited = f" (+{words.count(days, 'dag', 'dagar')})" if days else ""
    return f"{board or 'okänt organ'}: {course_words.event_kind(kind).lower()}{waited}"


def _name(event: Event) -> str:
    meeting = meeting_name(event.board, event.date, event.file)
    return meeting if event.number is None else f"{meeting} § {event.number}"


def _row(place: int, event: Event, trace: Trace) -> Row:
    return Row(
        place=place,
        date=words.date(event.date),
        where=event.file if event.number is None else f"{event.board or event.file} § {event.number}",
        happened=course_words.happened(event),
        title=event.title,
        quote=event.quote,
        after=tuple(_after(event, trace)),
        citation=event.citation,
    )


def _after(event: Event, trace: Trace) -> Iterator[str]:
    if event.against:
        yield f"Emot: {', '.join(event.against)}."
    yield from course_words.changes(event)
    if event.standing is not None:
        yield course_words.standing(event.standing)
    if not event.issue_id:
        yield "Hör till ett annat ärende, som nämns i det här."
    for one in ties.printed(event, trace):
        yield f"{one.told} {one.others}: ”{one.link.evidence}” (s. {one.link.page})."


def _outside(one: ties.Outside) -> str:
    link, more = one.links[0], len(one.links) - 1
    again = f", och på {words.count(more, 'ställe', 'ställen')} till" if more else ""
    return f"{one.name}: ”{link.evidence}” ({', '.join(filter(None, [one.named_in, f's. {link.page}']))}){again}."


def _notes(trace: Trace, today: date) -> Iterator[str]:
    if trace.no_match:
        yield course_words.doubt(trace.start)
    if trace.boundary is not None:
        yield course_words.boundary(trace.boundary)
    yield words.coverage(trace.coverage)
    yield (
        f"Sammanställt av programmet Protokollspår den {words.date(today.isoformat())}. Citaten är ordagranna ur "
        "protokollen. Vad som hör ihop, läget, ändringarna och giltigheten är programmets slutsatser: pröva dem mot "
        "protokollen innan något beslutas på dem."
    )
