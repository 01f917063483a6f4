"""One reservation, note, statement or motion as HTML: who, against what, and its arguments as quotes. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from index.arguments import Argued, Argument, ArgumentKind
from index.naming import meeting_name
from nlp.acts import Range
from ui import words
from ui.page import parts
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.reservations import told
from ui.page.reservations.asked import Mode
from ui.page.state import LONGEST_TEXT, PageState, Place, Tab, write
from ui.speech import t

OPEN = 3
"""So many arguments stand in the open; the others are folded."""


def card(one: Argued, state: PageState) -> Markup:
    """Return an act with its arguments."""
    title = parts.opener(one.title or t("Utan rubrik"), place(one, one.place, one.page), state)
    body = (
        line(one),
        tag("h3", told.by(one), lang="sv"),
        tag("p", t("I ärendet"), " ", tag("span", title, lang="sv"), class_="ps-in-matter"),
        _arguments(one, state),
        _for_and_against(one),
        actions(one, state),
    )
    return tag("li", tag("article", *body, class_="ps-hit ps-argued"))


def line(one: Argued) -> Markup:
    """Return kind, date, board, § and case numbers of an act as one line."""
    where = [
        tag("span", t(told.KINDS[one.kind]), class_=f"ps-chip ps-tone-{told.TONES[one.kind]}"),
        tag("time", words.date(one.date), datetime=one.date) if one.date else tag("span", words.date(None)),
        tag("span", one.board or one.file, lang="sv"),
        tag("span", f"§\N{NO-BREAK SPACE}{one.number}") if one.number is not None else EMPTY,
        *(tag("span", f"{t('Dnr')}\N{NO-BREAK SPACE}{number}") for number in one.case_numbers),
    ]
    return tag("p", *where, class_="ps-line")


def place(one: Argued, where: Range, page: int) -> Place:
    """Return where words of an act are printed."""
    return Place(one.document_id, page, one.paragraph_id, where)


def quote(one: Argued, argument: Argument, state: PageState) -> Markup:
    """Return an argument with its page; that and why it is one is the program's conclusion."""
    page = parts.opener(
        t("sidan {nummer}", nummer=argument.page),
        place(one, argument.place, argument.page),
        state,
        name=t(
            "Visa sidan {nummer} i {protokoll} med argumentet markerat",
            nummer=argument.page,
            protokoll=told.meeting(one),
        ),
    )
    why = tag("span", told.signs(argument), class_="ps-guess", title=t("Programmets slutsats"))
    return join(
        [
            tag("blockquote", argument.quote, lang="sv"),
            tag("p", page, " ", why, " ", _before(one, argument, state), class_="ps-under"),
        ]
    )


def _before(one: Argued, argument: Argument, state: PageState) -> Markup:
    """Return the link that asks whether the like was said before; the quote in the address is that of the table."""
    wished = state.at(Tab.RESERVATIONS, vy=Mode.BEFORE, argument=argument.quote[:LONGEST_TEXT], inlaga=one.id)
    name = t("Har detta sagts förut? {citat}", citat=argument.quote)
    return tag("a", t("Har detta sagts förut?"), href=write(wished), data_state=True, aria_label=name)


def _arguments(one: Argued, state: PageState) -> Markup:
    if not one.arguments:
        return _without(one)
    listed = [tag("li", quote(one, each, state)) for each in one.arguments]
    shown = tag("ul", *listed[:OPEN], class_="ps-arguments")
    if len(listed) <= OPEN:
        return shown
    more = t("{argument} till", argument=words.count(len(listed) - OPEN, "argument", "argument"))
    return join(
        [
            shown,
            tag("details", tag("summary", more), tag("ul", *listed[OPEN:], class_="ps-arguments"), class_="ps-named"),
        ]
    )


def _without(one: Argued) -> Markup:
    """Return an act that gives no reason: its own words, which say as much."""
    said = tag("p", t("Inget argument är utskrivet i protokollet."), class_="ps-searched")
    return join([tag("blockquote", one.text, lang="sv"), said])


def _for_and_against(one: Argued) -> Markup:
    """Return the decisions it is against and the motions it stands for, folded."""
    against = [tag("li", tag("b", f"{t('Mot beslutet')}: "), tag("span", each, lang="sv")) for each in one.against]
    defends = [
        tag(
            "li",
            tag("b", f"{t('För yrkandet')}: "),
            tag("span", each.text, lang="sv"),
            " ",
            _basis(told.basis(each.basis)),
        )
        for each in one.defends
    ]
    if not (against or defends):
        return EMPTY
    summary = (
        t("Mot vilket beslut")
        if one.kind is ArgumentKind.RESERVATION and not defends
        else t("Mot vilket beslut, för vilket yrkande")
    )
    return tag("details", tag("summary", summary), tag("ul", *against, *defends, class_="ps-links"), class_="ps-named")


def _basis(why: str) -> Markup:
    return tag("span", why, class_="ps-guess")


def actions(one: Argued, state: PageState) -> Markup:
    """Return what can be done with an act: its page, its citation, its issue."""
    named = told.meeting(one)
    page = parts.opener(
        t("Visa sidan {nummer}", nummer=one.page),
        place(one, one.place, one.page),
        state,
        class_="ps-button",
        name=t("Visa sidan {nummer} i {protokoll} med orden markerade", nummer=one.page, protokoll=named),
    )
    copy = tag("button", t("Kopiera hänvisning"), type="button", data_copy=one.citation, class_="ps-button ps-quiet")
    start = f"{meeting_name(one.board, one.date, one.file)} § {one.number}" if one.number is not None else one.file
    address = write(state.at(Tab.FOLLOW, start=start, startparagraf=one.paragraph_id))
    name = t("Följ ärendet från {protokoll}", protokoll=named)
    follow = tag("a", t("Följ ärendet"), href=address, data_state=True, class_="ps-button ps-quiet", aria_label=name)
    return join(
        [tag("div", page, copy, follow, class_="ps-actions"), tag("p", one.citation, class_="ps-citation", lang="sv")]
    )


def cards(found: Sequence[Argued], state: PageState, name: str) -> Markup:
    """Return acts one below the other."""
    return tag("ol", *(card(one, state) for one in found), class_="ps-hits", id=name)
