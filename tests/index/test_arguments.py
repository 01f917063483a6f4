"""Arguments of a small invented collection: cut, joined, searched, gathered, and never with a private person's name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.arguments import Argued, ArgumentKind, AskedArguments
from index.arguments.making import argued_in
from index.arguments.themes import themes_of
from index.arguments.values import Basis
from index.stored import Head, StoredParagraph
from ingest.records import DocumentKind, Paragraph
from nlp.acts import Acts, Decision, Motion, MotionKind, Note, Outcome, Person, Range, Reservation
from tests.index.embedders import SeededEmbedder, small_library

LIND, EK = Person("Anna Lind", "C"), Person("Bo Ek", "S")
FAR = "Restiden till närmaste skola är en timme, och det är fel att barn i byn betalar med sin tid."
DEAR = "Avgiften borde sänkas, för den som har låg inkomst avstår annars från besöket."


def stored(
    *,
    date: str = "2023-03-01",
    by: Person = LIND,
    words: str = FAR,
    motions: tuple[Motion, ...] = (),
    stands_for: tuple[int, ...] = (),
    number: int = 5,
) -> StoredParagraph:
    """Return a paragraph with one reservation (by ``by``, with ``words``) behind a formal opening of its own."""
    opening = "Reservation enligt följande:"
    text = f"{opening}\n{words}\nBeslutet."
    ranges = (Range(0, len(opening)), Range(len(opening) + 1, len(opening) + 1 + len(words)))
    acts = Acts(
        decisions=(Decision("Skolan läggs ned.", Outcome.APPROVED, (Range(len(text) - 9, len(text)),)),),
        motions=motions,
        reservations=(Reservation((by,), f"{opening} {words}", ranges, stands_for),),
        notes=(Note("statement", (EK,), words, (ranges[1],)),),
    )
    paragraph = Paragraph("Nämnden", date, number, "Byskolan", (), 1, 1, text, (), (), (), acts)
    head = Head(
        f"d{date}-{number}",
        "d",
        "p.pdf",
        None,
        "Nämnden",
        date,
        number,
        "Byskolan",
        (),
        1,
        1,
        None,
        DocumentKind.PROTOCOL,
    )
    return StoredParagraph(head, paragraph, ((0, 7),))


def moved(by: Person, kind: MotionKind = MotionKind.REJECT) -> Motion:
    """Return a motion."""
    return Motion((by,), kind, f"{by.name} yrkar avslag.", (Range(0, 4),))


def reservation(paragraph: StoredParagraph, attending: frozenset[str] = frozenset()) -> Argued:
    """Return what the paragraph's reservation argues."""
    return next(one for one in argued_in(paragraph, attending) if one.kind is ArgumentKind.RESERVATION)


def test_quotes_are_verbatim_with_their_page() -> None:
    """An argument is the text at its place, on its page, without the formal opening; the decision it is against."""
    paragraph = stored()
    one = reservation(paragraph)
    (argument,) = one.arguments
    assert argument.quote == FAR == paragraph.paragraph.text[argument.place.start : argument.place.end]
    assert argument.page == 7
    assert one.against == ("Skolan läggs ned.",)
    assert one.topoi == ("distance",)


@pytest.mark.parametrize(
    ("motions", "stands_for", "expected"),
    [
        ((moved(EK), moved(LIND)), (0,), [("Bo Ek yrkar avslag.", Basis.PRINTED)]),
        ((moved(EK), moved(LIND)), (), [("Anna Lind yrkar avslag.", Basis.MOVERS)]),
        ((moved(Person("Ida Berg", "C")),), (), [("Ida Berg yrkar avslag.", Basis.PARTY)]),
        ((moved(Person("Ida Berg", "C"), MotionKind.APPROVE),), (), []),
        ((moved(EK),), (), []),
    ],
)
def test_a_reservation_defends_a_motion(
    motions: tuple[Motion, ...], stands_for: tuple[int, ...], expected: list[tuple[str, Basis]]
) -> None:
    """The motion that it names, else that of the same people, else of the same party unless that was for approval."""
    one = reservation(stored(motions=motions, stands_for=stands_for))
    assert [(each.text, each.basis) for each in one.defends] == expected


def test_private_persons_have_no_name() -> None:
    """Somebody beside no party is named only when the attendance list has the name."""
    paragraph = stored(by=Person("Siv Norén", None))
    assert reservation(paragraph).by == (Person(None, None),)
    assert reservation(paragraph, frozenset({"siv norén"})).by == (Person("Siv Norén", None),)


def test_a_motion_is_there_only_where_it_argues() -> None:
    """A motion without a reason is no argument; a note is there with its own kind."""
    kinds = [one.kind for one in argued_in(stored(motions=(moved(LIND),)), frozenset())]
    assert kinds == [ArgumentKind.RESERVATION, ArgumentKind.STATEMENT]


def test_a_theme_recurs_and_shows_what_was_said_when() -> None:
    """A theme needs two paragraphs; each year's words and cells are those of that year's own quotes."""
    late = "Det är långt till skolan: fyra mil enkel väg, och kilometrarna syns inte i någon budget."
    argued = [
        reservation(stored()),
        reservation(stored(date="2024-04-01", by=EK, words=late)),
        reservation(stored(date="2024-05-01", words=DEAR)),
    ]
    (theme,) = themes_of(argued, argued)
    assert theme.name == "distance"
    assert [(year.year, [cell.party for cell in year.cells]) for year in theme.years] == [(2023, ["C"]), (2024, ["S"])]
    for year in theme.years:
        said = " ".join(each.quote.lower() for cell in year.cells for _, each in cell.arguments)
        assert year.words
        assert all(word in said for word in year.words)
    assert themes_of(argued[:1], argued) == ()


def test_the_label_leaves_out_names() -> None:
    """Names of people and places label no theme."""
    words = "Restiden från Storby är lång, och bussen från Storby går sällan, vilket är fel."
    argued = [reservation(stored(words=words)), reservation(stored(date="2024-01-09", words=words))]
    (theme,) = themes_of(argued, argued)
    assert "storby" not in theme.words


def test_a_library_answers_and_embeds_nothing_twice(tmp_path: Path) -> None:
    """A library without arguments answers with nothing, embeds nothing, and refuses a party that it does not know."""
    embedder = SeededEmbedder()
    with small_library(tmp_path / "b", embedder) as library:
        assert library.reservations() == ()
        assert library.argued("Restiden är för lång") == ()
        assert library.themes(AskedArguments(years=(2020, 2024))) == ()
        assert embedder.embedded == []


def test_the_year_is_that_of_the_meeting() -> None:
    """An undated act has no year."""
    one = reservation(stored())
    assert one.year == 2023
    assert replace(one, date=None).year is None
