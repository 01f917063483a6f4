"""The places at which a reader of a page can stop, and what is quoted and marked there."""

from __future__ import annotations

from dataclasses import replace

from index.results import Mark
from index.stored import Head, StoredParagraph
from ingest.records import Box, Paragraph
from nlp.acts import Acts, Decision, Motion, MotionKind, Outcome, Range, Reservation
from ui.page.state import PageState, Place, read, write
from ui.page.viewer.panel import Leaf, viewer
from ui.page.viewer.stops import here, on_page, quoted, stops_of
from ui.speech import Language, speaking

TEXT = "§ 4 Bänkar\nAsta Ek (S) yrkar avslag.\nNämnden avslår förslaget.\nAsta Ek (S) reserverar sig mot\nbeslutet."
MOTION = Range(TEXT.index("Asta"), TEXT.index("\nNämnden"))
DECISION = Range(TEXT.index("Nämnden"), TEXT.index("\nAsta Ek (S) res"))
DISSENT = Range(TEXT.index("Asta Ek (S) res"), len(TEXT))
BREAK = TEXT.index("beslutet.")
PARAGRAPH = Paragraph(
    "Parknämnden",
    "2024-02-01",
    4,
    "Bänkar",
    (),
    2,
    3,
    TEXT,
    (),
    (),
    (),
    Acts(
        decisions=(Decision("", Outcome.REJECTED, (DECISION,)),),
        motions=(Motion((), MotionKind.REJECT, "", (MOTION,)),),
        reservations=(Reservation((), "", (DISSENT,)),),
    ),
)
HEAD = Head("a-1", "a", "a.pdf", None, "Parknämnden", "2024-02-01", 4, "Bänkar", (), 2, 3, None)
STORED = StoredParagraph(HEAD, PARAGRAPH, ((0, 2), (BREAK, 3)))


def leaf(page: int, words: Range) -> Leaf:
    """Return a page of the paragraph with words marked."""
    stops = stops_of(STORED, (words,))
    return Leaf(
        place=Place("a", page, "a-1", words),
        title="Parknämnden 1 februari 2024 § 4",
        citation="Parknämnden 2024-02-01 § 4, s. 2",
        file="a.pdf",
        pages=3,
        width=600,
        height=800,
        marks=(Mark(page, Box(60, 80, 300, 96)),),
        text=STORED.text_on(page),
        stops=stops,
        at=here(stops, (words,), page),
        quote=quoted(STORED, (words,)),
        here=on_page(STORED, (words,), page),
    )


def test_what_goes_on_over_a_page_break_is_a_stop_on_each_page() -> None:
    """Acts come in the order of the text; the reservation is met on both of its pages."""
    stops = stops_of(STORED, ())
    assert [(stop.kind, stop.page, stop.part, stop.parts) for stop in stops] == [
        ("motions", 2, 1, 1),
        ("decisions", 2, 1, 1),
        ("reservations", 2, 1, 2),
        ("reservations", 3, 2, 2),
    ]


def test_words_that_are_no_act_are_a_stop_of_their_own() -> None:
    """A quote of a search is met between the acts around it, and an act that is asked for only once."""
    words = (Range(4, 10),)
    stops = stops_of(STORED, words)
    assert (stops[0].kind, here(stops, words, 2), here(stops, words, 3)) == ("", 0, None)
    assert len(stops_of(STORED, (DECISION,))) == 4


def test_words_of_two_pages_are_told_apart() -> None:
    """On each page only its own part is marked in the text, and the whole is what is quoted."""
    assert on_page(STORED, (DISSENT,), 3) == ("beslutet.",)
    assert quoted(STORED, (DISSENT,)) == "Asta Ek (S) reserverar sig mot beslutet."
    shown = viewer(leaf(3, DISSENT))
    assert "<mark>beslutet.</mark>" in shown
    assert "Märke 4 av 4" in shown
    assert "Reservation, del 2 av 2" in shown


def test_a_quote_is_copied_with_its_citation() -> None:
    """What is copied stands in quotation marks with board, date, § and page behind."""
    assert 'data-copy="”Nämnden avslår förslaget.” (Parknämnden 2024-02-01 § 4, s. 2)"' in viewer(leaf(2, DECISION))


def test_the_marks_before_and_after_have_addresses_that_lead_there() -> None:
    """From the decision the way leads back to the motion and on to the reservation, each with its words."""
    shown = viewer(leaf(2, DECISION))
    assert f"ord={MOTION.start}-{MOTION.end}" in shown
    assert f"ord={DISSENT.start}-{DISSENT.end}" in shown


def test_the_viewer_speaks_english_and_quotes_swedish() -> None:
    """Tools are English, the page's text stays Swedish and says so."""
    with speaking(Language.ENGLISH):
        shown = viewer(leaf(2, DECISION))
    assert 'aria-label="Next page"' in shown
    assert '<pre lang="sv">' in shown
    assert "Nästa" not in shown


def test_a_place_of_several_pieces_survives_the_address() -> None:
    """Words that stand in two places are both in the address, and come back from it."""
    state = PageState(place=Place("a", 2, "a-1", MOTION, (DISSENT,)))
    assert read(write(state)) == state
    assert replace(state.place or Place("", 0), words=None, more=()).pieces == ()


def test_a_file_that_is_no_pdf_is_handed_over_and_not_opened() -> None:
    """Only a PDF has pages of its own to open at."""
    assert "Hämta filen" in viewer(replace(leaf(2, DECISION), is_pdf=False))
    assert "Öppna PDF" in viewer(leaf(2, DECISION))


def test_the_text_of_a_page_is_what_stands_on_it() -> None:
    """A paragraph that goes on over a page break gives each page its own part."""
    assert STORED.text_on(2) + STORED.text_on(3) == TEXT
    assert STORED.text_on(9) == ""
