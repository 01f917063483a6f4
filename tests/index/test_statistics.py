"""Statistics: what is counted, for which body and year, and what it rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.boards import BoardName
from index.statistics.counting import parties_behind, side_that_won
from index.statistics.covering import covered_of, row_order, rows_of
from index.statistics.values import BoardYear
from index.stored import Head, StoredDocument
from ingest.records import PageProblem
from nlp.acts import Person, Reservation, Vote
from tests.index.builders import document

BOARDS = (BoardName("Socialnämnden", "SN", 2, spellings=("SOCIALNÄMNDEN", "Socialnämnden")),)
HEAD = Head("d-1", "d", "sn.pdf", "Ekby", "SOCIALNÄMNDEN", "2024-05-06", 1, "Taxa", (), 1, 1, None)


def test_a_body_has_one_name_whatever_its_spelling() -> None:
    """Spellings of one board are one row; the year is that of the meeting, None where no date is printed."""
    heads = (HEAD, replace(HEAD, id="d-2", board="Socialnämnden", date="2024"), replace(HEAD, id="d-3", date=None))
    rows = rows_of(heads, BOARDS)
    assert rows["d-1"] == rows["d-2"] == BoardYear("Socialnämnden", None, 2024)
    assert rows["d-3"].year is None


def test_bodies_of_one_name_in_two_houses_are_told_apart() -> None:
    """Two organisations may each have a socialnämnd; what prints no organisation is with the only one, or apart."""
    other = replace(HEAD, id="d-2", organisation="Vikby")
    silent = replace(HEAD, id="d-3", organisation=None)
    both = rows_of((HEAD, other, silent), BOARDS)
    assert [both[one].organisation for one in ("d-1", "d-2", "d-3")] == ["Ekby", "Vikby", None]
    one = rows_of((HEAD, silent), BOARDS)
    assert one["d-1"] == one["d-3"]


def test_rows_are_in_order_of_name_and_time_with_the_unknown_last() -> None:
    """An undated meeting follows the dated ones, an unknown body all known ones."""
    rows = [
        BoardYear(None, None, 2020),
        BoardYear("B", None, None),
        BoardYear("B", None, 2021),
        BoardYear("A", None, 2022),
    ]
    assert sorted(rows, key=row_order) == [rows[3], rows[2], rows[1], rows[0]]


def test_what_the_readers_missed_stands_beside_its_row() -> None:
    """Missing § numbers and pages without text are those of the files of the row."""
    read = replace(document(), missing_numbers=(3, 4), problems=(PageProblem(2, "Sidan saknar text."),))
    stored = StoredDocument("d", read, ".pdf", 1, "2024-01-01T00:00:00Z")
    covered = covered_of(rows_of((HEAD,), BOARDS), (HEAD,), (stored,))[0]
    assert covered.missing_numbers == ((read.file, 3), (read.file, 4))
    assert covered.unreadable_pages == ((read.file, 2),)


@pytest.mark.parametrize(
    ("yes", "no", "side"), [(5, 3, "yes"), (3, 5, "no"), (4, 4, "even"), (None, 4, "untold"), (4, None, "untold")]
)
def test_which_side_won(yes: int | None, no: int | None, side: str) -> None:
    """Only printed numbers tell; a casting vote does not make an even vote uneven."""
    assert side_that_won(Vote(yes, no, None, None, None, (), (), casting=True)) == side


def test_a_party_behind_a_reservation_counts_once() -> None:
    """Two members of a party are one party; where no party is printed, that is said."""
    several = Reservation((Person("Ada Berg", "M"), Person("Bo Ek", "M"), Person(None, "V")), "", ())
    assert parties_behind(several) == ("M", "V")
    assert parties_behind(Reservation((Person("Cia Dal", None),), "", ())) == (None,)
