"""What a directive or a report says of itself: organisation, board, date and case number, behind their labels.

Labels stand on the cover, in page heads or on the last page, with the value behind a colon, in the next cell of a row
or on the line below; "Beslutat av X den …" says both who and when. Without a label only a line of the cover or a page
head counts that holds nothing but a body's name or a date, and a date that the page heads repeat.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.cover import body_name
from ingest.lines import Line
from ingest.organisation import organisation_of
from nlp.casenumbers import find_case_numbers
from nlp.dates import find_dates

# as in "Organ", "Nämnd:", "Beslutsinstans", "Beslutad av", "Uppdragsgivare"
_BOARD = re.compile(
    r"(?:besluts)?organ|nämnd|styrelse|(?:besluts)?instans|beslutande(?: organ)?|beslutad av|fastställd av|antagen av"
    r"|uppdragsgivare|beställare",
    re.IGNORECASE,
)
# as in "Datum", "Beslutsdatum:", "Fastställd", "Upprättad den"
_DATE = re.compile(
    r"(?:dokument|besluts|rapport|utskrifts|utgåve)?datum|fastställd|upprättad|beslutad|antagen|daterad", re.IGNORECASE
)
_CASE = re.compile(r"dnr|d\.nr|diarie(?:nummer|nr)|ärende(?:nummer|nr|-id)|beteckning", re.IGNORECASE)
# as in "Beslutat av barn- och utbildningsnämnden den 11 juni 2024, § 58"
_DECIDED = re.compile(
    r"(?:besluta[dt]|fastställ[dt]|antag(?:en|et)|godkän[dt]) (?:av|i) (?P<body>.+?)(?:,? den)? (?P<rest>\d.*)",
    re.IGNORECASE,
)
_FIELD = re.compile(r"(?P<label>[A-Za-zÅÄÖåäö.\-]+(?: av| den| organ)?)(?P<colon>\s*:)?\s*(?P<value>.*)")
# "Utgåva: 0.3 Datum: 2024-11-18" on one line: a value ends where the next label begins
_INSIDE = re.compile(r"(?P<label>[A-Za-zÅÄÖåäö]+)\s*:\s*(?P<value>[^:]+?)(?=\s+[A-Za-zÅÄÖåäö]+\s*:|$)")
_WHOLE = len("2024-01-31")


@dataclass(frozen=True, slots=True)
class Labels:
    """What is labelled; what is not printed is None."""

    organisation: str | None
    board: str | None
    date: str | None
    case_numbers: tuple[str, ...]


def read_labels(cover: Sequence[Line], lines: Sequence[Line], furniture: Sequence[Line]) -> Labels:
    """Read the lines of the cover and of page heads and feet; what these lack, anywhere in the document."""
    near, far = [*cover, *furniture], [line for line in lines if line.row is None]
    labelled = [line for line in far if any(_is_label(text) for text in _cells(line))]
    return Labels(
        organisation=organisation_of([*cover, *furniture, *labelled]),
        board=_board(near) or _decided(near)[0] or _letterhead(near) or _board(far),
        date=_date(near) or _decided(near)[1] or _alone(cover) or _repeated(furniture) or _date(far),
        case_numbers=_cases(near) or _cases(far),
    )


def _date(lines: Sequence[Line]) -> str | None:
    return next((date for text in _values(lines, _DATE) for _, date in find_dates(text)), None)


def _board(lines: Sequence[Line]) -> str | None:
    return next((name for text in _values(lines, _BOARD) if (name := body_name(text)) is not None), None)


def _decided(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    """Return body and date of a line that says who decided on the document, and when."""
    for line in lines:
        match = _DECIDED.fullmatch(line.text)
        dates = find_dates(match["rest"]) if match else ()
        if match and dates:
            return body_name(match["body"][:1].upper() + match["body"][1:]), dates[0][1]
    return None, None


def _letterhead(lines: Sequence[Line]) -> str | None:
    """Return a body that a line of the cover or of a page head names and nothing else."""
    alone = (texts[0] for line in lines if len(texts := _cells(line)) == 1)
    return next((name for text in alone if (name := body_name(text)) is not None), None)


def _alone(lines: Sequence[Line]) -> str | None:
    """Return a date that stands on a line of its own."""
    for line in lines:
        for place, date in find_dates(line.text):
            if not any(c.isalnum() for c in line.text[: place.start] + line.text[place.end :]):
                return date
    return None


def _repeated(furniture: Iterable[Line]) -> str | None:
    found = Counter(date for line in furniture for _, date in find_dates(line.text) if len(date) == _WHOLE)
    return found.most_common(1)[0][0] if found else None


def _cases(lines: Sequence[Line]) -> tuple[str, ...]:
    found = (number for text in _values(lines, _CASE) for _, number in find_case_numbers(text))
    return tuple(dict.fromkeys(found))


def _cells(line: Line) -> list[str]:
    return [" ".join(word.text for word in cell) for cell in line.cells]


def _is_label(text: str) -> bool:
    field = _FIELD.fullmatch(text)
    names = [field["label"]] if field else [match["label"] for match in _INSIDE.finditer(text)]
    return any(label.fullmatch(name) for name in names for label in (_DATE, _CASE, _BOARD))


def _values(lines: Sequence[Line], label: re.Pattern[str]) -> Iterator[str]:
    """Yield what stands behind a label: in its cell or the next, in the line below, or behind its colon in the line."""
    for number, line in enumerate(lines):
        cells = _cells(line)
        for place, text in enumerate(cells):
            field = _FIELD.fullmatch(text)
            if field is None or not label.fullmatch(field["label"]):
                continue
            below = lines[number + 1].text if number + 1 < len(lines) else ""
            behind = cells[place + 1] if place + 1 < len(cells) else below if len(cells) == 1 else ""
            value = field["value"] or behind
            if value and not _is_label(value):
                yield value
        yield from (match["value"] for match in _INSIDE.finditer(line.text) if label.fullmatch(match["label"]))
