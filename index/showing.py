"""One paragraph field by field: what was read, where it stands, how sure that is, and who has corrected it.

Always holds: pure; a field that was read off the page has the places of its words, one that was not says so. How sure
is a mark of how the reading went (a heading or none, names or none, a scan or letters), between 0 and 1: it puts fields
in order of what to look at first and is no probability.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index.corrections.fields import FieldCorrection, find_words, words_of
from index.items import FIELDS, items_of
from index.marks import marks_of
from index.results import Mark
from index.stored import Act, Head, ItemKind, StoredParagraph
from ingest.records import PageProblem, Span
from nlp.acts import Assignment, Decision, Motion, Note, Outcome, Range, Report, Reservation, SectionKind, Vote

_CERTAIN, _SURE, _LIKELY, _UNSURE = 1.0, 0.95, 0.8, 0.5
_ON_BAD_PAGE = 0.6
_LONG_TITLE = 200

_HEADED: Mapping[ItemKind, tuple[SectionKind, ...]] = {
    ItemKind.DECISION: (SectionKind.DECISION,),
    ItemKind.ASSIGNMENT: (SectionKind.DECISION,),
    ItemKind.MOTION: (SectionKind.MOTIONS,),
    ItemKind.VOTE: (SectionKind.VOTE, SectionKind.PROCEDURE),
    ItemKind.PROCEDURE: (SectionKind.PROCEDURE,),
    ItemKind.RESERVATION: (SectionKind.RESERVATION,),
    ItemKind.NOTE: (SectionKind.NOTE,),
    ItemKind.RECUSAL: (SectionKind.RECUSAL,),
}
"""Under which headings each kind of act is at home."""


@dataclass(frozen=True, slots=True)
class FieldReading:
    """One field: its ``name`` as corrections use it, where its words stand, how sure the reading is and why.

    ``pages`` and ``marks`` are empty for what stands outside the paragraph (the cover page) or nowhere.
    """

    name: str
    sure: float
    why: str
    pages: tuple[int, ...]
    marks: tuple[Mark, ...]
    corrected: FieldCorrection | None = None


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph's record (the one that export prints), and the reading of each of its fields."""

    head: Head
    record: Mapping[str, Any]
    fields: tuple[FieldReading, ...]


def field_readings(
    stored: StoredParagraph,
    spans: Sequence[Span],
    problems: Sequence[PageProblem],
    corrections: Sequence[FieldCorrection],
) -> tuple[FieldReading, ...]:
    """Return the readings of a paragraph's fields: head first, then acts by kind, positions from 1."""
    shown = _Shown(stored, spans, frozenset(problem.page for problem in problems), corrections)
    return (*shown.heads(), *shown.acts())


class _Shown:
    """Reads off how one paragraph's fields were read."""

    def __init__(
        self,
        stored: StoredParagraph,
        spans: Sequence[Span],
        bad_pages: frozenset[int],
        corrections: Sequence[FieldCorrection],
    ) -> None:
        self._stored, self._paragraph = stored, stored.paragraph
        self._spans, self._bad_pages = spans, bad_pages
        head = stored.head
        self._corrections = [c for c in corrections if c.file == head.file and c.number in (None, head.number)]

    def heads(self) -> Iterator[FieldReading]:
        paragraph = self._paragraph
        for name, value in (("organisation", self._stored.head.organisation), ("board", paragraph.board)):
            yield self._field(name, (), *_printed(value))
        yield self._field("date", (), *_dated(paragraph.date))
        if paragraph.number is not None:
            yield self._field("number", self._in_head(str(paragraph.number)), _CERTAIN, "§-numret inleder paragrafen")
        yield self._field("title", paragraph.title_ranges, *_titled(paragraph.title))
        for case in paragraph.case_numbers:
            yield self._field("case_numbers", self._in_head(case), _SURE, "står i paragrafens huvud")
        if paragraph.acts.immediate:
            yield self._field("immediate", (), _SURE, "paragrafen säger att den justeras omedelbart")

    def acts(self) -> Iterator[FieldReading]:
        for kind, position, act in items_of(self._paragraph.acts):
            home = self._at_home(kind, act)
            sure, why = _BY_KIND.get(kind, _plain)(act)
            if not home:
                sure, why = min(sure, _LIKELY), f"{why}; står inte under den rubrik där sådant brukar stå"
            excerpt = words_of(self._paragraph, act)
            yield self._field(f"{FIELDS[kind]}.{position + 1}", act.ranges, sure, why, excerpt)

    def _field(
        self, name: str, ranges: Sequence[Range], sure: float, why: str, excerpt: str | None = None
    ) -> FieldReading:
        marks = tuple(mark for place in ranges for mark in marks_of(self._spans, place))
        pages = tuple(dict.fromkeys([mark.page for mark in marks] or map(self._stored.page_at, _starts(ranges))))
        if self._bad_pages.intersection(pages):
            sure, why = sure * _ON_BAD_PAGE, f"{why}; sidans text är osäker"
        corrected = self._corrected(name, excerpt)
        if corrected is not None:
            sure, why = _CERTAIN, f"rättat av {corrected.who or 'okänd'} {corrected.when[:10]}: {corrected.why}"
        return FieldReading(name, round(sure, 2), why, pages, marks, corrected)

    def _corrected(self, name: str, excerpt: str | None) -> FieldCorrection | None:
        """Return the last correction of a field; an act's is known by the words that it begins with."""
        for one in reversed(self._corrections):
            if excerpt is None and one.field == name:
                return one
            same_list = one.field.partition(".")[0] == name.partition(".")[0]
            if excerpt is not None and same_list and one.excerpt and excerpt.startswith(one.excerpt):
                return one
        return None

    def _in_head(self, words: str) -> tuple[Range, ...]:
        """Return where words stand in the paragraph's head: before its first section."""
        end = min((section.range.start for section in self._paragraph.sections), default=len(self._paragraph.text))
        found = find_words(self._paragraph.text[:end], words)
        return () if found is None else (found,)

    def _at_home(self, kind: ItemKind, act: Act) -> bool:
        wanted = _HEADED.get(kind)
        if wanted is None:
            return True
        around = (s for s in self._paragraph.sections if s.range.start <= act.ranges[0].start < s.range.end)
        return any(section.kind in wanted for section in around) if act.ranges else False


