"""What a paragraph records, act by act, as HTML: printed words, what the program read in them, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.items import FIELDS, items_of
from index.library import StoredParagraph
from index.showing import FieldReading
from index.stored import Act, ItemKind
from ui.page import parts
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.protocols import fields, fixing
from ui.page.protocols.act_words import chip, facts, has_text, printed, title
from ui.page.protocols.head_table import sure
from ui.page.state import PageState, Place
from ui.speech import t

ORDER = (
    ItemKind.DECISION,
    ItemKind.VOTE,
    ItemKind.MOTION,
    ItemKind.RESERVATION,
    ItemKind.NOTE,
    ItemKind.ASSIGNMENT,
    ItemKind.ASSIGNMENT_CHANGE,
    ItemKind.REPORT,
    ItemKind.RECUSAL,
    ItemKind.NOT_PARTICIPATING,
    ItemKind.PROCEDURE,
    ItemKind.GOAL,
    ItemKind.DEMAND,
    ItemKind.RECOMMENDATION,
    ItemKind.MILESTONE,
    ItemKind.ACTIVITY,
    ItemKind.OFFICE,
    ItemKind.DEFINITION,
    ItemKind.REFERENCE,
    ItemKind.DOCUMENT,
)
"""What people look for first comes first."""
_FOLDED = frozenset({ItemKind.PROCEDURE, ItemKind.REFERENCE, ItemKind.DOCUMENT, ItemKind.DEFINITION})
_MANY = 12
"""More of a kind are folded, so that what follows can be reached."""


@dataclass(frozen=True, slots=True)
class _Around:
    stored: StoredParagraph
    readings: Mapping[str, FieldReading]
    state: PageState
    may_write: bool


def cards(
    stored: StoredParagraph, readings: Mapping[str, FieldReading], state: PageState, *, may_write: bool
) -> Markup:
    """Return all acts of a paragraph, kind by kind."""
    around = _Around(stored, readings, state, may_write)
    by_kind: dict[ItemKind, list[Act]] = {}
    for kind, _, act in items_of(stored.paragraph.acts):
        by_kind.setdefault(kind, []).append(act)
    shown = [_kind(kind, by_kind[kind], around) for kind in ORDER if kind in by_kind]
    if not shown:
        return tag("p", t("Programmet hittar inga beslut, yrkanden eller andra poster i paragrafen."))
    lead = t("Citaten är tryckta ord. Utfall, slag och tid är programmets läsning; hur säker den är står intill.")
    return tag("section", tag("p", lead, class_="ps-lead"), *shown, class_="ps-acts")


def _kind(kind: ItemKind, found: Sequence[Act], around: _Around) -> Markup:
    items = [_item(kind, position, act, around) for position, act in enumerate(found, start=1)]
    body = tag("ol", *items, class_="ps-act-list")
    heading = tag("h3", title(kind, len(found)), class_="ps-part")
    if kind in _FOLDED or len(found) > _MANY:
        return tag("details", tag("summary", heading), body, class_="ps-fold")
    return tag("section", heading, body)


def _item(kind: ItemKind, position: int, act: Act, around: _Around) -> Markup:
    name = FIELDS[kind]
    reading = around.readings.get(f"{name}.{position}")
    quote = tag("blockquote", printed(act, around.stored.paragraph.text), lang="sv") if has_text(act) else EMPTY
    fix = fixing.of_act(name, position, act, around.state) if around.may_write else EMPTY
    told = sure(reading) if reading is not None else EMPTY
    foot = tag("div", _opener(kind, position, act, around), told, fix, class_="ps-act-foot")
    body = join([chip(act), quote, facts(act, around.stored.head.document_id, around.state), foot])
    return tag("li", body, class_=f"ps-act ps-act-{kind}", id=f"post-{name}-{position}")


def _opener(kind: ItemKind, position: int, act: Act, around: _Around) -> Markup:
    if not act.ranges:
        return EMPTY
    page = around.stored.page_at(act.ranges[0].start)
    head = around.stored.head
    place = Place(head.document_id, page, head.id, act.ranges[0], act.ranges[1:])
    about = f"{fields.act_name(FIELDS[kind])} {position}"
    name = t("Visa {post} på sidan {sida} med orden markerade", post=about, sida=page)
    return parts.opener(t("Visa på sidan {sida}", sida=page), place, around.state, name=name)
