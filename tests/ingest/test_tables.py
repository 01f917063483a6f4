"""Ruled tables: rows with their empty cells, cells of several lines, and tables that go on over a page break."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pypdfium2
import typst

from ingest.records import DocumentKind
from ingest.rules import has_grid, rules_of
from tests.ingest.conftest import PREAMBLE, ReadTypst

ROOT = Path(__file__).parents[2]
FILLER = " ".join(["Nämnden har hört kontoret om hållplatserna längs linje sju och om vad de kostar."] * 6)


def test_row_keeps_empty_cells_and_lines_of_a_cell(read_typst: ReadTypst) -> None:
    """A cell of several lines is one cell, a word broken in it is whole again, and an empty cell keeps its place."""
    document = read_typst(
        f"""
        #paragraf(7, [Tidplan], [TN 3-2024])
        #rub[Bakgrund] {FILLER}

        #table(columns: (30mm, 60mm, 20mm, 30mm), [*Steg*], [*Vad som görs*], [*Klart*], [*Ansvarig*],
          [Förstudie], [Resandet räknas på alla hållplatser, och en genom- \\ gång görs av skyltar], [], [Kontoret],
          [Bygge], [], [2025], [Kontoret och \\ entreprenören],
        )

        #rub[Beslut] Tidplanen godkänns.
        """
    )
    (paragraph,) = document.paragraphs
    table = [line for line in paragraph.text.split("\n") if "\t" in line]
    assert table == [
        "Steg\tVad som görs\tKlart\tAnsvarig",
        "Förstudie\tResandet räknas på alla hållplatser, och en genomgång görs av skyltar\t\tKontoret",
        "Bygge\t\t2025\tKontoret och entreprenören",
    ]
    assert [s.kind for s in paragraph.sections] == ["background", "decision"]


def test_ballots_over_a_page_break_are_one_vote(read_typst: ReadTypst) -> None:
    """The header row that a table repeats on its next page is printed matter, not a second vote."""
    people = [(f"Maj Lund{letter}", "S") for letter in "abcdefghijkl"]
    cells = ", ".join(f"[{name}], [{party}], [X], [], []" for name, party in people)
    document = read_typst(
        f"""
        #paragraf(7, [Taxa], [TN 3-2024])
        #rub[Bakgrund] {" ".join([FILLER] * 5)}

        #rub[Omröstning] Ja för bifall till förslaget. Nej för avslag på förslaget.

        #table(columns: (70mm, 20mm, 15mm, 15mm, 20mm),
          table.header([*Ledamot*], [*Parti*], [*Ja*], [*Nej*], [*Avstår*]), {cells})
        Med 12 ja-röster bifaller nämnden förslaget.
        #rub[Beslut] Taxan antas.
        """
    )
    (paragraph,) = document.paragraphs
    assert paragraph.page_last == 2
    assert paragraph.text.count("Ledamot\tParti\tJa\tNej\tAvstår") == 1
    (vote,) = paragraph.acts.votes
    assert [b.name for b in vote.ballots] == [name for name, _ in people]


def test_columns_without_rules_over_a_page_break(read_typst: ReadTypst) -> None:
    """A repeated header row is known without rules too, by words and places."""
    rows = ", ".join(f"[Maj Lund{letter}], [S], [X], []" for letter in "abcdefghijkl")
    document = read_typst(
        f"""
        #paragraf(7, [Taxa], [TN 3-2024])
        #rub[Bakgrund] {" ".join([FILLER] * 5)}

        #rub[Omröstning] Ja för bifall till förslaget. Nej för avslag på förslaget.

        #table(columns: (70mm, 20mm, 15mm, 15mm), stroke: none,
          table.header([*Ledamot*], [*Parti*], [*Ja*], [*Nej*]), {rows})
        #rub[Beslut] Taxan antas.
        """
    )
    (paragraph,) = document.paragraphs
    assert paragraph.page_last == 2
    assert paragraph.text.count("Ledamot\tParti\tJa\tNej") == 1


def test_heading_in_a_cell_opens_no_section(read_typst: ReadTypst) -> None:
    """The word "Beslut" in a cell of a table is an entry, not the heading of a section."""
    document = read_typst(
        f"""
        #paragraf(7, [Tidplan], [TN 3-2024])
        #rub[Bakgrund] {FILLER}

        #table(columns: (40mm, 40mm), [*När*], [*Vad*], [Mars], [Samråd], [April], [Beslut])
        #rub[Beslut] Tidplanen godkänns.
        """
    )
    assert [s.kind for s in document.paragraphs[0].sections] == ["background", "decision"]


def test_table_of_a_report(read_typst: ReadTypst) -> None:
    """Reports keep their tables as rows too."""
    document = read_typst(
        f"""
        #text(size: 18pt)[Rapport om hållplatser]

        #rub[Kostnader] {FILLER}

        #table(columns: (40mm, 40mm, 40mm), [*Hållplats*], [*Kostnad*], [*År*],
          [Torget], [], [2025], [Hamnen], [3 mkr], [])
        """
    )
    assert document.kind is DocumentKind.REPORT
    text = document.paragraphs[0].text
    assert "Hållplats\tKostnad\tÅr\nTorget\t\t2025\nHamnen\t3 mkr\t" in text


def test_frames_and_lines_are_no_grid() -> None:
    """A frame around text, rules below a heading and a signature's line make no table; one of two by two does."""
    frame = "#box(stroke: 1pt, inset: 4pt)[Bevis om anslag] #line(length: 50mm) #line(length: 60mm) #line(length: 70mm)"
    grid = "#table(columns: 2, [a], [b], [c], [d])"
    assert [_has_grid(frame), _has_grid(grid)] == [False, True]


