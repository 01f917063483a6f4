"""Until when something is due: the printed date, the printed words, and what the words mean at the date of a meeting.

``due`` is a printed date, month or year that stands behind a word of time ("senast den 31 mars 2025", "under 2026").
``due_words`` are the words as printed, also where they print no date ("till nämndens sammanträde i juni", "snarast",
"årligen"). ``due_derived`` concludes the date that words without a year mean: the first such day, month or quarter from
the meeting on. The three are kept apart, for only the first two are printed.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from nlp.dates import MONTHS, find_dates
from nlp.vote_words import NUMBERS

# "senast den 31 mars 2025", "före utgången av 2026": a date that binds; then weaker ones, "under 2021", "i mars 2025"
_TIME = (
    r"(?:(?:den|år|året|månad|slutet av|början av|mitten av|utgången av|årsskiftet|månadsskiftet"
    r"|halvåret|kvartal \w+|tertial \w+|q[1-4]|kv \w+|"
    r"första|andra|tredje|fjärde|kvartalet|tertialet|våren|hösten|sommaren|vintern|delår\w*|bokslut\w*"
    r"|\w*sammanträde\w*|\w*möte\w*|"
    r"nämnden\w*|\w*styrelsens?|\w*fullmäktiges?|verksamhetsåret|av|i|vid|på|till|under|med) ){0,6}"
)
_REPORTING = r"(?:åter)?(?:rapport\w+|redovis\w+)|avrapport\w+|återkomma|klar\w*"
_STRONG = re.compile(
    rf"\b(?:senast|före|innan|t\.o\.m\.|till och med|{_REPORTING}) {_TIME}$",
    re.IGNORECASE,
)
_WEAK = re.compile(
    rf"\b(?:under|i|till|vid|inför|på|kvartal \w+|tertial \w+|våren|hösten|sommaren|vintern|årsskiftet) {_TIME}$",
    re.IGNORECASE,
)
# dates of papers and of validity bind nobody: "yrkande från S den 3 maj 2024", "budget i 2024"
_WINDOW = 90
_VERB_FIRST = re.compile(rf"^(?:{_REPORTING}) (?=\S)", re.IGNORECASE)
_ENDS_YEAR = re.compile(r" års (?:utgång|slut|ingång|början)\b")

_MONTH = rf"(?P<month>{'|'.join(MONTHS)})\b(?! (?:19|20)\d\d)"
_ORDINALS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}
_NTH = rf"(?P<nth>[1-4]|{'|'.join(_ORDINALS)})"
_BY = r"(?:senast|före|innan|till och med|till|i|under|vid|inför|på|kring|omkring)"
_MEETING = r"(?:[\w\-]+ ){0,4}?(?:\w*sammanträde|\w*möte)[nt]?"
_ACCOUNTS = r"(?:delårs\w+|årsredovisning\w*|årsbokslut\w*|bokslut\w*|månadsrapport\w*|tertialrapport\w*)"
_SEASON = r"(?:årets (?:slut|utgång)|årsskiftet|året|år|våren|sommaren|hösten|vintern|mandatperioden)"
_HOW_OFTEN = (
    r"(?:årligen|årsvis|halvårsvis|kvartalsvis|tertialvis|månadsvis|månatligen|löpande|regelbundet|fortlöpande"
    r"|varje (?:år|halvår|kvartal|tertial|månad|sammanträde|möte)|(?:\w+ gång(?:er)?) (?:per|om|varje) (?:år|året))"
)
_NO_YEAR = r"(?! (?:år )?(?:19|20)\d\d)"
_PERIOD = rf"(?:(?P<unit>kvartal|tertial|q) ?(?P<place>[1-4])|{_NTH} (?P<unit2>kvartal|tertial)(?:et)?)"
_PRINTED_PHRASES = (
    # "senast den 31 mars", "till den 1 juni"
    rf"\b(?:senast|före|innan|till och med|till) (?:den )?(?P<day>[12]?\d|3[01])(?::e)? {_MONTH}",
    # "i samband med delårsrapport per augusti", "vid delårsbokslutet", "i samband med årsredovisningen"
    rf"\b(?:senast )?(?:i samband med|vid|inför|i) (?:[\w\-]+ ){{0,3}}?{_ACCOUNTS}(?: (?:per|i|för|efter) {_MONTH})?",
    # "till nämndens sammanträde i juni", "vid styrelsens möte den 4 juni", "senast vid nästa sammanträde"
    rf"\b(?:senast )?{_BY} {_MEETING}(?: (?:i|den (?P<day>\d{{1,2}})) {_MONTH})?",
    # "under kvartal 2", "under andra kvartalet", "Q3", "tertial 1"
    rf"\b(?:{_BY} )?(?:(?:det|utgången av|slutet av|början av) )*{_PERIOD}\b{_NO_YEAR}",
    # "i april", "senast i september", "i slutet av maj", where something is reported or made
    rf"\b(?:senast )?{_BY} (?:(?:början|slutet|mitten|utgången) av )?{_MONTH}",
    # "till budgetberedningen 2026", "inför budget 2027"
    r"\b(?:till|inför|i samband med) (?:[\w\-]+ ){0,2}?\w*budget\w*(?: (?:för )?(?:19|20)\d\d)?",
    # "inom sex månader", "inom två veckor"
    rf"\binom (?:loppet av )?(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)}) (?P<span>månad|veck|dag|år)\w*",
    # "före årets slut", "under innevarande år", "vid årsskiftet", "under våren"
    rf"\b(?:före|innan|vid|under|till) (?:innevarande |kommande |nästa )?(?P<season>{_SEASON})\b{_NO_YEAR}",
    # "snarast möjligt", "skyndsamt", "omgående"
    r"\b(?:snarast(?: möjligt)?|så snart som möjligt|skyndsamt|omgående|utan dröjsmål)\b",
    # "årligen", "varje kvartal", "två gånger per år", "löpande"
    rf"\b{_HOW_OFTEN}\b",
)
_PHRASES = tuple(re.compile(phrase, re.IGNORECASE) for phrase in _PRINTED_PHRASES)
_ONLY_MONTH = 4
_LAST_MONTH = {"vår": 5, "sommar": 8}
_MADE = re.compile(
    rf"\b(?:{_REPORTING}|senast|lämna\w*|presentera\w*|slutför\w*|ta fram|påbörja\w*|genomför\w*|inkom\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due: the printed date, the printed words, the date that they mean at the meeting."""

    date: str | None = None
    words: str | None = None
    derived: str | None = None


