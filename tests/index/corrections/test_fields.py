"""What people correct holds, is written down, and survives that the file is read anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.corrections.fields import FieldCorrection, apply, completed, corrected, find_words
from index.corrections.values import parsed, written
from index.errors import BookError, CorrectionError, LibraryError
from index.library import Library
from index.results import Query
from ingest.records import Document, Paragraph
from nlp.acts import MotionKind, Outcome, Person
from ui.demo import DOCUMENTS

WHO = {"who": "Nämndsekreteraren", "why": "Så står det på sidan."}


@pytest.fixture(scope="module")
def document() -> Document:
    """A protocol of the demo collection, read."""
    from ingest.reader import read_document  # noqa: PLC0415

    return read_document(DOCUMENTS / "HSN protokoll 2024-09-26.pdf")


def change(document: Document, field: str, value: str, number: int | None = 49) -> Document:
    """Return the document with one correction."""
    return apply(document, FieldCorrection(document.file, number, field, value, **WHO))


def paragraph_of(document: Document, number: int = 49) -> Paragraph:
    """Return the paragraph with this number."""
    return next(paragraph for paragraph in document.paragraphs if paragraph.number == number)


@pytest.mark.parametrize(
    ("field", "value", "of", "expected"),
    [
        ("title", "Rapport om ersättning", lambda p: p.title, "Rapport om ersättning"),
        ("rubrik", "Rapport om ersättning", lambda p: p.title, "Rapport om ersättning"),
        ("date", "2024-09", lambda p: p.date, "2024-09"),
        ("case_numbers", "HSN 1-2024; RS 2-2024", lambda p: p.case_numbers, ("HSN 1-2024", "RS 2-2024")),
        ("immediate", "nej", lambda p: p.acts.immediate, False),
        ("decisions.1.outcome", "approved", lambda p: p.acts.decisions[0].outcome, Outcome.APPROVED),
        ("motions.2.kind", "amend", lambda p: p.acts.motions[1].kind, MotionKind.AMEND),
        (
            "reservations.1.by",
            "Åsa Öberg (S); (SD)",
            lambda p: p.acts.reservations[0].by,
            (Person("Åsa Öberg", "S"), Person(None, "SD")),
        ),
        ("votes.1.abstain", "2", lambda p: p.acts.votes[0].abstain, 2),
        ("votes.1.yes", "-", lambda p: p.acts.votes[0].yes, None),
    ],
)
def test_fields_are_corrected(
    document: Document, field: str, value: str, of: Callable[[Paragraph], object], expected: object
) -> None:
    """Each kind of field takes a value as people write it, and nothing else changes."""
    changed = change(document, field, value)
    assert of(paragraph_of(changed)) == expected
    others = [p for p in changed.paragraphs if p.number != 49]
    assert others == [p for p in document.paragraphs if p.number != 49]


def test_a_quoted_text_must_stand_in_the_paragraph(document: Document) -> None:
    """A decision's words can become other words of the paragraph, with their place, and no others."""
    text = paragraph_of(document).acts.decisions[0].text
    first = text.split(" och ", maxsplit=1)[0]
    decision = paragraph_of(change(document, "decisions.1.text", first)).acts.decisions[0]
    place = decision.ranges[0]
    assert (decision.text, paragraph_of(document).text[place.start : place.end]) == (first, first)
    with pytest.raises(CorrectionError, match="står inte i paragrafen"):
        change(document, "decisions.1.text", "Nämnden beslutar något helt annat.")


def test_an_act_is_taken_out(document: Document) -> None:
    """A motion that is none goes, the others stay."""
    before = paragraph_of(document).acts.motions
    assert paragraph_of(change(document, "motions.1", "")).acts.motions == before[1:]


def test_the_whole_file_is_corrected(document: Document) -> None:
    """Board and date of a file are those of its meeting and of every paragraph."""
    changed = change(document, "board", "Folkhälsonämnden", None)
    assert changed.meeting.board == "Folkhälsonämnden"
    assert {p.board for p in changed.paragraphs} == {"Folkhälsonämnden"}


@pytest.mark.parametrize(
    ("field", "value", "cure"),
    [
        ("rubriken", "x", "Det går med: title, number"),
        ("date", "24 sept", "2024-11-21"),
        ("date", "2024-02-31", "kalendern"),
        ("decisions.9.outcome", "approved", r"decisions\.9 finns inte \(det finns 2\)"),
        ("decisions.1.outcome", "bifall", "approved, rejected"),
        ("decisions.1.ranges", "1-2", "Det går med: text, outcome"),
        ("decisions", "x", r"decisions\.1"),
        ("decisions.0", "", "från 1"),
        ("motions.1", "x", r"motions\.1\.FÄLT"),
        ("number", "fyra", "Skriv ett tal"),
        ("title", " ", "inte vara tomt"),
    ],
)
def test_what_cannot_be_corrected_says_what_can(document: Document, field: str, value: str, cure: str) -> None:
    """A field or value that is not possible is an error that names what is."""
    with pytest.raises(CorrectionError, match=cure):
        change(document, field, value)


