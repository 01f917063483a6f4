"""Statistics as one HTML file that needs nothing else: each chart with its table beneath."""

from __future__ import annotations

from index.statistics import Statistics
from ui import plots, words
from ui.drawing.style import own_palette
from ui.page.html import Markup, join, tag
from ui.statistics.charts import chart
from ui.statistics.tables import StatTable, table, told_cover
from ui.statistics.text import cell

_OWN = """
body{margin:0 auto;max-width:1180px;padding:28px 24px 60px;background:var(--ps-page);color:var(--ps-ink);
font:17px/1.5 var(--ps-font)}
h1{font-size:29px;line-height:1.2;margin:0 0 4px}h2{font-size:21px;margin:40px 0 6px}p{margin:4px 0 12px}
.note{color:var(--ps-soft);font-size:15.5px;max-width:75ch}
figure{margin:0 0 14px;overflow-x:auto;border:1px solid var(--ps-line);border-radius:10px;background:#fff;padding:8px}
figure svg{display:block;width:100%;height:auto;min-width:640px}
.wide{overflow-x:auto}table{border-collapse:collapse;background:var(--ps-surface);font-size:15px}
th,td{border:1px solid var(--ps-line);padding:6px 10px;text-align:left;vertical-align:top}
td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
thead th{background:var(--ps-sunken)}tbody th{font-weight:600}
@media print{body{max-width:none;padding:0;font-size:10pt;background:none}table{font-size:8pt}
figure,tr{break-inside:avoid}thead{display:table-header-group}@page{size:A4 landscape;margin:12mm}}
"""


def html(found: Statistics, names: tuple[str, ...]) -> str:
    """Return the file with these tables."""
    title = "Översikt och statistik"
    meta = Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">')
    head = tag("head", meta, tag("title", title), Markup(f"<style>{own_palette()}{_OWN}</style>"))
    parts = join([_part(found, table(found, name)) for name in names])
    cover = tag("p", f"{words.coverage(found.coverage)} {told_cover(found)}", class_="note")
    body = tag("body", tag("main", tag("h1", title), cover, parts))
    return "<!doctype html>\n" + tag("html", head, body, lang="sv") + "\n"


def _part(found: Statistics, shown: StatTable) -> Markup:
    drawn = shown.series and 0 < len(shown.rows) <= plots.MOST_ROWS
    picture = tag("figure", Markup(plots.svg(chart(found, shown.name)))) if drawn else Markup("")
    note = tag("p", f"{shown.note} {told_cover(found)}", class_="note")
    return tag("section", tag("h2", shown.title), note, picture, tag("div", _table(shown), class_="wide"))


def _table(shown: StatTable) -> Markup:
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in shown.columns)))
    rows = (
        tag("tr", *(_cell(name, row.get(name), first=not place) for place, name in enumerate(shown.columns)))
        for row in shown.rows
    )
    return tag("table", tag("caption", shown.title, hidden="hidden"), head, tag("tbody", *rows))


def _cell(column: str, value: object, *, first: bool) -> Markup:
    words_of = cell(column, value)
    if first:
        return tag("th", words_of, scope="row")
    numeric = isinstance(value, int | float) and column != "år"
    return tag("td", words_of, class_="number") if numeric else tag("td", words_of)