def read_due(text: str, meeting: str | None = None) -> Due:
    """Return when ``text`` says that something is due; words without a year count from ``meeting``, an ISO date.

    A phrase that prints no date tells only the words, and what they mean where the meeting's month is known.
    """
    printed = _printed(text, meeting)
    if printed is not None:
        return printed
    for place, pattern in enumerate(_PHRASES):
        match = pattern.search(text)
        if match and (place != _ONLY_MONTH or _MADE.search(text[: match.end()])):
            return Due(None, match[0].strip(" ,."), _derived(match, meeting))
    return Due()


def due_date(text: str) -> str | None:
    """Return until when something is due: the first date behind "senast", else behind "under", "i", "till"."""
    printed = _printed(text, None)
    return printed.date if printed else None


def _printed(text: str, meeting: str | None) -> Due | None:
    """The first date behind a word of time; what lies before the meeting binds nobody."""
    dates = [(r, value) for r, value in find_dates(text, years=True) if value >= (meeting or "")[: len(value)]]
    for cue in (_STRONG, _WEAK):
        for span, value in dates:
            begin = max(0, span.start - _WINDOW)
            if told := cue.search(text[begin : span.start]):
                behind = _ENDS_YEAR.match(text, span.end)
                words = text[begin + told.start() : behind.end() if behind else span.end]
                return Due(value, _VERB_FIRST.sub("", words))
    return None


def _derived(match: re.Match[str], meeting: str | None) -> str | None:
    """Conclude the date that a phrase means at a meeting of which the month is known; None where it means none."""
    from_ = re.fullmatch(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?", meeting or "")
    if from_ is None:
        return None
    start = date(int(from_["year"]), int(from_["month"]), int(from_["day"] or 1))
    said = match.groupdict()
    if month := said.get("month"):
        return _next_month(start, MONTHS.index(month.lower()) + 1, said.get("day"))
    if unit := said.get("unit") or said.get("unit2"):
        nth = said.get("place") or said.get("nth") or "1"
        number = int(nth) if nth.isdigit() else _ORDINALS[nth.lower()]
        return _next_month(start, number * (4 if unit.lower() == "tertial" else 3), None)
    if count := said.get("count"):
        return _later(start, int(count) if count.isdigit() else NUMBERS[count.lower()], str(said["span"]).lower())
    return _season(start, match[0].lower()) if said.get("season") else None


def _next_month(start: date, month: int, day: str | None) -> str | None:
    """Return the first such month, or day of it, from ``start`` on; None where no calendar has that day."""
    if not day:
        year = start.year + (month < start.month)
        return f"{year:04}-{month:02}"
    for year in (start.year, start.year + 1):
        if int(day) <= calendar.monthrange(year, month)[1] and date(year, month, int(day)) >= start:
            return date(year, month, int(day)).isoformat()
    return None


def _later(start: date, count: int, unit: str) -> str:
    if unit == "månad":
        months = start.year * 12 + start.month - 1 + count
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if unit == "år":
        return f"{start.year + count:04}"
    return (start + timedelta(days=count * (7 if unit == "veck" else 1))).isoformat()


def _season(start: date, words: str) -> str | None:
    """Read "under våren", "före årets slut", "under nästa år" as a year."""
    if "mandatperiod" in words:
        return None
    if "nästa" in words or "kommande" in words:
        return str(start.year + 1)
    last = next((month for word, month in _LAST_MONTH.items() if word in words), len(MONTHS))
    return str(start.year + (start.month > last))
