from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from index.course import Change, ChangeBase, ChangeKind, Quoted, Standing, Validity
from index.results import Coverage, Mark
from ingest.records import Box
from nlp.acts import Range
from ui.page import frame, parts
from ui.page.follow import panel as course
from ui.page.search import panel as hits
from ui.page.state import PageState, Place, Tab, read
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
    views = (
        hits.answer(make_answer(make_hit(**changed), query=HOSTILE), state),
        hits.answer(make_answer(query=HOSTILE), state),
        parts.panel(state, parts.message(HOSTILE)),
        course.course(make_trace(make_event(**changed, links=(link,)), outside=(link,)), following),
        viewer.viewer(replace(LEAF, title=HOSTILE, citation=HOSTILE, file=HOSTILE, text=HOSTILE)),
        viewer.failed(HOSTILE),
    )
    for shown in views:
        assert "<script" not in shown
        assert not set(shown) & set("{}$")
        assert "alert(1)" in shown


def test_events_say_why_they_belong_and_how_sure_it_is(make_trace: Make, make_event: Make, make_link: Make) -> None:
    """Evidence is quoted, opens its page, and a guess is called one."""
    first = make_event()
    second = make_event(
        paragraph_id="x-9", document_id="x", number=3, links=(make_link(from_id="x-9", confidence=0.5),)
    )
    shown = course.course(make_trace(first, second), PageState(tab=Tab.FOLLOW))
    assert "”enligt nämndens beslut den 18 mars 2021, § 14”" in shown
    assert "troligen, programmets slutsats" in shown
    assert 'href="#handelse-1" data-jump>HSN 2021-03-18 § 14</a>' in shown
    places = [read(address).place for address in _links(shown, "data-view")]
    assert Place("x", 4, "x-9", Range(10, 55)) in places


def test_what_lies_outside_the_library_is_listed(make_trace: Make, make_event: Make, make_link: Make) -> None:
    """The reader learns which paragraphs are missing to see the whole course."""
    shown = course.course(make_trace(make_event(), outside=(make_link(to="RF 2019-11-20 § 4", to_id=None),)), STATE)
    assert "Utanför biblioteket" in shown
    assert "RF 2019-11-20 § 4" in shown


def test_an_event_says_what_it_changed_and_whether_it_holds(make_trace: Make, make_event: Make) -> None:
    """Changed words are marked as put in and struck out; a repealed decision quotes what repeals it."""
    change = Change(ChangeKind.REPLACED, ChangeBase.PREVIOUS, "x", "Avgiften är 100 kronor.", "Avgiften är 200 kronor.")
    by = Quoted("y", "d", "Beslutet upphävs.", Range(0, 17), 2, "Regionstyrelsen 2023-05-02 § 61, s. 2")
    standing = Standing(Validity.REPEALED, by, None, "2025-03-01", 12)
    shown = course.course(make_trace(make_event(issue_id="x", changes=(change,), standing=standing)), STATE)
    assert "<del>100 </del><ins>200 </ins>" in shown
    assert "Upphävt av Regionstyrelsen 2023-05-02 § 61, s. 2: ”Beslutet upphävs.”" in shown


def test_a_course_without_events_says_what_to_try(make_trace: Make, coverage: Coverage) -> None:
    """Nothing followed and nothing found are two different states."""
    assert "Inget ärende hittades från ”HSN 301-2021”" in course.course(make_trace(), STATE)
    assert "Skriv ett diarienummer" in course.nothing_followed(coverage, STATE)


def test_marks_stand_in_percent_of_the_page() -> None:
    """A mark lies on its words whatever size the image is shown in."""
    shown = viewer.viewer(LEAF)
    assert 'style="left:10.000%;top:10.000%;width:40.000%;height:2.000%"' in shown
    assert 'src="/page/d1/2.jpg"' in shown
    assert 'href="/file/d1#page=2"' in shown


def test_a_page_without_the_marked_words_says_where_they_are() -> None:
    """Turning away from the quote, the reader can go back to it."""
    shown = viewer.viewer(replace(LEAF, place=Place("d1", 1, "d1-3", Range(0, 9))))
    assert "Det markerade stället står på sidan 2." in shown
    assert 'class="ps-mark"' not in shown


@pytest.mark.parametrize(("page", "dead"), [(1, "Föregående"), (3, "Nästa")])
def test_there_is_no_page_before_the_first_nor_after_the_last(page: int, dead: str) -> None:
    """The button towards nowhere is there, and disabled."""
    shown = viewer.viewer(replace(LEAF, place=replace(LEAF.place, page=page)))
    assert f'disabled class="ps-button" aria-label="{dead} sida">{dead}</button>' in shown
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
