"""From the sections of a directive or a report to what it sets out: goals, demands, plans, offices, terms, advice.

Pure: the same sections give the same acts, and every range points into the whole text of the document. What a section
is about is told by its heading, as houses name it ("Mål och verksamhetsnytta", "Effektmål", "Hållpunkter"); points of
lists and rows of tables are items, running text only where it says so itself ("Med X avses …", "Uppdragsägare är …").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from nlp.acts import Acts, Assignment, CaseReference, Decision, Outcome, Range, Reference, SectionKind, SectionText
from nlp.assignments import read_assignments
from nlp.blocks import Block, blocks, sentences_in
from nlp.boards import bodies_in
from nlp.document_acts import Demand, Goal, Recommendation
from nlp.offices import read_offices
from nlp.plans import read_plan
from nlp.references import read_references
from nlp.terms import read_definitions


class Part(StrEnum):
    """What a section of a directive or a report is about."""

    GOALS = "goals"
    DEMANDS = "demands"
    PLAN = "plan"
    ACTIVITIES = "activities"
    TERMS = "terms"
    ADVICE = "advice"
    TASK = "task"
    OTHER = "other"


_NUMBER = re.compile(r"^\s*(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})?\.?\s*(?P<words>.*?)[\s:]*$", re.DOTALL)
# Tried in this order: the first that is found in the heading decides.
_PARTS: tuple[tuple[Part, re.Pattern[str]], ...] = tuple(
    (part, re.compile(pattern, re.IGNORECASE))
    for part, pattern in (
        # "Definitioner och förkortningar", "Begrepp", "Ordlista"
        (Part.TERMS, r"\b(?:definition(?:er)?|begrepp\w*|förkortningar|ordlista|ordförklaring\w*|termer)\b"),
        # "Rekommendationer", "Utredningens förslag", "Förslag till åtgärder", "Åtgärdsförslag"
        (Part.ADVICE, r"^(?!sammanfattning)(?:.*\brekommendation(?:er)?\b|(?:\w+s )?förslag\b|åtgärdsförslag)"),
        # as in "Delaktiviteter 2024", "Aktiviteter", "Aktivitetsplan", "Arbetsmoment"
        (Part.ACTIVITIES, r"\b(?:del)?aktivitet(?:er|splan)?\b|\barbetsmoment\b|\bhandlingsplan\b"),
        # as in "Tidplan", "Milstolpar", "Hållpunkter", "Leverans(er) och tider", "Viktiga datum"
        (
            Part.PLAN,
            (
                r"\b(?:tids?plan\w*|tidsram\w*|milstolp\w*|hållpunkt\w*|leverans(?:er|tider)?|leverabler|avstämning\w*"
                r"|viktiga datum|tider|beslutspunkter|redovisning av uppdraget)\b"
            ),
        ),
        # "Effektmål", "Uppdragsmål 2025", "Syfte och mål", "Målsättning", "Mål"
        (
            Part.GOALS,
            (
                r"\b(?:[a-zåäö]*mål|målsättning(?:ar)?|målbild\w*|önskat resultat"
                r"|förvänta(?:t|de) (?:resultat|effekt\w*))\b"
            ),
        ),
        # "Krav på uppdraget", "Förutsättningar", "Kravbild"
        (Part.DEMANDS, r"\b(?:krav\w*|förutsättningar|villkor)\b"),
        # "Uppdraget", "Uppdragsbeskrivning", "Uppdragets innehåll"
        (Part.TASK, r"^(?:uppdrag(?:et|sbeskrivning|ets innehåll)?|beslut om uppdrag)\b"),
    )
)
# "Bakgrund", "Bakgrund och syfte", "Inledning", "Sammanfattning": with such a heading the text proper begins
_OPENING = re.compile(
    r"(?:sammanfattning|bakgrund|inledning|syfte|mål|uppdrag(?:et)?|nuläge(?:sbeskrivning)?|problembild|ärendet|definitioner"
    r"|förord|innehåll(?:sförteckning)?|metod|genomförande|avgränsning(?:ar)?|tidplan|organisation|rekommendationer"
    r"|slutsats(?:er)?|beskrivning|utgångspunkter|leverabler|leveranser|hållpunkter|beställare|budget|ekonomi|risker)"
    r"(?: (?:och|för|av|samt)\b.*)?",
    re.IGNORECASE,
)
_NO_DEMAND = re.compile(r"avgränsning|finansiering|kostnad", re.IGNORECASE)
# "Utredningen rekommenderar att", "Vi föreslår följande:", before points
_ADVISES = re.compile(r"\b(?:rekommendera[rs]?|föreslå[rs]?|förordar)\b[^.]{0,60}$", re.IGNORECASE)
_PURE_GOAL = re.compile(r"^[a-zåäö]*mål(?:en|et|sättning(?:ar)?)?(?: \d{4})?$", re.IGNORECASE)
_SAYS_GOAL = re.compile(r"\bmål(?:et|en|sättningen)?\b[^.]{0,40}\b(?:är|ska)\b", re.IGNORECASE)
_MUST = re.compile(r"\b(?:ska|skall|måste|får inte|behöver)\b")
# "Beredningen för vårdval, BVV 2023-02-01 § 5": the short name is the one that the § goes by
_WITH_SHORT = re.compile(r".+, ([A-ZÅÄÖ]{2,5})$")
_TAIL = re.compile(r"(?:\s*[,;]|\s+(?:samt|och))+$")


def part_of(heading: str) -> Part:
    """Return what a section with this heading is about; its number is no part of the words."""
    words = _words(heading)
    return next((part for part, pattern in _PARTS if pattern.search(words)), Part.OTHER)


def opens_document(heading: str) -> bool:
    """Tell whether a heading is one of those with which the text of a directive or a report begins."""
    return _OPENING.fullmatch(_words(heading)) is not None


def read_document_acts(
    sections: Sequence[SectionText],
    *,
    cover: str = "",
    leads: Collection[Range] = (),
    case_numbers: Collection[str] = (),
) -> Acts:
    """Return what a document sets out.

    ``cover`` is the text before the first section and begins the document; ``leads`` are where blocks begin in bold and
    go on in plain type; ``case_numbers`` of the document itself are no references.
    """
    parts = [(section, part) for section, part in zip(sections, _parts(sections), strict=True)]
    plans = [read_plan(s, listed=p in (Part.PLAN, Part.ACTIVITIES), steps=p is not Part.ACTIVITIES) for s, p in parts]
    return Acts(
        goals=tuple(g for s, p in parts if p is Part.GOALS for g in _goals(s)),
        demands=tuple(d for s, p in parts if p is Part.DEMANDS for d in _demands(s)),
        milestones=tuple(one for milestones, _ in plans for one in milestones),
        activities=tuple(one for _, activities in plans for one in activities),
        offices=read_offices([SectionText(SectionKind.OTHER, "", cover, 0), *sections]),
        definitions=tuple(d for s, p in parts for d in read_definitions(s, headed=p is Part.TERMS, leads=leads)),
        recommendations=tuple(r for s, p in parts for r in _recommendations(s, headed=p is Part.ADVICE)),
        assignments=tuple(a for s, p in parts if p is Part.TASK or s.kind is SectionKind.SUMMARY for a in _tasks(s)),
        references=_references(sections, case_numbers),
    )


def _words(heading: str) -> str:
    match = _NUMBER.match(heading)
    return match["words"] if match else heading


def _parts(sections: Sequence[SectionText]) -> list[Part]:
    """Judge each section by its heading; one that says nothing itself is what the one it is numbered under is."""
    known: dict[str, Part] = {}
    found = []
    for section in sections:
        match = _NUMBER.match(section.heading)
        number = (match["number"] or "") if match else ""
        part = part_of(section.heading)
        above = known.get(number.rpartition(".")[0], Part.OTHER)
        if part is Part.OTHER and above in (Part.DEMANDS, Part.GOALS) and not _NO_DEMAND.search(section.heading):
            part = above
        if number:
            known[number] = part
        found.append(part)
    return found


def _points(section: SectionText) -> list[Block]:
    """Return the points of a section's lists, rows of tables left out."""
    return [block for block in blocks(section.text) if block.marker and "\t" not in block.text]


