"""Which paragraphs are new, after files were read again, renamed or corrected."""

from __future__ import annotations

from dataclasses import replace

from index.news.seen import Batch, Name, batch_from_json, batch_to_json, next_batch
from index.stored import Head

HEAD = Head("a-1", "a", "a.pdf", "Region A", "Socialnämnden", "2024-05-06", 7, "Stugan", (), 1, 1, None)
FIRST = Batch("2024", (Name.of(HEAD),))


def test_what_was_never_seen_is_new_once() -> None:
    """The first look sees everything, the next only what came since."""
    first = next_batch((), [HEAD], "2024")
    assert first == FIRST
    other = replace(HEAD, id="a-2", number=8)
    assert next_batch([FIRST], [HEAD], "2025") is None
    assert next_batch([FIRST], [HEAD, other], "2025") == Batch("2025", (Name.of(other),))


def test_a_new_reading_renames_ids_only() -> None:
    """A better reader that finds one more paragraph makes that one new, though it gets an id that was seen."""
    found = replace(HEAD, id="a-1", number=6)
    later = next_batch([FIRST], [found, replace(HEAD, id="a-2")], "2025")
    assert later == Batch("2025", (Name.of(found),))


def test_the_same_meeting_in_another_file_is_not_new() -> None:
    """A file under another name, or an extract of the same paragraph, tells nothing new."""
    assert next_batch([FIRST], [replace(HEAD, file="b.pdf")], "2025") == Batch(
        "2025", (), (replace(Name.of(HEAD), file="b.pdf"),)
    )


def test_a_corrected_date_or_number_is_not_new() -> None:
    """Where the paragraph is gone that had its number or date, somebody corrected it."""
    for corrected in (replace(HEAD, date="2024-05-16"), replace(HEAD, number=17)):
        later = next_batch([FIRST], [corrected], "2025")
        assert later == Batch("2025", (), (Name.of(corrected),))


def test_what_left_and_came_back_is_not_new() -> None:
    """A deleted document stays seen, and hides no new one meanwhile."""
    other = replace(HEAD, file="b.pdf", date="2024-06-03", number=7)
    later = next_batch([FIRST], [other], "2025")
    assert later == Batch("2025", (Name.of(other),))
    assert next_batch([FIRST, later], [HEAD, other], "2026") is None


def test_a_batch_survives_as_plain_values() -> None:
    """What is written down is read back the same, documents without a number too."""
    batch = Batch("2024", (Name.of(HEAD), Name("r.docx", None, None, None)), (Name("c.pdf", 1, "2024", "X"),))
    assert batch_from_json(batch_to_json(batch)) == batch
