"""Results as Swedish text for a terminal. Pure functions from results to lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from index.results import Event, Finding, IngestReport, Issue, Trace
from ui import course_words, intake_report, ties, words
from ui.ties import Tie

WIDTH = 100
LONGEST_LIST = 12
"""So many entries of one list are printed before "och N till"; the rest is found with `check`."""


def ingest_report(report: IngestReport) -> str:
    """Return what a reading run did, as a readable report."""
    lines = list(intake_report.summary(report))
    if report.items:
        lines += ["", "Funnet:"]
        lines += [f"  {words.number(amount):>9}  {words.item(kind)}" for kind, amount in report.items.items()]
    for heading, entries in intake_report.told(report):
        lines += _listed(heading, entries)
    return "\n".join(lines)


def trace(found: Trace) -> str:
    """Return the events of an issue in time order, each with its links and their evidence."""
    if not found.events:
        return f"Inget ärende hittades från ”{found.start}”.\n\n{words.coverage(found.coverage)}"
    parts = [f"{found.title}\n{words.count(len(found.events), 'händelse', 'händelser')} i tidsordning"]
    parts += [issue(one) for one in found.issues]
    parts += [_event(event, ties.of_event(event, found)) for event in found.events]
    outside = [_tie(ties.of_link(link)) for link in found.outside]
    parts += ["\n".join(_listed("Utanför biblioteket", outside)).strip()]
    parts.append(course_words.boundary(found.boundary) if found.boundary else "")
    parts += ["\n".join(_listed("Liknande ärenden", [ties.similar_told(one) for one in found.similar])).strip()]
    parts.append(words.coverage(found.coverage))
    return "\n\n".join(part for part in parts if part)


def issue(one: Issue) -> str:
    """Return an issue in a few lines: name, span, boards, numbers, where it stands and the words that say so."""
    told = [f"{words.count(len(one.paragraphs), 'paragraf', 'paragrafer')}, {course_words.span(one)}"]
    told.append(" · ".join(part for part in (words.listed(one.boards), ", ".join(one.case_numbers)) if part))
    by = f" {one.state.by.citation}: ”{one.state.by.text}”" if one.state.by else ""
    told.append(f"Läge: {course_words.state(one.state)}.{by}")
    told += [f"Byter diarienummer: {each}" for each in course_words.joined(one)]
    return "\n".join([one.title, *(line for part in told for line in _indented(part))])


def findings(found: Sequence[Finding]) -> str:
    """Return what is not whole, one entry per finding with its cure."""
    if not found:
        return "Biblioteket är helt."
    entries = [f"{finding.where}: {finding.what}\n    Gör så här: {finding.cure}" for finding in found]
    return "\n".join([f"{words.count(len(found), 'sak', 'saker')} är inte som de ska:", *entries])


def _event(event: Event, found: Sequence[Tie]) -> str:
    where = event.file if event.number is None else f"{event.board or event.file} § {event.number}"
    head = f"{words.date(event.date)}  {where}  {event.title}"
    links = [line for tie in found for line in _indented(f"{'←' if tie.incoming else '→'} {_tie(tie)}")]
    told = [course_words.event_kind(event.kind), *course_words.changes(event)]
    told += [course_words.standing(event.standing)] if event.standing else []
    lines = [line for part in told for line in _indented(part)]
    return "\n".join([head, *_indented(words.facts(event)), *lines, *links, *_indented(_source(event))])


def _source(result: Event) -> str:
    return f"{result.file}, sida {result.page}"


def _tie(tie: Tie) -> str:
    return f"{tie.told} {tie.other}: ”{tie.link.evidence}” (sida {tie.link.page})"


def _indented(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="    ", subsequent_indent="    ")


def _listed(heading: str, entries: Sequence[str]) -> Iterator[str]:
    if not entries:
        return
    yield from ("", f"{heading}:")
    yield from (f"  {entry}" for entry in entries[:LONGEST_LIST])
    if len(entries) > LONGEST_LIST:
        yield f"  … och {words.number(len(entries) - LONGEST_LIST)} till (protokollspar check visar alla)"
