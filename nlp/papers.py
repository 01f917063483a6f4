"""Documents named in a paragraph, with their date or their number in the register.

Among the papers of a basis each line names one ("Tjänsteutlåtande daterat 2024-12-03", "Rapport …, RS 269:1-2020"); in
running text a word for a document must stand before "daterad". A paragraph of a protocol is a reference, not a document
(``nlp.references``), and a paper without date and number is not told from any other, so it is left out.
"""

from __future__ import annotations

import re

from nlp.acts import DocumentReference, Range, SectionKind
from nlp.blocks import Block, blocks
from nlp.boards import BOARD
from nlp.casenumbers import cited_case_numbers
from nlp.dates import find_dates

_WORD = (
    r"(?:tjänsteutlåtande|tjänsteskrivelse|tjänsteyttrande|skrivelse|promemoria|PM|rapport|utredning|direktiv|missiv"
    r"|yttrande|remiss|remissvar|avtal|överenskommelse|riktlinje|handlingsplan|plan|strategi|policy|program|beslutsunderlag"
    r"|ansökan|begäran|motion|interpellation|medborgarförslag"
    r"|revisionsrapport|granskning|bilaga|underlag|förslag|budget"
    r"|redovisning|sammanställning|konsekvensanalys|utvärdering|förstudie|protokollsanteckning|yrkande|reservation)"
)
# "tjänsteutlåtande daterat den", "Uppdragsdirektiv Nära vård, daterat"
_DATED = re.compile(
    rf"(?P<name>\b[\w\-]*{_WORD}(?:en|et|er|n|t|s)?\b(?: (?:[^.,;:()\n§]|\(\w{{1,4}}\)){{1,80}}?)?),?\s*\(?"
    r"(?:,? ?(?:daterad|daterat|daterade|dat\.|upprättad|upprättat|med datum)(?: den)? )$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"[\s,;:(–-]*(?:\b(?:daterad|daterat|daterade|dat|dnr|diarienummer|upprättad|upprättat|inkommen|inkom|av|den"
    r"|med datum|från den)\b\.?[\s,;:(–-]*)*$",
    re.IGNORECASE,
)
_PROTOCOL = re.compile(r"§|\bparagraf|\bprotokoll(?:et|sutdrag)?\b", re.IGNORECASE)
# "RS 269:1-2020": the colon tells a document of the case
_OF_CASE = re.compile(r"\d:\d")
_LONGEST_LINE = 220
_WINDOW = 140


def read_papers(text: str, kind: SectionKind) -> tuple[DocumentReference, ...]:
    """Return the documents that a section names, each as often as it is printed; ranges are of ``text``."""
    found: list[DocumentReference] = []
    for block in blocks(text):
        listed = kind is SectionKind.BASIS and len(block.text) <= _LONGEST_LINE
        found += _of_line(block) if listed else _of_prose(block)
    return tuple(found)


def _of_line(block: Block) -> list[DocumentReference]:
    """Read one paper of a list: its name is what stands before (else behind) its date and number."""
    words = block.text
    if not any(c.isdigit() for c in words) or _PROTOCOL.search(words):
        return []
    dates, numbers = find_dates(words), cited_case_numbers(words)
    places = [r for r, _ in (*dates[-1:], *numbers[:1])]
    if not places:
        return []
    first = min(places)
    name = words[: first.start][: -len(_between(words[: first.start])) or None].strip(" ,;:(")
    if not name:
        name = re.split(r"[,;(]", words[max(places).end :])[0].strip(" ,.;:–-")
    if not re.match(r"[A-Za-zÅÄÖåäö\"”]", name) or BOARD.fullmatch(name):
        return []
    return [
        DocumentReference(name, dates[-1][1] if dates else None, numbers[0][1] if numbers else None, (block.range,))
    ]


def _between(before: str) -> str:
    match = _BETWEEN.search(before)
    return match[0] if match else ""


def _of_prose(block: Block) -> list[DocumentReference]:
    """Read "tjänsteutlåtande daterat den 3 december 2024" and "rapporten (RS 269:1-2020)" in running text."""
    found = []
    if "dat" in block.text:
        for span, value in find_dates(block.text):
            begin = max(0, span.start - _WINDOW)
            if named := _DATED.search(block.text[begin : span.start]):
                place = Range(begin + named.start("name"), span.end).shifted(block.range.start)
                found.append(DocumentReference(named["name"].strip(" ,"), value, None, (place,)))
    for span, number in cited_case_numbers(block.text) if _OF_CASE.search(block.text) else ():
        named = re.search(rf"(?P<name>\b[\w\-]*{_WORD}\w*)[\s,(]*$", block.text[: span.start][-_WINDOW:], re.IGNORECASE)
        if named and _OF_CASE.search(number):
            found.append(DocumentReference(named["name"], None, number, (span.shifted(block.range.start),)))
    return found
