"""The charts of a table: small pictures beside each other, one a board (the overview: one a measure), all on one scale.

Always holds: pure; the numbers are those of the table beneath, and what no protocol was read for is said in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ui import words
from ui.drawing.bars import Bar, drawing, figure, legend, patterns
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.statistics.grid import APART, Group, Year
from ui.speech import t
from ui.statistics.tables import Row, StatTable

MOST_BARS = 400
"""More bars than this are no picture any longer; the table has them all."""
OVERVIEW = "översikt"


def heading(column: str) -> str:
    """Return the name of a column as people read it, in the language spoken."""
    said = t(column)
    return said[:1].upper() + said[1:]


def charts(shown: StatTable, groups: Sequence[Group], whole: Group | None) -> Markup:
    """Return the pictures of a table with their legend; nothing for a table that has none or is too long for any."""
    if not shown.series or not 0 < sum(len(group.years) for group in groups) <= MOST_BARS:
        return EMPTY
    if shown.name == OVERVIEW:
        return _framed(_measures(shown, whole or groups[0]), EMPTY)
    if shown.name == APART:
        return _framed(_times(shown, groups), tag("p", t(_MEDIANS), class_="ps-lead"))
    used = [place for place, name in enumerate(shown.series) if any(_sum(year, name) for year in _years(groups))]
    if not used:
        return tag("p", t("Inget att visa i ett diagram: alla tal är 0."), class_="ps-lead")
    signs = legend([(place, heading(shown.series[place])) for place in used])
    apart = tag("p", t(_PARTIES), class_="ps-lead") if shown.name == "reservationer" else EMPTY
    return _framed(_stacked(shown, groups), join([signs, apart]))


_MEDIANS = "Stapeln är medianen i dagar; strecket går mellan nedre och övre kvartilen."

_PARTIES = "Talet vid stapeln räknar varje parti för sig; antalet reservationer står i tabellen."


def _framed(pictures: Iterable[Markup], signs: Markup) -> Markup:
    return tag("div", patterns(), signs, tag("div", *pictures, class_="ps-figures"), class_="ps-charts")


def _stacked(shown: StatTable, groups: Sequence[Group]) -> Iterable[Markup]:
    most = max(sum(_values(year, shown.series)) for year in _years(groups))
    for group in groups:
        bars = [_bar(year, _values(year, shown.series), shown.series) for year in group.years]
        yield _picture(shown.title, group.name, bars, most)


def _measures(shown: StatTable, whole: Group) -> Iterable[Markup]:
    """Yield a picture for each measure, each on its own scale: a meeting is no paragraph."""
    for column in shown.series:
        bars = [_bar(year, _values(year, (column,)), (column,)) for year in whole.years]
        yield _picture(whole.name, heading(column), bars, max(sum(bar.parts or (0,)) for bar in bars), None)


def _times(shown: StatTable, groups: Sequence[Group]) -> Iterable[Markup]:
    most = max((float(str(year.rows[0].get("övre kvartil") or 0)) for year in _years(groups) if year.rows), default=0)
    for group in groups:
        yield _picture(shown.title, group.name, [_time(year) for year in group.years], most)


def _time(year: Year) -> Bar:
    row: Row = year.rows[0] if year.rows else {}
    middle, low, high = (row.get(name) for name in ("median", "nedre kvartil", "övre kvartil"))
    if not (isinstance(middle, int | float) and isinstance(low, int | float) and isinstance(high, int | float)):
        return Bar(year.name, None, t("inga dagar att räkna") if year.rows else _unread())
    return Bar(year.name, (float(middle),), f" ({figure(low)}–{figure(high)})", (float(low), float(high)))


def _bar(year: Year, values: tuple[float, ...], names: Sequence[str]) -> Bar:
    if not year.rows:
        return Bar(year.name, None, _unread())
    parts = ", ".join(f"{t(name)} {figure(value)}" for name, value in zip(names, values, strict=True) if value)
    return Bar(year.name, values, " *" if year.doubtful else "", hint=f"{year.name}: {parts or '0'}")


def _unread() -> str:
    return t("inga protokoll inlästa")


def _picture(title: str, name: str, bars: Sequence[Bar], most: float, lang: str | None = "sv") -> Markup:
    said = "; ".join(bar.hint or f"{bar.name}: {_told(bar)}" for bar in bars)
    head = tag("h3", name, lang=lang)
    return tag("figure", head, drawing(bars, most, f"{title}: {name}", f"{said}."), class_="ps-chart")


def _told(bar: Bar) -> str:
    return bar.told if bar.parts is None else f"{figure(sum(bar.parts))}{bar.told}"


def _years(groups: Iterable[Group]) -> Iterable[Year]:
    return (year for group in groups for year in group.years)


def _values(year: Year, columns: Sequence[str]) -> tuple[float, ...]:
    return tuple(_sum(year, column) for column in columns)


def _sum(year: Year, column: str) -> float:
    found = (row.get(column) for row in year.rows)
    return sum(float(value) for value in found if isinstance(value, int | float))


def honest(groups: Sequence[Group], empty: int) -> Markup:
    """Return what a low bar may mean: few protocols, none, or some that could not be read whole."""
    amounts = [int(_sum(year, "filer")) for year in _years(groups) if year.rows]
    told = [t("Talen visar vad som är inläst, inte allt som har hänt: få protokoll ger låga staplar.")]
    if len(set(amounts)) > 1:
        told.append(
            t(
                "Antalet filer per organ och år går från {minst} till {flest}.",
                minst=words.number(min(amounts)),
                flest=words.number(max(amounts)),
            )
        )
    if empty:
        told.append(t("För {antal} av organens år är inget protokoll inläst.", antal=words.number(empty)))
    if any(year.doubtful for year in _years(groups)):
        told.append(t("* Där saknas §-nummer eller läsbara sidor, så talet kan vara för lågt."))
    return tag("p", join(told, " "), class_="ps-honest")
