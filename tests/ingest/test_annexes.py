"""Reservations whose text stands in an attachment of the file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.annexes import with_annexes
from ingest.records import Attachment
from nlp.acts import Acts, Note, Person, Range, Reservation
from tests.index.builders import paragraph

_SD = Attachment("Reservation", 8, 8, "Reservation från Sverigedemokraterna (SD)\nTaxan är fel räknad.", ())
_THIRD = Attachment("Bilaga 3", 9, 10, "Vi anser att taxan är för hög.", ())
_VOTES = Attachment("Voteringslista", 11, 11, "Ja 7 Nej 4 (SD)", ())


def _annex_of(text: str, *attachments: Attachment) -> str | None:
    """The title of the attachment that a reservation in § 7 gets, of those that stand behind § 8."""
    acts = Acts(reservations=(Reservation((Person(None, "SD"),), text, (Range(0, 3),)),))
    announced = replace(paragraph(7), acts=acts, attachments=())
    last = replace(paragraph(8), acts=Acts(), attachments=attachments)
    annex = with_annexes([announced, last])[0].acts.reservations[0].annex
    return annex.title if annex else None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("SD reserverar sig skriftligt, bilaga 3.", "Bilaga 3"),
        ("SD lämnar en skriftlig reservation.", "Reservation"),
        ("SD reserverar sig skriftligt, bilaga 4.", None),
        ("SD reserverar sig mot beslutet.", None),
    ],
)
def test_an_announced_text_is_found_by_number_or_by_its_author(text: str, title: str | None) -> None:
    """The number named counts; without one the attachment that calls itself a reservation of that party."""
    assert _annex_of(text, _SD, _THIRD, _VOTES) == title


def test_of_two_that_fit_none_is_taken() -> None:
    """A guess between two reservations of the same party would be worse than none."""
    assert _annex_of("SD lämnar en skriftlig reservation.", _SD, replace(_SD, page_first=9, page_last=9)) is None


def test_a_statement_finds_the_attachment_that_bears_its_author_s_name() -> None:
    """Särskilt yttrande is looked for by its own word, and by the name of a member."""
    note = Note("statement", (Person("Anna Lind", "C"),), "Anna Lind (C) lämnar ett särskilt yttrande, bilagt.", ())
    page = Attachment("Särskilt yttrande", 9, 9, "Särskilt yttrande\nBudgeten är i balans.\nAnna Lind (C)", ())
    one = replace(paragraph(7), acts=Acts(notes=(note,)), attachments=(_SD, page))
    annex = with_annexes([one])[0].acts.notes[0].annex
    assert annex is not None
    assert (annex.page_first, annex.text.split("\n")[1]) == (9, "Budgeten är i balans.")
