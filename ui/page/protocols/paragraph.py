"""The record of one paragraph as HTML: what was read, where it is printed, how sure that is, and who corrected it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from index.library import StoredParagraph
from index.naming import citation, meeting_name
from index.showing import FieldReading
from index.stored import Head
from ui import words
from ui.page import parts
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.protocols import acts, fixing, labels
from ui.page.protocols.head_table import head_table
from ui.page.protocols.text import text
from ui.page.state import PageState, Place, Tab, write
from ui.speech import t


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph, the readings of its fields by their names, and its neighbours in the file."""

    stored: StoredParagraph
    readings: Mapping[str, FieldReading]
    before: Head | None
    after: Head | None
    may_write: bool


def record(shown: Shown, state: PageState) -> Markup:
    """Return the record of a paragraph."""
    form = fixing.form(shown.stored, state) if shown.may_write else EMPTY
    return join(
        [
            _trail(shown.stored.head, state),
            _head(shown, state),
            form,
            acts.cards(shown.stored, shown.readings, state, may_write=shown.may_write),
            text(shown.stored),
            head_table(shown.stored, shown.readings, state, may_write=shown.may_write),
            _turn(shown, state),
        ]
    )


def _trail(head: Head, state: PageState) -> Markup:
    """Return the way back: all protocols, this protocol."""
    everything = tag("a", t("Alla protokoll"), href=write(state.having(**_CLOSED)), data_state=True)
    address = write(state.having(**{**_CLOSED, "protokoll": head.document_id}))
    whole = tag("a", _meeting(head), href=address, data_state=True, lang="sv")
    return tag(
        "nav", everything, tag("span", " › ", aria_hidden="true"), whole, class_="ps-crumbs", aria_label=t("Här")
    )


_CLOSED: dict[str, str | None] = {"visa": None, "ratta": None, "hitta": None, "protokoll": None, "prova": None}


def _meeting(head: Head) -> str:
    if head.board and head.date:
        return f"{head.board} {words.date(head.date)}"
    return meeting_name(None, None, head.file)


def _head(shown: Shown, state: PageState) -> Markup:
    head = shown.stored.head
    line = [
        tag("time", words.date(head.date), datetime=head.date) if head.date else tag("span", words.date(None)),
        tag("span", head.board, lang="sv") if head.board else None,
        tag("span", f"§\N{NO-BREAK SPACE}{head.number}") if head.number is not None else None,
        *(tag("span", f"Dnr\N{NO-BREAK SPACE}{number}") for number in head.case_numbers),
        tag("span", t("Omedelbar justering")) if shown.stored.paragraph.acts.immediate else None,
    ]
    number = f"§\N{NO-BREAK SPACE}{head.number} " if head.number is not None else ""
    title = tag("h2", number, tag("span", head.title or t("Utan rubrik"), lang="sv"))
    return tag("div", title, tag("p", *line, class_="ps-line"), _chips(shown), _same(head), _actions(shown, state))


def _chips(shown: Shown) -> Markup:
    outcomes = dict.fromkeys(str(decision.outcome) for decision in shown.stored.paragraph.acts.decisions)
    chips = [tag("li", words.outcome(one), class_=f"ps-chip ps-tone-{parts.tone(one)}") for one in outcomes]
    return tag("ul", *chips, class_="ps-chips", aria_label=t("Utfall")) if chips else EMPTY


def _same(head: Head) -> Markup:
    """Return that another document holds the same paragraph in a longer form."""
    if head.duplicate_of is None:
        return EMPTY
    return tag("p", t("Samma paragraf finns utförligare i ett annat dokument i biblioteket."), class_="ps-honest")


def _actions(shown: Shown, state: PageState) -> Markup:
    head = shown.stored.head
    place = Place(head.document_id, head.page_first, head.id)
    page = parts.opener(t("Visa sidan {sida}", sida=head.page_first), place, state, class_="ps-button")
    name = parts_start(head)
    follow = write(state.at(Tab.FOLLOW, start=name, startparagraf=head.id))
    like = write(state.at(Tab.SEARCH, lika=head.id))
    saved = f"/paragraf/{quote(head.id, safe='')}.json"
    return tag(
        "div",
        page,
        tag("a", t("Följ ärendet"), href=follow, data_state=True, class_="ps-button"),
        tag("a", t("Liknande"), href=like, data_state=True, class_="ps-button"),
        tag("a", t("Hämta som JSON"), href=saved, download=True, class_="ps-button ps-quiet"),
        parts.citation(citation(head, head.page_first)),
        class_="ps-actions",
    )


def parts_start(head: Head) -> str:
    """Return the name with which the issue of a paragraph is followed."""
    if head.number is None:
        return head.file
    return f"{meeting_name(head.board, head.date, head.file)} § {head.number}"


def _turn(shown: Shown, state: PageState) -> Markup:
    """Return the links to the paragraphs before and after in the file."""
    before = _neighbour(t("Föregående"), shown.before, state, rel="prev")
    after = _neighbour(t("Nästa"), shown.after, state, rel="next")
    return tag("nav", before, after, class_="ps-neighbours", aria_label=t("Paragraferna före och efter"))


def _neighbour(label: str, head: Head | None, state: PageState, *, rel: str) -> Markup:
    if head is None:
        return EMPTY
    number = f"§\N{NO-BREAK SPACE}{head.number} " if head.number is not None else ""
    title = tag("span", f"{number}{head.title}", lang="sv")
    address = write(state.having(**{**_CLOSED, "visa": head.id}))
    return tag("a", tag("b", f"{label}: "), title, href=address, data_state=True, rel=rel)


def numbers_of(head: Head) -> str:
    """Return "§ 231" of a paragraph, "" of a document that has none."""
    return labels.numbers(head.number, head.number)
