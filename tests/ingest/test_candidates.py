"""Heads out of order and agendas without all of their paragraphs: nothing is lost in silence, nothing is made up."""

from __future__ import annotations

from tests.ingest.conftest import ReadTypst

PART = """
#rub[Beslut]
Kulturnämnden beslutar att godkänna förslaget.
#rub[Ärendet]
Förvaltningen har tagit fram ett förslag efter samråd med föreningarna.
"""


def test_a_page_in_the_wrong_place_is_named(read_typst: ReadTypst) -> None:
    """A paragraph whose number does not fit those around it is named with its page, also before the first."""
    source = "#pagebreak()".join(f"#paragraf({n}, [Bidrag till förening {n}], [])\n{PART}" for n in (9, 3, 4, 5))
    document = read_typst(source)
    assert [p.number for p in document.paragraphs] == [3, 4, 5]
    (problem,) = document.problems
    assert problem.page == 1
    assert "§ 9" in problem.what
    assert problem.what.endswith("Kontrollera sidornas ordning.")


def test_another_bodys_paragraph_that_is_quoted_is_not_named(read_typst: ReadTypst) -> None:
    """The committee's paragraph inside the board's ("KAU § 7", "Beslut") is quoted, not astray."""
    quoted = '#block(text(weight: "bold", size: 13pt)[KAU § 7]) \n#rub[Beslut]\nArbetsutskottet tillstyrker förslaget.'
    source = f"#paragraf(30, [Bidrag], [])\n{PART}\n{quoted}\n#paragraf(31, [Taxa], [])\n{PART}"
    document = read_typst(source)
    assert [p.number for p in document.paragraphs] == [30, 31]
    assert document.problems == ()


def test_an_agenda_with_one_of_its_paragraphs(read_typst: ReadTypst) -> None:
    """A part of a protocol that brings the whole agenda and one paragraph has that one paragraph."""
    rows = "".join(f"[§ {n}], [Ärende om lokal nummer {n}], [KUN 2024/{n}]," for n in range(4, 10))
    agenda = f"#text(size: 16pt)[Innehåll]\n#grid(columns: (2cm, 1fr, 3cm), row-gutter: 8pt, {rows})\n#pagebreak()"
    for number in (4, 6, 9):
        document = read_typst(f"{agenda}\n#paragraf({number}, [Ärende om lokal nummer {number}], [])\n{PART}")
        assert [(p.number, p.page_first) for p in document.paragraphs] == [(number, 2)]
