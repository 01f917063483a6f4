"""What is read in one process arrives whole in another."""

from __future__ import annotations

import pickle

from index.intake.reading import Reading
from tests.index.builders import document, paragraph, units_of


def test_a_reading_arrives_whole() -> None:
    """Document, units, attachments, sections and the places of all words survive the way between processes."""
    made = document([paragraph(7), paragraph(8, page=2)])
    reading = Reading(made, tuple(units_of(one) for one in made.paragraphs))
    arrived = pickle.loads(pickle.dumps(reading))  # noqa: S301  (our own bytes)
    assert arrived == reading


def test_an_empty_document_arrives() -> None:
    """A document without paragraphs arrives too."""
    reading = Reading(document([]), ())
    assert pickle.loads(pickle.dumps(reading)) == reading  # noqa: S301  (our own bytes)