def test_an_act_is_known_by_its_words(document: Document) -> None:
    """After a better reading has put another act first, the correction still meets the act that was meant."""
    asked = completed(document, FieldCorrection(document.file, 49, "motions.2.kind", "amend", **WHO))
    meant = paragraph_of(document).acts.motions[1]
    paragraph = paragraph_of(document)
    turned = replace(
        document,
        paragraphs=tuple(
            replace(p, acts=replace(p.acts, motions=p.acts.motions[::-1])) if p is paragraph else p
            for p in document.paragraphs
        ),
    )
    again, astray = corrected(turned, [asked])
    assert astray == ()
    kinds = {motion.text: motion.kind for motion in paragraph_of(again).acts.motions}
    assert kinds[meant.text] is MotionKind.AMEND


def test_a_correction_that_finds_nothing_is_told(document: Document) -> None:
    """A correction of an act that a better reading no longer has changes nothing and is reported."""
    asked = completed(document, FieldCorrection(document.file, 49, "motions.1.kind", "amend", **WHO))
    without = change(document, "motions.1", "")
    again, astray = corrected(without, [asked])
    assert again == without
    assert len(astray) == 1
    assert "motions.1 finns inte" in astray[0]


@given(st.lists(st.builds(Person, st.none() | st.sampled_from(["Åsa Öberg", "Per-Erik af Ekenstam"]), st.just("S"))))
def test_people_are_written_as_they_are_read(people: list[Person]) -> None:
    """A list of people in the form that people write is read as the same list."""
    assert parsed(tuple[Person, ...], written(tuple(people))) == tuple(people)


def test_words_are_found_across_lines() -> None:
    """White space does not keep words from being found; what is not there is not found."""
    text = "Nämnden\nbeslutar  att avslå."
    place = find_words(text, "beslutar att")
    assert place is not None
    assert text[place.start : place.end] == "beslutar  att"
    assert find_words(text, "bifalla") is None


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library of one demo protocol."""
    folder = tmp_path_factory.mktemp("rättat")
    library = Library.open(folder / "bib", create=True)
    library.ingest([DOCUMENTS / "HSN protokoll 2024-09-26.pdf"], workers=1)
    return library


def test_a_correction_holds_at_once_and_after_reading_again(library: Library) -> None:
    """A corrected title is found by search, shown as corrected, whole by check, and there after a new reading."""
    start = "HSN 2024-09-26 § 49"
    made = library.correct(start, "title", "Ersättningsmodellen, fjärde utkastet", **WHO)
    assert made.was == "Rapport: Ersättningsmodell för primärvården"
    library.ingest([DOCUMENTS / "HSN protokoll 2024-09-26.pdf"], workers=1, again=True)
    answer = library.search(Query("fjärde utkastet till ersättningsmodellen"))
    assert answer.hits[0].title == "Ersättningsmodellen, fjärde utkastet"
    field = next(one for one in library.shown(start).fields if one.name == "title")
    assert field.corrected is not None
    assert field.corrected.who == WHO["who"]
    assert library.check() == ()
    assert [one.field for one in library.corrections()] == ["title"]


def test_a_correction_that_cannot_be_made_is_not_written(library: Library) -> None:
    """An impossible correction leaves the book as it was."""
    before = library.corrections()
    with pytest.raises(LibraryError):
        library.correct("HSN 2024-09-26 § 49", "decisions.7.outcome", "approved", **WHO)
    with pytest.raises(LibraryError, match="Ingen paragraf"):
        library.correct("HSN 2024-09-26 § 4711", "title", "x", **WHO)
    assert library.corrections() == before


def test_a_row_without_a_number_is_named(tmp_path: Path) -> None:
    """A § that is no number in the book is an error that names file and line."""
    with Library.open(tmp_path / "bib", create=True) as library:
        (tmp_path / "bib" / "rattelser.csv").write_text(
            "fil;paragraf;fält;utdrag;var;blev;vem;när;varför\na.pdf;tolv;title;;;x;jag;;\n", encoding="utf-8"
        )
        with pytest.raises(BookError, match="rad 2"):
            library.corrections()


def test_every_field_has_its_place(library: Library) -> None:
    """What is read off the paragraph's pages has marks on them; a sureness lies between 0 and 1 and has a reason."""
    shown = library.shown("HSN 2024-09-26 § 49")
    outside = {"organisation", "board", "date", "immediate"}
    for field in shown.fields:
        assert 0 < field.sure <= 1
        assert field.why
        if field.name not in outside and field.corrected is None:
            assert field.marks, field.name
            assert {mark.page for mark in field.marks} == set(field.pages)
