"""The cover page: which body met, when and where, who attended, which paragraphs the protocol holds.

Labels ("Sammanträdesdatum", "Beslutande", "Plats och tid") stand in a column of their own or above their values. What
is not printed stays None: nothing is guessed from the file's name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.adjusters import read_adjusters
from ingest.attendance import read_attendance
from ingest.furniture import Cleaned
from ingest.lines import Line, Word
from ingest.organisation import organisation_of, without_organisation
from ingest.records import Meeting
from nlp.dates import find_dates
from nlp.notices import read_notice

_BODY = re.compile(
    r"(?:[A-ZÅÄÖ][\w,\-]*(?: (?:och|för|i|av|med|samt|[\w,\-]+)){0,8}? ?)??"
    r"(?:[A-ZÅÄÖa-zåäö\-]*(?:[Nn]ämnd(?:en)?|[Ss]tyrelsen?|[Uu]tskott(?:et)?|fullmäktige|[Bb]eredning(?:en)?|[Ss]ektion(?:en)?|"
    r"[Kk]ommitté(?:n)?|kommission(?:en)?|delegation(?:en)?|[Dd]irektion(?:en)?|[Rr]åd(?:et)?|förbund(?:et)?))"
    r"(?: (?:för|i) [\w\-]+(?:,? (?:och |samt )?[\w\-]+){0,6})?(?:s arbetsutskott)?"
)
_DATE_LABEL = re.compile(
    r"(?:sammanträdes|mötes)(?:dag|datum|tid)|^datum|plats och tid|tid och plats|\btid\b", re.IGNORECASE
)
_BODY_LABEL = re.compile(r"^(?:organ|nämnd|styrelse|instans|beslutsorgan|mötesorgan)\b:?\s*", re.IGNORECASE)
_RANGE = r"(?P<first>\d{1,4})\s*§?\s*(?:[–\-—]|till|t\.o\.m\.)\s*(?:§\s*)?(?P<last>\d{1,4})(?!\d)"
# "Paragrafer 12–19", "Ärenden 13-24"; "§§ 12–19" alone in its cell, for officials attend "§§ 14–15" behind their names
_NUMBERS = re.compile(rf"\b(?:paragraf(?:er(?:na)?)?|ärenden)\b:?\s*(?:§§?\s*)?{_RANGE}", re.IGNORECASE)
_NUMBERS_ALONE = re.compile(rf"(?:protokoll,? |sammanträde,? |omfattar )?§§?\s*{_RANGE}", re.IGNORECASE)
# "Nämnden för folkhälsa §§ 12–19": behind the body's name
_NUMBERS_BEHIND = re.compile(rf"(?P<before>.+?),? §§\s*{_RANGE}", re.IGNORECASE)
_PLACE_LABEL = re.compile(r"^(?:plats och tid|plats|tid och plats|sammanträdesplats)\b:?\s*", re.IGNORECASE)
_TIME = re.compile(r"(?:kl(?:ockan)?\.?\s*)?\d{1,2}[.:]\d{2}\s*[–\-—]\s*\d{1,2}[.:]\d{2}")
# "Protokoll från regionstyrelsen", "Protokoll fört vid sammanträde med tekniska nämnden", "Protokollsutdrag"
_KIND = re.compile(r"\b(?:sammanträdes)?protokoll(?:sutdrag)?\b(?: nr \d+(?:/\d+)?)?", re.IGNORECASE)
_FROM = re.compile(
    r"^\W*(?:(?:fört |hållet )?(?:vid |från |för |med |i )(?:(?:ordinarie )?(?:sammanträdet?|mötet?) )?)+",
    re.IGNORECASE,
)
# "Direktionens sammanträde 2024-05-23", "Styrelsen sammanträder onsdagen den …", "Nämnden den 4 december"
_MEETS = re.compile(r"s? (?:sammanträd(?:e|et|er)|möte|mötet|den \d)\b.*$|(?<=[a-zåäö])\W+§§?.*$", re.IGNORECASE)
# "Nämnden för folkhälsa och" with "sjukvård" on the line below
_NEXT_LINE = 1.8  # times the type
_SAME_EDGE = 4.0  # points
_MOST_WORDS = 9


def read_meeting(pages: Sequence[Cleaned], before: Sequence[Line]) -> Meeting:
    """Read the meeting from the lines before the first paragraph and from heads and feet of pages."""
    furniture = [line for page in pages for line in (*page.head, *page.foot)]
    first_page = [line for line in before if line.page == before[0].page] if before else []
    span = _paragraph_span(before)
    last_page = pages[-1].body if pages else ()
    notice = read_notice([line.text for line in (*before, *last_page)])
    return Meeting(
        organisation=organisation_of([*first_page, *furniture]),
        board=_board(first_page, furniture),
        date=_date(first_page, furniture),
        place=_labelled(first_page, _PLACE_LABEL),
        time=next((m[0] for line in first_page if (m := _TIME.search(line.text))), None),
        attendance=read_attendance(before),
        adjusters=read_adjusters(before),
        number_first=span[0] if span else None,
        number_last=span[1] if span else None,
        notice_posted=notice.posted,
        notice_taken_down=notice.taken_down,
    )


def paragraph_span(before: Sequence[Line]) -> tuple[int, int] | None:
    """Return the § range that a cover page prints, or None."""
    return _paragraph_span(before)


def _paragraph_span(lines: Iterable[Line]) -> tuple[int, int] | None:
    for line in lines:
        cells = (" ".join(w.text for w in cell) for cell in line.cells)
        match = _NUMBERS.search(line.text) or next((m for c in cells if (m := _numbers_in(c))), None)
        if match and int(match["first"]) < int(match["last"]):
            return int(match["first"]), int(match["last"])
    return None


def _numbers_in(cell: str) -> re.Match[str] | None:
    """Return the § range that a cell holds alone or behind the body's name."""
    behind = _NUMBERS_BEHIND.fullmatch(cell)
    return behind if behind and body_name(behind["before"]) else _NUMBERS_ALONE.fullmatch(cell)


