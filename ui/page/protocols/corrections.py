"""What people have corrected, as HTML: what was, what it became, who says so, when and why."""

from __future__ import annotations

from collections.abc import Sequence

from index.library import FieldCorrection
from ui import words
from ui.page.html import EMPTY, Markup, tag
from ui.page.protocols import fields, tables
from ui.speech import t

_DAY = len("2024-11-21")


def listed(made: Sequence[FieldCorrection]) -> Markup:
    """Return all corrections, the latest first; nothing where nobody has made any."""
    if not made:
        return EMPTY
    heads = (t("Var"), t("Uppgift"), t("Var lästes som"), t("Rättat till"), t("Av"), t("Skäl"))
    rows = [_row(one) for one in reversed(made)]
    heading = tag("h3", t("Rättelser"), class_="ps-part")
    lead = tag("p", t("Det här har människor rättat. Rättelserna gäller även när filerna läses om."), class_="ps-lead")
    return tag("section", heading, lead, tables.table(t("Rättelser"), heads, rows, kind="corrections"), id="rattelser")


def told(one: FieldCorrection) -> Markup:
    """Return who corrected a field, when and why."""
    when = words.date(one.when[:_DAY]) if one.when else ""
    said = t("Rättat av {vem}, {nar}: {skal}", vem=one.who or t("okänd"), nar=when, skal=one.why)
    was = (
        t("Lästes som ”{var}”.", var=fields.value_told(one.field, one.was))
        if one.was not in ("", "-")
        else t("Fanns inte förut.")
    )
    return tag("p", tag("b", t("Rättat"), class_="ps-corrected"), f" {said} ", tag("span", was), class_="ps-fixed")


def _row(one: FieldCorrection) -> tables.Row:
    place = one.file if one.number is None else f"{one.file} §\N{NO-BREAK SPACE}{one.number}"
    became = fields.value_told(one.field, one.value) or t("borttaget")
    was = fields.value_told(one.field, one.was)
    who = f"{one.who}, {words.date(one.when[:_DAY])}" if one.when else one.who
    return tables.row(place, fields.named(one.field), was, became, who, one.why)
