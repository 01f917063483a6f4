"""A trace as one HTML file that needs nothing else: facts, timeline and table, for the screen and for paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from index.results import Trace
from ui.drawing.style import own_palette, timeline_rules
from ui.drawing.svg import drawing, legend
from ui.page.html import EMPTY, Markup, join, tag
from ui.trace_outputs.sheet import COLUMNS, Row, Sheet, sheet_of

_OWN = """
body{margin:0 auto;max-width:1180px;padding:28px 24px 60px;background:var(--ps-page);color:var(--ps-ink);
font:17px/1.5 var(--ps-font)}
h1{font-size:29px;line-height:1.2;margin:0 0 4px}h2{font-size:21px;margin:34px 0 10px}
.lead{color:var(--ps-soft);margin:0 0 20px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:6px 22px;margin:0}dt{font-weight:650}dd{margin:0}
figure{margin:26px 0 0}.ps-timeline{overflow-x:auto;border:1px solid var(--ps-line);border-radius:10px;
background:var(--ps-surface)}.ps-timeline svg{display:block;width:100%;height:auto}
.ps-legend{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;margin:8px 0 0;padding:0;color:var(--ps-soft);
font-size:14px}.ps-legend li{display:flex;align-items:center;gap:6px}
table{border-collapse:collapse;width:100%;background:var(--ps-surface);font-size:15.5px}
th,td{border:1px solid var(--ps-line);padding:9px 11px;text-align:left;vertical-align:top}
thead th{background:var(--ps-sunken)}tbody th{font-weight:600;white-space:nowrap}
tr:target{background:var(--ps-tint)}blockquote{margin:5px 0;padding-left:11px;border-left:3px solid var(--ps-edge)}
td p{margin:5px 0;color:var(--ps-soft)}.title{font-weight:600;color:var(--ps-ink)}
.cite{min-width:150px}footer{margin-top:34px;color:var(--ps-soft);font-size:15px}
a{color:var(--ps-primary)}a:focus-visible{outline:3px solid var(--ps-primary);outline-offset:2px}
@media (width <= 700px){dl{grid-template-columns:1fr}table,tbody,tr,td,th{display:block}thead{display:none}}
@media print{body{max-width:none;padding:0;font-size:10.5pt;background:none}table{font-size:9pt}
.ps-timeline{overflow:visible}tr,figure{break-inside:avoid}thead{display:table-header-group}
@page{size:A4 landscape;margin:14mm}}
"""


def html(trace: Trace, today: date, notes: Sequence[str] = ()) -> str:
    """Return the file."""
    sheet = sheet_of(trace, today, notes)
    body = join(
        [
            tag("h1", sheet.title),
            tag("p", sheet.lead, class_="lead"),
            tag("dl", *(join([tag("dt", name), tag("dd", value)]) for name, value in sheet.facts)),
            _figure(trace),
            tag("h2", "Händelser i tidsordning"),
            _table(sheet),
            _outside(sheet),
            tag("footer", *(tag("p", note) for note in sheet.notes)),
        ]
    )
    rules = Markup(f"<style>{own_palette()}{timeline_rules()}{_OWN}</style>")
    meta = Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">')
    head = tag("head", meta, tag("title", sheet.title), rules)
    return "<!doctype html>\n" + tag("html", head, tag("body", body), lang="sv") + "\n"


def _figure(trace: Trace) -> Markup:
    if not trace.events:
        return tag("p", f"Inget ärende hittades från ”{trace.start}”.")
    svg = drawing(trace, lambda place, _: f"#handelse-{place}")
    return tag("figure", tag("div", svg, class_="ps-timeline"), legend(trace.events))


def _table(sheet: Sheet) -> Markup:
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in COLUMNS)))
    return tag("table", head, tag("tbody", *(_row(row) for row in sheet.rows)))


def _row(row: Row) -> Markup:
    decided = (
        tag("div", row.title, class_="title"),
        tag("blockquote", row.quote) if row.quote else EMPTY,
        *(tag("p", each) for each in row.after),
    )
    return tag(
        "tr",
        tag("th", row.date, scope="row"),
        tag("td", row.where),
        tag("td", row.happened),
        tag("td", *decided),
        tag("td", row.citation, class_="cite"),
        id=f"handelse-{row.place}",
        tabindex=-1,
    )


def _outside(sheet: Sheet) -> Markup:
    if not sheet.outside:
        return EMPTY
    listed = tag("ul", *(tag("li", each) for each in sheet.outside))
    return join([tag("h2", "Nämns men finns inte i biblioteket"), listed])