def _trimmed(block: Block, by: int) -> tuple[str, tuple[Range, ...]]:
    """Return a point's words, without the comma or the word that only leads to the next, and their place."""
    text = _TAIL.sub("", block.text)
    return text, (Range(block.range.start, block.range.start + len(text)).shifted(by),)


def _goals(section: SectionText) -> Iterator[Goal]:
    points = _points(section)
    if not points:
        pure = _PURE_GOAL.match(_words(section.heading)) is not None
        told = [block for block in blocks(section.text) if "\t" not in block.text and not block.introduces]
        points = [block for block in told if pure or _SAYS_GOAL.search(block.text)]
    yield from (Goal(*_trimmed(point, section.start)) for point in points)


def _demands(section: SectionText) -> Iterator[Demand]:
    points = _points(section)
    if not points and "krav" in section.heading.lower():
        points = [block for block in blocks(section.text) if "\t" not in block.text and _MUST.search(block.text)]
    yield from (Demand(*_trimmed(point, section.start)) for point in points)


def _recommendations(section: SectionText, *, headed: bool) -> Iterator[Recommendation]:
    """Yield points under a heading of advice, and elsewhere those that a sentence of advice leads in."""
    advised = headed
    any_point = bool(_points(section))
    for block in blocks(section.text):
        if "\t" in block.text:
            continue
        if block.marker:
            if advised:
                yield Recommendation(*_trimmed(block, section.start))
        else:
            advised = headed or _ADVISES.search(block.text.rstrip(" :;")) is not None
            if headed and not any_point and "rekommendation" in section.heading.lower() and not block.introduces:
                yield Recommendation(*_trimmed(block, section.start))


def _tasks(section: SectionText) -> Iterator[Assignment]:
    """Yield what the document itself gives somebody to do: "Regionstyrelsen ger nämnden i uppdrag att …"."""
    for block in blocks(section.text):
        for span in sentences_in(section.text, block.range):
            words = section.text[span.start : span.end]
            for found in read_assignments(section.text, (Decision(words, Outcome.ASSIGNED, (span,)),)):
                yield replace(found, ranges=tuple(r.shifted(section.start) for r in found.ranges))


def _references(sections: Sequence[SectionText], own: Collection[str]) -> tuple[Reference, ...]:
    """Return references to paragraphs of named meetings and to cases, each once; a bare § may be one of law."""
    found: dict[object, Reference] = {}
    known = bodies_in("\n".join(section.text for section in sections))
    for section in sections:
        for one in read_references(section.text, board=None, date=None, kind=SectionKind.BASIS, known=known):
            placed = replace(one, ranges=tuple(r.shifted(section.start) for r in one.ranges))
            if isinstance(placed, CaseReference):
                if placed.case_number not in own:
                    found.setdefault(placed.case_number, placed)
            elif placed.board or placed.date:
                placed = replace(placed, board=placed.board and _WITH_SHORT.sub(r"\1", placed.board))
                found.setdefault((placed.board, placed.date, placed.number), placed)
    return tuple(found.values())
