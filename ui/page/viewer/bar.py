"""The viewer's tools: pages, marks, size, print, and the keys that do the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ui.page.html import EMPTY, Markup, join, tag
from ui.page.protocols.fields import act_name
from ui.page.viewer.stops import Stop
from ui.speech import t


def pages(page: int, last: int, address: Callable[[int], str | None]) -> Markup:
    """Return the way to the page before and after; ``address`` is None for a page that is not there."""
    number = tag("span", t("Sida {sida} av {sidor}", sida=page, sidor=last), class_="ps-page-number")
    before = turner("‹", address(page - 1), key="sida-bak", name=t("Föregående sida"), keys="ArrowLeft PageUp")
    after = turner("›", address(page + 1), key="sida-fram", name=t("Nästa sida"), keys="ArrowRight PageDown")
    return tag("div", before, number, after, class_="ps-steps", role="group", aria_label=t("Sidor"))


def marks(stops: Sequence[Stop], at: int | None, page: int, address: Callable[[Stop], str]) -> Markup:
    """Return the way to the mark before and after, and which this is; nothing where there is only one."""
    if not stops or (len(stops) == 1 and at == 0):
        return EMPTY
    before, after = _around(stops, at, page)
    number = tag("span", *_number(stops, at), class_="ps-mark-number")
    back = turner("‹", address(before) if before else None, key="ord-bak", name=t("Föregående märke"), keys="p")
    on = turner("›", address(after) if after else None, key="ord-fram", name=t("Nästa märke"), keys="n")
    return tag("div", back, number, on, class_="ps-steps", role="group", aria_label=t("Märkta ställen i paragrafen"))


def _number(stops: Sequence[Stop], at: int | None) -> tuple[str, Markup]:
    """Return which mark is shown, and what it is as an addition that small screens leave out."""
    told = mark_told(stops, at)
    short, colon, name = told.partition(":")
    return short, tag("span", f"{colon}{name}", class_="ps-mark-name")


def mark_told(stops: Sequence[Stop], at: int | None) -> str:
    """Return which mark is shown, and what it is."""
    if at is None:
        return t("{antal} märken", antal=len(stops))
    stop = stops[at]
    name = act_name(stop.kind) if stop.kind else t("Citat")
    told = t("Märke {nummer} av {antal}: {slag}", nummer=at + 1, antal=len(stops), slag=name)
    if stop.parts == 1:
        return told
    return f"{told}, {t('del {del_} av {delar}', del_=stop.part, delar=stop.parts)}"


def told(page: int, last: int, stops: Sequence[Stop], at: int | None) -> str:
    """Return what a screen reader is told when the page has been turned."""
    where = t("Sida {sida} av {sidor}", sida=page, sidor=last)
    return f"{where}. {mark_told(stops, at)}." if at is not None else f"{where}."


def sizes() -> Markup:
    """Return the tools that make the page larger and smaller, and turn it."""
    smaller = tag("button", "\N{MINUS SIGN}", type="button", data_zoom=-1, **_named(t("Förminska"), "-"))
    larger = tag("button", "+", type="button", data_zoom=1, **_named(t("Förstora"), "+"))
    turn = tag(
        "button",
        "\N{CLOCKWISE OPEN CIRCLE ARROW}",
        type="button",
        data_turn=True,
        **_named(t("Vrid ett kvarts varv"), "r"),
    )
    return tag("div", smaller, larger, turn, class_="ps-steps", role="group", aria_label=t("Storlek"))


def printing() -> Markup:
    """Return the button that prints the page with its marks."""
    return tag("button", t("Skriv ut"), type="button", data_print=True, class_="ps-button ps-quiet")


def close() -> Markup:
    """Return the button that closes the viewer."""
    return tag("button", t("Stäng"), type="button", data_close=True, class_="ps-button ps-last")


def turner(label: str, address: str | None, *, key: str, name: str | None = None, keys: str | None = None) -> Markup:
    """Return a button that turns to another page; it keeps the focus by its ``key``."""
    return tag(
        "button",
        label,
        type="button",
        disabled=address is None,
        data_leaf=address,
        data_key=key,
        class_="ps-button",
        aria_label=name,
        title=name,
        aria_keyshortcuts=keys,
    )


def keys() -> Markup:
    """Return what the keyboard does in the viewer."""
    rows = [
        ("← →, Page Up, Page Down", t("föregående och nästa sida")),
        ("p n", t("föregående och nästa märke")),
        ("− +", t("mindre och större")),
        ("r", t("vrid sidan")),
        ("Esc", t("stäng")),
    ]
    pairs = [join([tag("dt", key), tag("dd", what)]) for key, what in rows]
    return tag("details", tag("summary", t("Tangenter")), tag("dl", *pairs, class_="ps-facts"), class_="ps-viewer-keys")


def _named(name: str, key: str) -> dict[str, str]:
    return {"aria_label": name, "title": name, "aria_keyshortcuts": key, "class_": "ps-button"}


def _around(stops: Sequence[Stop], at: int | None, page: int) -> tuple[Stop | None, Stop | None]:
    """Return the stops before and after; from no stop those nearest to the page."""
    if at is not None:
        return (stops[at - 1] if at else None), (stops[at + 1] if at + 1 < len(stops) else None)
    before = [stop for stop in stops if stop.page < page]
    after = [stop for stop in stops if stop.page >= page]
    return (before[-1] if before else None), (after[0] if after else None)
