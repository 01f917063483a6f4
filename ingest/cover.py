"""The cover page: which body met, when and where, who attended, which paragraphs the protocol holds.

Labels ("Sammanträdesdatum", "Beslutande", "Plats och tid") stand in a column of their own or above their values. What
is not printed stays None: nothing is guessed from the file's name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.attendance import read_attendance
from ingest.furniture import Cleaned
from ingest.lines import Line
from ingest.organisation import organisation_of, without_organisation
from ingest.records import Meeting
from nlp.dates import find_dates

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
_RANGE = r"(\d{1,4})\s*§?\s*(?:[–\-—]|till|t\.o\.m\.)\s*(?:§\s*)?(\d{1,4})(?!\d)"
# "Paragrafer 12–19", "Ärenden 13-24"; "§§ 12–19" alone in its cell, for officials attend "§§ 14–15" behind their names
_NUMBERS = re.compile(rf"\b(?:paragraf(?:er(?:na)?)?|ärenden)\b:?\s*(?:§§?\s*)?{_RANGE}", re.IGNORECASE)
_NUMBERS_ALONE = re.compile(rf"(?:protokoll,? |sammanträde,? |omfattar )?§§?\s*{_RANGE}", re.IGNORECASE)
_PLACE_LABEL = re.compile(r"^(?:plats och tid|plats|tid och plats|sammanträdesplats)\b:?\s*", re.IGNORECASE)
_TIME = re.compile(r"(?:kl(?:ockan)?\.?\s*)?\d{1,2}[.:]\d{2}\s*[–\-—]\s*\d{1,2}[.:]\d{2}")
_KIND = re.compile(r"\b(?:sammanträdes)?protokoll\b", re.IGNORECASE)
_MOST_WORDS = 9


def read_meeting(pages: Sequence[Cleaned], before: Sequence[Line]) -> Meeting:
    """Read the meeting from the lines before the first paragraph and from heads and feet of pages."""
    furniture = [line for page in pages for line in (*page.head, *page.foot)]
    first_page = [line for line in before if line.page == before[0].page] if before else []
    span = _paragraph_span(before)
    return Meeting(
        organisation=organisation_of([*first_page, *furniture]),
        board=_board(first_page, furniture),
        date=_date(first_page, furniture),
        place=_labelled(first_page, _PLACE_LABEL),
        time=next((m[0] for line in first_page if (m := _TIME.search(line.text))), None),
        attendance=read_attendance(before),
        adjusters=_adjusters(first_page),
        number_first=span[0] if span else None,
        number_last=span[1] if span else None,
    )


def paragraph_span(before: Sequence[Line]) -> tuple[int, int] | None:
    """Return the § range that a cover page prints, or None."""
    return _paragraph_span(before)


def _paragraph_span(lines: Iterable[Line]) -> tuple[int, int] | None:
    for line in lines:
        cells = (" ".join(w.text for w in cell) for cell in line.cells)
        match = _NUMBERS.search(line.text) or next((m for c in cells if (m := _NUMBERS_ALONE.fullmatch(c))), None)
        if match and int(match[1]) < int(match[2]):
            return int(match[1]), int(match[2])
    return None


def _cells(lines: Iterable[Line]) -> list[str]:
    return [" ".join(w.text for w in cell) for line in lines for cell in line.cells]


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
    cleaned = without_organisation(cleaned)
    match = _BODY.fullmatch(cleaned)
    if match is None or len(cleaned.split()) > _MOST_WORDS or not cleaned[:1].isupper():
        return None
    return cleaned if not cleaned.isupper() else cleaned.capitalize()


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
        for text in _after_label(source, _DATE_LABEL):
            dates = _whole_dates(text)
            if dates:
                return dates[0]
    repeated = Counter(d for line in furniture for d in _whole_dates(line.text))
    if repeated:
        return repeated.most_common(1)[0][0]
    return next((d for line in first_page for d in _whole_dates(line.text)), None)


def _whole_dates(text: str) -> list[str]:
    return [value for _, value in find_dates(text) if len(value) == len("2024-01-31")]


def _adjusters(lines: Sequence[Line]) -> tuple[str, ...]:
    label = re.compile(
        r"^(?:utses att justera|justerare|justeringsperson(?:er)?|justerande|protokollsjusterare|att justera)\b:?\s*",
        re.IGNORECASE,
    )
    names = _labelled(lines, label)
    return tuple(n.strip() for n in re.split(r",| och ", names) if n.strip()) if names else ()
