"""A page of a protocol as HTML: its image with the words marked, the way to its neighbours, and its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from index.corrections.fields import find_words
from index.results import Mark
from ui.page import parts
from ui.page.html import EMPTY, Markup, join, marked, tag
from ui.page.state import Place, place_pairs
from ui.page.viewer import bar
from ui.page.viewer.stops import Stop
from ui.speech import spoken, t

LEAST_MARK = 0.2
"""Percent of the page; a mark is never thinner."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page to be shown. ``width`` and ``height`` are the page's in points; ``text`` is its text as it is read.

    ``stops`` are the places of the paragraph, the one that is shown at ``at``. ``quote`` are the marked words, ``here``
    those of them on this page. ``is_pdf`` says that the file has pages of its own.
    """

    place: Place
    title: str
    citation: str
    file: str
    pages: int
    width: float
    height: float
    marks: tuple[Mark, ...]
    text: str
    stops: tuple[Stop, ...] = ()
    at: int | None = None
    quote: str = ""
    here: tuple[str, ...] = ()
    is_pdf: bool = True


def viewer(leaf: Leaf) -> Markup:
    """Return what stands inside the viewer's dialog."""
    ahead = page_address(leaf.place.document_id, leaf.place.page + 1) if leaf.place.page < leaf.pages else None
    body = (_head(leaf), _bar(leaf), _sheet(leaf), _text(leaf), bar.keys())
    told = bar.told(leaf.place.page, leaf.pages, leaf.stops, leaf.at)
    return tag(
        "div", *body, class_="ps-leaf", data_page=leaf.place.page, data_ahead=ahead, data_told=told, lang=spoken()
    )


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
    """Return what the viewer shows when a page cannot be had; ``reason`` says why, and what to do."""
    heading = tag("h2", t("Sidan gick inte att visa"), id="ps-leaf-title", tabindex=-1)
    return tag("div", heading, tag("p", reason), bar.close(), class_="ps-leaf ps-warning", lang=spoken())


def _head(leaf: Leaf) -> Markup:
    quoting = EMPTY
    if leaf.quote and leaf.citation:
        text = f"”{leaf.quote}” ({leaf.citation})"
        quoting = tag("button", t("Kopiera citat"), type="button", data_copy=text, class_="ps-button ps-quiet")
    cite = parts.citation(leaf.citation) if leaf.citation else EMPTY
    title = tag("h2", leaf.title, id="ps-leaf-title", tabindex=-1)
    return tag(
        "header",
        title,
        tag("div", quoting, cite, _file(leaf), bar.printing(), class_="ps-cites"),
        class_="ps-leaf-head",
    )


def _file(leaf: Leaf) -> Markup:
    label = t("Öppna PDF på den här sidan") if leaf.is_pdf else t("Hämta filen")
    file = file_address(leaf.place.document_id, leaf.place.page)
    return tag("a", label, href=file, target="_blank", class_="ps-button ps-quiet")


def _bar(leaf: Leaf) -> Markup:
    place = leaf.place

    def turned(page: int) -> str | None:
        there = Place(place.document_id, page, place.paragraph_id, place.words, place.more)
        return leaf_address(there) if 1 <= page <= leaf.pages else None

    def stopped(stop: Stop) -> str:
        there = Place(place.document_id, stop.page, place.paragraph_id, stop.pieces[0], stop.pieces[1:])
        return leaf_address(there)

    tools = (
        bar.pages(place.page, leaf.pages, turned),
        bar.marks(leaf.stops, leaf.at, place.page, stopped),
        bar.sizes(),
        bar.close(),
    )
    return tag("div", *tools, class_="ps-toolbar", role="group", aria_label=t("Bläddra och förstora"))


def _sheet(leaf: Leaf) -> Markup:
    here = [mark for mark in leaf.marks if mark.page == leaf.place.page]
    name = t("Sida {sida} i {fil}, bild. Texten står under bilden.", sida=leaf.place.page, fil=leaf.file)
    image = tag("img", src=page_address(leaf.place.document_id, leaf.place.page), alt=name,
                width=round(leaf.width), height=round(leaf.height))  # fmt: skip
    paper = tag("div", image, *_marks(here, leaf), class_="ps-paper")
    size = f"--ps-w:{leaf.width:.1f};--ps-h:{leaf.height:.1f}"
    note = _elsewhere(leaf) if not here else EMPTY
    lost = tag(
        "p", t("Bilden gick inte att hämta. Sidans text står nedanför."), class_="ps-honest ps-lost", hidden=True
    )
    frame = tag("div", paper, class_="ps-turner", style=size)
    label = t("Sidans bild, kan rullas")
    return tag("div", note, lost, frame, class_="ps-sheet", tabindex=0, role="region", aria_label=label)


def _marks(marks: Sequence[Mark], leaf: Leaf) -> list[Markup]:
    return [tag("span", class_="ps-mark", style=_style(mark, leaf), aria_hidden="true") for mark in marks]


def _style(mark: Mark, leaf: Leaf) -> str:
    box = mark.box
    left, top = 100 * box.x0 / leaf.width, 100 * box.top / leaf.height
    width = max(LEAST_MARK, 100 * (box.x1 - box.x0) / leaf.width)
    height = max(LEAST_MARK, 100 * (box.bottom - box.top) / leaf.height)
    return f"left:{left:.3f}%;top:{top:.3f}%;width:{width:.3f}%;height:{height:.3f}%"


def _elsewhere(leaf: Leaf) -> Markup:
    pages = sorted({mark.page for mark in leaf.marks})
    if not pages:
        return EMPTY
    place = leaf.place
    there = Place(place.document_id, pages[0], place.paragraph_id, place.words, place.more)
    go = bar.turner(t("Gå dit"), leaf_address(there), key="dit")
    told = t("Det markerade stället står på sidan {sida}.", sida=pages[0])
    return tag("p", f"{told} ", go, class_="ps-honest")


def _text(leaf: Leaf) -> Markup:
    """Return the words that are marked, and the page's text with them in it, for reading aloud and for copying."""
    if not leaf.text.strip():
        body = tag("p", t("Sidan har ingen läsbar text: den är troligen inskannad."))
    else:
        found = (find_words(leaf.text, piece) for piece in leaf.here)
        body = tag("pre", marked(leaf.text, [one for one in found if one is not None]), lang="sv")
    quoted = EMPTY
    if leaf.here:
        words = " … ".join(" ".join(piece.split()) for piece in leaf.here)
        quoted = tag("p", tag("b", t("Markerat på sidan: ")), tag("q", words, lang="sv"), class_="ps-quoted")
    return join([quoted, tag("details", tag("summary", t("Sidans text")), body, class_="ps-page-text")])
