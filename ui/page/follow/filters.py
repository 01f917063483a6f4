"""The filters over the course of an issue: boards and kinds of links, as links of the page; what they hide is said."""

from __future__ import annotations

from collections import Counter

from index.results import LinkKind, Trace
from ui import words
from ui.drawing.layout import board_of
from ui.page.follow.asked import Followed
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.state import PageState, write
from ui.speech import t

PLACE = "ps-tidslinje"
"""Where the reader is brought when a filter has changed."""


def filters(found: Followed, state: PageState) -> Markup:
    """Return the filters, folded unless one is set; nothing where there is nothing to choose between."""
    boards, kinds = _boards(found.whole), _kinds(found.whole)
    if len(boards) < 2 and not kinds and not found.hidden:  # noqa: PLR2004 - one board is no choice
        return EMPTY
    rows = [
        _row(t("Visa bara:"), [_board(name, count, found, state) for name, count in boards.items()]),
        _row(t("Räkna inte:"), [_kind(kind, count, found, state) for kind, count in kinds.items()]),
    ]
    summary = tag("summary", t("Avgränsa: organ och slag av koppling"))
    folded = tag("details", summary, *rows, class_="ps-details", open=bool(found.boards or found.without))
    return tag("div", folded, hidden(found, state), id="ps-avgransa")


def hidden(found: Followed, state: PageState) -> Markup:
    """Return what the filters hide, and the way back; nothing when there are none."""
    if not (found.boards or found.without):
        return EMPTY
    shown, whole = len(found.trace.events), words.count(len(found.whole.events), "händelse", "händelser")
    told = [t("Visar {antal} av {händelser}.", antal=words.number(shown), händelser=whole)]
    if found.boards:
        told.append(t("Bara organ: {organ}.", organ=words.listed(found.boards)))
    if found.without:
        kinds = words.listed([words.link_kind(kind).lower() for kind in found.without])
        told.append(t("Räknar inte kopplingar av slaget: {slag}.", slag=kinds))
    everything = tag("a", t("Visa allt"), **_address(state.having(namnd=None, utan=None)))
    return tag("p", " ".join(told), " ", everything, class_="ps-honest", role="note")


def notes(found: Followed) -> tuple[str, ...]:
    """Return what a file must say of the filters that it was made with."""
    if not (found.boards or found.without):
        return ()
    shown, whole = words.number(len(found.trace.events)), words.number(len(found.whole.events))
    boards = f" Bara organ: {words.listed(found.boards)}." if found.boards else ""
    kinds = words.listed([words.link_kind(kind).lower() for kind in found.without])
    links = f" Kopplingar som inte räknas: {kinds}." if kinds else ""
    return (f"Avgränsat: {shown} av {whole} händelser visas.{boards}{links}",)


def _boards(trace: Trace) -> Counter[str]:
    return Counter(board_of(event) for event in trace.events)


def _kinds(trace: Trace) -> dict[LinkKind, int]:
    """Return the kinds of links by which events are tied to each other, in the order of the enumeration."""
    found = {(link.kind, link.from_id, link.to_id) for event in trace.events for link in event.links}
    counts = Counter(kind for kind, _, _ in found)
    return {kind: counts[kind] for kind in LinkKind if counts[kind]}


def _row(lead: str, links: list[Markup]) -> Markup:
    return tag("p", tag("span", lead), " ", join(links, " "), class_="ps-examples") if links else EMPTY


def _board(name: str, count: int, found: Followed, state: PageState) -> Markup:
    chosen = name in found.boards
    kept = [one for one in found.boards if one != name] if chosen else [*found.boards, name]
    return _toggle(f"{name} ({words.number(count)})", state.having(namnd=kept), on=chosen)


def _kind(kind: LinkKind, count: int, found: Followed, state: PageState) -> Markup:
    chosen = kind in found.without
    kept = [one for one in found.without if one != kind] if chosen else [*found.without, kind]
    return _toggle(f"{words.link_kind(kind)} ({words.number(count)})", state.having(utan=kept), on=chosen)


def _toggle(label: str, state: PageState, *, on: bool) -> Markup:
    return tag("a", label, class_="ps-example", aria_current="true" if on else None, **_address(state))


def _address(state: PageState) -> dict[str, str | float | bool | None]:
    return {"href": write(state), "data_state": True, "data_then": PLACE}