def _starts(ranges: Sequence[Range]) -> list[int]:
    return [place.start for place in ranges]


def _printed(value: str | None) -> tuple[float, str]:
    if value is None:
        return _UNSURE, "står inte i dokumentet"
    return _SURE, "står på försättsbladet, i sidhuvudet eller i filen manifest.csv"


def _dated(value: str | None) -> tuple[float, str]:
    if value is not None and len(value) < len("2024-11-21"):
        return _LIKELY, "bara en del av datumet är känd"
    return _printed(value)


def _titled(title: str) -> tuple[float, str]:
    if not title:
        return _UNSURE, "ingen rubrik hittades"
    if len(title) > _LONG_TITLE or title.endswith(("-", ",")):
        return _UNSURE, "rubriken är lång eller ser avbruten ut"
    return _SURE, "står vid §-numret"


def _plain(_: Any) -> tuple[float, str]:
    return _SURE, "läst i paragrafens text"


def _decision(act: Decision) -> tuple[float, str]:
    if act.outcome is Outcome.OTHER:
        return _LIKELY, "inget av de vanliga beslutsorden står i punkten"
    return _SURE, "beslutsordet står i punkten"


def _motion(act: Motion) -> tuple[float, str]:
    return (_SURE, "yrkande med namngiven yrkande") if act.movers else (_UNSURE, "ingen yrkande hittades")


def _vote(act: Vote) -> tuple[float, str]:
    if act.mismatches:
        return _UNSURE, "rösterna stämmer inte med namnen som står där"
    if act.yes is None or act.no is None:
        return _UNSURE, "antalet röster saknas"
    return (_CERTAIN, "rösterna stämmer med namnen") if act.ballots else (_LIKELY, "inga namn att räkna mot")


def _dissent(act: Reservation | Note) -> tuple[float, str]:
    return (_SURE, "namnen står i texten") if act.by else (_UNSURE, "det framgår inte vem")


def _assignment(act: Assignment) -> tuple[float, str]:
    return (_SURE, "mottagaren står i beslutet") if act.recipient else (_UNSURE, "ingen mottagare hittades")


def _report(act: Report) -> tuple[float, str]:
    whole = act.board and act.date and act.number
    return (_SURE, "uppdraget nämns med nämnd, datum och §") if whole else (_LIKELY, "uppdraget nämns bara delvis")


_BY_KIND: Mapping[ItemKind, Callable[[Any], tuple[float, str]]] = {
    ItemKind.DECISION: _decision,
    ItemKind.MOTION: _motion,
    ItemKind.VOTE: _vote,
    ItemKind.RESERVATION: _dissent,
    ItemKind.NOTE: _dissent,
    ItemKind.ASSIGNMENT: _assignment,
    ItemKind.REPORT: _report,
}
