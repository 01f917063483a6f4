"""What paragraphs name: one shape for everything that a link can be made of, read once from each document.

Always holds: pure; the ranges of a mention are where its paragraph prints it; nothing here depends on other paragraphs,
so that it can be kept (`index.links.kept`) and only new documents are ever read. Leaves out which paragraph is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.results import LinkKind
from index.stored import ItemKind, StoredParagraph
from nlp.acts import CaseReference, Decision, Outcome, ParagraphReference, Range, Report, SectionKind
from nlp.continuing import read_came_back, read_continued, tells_of_return
from nlp.dates import find_dates
from nlp.windows import blocks

READ = (ItemKind.REFERENCE, ItemKind.REPORT, ItemKind.DECISION)
"""The acts that mentions are read from."""

_AWAY = (Outcome.TABLED, Outcome.REMITTED)
# "2024 nr 166", "Handling 2024 nr 166": a paper by its number in the year's series
_NUMBERED = re.compile(r"\b(?P<year>(?:19|20)\d\d)(?:/\d\d)? nr (?P<number>\d{1,4})\b", re.IGNORECASE)
# "RF-uppdrag 2024", "FM-uppdrag 2023", "KF-uppdrag 2022", "fullmäktigeuppdrag 2024"
_SET_TASK = re.compile(r"\b(?:(?:RF|FM|KF|LF|Fm)-|\w*fullmäktige)uppdrag\w* (?P<year>(?:19|20)\d\d)\b")
_LONGEST_LINE = 200
_SENT_OUT = re.compile(r"\b(?:på remiss|remittera[rs]?\b|för yttrande)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that a paragraph names, by what it prints of it.

    ``named`` is a case number, a paper's name or the words of an earlier matter; ``board``, ``date`` (reduced as
    printed) and ``number`` of a § where they are printed.
    """

    kind: LinkKind
    source: str
    ranges: tuple[Range, ...]
    named: str = ""
    board: str | None = None
    date: str | None = None
    number: int | None = None


def mentions_of(stored: StoredParagraph) -> tuple[Mention, ...]:
    """Return what a paragraph (with its acts of the kinds `READ`) names, each kind in reading order."""
    found = (*_references(stored), *_reports(stored), *_words(stored), *_sent_away(stored), *_papers(stored))
    return tuple(dict.fromkeys(found))


def _references(stored: StoredParagraph) -> Iterator[Mention]:
    text = stored.paragraph.text
    for one in stored.paragraph.acts.references:
        if isinstance(one, CaseReference):
            yield Mention(LinkKind.CITES_CASE, stored.head.id, one.ranges, one.case_number)
        else:
            back = bool(one.ranges) and tells_of_return(text, one.ranges[0])
            yield _place(LinkKind.RETURNS if back else LinkKind.CITES_PARAGRAPH, stored, one)


def _place(kind: LinkKind, stored: StoredParagraph, cited: ParagraphReference) -> Mention:
    return Mention(kind, stored.head.id, cited.ranges, "", cited.board, cited.date, cited.number)


def _reports(stored: StoredParagraph) -> Iterator[Mention]:
    for one in stored.paragraph.acts.reports:
        if one.number is not None:
            printed = _printed(stored, one)
            yield Mention(LinkKind.REPORTS_ON, stored.head.id, printed, "", one.board, one.date, one.number)


def _printed(stored: StoredParagraph, report: Report) -> tuple[Range, ...]:
    """Return where the § that is reported on is printed: in a decision of many points, its own point."""
    cited = [one for one in stored.paragraph.acts.references if isinstance(one, ParagraphReference)]
    same = (one.ranges for one in cited if (one.date, one.number) == (report.date, report.number))
    inside = (found for found in same if any(_within(found, place) for place in report.ranges))
    return next(inside, report.ranges)


def _within(ranges: tuple[Range, ...], place: Range) -> bool:
    return any(place.start <= one.start < place.end for one in ranges)


def _words(stored: StoredParagraph) -> Iterator[Mention]:
    text, source = stored.paragraph.text, stored.head.id
    for earlier in read_continued(text):
        yield Mention(LinkKind.CONTINUES, source, (earlier.range,), earlier.words, date=_only(earlier.years))
    cited = [place for one in stored.paragraph.acts.references for place in one.ranges]
    for back in read_came_back(text):
        if not any(back.range.start <= place.start < back.range.end for place in cited):
            yield Mention(LinkKind.RETURNS, source, (back.range,), date=back.date)


def _sent_away(stored: StoredParagraph) -> Iterator[Mention]:
    for decision in stored.paragraph.acts.decisions:
        if decision.outcome in _AWAY or _is_sent_out(decision):
            dates = [date for _, date in find_dates(decision.text)] if decision.outcome is Outcome.TABLED else []
            yield Mention(
                LinkKind.REFERRED, stored.head.id, decision.ranges[:1], str(decision.outcome), date=_only(dates)
            )


def _is_sent_out(decision: Decision) -> bool:
    return decision.outcome in (Outcome.OTHER, Outcome.ASSIGNED) and _SENT_OUT.search(decision.text) is not None


def _papers(stored: StoredParagraph) -> Iterator[Mention]:
    text, source = stored.paragraph.text, stored.head.id
    for match in {match[0]: match for match in reversed(list(_SET_TASK.finditer(text)))}.values():
        yield Mention(LinkKind.CITES_PARAGRAPH, source, (Range(*match.span()),), match[0], date=match["year"])
    for section in stored.paragraph.sections:
        if section.kind is SectionKind.BASIS:
            for line in blocks(text, section.range):
                if line.end - line.start <= _LONGEST_LINE and "§" not in text[line.start : line.end]:
                    yield _paper(source, text, line)


def _paper(source: str, text: str, line: Range) -> Mention:
    words = text[line.start : line.end]
    numbered = _NUMBERED.search(words)
    if numbered is not None:
        place = Range(line.start + numbered.start(), line.start + numbered.end())
        return Mention(LinkKind.SAME_DOCUMENT, source, (place,), f"{numbered['year']} nr {numbered['number']}")
    dates = [date for _, date in find_dates(words)]
    return Mention(LinkKind.CITES_DOCUMENT, source, (line,), words.lstrip("•–-* "), date=_only(dates))


def _only(values: tuple[str, ...] | list[str]) -> str | None:
    return values[0] if len(values) == 1 else None
