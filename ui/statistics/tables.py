"""Statistics as tables: one row a body and year (and kind of motion), what the numbers rest on beside them.

Owns the columns, whose names are Swedish in every language because files carry them, and the words above each table,
in the language of the request. Always holds: every row carries how many files were read for it,
and how many § numbers and pages are missing, so that few is not taken for none. `LONG` is every count as a row of its
own, for those who count on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from index.statistics import BoardYear, Count, Covered, Measure, MotionFate, Statistics
from nlp.fates import Fate
from ui import words
from ui.speech import t
from ui.statistics import labels

Row = dict[str, object]
COVER = ("filer", "saknade §-nummer", "sidor utan läsbar text")
"""The columns that every table ends with: what its numbers rest on."""
_KEYS = ("organ", "år")
_TOTAL = "totalt"


@dataclass(frozen=True)
class StatTable:
    """A table for people: ``name`` for files and options, ``note`` how it is counted; columns in order.

    ``series`` are the columns that a chart shows beside each other, () where it shows none.
    """

    name: str
    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    series: tuple[str, ...] = ()


def tables(found: Statistics) -> tuple[StatTable, ...]:
    """Return all tables in the order in which they are shown."""
    return tuple(make(found) for make in _MAKERS.values())


def table(found: Statistics, name: str) -> StatTable:
    """Return one table by its name."""
    return _MAKERS[name](found)


def _overview(found: Statistics) -> StatTable:
    measures = {
        "möten": Measure.MEETINGS,
        "paragrafer": Measure.PARAGRAPHS,
        "beslut": Measure.DECISIONS,
        "yrkanden": Measure.MOTIONS,
        "omröstningar": Measure.VOTES,
        "reservationer": Measure.RESERVATIONS,
        "uppdrag": Measure.ASSIGNMENTS,
    }
    sums: Counter[tuple[BoardYear, Measure]] = Counter()
    for one in found.counts:
        sums[one.row, one.measure] += one.amount
    rows = (
        {**_key(each.row), **{name: sums[each.row, measure] for name, measure in measures.items()}, **_cover(each)}
        for each in found.covered
    )
    note = t("Beslut räknas i beslutspunkter. Ett uppdrag räknas där det gavs.")
    return _made("översikt", t("Översikt"), note, tuple(measures), rows)


def _decisions(found: Statistics) -> StatTable:
    note = t("Beslutspunkter efter vad de gör, läst av deras verb; en paragraf kan ha flera.")
    return _by_kind(found, Measure.DECISIONS, "beslut", t("Beslut efter utfall"), note, words.OUTCOMES)


def _motions(found: Statistics) -> StatTable:
    cells = _cells(found, Measure.MOTIONS)
    rows = []
    for each in found.covered:
        for kind in labels.MOTION_KINDS:
            fates = Counter({one.fate: one.amount for one in cells[each.row] if one.kind == kind})
            if fates:
                told: Row = {labels.FATES[fate]: fates[fate] for fate in Fate}
                rows.append(
                    {**_key(each.row), "slag": labels.motion_kind(kind), **told, _TOTAL: fates.total(), **_cover(each)}
                )
    note = t(
        "Om ett yrkande vann är programmets slutsats av omröstning, beslutsgång, reservation eller beslut; stället "
        "står i tabellen yrkanden-underlag. Säger ingen av dem det står det under framgår inte."
    )
    columns = (*_KEYS, "slag", *labels.FATES.values(), _TOTAL, *COVER)
    title = t("Yrkanden efter slag och hur det gick")
    return StatTable("yrkanden", title, note, columns, tuple(rows), tuple(labels.FATES.values()))


def _votes(found: Statistics) -> StatTable:
    note = t("Vad ja och nej betydde står i varje paragraf: ett ja kan gälla avslag.")
    return _by_kind(found, Measure.VOTES, "omröstningar", t("Omröstningar"), note, labels.VOTES)


def _reservations(found: Statistics) -> StatTable:
    sums = Counter(
        one.kind for one in found.counts if one.measure is Measure.RESERVING_PARTIES for _ in range(one.amount)
    )
    parties = {party or "": labels.kind(Measure.RESERVING_PARTIES, party) for party, _ in sums.most_common()}
    ordered = {party: parties[party] for party in [*filter(None, parties), *([""] if "" in parties else [])]}
    whole = Counter({one.row: one.amount for one in found.counts if one.measure is Measure.RESERVATIONS})
    cells = _cells(found, Measure.RESERVING_PARTIES)
    rows = (
        {
            **_key(each.row),
            **_amounts(cells[each.row], ordered),
            "reservationer": whole[each.row],
            **_cover(each),
        }
        for each in found.covered
    )
    note = t("En reservation av flera partier räknas hos vart och ett, men en gång i kolumnen reservationer.")
    columns = (*_KEYS, *ordered.values(), "reservationer", *COVER)
    title = t("Reservationer efter parti")
    return StatTable("reservationer", title, note, columns, tuple(rows), tuple(ordered.values()))


def _assignments(found: Statistics) -> StatTable:
    note = t(
        "Så som uppdragen stod {dag}, efter året då de gavs. Status är programmets slutsats; vad den vilar på visar "
        "vyn Uppdrag och kommandot protokollspar assignments.",
        dag=words.date(found.as_of),
    )
    return _by_kind(found, Measure.ASSIGNMENTS, "uppdrag", t("Uppdrag efter status"), note, labels.STATUSES)


def _times(found: Statistics) -> StatTable:
    days: dict[BoardYear, list[int]] = defaultdict(list)
    decided = Counter(one.row for one in found.times)
    for one in found.times:
        if one.days is not None:
            days[one.row].append(one.days)
    rows = ({**_key(each.row), **_spans(decided[each.row], days[each.row]), **_cover(each)} for each in found.covered)
    note = t(
        "Från första gången ärendet finns i biblioteket till första beslutet i sak. Dagarna gäller ärenden som varit "
        "uppe före beslutsdagen; ett ärende som började före bibliotekets första protokoll tog längre tid än här."
    )
    columns = (*_KEYS, *_SPANS, *COVER)
    title = t("Dagar från första gången till beslut")
    return StatTable("handläggningstid", title, note, columns, tuple(rows), ("median",))


_SPANS = (
    "avgjorda ärenden",
    "samma dag",
    "okänt antal dagar",
    "kortast",
    "nedre kvartil",
    "median",
    "övre kvartil",
    "längst",
)


def _spans(decided: int, days: Sequence[int]) -> Row:
    later = sorted(one for one in days if one > 0)
    spread = _quartiles(later)
    return dict(
        zip(_SPANS, (decided, len(days) - len(later), decided - len(days), *spread), strict=True),
    )


def _quartiles(days: Sequence[int]) -> tuple[float | None, ...]:
    """Return the least, the lower quartile, the median, the upper quartile and the most of sorted numbers."""
    if not days:
        return (None,) * 5
    middle = len(days) // 2
    lower, upper = days[: max(middle, 1)], days[-max(middle, 1) :]
    return days[0], median(lower), median(days), median(upper), days[-1]


def _motions_behind(found: Statistics) -> StatTable:
    columns = (*_KEYS, "datum", "§", "rubrik", "slag", "av", "yrkande", "hur det gick", "grund", "belägg", *_CITED)
    rows = tuple(_motion_row(one) for one in found.motions)
    note = t("Varje yrkande med vad slutsatsen vilar på, ordagrant.")
    return StatTable("yrkanden-underlag", t("Yrkandena ett och ett"), note, columns, rows)


_CITED = ("hänvisning", "fil", "sida")


def _motion_row(one: MotionFate) -> Row:
    shown = one.evidence or one.motion
    return {
        **_key(one.row),
        "datum": one.date,
        "§": one.number,
        "rubrik": one.title,
        "slag": labels.motion_kind(one.kind),
        "av": list(one.movers),
        "yrkande": one.motion.text,
        "hur det gick": t(labels.FATES[one.fate]),
        "grund": t(labels.GROUNDS[one.ground]) if one.ground else None,
        "belägg": one.evidence.text if one.evidence else None,
        "hänvisning": shown.citation,
        "fil": one.file,
        "sida": shown.page,
    }


def _times_behind(found: Statistics) -> StatTable:
    columns = (*_KEYS, "ärende", "dagar", "första gången", "beslut", "fil", "sida")
    rows = tuple(
        {
            **_key(one.row),
            "ärende": one.title,
            "dagar": one.days,
            "första gången": one.first_citation,
            "beslut": one.decided_citation,
            "fil": one.file,
            "sida": one.page,
        }
        for one in found.times
    )
    note = t("Varje avgjort ärende med första gången det finns i biblioteket och var det avgjordes.")
    return StatTable("handläggningstid-underlag", t("De avgjorda ärendena ett och ett"), note, columns, rows)


def _coverage(found: Statistics) -> StatTable:
    columns = (*_KEYS, "fil", "saknade §-nummer", "sidor utan läsbar text")
    rows = tuple(
        {
            **_key(each.row),
            "fil": file,
            "saknade §-nummer": [number for name, number in each.missing_numbers if name == file],
            "sidor utan läsbar text": [page for name, page in each.unreadable_pages if name == file],
        }
        for each in found.covered
        for file in each.files
    )
    return StatTable("täckning", t("Vad siffrorna vilar på"), words.coverage(found.coverage), columns, rows)


def long_rows(found: Statistics) -> Iterator[Row]:
    """Yield every count as a row of its own, with the ids of what was counted."""
    for one in found.counts:
        yield {
            "measure": one.measure.value,
            "board": one.row.board,
            "organisation": one.row.organisation,
            "year": one.row.year,
            "kind": one.kind,
            "fate": one.fate.value if one.fate else None,
            "count": one.amount,
            "label": labels.kind(one.measure, one.kind),
            "paragraphs": list(one.paragraphs),
        }


LONG = ("measure", "board", "organisation", "year", "kind", "fate", "count", "label")
"""The columns of `long_rows` in a table."""


def told_cover(found: Statistics) -> str:
    """Return what the numbers rest on as one sentence."""
    files = len({file for one in found.covered for file in one.files})
    missing = len({each for one in found.covered for each in one.missing_numbers})
    pages = len({each for one in found.covered for each in one.unreadable_pages})
    return t(
        "Räknat i {filer}; {nummer} §-nummer saknas, {sidor} utan läsbar text.",
        filer=words.count(files, "fil", "filer"),
        nummer=words.number(missing),
        sidor=words.count(pages, "sida", "sidor"),
    )


def _by_kind(
    found: Statistics, measure: Measure, name: str, title: str, note: str, kinds: Mapping[str, str]
) -> StatTable:
    """Return a table with a column for every kind."""
    cells = _cells(found, measure)
    rows = (
        {
            **_key(each.row),
            **_amounts(cells[each.row], kinds),
            _TOTAL: sum(one.amount for one in cells[each.row]),
            **_cover(each),
        }
        for each in found.covered
    )
    return _made(name, title, note, tuple(kinds.values()), rows, (_TOTAL,))


def _made(
    name: str, title: str, note: str, series: tuple[str, ...], rows: Iterable[Row], more: tuple[str, ...] = ()
) -> StatTable:
    return StatTable(name, title, note, (*_KEYS, *series, *more, *COVER), tuple(rows), series)


def _amounts(cells: Sequence[Count], kinds: Mapping[str, str]) -> Row:
    sums = Counter({one.kind or "": one.amount for one in cells})
    return {name: sums[kind] for kind, name in kinds.items()}


def _cells(found: Statistics, measure: Measure) -> Mapping[BoardYear, list[Count]]:
    cells: dict[BoardYear, list[Count]] = defaultdict(list)
    for one in found.counts:
        if one.measure is measure:
            cells[one.row].append(one)
    return cells


def _key(row: BoardYear) -> Row:
    return {"organ": labels.board(row), "år": row.year or t(labels.UNKNOWN_YEAR)}


def _cover(each: Covered) -> Row:
    amounts = (len(each.files), len(each.missing_numbers), len(each.unreadable_pages))
    return dict(zip(COVER, amounts, strict=True))


_MAKERS: Mapping[str, Callable[[Statistics], StatTable]] = {
    "översikt": _overview,
    "beslut": _decisions,
    "yrkanden": _motions,
    "omröstningar": _votes,
    "reservationer": _reservations,
    "uppdrag": _assignments,
    "handläggningstid": _times,
    "täckning": _coverage,
    "yrkanden-underlag": _motions_behind,
    "handläggningstid-underlag": _times_behind,
}
NAMES = tuple(_MAKERS)
SHOWN = NAMES[:7]
"""The tables that text and charts show; the others stand behind them, in workbooks and by name."""
