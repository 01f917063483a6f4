from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from index.results import Mark
from ingest.records import Box
from nlp.acts import Range
from ui.page import frame, parts
from ui.page.follow import panel as course
from ui.page.follow.asked import Followed
from ui.page.search import panel as hits
from ui.page.state import PageState, Place, Tab
from ui.page.viewer import panel as viewer
from ui.page.viewer.panel import Leaf

Make = Callable[..., Any]

STATE = PageState().having(q="återremiss")
HOSTILE = "<script>alert(1)</script>\"onmouseover='x'{{a}}${b}"
LEAF = Leaf(
    place=Place("d1", 2, "d1-3", Range(0, 9)),
    title="HSN 18 mars 2021 § 14",
    citation="HSN 2021-03-18 § 14",
    file="a.pdf",
    pages=3,
    width=600,
    height=800,
    marks=(Mark(2, Box(60, 80, 300, 96)),),
    text="Sidans text",
)


def test_hostile_text_is_shown_as_text_in_every_view(
    make_answer: Make, make_hit: Make, make_trace: Make, make_event: Make, make_link: Make
) -> None:
    """No field of a protocol, and no query, becomes markup."""
    hostile = dict.fromkeys(("board", "title", "quote", "file", "citation", "document_id", "paragraph_id"), HOSTILE)
    changed = {**hostile, "case_numbers": (HOSTILE,), "against": (HOSTILE,), "outcomes": (HOSTILE,)}
    link = make_link(to=HOSTILE, evidence=HOSTILE, from_id=HOSTILE, to_id=HOSTILE)
    state = PageState().having(q=HOSTILE, namnd=HOSTILE)
    following = PageState(Tab.FOLLOW).having(start=HOSTILE)
    hostile_trace = make_trace(make_event(**changed, links=(link,)), outside=(link,))
    views = (
        hits.answer(make_answer(make_hit(**changed), query=HOSTILE), state),
        hits.answer(make_answer(query=HOSTILE), state),
        parts.panel(state, parts.message(HOSTILE)),
        course.course(Followed(hostile_trace, hostile_trace), following),
        viewer.viewer(replace(LEAF, title=HOSTILE, citation=HOSTILE, file=HOSTILE, text=HOSTILE)),
        viewer.failed(HOSTILE),
    )
    for shown in views:
        assert "<script" not in shown
        assert not set(shown) & set("{}$")
        assert "alert(1)" in shown


def test_marks_stand_in_percent_of_the_page() -> None:
    """A mark lies on its words whatever size the image is shown in."""
    shown = viewer.viewer(LEAF)
    assert 'style="left:10.000%;top:10.000%;width:40.000%;height:2.000%"' in shown
    assert 'src="./page/d1/2.jpg"' in shown
    assert 'href="./file/d1#page=2"' in shown


def test_a_page_without_the_marked_words_says_where_they_are() -> None:
    """Turning away from the quote, the reader can go back to it."""
    shown = viewer.viewer(replace(LEAF, place=Place("d1", 1, "d1-3", Range(0, 9))))
    assert "Det markerade stället står på sidan 2." in shown
    assert 'class="ps-mark"' not in shown


@pytest.mark.parametrize(("page", "dead"), [(1, "Föregående"), (3, "Nästa")])
def test_there_is_no_page_before_the_first_nor_after_the_last(page: int, dead: str) -> None:
    """The button towards nowhere is there, and disabled."""
    shown = viewer.viewer(replace(LEAF, place=replace(LEAF.place, page=page)))
    assert re.search(rf'<button type="button" disabled [^>]*aria-label="{dead} sida"', shown)
    assert shown.count("data-leaf") >= 1


def test_a_page_without_text_says_why() -> None:
    """A scanned page is named as such to those who cannot see the image."""
    assert "troligen inskannad" in viewer.viewer(replace(LEAF, text=" \n"))


def test_the_made_up_collection_is_called_so_and_no_other() -> None:
    """The banner stands over the demo collection only."""
    assert "Påhittat exempel" in frame.head(made_up=True)
    assert "Påhittat exempel" not in frame.head(made_up=False)


def _links(markup: str, kind: str) -> list[str]:
    """Return the addresses of the links that carry an attribute."""
    openings = [piece.split(">")[0] for piece in markup.split("<a ")[1:]]
    return [unescape(opening.split('href="')[1].split('"')[0]) for opening in openings if f" {kind}" in opening]
