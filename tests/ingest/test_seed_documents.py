"""The two documents among the shared seeds: a directive and a report, as PDF and as text.

The gold holds facts only: how many there are of each, dates, and the roles that are named.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.reader import read_document
from ingest.records import DocumentKind, Paragraph

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
DIRECTIVE = {"pdf": "pdf/Uppdragsdirektiv*.pdf", "text": "text/001_*.txt"}
REPORT = {"pdf": "pdf/Rekommenderade*.pdf", "text": "text/002_*.txt"}
LISTS = ("goals", "demands", "milestones", "activities", "offices", "definitions", "recommendations")

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed documents are not here")


def whole(pattern: str, kind: DocumentKind) -> Paragraph:
    """Read the seed that a pattern names; it is of this kind."""
    document = read_document(next(SEEDS.glob(pattern)))
    assert document.kind is kind
    (found,) = document.paragraphs
    return found


def counted(paragraph: Paragraph) -> dict[str, int]:
    """Return how much a document sets out."""
    return {name: len(getattr(paragraph.acts, name)) for name in LISTS}


@pytest.mark.parametrize("form", DIRECTIVE)
def test_directive(form: str) -> None:
    """Goals, demands, both time plans, activities over a page break, roles and terms of the directive are all read."""
    read = whole(DIRECTIVE[form], DocumentKind.DIRECTIVE)
    assert (read.date, read.number, read.case_numbers) == ("2024-11-18", None, ())
    assert len(read.sections) == 23
    numbers = [s.heading.partition(" ")[0].rstrip(".") for s in read.sections if s.heading[:1].isdigit()]
    assert " ".join(numbers) == "1 1.1 2 2.1 2.2 3 3.1 3.2 4 5 6 6.1 6.2 7 8 9 9.1 9.2 10 10.1 11"
    assert counted(read) == dict(zip(LISTS, (5, 5, 9, 3, 2, 4, 0), strict=True))
    assert [(one.start, one.due) for one in read.acts.milestones] == [
        ("2024-11-18", None),
        ("2024-11-21", "2024-12-17"),
        (None, None),
        ("2025-10-01", "2025-10-20"),
        (None, "2024-12"),
        (None, "2025-01"),
        (None, "2025-06"),
        (None, "2025-10"),
        (None, "2025-10-31"),
    ]
    assert [(one.start, one.end) for one in read.acts.activities] == [
        (None, "2025-03"),
        (None, "2025-09"),
        (None, "2025-09"),
    ]
    assert all(one.responsible for one in read.acts.activities)
    assert [one.role for one in read.acts.offices] == ["owner", "leader"]
    assert [one.term for one in read.acts.definitions] == ["N/A", "CLG", "HSF", "RV"]


@pytest.mark.parametrize("form", REPORT)
def test_report(form: str) -> None:
    """The goal, the terms in bold points and the recommendations of the report are all read."""
    read = whole(REPORT[form], DocumentKind.REPORT)
    assert (read.board, read.date, read.number, len(read.sections)) == (None, None, None, 6)
    assert counted(read) == dict(zip(LISTS, (1, 0, 0, 0, 0, 6, 3), strict=True))
    assert all(one.meaning.startswith("Genom att ") for one in read.acts.definitions)


@pytest.mark.parametrize(("names", "kind"), [(DIRECTIVE, DocumentKind.DIRECTIVE), (REPORT, DocumentKind.REPORT)])
def test_text_and_pdf_say_the_same(names: dict[str, str], kind: DocumentKind) -> None:
    """The same document as text and as PDF has the same title, headings and everything that it sets out."""
    pdf, text = whole(names["pdf"], kind), whole(names["text"], kind)
    assert pdf.title == text.title
    assert [section.heading for section in pdf.sections] == [section.heading for section in text.sections]
    for name in LISTS:
        assert values(pdf, name) == values(text, name), name


def values(paragraph: Paragraph, name: str) -> list[tuple[object, ...]]:
    """Return the items of a list without their places."""
    return [
        tuple(getattr(one, slot) for slot in type(one).__slots__ if slot != "ranges")
        for one in getattr(paragraph.acts, name)
    ]
