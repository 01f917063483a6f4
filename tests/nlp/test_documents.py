"""What sections of directives and reports are about, and what is read out of them."""

from __future__ import annotations

import pytest

from nlp.acts import SectionKind, SectionText
from nlp.documents import Part, opens_document, part_of, read_document_acts


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("2.2. Uppdragsmål 2025", Part.GOALS),
        ("Syfte och mål", Part.GOALS),
        ("3 Krav på uppdraget", Part.DEMANDS),
        ("Hållpunkter", Part.PLAN),
        ("7 Tidplan för förslaget", Part.PLAN),
        ("Delaktiviteter", Part.ACTIVITIES),
        ("Definitioner och förkortningar", Part.TERMS),
        ("Utredningens förslag", Part.ADVICE),
        ("Slutsatser och rekommendationer", Part.ADVICE),
        ("Sammanfattning och rekommendationer", Part.OTHER),
        ("Uppdraget", Part.TASK),
        ("Målgrupp", Part.OTHER),
        ("Risker", Part.OTHER),
    ],
)
def test_parts(heading: str, part: Part) -> None:
    """A section is known by its heading's words, its number aside."""
    assert part_of(heading) is part


def test_headings_that_open_a_document() -> None:
    """The text proper begins at "Bakgrund" and its like, not at a subtitle that names a recipient."""
    assert [opens_document(words) for words in ("1. Bakgrund", "Bakgrund och syfte", "Uppdrag till nämnden")] == [
        True,
        True,
        False,
    ]


def test_references_of_a_document() -> None:
    """Paragraphs of named meetings are references; a bare § may be one of law and is none, the own case neither."""
    text = "Nämnden beslutade den 9 maj 2023, § 44, enligt 4 § lagen. Se HSN 2023-02-01 § 5, SN 1-2023 och SN 2-2023."
    acts = read_document_acts([SectionText(SectionKind.OTHER, "Bakgrund", text, 10)], case_numbers=["SN 1-2023"])
    found = [(getattr(r, "number", None), getattr(r, "case_number", None)) for r in acts.references]
    assert found == [(44, None), (5, None), (None, "SN 2-2023")]
    place = acts.references[-1].ranges[0]
    assert text[place.start - 10 : place.end - 10] == "SN 2-2023"
