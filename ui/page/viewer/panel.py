"""A page of a protocol as HTML: its image with the words marked, the way to its neighbours, and its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from index.results import Mark
from ui.page import parts
from ui.page.html import EMPTY, Markup, tag
from ui.page.state import Place, place_pairs

LEAST_MARK = 0.2
"""Percent of the page; a mark is never thinner."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page to be shown. ``width`` and ``height`` are the page's in points; ``text`` is its text as it is read."""

    place: Place
    title: str
    citation: str
    file: str
    pages: int
    width: float
    height: float
    marks: tuple[Mark, ...]
    text: str


def viewer(leaf: Leaf) -> Markup:
    """Return what stands inside the viewer's dialog."""
    return tag("div", _head(leaf), _bar(leaf), _sheet(leaf), _text(leaf), class_="ps-leaf", data_page=leaf.place.page)


def page_address(document_id: str, page: int) -> str:
    """Return the address of a page's image."""
    return f"/page/{quote(document_id, safe='')}/{page}.jpg"


def file_address(document_id: str, page: int) -> str:
    """Return the address of the file itself, opened at a page."""
    return f"/file/{quote(document_id, safe='')}#page={page}"


def leaf_address(place: Place) -> str:
    """Return the address from which the viewer fetches a page."""
    return f"/blad?{urlencode(place_pairs(place))}"


def failed(reason: str) -> Markup:
    """Return what the viewer shows when a page cannot be had."""
    return tag(
        "div", tag("h2", "Sidan gick inte att visa", id="ps-leaf-title"), tag("p", reason), class_="ps-leaf ps-warning"
    )


def _head(leaf: Leaf) -> Markup:
    cite = parts.citation(leaf.citation) if leaf.citation else None
    return tag("header", tag("h2", leaf.title, id="ps-leaf-title"), cite, class_="ps-leaf-head")


def _bar(leaf: Leaf) -> Markup:
    page, last = leaf.place.page, leaf.pages
    file = file_address(leaf.place.document_id, page)
    tools = (
        _neighbour("Föregående", leaf, page - 1, "Föregående sida"),
        tag("span", f"Sida {page} av {last}", class_="ps-page-number", role="status"),
        _neighbour("Nästa", leaf, page + 1, "Nästa sida"),
        _zoom("\N{MINUS SIGN}", "Förminska", -1),
        _zoom("+", "Förstora", 1),
        tag("a", "Öppna PDF", href=file, target="_blank", class_="ps-button ps-quiet"),
        tag("button", "Stäng", type="button", data_close=True, class_="ps-button ps-last"),
    )
    return tag("div", *tools, class_="ps-bar", role="toolbar", aria_label="Sidan")


def _zoom(sign: str, name: str, step: int) -> Markup:
    return tag("button", sign, type="button", data_zoom=step, class_="ps-button", aria_label=name, title=name)


def _neighbour(label: str, leaf: Leaf, page: int, name: str | None = None) -> Markup:
    there = 1 <= page <= leaf.pages
    place = Place(leaf.place.document_id, page, leaf.place.paragraph_id, leaf.place.words)
    return tag(
        "button",
        label,
        type="button",
        disabled=not there,
        data_leaf=leaf_address(place) if there else None,
        class_="ps-button",
        aria_label=name,
    )


def _sheet(leaf: Leaf) -> Markup:
    here = [mark for mark in leaf.marks if mark.page == leaf.place.page]
    name = f"Sida {leaf.place.page} i {leaf.file}, bild. Texten står under bilden."
    image = tag("img", src=page_address(leaf.place.document_id, leaf.place.page), alt=name,
                width=round(leaf.width), height=round(leaf.height))  # fmt: skip
    paper = tag("div", image, *_marks(here, leaf), class_="ps-paper")
    note = _elsewhere(leaf.marks, leaf) if not here else EMPTY
    return tag("div", note, paper, class_="ps-sheet", tabindex=0, role="region", aria_label="Sidans bild, kan rullas")


def _marks(marks: Sequence[Mark], leaf: Leaf) -> list[Markup]:
    return [tag("span", class_="ps-mark", style=_style(mark, leaf), aria_hidden="true") for mark in marks]


def _style(mark: Mark, leaf: Leaf) -> str:
    box = mark.box
    left, top = 100 * box.x0 / leaf.width, 100 * box.top / leaf.height
    width = max(LEAST_MARK, 100 * (box.x1 - box.x0) / leaf.width)
    height = max(LEAST_MARK, 100 * (box.bottom - box.top) / leaf.height)
    return f"left:{left:.3f}%;top:{top:.3f}%;width:{width:.3f}%;height:{height:.3f}%"


def _elsewhere(marks: Sequence[Mark], leaf: Leaf) -> Markup:
    pages = sorted({mark.page for mark in marks})
    if not pages:
        return EMPTY
    return tag(
        "p",
        f"Det markerade stället står på sidan {pages[0]}. ",
        _neighbour("Gå dit", leaf, pages[0]),
        class_="ps-honest",
    )


def _text(leaf: Leaf) -> Markup:
    body = leaf.text.strip() or "Sidan har ingen läsbar text: den är troligen inskannad."
    return tag("details", tag("summary", "Sidans text"), tag("pre", body), class_="ps-page-text")
