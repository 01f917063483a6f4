"""The head of a paragraph field by field: what was read, how sure that is, and who corrected it."""

from __future__ import annotations

from collections.abc import Mapping

from index.library import StoredParagraph
from index.showing import FieldReading
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.protocols import corrections, fields, fixing, labels, tables
from ui.page.state import PageState
from ui.speech import t

_FIXED_BY = {"organisation": "fil.organisation", "board": "fil.board", "date": "fil.date"}
"""Fields that the whole file has are corrected for the whole file."""


def head_table(
    stored: StoredParagraph, readings: Mapping[str, FieldReading], state: PageState, *, may_write: bool
) -> Markup:
    """Return the fields of the head, folded; open where one is being corrected or has been."""
    names = [name for name in fields.ADDRESSES if name in readings]
    heads = (t("Uppgift"), t("Läst som"), t("Hur säkert"))
    rows = [_row(name, stored, readings[name], state, may_write=may_write) for name in names]
    table = tables.table(t("Uppgifter om paragrafen"), heads, rows, kind="facts")
    summary = tag("summary", t("Uppgifter om paragrafen och hur säkra de är"))
    whole = any(readings[name].corrected for name in names)
    return tag("details", summary, table, class_="ps-fold", open=whole)


def _row(name: str, stored: StoredParagraph, reading: FieldReading, state: PageState, *, may_write: bool) -> tables.Row:
    address = _FIXED_BY.get(name, name)
    value = value_of(stored, name)
    link = fixing.link(address, t("Rätta"), state, about=fields.named(address)) if may_write else EMPTY
    shown = tag("span", value, lang="sv") if value else tag("span", t("framgår inte"), class_="ps-nothing")
    return tables.row(fields.named(address), shown, join([sure(reading), " ", link]))


def value_of(stored: StoredParagraph, name: str) -> str:
    """Return the value of a field of the head as people read it, "" where nothing is printed."""
    head = stored.head
    if name == "immediate":
        return t("ja") if stored.paragraph.acts.immediate else t("nej")
    if name == "case_numbers":
        return ", ".join(head.case_numbers)
    found = {"organisation": head.organisation, "board": head.board, "date": head.date, "title": head.title}
    return str(head.number) if name == "number" else found.get(name) or ""


def sure(reading: FieldReading) -> Markup:
    """Return how sure a reading is and why; of a corrected field who says so."""
    if reading.corrected is not None:
        return corrections.told(reading.corrected)
    level = "sure" if reading.sure >= labels.SURE else "likely" if reading.sure >= labels.LIKELY else "unsure"
    why = tag("span", reading.why, lang="sv")
    return tag("span", tag("b", labels.sureness(reading.sure)), ": ", why, class_=f"ps-sure ps-{level}")
