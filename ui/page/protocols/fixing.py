"""The form that corrects one field, and the links that open it."""

from __future__ import annotations

from typing import Any

from index.library import StoredParagraph
from ui.page.changing import signed
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.protocols import fields
from ui.page.protocols.fields import Fixable
from ui.page.state import PageState, write
from ui.speech import t

FORM = "ps-ratta"
"""The id of the form, to which a link brings the reader."""


def link(address: str, label: str, state: PageState, *, about: str = "") -> Markup:
    """Return the link that opens the form for a field; ``about`` is what a screen reader is told that it corrects."""
    name = f"{label}: {about}" if about else None
    target = write(state.having(ratta=address))
    return tag("a", label, href=target, data_state=True, data_then=FORM, class_="ps-fix", aria_label=name)


def of_act(kind: str, position: int, act: Any, state: PageState) -> Markup:
    """Return the folded list of what can be corrected in an act."""
    about = f"{fields.act_name(kind)} {position}"
    links = [link(address, name, state, about=about) for address, name in fields.of_act(kind, position, act)]
    return tag("details", tag("summary", t("Rätta")), tag("p", join(links, " ")), class_="ps-fixes")


def form(stored: StoredParagraph, state: PageState) -> Markup:
    """Return the form for the field that the state names, nothing where it names none."""
    if not state.one("ratta"):
        return EMPTY
    found = fields.fixable(stored, state.one("ratta"), stored.head.organisation)
    if found is None:
        return tag("p", t("Det fältet finns inte i den här paragrafen."), class_="ps-honest", id=FORM)
    hidden = {"paragraf": stored.head.id, "falt": found.address, "sprak": str(state.language)}
    return tag(
        "form",
        tag("h3", t("Rätta: {falt}", falt=found.name)),
        *(tag("input", type="hidden", name=name, value=value) for name, value in hidden.items()),
        tag("div", *_asked(found), class_="ps-form-fields"),
        _end(state),
        data_post="/gor/ratta",
        data_after=write(state.having(ratta=None)),
        class_="ps-correction",
        id=FORM,
    )


def _asked(found: Fixable) -> list[Markup]:
    asked = []
    if found.address.endswith(f".{fields.REMOVE}"):
        asked.append(tag("p", t("Posten tas bort ur paragrafen: det som står där är inget sådant.")))
    else:
        asked.append(_value(found))
    asked.append(signed(_line("vem", t("Vem rättar?"), auto="name")))
    asked.append(_line("varfor", t("Varför? Vad står det egentligen, och var?")))
    return asked


def _value(found: Fixable) -> Markup:
    control = _control(found)
    hint = tag("span", found.hint, class_="ps-hint", id="ps-ratta-hjalp") if found.hint else None
    return tag("label", tag("span", t("Rätt värde")), control, hint, class_="ps-wide" if found.long else None)


def _control(found: Fixable) -> Markup:
    described = "ps-ratta-hjalp" if found.hint else None
    if found.choices:
        options = [tag("option", word, value=value, selected=value == found.value) for value, word in found.choices]
        return tag("select", *options, name="varde")
    if found.long:
        return tag("textarea", found.value, name="varde", rows=4, lang="sv", aria_describedby=described)
    return tag("input", type="text", name="varde", value=found.value, lang="sv", aria_describedby=described)


def _line(name: str, label: str, *, auto: str | None = None) -> Markup:
    control = tag("input", type="text", name=name, required=True, autocomplete=auto or "off")
    return tag("label", tag("span", label), control)


def _end(state: PageState) -> Markup:
    keep = tag("button", t("Spara rättelsen"), type="submit", class_="ps-button ps-main")
    away = tag(
        "a",
        t("Stäng utan att spara"),
        href=write(state.having(ratta=None)),
        data_state=True,
        class_="ps-button ps-quiet",
    )
    return tag("div", keep, away, tag("p", role="status", class_="ps-answer"), class_="ps-actions")