def _cells(lines: Sequence[Line]) -> list[str]:
    """Return the cells' texts; one that a narrow column broke goes on in lower case on the next line."""
    return [_whole(lines, number, cell) for number, line in enumerate(lines) for cell in line.cells]


def _whole(lines: Sequence[Line], number: int, cell: Sequence[Word]) -> str:
    text, line = " ".join(w.text for w in cell), lines[number]
    for below in lines[number + 1 : number + 2]:
        if below.page != line.page or not 0 < below.base - line.base < _NEXT_LINE * cell[0].size:
            break
        under = next((c for c in below.cells if abs(c[0].box.x0 - cell[0].box.x0) < _SAME_EDGE), None)
        if under is not None and under[0].text[:1].islower():
            text = f"{text} {' '.join(w.text for w in under)}"
    return text


def _board(first_page: Sequence[Line], furniture: Sequence[Line]) -> str | None:
    """Return the body: what the page heads repeat, else a labelled one, else the first on the cover."""
    heads = Counter(name for text in _cells(furniture) if (name := body_name(text)) is not None)
    labelled = next((body_name(after) for after in _after_label(first_page, _BODY_LABEL) if body_name(after)), None)
    printed = next((name for text in _cells(first_page) if (name := body_name(text)) is not None), None)
    if labelled:
        return labelled
    if heads:
        return heads.most_common(1)[0][0]
    return printed or _inside_line(first_page)


def _inside_line(lines: Sequence[Line]) -> str | None:
    """Find a body behind the organisation's name ("Göteborgs Stad, Kommunstyrelsen")."""
    for text in _cells(lines):
        for part in re.split(r",|protokoll|Protokoll", text):
            if (name := body_name(part.strip())) is not None:
                return name
    return None


def body_name(text: str) -> str | None:
    """Return the body that a cell names, when it names nothing else."""
    cleaned = _KIND.sub("", text).strip(" ,:–-")
    lead = _FROM.match(cleaned) if cleaned != text else None
    cleaned = _undated(cleaned[lead.end() :] if lead else cleaned)
    if lead:
        cleaned = cleaned[:1].upper() + cleaned[1:]
    cleaned = without_organisation(cleaned)
    match = _BODY.fullmatch(cleaned)
    if match is None or len(cleaned.split()) > _MOST_WORDS or not cleaned[:1].isupper():
        return None
    return cleaned if not cleaned.isupper() else cleaned.capitalize()


def _undated(text: str) -> str:
    """Cut off when the body met: "Direktionens sammanträde 2024-05-23" names Direktionen."""
    dates = find_dates(text)
    if dates and dates[0][0].start > 0:
        text = text[: dates[0][0].start]
    return _MEETS.sub("", text).strip(" ,:–-(")


def _after_label(lines: Sequence[Line], label: re.Pattern[str]) -> list[str]:
    """Return what stands behind a label: in its line, or in the line below."""
    found = []
    for number, line in enumerate(lines):
        match = label.search(line.text)
        if match is None:
            continue
        rest = line.text[match.end() :].strip(" :")
        found.append(rest or (lines[number + 1].text if number + 1 < len(lines) else ""))
    return found


def _labelled(lines: Sequence[Line], label: re.Pattern[str]) -> str | None:
    return next((text for text in _after_label(lines, label) if text), None)


def _date(first_page: Sequence[Line], furniture: Sequence[Line]) -> str | None:
    """Return the meeting's date: behind its label, else what page heads repeat, else the first on the cover."""
    for source in (furniture, first_page):
        labelled = Counter(dates[0] for text in _after_label(source, _DATE_LABEL) if (dates := _whole_dates(text)))
        if labelled:
            return labelled.most_common(1)[0][0]
    repeated = Counter(d for line in furniture for d in _whole_dates(line.text))
    if repeated:
        return repeated.most_common(1)[0][0]
    return next((d for line in first_page for d in _whole_dates(line.text)), None)


def _whole_dates(text: str) -> list[str]:
    return [value for _, value in find_dates(text) if len(value) == len("2024-01-31")]
