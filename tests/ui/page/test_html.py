from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.acts import Range
from ui.page.html import EMPTY, Markup, join, marked, tag, text

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&{{x}}${y}`z`\N{RIGHT-TO-LEFT OVERRIDE}fdp"


class Reader(HTMLParser):
    """Collects what a browser would see: elements, their attributes, and text."""

    def __init__(self, source: str) -> None:
        """Read a whole source."""
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.text += data


def test_hostile_text_stays_text() -> None:
    """Scripts, handlers, entities and template marks in a text are shown, never run."""
    seen = Reader(tag("p", HOSTILE, title=HOSTILE))
    assert seen.elements == ["p"]
    assert [name for name, _ in seen.attributes] == ["title"]
    assert seen.text.startswith("<script>alert(1)</script><img src=x onerror=alert(1)>")


def test_template_marks_reach_the_browser_as_entities() -> None:
    """No brace, dollar or backtick of a text stands bare, as the browser's templates read those."""
    assert not set(tag("p", HOSTILE, title=HOSTILE)) & set("{}$`")


def test_marks_of_reading_direction_are_made_visible() -> None:
    """A text cannot turn around what stands beside it."""
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in text(HOSTILE)
    assert "\N{REPLACEMENT CHARACTER}fdp" in text(HOSTILE)


def test_markup_is_not_escaped_twice() -> None:
    """An element inside an element stays one."""
    assert tag("p", tag("b", "a & b")) == "<p><b>a &amp; b</b></p>"


def test_attributes() -> None:
    """None and False are left out, True is bare, and names get their hyphens."""
    assert tag("a", "x", class_="k", data_copy="1", hidden=True, href=None, open=False) == (
        '<a class="k" data-copy="1" hidden>x</a>'
    )


def test_void_elements_have_no_end() -> None:
    """An image has no closing tag; an empty drawing does, or it would swallow what follows."""
    assert tag("img", alt="") == '<img alt="">'
    assert tag("circle", r=1.5) == '<circle r="1.5"></circle>'


def test_join_escapes_its_parts_and_what_stands_between() -> None:
    """Nothing slips through unescaped between two elements."""
    assert join([tag("i", "a"), "<"], " & ") == "<i>a</i> &amp; &lt;"
    assert isinstance(join([]), Markup)
    assert text(None) == EMPTY


def test_marked_words_are_those_of_the_ranges() -> None:
    """Marks stand at the characters that were found, also beside characters that need escaping."""
    assert marked("a<b>c", [Range(1, 4)]) == "a<mark>&lt;b&gt;</mark>c"


@given(st.text(), st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)).map(lambda pair: Range(*pair))))
def test_marking_never_changes_the_text(value: str, ranges: list[Range]) -> None:
    """Overlapping, touching, empty or far-off ranges neither lose nor repeat a character."""
    plain = str(text(value))
    assert marked(value, ranges).replace("<mark>", "").replace("</mark>", "") == plain


@pytest.mark.parametrize(
    ("address", "written"),
    [("/page/d1/2.jpg", "./page/d1/2.jpg"), ("/", "./"), ("?flik=sok", "?flik=sok"), ("#a", "#a"), ("//x/y", "//x/y")],
)
def test_no_address_of_ours_begins_at_the_root(address: str, written: str) -> None:
    """Under the path of a proxy the page still finds its own images, files and forms."""
    for name in ("href", "src", "action", "data_post"):
        assert f'="{written}"' in tag("a", **{name: address})
    assert tag("a", title="/x") == '<a title="/x"></a>'