def _has_grid(source: str) -> bool:
    pdf = pypdfium2.PdfDocument(typst.compile((PREAMBLE + source).encode()))
    try:
        return has_grid(rules_of(pdf[0]))
    finally:
        pdf.close()


def test_pages_without_rules_need_no_pdfplumber(tmp_path: Path) -> None:
    """The slow library is imported only when a page has a grid of rules."""
    path = tmp_path / "utan.pdf"
    path.write_bytes(typst.compile((PREAMBLE + f"#paragraf(7, [Taxa], [TN 3-2024]) {FILLER}").encode()))
    program = (
        "import sys, pathlib; from ingest.reader import read_document; read_document(pathlib.Path(sys.argv[1]));"
        "print('pdfplumber' in sys.modules, 'pdfminer' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]


def test_joined_cells_and_double_rules_make_no_columns(read_typst: ReadTypst) -> None:
    """Columns that only a rule inside a joined cell makes are left out; a joined heading stands in its first column."""
    document = read_typst(
        f"""
        #paragraf(7, [Uppföljning], [TN 3-2024])
        #rub[Bakgrund] {FILLER}

        #table(columns: (40mm, 3pt, 30mm, 30mm, 30mm), inset: (x: 1pt, y: 4pt),
          [*Mått*], [], table.cell(colspan: 2)[*Utfall*], [*Mål*],
          [Resor], [], [12], [14], [],
          [Klagomål], [], [3], [], [],
        )
        #rub[Beslut] Uppföljningen godkänns.
        """
    )
    table = [line for line in document.paragraphs[0].text.split("\n") if "\t" in line]
    assert table == ["Mått\tUtfall\t\tMål", "Resor\t12\t14\t", "Klagomål\t3\t\t"]


def test_rows_that_no_rule_parts(read_typst: ReadTypst) -> None:
    """Where a ruled cell holds columns of its own, its lines are rows, as in a table without rules."""
    document = read_typst(
        f"""
        #paragraf(7, [Uppföljning], [TN 3-2024])
        #rub[Bakgrund] {FILLER}

        #table(columns: (100mm, 40mm), [*Konto och budget*], [*Utfall*],
          [#grid(columns: (50mm, 40mm), row-gutter: 0.6em, [Intäkter], [300], [Kostnader], [250])], [50],
        )
        #rub[Beslut] Uppföljningen godkänns.
        """
    )
    table = [line for line in document.paragraphs[0].text.split("\n") if "\t" in line]
    assert [row.split("\t")[0] for row in table] == ["Konto och budget", "Intäkter", "Kostnader"]


def test_rules_of_a_page_that_one_form_holds() -> None:
    """A page drawn as one form, as stamping programs leave it, has its rules, there where the form is placed."""
    source = f"""{PREAMBLE}
    #paragraf(7, [Tidplan], [TN 3-2024])
    #table(columns: (30mm, 60mm, 20mm), [*Steg*], [*Vad som görs*], [*Klart*], [Förstudie], [Resandet], [2024])
    """
    plain = pypdfium2.PdfDocument(typst.compile(source.encode()))
    wrapped = pypdfium2.PdfDocument.new()
    page = wrapped.new_page(*plain[0].get_size())
    form = plain.page_as_xobject(0, wrapped).as_pageobject()
    form.set_matrix(pypdfium2.PdfMatrix().translate(0, -10))
    page.insert_obj(form)
    page.gen_content()
    before, after = rules_of(plain[0]), rules_of(page)
    assert before.level
    assert [round(rule.top + 10) for rule in before.level] == [round(rule.top) for rule in after.level]
    assert [round(rule.x0) for rule in before.upright] == [round(rule.x0) for rule in after.upright]
