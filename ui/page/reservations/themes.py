"""Arguments that return, as HTML: themes by year as a table of numbers, and one theme with every quote. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from index.arguments import Argued, Argument, Theme, ThemeCell, ThemeYear
from ui import arguments, words
from ui.page.html import Markup, join, tag
from ui.page.reservations import heat, told
from ui.page.reservations.card import line, quote
from ui.page.state import PageState, write
from ui.speech import t

DETAIL = "ps-tema"


def overview(found: Sequence[Theme], state: PageState) -> Markup:
    """Return the themes by year, each number a link to what was said."""
    years = _years(found)
    rows = [(_name(theme, state), _by_year(theme, state)) for theme in found]
    caption = t("Inlagor per tema och år")
    return heat.table(caption, t("Tema: dess egna ord"), years, rows)


def by_party(found: Sequence[Theme], state: PageState) -> Markup:
    """Return the themes by party, each number a link to what that party said."""
    counts = Counter(party for theme in found for party in theme.parties)
    columns = [party for party, _ in counts.most_common()]
    rows = [(_name(theme, state), _by_party(theme, state)) for theme in found]
    return heat.table(t("Inlagor per tema och parti"), t("Tema: dess egna ord"), columns, rows)


def detail(theme: Theme, state: PageState) -> Markup:
    """Return one theme: who says it when, and every quote, year by year."""
    columns = _years([theme])
    parties = list(dict.fromkeys(_party(cell) for year in theme.years for cell in year.cells))
    rows = [
        (party, {_year(year): _quotes(year, party) for year in theme.years if _has(year, party)}) for party in parties
    ]
    table = heat.table(t("Argument per parti och år"), t("Parti"), columns, rows)
    listed = [_of_year(year, state) for year in theme.years]
    return tag("section", table, *listed, id=DETAIL)


def _name(theme: Theme, state: PageState) -> Markup:
    address = write(state.having(tema=theme.name))
    return tag("a", arguments.label(theme), href=address, data_state=True, data_then=DETAIL, lang="sv")


def _by_year(theme: Theme, state: PageState) -> dict[str, heat.Cell]:
    cells = {}
    for year in theme.years:
        count = len({one.id for cell in year.cells for one, _ in cell.arguments})
        said = f"{arguments.label(theme)}, {_year(year)}: {words.count(count, 'inlaga', 'inlagor')}"
        cells[_year(year)] = _linked(count, said, state.having(tema=theme.name), _anchor(_year(year)))
    return cells


def _by_party(theme: Theme, state: PageState) -> dict[str, heat.Cell]:
    counts = Counter(party for one in theme.argued for party in one.parties)
    cells = {}
    for party, count in counts.items():
        said = f"{arguments.label(theme)}, {party}: {words.count(count, 'inlaga', 'inlagor')}"
        cells[party] = _linked(count, said, state.having(tema=theme.name, parti=party), DETAIL)
    return cells


def _linked(count: int, said: str, wished: PageState, then: str) -> heat.Cell:
    address = write(wished)
    return heat.Cell(
        count, lambda label: tag("a", label, href=address, data_state=True, data_then=then, aria_label=said)
    )


def _quotes(year: ThemeYear, party: str) -> heat.Cell:
    """Return the number of quotes of a party in a year, a link to them further down."""
    anchor = _anchor(_year(year), party)
    count = sum(len(cell.arguments) for cell in year.cells if _party(cell) == party)
    said = f"{party}, {_year(year)}: {words.count(count, 'argument', 'argument')}"
    return heat.Cell(count, lambda label: tag("a", label, href=f"#{anchor}", data_jump=True, aria_label=said))


def _has(year: ThemeYear, party: str) -> bool:
    return any(_party(cell) == party for cell in year.cells)


def _of_year(year: ThemeYear, state: PageState) -> Markup:
    lead = tag("p", t("Årets egna ord: {ord}.", ord=", ".join(year.words)), class_="ps-searched") if year.words else ""
    firsts = _first_acts(year)
    said = [tag("li", _said(one, those, firsts.get(one.id, ()), state)) for one, those in _acts(year)]
    head = tag("h3", _year(year), id=_anchor(_year(year)), tabindex=-1, class_="ps-part")
    return join([head, lead, tag("ul", *said, class_="ps-hits")])


def _acts(year: ThemeYear) -> list[tuple[Argued, list[Argument]]]:
    """Return the acts of a year with their quotes; what several parties stand behind is there once."""
    found: dict[str, tuple[Argued, list[Argument]]] = {}
    for cell in year.cells:
        for one, each in cell.arguments:
            _, those = found.setdefault(one.id, (one, []))
            if each not in those:
                those.append(each)
    return sorted(found.values(), key=lambda pair: (pair[0].date or "", pair[0].id))


def _first_acts(year: ThemeYear) -> dict[str, list[str]]:
    """Return the anchors of parties by the first act of each."""
    firsts: dict[str, list[str]] = defaultdict(list)
    for cell in year.cells:
        first = min((one for one, _ in cell.arguments), key=lambda one: (one.date or "", one.id))
        firsts[first.id].append(_anchor(_year(year), _party(cell)))
    return firsts


def _said(one: Argued, those: Sequence[Argument], anchors: Sequence[str], state: PageState) -> Markup:
    targets = [tag("span", id=name, tabindex=-1) for name in anchors]
    quotes = [tag("li", quote(one, each, state)) for each in those]
    body = (line(one), tag("h4", told.by(one), lang="sv"), tag("ul", *quotes, class_="ps-arguments"))
    return tag("article", *targets, *body, class_="ps-hit ps-argued")


def _years(found: Sequence[Theme]) -> list[str]:
    known = {year.year for theme in found for year in theme.years}
    dated = [str(year) for year in sorted(year for year in known if year is not None)]
    return [*dated, t("utan år")] if None in known else dated


def _year(year: ThemeYear) -> str:
    return str(year.year) if year.year is not None else t("utan år")


def _party(cell: ThemeCell) -> str:
    return cell.party or t("utan parti")


def _anchor(*names: str) -> str:
    return "tema-" + "-".join(name.replace(" ", "-").lower() for name in names)
