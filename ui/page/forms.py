"""Forms that ask by an address: fields named as its parameters, sent by the browser as one more address of the page.

Always holds: a form carries what else the address says, so that a filter never loses another; nothing in it needs
scripts beyond the page's own. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ui.page.html import EMPTY, Markup, join, tag
from ui.page.paging import PAGE
from ui.page.state import PageState, write
from ui.speech import Language, t


def asking(state: PageState, rows: Iterable[Markup], *, asks: Sequence[str], then: str = "") -> Markup:
    """Return a form of fields; ``asks`` are the parameters that it asks anew, ``then`` where the reader is brought.

    What else the address says goes along unseen, but for the page of a long list, which an answer begins anew.
    """
    kept = [(name, value) for name, value in state.values if name not in asks]
    hidden = [("flik", str(state.tab)), *kept]
    if state.language is not Language.SWEDISH:
        hidden.append(("sprak", str(state.language)))
    unseen = (tag("input", type="hidden", name=name, value=value) for name, value in hidden)
    return tag("form", *unseen, *rows, data_ask=True, data_then=then or None, class_="ps-asking", role="search")


def words(state: PageState, name: str, label: str, *, placeholder: str = "", known: Iterable[str] = ()) -> Markup:
    """Return a field of text; ``known`` are values that it suggests."""
    suggested = [tag("option", value=one) for one in known]
    listed = f"{_id(state, name)}-kanda" if suggested else None
    field = tag(
        "input",
        type="text",
        id=_id(state, name),
        name=name,
        value=state.one(name),
        placeholder=placeholder or None,
        list=listed,
        autocomplete="off",
    )
    options = tag("datalist", *suggested, id=listed) if suggested else EMPTY
    return _labelled(state, name, label, join([field, options]))


def day(state: PageState, name: str, label: str, *, value: str | None = None) -> Markup:
    """Return a field of a date; ``value`` is what it shows where the address names none."""
    shown = state.day(name) or value or ""
    return _labelled(state, name, label, tag("input", type="date", id=_id(state, name), name=name, value=shown))


def choice(state: PageState, name: str, label: str, options: Iterable[tuple[str, str]]) -> Markup:
    """Return a list of which one may be chosen; ``options`` are pairs of what is shown and its value."""
    chosen = state.one(name)
    every = tag("option", t("Alla"), value="", selected=not chosen)
    listed = (tag("option", shown, value=value, selected=value == chosen) for shown, value in options)
    return _labelled(state, name, label, tag("select", every, *listed, id=_id(state, name), name=name))


def choices(state: PageState, name: str, label: str, options: Iterable[tuple[str, str]]) -> Markup:
    """Return boxes of which any may be ticked."""
    chosen = state.many(name)
    boxes = (
        tag("label", tag("input", type="checkbox", name=name, value=value, checked=value in chosen), tag("span", shown))
        for shown, value in options
    )
    return tag("fieldset", tag("legend", label), *boxes, class_="ps-boxes")


def more(summary: str, fields: Iterable[Markup]) -> Markup:
    """Return fields that are folded until the reader wants them; what they hold is told by `chosen`."""
    return tag("details", tag("summary", summary), tag("div", *fields, class_="ps-fields"), class_="ps-more")


def chosen(state: PageState, names: Mapping[str, str], said: Mapping[str, str] | None = None) -> Markup:
    """Return the filters that are set, each a link that takes it away; ``names`` are labels by parameter.

    ``said`` is what a value is called where that is not the value itself.
    """
    links = [
        tag("li", _taken(state, name, label, value, (said or {}).get(value, value)))
        for name, label in names.items()
        for value in state.many(name)
    ]
    return tag("ul", *links, class_="ps-chosen", aria_label=t("Valda filter")) if links else EMPTY


def _taken(state: PageState, name: str, label: str, value: str, shown: str) -> Markup:
    left = [one for one in state.many(name) if one != value]
    address = write(state.having(**{name: left, PAGE: None}))
    taken = t("Ta bort filtret {filter}", filter=f"{label}: {shown}")
    return tag(
        "a", f"{label}: {shown} ", tag("span", "×", aria_hidden="true"), href=address, data_state=True, aria_label=taken
    )


def row(*fields: Markup) -> Markup:
    """Return fields side by side, as many as there is room for."""
    return tag("div", *fields, class_="ps-fields")


def send(label: str) -> Markup:
    """Return the button that asks."""
    return tag("button", label, type="submit", class_="ps-button ps-main-button")


def clear(state: PageState, names: Iterable[str]) -> Markup:
    """Return the link that takes filters away; nothing where none is set."""
    given = [name for name in names if state.one(name)]
    if not given:
        return EMPTY
    address = write(state.having(**dict.fromkeys(given)))
    return tag("a", t("Rensa filter"), href=address, data_state=True, class_="ps-button ps-quiet")


def _labelled(state: PageState, name: str, label: str, field: Markup) -> Markup:
    return tag("div", tag("label", label, for_=_id(state, name)), field, class_="ps-field")


def _id(state: PageState, name: str) -> str:
    return f"ps-{state.tab}-{name}"
