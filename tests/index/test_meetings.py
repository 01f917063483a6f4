from __future__ import annotations

from dataclasses import replace

from index.boards import BoardName
from index.meetings import Meeting, gaps, meetings_of, named, nearest
from index.stored import Head, StoredDocument
from ingest.records import Document, DocumentKind, PageProblem
from ingest.records import Meeting as Printed

BOARDS = (BoardName("Parknämnden", "PN", 9, spellings=("PARKNÄMNDEN", "Parknämnden")),)


def document(
    name: str, day: str | None, *, printed: tuple[int, int] | None = None, **changed: object
) -> StoredDocument:
    """Return a stored protocol without its paragraphs."""
    first, last = printed or (None, None)
    meeting = Printed(None, "Parknämnden", day, number_first=first, number_last=last)
    record = Document(f"{name}.pdf", name, 4, DocumentKind.PROTOCOL, "", meeting, ())
    return StoredDocument(name, replace(record, **changed), ".pdf", 0, "2026-01-01")  # type: ignore[arg-type]


def heads(name: str, day: str | None, *numbers: int | None) -> list[Head]:
    """Return the heads of a document's paragraphs."""
    return [
        Head(f"{name}-{place}", name, f"{name}.pdf", None, "PARKNÄMNDEN", day, number, "", (), 1, 1, None)
        for place, number in enumerate(numbers, start=1)
    ]


def read(*parts: tuple[StoredDocument, list[Head]]) -> tuple[Meeting, ...]:
    """Return the meetings of documents."""
    return meetings_of([one for one, _ in parts], [head for _, of in parts for head in of], BOARDS, ("a",))


def test_a_meeting_reaches_as_far_as_its_cover_says() -> None:
    """The numbers of a meeting are those read and those that its cover names, and the rest is said to be missing."""
    (one,) = read(
        (document("a", "2024-05-02", printed=(10, 14), missing_numbers=(14,)), heads("a", "2024-05-02", 10, 13))
    )
    assert (one.row.board, one.row.year, one.first, one.last) == ("Parknämnden", 2024, 10, 14)
    assert (one.missing, one.paragraphs, one.has_faults, one.outdated) == ((14,), 2, True, True)


def test_a_file_of_two_meetings_gives_two() -> None:
    """Each meeting of a file has its own date, numbers and missing numbers."""
    both = [*heads("b", "2024-02-01", 1, 3), *heads("b", "2024-03-01", 4, 6)]
    first, second = read((document("b", "2024-02-01", missing_numbers=(2, 5)), both))
    assert [(one.date, one.first, one.last, one.missing) for one in (first, second)] == [
        ("2024-02-01", 1, 3, (2,)),
        ("2024-03-01", 4, 6, (5,)),
    ]


def test_numbers_between_two_meetings_of_a_year_are_a_gap() -> None:
    """What stands in no protocol is told with the meetings around it; a new year begins anew."""
    found = read(
        (document("c", "2024-02-01"), heads("c", "2024-02-01", 3, 4)),
        (document("d", "2024-04-01"), heads("d", "2024-04-01", 9)),
        (document("e", "2025-01-20"), heads("e", "2025-01-20", 1)),
    )
    assert [(gap.row.year, gap.first, gap.last, gap.after and gap.after.date) for gap in gaps(found)] == [
        (2024, 1, 2, None),
        (2024, 5, 8, "2024-02-01"),
    ]


def test_a_body_that_begins_anew_at_every_meeting_has_no_gaps() -> None:
    """Where § 1 comes back, nothing is concluded from numbers."""
    found = read(
        (document("f", "2023-01-26"), heads("f", "2023-01-26", 1, 2)),
        (document("g", "2023-02-23"), heads("g", "2023-02-23", 1, 2, 3)),
    )
    assert list(gaps(found)) == []


def test_a_page_that_could_not_be_read_is_a_fault_and_a_report_without_paragraphs_is_none() -> None:
    """Faults are what may be missing of a meeting; a document that has no § misses nothing."""
    bad = document("h", "2024-02-01", problems=(PageProblem(2, "Sidan är tom."),))
    report = document("i", "2024-02-02", kind=DocumentKind.REPORT)
    found = read((bad, heads("h", "2024-02-01", 1)), (report, heads("i", "2024-02-02", None)))
    assert [one.has_faults for one in found] == [True, False]


def test_a_meeting_is_found_by_name_and_by_what_is_nearest() -> None:
    """A name means the meetings of its day, month or year; one that is not there has the nearest in time."""
    found = read(
        (document("j", "2024-02-01"), heads("j", "2024-02-01", 1)),
        (document("k", "2024-06-01"), heads("k", "2024-06-01", 8)),
        (document("l", "2020-06-01"), heads("l", "2020-06-01", 8)),
    )
    assert [one.date for one in named("PN 2024", found, BOARDS)] == ["2024-02-01", "2024-06-01"]
    assert named("PN 2024-02-02 § 4", found, BOARDS) == ()
    assert [one.date for one in nearest("PN 2024-05-20 § 4", found, BOARDS)][:2] == ["2024-06-01", "2024-02-01"]
    assert nearest("ingenting alls", found, BOARDS) == ()
