"""Results as Swedish text for a terminal. Pure functions from results to lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from index.results import Event, Finding, IngestReport, Issue, Trace
from ui import course_words, intake_report, ties, words
from ui.ties import Outside, Sentence

WIDTH = 100
MOST_JOINS = 3
"""So many reasons why case numbers are one issue are printed; `--format jsonl` has all."""
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
    if found.no_match:
        parts.insert(0, course_words.doubt(found.start))
    parts += [issue(one) for one in found.issues]
    parts += [_event(event, ties.printed(event, found)) for event in found.events]
    parts += ["\n".join(_listed("Utanför biblioteket", [_outside(one) for one in ties.outside(found)])).strip()]
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
    joined = course_words.joined(one)
    told += [f"Byter diarienummer: {each}" for each in joined[:MOST_JOINS]]
    told += [f"… och {len(joined) - MOST_JOINS} byten till."] if len(joined) > MOST_JOINS + 1 else joined[MOST_JOINS:]
    return "\n".join([one.title, *(line for part in told for line in _indented(part))])


def findings(found: Sequence[Finding]) -> str:
    """Return what is not whole, one entry per finding with its cure."""
    if not found:
        return "Biblioteket är helt."
    entries = [f"{finding.where}: {finding.what}\n    Gör så här: {finding.cure}" for finding in found]
    return "\n".join([f"{words.count(len(found), 'sak', 'saker')} är inte som de ska:", *entries])


def _event(event: Event, found: Sequence[Sentence]) -> str:
    where = event.file if event.number is None else f"{event.board or event.file} § {event.number}"
    head = f"{words.date(event.date)}  {where}  {event.title}"
    links = [line for one in found for line in _indented(_sentence(one))]
    told = [course_words.event_kind(event.kind), *course_words.changes(event)]
    told += [course_words.standing(event.standing)] if event.standing else []
    lines = [line for part in told for line in _indented(part)]
    return "\n".join([head, *_indented(words.facts(event)), *lines, *links, *_indented(_source(event))])


def _source(result: Event) -> str:
    return f"{result.file}, sida {result.page}"


def _sentence(one: Sentence) -> str:
    arrow = "←" if one.ties[0].incoming else "→"
    return f"{arrow} {one.told} {one.others}: ”{one.link.evidence}” (sida {one.link.page})"


def _outside(one: Outside) -> str:
    link, more = one.links[0], len(one.links) - 1
    again = f", och på {words.count(more, 'ställe', 'ställen')} till" if more else ""
    return f"{one.name}: ”{link.evidence}” ({', '.join(filter(None, [one.named_in, f'sida {link.page}']))}){again}"


def _indented(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="    ", subsequent_indent="    ")


def _listed(heading: str, entries: Sequence[str]) -> Iterator[str]:
    if not entries:
        return
    yield from ("", f"{heading}:")
    yield from (f"  {entry}" for entry in entries[:LONGEST_LIST])
    if len(entries) > LONGEST_LIST:
        yield f"  … och {words.number(len(entries) - LONGEST_LIST)} till (protokollspar check visar alla)"
