"""Time plans of directives and reports: milestones and part activities out of tables, lists and sentences.

A row or a point is a milestone where it names a step and when it is due, an activity where it names work, its span and
who answers for it. Times are reduced to what is printed: a quarter or a week with its year is that year, a month
without one is None, for the year would be a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.acts import Range, SectionText
from nlp.blocks import Block, blocks, sentences_in
from nlp.dates import MONTHS, find_dates
from nlp.document_acts import Activity, Milestone
from nlp.grids import Cell, Column, Grid, grids

Plan = tuple[tuple[Milestone, ...], tuple[Activity, ...]]
_TIMES = (Column.DATE, Column.START, Column.END)
_MONTH = "|".join(MONTHS)
# "mars–maj 2025", "mars till maj 2025": the year stands for both
_MONTH_SPAN = re.compile(
    rf"\b(?P<first>{_MONTH})\s*(?:[–—-]|till|t\.o\.m\.)\s*(?P<last>{_MONTH})\s+(?P<year>20\d\d)", re.IGNORECASE
)
# "kvartal 1 2024", "Q3 2025", "vecka 12 2025", "våren 2025": of these the year is known
_VAGUE = re.compile(
    r"(?:(?:kvartal|tertial|vecka|v\.?|kv\.?|q|t)\s?\d{1,2}"
    r"|(?:första|andra|tredje|fjärde) (?:kvartalet|tertialet|halvåret)"
    r"|vår(?:en)?|höst(?:en)?|sommar(?:en)?|vinter(?:n)?|årsskiftet|slutet av|början av|mitten av|(?:under |år )?)"
    r"(?: år|,)?\s*(?P<year>20\d\d)",
    re.IGNORECASE,
)
_BARE_MONTH = re.compile(rf"(?:{_MONTH})", re.IGNORECASE)
# what stands between a step and its time: "Delrapport: mars 2025", "Slutrapport – senast den 1 juni 2025"
_BETWEEN = re.compile(
    r"[\s:–—\-,(]*(?:\b(?:klart?|senast|den|under|i|per|före|innan|till|vid|om)\b[\s:]*)*$", re.IGNORECASE
)
_AFTER = re.compile(r"^[\s:–—\-,).]+")
_SEPARATOR = re.compile(r"[:–—\-,(]\s*(?:(?:klart?|senast|den|under|i|per|före)\s+)*$", re.IGNORECASE)
# sentences of running text that name a step: "Uppdraget ska slutredovisas senast den 30 november 2025."
_STEP = re.compile(
    r"\b(?:slut|del|åter)?(?:redovis\w+|rapporter\w+)|\b(?:slut|del)rapport\w*|\bsenast\b|\bavsluta[st]|\binleds\b|\bpåbörjas\b"
    r"|\bstartar\b|\bklar\w*\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:redovisades|lämnades|inleddes|påbörjades|startade|beslutade|gav|har)\b", re.IGNORECASE)
# as in "Ansvarig: Anna Ek", "(ansvarig utredaren)", "Ansvarig är områdeschefen"
_WHO = re.compile(r"[\s,.;–-]*\(?\bansvar(?:ig(?:a|t)?)?\b(?:\s*:|\s+är)?\s*(?P<who>[^).;]+)\)?[.;]?", re.IGNORECASE)


def read_plan(section: SectionText, *, listed: bool, steps: bool) -> Plan:
    """Return the milestones and activities of a section.

    ``listed`` says that its heading speaks of a plan, so that points and sentences count and not only tables; ``steps``
    that points without a responsible are milestones and no activities.
    """
    milestones: list[Milestone] = []
    activities: list[Activity] = []
    for grid in grids(section.text):
        _read_grid(grid, section.start, milestones, activities)
    if listed and not milestones and not activities:
        _read_list(section, milestones, activities, steps=steps)
    return tuple(milestones), tuple(activities)


def _read_grid(grid: Grid, by: int, milestones: list[Milestone], activities: list[Activity]) -> None:
    name = grid.first(Column.ACTIVITY, Column.STEP)
    if name is None or grid.first(*_TIMES) is None:
        return
    working = grid.columns[name] is Column.ACTIVITY
    spanning = grid.first(Column.RESPONSIBLE) is not None or {Column.START, Column.END} <= set(grid.columns)
    for row in grid.rows:
        if row[name].text and working and spanning:
            activities.append(_activity(grid, row, name, by))
        elif row[name].text:
            milestones.append(_milestone(grid, row, name, by))


def _place(row: Sequence[Cell], by: int) -> tuple[Range, ...]:
    filled = [cell.range for cell in row if cell.text]
    return (Range(min(r.start for r in filled), max(r.end for r in filled)).shifted(by),)


def _times(grid: Grid, row: Sequence[Cell]) -> tuple[str | None, str | None, str]:
    """Return start and end of a row, and its times as printed."""
    start, end, both = (grid.first(column) for column in (Column.START, Column.END, Column.DATE))
    printed = [row[place].text for place in (start, end, both) if place is not None and row[place].text]
    first, last = span_of(row[both].text) if both is not None else (None, None)
    if start is not None:
        first = span_of(row[start].text)[1]
    if end is not None:
        last = span_of(row[end].text)[1]
    return first, last, " – ".join(printed)


def _activity(grid: Grid, row: Sequence[Cell], name: int, by: int) -> Activity:
    first, last, _ = _times(grid, row)
    who = grid.first(Column.RESPONSIBLE)
    return Activity(row[name].text, first, last, (row[who].text or None) if who is not None else None, _place(row, by))


def _milestone(grid: Grid, row: Sequence[Cell], name: int, by: int) -> Milestone:
    first, last, printed = _times(grid, row)
    return Milestone(row[name].text, first, last, printed, _place(row, by))


def span_of(text: str) -> tuple[str | None, str | None]:
    """Return the first and the last time of a cell or a point, reduced; one time alone is the last."""
    months = _MONTH_SPAN.search(text)
    if months is not None:
        first, last = (MONTHS.index(months[name].lower()) + 1 for name in ("first", "last"))
        return f"{months['year']}-{first:02}", f"{months['year']}-{last:02}"
    dates = [value for _, value in find_dates(text, years=True)]
    if not dates:
        return None, None
    return (dates[0], dates[-1]) if len(dates) > 1 else (None, dates[0])


def _read_list(section: SectionText, milestones: list[Milestone], activities: list[Activity], *, steps: bool) -> None:
    """Read points, and where there are none, sentences."""
    plain = [block for block in blocks(section.text) if "\t" not in block.text]
    points = [block for block in plain if block.marker and (_when(block.text) or not steps)]
    entries = points or [block for block in plain if _is_entry(block)]
    for block in entries:
        _read_point(section, block.range, milestones, activities, steps=steps)
    if not entries and steps:
        for span in _telling(section, plain):
            _read_point(section, span, milestones, activities, steps=True)


def _is_entry(block: Block) -> bool:
    """Tell whether a line without a bullet begins with its time or ends with it behind a separator."""
    when = _when(block.text)
    if when is None:
        return False
    ends = not block.text[when.end :].strip(" .)") and _SEPARATOR.search(block.text[: when.start]) is not None
    return ends or (when.start == 0 and _AFTER.match(block.text[when.end :]) is not None)


def _telling(section: SectionText, plain: Sequence[Block]) -> Iterator[Range]:
    for block in plain:
        for span in sentences_in(section.text, block.range):
            words = section.text[span.start : span.end]
            if _STEP.search(words) and _when(words) and not _PAST.search(words):
                yield span


def _read_point(
    section: SectionText, span: Range, milestones: list[Milestone], activities: list[Activity], *, steps: bool
) -> None:
    text = section.text[span.start : span.end]
    who = _WHO.search(text)
    rest = text if who is None else text[: who.start()] + text[who.end() :]
    when = _when(rest)
    first, last = span_of(rest[when.start : when.end]) if when else (None, None)
    name, place = _named(rest, when), (span.shifted(section.start),)
    if steps and who is None:
        milestones.append(Milestone(name, first, last, rest[when.start : when.end] if when else "", place))
    else:
        activities.append(Activity(name, first, last, who["who"].strip() if who else None, place))


def _named(text: str, when: Range | None) -> str:
    """Return the words of a point without its time and what leads to it."""
    if when is None:
        return text.strip(" .,;")
    before, after = text[: when.start], text[when.end :]
    if not before.strip(" (–-"):
        return _AFTER.sub("", after).strip(" .")
    if after.strip(" .,;)"):
        return text.strip(" .")
    return _BETWEEN.sub("", before).strip(" .,;:")


def _when(text: str) -> Range | None:
    """Return where the time of a point stands: from its first word to its last."""
    found = [Range(*m.span()) for m in (*_MONTH_SPAN.finditer(text), *_VAGUE.finditer(text))]
    found += [place for place, _ in find_dates(text, years=True)]
    if not found:
        return None
    first = min(found)
    touching = [r for r in found if r.start <= first.end + len(" – ")]
    return Range(first.start, max(r.end for r in touching))
